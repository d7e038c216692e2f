/** WHO… with --new: contacts that are there, and names for new ones. Nobody is added who might be somebody known. */
import { parseNameAndEmail } from '../domain/contact.ts'
import { lookUp, type MatchKind } from '../domain/look-up.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { type Candidate, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { ambiguous, describeCandidate, emptyName, findTogether, misspelt, uniqueContacts } from './whom.ts'

export interface WhoOrNew {
  readonly contacts: readonly Candidate[]
  readonly newNames: readonly string[]
}

/** How sure a match must be to be taken in spite of --new. */
const CERTAIN: readonly (MatchKind | undefined)[] = ['id', 'email', 'name']
/** The same in a list of some who are there and some who are new: who is called `ada` in it is the one Ada there is. */
export const CERTAIN_IN_A_LIST: readonly (MatchKind | undefined)[] = [...CERTAIN, 'words']

export async function resolveOrNew(
  session: Session,
  words: readonly string[],
  certain: readonly (MatchKind | undefined)[] = CERTAIN,
): Promise<WhoOrNew> {
  if (words.some((word) => word.trim() === '')) throw emptyName()
  const { db } = await session.store()
  const index = nameIndexOf(db)
  const together = findTogether(words, index)
  const typed = together === undefined ? words : [words.join(' ')]
  const found: Candidate[] = []
  const newNames: string[] = []
  for (const name of typed) {
    const { kind, matches } = lookUp(parseNameAndEmail(name).email ?? name, index)
    const [first] = matches
    if (first === undefined) newNames.push(name)
    else if (certain.includes(kind) && matches.length === 1) found.push(first)
    else if (session.isInteractive) {
      const chosen = await chooseOrNew(session, name, matches)
      if (chosen === undefined) newNames.push(name)
      else found.push(chosen)
    } else throw matches.length > 1 ? ambiguous(session, name, matches) : misspelt(name, first)
  }
  if (newNames.length > 1 && newNames.some((name) => !/\s/.test(name.trim()))) {
    throw usageError(
      `Is "${newNames.join(' ')}" one new contact or ${newNames.length}?`,
      `Put a whole name in quotes: netkeep log "${newNames.join(' ')}" --new`,
    )
  }
  const byKey = new Map(newNames.map((name) => [nameKeyOf(parseNameAndEmail(name).name), name]))
  return { contacts: uniqueContacts(found), newNames: [...byKey.values()] }
}

async function chooseOrNew(
  session: Session,
  name: string,
  matches: readonly Candidate[],
): Promise<Candidate | undefined> {
  const prompter = await session.context.loadPrompter()
  return prompter.select<Candidate | undefined>(`Who is "${safeText(name)}"?`, [
    ...matches.map((match) => ({ name: describeCandidate(match), value: match })),
    { name: `somebody new: ${safeText(name)}`, value: undefined },
  ])
}
