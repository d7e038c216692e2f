/** A year of touches as a calendar: days in weeks, and how dark each day stands. */
import { addDays, type CalendarDate, datePartsOf, weekdayOf } from './calendar-date.ts'
import { type DateRange, daysIn, periodAt } from './period.ts'

interface HeatDay {
  readonly on: CalendarDate
  /** Touches; none is 0. */
  readonly count: number
}

export interface HeatWeek {
  /** 1 to 12: that of its last day in the calendar. */
  readonly month: number
  /** Whether it has the first day of that month. */
  readonly beginsMonth: boolean
  /** Monday to Sunday; undefined for what is not in the calendar, and for days to come. */
  readonly days: readonly (HeatDay | undefined)[]
}

/** The counts that one shade stands for, both included. */
export interface HeatLevel {
  readonly least: number
  readonly most: number
  /** 1 for the lightest to {@link SHADES}; 0 is a day without any. */
  readonly shade: number
}

export interface Heat {
  readonly days: DateRange
  readonly weeks: readonly HeatWeek[]
  /** The lightest first. */
  readonly levels: readonly HeatLevel[]
  /** Days with touches, the earliest first. */
  readonly touched: readonly HeatDay[]
  readonly touches: number
  /** The day with the most touches, the latest of several; undefined where there is none. */
  readonly busiest: HeatDay | undefined
  /** Most days in a row with touches, the latest of several; undefined where there are none. */
  readonly longestRun: DateRange | undefined
}

const SHADES = 4
/** With the week under way, every date of a year has its day. */
const WEEKS_BEFORE = 52

/** The days of a calendar that ends today: 52 weeks from a Monday on, and the days of this week so far. */
export function yearUntil(today: CalendarDate): DateRange {
  return { from: addDays(periodAt('week', today).from, -7 * WEEKS_BEFORE), to: today }
}

/**
 * @param days may go on after today, as a calendar year does.
 * @param touches of each day, in any order; what is not of these days, or of days to come, is left out.
 */
export function heatOf(
  days: DateRange,
  today: CalendarDate,
  touches: readonly { readonly on: CalendarDate; readonly count: number }[],
): Heat {
  const counts = new Map(touches.map(({ on, count }) => [on, count]))
  const weeks = weeksOf(days, today, counts)
  const past = weeks.flatMap((week) => week.days).filter((day) => day !== undefined)
  const touched = past.filter(({ count }) => count > 0)
  return {
    days,
    weeks,
    levels: levelsOf(touched.map(({ count }) => count)),
    touched,
    touches: touched.reduce((sum, { count }) => sum + count, 0),
    busiest: touched.reduce<HeatDay | undefined>(
      (most, day) => (day.count >= (most?.count ?? 0) ? day : most),
      undefined,
    ),
    longestRun: longestRunOf(touched),
  }
}

/** By numbers of days: before the first and after the last of all dates there is none to begin a week with. */
function weeksOf(
  range: DateRange,
  today: CalendarDate,
  counts: ReadonlyMap<CalendarDate, number>,
): readonly HeatWeek[] {
  const length = daysIn(range)
  const beforeFirst = (weekdayOf(range.from) + 6) % 7
  return Array.from({ length: Math.ceil((beforeFirst + length) / 7) }, (_, week) => {
    const days = Array.from({ length: 7 }, (_, weekday) => {
      const index = week * 7 + weekday - beforeFirst
      return index >= 0 && index < length ? addDays(range.from, index) : undefined
    })
    const parts = days.filter((on) => on !== undefined).map(datePartsOf)
    return {
      month: parts.at(-1)?.month ?? 0,
      beginsMonth: parts.some(({ day }) => day === 1),
      days: days.map((on) =>
        on === undefined || on > today ? undefined : { on, count: counts.get(on) ?? 0 },
      ),
    }
  })
}

/**
 * The shades: quarters of the days with touches, the quietest first, as near as that comes without parting days of one count. Each shade
 * has a count at least; where there are fewer than four, each has a shade of its own, and the greatest is always the darkest. So a usual
 * day and a busy one look different at two touches a day and at thirty, and one day at a conference leaves the others as they are.
 * @param counts of the days with touches, in any order.
 */
export function levelsOf(counts: readonly number[]): readonly HeatLevel[] {
  const sorted = counts.toSorted((a, b) => a - b)
  const values = [...new Set(sorted)]
  const daysUpTo = values.map((value) => sorted.lastIndexOf(value) + 1)
  const parts = Math.min(SHADES, values.length)
  const levels: HeatLevel[] = []
  let first = 0
  for (let part = 1; part <= parts; part++) {
    const last = indexNearest(
      daysUpTo,
      (sorted.length * part) / parts,
      first,
      values.length - 1 - parts + part,
    )
    const [least = 0, most = 0] = [values[first], values[last]]
    levels.push({ least, most, shade: Math.ceil((SHADES * part) / parts) })
    first = last + 1
  }
  return levels
}

/** Of the ascending numbers from `first` to `last`, both included, where the one nearest to `target` stands; the first of two as near. */
function indexNearest(numbers: readonly number[], target: number, first: number, last: number): number {
  const distanceAt = (index: number): number => Math.abs((numbers[index] ?? 0) - target)
  let nearest = first
  for (let index = first + 1; index <= last; index++)
    if (distanceAt(index) < distanceAt(nearest)) nearest = index
  return nearest
}

/** 0 for a day without touches. */
export function shadeOf(count: number, levels: readonly HeatLevel[]): number {
  return count === 0 ? 0 : (levels.find(({ most }) => count <= most)?.shade ?? SHADES)
}

/** @param touched days in order. */
function longestRunOf(touched: readonly HeatDay[]): DateRange | undefined {
  let run: DateRange | undefined
  let longest: DateRange | undefined
  for (const { on } of touched) {
    run = run !== undefined && addDays(run.to, 1) === on ? { from: run.from, to: on } : { from: on, to: on }
    if (longest === undefined || daysIn(run) >= daysIn(longest)) longest = run
  }
  return longest
}
