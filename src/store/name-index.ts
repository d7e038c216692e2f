/** Answers the questions of domain/look-up.ts from the derived match keys. */
import { MOST_CANDIDATES, type NameIndex, type WordPattern } from '../domain/look-up.ts'
import { wordsOf } from '../domain/match-key.ts'
import type { Candidate } from '../errors.ts'
import { shortIdOf } from './contact-list.ts'
import { reverse } from './derived-match-keys.ts'
import type { Database } from './driver.ts'
import { survivorOf } from './survivor.ts'

/**
 * How many matches for each contact wanted are many. Looking up the last touch of one costs ten times as much as meeting it on the way
 * back in time, so beyond a few that way is shorter; and beyond many, it is so short that knowing all matches beforehand does not pay.
 */
const FEW = 20
const MANY = 100
/**
 * The same for contacts that match several words: beyond this many matches, the most recently touched contacts are tried one by one, and
 * as many as are wanted match soon. Up to it, all are looked at: of two words that are both not rare perhaps nobody has both, and
 * trying everybody for that takes 50 ms.
 */
const NARROW = 2000
/** Above every letter: the end of a range of words with one beginning. */
const AFTER_ALL = '\u{10ffff}'

export function nameIndexOf(db: Database): NameIndex {
  const ordered = (uids: readonly string[]): readonly Candidate[] =>
    withIds(db, mostRecent(db, uids, MOST_CANDIDATES))
  const byKey = (kind: string, key: string): readonly Candidate[] =>
    ordered(
      db
        .prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? LIMIT ?')
        .pluck()
        .all(kind, key, NARROW) as string[],
    )
  return {
    byIdSuffix: (suffix) => ordered(findBySuffix(db, suffix)),
    byEmail: (key) => byKey('email', key),
    byWholeName: (key) => (key === '' ? [] : byKey('name', key)),
    byWords: (patterns) => withIds(db, findByWords(db, patterns, MOST_CANDIDATES)),
    similarWords: (word) => similarWords(db, word),
  }
}

/** Live contacts by the end of their uid; where none has it, those that contacts with such a uid were merged into. */
function findBySuffix(db: Database, suffix: string): readonly string[] {
  const find = (from: string): readonly string[] =>
    db
      .prepare(
        `SELECT c.id FROM contact c ${from}
         AND substr(c.id, -6) = substr(:suffix, -6) AND substr(c.id, -length(:suffix)) = :suffix`,
      )
      .pluck()
      .all({ suffix }) as string[]
  const live = find('JOIN contact_state s ON s.contact = c.id WHERE 1')
  return live.length > 0
    ? live
    : find('WHERE c.merged_into IS NOT NULL AND c.deleted IS NULL').map((uid) => survivorOf(db, uid))
}

/** A contact whose short id nobody has asked for yet. */
export type NamedContact = Omit<Candidate, 'id'>

/** Contacts with a word of their names for each of these beginnings, all contacts for none; the most recently touched first. */
export function findByBeginnings(
  db: Database,
  beginnings: readonly string[],
  most: number,
): readonly NamedContact[] {
  if (beginnings.length > 0) {
    return findByWords(
      db,
      beginnings.map((prefix) => ({ exact: [], prefix })),
      most,
    )
  }
  const recent = db.prepare('SELECT contact FROM contact_state ORDER BY last_counted_on DESC LIMIT ?').pluck()
  return mostRecent(db, recent.all(most) as string[], most)
}

/** Addresses that begin so, in lower case, each with the name of its contact. */
export function findEmails(
  db: Database,
  beginning: string,
  most: number,
): readonly { readonly email: string; readonly name: string }[] {
  return db
    .prepare(
      `SELECT k.key AS email, c.name FROM match_key k JOIN contact c ON c.id = k.contact
       WHERE k.kind = 'email' AND k.key >= :beginning AND k.key < :beginning || :after LIMIT :most`,
    )
    .all({ beginning, after: AFTER_ALL, most }) as { email: string; name: string }[]
}

/** Sorts by last touch and keeps the first few. */
function mostRecent(db: Database, uids: readonly string[], most: number): readonly NamedContact[] {
  return db
    .prepare(
      `WITH recent AS (
         SELECT s.contact, s.last_counted_on, s.name_key FROM json_each(?) j JOIN contact_state s ON s.contact = j.value
         ORDER BY s.last_counted_on DESC NULLS LAST, s.name_key, s.contact LIMIT ?)
       SELECT c.id AS uid, c.name, c.organization FROM recent r JOIN contact c ON c.id = r.contact
       ORDER BY r.last_counted_on DESC NULLS LAST, r.name_key, c.id`,
    )
    .all(JSON.stringify([...new Set(uids)]), most) as NamedContact[]
}

function withIds(db: Database, contacts: readonly NamedContact[]): readonly Candidate[] {
  return contacts.map(({ uid, name, organization }) => ({ uid, id: shortIdOf(db, uid), name, organization }))
}

function findByWords(db: Database, patterns: readonly WordPattern[], most: number): readonly NamedContact[] {
  const [pattern, ...more] = patterns
  if (pattern === undefined) return []
  if (more.length === 0) return findByWord(db, conditionOf(pattern), most)
  const conditions = patterns.map(conditionOf)
  const counts = conditions.map((condition) => countUpTo(db, condition, NARROW + 1))
  const rarest = counts.indexOf(Math.min(...counts))
  if (counts[rarest] === 0) return []
  const isBroad = (counts[rarest] ?? 0) > NARROW
  const others = conditions.filter((_, index) => isBroad || index !== rarest)
  const conditionsOn = (contact: string): string =>
    others.map((condition) => `AND ${hasWord(condition, contact)}`).join(' ')
  const values = others.flatMap((condition) => condition.values)
  // Distinct words must serve distinct patterns.
  const fits = (uid: string): boolean => canAssign(patterns, namesOf(db, uid))
  if (isBroad) {
    const recent = `FROM contact_state s WHERE 1 ${conditionsOn('s.contact')} ORDER BY s.last_counted_on DESC`
    return firstFitting(db, recent, values, fits, most)
  }
  const first = conditions[rarest] ?? conditionOf(pattern)
  const matching = `FROM (${matchesOf(first)}) k CROSS JOIN contact_state s ON s.contact = k.contact
     WHERE 1 ${conditionsOn('k.contact')} GROUP BY s.contact ORDER BY s.last_counted_on DESC, s.name_key, s.contact`
  return firstFitting(db, matching, [...first.values, ...values], fits, most)
}

function findByWord(db: Database, condition: Condition, most: number): readonly NamedContact[] {
  const count = countUpTo(db, condition, MANY * most + 1)
  const matching = matchesOf(condition)
  if (count <= FEW * most) {
    return mostRecent(
      db,
      db
        .prepare(matching)
        .pluck()
        .all(...condition.values) as string[],
      most,
    )
  }
  // The plus keeps SQLite from starting with the matches.
  const isMatch = count <= MANY * most ? `+s.contact IN (${matching})` : hasWord(condition, 's.contact')
  const recent = db.prepare(
    `SELECT s.contact FROM contact_state s WHERE ${isMatch} ORDER BY s.last_counted_on DESC LIMIT ?`,
  )
  return mostRecent(db, recent.pluck().all(...condition.values, most) as string[], most)
}

function countUpTo(db: Database, condition: Condition, most: number): number {
  return db
    .prepare(`SELECT count(*) FROM (${matchesOf(condition)} LIMIT ${most})`)
    .pluck()
    .get(...condition.values) as number
}

function hasWord({ parts }: Condition, contact: string): string {
  return `EXISTS (SELECT 1 FROM match_key m WHERE m.contact = ${contact} AND m.kind = 'word' AND (${parts.join(' OR ')}))`
}

/** Of perhaps very many contacts, the most recently touched first, the first that fit: found by taking more of them each time. */
function firstFitting(
  db: Database,
  contacts: string,
  values: readonly string[],
  fits: (uid: string) => boolean,
  most: number,
): readonly NamedContact[] {
  const first = db.prepare(`SELECT s.contact ${contacts} LIMIT ?`).pluck()
  for (let steps = 2 * most; ; steps *= 4) {
    const uids = first.all(...values, steps) as string[]
    const found = uids.filter(fits)
    if (found.length >= most || uids.length < steps) return mostRecent(db, found, most)
  }
}

/** What a pattern asks of a word: any of these; the values belong to their marks in this order. */
interface Condition {
  readonly parts: readonly string[]
  readonly values: readonly string[]
}

function conditionOf(pattern: WordPattern): Condition {
  const parts: string[] = []
  const values: string[] = []
  if (pattern.prefix !== undefined) {
    parts.push('key >= ? AND key < ?')
    values.push(pattern.prefix, pattern.prefix + AFTER_ALL)
  }
  if (pattern.exact.length > 0) {
    parts.push(`key IN (${pattern.exact.map(() => '?').join(', ')})`)
    values.push(...pattern.exact)
  }
  return { parts: parts.length === 0 ? ['0'] : parts, values }
}

/** The contacts with such a word, some perhaps twice. Each part is a search of its own: joined by OR, SQLite would read all words there are. */
function matchesOf({ parts }: Condition): string {
  return parts
    .map((part) => `SELECT contact FROM match_key WHERE kind = 'word' AND ${part}`)
    .join(' UNION ALL ')
}

/** The words of a contact's name and aliases. */
function namesOf(db: Database, uid: string): readonly string[] {
  const names = db
    .prepare(
      'SELECT name FROM contact WHERE id = :uid UNION ALL SELECT alias FROM contact_alias WHERE contact = :uid AND deleted IS NULL',
    )
    .pluck()
    .all({ uid }) as string[]
  return names.flatMap(wordsOf)
}

/** Whether each pattern can have a word of its own: one that finds its word taken asks its holder to take another (Kuhn 1955). */
function canAssign(patterns: readonly WordPattern[], words: readonly string[]): boolean {
  const holders = new Map<number, WordPattern>()
  const assign = (pattern: WordPattern, tried: Set<number>): boolean =>
    words.some((word, index) => {
      if (tried.has(index) || !matches(pattern, word)) return false
      tried.add(index)
      const holder = holders.get(index)
      if (holder !== undefined && !assign(holder, tried)) return false
      holders.set(index, pattern)
      return true
    })
  return patterns.every((pattern) => assign(pattern, new Set()))
}

function matches(pattern: WordPattern, word: string): boolean {
  return pattern.exact.includes(word) || (pattern.prefix !== undefined && word.startsWith(pattern.prefix))
}

/** A slip spoils one half of a word only: the other half finds it, forwards or backwards. */
function similarWords(db: Database, word: string): readonly string[] {
  const half = Math.floor((word.length - 1) / 2)
  const beginning = word.slice(0, half)
  const ending = reverse(word).slice(0, half)
  return db
    .prepare(
      `SELECT word FROM match_word
       WHERE word >= :beginning AND word < :beginning || :after AND abs(length(word) - :length) <= 1
       UNION SELECT word FROM match_word
       WHERE reversed >= :ending AND reversed < :ending || :after AND abs(length(word) - :length) <= 1`,
    )
    .pluck()
    .all({ beginning, ending, length: word.length, after: AFTER_ALL }) as string[]
}
