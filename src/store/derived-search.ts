/** Derives the full-text index that `find` searches. It holds folded words only: the texts themselves stay where they are. */
import { foldText } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

const CONTACT_TEXT = `
SELECT concat_ws(' ', c.name, c.organization, c.title, c.location, c.met_at, c.note,
  (SELECT group_concat(alias, ' ') FROM contact_alias WHERE contact = c.id AND deleted IS NULL),
  (SELECT group_concat(tag, ' ') FROM contact_tag WHERE contact = c.id AND deleted IS NULL),
  (SELECT group_concat(value, ' ') FROM contact_point WHERE contact = c.id AND deleted IS NULL))
FROM contact c WHERE c.id = ? AND c.deleted IS NULL AND c.merged_into IS NULL`

const TOUCHPOINT_TEXT = `
SELECT concat_ws(' ', place, note) FROM touchpoint WHERE id = ? AND deleted IS NULL AND coalesce(place, note) IS NOT NULL`

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
  const text = db.prepare(textQuery).pluck()
  const find = db.prepare(`SELECT id FROM search_document WHERE ${owner} = ?`).pluck()
  const unindex = db.prepare('DELETE FROM search_index WHERE rowid = ?')
  const drop = db.prepare('DELETE FROM search_document WHERE id = ?')
  const add = db.prepare(`INSERT INTO search_document (${owner}) VALUES (?)`)
  const index = db.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)')
  for (const id of ids) {
    const old = find.get(id) as number | undefined
    if (old !== undefined) {
      unindex.run(old)
      drop.run(old)
    }
    const body = text.get(id) as string | undefined
    if (body !== undefined) index.run(add.run(id).lastInsertRowid, foldText(body))
  }
}
