/** Turns what was typed for WHO into contacts: asks on a terminal where that helps, and never guesses when something is written. */

import { type LookUpResult, lookUp, lookUpStrictly, MOST_CANDIDATES } from '../domain/look-up.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { typedText } from '../render/typed-again.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'

/** What is done with the contact. `write or new`: --new would add one of that name. */
export type Access = 'read' | 'write' | 'write or new'

/** The one contact that all the words together mean. @throws UserError (no-match, ambiguous) */
export async function resolveOne(
  session: Session,
  words: readonly string[],
  access: Access,
): Promise<Candidate> {
  const typed = words.join(' ')
  const { db } = await session.store()
  return settle(session, typed, lookUp(typed, nameIndexOf(db)), access)
}

/**
 * The contacts that WHO… means: one contact when all words together match one, otherwise one for each argument. Each is named once.
 * @throws UserError (no-match, ambiguous)
 */
export async function resolveAll(
  session: Session,
  words: readonly string[],
  access: Access,
): Promise<readonly Candidate[]> {
  if (words.some((word) => word.trim() === '')) throw emptyName()
  const { db } = await session.store()
  const together = findTogether(words, nameIndexOf(db))
  if (together !== undefined) return [await settle(session, words.join(' '), together, access)]
  const contacts: Candidate[] = []
  for (const word of words) contacts.push(await resolveOne(session, [word], access))
  return uniqueContacts(contacts)
}

/** The result for all words together, where they are to be taken together. */
export function findTogether(
  words: readonly string[],
  index: ReturnType<typeof nameIndexOf>,
): LookUpResult | undefined {
  if (words.length < 2) return undefined
  const typed = words.join(' ')
  const strict = lookUpStrictly(typed, index)
  if (strict.kind !== undefined) return strict
  if (words.every((word) => lookUpStrictly(word, index).matches.length === 1)) return undefined
  // One of the words alone means nobody or several: perhaps they are one mistyped name.
  const loose = lookUp(typed, index)
  return loose.matches.length === 1 ? loose : undefined
}

export function uniqueContacts(contacts: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(contacts.map((contact) => [contact.uid, contact])).values()]
}

/** How the contact may be named in the next command: by the same words where they surely mean it, else by its id. */
export async function wordsFor(
  session: Session,
  words: readonly string[],
  contact: Candidate,
): Promise<string> {
  const { matches } = lookUpStrictly(words.join(' '), nameIndexOf((await session.store()).db))
  const [only] = matches
  const isSure = matches.length === 1 && only?.uid === contact.uid && words[0]?.startsWith('-') === false
  return isSure ? words.map(quoteWord).join(' ') : contact.id
}

async function settle(
  session: Session,
  typed: string,
  result: LookUpResult,
  access: Access,
): Promise<Candidate> {
  const [first] = result.matches
  if (first === undefined) throw noMatch(session, typed, result, access)
  if (result.matches.length > 1) {
    if (!session.isInteractive) throw ambiguous(session, typed, result.matches)
    return choose(session, `Which "${safeText(typed)}"?`, result.matches)
  }
  if (result.kind === 'typo' && access !== 'read') {
    if (!session.isInteractive) throw misspelt(typed, first)
    const prompter = await session.context.loadPrompter()
    if (!(await prompter.confirm(`No "${safeText(typed)}". Did you mean ${safeText(first.name)}?`, true)))
      throw declined()
  }
  return first
}

async function choose(session: Session, question: string, matches: readonly Candidate[]): Promise<Candidate> {
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    question,
    matches.map((match) => ({ name: describeCandidate(match), value: match })),
  )
}

export function describeCandidate(contact: Candidate): string {
  const organization = contact.organization === null ? '' : `, ${safeText(contact.organization)}`
  return `${safeText(contact.name)}${organization} (${contact.id})`
}

function declined(): UserError {
  return new UserError('no-match', 'Nothing was changed.', 'See who is there: netkeep list')
}

export function ambiguous(session: Session, typed: string, matches: readonly Candidate[]): UserError {
  const many =
    matches.length < MOST_CANDIDATES ? `${matches.length} contacts` : `${matches.length} contacts or more`
  return new UserError(
    'ambiguous',
    `"${typed}" could be ${many}; nothing was done.`,
    `Say which by more of the name, or by id: ${typedWithId(session, typed, matches[0]?.id ?? 'ID')}`,
    matches,
  )
}

/** Verbs that need more than a contact to be typed again. */
const TAKE_MORE: readonly string[] = [
  'promise',
  'date',
  'relate',
  'gave',
  'asked',
  'got',
  'merge',
  'duplicates',
  'intro',
  'prospect',
  'group',
  'event',
]

/** Those of which contacts stand in lists, behind something else. */
const HAVE_LISTS: readonly string[] = ['group', 'event']

/** The command with an id in place of the name; of most verbs the beginning says enough. */
function typedWithId(session: Session, name: string, id: string): string {
  const line = `${session.typed} `
  const found = [` ${quoteWord(name)} `, ` ${name} `].find((part) => line.includes(part))
  // Within a list of names it is for the user to put the id in its place.
  if (found === undefined && HAVE_LISTS.includes(session.verb)) return id
  if (!TAKE_MORE.includes(session.verb) || found === undefined) return `netkeep ${session.verb} ${id}`
  return line.replace(found, () => ` ${id} `).trimEnd()
}

export function misspelt(typed: string, match: Candidate): UserError {
  return new UserError(
    'no-match',
    `No contact is called "${typed}"; nothing was done. Did you mean ${match.name}?`,
    `Type the name again, or the id: ${match.id}`,
    [match],
  )
}

export function emptyName(): UserError {
  return usageError('A name is empty.', 'Type a name, an e-mail address or an id.')
}

/** Those that take --new, and whose line has more than the name. */
const HAVE_NEW: readonly string[] = ['gave', 'asked', 'got', 'event log']

function noMatch(session: Session, typed: string, result: LookUpResult, access: Access): UserError {
  if (typed.trim() === '') return emptyName()
  const similar = result.nearest.map((contact) => contact.name).join(', ')
  const name = typedText(typed)
  const add =
    session.verb === 'log'
      ? `Somebody new: netkeep log --new ${name}`
      : access === 'write or new' || HAVE_NEW.some((verb) => session.typed.startsWith(`netkeep ${verb} `))
        ? 'Somebody new: type the same with --new'
        : `Add: netkeep add ${name}`
  return new UserError(
    'no-match',
    `No contact matches "${typed}".${similar === '' ? '' : ` Similar: ${similar}.`}`,
    `Search: netkeep find ${name}   ${add}`,
    result.nearest.length > 0 ? result.nearest : undefined,
  )
}
