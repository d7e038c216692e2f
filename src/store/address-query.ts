/** Finds e-mail addresses as they are being typed: by the words of a name, by an address, by a part of one. */
import { wordsOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

export interface FoundAddress {
  readonly uid: string
  readonly email: string
  readonly name: string
  readonly organization: string | null
  readonly label: string | null
}

/**
 * Up to so many contacts with a word all of them are looked at. Of more, only the most recently touched: whoever typed one letter of a
 * hundred thousand names wants to go on typing, and waits at each.
 */
const NARROW = 2000
const RECENT = 5000
/** Above every letter: the end of a range of words with one beginning. */
const AFTER_ALL = '\u{10ffff}'

/** Whether the contact has an e-mail address, for a condition. */
const HAS_EMAIL = "EXISTS (SELECT 1 FROM match_key e WHERE e.contact = k.contact AND e.kind = 'email')"
const HAS_WORD =
  "EXISTS (SELECT 1 FROM match_key m WHERE m.contact = k.contact AND m.kind = 'word' AND m.key >= ? AND m.key < ?)"

/**
 * Addresses of contacts with a name, alias or address word that begins with each of the words typed, or with an address that begins so; the
 * most recently touched first, at most `most`. Nothing typed finds the most recent ones.
 */
export function findAddresses(db: Database, typed: string, most: number): readonly FoundAddress[] {
  const words = wordsOf(typed)
  const beginning = typed.trim().toLowerCase()
  const contacts = new Set([
    ...byWords(db, words, most),
    ...(beginning === '' ? [] : byBeginning(db, beginning, most)),
    ...(words.length === 0 ? [] : byParts(db, words, most)),
  ])
  return db
    .prepare(
      `SELECT c.id AS uid, p.value AS email, c.name, c.organization, p.label
       FROM json_each(?) j JOIN contact_state s ON s.contact = j.value JOIN contact c ON c.id = s.contact
       JOIN contact_point p ON p.contact = c.id AND p.kind = 'email' AND p.deleted IS NULL
       ORDER BY s.last_counted_on DESC NULLS LAST, s.name_key, c.id, p.preferred DESC, p.value LIMIT ?`,
    )
    .all(JSON.stringify([...contacts]), most) as FoundAddress[]
}

function byWords(db: Database, words: readonly string[], most: number): readonly string[] {
  const counts = words.map((word) => countUpTo(db, word, NARROW + 1))
  const least = Math.min(...counts)
  if (least === 0) return []
  const conditions = [HAS_EMAIL, ...words.map(() => HAS_WORD)].join(' AND ')
  const values = words.flatMap((word) => [word, word + AFTER_ALL])
  const rarest = words[counts.indexOf(least)]
  if (rarest !== undefined && least <= NARROW) {
    const matches = "SELECT DISTINCT contact FROM match_key WHERE kind = 'word' AND key >= ? AND key < ?"
    return pluck(db, `SELECT k.contact FROM (${matches}) k WHERE ${conditions}`, [
      rarest,
      rarest + AFTER_ALL,
      ...values,
    ])
  }
  const recent = `SELECT contact FROM contact_state ORDER BY last_counted_on DESC LIMIT ${RECENT}`
  return pluck(db, `SELECT k.contact FROM (${recent}) k WHERE ${conditions} LIMIT ${most}`, values)
}

function countUpTo(db: Database, word: string, most: number): number {
  return db
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM match_key WHERE kind = 'word' AND key >= ? AND key < ? LIMIT ${most})`,
    )
    .pluck()
    .get(word, word + AFTER_ALL) as number
}

function byBeginning(db: Database, beginning: string, most: number): readonly string[] {
  return pluck(
    db,
    `SELECT contact FROM match_key WHERE kind = 'email' AND key >= ? AND key < ? LIMIT ${most}`,
    [beginning, beginning + AFTER_ALL],
  )
}

/** Letters that a part of an address has at least: fewer begin too many words of notes. */
const SHORTEST_PART = 3
/** How many contacts with such words somewhere are looked at: each costs 20 µs. */
const PARTS = 400

/**
 * By words in the middle of an address: `mil` finds grace@navy.mil. The index of `find` has the words of addresses among others, so what
 * it gives is looked at again. CROSS JOIN keeps SQLite from starting with all keys there are.
 */
function byParts(db: Database, words: readonly string[], most: number): readonly string[] {
  if (words.every((word) => word.length < SHORTEST_PART)) return []
  const query = words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
  const found = db
    .prepare(
      `SELECT d.contact, group_concat(k.key, ' ') AS keys
       FROM (SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ${PARTS}) x
       CROSS JOIN search_document d ON d.id = x.rowid CROSS JOIN match_key k ON k.contact = d.contact AND k.kind IN ('email', 'word')
       GROUP BY d.contact`,
    )
    .all(query) as { contact: string; keys: string }[]
  return found
    .filter(({ keys }) => {
      const known = wordsOf(keys)
      return words.every((word) => known.some((key) => key.startsWith(word)))
    })
    .slice(0, most)
    .map(({ contact }) => contact)
}

function pluck(db: Database, sql: string, values: readonly string[]): readonly string[] {
  return db
    .prepare(sql)
    .pluck()
    .all(...values) as string[]
}
