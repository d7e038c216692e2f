/**
 * Calendar dates: `YYYY-MM-DD` in the proleptic Gregorian calendar, without time or zone, from 1800-01-01 to 9999-12-31.
 * As text they sort as dates do, in code and in SQL. The only user of dayjs, always in UTC, so that no local zone's
 * daylight saving can move a day.
 */
import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

declare const brand: unique symbol
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

const FIRST_DATE: CalendarDate = '1800-01-01' as CalendarDate
/** Later than anything else. */
export const LAST_DATE: CalendarDate = '9999-12-31' as CalendarDate

const MS_PER_DAY = 86_400_000
const FIRST_DAY = Date.parse(FIRST_DATE) / MS_PER_DAY
const LAST_DAY = Date.parse(LAST_DATE) / MS_PER_DAY
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: `2026-02-30` does not, though dayjs would make it 2 March. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = PATTERN.exec(text)
  if (match === null || text < FIRST_DATE) return false
  const [month, day] = [Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= 28 || dayjs.utc(text).format('YYYY-MM-DD') === text
}

/** The day of these numbers (`month` and `day` from 1), or undefined where there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isCalendarDate(text) ? text : undefined
}

export interface DateParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

export function datePartsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Whole days since 1970-01-01; negative before it. Without dayjs: a due list asks for it at every line, and it takes 10 µs there. */
export function epochDayOf(date: CalendarDate): number {
  return Date.parse(date) / MS_PER_DAY
}

/** The other way round; clamped to the range of calendar dates. */
export function dateOfEpochDay(day: number): CalendarDate {
  if (!(day <= LAST_DAY)) return LAST_DATE
  return day < FIRST_DAY
    ? FIRST_DATE
    : (new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate)
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDayOf(to) - epochDayOf(from)
}

export type DateUnit = 'day' | 'week' | 'month' | 'year'

/**
 * `date` plus `count` units (minus, when negative), in one step. Months and years are calendar ones, clamped to the end
 * of a shorter month: 31 January + 1 month = 28 February. The result is clamped to the range of calendar dates.
 */
export function addToDate(date: CalendarDate, count: number, unit: DateUnit): CalendarDate {
  const sum = dayjs.utc(date).add(count, unit)
  if (!sum.isValid() || sum.year() > 9999) return LAST_DATE
  if (sum.year() < 1800) return FIRST_DATE
  return sum.format('YYYY-MM-DD') as CalendarDate
}

/** Without dayjs, as {@link epochDayOf}: windows of days are made of it at every `due`. */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return dateOfEpochDay(epochDayOf(date) + count)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return dayjs.utc(date).day()
}

/** The earlier of two dates; the one that is known where the other is not. */
export function earlierDate(a: CalendarDate, b: CalendarDate): CalendarDate
export function earlierDate(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null
export function earlierDate(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b
}

/** The later of two dates; a missing one never wins. */
export function laterDate(a: CalendarDate, b: CalendarDate | null): CalendarDate {
  return b !== null && b > a ? b : a
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
