/** Queries of tables event and event_contact, and of the touchpoints at events. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { EventLine, EventRecord, Meeting, NewEvent } from '../domain/event.ts'
import { groupBy } from '../domain/group-by.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Change } from './command-log.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY, MET } from './event-rows.ts'
import { naturalId } from './ids.ts'
import { shortIdIn, shortIdsAmong } from './short-ids.ts'

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
  markRemoved(db, 'event_contact', eventContactId(event, contact))
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

const EVENTS = `SELECT id AS uid, name, from_on AS "on", ${LAST_DAY} AS until, place, goal FROM event WHERE ${IS_EVENT}`

/** All events there are, in the order they were told. */
export function listEvents(db: Database): readonly EventRecord[] {
  const rows = db.prepare(`${EVENTS} ORDER BY id`).all() as Row[]
  const shortId = shortIdsAmong(rows.map(({ uid }) => uid))
  return rows.map((row) => ({ ...row, id: shortId(row.uid) }))
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
  const listOf = (from: string): ((event: string) => EventLine['met']) => {
    const rows = db
      .prepare(
        `SELECT DISTINCT g.value AS event, c.id AS uid, c.name FROM json_each(?) g ${from}
         JOIN contact_state s ON s.contact = x.contact JOIN contact c ON c.id = x.contact ORDER BY s.name_key, c.id`,
      )
      .all(uids) as Attendance[]
    const byEvent = groupBy(
      rows,
      ({ event }) => event,
      ({ uid, name }) => ({ uid, name }),
    )
    return (event) => byEvent.get(event) ?? []
  }
  const planned = listOf('JOIN event_contact x ON x.event = g.value AND x.deleted IS NULL')
  const met = listOf(`JOIN touchpoint t ON ${MET} AND t.event = g.value ${LINKED}`)
  return events.map((event) => ({ ...event, planned: planned(event.uid), met: met(event.uid) }))
}

/** SQL of the contacts `x` of a touchpoint `t`. */
export const LINKED = 'JOIN touchpoint_contact x ON x.touchpoint = t.id AND x.deleted IS NULL'

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
