/** Derives the full-text index that `find` searches. It holds folded words only: the texts themselves stay where they are. */
import type { Database } from './driver.ts'

/** A link without its host, or `linkedin` would find everybody. */
const URL_PATH = "substr(replace(value, '://', ''), instr(replace(value, '://', '') || '/', '/') + 1)"

/** What is searched: which rows have words, and which. */
interface Source {
  readonly table: 'contact' | 'touchpoint'
  readonly condition: string
  readonly text: string
}

const CONTACTS: Source = {
  table: 'contact',
  condition: 'x.deleted IS NULL AND x.merged_into IS NULL',
  text: `concat_ws(' ', x.name, x.organization, x.title, x.location, x.met_at, x.note,
    (SELECT group_concat(alias, ' ') FROM contact_alias WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(tag, ' ') FROM contact_tag WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(value, ' ') FROM contact_trait WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(concat_ws(' ', organization, title), ' ') FROM contact_job WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(text, ' ') FROM promise WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(label, ' ') FROM contact_date WHERE contact = x.id AND deleted IS NULL),
    (SELECT group_concat(CASE kind WHEN 'url' THEN ${URL_PATH} ELSE value END, ' ')
     FROM contact_point WHERE contact = x.id AND deleted IS NULL))`,
}

const TOUCHPOINTS: Source = {
  table: 'touchpoint',
  condition: 'x.deleted IS NULL AND coalesce(x.place, x.note) IS NOT NULL',
  text: "concat_ws(' ', x.place, x.note)",
}

export function deriveContactDocuments(db: Database, contacts: readonly string[]): void {
  deriveDocuments(db, CONTACTS, contacts)
}

export function deriveTouchpointDocuments(db: Database, touchpoints: readonly string[]): void {
  deriveDocuments(db, TOUCHPOINTS, touchpoints)
}

function deriveDocuments(db: Database, { table, condition, text }: Source, ids: readonly string[]): void {
  if (ids.length === 0) return
  const given = JSON.stringify(ids)
  const old = `FROM search_document WHERE ${table} IN (SELECT value FROM json_each(?))`
  db.prepare(`DELETE FROM search_index WHERE rowid IN (SELECT id ${old})`).run(given)
  db.prepare(`DELETE ${old}`).run(given)
  db.prepare(
    `INSERT INTO search_document (${table}) SELECT x.id FROM json_each(?) g JOIN ${table} x ON x.id = g.value WHERE ${condition}`,
  ).run(given)
  db.prepare(
    `INSERT INTO search_index (rowid, body) SELECT d.id, folded_words(${text})
     FROM json_each(?) g JOIN search_document d ON d.${table} = g.value JOIN ${table} x ON x.id = g.value`,
  ).run(given)
}
