/** What there is on each day, a day at a time: what statistics of any length are made of in one pass. */
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import type { DateRange } from '../domain/period.ts'
import type { CountedDay } from '../domain/touch-tally.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { COUNTS, LINKS } from './touches.ts'

const COUNTED_IN_RANGE = `t.touched_on BETWEEN :from AND :to AND ${COUNTS}`

/**
 * The days with touchpoints that count, the earliest first.
 * @param among only these contacts (uids); undefined for everybody, removed since or not.
 */
export function* listCountedDays(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): Generator<CountedDay> {
  const days = listDays(
    db,
    ['x.contact', "nullif(t.channel, '')", 't.id'],
    `${COUNTED_IN_RANGE} ${isAmong(db, among)}`,
    {
      from,
      to,
      among: listOf(among),
    },
  )
  for (const { on, lists } of days) {
    const [contacts = [], channels = [], touchpoints = []] = lists
    yield { on, contacts, channels, touchpoints }
  }
}

/** Whom there was a touch with on each day, the earliest first; a contact may be named more than once. */
export function* listTouchedDays(
  db: Database,
  { from, to }: DateRange,
): Generator<Pick<CountedDay, 'on' | 'contacts'>> {
  for (const { on, lists } of listDays(db, ['x.contact'], COUNTED_IN_RANGE, { from, to }))
    yield { on, contacts: lists[0] ?? [] }
}

/** The first day with a touchpoint of whatever kind, for each of these contacts that has one. */
export function firstDaysOf(db: Database, uids: readonly string[]): ReadonlyMap<string, CalendarDate> {
  const found = new Map<string, CalendarDate>()
  const sought = new Set(uids)
  if (sought.size === 0) return found
  for (const { on, lists } of listDays(db, ['x.contact'], "t.touched_on > ''")) {
    for (const uid of lists[0] ?? []) if (sought.delete(uid)) found.set(uid, on)
    if (sought.size === 0) break
  }
  return found
}

/**
 * The links of each day that meet a condition, the earliest day first: a list of one length for each column. SQLite hands over a day at
 * once: three times as quick as a row for each link, and never more than a day in memory. Days that are none, of other devices, are
 * passed over.
 */
function* listDays(
  db: Database,
  columns: readonly string[],
  condition: string,
  values: object = {},
): Generator<{ readonly on: CalendarDate; readonly lists: readonly string[][] }> {
  const lists = columns.map((column) => `json_group_array(${column})`).join(', ')
  const rows = db
    .prepare(
      `SELECT t.touched_on, ${lists} ${LINKS} AND ${condition} GROUP BY t.touched_on ORDER BY t.touched_on`,
    )
    .raw()
    .iterate(values) as IterableIterator<[on: string, ...lists: string[]]>
  for (const [on, ...texts] of rows) {
    if (isCalendarDate(on)) yield { on, lists: texts.map((text) => JSON.parse(text)) }
  }
}
