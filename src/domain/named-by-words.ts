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
export function findNamed<T extends { readonly name: string }>(
  typed: string,
  things: readonly T[],
): readonly T[] {
  const folded = foldText(typed)
  const words = longestFirst(wordsOf(typed))
  if (words.length === 0) return []
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => foldText(name) === folded,
    (name) => fitWords(words, wordsOf(name), (known, word) => known === word),
    (name) => fitWords(words, wordsOf(name), (known, word) => known.startsWith(word)),
  ]
  for (const fits of ways) {
    const found = things.filter(({ name }) => fits(name))
    if (found.length > 0) return found
  }
  return []
}

/** Whether each word typed is the beginning of a word of the name, none of which serves two. */
export function beginWords(typed: readonly string[], known: readonly string[]): boolean {
  return fitWords(longestFirst(typed), known, (word, beginning) => word.startsWith(beginning))
}

/** What two words can stand for differs unless one begins like the other: so the longest may take any word that it fits. */
function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

function fitWords(
  typed: readonly string[],
  known: readonly string[],
  fits: (known: string, word: string) => boolean,
): boolean {
  const left = [...known]
  return typed.every((word) => {
    const at = left.findIndex((other) => fits(other, word))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}
