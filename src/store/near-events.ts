/** Events to think of on a day, read through the index of their last days. */
import { type EventRecord, surelyNamed } from '../domain/event.ts'
import type { EventWindow, NearEvent } from '../domain/near-event.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY, MET } from './event-rows.ts'
import { LINKED } from './events.ts'
import { shortIdIn } from './short-ids.ts'

/** Those under way first, then those ahead, then those that are over; each by the first day. At most `limit`. */
export function listNearEvents(
  db: Database,
  window: EventWindow,
  limit: number | undefined,
): readonly NearEvent[] {
  const rows = db
    .prepare(
      `SELECT * FROM (
         SELECT e.id AS uid, name, from_on AS "on", ${LAST_DAY} AS until, place, goal,
           (SELECT count(*) FROM (
              SELECT x.contact FROM event_contact x JOIN contact_state s ON s.contact = x.contact WHERE x.event = e.id AND x.deleted IS NULL
              EXCEPT SELECT x.contact FROM touchpoint t ${LINKED} WHERE ${MET} AND t.event = e.id)) AS toMeet
         FROM event e WHERE ${IS_EVENT} AND ${LAST_DAY} >= :since AND from_on <= :ahead)
       WHERE until >= :today OR (until >= :recently OR toMeet > 0)
         AND NOT EXISTS (SELECT 1 FROM touchpoint t WHERE t.event = uid AND ${MET})
       ORDER BY until < :today, "on" > :today, "on", until, name, uid LIMIT :limit`,
    )
    .all({ ...window, limit: limit ?? -1 }) as Omit<NearEvent, 'id' | 'isSurelyNamed'>[]
  if (rows.length === 0) return []
  const all = db.prepare(`SELECT id AS uid, name FROM event WHERE ${IS_EVENT}`).all() as Pick<
    EventRecord,
    'uid' | 'name'
  >[]
  const sure = surelyNamed(rows, all)
  return rows.map((row) => ({
    ...row,
    id: shortIdIn(db, 'event', row.uid),
    isSurelyNamed: sure.has(row.uid),
  }))
}
