/** Derives match_key and match_word: under which names, words, addresses, links, traits and employers each live contact is found. */
import { pointKeyOf } from '../domain/contact.ts'
import { wordsOf } from '../domain/match-key.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { type TraitKind, traitKeyOf } from '../domain/trait.ts'
import type { Database } from './driver.ts'

/** An `employer` is where a contact works, a `former-employer` where it did. */
type KeyKind = 'email' | 'employer' | 'former-employer' | 'name' | 'url' | 'word' | TraitKind

/** For each kind, in the order of the index: the contacts that each key finds. */
type Keys = Readonly<Record<KeyKind, Map<string, string[]>>>

/** Names and aliases of those of the contacts that are live. */
const NAMES = `
WITH given AS (SELECT value AS id FROM json_each(?)),
live AS (SELECT c.id, c.name FROM given JOIN contact c USING (id) WHERE c.deleted IS NULL AND c.merged_into IS NULL)
SELECT id AS contact, name AS text FROM live
UNION ALL SELECT a.contact, a.alias FROM live JOIN contact_alias a ON a.contact = live.id WHERE a.deleted IS NULL`

const POINTS = `
SELECT p.contact, p.kind, p.value AS text FROM json_each(?) g JOIN contact c ON c.id = g.value JOIN contact_point p ON p.contact = c.id
WHERE c.deleted IS NULL AND c.merged_into IS NULL AND p.deleted IS NULL AND p.kind IN ('email', 'url')`

/**
 * Adds the keys of one kind, given as JSON: an object of arrays of contacts. One statement for all: run for each of an import's
 * hundred thousand, it would take half as long again. (Without the condition SQL would read ON as that of a join.)
 */
const INSERT = `
INSERT INTO match_key SELECT :kind, k.key, c.value FROM json_each(:contactsByKey) k, json_each(k.value) c WHERE true
ON CONFLICT DO NOTHING`

const TRAITS = `
SELECT t.contact, t.kind, t.value AS text FROM json_each(?) g JOIN contact c ON c.id = g.value JOIN contact_trait t ON t.contact = c.id
WHERE c.deleted IS NULL AND c.merged_into IS NULL AND t.deleted IS NULL`

const EMPLOYERS = `
SELECT c.id AS contact, 'employer' AS kind, c.organization AS text FROM json_each(?) g JOIN contact c ON c.id = g.value
WHERE c.deleted IS NULL AND c.merged_into IS NULL AND c.organization IS NOT NULL
UNION ALL
SELECT j.contact, 'former-employer', j.organization FROM json_each(?) g JOIN contact c ON c.id = g.value JOIN contact_job j ON j.contact = c.id
WHERE c.deleted IS NULL AND c.merged_into IS NULL AND j.deleted IS NULL AND j.organization IS NOT NULL`

export function deriveMatchKeys(db: Database, contacts: readonly string[]): void {
  if (contacts.length === 0) return
  const given = JSON.stringify(contacts)
  dropKeys(db, given)
  const keys = keysOf(db, given)
  insertKeys(db, keys)
  const insertWord = db.prepare('INSERT INTO match_word VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const word of keys.word.keys()) insertWord.run(word, reverse(word))
}

function insertKeys(db: Database, keys: Keys): void {
  const insert = db.prepare(INSERT)
  for (const [kind, found] of Object.entries(keys)) {
    // In the order of the index, an import of thousands writes each of its pages once.
    const ordered = [...found.keys()].sort().map((key) => [key, found.get(key)])
    insert.run({ kind, contactsByKey: JSON.stringify(Object.fromEntries(ordered)) })
  }
}

function addKey(found: Map<string, string[]>, key: string, contact: string): void {
  const contacts = found.get(key)
  if (contacts === undefined) found.set(key, [contact])
  else contacts.push(contact)
}

interface Employer {
  readonly contact: string
  readonly kind: 'employer' | 'former-employer'
  readonly key: string
}

function employersOf(db: Database, given: string): readonly Employer[] {
  const rows = db.prepare(EMPLOYERS).all(given, given) as (Omit<Employer, 'key'> & { text: string })[]
  return rows
    .map(({ contact, kind, text }) => ({ contact, kind, key: organizationKeyOf(text) }))
    .filter(({ key }) => key !== '')
}

function keysOf(db: Database, given: string): Keys {
  const keys: Keys = {
    cause: new Map(),
    email: new Map(),
    employer: new Map(),
    'former-employer': new Map(),
    interest: new Map(),
    'looks-for': new Map(),
    name: new Map(),
    offers: new Map(),
    url: new Map(),
    word: new Map(),
  }
  const add = (kind: KeyKind, key: string, contact: string): void => addKey(keys[kind], key, contact)
  const names = db.prepare(NAMES).all(given) as { contact: string; text: string }[]
  for (const { contact, text } of names) {
    const words = wordsOf(text)
    add('name', words.join(' '), contact)
    for (const word of words) add('word', word, contact)
  }
  const points = db.prepare(POINTS).all(given) as { contact: string; kind: 'email' | 'url'; text: string }[]
  for (const { contact, kind, text } of points) add(kind, pointKeyOf(kind, text), contact)
  const traits = db.prepare(TRAITS).all(given) as { contact: string; kind: TraitKind; text: string }[]
  for (const { contact, kind, text } of traits) add(kind, traitKeyOf(text), contact)
  for (const { contact, kind, key } of employersOf(db, given)) add(kind, key, contact)
  return keys
}

/** CROSS JOIN keeps SQLite from going through the words of everybody. */
const WORDS_OF = `
SELECT DISTINCT k.key FROM json_each(?) g CROSS JOIN match_key k ON k.contact = g.value WHERE k.kind = 'word'`

/** Takes away the keys of contacts, and the words that nobody else has. */
function dropKeys(db: Database, given: string): void {
  const words = db.prepare(WORDS_OF).pluck().all(given) as string[]
  db.prepare('DELETE FROM match_key WHERE contact IN (SELECT value FROM json_each(?))').run(given)
  const dropWord = db.prepare(
    "DELETE FROM match_word WHERE word = :word AND NOT EXISTS (SELECT 1 FROM match_key WHERE kind = 'word' AND key = :word)",
  )
  for (const word of words) dropWord.run({ word })
}

/** Letter by letter, as UTF-16: only ever compared with other reversals. */
export function reverse(word: string): string {
  let reversed = ''
  for (let index = word.length - 1; index >= 0; index--) reversed += word[index]
  return reversed
}
