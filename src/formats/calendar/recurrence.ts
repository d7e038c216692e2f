/**
 * The days of a repeated event (RFC 5545, section 3.3.10). By days, not by times: a touchpoint has no more. By a count of periods that is
 * known beforehand, because the iterator of ical.js runs for ever on rules that never come true (docs/decisions/0022-reading-calendars.md).
 */
import { type CalendarDate, datePartsOf, epochDayOf } from '../../domain/calendar-date.ts'
import type { Rule } from './rule.ts'

const MS_PER_DAY = 86_400_000

/** How many more periods may be looked at; counts down. Shared by all rules of a file. */
export interface Budget {
  left: number
}

/** Both inclusive. */
export interface Window {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** A period of a rule, by its number from that of the event's first day on. */
interface Periods {
  /** The days of a period, ascending. */
  readonly daysIn: (period: number) => readonly number[]
  /** The period in which, or before which, a day lies. */
  readonly periodOf: (day: number) => number
}

/** The days from `start` on that lie within the window, ascending; undefined where the budget does not suffice. */
export function daysOfRule(
  rule: Rule,
  start: CalendarDate,
  { from, to }: Window,
  budget: Budget,
): readonly CalendarDate[] | undefined {
  const first = epochDayOf(start)
  const last = Math.min(epochDayOf(to), rule.until === undefined ? Infinity : epochDayOf(rule.until))
  const { daysIn, periodOf } = periodsOf(rule, start)
  const found: CalendarDate[] = []
  let counted = 0
  // Where nothing is counted, what lies before the window need not be looked at.
  const begin = rule.count === undefined ? Math.max(0, periodOf(epochDayOf(from)) - 1) : 0
  for (let period = begin; period <= periodOf(last); period++) {
    if (budget.left-- <= 0) return undefined
    for (const day of pick(daysIn(period), rule.positions)) {
      if (day < first || day > last) continue
      if (counted++ === rule.count) return found
      if (day >= epochDayOf(from)) found.push(dateOf(day))
    }
    if (counted === rule.count) break
  }
  return found
}

/** BYSETPOS: the so-manieth of the days, from the end where negative. */
function pick(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days
  const picked = positions.map((position) => days.at(position > 0 ? position - 1 : position))
  return [...new Set(picked.filter((day) => day !== undefined))].sort((a, b) => a - b)
}

function periodsOf(rule: Rule, start: CalendarDate): Periods {
  switch (rule.frequency) {
    case 'DAILY':
      return daily(rule, epochDayOf(start))
    case 'WEEKLY':
      return weekly(rule, epochDayOf(start))
    case 'MONTHLY':
      return monthly(rule, start)
    case 'YEARLY':
      return yearly(rule, start)
  }
}

function daily(rule: Rule, first: number): Periods {
  return {
    daysIn: (period) => {
      const day = first + period * rule.interval
      return isWanted(rule, day) ? [day] : []
    },
    periodOf: (day) => Math.floor((day - first) / rule.interval),
  }
}

function isWanted(rule: Rule, day: number): boolean {
  const { month, dayOfMonth, length } = partsOf(day)
  return (
    isIn(rule.months, month) &&
    (rule.monthDays.length === 0 ||
      rule.monthDays.includes(dayOfMonth) ||
      rule.monthDays.includes(dayOfMonth - length - 1)) &&
    isIn(
      rule.weekdays.map(({ weekday }) => weekday),
      weekdayOf(day),
    )
  )
}

function weekly(rule: Rule, first: number): Periods {
  const placeOf = (weekday: number): number => (weekday - rule.weekStart + 7) % 7
  const weekBegin = first - placeOf(weekdayOf(first))
  const weekdays =
    rule.weekdays.length === 0 ? [weekdayOf(first)] : rule.weekdays.map(({ weekday }) => weekday)
  const places = [...new Set(weekdays.map(placeOf))].sort((a, b) => a - b)
  return {
    daysIn: (period) =>
      places
        .map((place) => weekBegin + period * 7 * rule.interval + place)
        .filter((day) => isIn(rule.months, partsOf(day).month)),
    periodOf: (day) => Math.floor((day - weekBegin) / (7 * rule.interval)),
  }
}

function monthly(rule: Rule, start: CalendarDate): Periods {
  const { year, month, day: dayOfMonth } = datePartsOf(start)
  const first = year * 12 + month - 1
  return {
    daysIn: (period) => {
      const at = first + period * rule.interval
      return isIn(rule.months, (at % 12) + 1)
        ? daysOfMonth(rule, Math.floor(at / 12), (at % 12) + 1, dayOfMonth)
        : []
    },
    periodOf: (day) => {
      const parts = partsOf(day)
      return Math.floor((parts.year * 12 + parts.month - 1 - first) / rule.interval)
    },
  }
}

function yearly(rule: Rule, start: CalendarDate): Periods {
  const first = datePartsOf(start)
  const isByWeekday = rule.weekdays.length > 0 && rule.months.length === 0 && rule.monthDays.length === 0
  const all = Array.from({ length: 12 }, (_, place) => place + 1)
  const months = rule.months.length > 0 ? rule.months : rule.monthDays.length > 0 ? all : [first.month]
  return {
    daysIn: (period) => {
      const year = first.year + period * rule.interval
      if (isByWeekday) return weekdaysBetween(rule, epochDay(year, 1, 1), epochDay(year + 1, 1, 1) - 1)
      return months.flatMap((month) => daysOfMonth(rule, year, month, first.day))
    },
    periodOf: (day) => Math.floor((partsOf(day).year - first.year) / rule.interval),
  }
}

/** Of one month: its days by number, those of them on a weekday, its weekdays, or `usual` where the rule does not say. */
function daysOfMonth(rule: Rule, year: number, month: number, usual: number): readonly number[] {
  const first = epochDay(year, month, 1)
  const { length } = partsOf(first)
  const onWeekday = rule.weekdays.length === 0 ? undefined : weekdaysBetween(rule, first, first + length - 1)
  if (rule.monthDays.length === 0) return onWeekday ?? (usual <= length ? [first + usual - 1] : [])
  const numbers = rule.monthDays.map((day) => (day > 0 ? day : length + 1 + day))
  const days = [...new Set(numbers.filter((day) => day >= 1 && day <= length))].map((day) => first + day - 1)
  return days.filter((day) => onWeekday?.includes(day) !== false).sort((a, b) => a - b)
}

/** The rule's weekdays from one day to another: every one, or the so-manieth of them. */
function weekdaysBetween(rule: Rule, first: number, last: number): readonly number[] {
  const days = new Set<number>()
  for (const { weekday, nth } of rule.weekdays) {
    const earliest = first + ((weekday - weekdayOf(first) + 7) % 7)
    const latest = last - ((weekdayOf(last) - weekday + 7) % 7)
    if (nth === 0) for (let day = earliest; day <= latest; day += 7) days.add(day)
    const day = nth > 0 ? earliest + 7 * (nth - 1) : latest + 7 * (nth + 1)
    if (nth !== 0 && day >= first && day <= last) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

function isIn(list: readonly number[], value: number): boolean {
  return list.length === 0 || list.includes(value)
}

function epochDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY
}

function partsOf(day: number): { year: number; month: number; dayOfMonth: number; length: number } {
  const date = new Date(day * MS_PER_DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  return {
    year,
    month,
    dayOfMonth: date.getUTCDate(),
    length: epochDay(year, month + 1, 1) - epochDay(year, month, 1),
  }
}

/** 0 for Sunday. 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

function dateOf(day: number): CalendarDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate
}
