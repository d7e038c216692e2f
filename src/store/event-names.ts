/** The names of events for completion, apart from what reads all of an event: its bundle is small. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY } from './event-rows.ts'

/** In the order of orderEvents (domain/event.ts); at most `most`. */
export function listEventNames(
  db: Database,
  today: CalendarDate,
  most: number,
): readonly { readonly value: string; readonly description: string }[] {
  return db
    .prepare(
      `SELECT name AS value, from_on || iif(to_on > from_on, '..' || to_on, '') || coalesce(', ' || place, '') AS description
       FROM event WHERE ${IS_EVENT}
       ORDER BY ${LAST_DAY} < :today, iif(${LAST_DAY} < :today, NULL, from_on), iif(${LAST_DAY} < :today, NULL, ${LAST_DAY}),
         from_on DESC, ${LAST_DAY} DESC, id LIMIT :most`,
    )
    .all({ today, most }) as { value: string; description: string }[]
}
