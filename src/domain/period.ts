/** The calendar periods that goals are kept in, and ranges of days. */
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  datePartsOf,
  daysBetween,
  weekdayOf,
} from './calendar-date.ts'

/** The shortest first. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** Days in a row, both ends included. */
export interface DateRange {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The period that a day lies in; weeks begin on Monday. */
export function periodAt(period: Period, day: CalendarDate): DateRange {
  const { year, month } = datePartsOf(day)
  const firstMonth = month - ((month - 1) % 3)
  switch (period) {
    case 'day':
      return { from: day, to: day }
    case 'week': {
      const sinceMonday = (weekdayOf(day) + 6) % 7
      return { from: addDays(day, -sinceMonday), to: addDays(day, 6 - sinceMonday) }
    }
    case 'month':
      return monthsFrom(year, month, month)
    case 'quarter':
      return monthsFrom(year, firstMonth, firstMonth + 2)
    case 'year':
      return monthsFrom(year, 1, 12)
  }
}

function monthsFrom(year: number, first: number, last: number): DateRange {
  const from = calendarDateOf(year, first, 1)
  const to = [31, 30, 29, 28].map((day) => calendarDateOf(year, last, day)).find((day) => day !== undefined)
  if (from === undefined || to === undefined) throw new Error(`There is no month ${year}-${first}`)
  return { from, to }
}

/** The periods before the one that a day lies in, the latest first; at most `most`, and none that was over before `since`. */
export function periodsBefore(
  period: Period,
  day: CalendarDate,
  most: number,
  since: CalendarDate,
): readonly DateRange[] {
  const found: DateRange[] = []
  let { from } = periodAt(period, day)
  while (found.length < most && from > since) {
    const before = periodAt(period, addDays(from, -1))
    found.push(before)
    from = before.from
  }
  return found
}

/** The weeks that have any of these days, each from Monday to Sunday; the earliest first. */
export function weeksIn({ from, to }: DateRange): readonly DateRange[] {
  const first = periodAt('week', from)
  const count = Math.max(0, Math.floor(daysBetween(first.from, to) / 7) + 1)
  return Array.from({ length: count }, (_, index) => ({
    from: addDays(first.from, 7 * index),
    to: addDays(first.to, 7 * index),
  }))
}

export function daysIn({ from, to }: DateRange): number {
  return daysBetween(from, to) + 1
}
