/** Reads the promises and dates to think of on a day. */
import type { Reminders } from '../render/reminder-lines.ts'
import type { Database } from '../store/driver.ts'
import type { DueQuery } from '../store/due-list.ts'
import { listOccasions } from '../store/occasions.ts'
import { listPromises } from '../store/promises.ts'

/** @param limit how many of each kind at most; undefined for all. */
export function readReminders(db: Database, query: DueQuery, limit: number | undefined): Reminders {
  const { today, until, filter } = query
  const given = { today, until, filter, limit: limit === undefined ? undefined : limit + 1 }
  const promises = listPromises(db, given)
  const dates = listOccasions(db, { ...given, hidesKept: true })
  return {
    promises: promises.slice(0, limit),
    hasMorePromises: limit !== undefined && promises.length > limit,
    dates: dates.slice(0, limit),
    hasMoreDates: limit !== undefined && dates.length > limit,
  }
}
