/** Events to think of on a day, read through the index of their last days. */
import type { EventWindow, NearEvent } from '../domain/near-event.ts'
import type { Database } from './driver.ts'
import { LINKED, MET } from './events.ts'
import { shortIdIn } from './short-ids.ts'

/** Those that ended first, then by their first day; at most `limit`. */
export function listNearEvents(
  db: Database,
  window: EventWindow,
  limit: number | undefined,
): readonly NearEvent[] {
  const rows = db
    .prepare(
      `SELECT e.id AS uid, coalesce(e.name, '') AS name, coalesce(e.from_on, e.to_on) AS "from", e.to_on AS "to", e.place,
         (SELECT count(*) FROM (
            SELECT x.contact FROM event_contact x JOIN contact_state s ON s.contact = x.contact WHERE x.event = e.id AND x.deleted IS NULL
            EXCEPT SELECT x.contact FROM touchpoint t ${LINKED} WHERE ${MET} AND t.event = e.id)) AS toMeet
       FROM event e WHERE e.deleted IS NULL AND e.to_on >= :since AND coalesce(e.from_on, e.to_on) <= :ahead
         AND (e.to_on >= :today OR NOT EXISTS (SELECT 1 FROM touchpoint t WHERE t.event = e.id AND t.deleted IS NULL))
       ORDER BY e.to_on >= :today, "from", e.to_on, e.name, e.id LIMIT :limit`,
    )
    .all({ ...window, limit: limit ?? -1 }) as Omit<NearEvent, 'id'>[]
  return rows.map((row) => ({ ...row, id: shortIdIn(db, 'event', row.uid) }))
}
