/**
 * Counting what was done in a range of days, both ends included. A touch is one contact on one day with at least one touchpoint that
 * counts; touches of contacts that were removed since happened all the same.
 */
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import type { HelpSide } from '../domain/help.ts'
import type { DateRange } from '../domain/period.ts'
import type { StreakUnit } from '../domain/streak.ts'
import type { Database } from './driver.ts'

/** Each contact in each touchpoint. All that is asked of either stands in their indexes; no row is looked at. */
export const LINKS: string = `
FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id WHERE t.deleted IS NULL AND x.deleted IS NULL`
const IN_RANGE = `${LINKS} AND t.touched_on BETWEEN :from AND :to`

/** Whether the day of a touchpoint is one: another device may have written 2026-02-30, or a time behind it. */
export const IS_DAY = 'date(touched_on) = touched_on'

/**
 * An ask counts when a later touchpoint that counts answered it, see `settleAsks` of domain/help.ts. Of a live contact the last one that
 * counts is known; of one that was removed all are looked at.
 */
export const COUNTS: string = `(coalesce(t.kind, 'counted') = 'counted' OR t.help = 'asked' AND coalesce(
  (SELECT ${isLater('u', 'ask')} FROM contact_state s JOIN touchpoint u ON u.id = s.last_touchpoint JOIN touchpoint ask
   WHERE s.contact = x.contact AND ask.id = t.id),
  EXISTS (SELECT 1 FROM touchpoint_contact y JOIN touchpoint u ON u.id = y.touchpoint JOIN touchpoint ask
   WHERE y.contact = x.contact AND ask.id = t.id AND y.deleted IS NULL AND u.deleted IS NULL AND coalesce(u.kind, 'counted') = 'counted'
     AND ${isLater('u', 'ask')})))`

/** As `compareTouches` of domain/touch-facts.ts orders them. */
function isLater(a: string, b: string): string {
  return `(${a}.touched_on, coalesce(${a}.recorded_at, ''), ${a}.id) > (${b}.touched_on, coalesce(${b}.recorded_at, ''), ${b}.id)`
}

/** Touches, of a channel or of any. */
export function countTouches(db: Database, range: DateRange, channel: string | null = null): number {
  return count(
    db,
    `SELECT count(*) FROM (SELECT DISTINCT x.contact, t.touched_on ${IN_RANGE} AND ${COUNTS} AND ${IS_DAY}
       ${channel === null ? '' : 'AND t.channel = :channel'})`,
    { ...range, channel },
  )
}

/** What counts at events that are still there: which event, on which day. */
const LOGGED = `
SELECT DISTINCT t.event, t.touched_on FROM touchpoint t JOIN event e ON e.id = t.event JOIN touchpoint_contact x ON x.touchpoint = t.id
WHERE t.event IS NOT NULL AND t.deleted IS NULL AND e.deleted IS NULL AND x.deleted IS NULL
  AND t.touched_on BETWEEN :from AND :to AND ${COUNTS}`

/**
 * Events: each once, on the first day of it that has a touch. A touch by channel event that is of none of them counts for its day, however
 * many were met there, unless it may belong to one logged that day.
 */
export function countEvents(db: Database, range: DateRange): number {
  return count(
    db,
    `WITH logged (event, day) AS MATERIALIZED (${LOGGED})
     SELECT (SELECT count(*) FROM (SELECT DISTINCT event FROM logged) AS l WHERE NOT EXISTS (
         SELECT 1 ${LINKS} AND t.event = l.event AND t.touched_on < :from AND ${COUNTS}))
       + (SELECT count(*) FROM (SELECT DISTINCT t.touched_on ${IN_RANGE} AND t.channel = 'event' AND ${COUNTS})
         WHERE touched_on NOT IN (SELECT day FROM logged))`,
    range,
  )
}

/** Contacts on a day whom the user reached out to, or met: whatever came of it, but not where the contact began it. */
export function countReachOuts(db: Database, range: DateRange): number {
  return count(
    db,
    `SELECT count(*) FROM (SELECT DISTINCT x.contact, t.touched_on ${IN_RANGE}
       AND coalesce(t.kind, 'counted') IN ('counted', 'attempt') AND t.direction IS NOT 'in')`,
    range,
  )
}

/**
 * Help on one side, of a kind or of any: one for each contact, as in the balance; but one introduction, of two, is one. The plus keeps
 * SQLite from reading all help there ever was.
 */
export function countHelpGiven(
  db: Database,
  range: DateRange,
  side: HelpSide,
  kind: string | null = null,
): number {
  return count(
    db,
    `SELECT count(${kind === 'introduction' ? 'DISTINCT t.id' : '*'}) ${IN_RANGE} AND +t.help = :side ${kind === null ? '' : "AND coalesce(t.help_kind, 'other') = :kind"}`,
    { ...range, side, kind },
  )
}

/** The day of the first touchpoint there is, of whatever kind. */
export function firstTouchpointDay(db: Database): CalendarDate | undefined {
  return outermostDay(db, 'min')
}

/** The day of the latest one. */
export function lastTouchpointDay(db: Database): CalendarDate | undefined {
  return outermostDay(db, 'max')
}

/** Where the outermost is no day, as another device may have it, all are gone through for one that is. */
function outermostDay(db: Database, end: 'min' | 'max'): CalendarDate | undefined {
  const outermost = `SELECT ${end}(touched_on) FROM touchpoint WHERE deleted IS NULL`
  const day = db.prepare(outermost).pluck().get() as string | null
  if (day === null || isCalendarDate(day)) return day ?? undefined
  return (db.prepare(`${outermost} AND ${IS_DAY}`).pluck().get() as CalendarDate | null) ?? undefined
}

/** The touches of a unit of the streak: a day in it, and how many, counted no further than was asked for. */
export interface UnitTouches {
  readonly day: CalendarDate
  readonly touches: number
}

/** SQL for the first and the last day of the unit with a day. */
const UNIT_DAYS: Readonly<Record<StreakUnit, { readonly first: string; readonly last: string }>> = {
  week: { first: "date(day, 'weekday 0', '-6 days')", last: "date(day, 'weekday 0')" },
  workday: { first: 'day', last: 'day' },
}

/**
 * The units with touchpoints, the oldest first: a step from one to the next is one look into the index, however many touchpoints lie
 * between. Of workdays, weekends are left out.
 * @param until the last day that is looked at.
 * @param most touches are counted up to this.
 */
export function listUnitTouches(
  db: Database,
  unit: StreakUnit,
  until: CalendarDate,
  most: number,
): readonly UnitTouches[] {
  const { first, last } = UNIT_DAYS[unit]
  const isUnit = unit === 'week' ? '' : "AND strftime('%w', day) NOT IN ('0', '6')"
  return db
    .prepare(
      `WITH RECURSIVE unit (day) AS (
         SELECT min(touched_on) FROM touchpoint WHERE deleted IS NULL
         UNION ALL
         SELECT (SELECT min(touched_on) FROM touchpoint WHERE deleted IS NULL AND touched_on > ${last}) FROM unit WHERE day <= :until)
       SELECT day, (SELECT count(*) FROM (
           SELECT DISTINCT x.contact, t.touched_on ${LINKS} AND t.touched_on BETWEEN ${first} AND ${last} AND ${COUNTS} LIMIT :most)) AS touches
       FROM unit WHERE day <= :until ${isUnit}`,
    )
    .all({ until, most }) as UnitTouches[]
}

function count(db: Database, sql: string, values: object): number {
  return db.prepare(sql).pluck().get(values) as number
}
