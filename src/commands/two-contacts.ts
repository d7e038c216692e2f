/** Two contacts named in one line, of which the second may be called exactly as the first: `merge "John Smith" "John Smith"`. */
import { lookUp, lookUpStrictly } from '../domain/look-up.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { resolveOne } from './whom.ts'

/**
 * The two contacts that the words mean, in their order. Of two arguments each is one; more are split where both parts mean a contact; one
 * name alone may be that of both.
 * @throws UserError (usage, no-match, ambiguous)
 */
export async function resolveTwo(
  session: Session,
  words: readonly string[],
): Promise<readonly [Candidate, Candidate]> {
  const namesakes = await findNamesakes(session, words)
  if (namesakes !== undefined) return inOrder(session, namesakes)
  const [first, second] = await splitWords(session, words)
  const a = await resolveOne(session, first, 'write')
  const b = (await findOther(session, second, a)) ?? (await resolveOne(session, second, 'write'))
  if (a.uid === b.uid)
    throw usageError(`Both are ${a.name}.`, `Name two contacts: netkeep ${session.verb} WHO WHO`)
  return [a, b]
}

/** The two contacts that all words together mean: one name, typed once, or twice the same. */
async function findNamesakes(
  session: Session,
  words: readonly string[],
): Promise<readonly [Candidate, Candidate] | undefined> {
  const [typed = '', again] = words
  if (words.length > 2 || (again !== undefined && again !== typed)) return undefined
  const { matches } = lookUpStrictly(typed, nameIndexOf((await session.store()).db))
  const [a, b] = matches
  return a === undefined || b === undefined || matches.length > 2 ? undefined : [a, b]
}

/** Only somebody at the keyboard can say which is to be kept. */
async function inOrder(
  session: Session,
  [a, b]: readonly [Candidate, Candidate],
): Promise<readonly [Candidate, Candidate]> {
  if (!session.isInteractive)
    throw new UserError(
      'ambiguous',
      `Two contacts are called ${a.name}; which of them comes first?`,
      `Name them by id: netkeep ${verbOf(session)} ${a.id} ${b.id}`,
      [a, b],
    )
  if (session.verb !== 'merge') return [a, b]
  const { db } = await session.store()
  const prompter = await session.context.loadPrompter()
  const kept = await prompter.select(
    'Which one is to stay?',
    [a, b].map((contact) => ({ name: describeNamesake(db, contact, session), value: contact })),
  )
  return kept.uid === a.uid ? [a, b] : [b, a]
}

/** With an address: two of one name may well be of one organization. */
function describeNamesake(db: Database, contact: Candidate, { today }: Session): string {
  const [line] = getListed(db, [contact.uid], today)
  const address = line?.emails[0] ?? line?.phones[0] ?? line?.urls[0]
  const told = [contact.name, contact.organization, address].filter((part) => part != null)
  return `${told.map((part) => safeText(part)).join(', ')} (${contact.id})`
}

async function splitWords(
  session: Session,
  words: readonly string[],
): Promise<readonly [readonly string[], readonly string[]]> {
  if (words.length === 2) return [words.slice(0, 1), words.slice(1)]
  const index = nameIndexOf((await session.store()).db)
  const means = (part: readonly string[]): boolean => lookUpStrictly(part.join(' '), index).matches.length > 0
  const places = words
    .map((_, place) => place)
    .filter((place) => place > 0 && means(words.slice(0, place)) && means(words.slice(place)))
  const [place] = places
  if (place === undefined || places.length > 1)
    throw usageError(
      words.length === 1
        ? `"${words[0]}" is one contact; two are needed.`
        : `"${words.join(' ')}" does not say which two contacts are meant.`,
      words.length === 1
        ? `Name the other too: netkeep ${verbOf(session)} ${quoteWord(words[0] ?? '')} WHO`
        : `Put names of several words into quotes: netkeep ${verbOf(session)} ${inQuotes(words, place)}`,
    )
  return [words.slice(0, place), words.slice(place)]
}

/** What two contacts are named behind. */
function verbOf(session: Session): string {
  return session.typed.includes('--not-same') ? 'duplicates --not-same' : session.verb
}

/** The words as two names, divided there or else in the middle. */
function inQuotes(words: readonly string[], place = Math.floor(words.length / 2)): string {
  return [words.slice(0, place), words.slice(place)].map((part) => quoteWord(part.join(' '))).join(' ')
}

/** Where the name of the second means the first too, and just one besides, that one is meant. */
async function findOther(
  session: Session,
  words: readonly string[],
  first: Candidate,
): Promise<Candidate | undefined> {
  const { matches } = lookUp(words.join(' '), nameIndexOf((await session.store()).db))
  const others = matches.filter(({ uid }) => uid !== first.uid)
  const [other] = others
  return other !== undefined && others.length === 1 && matches.length === 2 ? other : undefined
}

export function sayTwo([a, b]: readonly [Candidate, Candidate]): string {
  return `${safeText(a.name)} (${a.id}) and ${safeText(b.name)} (${b.id})`
}
