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

interface Operation {
  readonly t: SyncedTable
  readonly r: string
  readonly s: string
}

/** What the operations since the last refresh touched. */
interface Touched {
  /** Contacts whose standing may have changed. */
  readonly standings: Set<string>
  /** Contacts that may be found under other words now. */
  readonly descriptions: Set<string>
  /** Touchpoints with other words in them. */
  readonly notes: Set<string>
}

/** Columns that people search for. A snooze or a move touches none of them. */
const DESCRIBING = ['name', 'organization', 'title', 'location', 'note', 'met_at', 'deleted', 'merged_into']
const NOTING = ['note', 'place', 'deleted']

/** Brings the derived tables up to the newest operation. Runs inside the transaction that wrote it. */
export function refreshDerived(db: Database): void {
  const operations = db
    .prepare('SELECT t, r, s FROM op WHERE h > (SELECT derived_through FROM replica)')
    .all() as Operation[]
  const touched = touchedBy(db, operations)
  deriveStates(db, [...touched.standings])
  deriveMatchKeys(db, [...touched.descriptions])
  deriveContactDocuments(db, [...touched.descriptions])
  deriveTouchpointDocuments(db, [...touched.notes])
  db.exec(`UPDATE replica SET derived_through = ${CLOCK_TEXT}`)
}

function touchedBy(db: Database, operations: readonly Operation[]): Touched {
  const touched: Touched = { standings: new Set(), descriptions: new Set(), notes: new Set() }
  const contactsOf = (query: string, row: string): string[] => db.prepare(query).pluck().all(row) as string[]
  const addAll = (set: Set<string>, uids: readonly string[]): void => {
    for (const uid of uids) set.add(uid)
  }
  for (const { t: table, r: row, s: changed } of operations) {
    switch (table) {
      case 'contact':
        touched.standings.add(row)
        if (setsAny(changed, DESCRIBING)) touched.descriptions.add(row)
        break
      case 'contact_point':
      case 'contact_alias':
      case 'contact_tag':
        addAll(touched.descriptions, contactsOf(`SELECT contact FROM ${table} WHERE id = ?`, row))
        break
      case 'touchpoint':
        addAll(
          touched.standings,
          contactsOf('SELECT contact FROM touchpoint_contact WHERE touchpoint = ?', row),
        )
        if (setsAny(changed, NOTING)) touched.notes.add(row)
        break
      case 'touchpoint_contact':
        addAll(touched.standings, contactsOf('SELECT contact FROM touchpoint_contact WHERE id = ?', row))
        break
      case 'circle':
        addAll(touched.standings, contactsOf('SELECT id FROM contact WHERE circle = ?', row))
        break
      case 'setting':
        if (row === 'attempt-rest')
          addAll(touched.standings, db.prepare('SELECT contact FROM contact_state').pluck().all() as string[])
        break
    }
  }
  return touched
}

/** Whether an operation's JSON has one of these keys. Notes may contain anything, so it may say yes too often, never no. */
function setsAny(json: string, keys: readonly string[]): boolean {
  return keys.some((key) => json.includes(`"${key}":`))
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
