/** Reads the touchpoints of many contacts together. */
import { settleAsks } from '../domain/help.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import type { Database } from './driver.ts'
import { EVENT_OF, RECORD_COLUMNS, type RecordRow, toRecord } from './touchpoints.ts'

type Among = TouchpointRecord['contacts']

/** By uid of the contact, the newest first. An ask that was answered since counts. */
export function readTouchpointsOf(
  db: Database,
  uids: readonly string[],
): ReadonlyMap<string, readonly TouchpointRecord[]> {
  const rows = db
    .prepare(
      `SELECT tc.contact AS owner, ${RECORD_COLUMNS} FROM json_each(?) g
       CROSS JOIN touchpoint_contact tc ON tc.contact = g.value JOIN touchpoint t ON t.id = tc.touchpoint ${EVENT_OF}
       WHERE tc.deleted IS NULL AND t.deleted IS NULL ORDER BY g.key, t.touched_on DESC, t.recorded_at DESC, t.id DESC`,
    )
    .all(JSON.stringify(uids)) as (RecordRow & { readonly owner: string })[]
  const among = readAmong(db, [...new Set(rows.map(({ uid }) => uid))])
  const byContact = new Map<string, TouchpointRecord[]>()
  for (const { owner, ...row } of rows) {
    const record = { ...toRecord(row), contacts: among.get(row.uid) ?? [] }
    const records = byContact.get(owner)
    if (records === undefined) byContact.set(owner, [record])
    else records.push(record)
  }
  return new Map([...byContact].map(([uid, records]) => [uid, settleAsks(records)]))
}

/** Everyone in these touchpoints who is still a contact, by name. */
function readAmong(db: Database, touchpoints: readonly string[]): ReadonlyMap<string, Among> {
  const rows = db
    .prepare(
      `SELECT x.touchpoint, c.id AS uid, c.name FROM json_each(?) g CROSS JOIN touchpoint_contact x ON x.touchpoint = g.value
       JOIN contact_state s ON s.contact = x.contact JOIN contact c ON c.id = x.contact
       WHERE x.deleted IS NULL ORDER BY g.key, s.name_key, c.id`,
    )
    .all(JSON.stringify(touchpoints)) as { touchpoint: string; uid: string; name: string }[]
  const among = new Map<string, { uid: string; name: string }[]>()
  for (const { touchpoint, uid, name } of rows) {
    const contacts = among.get(touchpoint)
    if (contacts === undefined) among.set(touchpoint, [{ uid, name }])
    else contacts.push({ uid, name })
  }
  return among
}
