/**
 * Which pairs of contacts are worth a look: those that share an address, a number, a page or a name, or nearly a name. Found by what they
 * share, never by comparing each with each, and in proportion to the contacts even where thousands share it.
 */
import { compareText } from './compare-text.ts'
import type { Compared } from './duplicate-facts.ts'
import { groupBy } from './group-by.ts'
import { nicknamesOf } from './nickname.ts'
import { similarWords } from './similar-words.ts'

/** Of a group up to this size each is paired with each. In a larger one only those that are most alike, who stand side by side. */
const MOST_TOGETHER = 8
/** Nobody's name has more words; a text pasted as a name has. */
const MOST_WORDS = 6

/** Places of contacts by key. */
type Groups = ReadonlyMap<string, readonly number[]>

/** Each pair once. @param of only pairs with this contact, and then with everyone in its groups. */
export function candidatePairs(
  contacts: readonly Compared[],
  of: string | undefined,
): readonly (readonly [Compared, Compared])[] {
  const only = of === undefined ? undefined : contacts.findIndex(({ uid }) => uid === of)
  const pairs = new Set<number>()
  const add = (a: number, b: number): void => {
    if (a === b || (only !== undefined && a !== only && b !== only)) return
    pairs.add(Math.min(a, b) * contacts.length + Math.max(a, b))
  }
  const names = placesBy(contacts, ({ names }) => names.map(({ key }) => key))
  const groups = [
    names,
    placesBy(contacts, ({ emails }) => emails),
    placesBy(contacts, ({ phones }) => phones.map(({ key }) => key)),
    placesBy(contacts, ({ urls }) => urls),
  ]
  for (const group of groups) for (const members of group.values()) pairWithin(contacts, members, only, add)
  for (const [key, other] of nearNames(names)) {
    const [mine, theirs] = [names.get(key) ?? [], names.get(other) ?? []]
    pairAcross(contacts, mine, theirs, only, add)
  }
  return [...pairs].flatMap((pair) => {
    const [a, b] = [contacts[Math.floor(pair / contacts.length)], contacts[pair % contacts.length]]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
}

function placesBy(
  contacts: readonly Compared[],
  keysOf: (contact: Compared) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const keyed = contacts.flatMap((contact, place) =>
    [...new Set(keysOf(contact))].map((key) => ({ key, place })),
  )
  return groupBy(
    keyed,
    ({ key }) => key,
    ({ place }) => place,
  )
}

type Add = (a: number, b: number) => void

function pairWithin(
  contacts: readonly Compared[],
  members: readonly number[],
  only: number | undefined,
  add: Add,
): void {
  if (members.length < 2) return
  if (members.length <= MOST_TOGETHER) {
    for (const [index, a] of members.entries()) for (const b of members.slice(index + 1)) add(a, b)
  } else if (only !== undefined) {
    if (members.includes(only)) for (const other of members) add(only, other)
  } else {
    const ordered = byLikeness(contacts, members)
    for (const [index, a] of ordered.entries()) add(a, ordered[index + 1] ?? a)
  }
}

/** The same for members of two groups: none with others of its own. */
function pairAcross(
  contacts: readonly Compared[],
  mine: readonly number[],
  theirs: readonly number[],
  only: number | undefined,
  add: Add,
): void {
  if (mine.length * theirs.length <= MOST_TOGETHER ** 2) {
    for (const a of mine) for (const b of theirs) add(a, b)
  } else if (only !== undefined) {
    if (mine.includes(only)) for (const other of theirs) add(only, other)
    if (theirs.includes(only)) for (const other of mine) add(only, other)
  } else {
    const isMine = new Set(mine)
    const ordered = byLikeness(contacts, [...mine, ...theirs])
    for (const [index, a] of ordered.entries()) {
      const next = ordered[index + 1]
      if (next !== undefined && isMine.has(a) !== isMine.has(next)) add(a, next)
    }
  }
}

function byLikeness(contacts: readonly Compared[], members: readonly number[]): readonly number[] {
  const keyed = members.map((place) => {
    const contact = contacts[place]
    return { place, key: `${contact?.organizationKey}\n${contact?.birthday}\n${contact?.placeKey}` }
  })
  return keyed.sort((a, b) => compareText(a.key, b.key) || a.place - b.place).map(({ place }) => place)
}

/** Pairs of names that are nearly one; some twice. */
function* nearNames(names: Groups): Generator<readonly [string, string]> {
  const wordsByKey = [...names.keys()]
    .map((key) => ({ key, words: key.split(' ') }))
    .filter(({ words }) => words.length > 1 && words.length <= MOST_WORDS)
  const isNear = similarWords(new Set(wordsByKey.flatMap(({ words }) => words)))
  const known = new Map<string, readonly string[]>()
  const othersFor = (word: string): readonly string[] => {
    const others = known.get(word) ?? [...isNear(word), ...nicknamesOf(word)]
    known.set(word, others)
    return others
  }
  for (const { key, words } of wordsByKey) {
    for (const [index, word] of words.entries()) {
      for (const other of othersFor(word)) {
        const near = keyOf(words.with(index, other))
        if (names.has(near)) yield [key, near]
      }
      const rest = words.length > 2 ? keyOf(words.toSpliced(index, 1)) : ''
      if (names.has(rest)) yield [key, rest]
    }
  }
  yield* initialNames(wordsByKey)
}

interface Words {
  readonly key: string
  readonly words: readonly string[]
}

/** Names with initials, each with those whose words begin so. */
function* initialNames(names: readonly Words[]): Generator<readonly [string, string]> {
  const bySignature = new Map<string, string[]>()
  const writtenOut = new Set<string>()
  for (const { key, words } of names) {
    if (words.every((word) => word.length > 1)) continue
    const signature = signatureOf(words, [])
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), key])
    for (const word of words) if (word.length > 1) writtenOut.add(word)
  }
  if (bySignature.size === 0) return
  for (const { key, words } of names) {
    if (!words.some((word) => writtenOut.has(word))) continue
    for (const shortened of shortenings(words))
      for (const other of bySignature.get(signatureOf(words, shortened)) ?? []) yield [other, key]
  }
}

/** One word that may have become an initial, or two. */
function shortenings(words: readonly string[]): readonly (readonly number[])[] {
  const long = words.flatMap((word, index) => (word.length > 1 ? [index] : []))
  const two = long.flatMap((first, at) => long.slice(at + 1).map((second) => [first, second]))
  return [...long.map((index) => [index]), ...two]
}

/** The words that are written out, and the initials. */
function signatureOf(words: readonly string[], shortened: readonly number[]): string {
  const isInitial = (word: string, index: number): boolean => word.length === 1 || shortened.includes(index)
  const initials = words.flatMap((word, index) => (isInitial(word, index) ? [word.charAt(0)] : []))
  return `${words.filter((word, index) => !isInitial(word, index)).join(' ')}|${initials.sort().join(' ')}`
}

function keyOf(words: readonly string[]): string {
  return words.toSorted().join(' ')
}
