/**
 * Counting what was done in a range of days, both ends included. A touch is one contact on one day with at least one touchpoint that
 * counts; touches of contacts that were removed since happened all the same. All of it goes by the index touchpoint_day.
 */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { HelpSide } from '../domain/help.ts'
import type { DateRange } from '../domain/period.ts'
import type { Database } from './driver.ts'

/** Each contact in each touchpoint of these days. That a link is live is read off the few that are not: most need not be looked at. */
const LINKS = `
FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id
WHERE t.deleted IS NULL AND t.touched_on BETWEEN :from AND :to
  AND x.id NOT IN (SELECT id FROM touchpoint_contact WHERE deleted IS NOT NULL)`

/** An ask counts when a later touchpoint that counts answered it, see `settleAsks` of domain/help.ts. */
const COUNTS = `(coalesce(t.kind, 'counted') = 'counted' OR t.help = 'asked' AND EXISTS (
  SELECT 1 FROM touchpoint_contact y JOIN touchpoint u ON u.id = y.touchpoint
  WHERE y.contact = x.contact AND y.deleted IS NULL AND u.deleted IS NULL AND coalesce(u.kind, 'counted') = 'counted'
    AND (u.touched_on, coalesce(u.recorded_at, ''), u.id) > (t.touched_on, coalesce(t.recorded_at, ''), t.id)))`

/** Touches, of a channel or of any; at most `limit` of them are counted. */
export function countTouches(
  db: Database,
  range: DateRange,
  channel: string | null = null,
  limit: number = -1,
): number {
  return count(
    db,
    `SELECT count(*) FROM (SELECT DISTINCT x.contact, t.touched_on ${LINKS} AND ${COUNTS}
       ${channel === null ? '' : 'AND t.channel = :channel'} LIMIT :limit)`,
    { ...range, channel, limit },
  )
}

/** Days with an event: however many were met there, it is one. */
export function countEventDays(db: Database, range: DateRange): number {
  return count(
    db,
    `SELECT count(*) FROM (SELECT DISTINCT t.touched_on ${LINKS} AND t.channel = 'event' AND ${COUNTS})`,
    range,
  )
}

/** Contacts on a day whom the user reached out to, or met: whatever came of it, but not where the contact began it. */
export function countReachOuts(db: Database, range: DateRange): number {
  return count(
    db,
    `SELECT count(*) FROM (SELECT DISTINCT x.contact, t.touched_on ${LINKS}
       AND coalesce(t.kind, 'counted') IN ('counted', 'attempt') AND t.direction IS NOT 'in')`,
    range,
  )
}

/** Help on one side, of a kind or of any: one for each contact, as in the balance. */
export function countHelpGiven(
  db: Database,
  range: DateRange,
  side: HelpSide,
  kind: string | null = null,
): number {
  return count(
    db,
    `SELECT count(*) ${LINKS} AND t.help = :side ${kind === null ? '' : "AND coalesce(t.help_kind, 'other') = :kind"}`,
    { ...range, side, kind },
  )
}

/** The day of the first touchpoint from a day on, of whatever kind. */
export function nextTouchpointDay(db: Database, from: CalendarDate): CalendarDate | undefined {
  return (
    (db
      .prepare('SELECT min(touched_on) FROM touchpoint WHERE deleted IS NULL AND touched_on >= ?')
      .pluck()
      .get(from) as CalendarDate | null) ?? undefined
  )
}

function count(db: Database, sql: string, values: object): number {
  return db.prepare(sql).pluck().get(values) as number
}
