/** How many contacts were warm at the end of each week, by the intervals that they have now. */
import { addDays, type CalendarDate, daysBetween, earlierDate } from './calendar-date.ts'
import { addInterval, formatInterval, type Interval, subtractInterval } from './interval.ts'
import type { DateRange } from './period.ts'

/** A contact with a cadence. */
export interface CadenceHolder {
  readonly uid: string
  readonly interval: Interval
  /** The day since when it is tracked, its anchor until the first touch; null for one who has no cadence before that. */
  readonly trackedFrom: CalendarDate | null
  /** No earlier than that: who is imported is tracked from a day before, so that not all fall due at once. */
  readonly addedOn: CalendarDate | null
  /** Whether there was a touch before all that are told of. */
  readonly isTouchedBefore: boolean
}

export interface WarmWeek {
  /** The Monday. */
  readonly on: CalendarDate
  /** Of the contacts that there were at the end of the week. */
  readonly contacts: number
  readonly warm: number
}

/** What was told of a contact so far. */
interface Course {
  /** For each week the first day from which on a touch reaches beyond it. */
  readonly reaches: readonly CalendarDate[]
  readonly trackedFrom: CalendarDate | null
  readonly addedOn: CalendarDate | null
  isThere: boolean
  /** The week up to which, without it, the contact was counted as warm. */
  warmUntil: number
}

/** The first day from which on a touch reaches beyond this one. No earlier touch does, since days plus an interval keep their order. */
export function reachingDay(end: CalendarDate, interval: Interval): CalendarDate {
  let day = subtractInterval(end, interval)
  while (day < end && addInterval(day, interval) <= end) day = addDays(day, 1)
  return day
}

export interface WarmCount {
  /** The contacts touched on a day; days come in their order. */
  touch(on: CalendarDate, contacts: Iterable<string>): void
  weeks(): readonly WarmWeek[]
}

/**
 * Counts them while touches are told day by day. A contact is there from the day it was added, or its first touch where that is
 * earlier; it is warm while its latest touch, or the day it is tracked from where there was none yet, plus its interval lies ahead.
 * @param last the day of the last week that is looked at.
 */
export function countWarm(
  weeks: readonly DateRange[],
  last: CalendarDate,
  holders: readonly CadenceHolder[],
): WarmCount {
  const first = weeks[0]?.from ?? last
  const reaches = new Map<string, readonly CalendarDate[]>()
  const reachesOf = (interval: Interval): readonly CalendarDate[] => {
    const key = formatInterval(interval)
    const known = reaches.get(key) ?? weeks.map(({ to }) => reachingDay(earlierDate(to, last), interval))
    reaches.set(key, known)
    return known
  }
  // What changes from one week to the next: few weeks of thousands of contacts would be counted one by one otherwise.
  const [appearing, warming] = [changes(weeks.length), changes(weeks.length)]
  const weekOf = (day: CalendarDate): number => Math.max(0, Math.floor(daysBetween(first, day) / 7))
  const courses = new Map(
    holders.map(({ uid, interval, trackedFrom, addedOn, isTouchedBefore }): [string, Course] => [
      uid,
      { reaches: reachesOf(interval), trackedFrom, addedOn, isThere: isTouchedBefore, warmUntil: 0 },
    ]),
  )
  for (const { isThere } of courses.values()) if (isThere) appearing.from(0)
  const warm = (course: Course, week: number, end: number): void => {
    const start = Math.max(week, course.warmUntil)
    if (end <= start) return
    warming.from(start)
    warming.until(end)
    course.warmUntil = end
  }
  const appear = (course: Course, week: number): void => {
    course.isThere = true
    appearing.from(week)
  }
  /** Whoever was added before that day is there without a touch. */
  const beAdded = (course: Course, before?: CalendarDate): void => {
    const { isThere, trackedFrom, addedOn, reaches } = course
    if (isThere || trackedFrom === null || addedOn === null) return
    if (before !== undefined && addedOn >= before) return
    appear(course, weekOf(addedOn))
    warm(course, weekOf(addedOn), countUpTo(reaches, trackedFrom))
  }
  return {
    touch: (on, contacts) => {
      const week = weekOf(on)
      const ends = new Map<Course['reaches'], number>()
      for (const uid of contacts) {
        const course = courses.get(uid)
        if (course === undefined) continue
        beAdded(course, on)
        if (!course.isThere) appear(course, week)
        const { reaches } = course
        const end = ends.get(reaches) ?? countUpTo(reaches, on)
        ends.set(reaches, end)
        warm(course, week, end)
      }
    },
    weeks: () => {
      for (const course of courses.values()) beAdded(course)
      const [there, warmOnes] = [appearing.sums(), warming.sums()]
      return weeks.map(({ from }, index) => ({
        on: from,
        contacts: there[index] ?? 0,
        warm: warmOnes[index] ?? 0,
      }))
    },
  }
}

interface Changes {
  from(week: number): void
  until(week: number): void
  sums(): readonly number[]
}

/** Weeks counted by where they begin and end; what lies beyond the last one is left out. */
function changes(count: number): Changes {
  const by = new Int32Array(count + 1)
  const change = (week: number, amount: number): void => {
    const index = Math.min(week, count)
    by[index] = (by[index] ?? 0) + amount
  }
  return {
    from: (week) => change(week, 1),
    until: (week) => change(week, -1),
    sums: () => {
      let sum = 0
      return Array.from(by.subarray(0, count), (amount) => {
        sum += amount
        return sum
      })
    },
  }
}

/** How many of these days, in their order, are no later than this one. */
function countUpTo(days: readonly CalendarDate[], day: CalendarDate): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') <= day) low = middle + 1
    else high = middle
  }
  return low
}
