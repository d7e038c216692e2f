/** Intervals: how long a contact may rest between two touchpoints. A whole number of one unit, from one day to ten years. */
import { usageError } from '../errors.ts'
import { addDays, addToDate, type CalendarDate } from './calendar-date.ts'

export type IntervalUnit = 'd' | 'w' | 'm' | 'q' | 'y'

export interface Interval {
  readonly count: number
  readonly unit: IntervalUnit
}

/** What an interval may look like, for error messages. */
export const INTERVAL_HINT =
  'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".'

/** Ten years in each unit: no interval is longer. */
export const MOST_COUNT: Readonly<Record<IntervalUnit, number>> = { d: 3652, w: 521, m: 120, q: 40, y: 10 }

const WORDS: Readonly<Record<string, Interval>> = {
  daily: { count: 1, unit: 'd' },
  weekly: { count: 1, unit: 'w' },
  fortnightly: { count: 2, unit: 'w' },
  monthly: { count: 1, unit: 'm' },
  quarterly: { count: 1, unit: 'q' },
  yearly: { count: 1, unit: 'y' },
}

/** As intervals are stored. Tried first: the expression for all that may be typed takes 0.2 ms to build. */
const SHORT = /^(\d{1,4})([dwmqy])$/
const NUMBER_AND_UNIT = /^(\d{1,4}) ?(d|w|m|q|y|days?|weeks?|months?|quarters?|years?)$/
/** ISO 8601 durations of a single date component; `PT5M` (minutes) is not one. */
const ISO_DURATION = /^p(\d{1,4})([dwmy])$/

/** The interval a text stands for, or undefined when it is none. Case and outer spaces do not matter. */
export function findInterval(text: string): Interval | undefined {
  const typed = text.trim().toLowerCase()
  const word = Object.hasOwn(WORDS, typed) ? WORDS[typed] : undefined
  if (word !== undefined) return word
  const match = SHORT.exec(typed) ?? NUMBER_AND_UNIT.exec(typed) ?? ISO_DURATION.exec(typed)
  if (match === null) return undefined
  const count = Number(match[1])
  const unit = String(match[2]).charAt(0) as IntervalUnit
  return count >= 1 && count <= MOST_COUNT[unit] ? { count, unit } : undefined
}

/** @throws UserError (usage) naming what was typed and what an interval looks like. */
export function parseInterval(text: string): Interval {
  const interval = findInterval(text)
  if (interval === undefined) throw usageError(`"${text}" is not an interval.`, INTERVAL_HINT)
  return interval
}

/** The short form that {@link parseInterval} reads back: `2w`. */
export function formatInterval(interval: Interval): string {
  return `${interval.count}${interval.unit}`
}

/** The day one interval after `anchor`: calendar months, quarters and years, added in one step and clamped to the month's end. */
export function addInterval(anchor: CalendarDate, interval: Interval): CalendarDate {
  switch (interval.unit) {
    case 'd':
      return addDays(anchor, interval.count)
    case 'w':
      return addDays(anchor, interval.count * 7)
    case 'm':
      return addToDate(anchor, interval.count, 'month')
    case 'q':
      return addToDate(anchor, interval.count * 3, 'month')
    case 'y':
      return addToDate(anchor, interval.count, 'year')
  }
}

/** No interval of these is shorter, from whatever day it is counted: what is known without a calendar. */
export function leastDaysOf({ count, unit }: Interval): number {
  return count * LEAST_DAYS[unit]
}

const LEAST_DAYS: Readonly<Record<Interval['unit'], number>> = { d: 1, w: 7, m: 28, q: 89, y: 365 }

/** Whether this interval is never over before the other one, whatever day both are counted from. */
export function isNeverShorter(interval: Interval, than: Interval): boolean {
  return leastDaysOf(interval) >= than.count * LONGEST_DAYS[than.unit]
}

const LONGEST_DAYS: Readonly<Record<Interval['unit'], number>> = { d: 1, w: 7, m: 31, q: 92, y: 366 }

/** The day one interval before `date`, for filters such as `--quiet-for 6m`. */
export function subtractInterval(date: CalendarDate, interval: Interval): CalendarDate {
  return addInterval(date, { count: -interval.count, unit: interval.unit })
}

const MEAN_DAYS: Record<IntervalUnit, number> = { d: 1, w: 7, m: 30.44, q: 91.31, y: 365.25 }

/** The mean length in days (a month of 30.44, a quarter of 91.31, a year of 365.25), for loads and for ordering circles by closeness. */
export function meanDaysOf(interval: Interval): number {
  return interval.count * MEAN_DAYS[interval.unit]
}
