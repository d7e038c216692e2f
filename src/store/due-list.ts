/** The due list, read through its indexes: its cost follows from the lines asked for, not from the size of the network. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import type { Database } from './driver.ts'

export interface DueQuery {
  /** The day asked about. */
  readonly today: CalendarDate
  /** The last due date to list: `today`, or later for `--ahead`. */
  readonly until: CalendarDate
  /** At most so many; undefined for all. */
  readonly limit: number | undefined
  /** Only these contacts. */
  readonly filter: ContactFilter
}

/**
 * Uids of the contacts due by `until`, by lateness (days overdue ÷ days of the interval), latest first; then by due date, then by
 * name. No rounding can swap two of them: lateness is a quotient of whole numbers, which two doubles tell apart where it differs.
 * Snoozed contacts have a later due date; those who rest after an attempt are listed once the rest is over.
 *
 * Lateness depends on the day, so no index is in its order. But contacts whose intervals have the same number of days are later
 * the earlier they are due, and few lengths of intervals occur: the first lines of each length hold the first lines of all.
 */
export function listDue(db: Database, query: DueQuery): readonly string[] {
  const { where, values } = conditions(query)
  const { until, limit, today } = query
  const due = `interval_days = days AND due_on IS NOT NULL ${where} AND due_on`
  const last = `(SELECT due_on FROM contact_state WHERE ${due} <= ? ORDER BY due_on LIMIT 1 OFFSET ?)`
  return db
    .prepare(
      `${LENGTHS} SELECT contact FROM length CROSS JOIN contact_state
       WHERE ${due} <= ${limit === undefined ? '?' : `coalesce(${last}, ?)`}
       ORDER BY (julianday(?) - julianday(due_on)) / days DESC, due_on, name_key, contact LIMIT ?`,
    )
    .pluck()
    .all(
      ...values,
      ...(limit === undefined ? [until] : [...values, until, Math.max(limit - 1, 0), until]),
      today,
      limit ?? -1,
    ) as string[]
}

/**
 * Uids of warm contacts in the last part of their interval, those with the least of it left first; then by due date and name. None
 * that is snoozed or rests.
 * @param percent of the interval that may be left.
 */
export function listNearlyDue(
  db: Database,
  today: CalendarDate,
  percent: number,
  limit: number,
): readonly string[] {
  return db
    .prepare(
      `${LENGTHS} SELECT contact FROM length CROSS JOIN contact_state
       WHERE interval_days = days AND due_on > :today AND due_on <= date(:today, (days * :percent / 100) || ' days')
         AND due_on = plain_due_on AND (rests_until IS NULL OR rests_until <= :today)
       ORDER BY (julianday(due_on) - julianday(:today)) / days, due_on, name_key, contact LIMIT :limit`,
    )
    .pluck()
    .all({ today, percent, limit }) as string[]
}

/** How many {@link listDue} would list without a limit. */
export function countDue(db: Database, query: DueQuery): number {
  const { where, values } = conditions(query)
  return db
    .prepare(`SELECT count(*) FROM contact_state WHERE due_on IS NOT NULL AND due_on <= ? ${where}`)
    .pluck()
    .get(query.until, ...values) as number
}

/** The overdue count: contacts that are cold on this day. */
export function countCold(db: Database, today: CalendarDate): number {
  return db
    .prepare('SELECT coalesce(sum(contacts), 0) FROM due_day WHERE day <= ?')
    .pluck()
    .get(today) as number
}

/** The overdue count among those that the filter lets through. */
export function countColdAmong(db: Database, query: DueQuery): number {
  const { where, values } = conditions(query)
  return db
    .prepare(`SELECT count(*) FROM contact_state WHERE cold_from <= ? ${where}`)
    .pluck()
    .get(query.today, ...values) as number
}

/** The distinct lengths of intervals in days, each found by one step in the index. */
const LENGTHS = `
WITH RECURSIVE length(days) AS (
  SELECT min(interval_days) FROM contact_state WHERE due_on IS NOT NULL
  UNION ALL
  SELECT (SELECT min(interval_days) FROM contact_state WHERE due_on IS NOT NULL AND interval_days > days) FROM length
  WHERE days IS NOT NULL
)`

function conditions(query: DueQuery): { where: string; values: readonly string[] } {
  const { where, values } = conditionsOf(query.filter, 'contact_state', query.today)
  return { where: `AND (rests_until IS NULL OR rests_until <= ?) ${where}`, values: [query.until, ...values] }
}

/** The contacts that fall due next after `until`, the nearest first. */
export function listComing(db: Database, query: DueQuery, limit: number): readonly string[] {
  const { where, values } = conditionsOf(query.filter, 'contact_state', query.today)
  return db
    .prepare(`SELECT contact FROM contact_state WHERE due_on > ? ${where} ORDER BY due_on, name_key LIMIT ?`)
    .pluck()
    .all(query.until, ...values, limit) as string[]
}

/** Contacts without a due date, the most recently touched first. */
export function listUnscheduled(db: Database, limit: number): readonly string[] {
  return db
    .prepare(
      'SELECT contact FROM contact_state WHERE due_on IS NULL ORDER BY last_counted_on DESC, name_key LIMIT ?',
    )
    .pluck()
    .all(limit) as string[]
}
