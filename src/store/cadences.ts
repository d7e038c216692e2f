/** The contacts who have a cadence, all at once: what a plan is made from. */
import { type CalendarDate, daysBetween, epochDayOf, laterDate } from '../domain/calendar-date.ts'
import { findInterval, type Interval } from '../domain/interval.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import type { ScheduledContact } from '../domain/proposal.ts'
import type { SimulatedContact } from '../domain/simulation.ts'
import type { Database } from './driver.ts'

interface CadenceRow {
  readonly uid: string
  readonly name: string | null
  readonly name_key: string
  readonly circle: string | null
  readonly is_own: number
  readonly interval: string | null
  readonly anchor_on: CalendarDate
  readonly plain_due_on: CalendarDate
  readonly due_on: CalendarDate
  readonly interval_days: number
  readonly rests_until: CalendarDate | null
  readonly tracked_from: CalendarDate | null
  readonly is_untouched: number
  readonly unanswered: number
}

/** A contact as a plan sees it: what its cadence asks for, and how it stands. */
export type ContactWithCadence = ScheduledContact &
  SimulatedContact & {
    readonly name: string
    /** Whether it was tried since the latest touch, without an answer. */
    readonly isTried: boolean
  }

/**
 * By name.
 * @param year the days that {@link ScheduledContact.keptShare} looks at.
 * @param touchesOf touches in these days, by contact.
 */
export function listCadences(
  db: Database,
  today: CalendarDate,
  year: DateRange,
  touchesOf: ReadonlyMap<string, number>,
): readonly ContactWithCadence[] {
  const rows = db
    .prepare(
      `SELECT s.contact AS uid, c.name, s.name_key, ci.id AS circle, c.interval IS NOT NULL AS is_own, coalesce(c.interval, ci.interval) AS interval,
         s.anchor_on, s.plain_due_on, s.due_on, s.interval_days, s.rests_until, s.unanswered, c.tracked_from,
         s.last_counted_on IS NULL AND substr(c.id, 15, 1) <> '7' AS is_untouched
       FROM contact_state s JOIN contact c ON c.id = s.contact LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL
       WHERE s.due_on IS NOT NULL ORDER BY s.name_key, s.contact`,
    )
    .all() as CadenceRow[]
  // A hundred thousand contacts share some ten intervals.
  const intervals = new Map<string | null, Interval | undefined>()
  return rows.flatMap((row) => {
    const interval = intervals.has(row.interval)
      ? intervals.get(row.interval)
      : findInterval(row.interval ?? '')
    intervals.set(row.interval, interval)
    // One that only another netkeep can read is none.
    return interval === undefined ? [] : [contactOf(row, interval, today, year, touchesOf.get(row.uid) ?? 0)]
  })
}

function contactOf(
  row: CadenceRow,
  interval: Interval,
  today: CalendarDate,
  year: DateRange,
  touches: number,
): ContactWithCadence {
  return {
    uid: row.uid,
    name: row.name ?? '',
    nameKey: row.name_key,
    circle: row.circle,
    interval,
    isOwn: row.is_own === 1,
    lateness: daysBetween(row.plain_due_on, today) / row.interval_days,
    quietDays: daysBetween(row.anchor_on, today),
    keptShare: keptShareOf(row, touches, today, year),
    isUntouched: row.is_untouched === 1 && row.due_on < today,
    isTried: row.unanswered > 0,
    lastOn: epochDayOf(row.anchor_on),
    dueOn: epochDayOf(row.due_on),
    intervalDays: row.interval_days,
    isSnoozed: row.due_on > row.plain_due_on,
    restsUntil: row.rests_until === null ? 0 : epochDayOf(row.rests_until),
  }
}

/** Who was not asked for any touch yet kept all of them: so do imported contacts until their first turn, whatever day they are tracked from. */
function keptShareOf(row: CadenceRow, touches: number, today: CalendarDate, { from, to }: DateRange): number {
  const since = laterDate(from, row.tracked_from)
  const asked = since > to ? 0 : daysIn({ from: since, to }) / row.interval_days
  const isBeforeFirst = row.is_untouched === 1 && row.due_on >= today
  return asked < 1 || isBeforeFirst ? 1 : touches / asked
}
