/** Days written out, with a number for the day: `20 Nov`, `fri 20 November 2026`, `2026-11-20`, `25/12/2026`; and the words that refuse one. */
import { type UserError, usageError } from '../errors.ts'
import { type CalendarDate, calendarDateOf, datePartsOf, weekdayOf } from './calendar-date.ts'

/** How a command understands a date that does not say everything itself. */
export interface DateReading {
  readonly today: CalendarDate
  /** Which way a weekday, an interval or a day without its year points. A date that says it itself may lie on either side. */
  readonly direction: 'past' | 'future'
  /** The order of 03/04/2026, or null where the user never chose one. */
  readonly order: 'dmy' | 'mdy' | null
}

const DATE_HINT =
  'Write a date like today, friday, 2w or 2026-11-20; in quotes where it has spaces: "20 Nov", "3 days ago".'

export function notADate(text: string): UserError {
  return usageError(`"${text}" is not a date.`, DATE_HINT)
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A weekday's name, for a pattern. */
export const WEEKDAY: string =
  '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)\\.?'
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

const AFTER_WEEKDAY = new RegExp(`^${WEEKDAY} (.+)$`, 'i')
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -](?:of )?${MONTH}(?:[ -](\\d+))?$`, 'i')
const MONTH_DAY = new RegExp(`^${MONTH} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (\\d+))?$`, 'i')
const YEAR_FIRST = /^(\d{3,})([-/.])(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d+))?$/

/** No date is longer; it bounds the work on a whole note given as a date. */
const LONGEST_PHRASE = 80

/**
 * The phrase that is read: one space between words, no commas, without a leading `on`, `until`, `till`, `for`, `the`.
 * Of a text longer than any date nothing is left.
 */
export function phraseOf(text: string): string {
  const phrase = text.replace(/[\s,]+/g, ' ').trim()
  return phrase.length > LONGEST_PHRASE ? '' : phrase.replace(/^(?:(?:on|until|till|for) )?(?:the )?/i, '')
}

/** The nearest such day of a year in the reading's direction, today included: for 29 February that of a leap year. */
export function nearestDay(month: number, day: number, reading: DateReading): CalendarDate | undefined {
  const { today, direction } = reading
  const { year } = datePartsOf(today)
  // Two leap years lie at most eight years apart (1896 and 1904).
  for (let away = 0; away <= 8; away++) {
    const date = calendarDateOf(direction === 'past' ? year - away : year + away, month, day)
    if (date !== undefined && (direction === 'past' ? date <= today : date >= today)) return date
  }
  return undefined
}

/**
 * The day a phrase writes out, its weekday before it or not; undefined where it writes none.
 * @throws UserError (usage) where there is no such day, or where there can be two
 */
export function findWrittenDay(phrase: string, reading: DateReading): CalendarDate | undefined {
  const [, weekday, rest = phrase] = AFTER_WEEKDAY.exec(phrase) ?? []
  const date = findNamedMonth(rest, reading) ?? findNumbers(rest, reading)
  if (date !== undefined && weekday !== undefined && weekdayNumber(weekday) !== weekdayOf(date)) {
    throw usageError(`"${phrase}" cannot be: ${date} is a ${WEEKDAYS[weekdayOf(date)]}.`, DATE_HINT)
  }
  return date
}

function findNamedMonth(phrase: string, reading: DateReading): CalendarDate | undefined {
  const [, day, month, year] = DAY_MONTH.exec(phrase) ?? []
  if (month !== undefined) return getDay(phrase, { day, month: monthNumber(month), year }, reading)
  const [, monthBefore, dayAfter, yearAfter] = MONTH_DAY.exec(phrase) ?? []
  if (monthBefore === undefined) return undefined
  return getDay(phrase, { day: dayAfter, month: monthNumber(monthBefore), year: yearAfter }, reading)
}

function findNumbers(phrase: string, reading: DateReading): CalendarDate | undefined {
  const ymd = YEAR_FIRST.exec(phrase)
  if (ymd !== null) {
    // Strict, 2026-1-5 included: whoever drops the zeros may not mean year-month-day.
    if (!/^\d{4}.\d\d.\d\d$/.test(phrase)) throw notADate(phrase)
    return getDay(phrase, { year: ymd[1], month: Number(ymd[3]), day: ymd[4] }, reading)
  }
  const [, first, separator, second, year] = YEAR_LAST.exec(phrase) ?? []
  // 20-11 may be a range and 1.5 a number: without its year only 20/11 is a date.
  if (separator === undefined || (year === undefined && separator !== '/')) return undefined
  const dayFirst = { day: first, month: Number(second), year }
  const monthFirst = { day: second, month: Number(first), year }
  // With dots the day comes first wherever dates are written so.
  if (separator === '.') return getDay(phrase, dayFirst, reading)
  const preferred = reading.order === 'mdy' ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const [date, otherDate = date] = preferred.flatMap((parts) => findDay(phrase, parts, reading) ?? [])
  if (date === undefined) throw impossible(phrase)
  if (reading.order === null && otherDate !== date) {
    throw usageError(
      `"${phrase}" can be ${date} or ${otherDate}.`,
      `Write ${date} or ${otherDate}, or choose an order once: netkeep config set dates dmy (or mdy).`,
    )
  }
  return date
}

interface TypedParts {
  readonly day: string | undefined
  readonly month: number
  readonly year: string | undefined
}

function findDay(
  phrase: string,
  { day, month, year }: TypedParts,
  reading: DateReading,
): CalendarDate | undefined {
  if (year === undefined) return nearestDay(month, Number(day), reading)
  if (year.length < 4) throw usageError(`"${phrase}" needs a year of four digits.`, DATE_HINT)
  return calendarDateOf(Number(year), month, Number(day))
}

function getDay(phrase: string, parts: TypedParts, reading: DateReading): CalendarDate {
  const date = findDay(phrase, parts, reading)
  if (date === undefined) throw impossible(phrase)
  return date
}

function impossible(phrase: string): UserError {
  return usageError(`"${phrase}" is not a day from 1800-01-01 to 9999-12-31.`, DATE_HINT)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.findIndex((weekday) => weekday.toLowerCase().startsWith(name.slice(0, 3).toLowerCase()))
}

/** 1 to 12. */
function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
