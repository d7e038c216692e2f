/**
 * No wall of red: contacts that would all be due at once are spread evenly over their interval instead.
 */

import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { addInterval, type Interval, meanDaysOf } from './interval.ts'

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

/**
 * A starting day for one more contact where nobody knows how many will follow, so that those who are there need not move: of the days
 * from today until one interval later the one on which the fewest of the others are due, and of those the farthest from any day with
 * more of them, the first and the last day counted as neighbours; the earliest where several are as far. So the first starts today, the
 * second half an interval later, the next ones in the quarters, and only when every day has one does any get a second.
 * @param taken how many of the others are due on each day; days outside of the interval do not matter.
 */
export function startingDay(
  taken: ReadonlyMap<CalendarDate, number>,
  today: CalendarDate,
  interval: Interval,
): CalendarDate {
  const length = Math.max(1, daysBetween(today, addInterval(today, interval)))
  const counts = Array<number>(length).fill(0)
  for (const [day, count] of taken) {
    const index = daysBetween(today, day)
    if (index >= 0 && index < length) counts[index] = count
  }
  const least = counts.reduce((few, count) => Math.min(few, count))
  const distances = distancesToNearest(counts.map((count) => count > least))
  const farthest = distances.reduce((far, distance) => Math.max(far, distance))
  return addDays(today, distances.indexOf(farthest))
}

/** How far each place of a ring lies from the nearest one that is marked: 0 for those marked; the size of the ring where none is. */
function distancesToNearest(marked: readonly boolean[]): readonly number[] {
  const size = marked.length
  const distances = Array<number>(size).fill(size)
  for (const step of [1, size - 1]) {
    let index = 0
    let distance = size
    // Twice around: the second time knows what the first met last.
    for (let count = 0; count < 2 * size; count++) {
      distance = marked[index] === true ? 0 : distance + 1
      distances[index] = Math.min(distances[index] ?? size, distance)
      index = (index + step) % size
    }
  }
  return distances
}

/** How many contacts a day these intervals ask for. */
export function loadPerDay(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, interval) => sum + 1 / meanDaysOf(interval), 0)
}

/** Whether a load is no more than there is room for; sums of fractions miss what they stand for by less than this. */
export function isAtMost(load: number, room: number): boolean {
  return load <= room + 1e-9
}

/** Above this many a day, an answer suggests a wider circle. */
export const HEAVY_LOAD_PER_DAY = 5
