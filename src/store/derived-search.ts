/** Derives the full-text index that `find` searches. It holds folded words only: the texts themselves stay where they are. */
import { wordsOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

/** A link without its host, or `linkedin` would find everybody. */
const URL_PATH = "substr(replace(value, '://', ''), instr(replace(value, '://', '') || '/', '/') + 1)"

const CONTACT_TEXT = `
SELECT c.id, concat_ws(' ', c.name, c.organization, c.title, c.location, c.met_at, c.note,
  (SELECT group_concat(alias, ' ') FROM contact_alias WHERE contact = c.id AND deleted IS NULL),
  (SELECT group_concat(tag, ' ') FROM contact_tag WHERE contact = c.id AND deleted IS NULL),
  (SELECT group_concat(CASE kind WHEN 'url' THEN ${URL_PATH} ELSE value END, ' ')
   FROM contact_point WHERE contact = c.id AND deleted IS NULL)) AS text
FROM json_each(?) g JOIN contact c ON c.id = g.value WHERE c.deleted IS NULL AND c.merged_into IS NULL`

const TOUCHPOINT_TEXT = `
SELECT t.id, concat_ws(' ', t.place, t.note) AS text FROM json_each(?) g JOIN touchpoint t ON t.id = g.value
WHERE t.deleted IS NULL AND coalesce(t.place, t.note) IS NOT NULL`

export function deriveContactDocuments(db: Database, contacts: readonly string[]): void {
  deriveDocuments(db, 'contact', CONTACT_TEXT, contacts)
}

export function deriveTouchpointDocuments(db: Database, touchpoints: readonly string[]): void {
  deriveDocuments(db, 'touchpoint', TOUCHPOINT_TEXT, touchpoints)
}

function deriveDocuments(
  db: Database,
  owner: 'contact' | 'touchpoint',
  textQuery: string,
  ids: readonly string[],
): void {
  if (ids.length === 0) return
  const find = db.prepare(`SELECT id FROM search_document WHERE ${owner} = ?`).pluck()
  const unindex = db.prepare('DELETE FROM search_index WHERE rowid = ?')
  const drop = db.prepare('DELETE FROM search_document WHERE id = ?')
  for (const id of ids) {
    const old = find.get(id) as number | undefined
    if (old === undefined) continue
    unindex.run(old)
    drop.run(old)
  }
  const add = db.prepare(`INSERT INTO search_document (${owner}) VALUES (?)`)
  const index = db.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)')
  const texts = db.prepare(textQuery).all(JSON.stringify(ids)) as { id: string; text: string }[]
  // Split into words as a search is (search.ts), so that "O'Brien" is one word on both sides.
  for (const { id, text } of texts) index.run(add.run(id).lastInsertRowid, wordsOf(text).join(' '))
}
