/**
 * The derived tables: kept equal to a fresh derivation by re-deriving, at the end of every command, what its operations touched.
 * The operation log itself tells what that is, so no command can forget it.
 */
import { CLOCK_TEXT } from './op-triggers.ts'
import type { Database } from './driver.ts'
import { deriveMatchKeys } from './derived-match-keys.ts'
import { deriveContactDocuments, deriveTouchpointDocuments } from './derived-search.ts'
import { deriveStates } from './derived-states.ts'

/** Contacts whose standing may have changed. The settings that standings depend on change all of them. */
const CONTACTS_TOUCHED = `
SELECT r FROM changed WHERE t = 'contact'
UNION SELECT tc.contact FROM changed JOIN touchpoint_contact tc ON tc.id = r WHERE t = 'touchpoint_contact'
UNION SELECT tc.contact FROM changed JOIN touchpoint_contact tc ON tc.touchpoint = r WHERE t = 'touchpoint'
UNION SELECT c.id FROM changed JOIN contact c ON c.circle = r WHERE t = 'circle'
UNION SELECT contact FROM contact_state WHERE EXISTS (SELECT 1 FROM changed WHERE t = 'setting' AND r = 'attempt-rest')`

/** Contacts that may be found under other words now. A snooze or a move changes none of them. */
const CONTACTS_DESCRIBED = `
SELECT r FROM changed WHERE t = 'contact' AND (
  json_type(s, '$.name') NOTNULL OR json_type(s, '$.organization') NOTNULL OR json_type(s, '$.title') NOTNULL
  OR json_type(s, '$.location') NOTNULL OR json_type(s, '$.note') NOTNULL OR json_type(s, '$.met_at') NOTNULL
  OR json_type(s, '$.deleted') NOTNULL OR json_type(s, '$.merged_into') NOTNULL)
UNION SELECT p.contact FROM changed JOIN contact_point p ON p.id = r WHERE t = 'contact_point'
UNION SELECT a.contact FROM changed JOIN contact_alias a ON a.id = r WHERE t = 'contact_alias'
UNION SELECT g.contact FROM changed JOIN contact_tag g ON g.id = r WHERE t = 'contact_tag'`

const TOUCHPOINTS_DESCRIBED = `
SELECT DISTINCT r FROM changed WHERE t = 'touchpoint' AND (
  json_type(s, '$.note') NOTNULL OR json_type(s, '$.place') NOTNULL OR json_type(s, '$.deleted') NOTNULL)`

/** Brings the derived tables up to the newest operation. Runs inside the transaction that wrote it. */
export function refreshDerived(db: Database): void {
  const select = (query: string): readonly string[] =>
    db
      .prepare(`WITH changed AS MATERIALIZED (SELECT t, r, s FROM op WHERE h > (SELECT derived_through FROM replica)) ${query}`)
      .pluck()
      .all() as string[]
  deriveStates(db, select(CONTACTS_TOUCHED))
  const described = select(CONTACTS_DESCRIBED)
  deriveMatchKeys(db, described)
  deriveContactDocuments(db, described)
  deriveTouchpointDocuments(db, select(TOUCHPOINTS_DESCRIBED))
  db.exec(`UPDATE replica SET derived_through = ${CLOCK_TEXT}`)
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
