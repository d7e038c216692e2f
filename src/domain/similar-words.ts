/** Words of a vocabulary that one slip separates, found without comparing each with each. */
import { isOneTypoApart } from './match-key.ts'

/** Words of other lengths are no names, or have too many neighbours. */
const SHORTEST = 3
const LONGEST = 24
/** What so many words become by losing a letter says nothing of any two of them. */
const MOST_NEIGHBOURS = 40

/**
 * Two words that one slip separates become the same by losing a letter at most (the deletion neighbourhood of Mor and Fraenkel, 1982).
 * @returns for a word of the vocabulary, the others that a slip makes of it.
 */
export function similarWords(vocabulary: ReadonlySet<string>): (word: string) => readonly string[] {
  const words = [...vocabulary].filter(isComparable)
  const byRest = new Map<string, string[]>()
  for (const word of words)
    for (const rest of restsOf(word)) {
      const others = byRest.get(rest)
      if (others === undefined) byRest.set(rest, [word])
      else others.push(word)
    }
  return (word) => {
    if (!isComparable(word)) return []
    const near = new Set<string>()
    for (const rest of restsOf(word)) {
      const others = byRest.get(rest) ?? []
      if (others.length > MOST_NEIGHBOURS) continue
      for (const other of others) if (isOneTypoApart(word, other)) near.add(other)
    }
    return [...near]
  }
}

/** The word itself, and what is left of it without each of its letters. */
function restsOf(word: string): ReadonlySet<string> {
  const rests = new Set([word])
  for (let index = 0; index < word.length; index++) rests.add(word.slice(0, index) + word.slice(index + 1))
  return rests
}

function isComparable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word)
}
