/**
 * The streak: how many weeks, or workdays, in a row the personal minimum of touches was reached. A pure function of what is recorded:
 * a touchpoint told later repairs it, one that is taken back breaks it again.
 */
import { addDays, type CalendarDate, epochDayOf } from './calendar-date.ts'
import type { DateRange } from './period.ts'

export const STREAK_UNITS = ['week', 'workday'] as const
export type StreakUnit = (typeof STREAK_UNITS)[number]

export const DEFAULT_STREAK_UNIT: StreakUnit = 'week'
export const DEFAULT_STREAK_MINIMUM = 1
export const MOST_STREAK_MINIMUM = 500
/** A longer pause is the end of a streak. */
export const MOST_FROZEN_DAYS = 366

export interface Freeze extends DateRange {
  readonly uid: string
}

/** Tells whether any of these freezes has a day. */
export function isFrozenBy(freezes: readonly DateRange[]): (day: CalendarDate) => boolean {
  return (day) => freezes.some(({ from, to }) => from <= day && day <= to)
}

export interface Streak {
  /** Units reached in the run under way. */
  readonly current: number
  /** Most units reached in any run. */
  readonly longest: number
  /** Frozen units since the last one that was neither reached nor frozen, the one under way included. */
  readonly frozen: number
  /** Those of them that lie behind the first unit reached, so that a freeze carried the run over them. */
  readonly carriedOver: number
}

/** The streak and all that is told with it. */
export interface StreakState extends Streak {
  readonly unit: StreakUnit
  readonly minimum: number
  /** Touches in the unit under way. */
  readonly done: number
  /** The unit under way; on a weekend, between two workdays, the one that comes next. */
  readonly unitStart: CalendarDate
  readonly unitEnd: CalendarDate
  readonly isReached: boolean
  readonly isFrozen: boolean
  /** By their first day. */
  readonly freezes: readonly Freeze[]
}

/** 1970-01-05, a Monday, as days since 1970-01-01. */
const MONDAY = 4
const WORKDAYS = 5

/** The number of the unit that a day lies in: units in a row have numbers in a row. On a weekend that of the workday that comes next. */
export function unitAt(unit: StreakUnit, day: CalendarDate): number {
  const days = epochDayOf(day) - MONDAY
  const week = Math.floor(days / 7)
  return unit === 'week' ? week : week * WORKDAYS + Math.min(days - week * 7, WORKDAYS)
}

export function daysOfUnit(unit: StreakUnit, index: number): DateRange {
  if (unit === 'week') return { from: dayAt(index * 7), to: dayAt(index * 7 + 6) }
  const week = Math.floor(index / WORKDAYS)
  const day = dayAt(week * 7 + index - week * WORKDAYS)
  return { from: day, to: day }
}

function dayAt(daysSinceMonday: number): CalendarDate {
  return addDays(EPOCH, MONDAY + daysSinceMonday)
}
const EPOCH = '1970-01-01' as CalendarDate

/** The units with a frozen day, up to `last`. */
export function frozenUnits(
  unit: StreakUnit,
  freezes: readonly DateRange[],
  last: number,
): ReadonlySet<number> {
  const units = new Set<number>()
  for (const { from, to } of freezes) {
    // A freeze that ends on a weekend does not hold the Monday after it.
    const end = daysOfUnit(unit, unitAt(unit, to)).from <= to ? unitAt(unit, to) : unitAt(unit, to) - 1
    for (let index = unitAt(unit, from); index <= Math.min(end, last); index++) units.add(index)
  }
  return units
}

/**
 * A unit that was not reached ends a run, but for two: one with a frozen day, which neither lengthens nor ends it, and the one under
 * way, which may be reached yet.
 * @param reached the units with enough touches, up to `current`, ascending.
 * @param frozen units with a frozen day, up to `current`.
 * @param current the unit under way.
 */
export function streakOf(reached: readonly number[], frozen: ReadonlySet<number>, current: number): Streak {
  const all = new Set(reached)
  const passed = [...frozen].filter((unit) => !all.has(unit))
  const carried = new Set([...all, ...passed])
  let longest = 0
  let run = 0
  let before: number | undefined
  for (const unit of [...carried].sort((a, b) => a - b)) {
    if (before === undefined || unit > before + 1) run = 0
    if (all.has(unit)) run++
    longest = Math.max(longest, run)
    before = unit
  }
  let first = carried.has(current) ? current : current - 1
  while (carried.has(first)) first--
  const isUnderWay = (unit: number): boolean => unit > first
  const underWay = reached.filter(isUnderWay)
  return {
    current: underWay.length,
    longest,
    frozen: passed.filter(isUnderWay).length,
    carriedOver: passed.filter((unit) => unit > (underWay[0] ?? Infinity)).length,
  }
}
