/** What there is on each day, a day at a time: what statistics of any length are made of in one pass. */
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import type { DateRange } from '../domain/period.ts'
import type { CountedDay } from '../domain/touch-tally.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { COUNTS, LINKS } from './touches.ts'

type Row = readonly [on: string, contacts: string, channels?: string, touchpoints?: string]

/**
 * The days with touchpoints that count, the earliest first. SQLite hands over a day at once, as lists: three times as quick as a row for
 * each link, and never more than a day in memory.
 * @param among only these contacts (uids); undefined for everybody, removed since or not.
 */
export function* listCountedDays(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): Generator<CountedDay> {
  const rows = db
    .prepare(
      `SELECT t.touched_on, json_group_array(x.contact), json_group_array(t.channel), json_group_array(t.id)
       ${LINKS} AND t.touched_on BETWEEN :from AND :to AND ${COUNTS} ${isAmong(db, among)} GROUP BY t.touched_on ORDER BY t.touched_on`,
    )
    .raw()
    .iterate({ from, to, among: listOf(among) }) as IterableIterator<Row>
  for (const [on, contacts, channels = '[]', touchpoints = '[]'] of rows) {
    if (!isCalendarDate(on)) continue
    yield {
      on,
      contacts: JSON.parse(contacts),
      channels: JSON.parse(channels),
      touchpoints: JSON.parse(touchpoints),
    }
  }
}

/** Whom there was a touch with on each day, the earliest first; a contact may be named more than once. */
export function* listTouchedDays(db: Database, { from, to }: DateRange): Generator<ContactsOfDay> {
  yield* daysOf(
    db
      .prepare(
        `SELECT t.touched_on, json_group_array(x.contact) ${LINKS} AND t.touched_on BETWEEN :from AND :to AND ${COUNTS}
         GROUP BY t.touched_on ORDER BY t.touched_on`,
      )
      .raw()
      .iterate({ from, to }) as IterableIterator<Row>,
  )
}

/** The first day with a touchpoint of whatever kind, for each of these contacts that has one. */
export function firstDaysOf(db: Database, uids: readonly string[]): ReadonlyMap<string, CalendarDate> {
  const found = new Map<string, CalendarDate>()
  const sought = new Set(uids)
  if (sought.size === 0) return found
  const rows = db
    .prepare(
      `SELECT t.touched_on, json_group_array(x.contact) ${LINKS} AND t.touched_on > '' GROUP BY t.touched_on ORDER BY t.touched_on`,
    )
    .raw()
    .iterate() as IterableIterator<Row>
  for (const { on, contacts } of daysOf(rows)) {
    for (const uid of contacts) if (sought.delete(uid)) found.set(uid, on)
    if (sought.size === 0) break
  }
  return found
}

type ContactsOfDay = Pick<CountedDay, 'on' | 'contacts'>

/** Days that are none, of other devices, are passed over. */
function* daysOf(rows: Iterable<Row>): Generator<ContactsOfDay> {
  for (const [on, contacts] of rows) if (isCalendarDate(on)) yield { on, contacts: JSON.parse(contacts) }
}
