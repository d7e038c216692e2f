/** Queries of table meeting, and of who was at one. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { insertTouchpoint, linkContact } from './touchpoints.ts'

export interface NewMeeting {
  readonly on: CalendarDate
  readonly note: string | null
  /** Uids of the contacts who were there; of them only touchpoints are kept. */
  readonly present: readonly string[]
}

export interface Meeting {
  readonly uid: string
  readonly on: CalendarDate | null
  readonly note: string | null
  /** By name. */
  readonly present: readonly { readonly uid: string; readonly name: string }[]
}

/**
 * Records that a group met, and returns the uid of the meeting. It meets once a day: more who were present, and another note, are added
 * to what is known of that day.
 */
export function recordMeeting(change: Change, group: string, { on, note, present }: NewMeeting): string {
  const { db } = change
  const known = findMeeting(db, group, on)
  const uid = known?.uid ?? change.newId()
  const whole = joinNotes(known?.note ?? null, note)
  if (known === undefined)
    db.prepare('INSERT INTO meeting (id, contact_group, held_on, note) VALUES (?, ?, ?, ?)').run(
      uid,
      group,
      on,
      note,
    )
  else if (note !== null) db.prepare('UPDATE meeting SET note = ? WHERE id = ?').run(whole, uid)
  const touchpoint = findTouchpoint(db, uid)
  if (touchpoint !== undefined) {
    for (const contact of present) linkContact(db, touchpoint.id, contact)
    if (note !== null)
      db.prepare('UPDATE touchpoint SET note = ? WHERE id = ?').run(
        joinNotes(touchpoint.note, note),
        touchpoint.id,
      )
  } else if (present.length > 0) {
    insertTouchpoint(
      change,
      {
        on,
        channel: 'meeting',
        direction: null,
        kind: 'counted',
        minutes: null,
        place: null,
        note: whole,
        meeting: uid,
      },
      present,
    )
  }
  return uid
}

/** The meeting of that day. */
export function findMeeting(db: Database, group: string, on: CalendarDate): Meeting | undefined {
  const uid = db
    .prepare(
      'SELECT id FROM meeting WHERE contact_group = ? AND held_on = ? AND deleted IS NULL ORDER BY id LIMIT 1',
    )
    .pluck()
    .get(group, on) as string | undefined
  return uid === undefined ? undefined : getMeeting(db, uid)
}

/** The one with those who were present; undefined where nobody was named. */
function findTouchpoint(db: Database, meeting: string): { id: string; note: string | null } | undefined {
  return db
    .prepare('SELECT id, note FROM touchpoint WHERE meeting = ? AND deleted IS NULL ORDER BY id LIMIT 1')
    .get(meeting) as { id: string; note: string | null } | undefined
}

/** Said twice is said once. */
function joinNotes(before: string | null, note: string | null): string | null {
  if (before === null || note === null) return before ?? note
  return `\n${before}\n`.includes(`\n${note}\n`) ? before : `${before}\n${note}`
}

/** The meetings of a group, newest first; at most `limit` of them. */
export function listMeetings(db: Database, group: string, limit?: number): readonly Meeting[] {
  const rows = db
    .prepare(
      `SELECT id AS uid, held_on AS "on", note FROM meeting WHERE contact_group = ? AND deleted IS NULL
       ORDER BY held_on DESC, id DESC LIMIT ?`,
    )
    .all(group, limit ?? -1) as Omit<Meeting, 'present'>[]
  const present = readPresent(
    db,
    rows.map(({ uid }) => uid),
  )
  return rows.map((row) => ({ ...row, present: present.get(row.uid) ?? [] }))
}

export function countMeetings(db: Database, group: string): number {
  return db
    .prepare('SELECT count(*) FROM meeting WHERE contact_group = ? AND deleted IS NULL')
    .pluck()
    .get(group) as number
}

export function getMeeting(db: Database, uid: string): Meeting {
  const row = db.prepare('SELECT id AS uid, held_on AS "on", note FROM meeting WHERE id = ?').get(uid)
  return { ...(row as Omit<Meeting, 'present'>), present: readPresent(db, [uid]).get(uid) ?? [] }
}

function readPresent(
  db: Database,
  meetings: readonly string[],
): ReadonlyMap<string, readonly { readonly uid: string; readonly name: string }[]> {
  const rows = db
    .prepare(
      `SELECT DISTINCT g.value AS meeting, c.id AS uid, c.name, s.name_key
       FROM json_each(?) g CROSS JOIN touchpoint t ON t.meeting = g.value JOIN touchpoint_contact x ON x.touchpoint = t.id
       JOIN contact c ON c.id = x.contact JOIN contact_state s ON s.contact = c.id
       WHERE t.deleted IS NULL AND x.deleted IS NULL ORDER BY s.name_key, c.id`,
    )
    .all(JSON.stringify(meetings)) as { meeting: string; uid: string; name: string }[]
  return groupBy(
    rows,
    ({ meeting }) => meeting,
    ({ uid, name }) => ({ uid, name }),
  )
}
