/** The questions of domain/look-up.ts answered the slow and obvious way, to judge the rules, and the SQL index, by. */
import { MOST_CANDIDATES, type NameIndex, type WordPattern } from '../../src/domain/look-up.ts'
import { nameKeyOf, wordsOf } from '../../src/domain/match-key.ts'
import type { Candidate } from '../../src/errors.ts'

export interface KnownContact {
  readonly uid: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly emails?: readonly string[]
  readonly lastTouchOn?: string | null
}

export function bruteForceIndex(contacts: readonly KnownContact[]): NameIndex {
  const recentFirst = [...contacts].sort(
    (a, b) =>
      compare(b.lastTouchOn ?? '', a.lastTouchOn ?? '') ||
      compare(nameKeyOf(a.name), nameKeyOf(b.name)) ||
      compare(a.uid, b.uid),
  )
  const all = (isMeant: (contact: KnownContact) => boolean): readonly Candidate[] =>
    recentFirst
      .filter(isMeant)
      .slice(0, MOST_CANDIDATES)
      .map(({ uid, name }) => ({ uid, id: shortId(uid, contacts), name, organization: null }))
  const namesOf = ({ name, aliases = [] }: KnownContact): readonly string[] => [name, ...aliases]
  const wordsIn = (contact: KnownContact): readonly string[] => namesOf(contact).flatMap(wordsOf)
  return {
    byIdSuffix: (suffix) => all(({ uid }) => uid.endsWith(suffix)),
    byEmail: (key) => all(({ emails = [] }) => emails.some((email) => email.toLowerCase() === key)),
    byWholeName: (key) => all((contact) => key !== '' && namesOf(contact).map(nameKeyOf).includes(key)),
    byWords: (patterns) => (patterns.length === 0 ? [] : all((contact) => serve(patterns, wordsIn(contact)))),
    // More than the index has to give: it may leave out what no typo leads to.
    similarWords: (word) =>
      [...new Set(contacts.flatMap(wordsIn))].filter((known) => Math.abs(known.length - word.length) <= 1),
  }
}

/** Whether every pattern has a word of its own: any word may serve the first, if the others serve the rest. */
function serve(patterns: readonly WordPattern[], words: readonly string[]): boolean {
  const [first, ...rest] = patterns
  if (first === undefined) return true
  return words.some(
    (word, index) =>
      (first.exact.includes(word) || (first.prefix !== undefined && word.startsWith(first.prefix))) &&
      serve(rest, words.toSpliced(index, 1)),
  )
}

/** The shortest end of the uid, from six characters on, that no other contact has. */
function shortId(uid: string, contacts: readonly KnownContact[]): string {
  for (let length = 6; length < uid.length; length++) {
    const suffix = uid.slice(-length)
    if (contacts.every((other) => other.uid === uid || !other.uid.endsWith(suffix))) return suffix
  }
  return uid
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
