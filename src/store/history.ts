/** Reading the log of commands. */
import type { CommandKind, HistoryEntry, RowChange } from '../domain/history.ts'
import type { Database } from './driver.ts'
import { SYNCED_TABLES } from './schema.ts'

interface CommandRow {
  readonly id: number
  readonly kind: CommandKind
  readonly is_undone: number
  readonly at: string
  readonly typed: string
  readonly first_h: string
  readonly last_h: string
}

/** The contact that a row of some table belongs to; touchpoints can have several and name none. */
const CONTACT_OF = `CASE o.t
  WHEN 'contact' THEN o.r
  WHEN 'contact_point' THEN (SELECT contact FROM contact_point WHERE id = o.r)
  WHEN 'contact_alias' THEN (SELECT contact FROM contact_alias WHERE id = o.r)
  WHEN 'contact_tag' THEN (SELECT contact FROM contact_tag WHERE id = o.r)
  WHEN 'contact_trait' THEN (SELECT contact FROM contact_trait WHERE id = o.r)
  WHEN 'contact_job' THEN (SELECT contact FROM contact_job WHERE id = o.r)
  WHEN 'contact_date' THEN (SELECT contact FROM contact_date WHERE id = o.r)
  WHEN 'promise' THEN (SELECT contact FROM promise WHERE id = o.r)
  WHEN 'contact_property' THEN (SELECT contact FROM contact_property WHERE id = o.r)
  WHEN 'relation' THEN (SELECT a FROM relation WHERE id = o.r)
  WHEN 'not_same' THEN (SELECT a FROM not_same WHERE id = o.r)
  WHEN 'introduction' THEN (SELECT a FROM introduction WHERE id = o.r)
  WHEN 'event_contact' THEN (SELECT contact FROM event_contact WHERE id = o.r)
  WHEN 'group_member' THEN (SELECT contact FROM group_member WHERE id = o.r)
  WHEN 'touchpoint_contact' THEN (SELECT contact FROM touchpoint_contact WHERE id = o.r)
END`

/** The other contact of a row that is about two. */
const OTHER_OF = `CASE o.t
  WHEN 'relation' THEN (SELECT b FROM relation WHERE id = o.r)
  WHEN 'not_same' THEN (SELECT b FROM not_same WHERE id = o.r)
  WHEN 'introduction' THEN (SELECT coalesce(b, introducer) FROM introduction WHERE id = o.r)
END`

/** The operations of a command: all of this device between its first and its last. */
const OPERATIONS = `
FROM op o WHERE o.h > :first_h AND o.h <= :last_h AND substr(o.h, 17, 9) = substr(:last_h, 17, 9)`

const CHANGES = `
SELECT o.t AS "table", o.r AS uid, (SELECT name FROM contact WHERE id = ${CONTACT_OF}) AS contact, o.s AS "set"
${OPERATIONS} ORDER BY o.h`

const COMMANDS = `
SELECT c.id, c.kind, c.at, c.typed, c.first_h, c.last_h,
  c.kind = 'do' AND coalesce((SELECT kind FROM command WHERE target = c.id ORDER BY id DESC LIMIT 1) = 'undo', 0) AS is_undone
FROM command c`

/** The rows that are or belong to a contact, or to one that was merged into it. */
const ROWS_ABOUT = `
WITH RECURSIVE who(id) AS (SELECT :contact UNION SELECT c.id FROM who JOIN contact c ON c.merged_into = who.id)
SELECT id FROM who
UNION ALL SELECT id FROM contact_point WHERE contact IN who
UNION ALL SELECT id FROM contact_alias WHERE contact IN who
UNION ALL SELECT id FROM contact_tag WHERE contact IN who
UNION ALL SELECT id FROM contact_trait WHERE contact IN who
UNION ALL SELECT id FROM contact_job WHERE contact IN who
UNION ALL SELECT id FROM contact_date WHERE contact IN who
UNION ALL SELECT id FROM contact_property WHERE contact IN who
UNION ALL SELECT id FROM promise WHERE contact IN who
UNION ALL SELECT id FROM relation WHERE a IN who OR b IN who
UNION ALL SELECT id FROM not_same WHERE a IN who OR b IN who
UNION ALL SELECT id FROM introduction WHERE a IN who OR b IN who OR introducer IN who
UNION ALL SELECT id FROM event_contact WHERE contact IN who
UNION ALL SELECT id FROM group_member WHERE contact IN who
UNION ALL SELECT id FROM touchpoint_contact WHERE contact IN who
UNION ALL SELECT touchpoint FROM touchpoint_contact WHERE contact IN who`

const ABOUT = `
WHERE c.id IN (
  SELECT k.id FROM op o JOIN command k ON k.first_h < o.h AND o.h <= k.last_h WHERE o.r IN (${ROWS_ABOUT}))`

/** The commands, newest first; with a contact, those that changed something of it. An import may have changed 100,000 rows: see {@link listChanges}. */
export function listHistory(
  db: Database,
  contact: string | undefined,
  limit: number | undefined,
): readonly HistoryEntry[] {
  const commands = db
    .prepare(`${COMMANDS} ${contact === undefined ? '' : ABOUT} ORDER BY c.id DESC LIMIT :limit`)
    .all({ contact: contact ?? null, limit: limit ?? -1 }) as CommandRow[]
  const count = db.prepare(`SELECT count(*) ${OPERATIONS}`).pluck()
  const contacts = db
    .prepare(
      `SELECT name FROM (
         SELECT ${CONTACT_OF} AS id ${OPERATIONS}
         UNION SELECT ${OTHER_OF} ${OPERATIONS} AND o.t IN ('relation', 'not_same', 'introduction')
       ) JOIN contact USING (id) ORDER BY name LIMIT 3`,
    )
    .pluck()
  return commands.map((row) => ({
    command: row.id,
    kind: row.kind,
    isUndone: row.is_undone === 1,
    at: row.at,
    typed: row.typed,
    changeCount: count.get(row) as number,
    contacts: contacts.all(row) as string[],
  }))
}

/** What a command changed, in order; with a contact, only of it. */
export function listChanges(
  db: Database,
  command: number,
  contact: string | undefined,
): readonly RowChange[] {
  const row = db.prepare('SELECT first_h, last_h FROM command WHERE id = ?').get(command)
  const about = contact === undefined ? undefined : new Set(db.prepare(ROWS_ABOUT).pluck().all({ contact }))
  const changes = db.prepare(CHANGES).all(row) as (Omit<RowChange, 'set'> & { set: string })[]
  return changes
    .filter((change) => about?.has(change.uid) ?? true)
    .map((change) => ({ ...change, set: JSON.parse(change.set) as RowChange['set'] }))
}

/** The name of a contact, also of one that is removed. */
export function findName(db: Database, uid: string): string | undefined {
  return db.prepare('SELECT name FROM contact WHERE id = ?').pluck().get(uid) as string | undefined
}

/** All that a row of a synced table holds now, also of one that is removed; empty where there is none. */
export function findRow(db: Database, table: string, uid: string): RowChange['set'] {
  const known = SYNCED_TABLES.find((name) => name === table)
  if (known === undefined) return {}
  return (db.prepare(`SELECT * FROM ${known} WHERE id = ?`).get(uid) ?? {}) as RowChange['set']
}
