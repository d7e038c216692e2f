/** Which contact a typed name means. The index it searches is given, so the rules stay here and the storage elsewhere. */
import type { Candidate } from '../errors.ts'
import { emailKeyOf, isOneTypoApart, nameKeyOf, wordsOf } from './match-key.ts'

/** How a contact was found, the surest first. */
export type MatchKind = 'id' | 'email' | 'name' | 'words' | 'prefix' | 'typo'

export interface LookUpResult {
  /** Undefined when nothing matches, not even with a typo. */
  readonly kind: MatchKind | undefined
  /** The contacts that match in that way, the most recently touched first; at most {@link MOST_CANDIDATES}. */
  readonly matches: readonly Candidate[]
  /** Only where nothing matches: contacts with a similar name. */
  readonly nearest: readonly Candidate[]
}

/** A list longer than this helps nobody choose. */
export const MOST_CANDIDATES = 10
const MOST_NEAREST = 3
/** Shorter words have too many neighbours for a typo to be told from another name. */
const SHORTEST_MISTYPED = 4
/** Nobody types a name of more words, but perhaps a whole text by mistake: then only a name that is all of it matches. */
const MOST_WORDS = 30

/**
 * What a typed word may stand for: it matches a name when any of `exact` is a word of it, or when one starts with `prefix`.
 */
export interface WordPattern {
  readonly exact: readonly string[]
  readonly prefix: string | undefined
}

/** Live contacts only; each list is ordered by last touch, the latest first, and cut at {@link MOST_CANDIDATES}. */
export interface NameIndex {
  byIdSuffix(suffix: string): readonly Candidate[]
  byEmail(key: string): readonly Candidate[]
  byWholeName(key: string): readonly Candidate[]
  /** Contacts with a name or alias word for each pattern, no word serving two patterns. */
  byWords(patterns: readonly WordPattern[]): readonly Candidate[]
  /** Known words that share their first or last half with `word` and are at most one letter longer or shorter. */
  similarWords(word: string): readonly string[]
}

const NOTHING: LookUpResult = { kind: undefined, matches: [], nearest: [] }

/** Finds by id, e-mail, whole name or alias, exact words, prefixes: the first way that matches anything decides. No typos. */
export function lookUpStrictly(typed: string, index: NameIndex): LookUpResult {
  const words = wordsOf(typed)
  const ways: readonly [MatchKind, () => readonly Candidate[]][] = [
    ['id', () => (ID_SUFFIX.test(typed) ? index.byIdSuffix(typed.toLowerCase()) : [])],
    ['email', () => (typed.includes('@') ? index.byEmail(emailKeyOf(typed)) : [])],
    ['name', () => index.byWholeName(nameKeyOf(typed))],
    ['words', () => (words.length > MOST_WORDS ? [] : index.byWords(words.map(exactly)))],
    ['prefix', () => (words.length > MOST_WORDS ? [] : index.byWords(words.map(startingWith)))],
  ]
  if (words.length === 0) return NOTHING
  for (const [kind, find] of ways) {
    const matches = find()
    if (matches.length > 0) return { kind, matches, nearest: [] }
  }
  return NOTHING
}

/** The same, and failing that with a typo in some word of four letters or more; failing that too, similar names to suggest. */
export function lookUp(typed: string, index: NameIndex): LookUpResult {
  const strict = lookUpStrictly(typed, index)
  const words = wordsOf(typed)
  if (strict.kind !== undefined || words.length === 0 || words.length > MOST_WORDS) return strict
  const patterns = words.map((word) => allowingTypo(word, index))
  const matches = index.byWords(patterns)
  return matches.length > 0
    ? { kind: 'typo', matches, nearest: [] }
    : { ...NOTHING, nearest: nearestTo(patterns, index) }
}

/** The last 6 characters of a uid or more of it, at most all of it. */
export const ID_SUFFIX: RegExp = /^[0-9a-f-]{6,36}$/i

function exactly(word: string): WordPattern {
  return { exact: [word], prefix: undefined }
}

function startingWith(word: string): WordPattern {
  return { exact: [], prefix: word }
}

function allowingTypo(word: string, index: NameIndex): WordPattern {
  if (word.length < SHORTEST_MISTYPED) return startingWith(word)
  return { exact: index.similarWords(word).filter((known) => isOneTypoApart(word, known)), prefix: word }
}

/** Contacts that match one of the words at least, else those whose name begins like the first word. */
function nearestTo(patterns: readonly WordPattern[], index: NameIndex): readonly Candidate[] {
  const near = patterns.flatMap((pattern) => index.byWords([pattern]))
  const beginning = patterns[0]?.prefix?.slice(0, 3) ?? ''
  const found = near.length > 0 || beginning.length < 3 ? near : index.byWords([startingWith(beginning)])
  return [...new Map(found.map((contact) => [contact.uid, contact])).values()].slice(0, MOST_NEAREST)
}
