/** What goals count, and since when there is anything to count. */
import { type CalendarDate, earlierDate } from '../domain/calendar-date.ts'
import type { GoalKind, GoalThing } from '../domain/goal-thing.ts'
import type { DateRange } from '../domain/period.ts'
import { isOneOf, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { countEvents, countHelpGiven, countReachOuts, countTouches, firstTouchpointDay } from './touches.ts'

/**
 * The day a contact is new on: the day they met, else the one on which it was added by hand (its id is a UUIDv7 then). An import says
 * neither of those it brings without a day met. The expression is that of the index contact_new. Prospects are counted apart.
 */
const NEW_ON = "coalesce(met_on, iif(substr(id, 15, 1) = '7', tracked_from, NULL))"

/** How many of it there were in these days. */
export function countThingsIn(db: Database, { kind, detail }: GoalThing, range: DateRange): number {
  switch (kind) {
    case 'touches':
      return countTouches(db, range, detail)
    case 'contacts':
      return countNewContacts(db, range)
    case 'events':
      return countEvents(db, range)
    case 'gives':
      return countHelpGiven(db, range, 'gave', detail)
    case 'asks':
      return countHelpGiven(db, range, 'asked')
    case 'promises':
      return countPromisesKept(db, range)
    case 'reach-outs':
      return countReachOuts(db, range)
  }
}

/** The first day of which anything of the kind is known: periods before it would say 0 of a time when nothing was recorded. */
export function firstDayOf(db: Database, kind: GoalKind): CalendarDate | undefined {
  if (kind === 'contacts') {
    const known = firstOf(db, `SELECT min(on_day) FROM (${NEVER_PROSPECT}) WHERE on_day > ''`)
    return earlierDate(known, firstOf(db, `SELECT min(on_day) FROM (${REACHED})`)) ?? undefined
  }
  if (kind === 'promises') {
    const closed = "SELECT min(closed_on) FROM promise WHERE closed_on > '' AND deleted IS NULL"
    return firstOf(db, closed) ?? undefined
  }
  return firstTouchpointDay(db)
}

function firstOf(db: Database, sql: string): CalendarDate | null {
  return db.prepare(sql).pluck().get() as CalendarDate | null
}

/** Live contacts who never were prospects, and the day they are new on. */
const NEVER_PROSPECT = `
SELECT id, ${NEW_ON} AS on_day FROM contact WHERE deleted IS NULL AND merged_into IS NULL AND prospect_on IS NULL`

/**
 * Prospects who were reached: new on the day they met, else on that of their first touchpoint that counts. Until they are reached they
 * are nobody new. There are few of them.
 */
const REACHED = `
SELECT c.id, coalesce(c.met_on, (
  SELECT min(t.touched_on) FROM touchpoint_contact x JOIN touchpoint t ON t.id = x.touchpoint
  WHERE x.contact = c.id AND x.deleted IS NULL AND t.deleted IS NULL AND coalesce(t.kind, 'counted') = 'counted')) AS on_day
FROM contact c CROSS JOIN contact_state s ON s.contact = c.id WHERE c.prospect_on IS NOT NULL AND s.last_counted_on IS NOT NULL`

/**
 * Live contacts.
 * @param among only these (uids); undefined for all.
 */
export function countNewContacts(db: Database, { from, to }: DateRange, among?: readonly string[]): number {
  const count = (contacts: string): number =>
    db
      .prepare(
        `SELECT count(*) FROM (${contacts}) WHERE on_day BETWEEN :from AND :to ${isOneOf('id', among)}`,
      )
      .pluck()
      .get({ from, to, among: listOf(among) }) as number
  return count(NEVER_PROSPECT) + count(REACHED)
}

/** The user's own. */
function countPromisesKept(db: Database, { from, to }: DateRange): number {
  return db
    .prepare(
      `SELECT count(*) FROM promise
       WHERE closed_on BETWEEN ? AND ? AND state = 'done' AND theirs IS NULL AND deleted IS NULL`,
    )
    .pluck()
    .get(from, to) as number
}
