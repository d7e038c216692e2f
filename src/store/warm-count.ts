/** Where contacts stand today, and the count of those who were warm at the end of each week. */
import { addDays, type CalendarDate, earlierDate } from '../domain/calendar-date.ts'
import { findInterval, type Interval } from '../domain/interval.ts'
import { type DateRange, weeksIn } from '../domain/period.ts'
import { type CadenceHolder, countWarm, reachingDay, type WarmCount } from '../domain/warm-weeks.ts'
import { isOneOf, listOf } from './among.ts'
import { listTouchedDays } from './counted-days.ts'
import type { Database } from './driver.ts'
import { firstTouchpointDay } from './touches.ts'

/** A live contact, as far as its cadence matters to statistics. */
export interface StoredCadence {
  readonly uid: string
  /** Uid of a circle that is there. */
  readonly circle: string | null
  /** Null without a cadence. */
  readonly interval: string | null
  /** 1 where it is warm today. */
  readonly isWarm: number
  readonly trackedFrom: CalendarDate | null
  readonly addedOn: CalendarDate | null
  readonly lastCountedOn: CalendarDate | null
}

/**
 * Whoever was added by hand (the id is a UUIDv7) is tracked from that day on. An import gives others the day of it, and those never
 * touched an earlier one then: the operations know both.
 */
const ADDED_ON = `iif(substr(c.id, 15, 1) = '7', c.tracked_from, coalesce(
  (SELECT max(json_extract(o.s, '$.tracked_from')) FROM op o WHERE o.r = c.id), c.tracked_from))`

/** Live contacts, or those of them that are asked for. Of whoever was a prospect nothing is tracked before the first touch. */
export function listStoredCadences(
  db: Database,
  today: CalendarDate,
  among: readonly string[] | undefined,
): readonly StoredCadence[] {
  return db
    .prepare(
      `SELECT s.contact AS uid, ci.id AS circle, s.last_counted_on AS lastCountedOn,
         iif(s.due_on IS NULL, NULL, coalesce(c.interval, ci.interval)) AS interval,
         s.due_on IS NOT NULL AND :today < s.plain_due_on AS isWarm,
         iif(c.prospect_on IS NULL, min(c.tracked_from, :today), NULL) AS trackedFrom,
         iif(c.prospect_on IS NULL AND s.due_on IS NOT NULL, min(${ADDED_ON}, :today), NULL) AS addedOn
       FROM contact_state s JOIN contact c ON c.id = s.contact LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL
       WHERE 1 ${isOneOf('s.contact', among)}`,
    )
    .all({ today, among: listOf(among) }) as StoredCadence[]
}

interface StoredWarmCount extends WarmCount {
  /** Touches have to be told from this day on: the first of the range, or one before it. */
  readonly from: CalendarDate
}

export function createWarmCount(
  db: Database,
  range: DateRange,
  today: CalendarDate,
  cadences: readonly StoredCadence[],
): StoredWarmCount {
  const weeks = weeksIn(range)
  const last = earlierDate(range.to, today)
  const firstEnd = earlierDate(weeks[0]?.to ?? last, last)
  const intervals = new Map<string, Interval>()
  for (const { interval } of cadences) {
    const known = interval === null ? undefined : findInterval(interval)
    if (interval !== null && known !== undefined) intervals.set(interval, known)
  }
  const from = [...intervals.values()]
    .map((interval) => reachingDay(firstEnd, interval))
    .reduce((first, day) => earlierDate(first, day), range.from)
  const touchedBefore = listTouchedBefore(db, from, cadences)
  const holders = cadences.flatMap(
    ({ uid, interval: text, trackedFrom, addedOn }): readonly CadenceHolder[] => {
      const interval = intervals.get(text ?? '')
      return interval === undefined
        ? []
        : [{ uid, interval, trackedFrom, addedOn, isTouchedBefore: touchedBefore.has(uid) }]
    },
  )
  return { from, ...countWarm(weeks, last, holders) }
}

/** Those with a touch before this day, as far as it matters: of whoever was added before, no week depends on it. */
function listTouchedBefore(
  db: Database,
  day: CalendarDate,
  cadences: readonly StoredCadence[],
): ReadonlySet<string> {
  const found = new Set<string>()
  const sought = new Set<string>()
  for (const { uid, interval, addedOn, lastCountedOn } of cadences) {
    if (interval === null || lastCountedOn === null || (addedOn !== null && addedOn < day)) continue
    if (lastCountedOn < day) found.add(uid)
    else sought.add(uid)
  }
  const first = sought.size === 0 ? undefined : firstTouchpointDay(db)
  if (first === undefined) return found
  for (const { contacts } of listTouchedDays(db, { from: first, to: addDays(day, -1) })) {
    for (const uid of contacts) if (sought.delete(uid)) found.add(uid)
    if (sought.size === 0) break
  }
  return found
}
