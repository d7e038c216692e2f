/** Queries of table meeting, and of who was at one. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import { joinNotes } from '../domain/touchpoint.ts'
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
  if (known === undefined)
    db.prepare('INSERT INTO meeting (id, contact_group, held_on, note) VALUES (?, ?, ?, ?)').run(
      uid,
      group,
      on,
      note,
    )
  else noteMeeting(db, uid, note)
  const touchpoints = touchpointsOf(db, uid)
  const [first] = touchpoints
  if (first !== undefined) {
    const known = new Set(touchpoints.flatMap(({ contacts }) => contacts))
    for (const contact of present) if (!known.has(contact)) linkContact(db, first.uid, contact)
    for (const touchpoint of touchpoints) noteTouchpoint(db, touchpoint, note)
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
        note: joinNotes(known?.note ?? null, note),
        meeting: uid,
      },
      present,
    )
  }
  return uid
}

/** Adds a note to what is known of a meeting. */
export function noteMeeting(db: Database, uid: string, note: string | null): void {
  const before = db.prepare('SELECT note FROM meeting WHERE id = ?').pluck().get(uid) as string | null
  const whole = joinNotes(before, note)
  if (whole !== before) db.prepare('UPDATE meeting SET note = ? WHERE id = ?').run(whole, uid)
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

export interface MeetingTouchpoint {
  readonly uid: string
  readonly note: string | null
  /** Uids of those in it. */
  readonly contacts: readonly string[]
}

/** Those with who was present: none where nobody was named, more than one where two devices named some. */
export function touchpointsOf(db: Database, meeting: string): readonly MeetingTouchpoint[] {
  const rows = db
    .prepare('SELECT id AS uid, note FROM touchpoint WHERE meeting = ? AND deleted IS NULL ORDER BY id')
    .all(meeting) as Omit<MeetingTouchpoint, 'contacts'>[]
  const contacts = db
    .prepare('SELECT contact FROM touchpoint_contact WHERE touchpoint = ? AND deleted IS NULL')
    .pluck()
  return rows.map((row) => ({ ...row, contacts: contacts.all(row.uid) as string[] }))
}

/** Adds a note to one of a meeting; returns whether it said anything new. */
export function noteTouchpoint(
  db: Database,
  { uid, note: before }: Pick<MeetingTouchpoint, 'uid' | 'note'>,
  note: string | null,
): boolean {
  const whole = joinNotes(before, note)
  if (whole !== before) db.prepare('UPDATE touchpoint SET note = ? WHERE id = ?').run(whole, uid)
  return whole !== before
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
