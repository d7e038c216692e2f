/**
 * No wall of red: contacts that would all be due at once are spread evenly over their interval instead.
 */

import { addDays, type CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { type Interval, meanDaysOf } from './interval.ts'

export interface SpreadContact {
  readonly uid: string
  readonly nameKey: string
  readonly lastCountedOn: CalendarDate | null
  readonly metOn: CalendarDate | null
  /** Days of its interval. */
  readonly intervalDays: number
}

/**
 * A starting day for each contact: over the days from today to one interval later, evenly, the most recently touched first
 * (then the most recently met, then by name). A single one gets today. The n-th of N contacts starts n/N of its own interval from today.
 */
export function spreadOver(
  contacts: readonly SpreadContact[],
  today: CalendarDate,
): ReadonlyMap<string, CalendarDate> {
  const ordered = [...contacts].sort(compareByRecency)
  // Thousands of contacts share the days of an interval, and a day takes 5 µs to compute.
  const days = new Map<number, CalendarDate>()
  const dayAfter = (count: number): CalendarDate => {
    const day = days.get(count) ?? addDays(today, count)
    days.set(count, day)
    return day
  }
  return new Map(
    ordered.map(({ uid, intervalDays }, index) => [
      uid,
      dayAfter(Math.floor((index * intervalDays) / ordered.length)),
    ]),
  )
}

function compareByRecency(a: SpreadContact, b: SpreadContact): number {
  return (
    compareText(b.lastCountedOn ?? '', a.lastCountedOn ?? '') ||
    compareText(b.metOn ?? '', a.metOn ?? '') ||
    compareText(a.nameKey, b.nameKey) ||
    compareText(a.uid, b.uid)
  )
}

/** How many contacts a day these intervals ask for. */
export function loadPerDay(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, interval) => sum + 1 / meanDaysOf(interval), 0)
}

/** Above this many a day, an answer suggests a wider circle. */
export const HEAVY_LOAD_PER_DAY = 5
