/**
 * The derived tables: kept equal to a fresh derivation by re-deriving, at the end of every command, what its operations touched.
 * The operation log itself tells what that is, so no command can forget it.
 */

import { deriveMatchKeys } from './derived-match-keys.ts'
import { deriveContactDocuments, deriveTouchpointDocuments } from './derived-search.ts'
import { deriveStates } from './derived-states.ts'
import type { Database } from './driver.ts'
import { CLOCK_TEXT } from './op-triggers.ts'
import type { SyncedTable } from './schema.ts'

/** Of an operation: written since the last refresh. */
const IS_NEW = 'h > (SELECT derived_through FROM replica)'

/** For each synced table: which rows the operations `o` on it touch. */
type Touching = Partial<Readonly<Record<SyncedTable, string>>>

/** Whether an operation sets one of these columns. Notes may contain anything, so it may say yes too often, never no. */
const setsAny = (...columns: readonly string[]): string =>
  columns.map((column) => `instr(o.s, '"${column}":')`).join(' OR ')

/** Contacts whose standing may have changed. */
const STANDINGS: Touching = {
  contact: 'SELECT o.r FROM o',
  touchpoint: 'SELECT x.contact FROM o JOIN touchpoint_contact x ON x.touchpoint = o.r',
  touchpoint_contact: 'SELECT x.contact FROM o JOIN touchpoint_contact x ON x.id = o.r',
  circle: 'SELECT x.id FROM o JOIN contact x ON x.circle = o.r',
  setting: "SELECT x.contact FROM o, contact_state x WHERE o.r = 'attempt-rest'",
}

/** Contacts that may be found under other words now. A snooze or a move touches none of the columns that people search for. */
const DESCRIPTIONS: Touching = {
  contact: `SELECT o.r FROM o WHERE ${setsAny('name', 'organization', 'title', 'location', 'note', 'met_at', 'deleted', 'merged_into')}`,
  contact_point: 'SELECT x.contact FROM o JOIN contact_point x ON x.id = o.r',
  contact_alias: 'SELECT x.contact FROM o JOIN contact_alias x ON x.id = o.r',
  contact_tag: 'SELECT x.contact FROM o JOIN contact_tag x ON x.id = o.r',
  contact_trait: 'SELECT x.contact FROM o JOIN contact_trait x ON x.id = o.r',
  contact_job: 'SELECT x.contact FROM o JOIN contact_job x ON x.id = o.r',
  // Merging passes a promise on, and undo gives it back: all who ever had it are looked at.
  promise:
    "SELECT e.s ->> '$.contact' FROM o JOIN op e ON e.r = o.r WHERE e.t = 'promise' AND json_type(e.s, '$.contact') = 'text'",
  contact_date: 'SELECT x.contact FROM o JOIN contact_date x ON x.id = o.r',
}

/** Touchpoints with other words in them. */
const NOTES: Touching = {
  touchpoint: `SELECT o.r FROM o WHERE ${setsAny('note', 'place', 'deleted')}`,
}

/** Brings the derived tables up to the newest operation. Runs inside the transaction that wrote it. */
export function refreshDerived(db: Database): void {
  const tables = db.prepare(`SELECT DISTINCT t FROM op WHERE ${IS_NEW}`).pluck().all() as SyncedTable[]
  const described = touchedBy(db, tables, DESCRIPTIONS)
  deriveStates(db, touchedBy(db, tables, STANDINGS))
  deriveMatchKeys(db, described)
  deriveContactDocuments(db, described)
  deriveTouchpointDocuments(db, touchedBy(db, tables, NOTES))
  db.exec(`UPDATE replica SET derived_through = ${CLOCK_TEXT}`)
}

/** The rows in the order of their ids, in which most tables have them: deriving thousands goes through each page once. */
function touchedBy(db: Database, tables: readonly SyncedTable[], touching: Touching): readonly string[] {
  const rows = new Set<string>()
  for (const table of tables) {
    const query = touching[table]
    if (query === undefined) continue
    const operations = `WITH o AS (SELECT r, s FROM op WHERE ${IS_NEW} AND t = '${table}')`
    for (const row of db.prepare(`${operations} ${query}`).pluck().all() as string[]) rows.add(row)
  }
  return [...rows].sort()
}

/** Derives afresh where contacts stand and under which words they are found, for a database of an earlier netkeep. */
export function deriveContacts(db: Database): void {
  db.exec('DELETE FROM match_word')
  const contacts = db.prepare('SELECT id FROM contact').pluck().all() as string[]
  deriveStates(db, contacts)
  deriveMatchKeys(db, contacts)
}

/** Derives everything afresh, from the synced tables alone. */
export function rebuildDerived(db: Database): void {
  db.exec(`
    DELETE FROM contact_state; DELETE FROM match_key; DELETE FROM match_word;
    DELETE FROM search_index; DELETE FROM search_document; DELETE FROM due_day`)
  const contacts = db.prepare('SELECT id FROM contact').pluck().all() as string[]
  deriveStates(db, contacts)
  deriveMatchKeys(db, contacts)
  deriveContactDocuments(db, contacts)
  deriveTouchpointDocuments(db, db.prepare('SELECT id FROM touchpoint').pluck().all() as string[])
  db.exec(`UPDATE replica SET derived_through = ${CLOCK_TEXT}`)
}
