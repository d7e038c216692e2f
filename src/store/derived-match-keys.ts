/** Derives match_key and match_word: under which names, words, addresses and links each live contact is found. */
import { compareText } from '../domain/compare-text.ts'
import { pointKeyOf } from '../domain/contact.ts'
import { wordsOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

interface MatchKey {
  readonly kind: 'name' | 'word' | 'email' | 'url'
  readonly key: string
  readonly contact: string
}

/** Names and aliases of those of the contacts that are live. */
const NAMES = `
WITH given AS (SELECT value AS id FROM json_each(?)),
live AS (SELECT c.id, c.name FROM given JOIN contact c USING (id) WHERE c.deleted IS NULL AND c.merged_into IS NULL)
SELECT id AS contact, name AS text FROM live
UNION ALL SELECT a.contact, a.alias FROM live JOIN contact_alias a ON a.contact = live.id WHERE a.deleted IS NULL`

const POINTS = `
SELECT p.contact, p.kind, p.value AS text FROM json_each(?) g JOIN contact c ON c.id = g.value JOIN contact_point p ON p.contact = c.id
WHERE c.deleted IS NULL AND c.merged_into IS NULL AND p.deleted IS NULL AND p.kind IN ('email', 'url')`

export function deriveMatchKeys(db: Database, contacts: readonly string[]): void {
  if (contacts.length === 0) return
  dropKeys(db, contacts)
  const given = JSON.stringify(contacts)
  const names = db.prepare(NAMES).all(given) as { contact: string; text: string }[]
  const points = db.prepare(POINTS).all(given) as { contact: string; kind: 'email' | 'url'; text: string }[]
  const keys = [
    ...names.flatMap(({ contact, text }) => nameKeys(contact, text)),
    ...points.map(({ contact, kind, text }): MatchKey => ({ kind, key: pointKeyOf(kind, text), contact })),
  ]
  // In the order of the index, an import of thousands writes each of its pages once.
  keys.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key))
  const insert = db.prepare('INSERT INTO match_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  for (const { kind, key, contact } of keys) insert.run(kind, key, contact)
  const insertWord = db.prepare('INSERT INTO match_word VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const word of new Set(keys.filter(({ kind }) => kind === 'word').map(({ key }) => key))) {
    insertWord.run(word, reverse(word))
  }
}

function nameKeys(contact: string, name: string): readonly MatchKey[] {
  const words = wordsOf(name)
  return [
    { kind: 'name', key: words.join(' '), contact },
    ...words.map((key): MatchKey => ({ kind: 'word', key, contact })),
  ]
}

/** Takes away the keys of contacts, and the words that nobody else has. */
function dropKeys(db: Database, contacts: readonly string[]): void {
  const drop = db.prepare('DELETE FROM match_key WHERE contact = ? RETURNING kind, key')
  const dropped = contacts.flatMap((contact) => drop.all(contact) as Omit<MatchKey, 'contact'>[])
  const dropWord = db.prepare(
    "DELETE FROM match_word WHERE word = :word AND NOT EXISTS (SELECT 1 FROM match_key WHERE kind = 'word' AND key = :word)",
  )
  for (const { kind, key: word } of dropped) if (kind === 'word') dropWord.run({ word })
}

/** Letter by letter, as UTF-16: only ever compared with other reversals. */
export function reverse(word: string): string {
  let reversed = ''
  for (let index = word.length - 1; index >= 0; index--) reversed += word[index]
  return reversed
}
