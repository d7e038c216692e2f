/** Derives match_key and match_word: under which names, words, addresses and links each live contact is found. */
import { pointKeyOf } from '../domain/contact.ts'
import { nameKeyOf, wordsOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

interface NamedRow {
  readonly name: string | null
}
interface PointRow {
  readonly kind: 'email' | 'url'
  readonly value: string
}

export function deriveMatchKeys(db: Database, contacts: readonly string[]): void {
  if (contacts.length === 0) return
  const drop = db.prepare('DELETE FROM match_key WHERE contact = ?')
  const named = db.prepare(
    'SELECT name FROM contact WHERE id = ? AND deleted IS NULL AND merged_into IS NULL',
  )
  const aliases = db.prepare('SELECT alias FROM contact_alias WHERE contact = ? AND deleted IS NULL').pluck()
  const points = db.prepare(
    "SELECT kind, value FROM contact_point WHERE contact = ? AND deleted IS NULL AND kind IN ('email', 'url')",
  )
  const insertWord = db.prepare('INSERT INTO match_word VALUES (?, ?, 0) ON CONFLICT DO NOTHING')
  const insert = db.prepare('INSERT INTO match_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  for (const contact of contacts) {
    drop.run(contact)
    const row = named.get(contact) as NamedRow | undefined
    if (row === undefined) continue
    for (const name of [row.name ?? '', ...(aliases.all(contact) as string[])]) {
      insert.run('name', nameKeyOf(name), contact)
      for (const word of wordsOf(name)) {
        insertWord.run(word, reverse(word))
        insert.run('word', word, contact)
      }
    }
    for (const point of points.all(contact) as PointRow[]) {
      insert.run(point.kind, pointKeyOf(point.kind, point.value), contact)
    }
  }
}

/** Letter by letter, as UTF-16: only ever compared with other reversals. */
export function reverse(word: string): string {
  let reversed = ''
  for (let index = word.length - 1; index >= 0; index--) reversed += word[index]
  return reversed
}
