/** Queries of tables event and event_contact, and of the touchpoints at events. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { EventLine, EventRecord, Meeting, NewEvent } from '../domain/event.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Change } from './command-log.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { REMOVED } from './schema.ts'
import { shortIdIn } from './short-ids.ts'

export function insertEvent(change: Change, { name, on, until, place, goal }: NewEvent): string {
  const uid = change.newId()
  change.db
    .prepare('INSERT INTO event (id, name, from_on, to_on, place, goal) VALUES (?, ?, ?, ?, ?, ?)')
    .run(uid, name, on, until, place, goal)
  return uid
}

export function updateEvent(db: Database, uid: string, { name, on, until, place, goal }: NewEvent): void {
  db.prepare('UPDATE event SET name = ?, from_on = ?, to_on = ?, place = ?, goal = ? WHERE id = ?').run(
    name,
    on,
    until,
    place,
    goal,
    uid,
  )
}

/** Its touchpoints stay, and show it no more. Returns whether it was there until now. */
export function removeEvent(db: Database, uid: string): boolean {
  return markRemoved(db, 'event', uid)
}

/** Plans to meet a contact there, again where that was taken back. */
export function planContact(db: Database, event: string, contact: string): void {
  db.prepare(
    `INSERT INTO event_contact (id, event, contact) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = NULL WHERE deleted IS NOT NULL`,
  ).run(eventContactId(event, contact), event, contact)
}

export function unplanContact(db: Database, event: string, contact: string): void {
  // Found by what it says: a merge may have brought it over from another contact.
  db.prepare(
    `UPDATE event_contact SET deleted = ${REMOVED} WHERE event = ? AND contact = ? AND deleted IS NULL`,
  ).run(event, contact)
}

export function eventContactId(event: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('event_contact', event, contact)
}

interface Row {
  readonly uid: string
  readonly name: string
  readonly on: CalendarDate
  readonly until: CalendarDate
  readonly place: string | null
  readonly goal: string | null
}

/** What another device has told of only in part is not there yet. */
const EVENTS = `
SELECT id AS uid, name, from_on AS "on", max(from_on, coalesce(to_on, from_on)) AS until, place, goal
FROM event WHERE deleted IS NULL AND name IS NOT NULL AND from_on IS NOT NULL`

/** All events there are, in the order they were told. */
export function listEvents(db: Database): readonly EventRecord[] {
  const rows = db.prepare(`${EVENTS} ORDER BY id`).all() as Row[]
  const ends = new Map<string, number>()
  for (const { uid } of rows) ends.set(uid.slice(-6), (ends.get(uid.slice(-6)) ?? 0) + 1)
  return rows.map((row) => {
    const end = row.uid.slice(-6)
    return { ...row, id: ends.get(end) === 1 ? end : shortIdIn(db, 'event', row.uid) }
  })
}

/** Undefined where another command has removed it meanwhile. */
export function findEvent(db: Database, uid: string): EventRecord | undefined {
  const row = db.prepare(`${EVENTS} AND id = ?`).get(uid) as Row | undefined
  return row && { ...row, id: shortIdIn(db, 'event', row.uid) }
}

/** The same with its contacts. */
export function findEventLine(db: Database, uid: string): EventLine | undefined {
  const event = findEvent(db, uid)
  return event && withContacts(db, [event])[0]
}

/** The one of this name and these days. */
export function findSameEvent(db: Database, { name, on, until }: NewEvent): EventRecord | undefined {
  return listEvents(db).find(
    (event) => event.on === on && event.until === until && nameKeyOf(event.name) === nameKeyOf(name),
  )
}

interface Attendance {
  readonly event: string
  readonly uid: string
  readonly name: string
}

/** The same events with their contacts. */
export function withContacts(db: Database, events: readonly EventRecord[]): readonly EventLine[] {
  const uids = JSON.stringify(events.map(({ uid }) => uid))
  const listOf = (from: string): ((event: string) => readonly Attendance[]) => {
    const rows = db
      .prepare(
        `SELECT DISTINCT g.value AS event, c.id AS uid, c.name FROM json_each(?) g ${from}
         JOIN contact_state s ON s.contact = x.contact JOIN contact c ON c.id = x.contact ORDER BY s.name_key, c.id`,
      )
      .all(uids) as Attendance[]
    const byEvent = new Map<string, Attendance[]>()
    for (const row of rows) {
      const found = byEvent.get(row.event)
      if (found === undefined) byEvent.set(row.event, [row])
      else found.push(row)
    }
    return (event) => byEvent.get(event) ?? []
  }
  const planned = listOf('JOIN event_contact x ON x.event = g.value AND x.deleted IS NULL')
  const met = listOf(`JOIN touchpoint t ON ${MET} AND t.event = g.value ${LINKED}`)
  const bare = ({ uid, name }: Attendance): { uid: string; name: string } => ({ uid, name })
  return events.map((event) => ({
    ...event,
    planned: planned(event.uid).map(bare),
    met: met(event.uid).map(bare),
  }))
}

/** Whoever did not answer there was not met. */
const MET = "t.event IS NOT NULL AND t.deleted IS NULL AND coalesce(t.kind, 'counted') = 'counted'"
const LINKED = 'JOIN touchpoint_contact x ON x.touchpoint = t.id AND x.deleted IS NULL'

/** Every time a contact was met there: by day, in the order of the commands that told it, by name. */
export function listMet(db: Database, event: string): readonly Meeting[] {
  return db
    .prepare(
      `SELECT c.id AS uid, c.name, t.id AS touchpoint, t.touched_on AS "on", t.note FROM touchpoint t ${LINKED}
       JOIN contact_state s ON s.contact = x.contact JOIN contact c ON c.id = x.contact
       WHERE t.event = ? AND ${MET} ORDER BY t.touched_on, t.recorded_at, s.name_key, c.id, t.id`,
    )
    .all(event) as Meeting[]
}
