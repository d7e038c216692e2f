/**
 * Touches day by day: what calendars, weekly pictures and the pace of a plan are drawn from. What another device wrote of a day that is
 * none counts for nothing.
 */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { DateRange } from '../domain/period.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { COUNTS, IS_DAY, LINKS } from './touches.ts'

export interface DayCount {
  readonly on: CalendarDate
  readonly count: number
}

/**
 * The touches of each day, the earliest first; days without any are left out.
 * @param among only touches of these contacts (uids); undefined for those of everybody, removed since or not.
 */
export function countTouchesByDay(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): readonly DayCount[] {
  return db
    .prepare(
      `SELECT t.touched_on AS "on", count(DISTINCT x.contact) AS count
       ${LINKS} AND t.touched_on BETWEEN :from AND :to AND ${COUNTS} ${isAmong(db, among)}
       GROUP BY t.touched_on HAVING ${IS_DAY} ORDER BY t.touched_on`,
    )
    .all({ from, to, among: listOf(among) }) as DayCount[]
}

/** Contacts who were reached out to on a day, and how many of them answered. */
export interface ReachedCount {
  readonly on: CalendarDate
  readonly reached: number
  /** Those with a touch. */
  readonly answered: number
}

/** The touches and attempts of each day with contacts who have a cadence now, the earliest first; days without any are left out. */
export function countReachedByDay(db: Database, { from, to }: DateRange): readonly ReachedCount[] {
  return db
    .prepare(
      `SELECT t.touched_on AS "on", count(DISTINCT x.contact) AS reached, count(DISTINCT iif(${COUNTS}, x.contact, NULL)) AS answered
       ${LINKS} AND t.touched_on BETWEEN :from AND :to AND (t.kind = 'attempt' OR ${COUNTS})
         AND +x.contact IN (SELECT contact FROM contact_state WHERE due_on IS NOT NULL)
       GROUP BY t.touched_on HAVING ${IS_DAY} ORDER BY t.touched_on`,
    )
    .all({ from, to }) as ReachedCount[]
}

/** Of each contact (uid) with touches in these days, on how many. */
export function countTouchesByContact(db: Database, { from, to }: DateRange): ReadonlyMap<string, number> {
  const rows = db
    .prepare(
      `SELECT x.contact, count(DISTINCT t.touched_on)
       ${LINKS} AND t.touched_on BETWEEN :from AND :to AND ${COUNTS} AND ${IS_DAY} GROUP BY x.contact`,
    )
    .raw()
    .all({ from, to }) as [string, number][]
  return new Map(rows)
}
