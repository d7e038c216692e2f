/** Things of which there are a handful, named by words of their names: groups, events. */
import { ID_SUFFIX } from './look-up.ts'
import { foldText, wordsOf } from './match-key.ts'

interface Named {
  readonly uid: string
  readonly name: string
}

/** Nobody gives such a thing a name of more words; behind it may stand a whole list of contacts. */
const MOST_WORDS = 30

/** By the end of its id where there is one that ends so, else by its name. */
export function findByIdOrName<T extends Named>(typed: string, things: readonly T[]): readonly T[] {
  const suffix = typed.trim().toLowerCase()
  const byId = ID_SUFFIX.test(suffix) ? things.filter(({ uid }) => uid.endsWith(suffix)) : []
  return byId.length > 0 ? byId : findNamed(typed, things)
}

/**
 * How many of the words at the beginning name one of them: as many as can, at least one. The rest is something else: `event log data days
 * ada grace`.
 */
export function countNameWords(words: readonly string[], things: readonly Named[]): number {
  for (let count = Math.min(words.length, MOST_WORDS); count > 1; count--)
    if (findByIdOrName(words.slice(0, count).join(' '), things).length > 0) return count
  return 1
}

/** The first way that finds any decides: the whole name, every word typed a word of it, every word the beginning of one. */
function findNamed<T extends { readonly name: string }>(typed: string, things: readonly T[]): readonly T[] {
  const folded = foldText(typed)
  // The longest first: of two beginnings, the longer one fits fewer words, and none that the shorter does not fit.
  const words = [...wordsOf(typed)].sort((a, b) => b.length - a.length)
  if (words.length === 0) return []
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => foldText(name) === folded,
    (name) => hasWords(name, words, (known, word) => known === word),
    (name) => hasWords(name, words, (known, word) => known.startsWith(word)),
  ]
  for (const fits of ways) {
    const found = things.filter(({ name }) => fits(name))
    if (found.length > 0) return found
  }
  return []
}

/** No word of the name serves two that were typed. */
function hasWords(
  name: string,
  typed: readonly string[],
  fits: (known: string, word: string) => boolean,
): boolean {
  const left = [...wordsOf(name)]
  return typed.every((word) => {
    const at = left.findIndex((known) => fits(known, word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
