/** RRULE, as far as days go. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { findMoment, type Moment, type Property } from './property.ts'

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
/** 0 for Sunday. */
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

export interface Rule {
  readonly frequency: (typeof FREQUENCIES)[number]
  readonly interval: number
  readonly count: number | undefined
  /** The last day on which it may be. */
  readonly until: CalendarDate | undefined
  /** `nth` 0 for every one. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number }[]
  readonly monthDays: readonly number[]
  readonly months: readonly number[]
  readonly positions: readonly number[]
  /** 0 for Sunday. */
  readonly weekStart: number
}

/** Parts that choose by numbers of weeks or days of a year: nobody meets by them. */
const UNKNOWN_PARTS = ['byweekno', 'byyearday']

/** What ical.js takes for 1. */
const NO_INTERVAL = /[:;]INTERVAL=(?:-|\+?0*(?:;|$))/i

/**
 * The rule of an RRULE property; undefined for one that repeats within a day, or in a way that is not followed: a part that is not
 * understood, left out, would make meetings that never were. Hours and minutes of a rule are left out: the day is the same.
 * @param untilDay the last day that an UNTIL of the rule leaves
 */
export function findRule(
  { values: [value], text }: Property,
  untilDay: (until: Moment) => CalendarDate,
): Rule | undefined {
  if (typeof value !== 'object' || value === null || NO_INTERVAL.test(text)) return undefined
  const parts = new Map<string, unknown>(Object.entries(value))
  const frequency = FREQUENCIES.find((known) => known === parts.get('freq'))
  if (frequency === undefined || UNKNOWN_PARTS.some((part) => parts.has(part))) return undefined
  const until = parts.get('until')
  const moment = typeof until === 'string' ? findMoment(until, undefined) : undefined
  if (until !== undefined && moment === undefined) return undefined
  const interval = numbersIn(parts.get('interval'), 1, 100_000)
  const count = numbersIn(parts.get('count'), 1, 1_000_000)
  const weekStart = numbersIn(parts.get('wkst'), 1, 7)
  const monthDays = numbersIn(parts.get('bymonthday'), -31, 31)
  const months = numbersIn(parts.get('bymonth'), 1, 12)
  const positions = numbersIn(parts.get('bysetpos'), -366, 366)
  const weekdays = weekdaysIn(parts.get('byday'))
  if (!(interval && count && weekStart && monthDays && months && positions && weekdays)) return undefined
  return {
    frequency,
    interval: interval[0] ?? 1,
    count: count[0],
    until: moment === undefined ? undefined : untilDay(moment),
    weekdays,
    monthDays,
    months,
    positions,
    weekStart: (weekStart[0] ?? 2) - 1,
  }
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** The whole numbers, each once, ascending: a list cannot be longer than there are numbers. Undefined where one is 0 or out of bounds. */
function numbersIn(value: unknown, least: number, most: number): readonly number[] | undefined {
  const numbers = new Set(listOf(value).map(Number))
  for (const number of numbers)
    if (!Number.isInteger(number) || number < least || number > most || number === 0) return undefined
  return [...numbers].sort((a, b) => a - b)
}

function weekdaysIn(value: unknown): Rule['weekdays'] | undefined {
  const names = new Set(listOf(value).map(String))
  const weekdays = [...names].flatMap(weekdayIn)
  return weekdays.length < names.size ? undefined : weekdays
}

function weekdayIn(value: string): readonly { weekday: number; nth: number }[] {
  const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(value) ?? []
  const weekday = WEEKDAYS.indexOf(name)
  return weekday === -1 ? [] : [{ weekday, nth: Number(nth ?? 0) }]
}
