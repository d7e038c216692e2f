/** Words typed behind `intro` that name nobody: those between two names, states, and mistyped actions. */
import { findState } from '../domain/introduction.ts'
import { lookUp, lookUpStrictly } from '../domain/look-up.ts'
import { isOneTypoApart } from '../domain/match-key.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'

/** One letter is like everything. */
const SHORTEST_ALIKE = 2

/**
 * Refuses a first word that is nearly an action, and a state among the contacts: neither would be found, and the hint is to say why.
 * @throws UserError (usage)
 */
export async function refuseNoNames(
  session: Session,
  words: readonly string[],
  actions: readonly string[],
): Promise<void> {
  const index = nameIndexOf((await session.store()).db)
  const [first = '', ...rest] = words
  const meant = actions.find((action) => isAlike(first.toLowerCase(), action))
  if (meant !== undefined && lookUp(first, index).kind === undefined)
    throw usageError(
      `No contact is called "${first}".`,
      `Did you mean: netkeep intro ${[meant, ...rest.map(quoteWord)].join(' ')}`,
    )
  const place = words.findIndex((word) => findState(word) !== undefined)
  const state = words[place]
  if (state === undefined || words.length < 2 || (await isCalled(session, state))) return
  const others = words.toSpliced(place, 1).map(quoteWord).join(' ')
  const made = words.length > 2 ? `   A new one: netkeep intro ${others} --state ${state.toLowerCase()}` : ''
  throw usageError(
    `"${state}" says how far an introduction is, and no contact is called so.`,
    `Type: netkeep intro update ${others} ${state.toLowerCase()}${made}`,
  )
}

/** `lst`, `ls`, `updte`: a typing slip, or some letters of it in their order from the first. */
function isAlike(typed: string, action: string): boolean {
  if (isOneTypoApart(typed, action)) return true
  if (typed.length < SHORTEST_ALIKE || typed[0] !== action[0]) return false
  let at = 0
  for (const letter of action) if (letter === typed[at]) at++
  return at === typed.length
}

const BETWEEN: readonly string[] = ['to', 'and', 'with']

/** `ada to grace`: the word between the two divides them, where just one is there and nobody is called so. */
export async function splitBetween(session: Session, words: readonly string[]): Promise<readonly string[]> {
  const places = words.flatMap((word, place) => (BETWEEN.includes(word.toLowerCase()) ? [place] : []))
  const [place = 0] = places
  if (places.length !== 1 || place === 0 || place === words.length - 1) return words
  if (await isCalled(session, words[place] ?? '')) return words
  return [words.slice(0, place).join(' '), words.slice(place + 1).join(' ')]
}

/** Whether it is a contact's id, name or a whole word of one: the beginning of a longer word is not. */
async function isCalled(session: Session, word: string): Promise<boolean> {
  const { kind } = lookUpStrictly(word, nameIndexOf((await session.store()).db))
  return kind !== undefined && kind !== 'prefix'
}
