/** Events to think of on a day, read through the index of their last days. */
import type { EventWindow, NearEvent } from '../domain/near-event.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY, MET } from './event-rows.ts'
import { LINKED } from './events.ts'
import { shortIdIn } from './short-ids.ts'

/** Those that ended first, then by their first day; at most `limit`. */
export function listNearEvents(
  db: Database,
  window: EventWindow,
  limit: number | undefined,
): readonly NearEvent[] {
  const rows = db
    .prepare(
      `SELECT id AS uid, name, from_on AS "from", ${LAST_DAY} AS "to", place,
         (SELECT count(*) FROM (
            SELECT x.contact FROM event_contact x JOIN contact_state s ON s.contact = x.contact WHERE x.event = e.id AND x.deleted IS NULL
            EXCEPT SELECT x.contact FROM touchpoint t ${LINKED} WHERE ${MET} AND t.event = e.id)) AS toMeet
       FROM event e WHERE ${IS_EVENT} AND ${LAST_DAY} >= :since AND from_on <= :ahead
         AND (${LAST_DAY} >= :today OR NOT EXISTS (SELECT 1 FROM touchpoint t WHERE t.event = e.id AND ${MET}))
       ORDER BY ${LAST_DAY} >= :today, from_on, ${LAST_DAY}, name, id LIMIT :limit`,
    )
    .all({ ...window, limit: limit ?? -1 }) as Omit<NearEvent, 'id'>[]
  return rows.map((row) => ({ ...row, id: shortIdIn(db, 'event', row.uid) }))
}
