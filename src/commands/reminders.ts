/** Reads the promises and dates to think of on a day. */
import type { Reminders } from '../render/reminder-lines.ts'
import type { Database } from '../store/driver.ts'
import type { DueQuery } from '../store/due-list.ts'
import { listOccasions } from '../store/occasions.ts'
import { countPromises, listPromises } from '../store/promises.ts'

/** @param limit how many of each kind at most; undefined for all. */
export function readReminders(db: Database, query: DueQuery, limit: number | undefined): Reminders {
  const { today, until, filter } = query
  const promises = listPromises(db, { today, until, filter, limit })
  const dates = listOccasions(db, {
    today,
    until,
    filter,
    limit: limit === undefined ? undefined : limit + 1,
  })
  const isCut = limit !== undefined && promises.length >= limit
  return {
    promises,
    promiseCount: isCut ? countPromises(db, { today, until, filter }) : promises.length,
    dates: dates.slice(0, limit),
    hasMoreDates: limit !== undefined && dates.length > limit,
  }
}
