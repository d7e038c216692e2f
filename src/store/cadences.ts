/** The contacts who have a cadence, all at once: what a plan is made from. */
import { type CalendarDate, daysBetween, epochDayOf } from '../domain/calendar-date.ts'
import { type Interval, parseInterval } from '../domain/interval.ts'
import type { ScheduledContact } from '../domain/proposal.ts'
import type { SimulatedContact } from '../domain/simulation.ts'
import type { Database } from './driver.ts'

interface CadenceRow {
  readonly uid: string
  readonly name: string | null
  readonly name_key: string
  readonly circle: string | null
  readonly is_own: number
  readonly interval: string
  readonly anchor_on: CalendarDate
  readonly plain_due_on: CalendarDate
  readonly due_on: CalendarDate
  readonly interval_days: number
  readonly rests_until: CalendarDate | null
}

/** A contact as a plan sees it: what its cadence asks for, and how it stands. */
export type ContactWithCadence = ScheduledContact & SimulatedContact & { readonly name: string }

/** By name. */
export function listCadences(db: Database, today: CalendarDate): readonly ContactWithCadence[] {
  const rows = db
    .prepare(
      `SELECT s.contact AS uid, c.name, s.name_key, ci.id AS circle, c.interval IS NOT NULL AS is_own, coalesce(c.interval, ci.interval) AS interval,
         s.anchor_on, s.plain_due_on, s.due_on, s.interval_days, s.rests_until
       FROM contact_state s JOIN contact c ON c.id = s.contact LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL
       WHERE s.due_on IS NOT NULL ORDER BY s.name_key, s.contact`,
    )
    .all() as CadenceRow[]
  // A hundred thousand contacts share some ten intervals.
  const intervals = new Map<string, Interval>()
  const intervalOf = (text: string): Interval => {
    const interval = intervals.get(text) ?? parseInterval(text)
    intervals.set(text, interval)
    return interval
  }
  return rows.map((row) => ({
    uid: row.uid,
    name: row.name ?? '',
    nameKey: row.name_key,
    circle: row.circle,
    interval: intervalOf(row.interval),
    isOwn: row.is_own === 1,
    lateness: daysBetween(row.due_on, today) / row.interval_days,
    quietDays: daysBetween(row.anchor_on, today),
    lastOn: epochDayOf(row.anchor_on),
    dueOn: epochDayOf(row.due_on),
    intervalDays: row.interval_days,
    isSnoozed: row.due_on > row.plain_due_on,
    restsUntil: row.rests_until === null ? 0 : epochDayOf(row.rests_until),
  }))
}
