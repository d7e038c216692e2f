/** Occasions: dates of a contact, yearly (a birthday) or single (the first day at a new job), that netkeep reminds of. */
import { usageError } from '../errors.ts'
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  datePartsOf,
  daysBetween,
  isCalendarDate,
} from './calendar-date.ts'
import { type DateReading, findWrittenDay, phraseOf } from './date-grammar.ts'

export interface Occasion {
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly date: string
  readonly isYearly: boolean
}

/** A date of a contact on its next day. */
export interface OccasionLine extends Occasion {
  /** What a wish for it is stored with: the uid of the date, or `birthday`. */
  readonly key: string
  readonly contact: { readonly uid: string; readonly name: string; readonly nameKey: string }
  readonly label: string
  /** The next day of it; of a single one that is past, that day. */
  readonly on: CalendarDate
  readonly isPast: boolean
  /** Whether a wish was sent for that day, or the user was in touch on it or since. */
  readonly isKept: boolean
  /** How many years it will be; null where that is not known, or it is a single one. */
  readonly years: number | null
  /** Days of notice. */
  readonly notice: number
}

/** The label under which a contact's birthday is an occasion. */
export const BIRTHDAY = 'birthday'

/** How many days ahead a date is shown, until the setting `date-notice` says otherwise. */
export const DEFAULT_NOTICE_DAYS = 3
export const MOST_NOTICE_DAYS = 366
/** How long a date that nobody has wished for stays in sight. */
export const DAYS_AFTER = 3

const YEARLESS = /^--(\d{2})-(\d{2})$/

/**
 * The day in that year: 29 February is kept on the 28th in years without one, as a month's end is everywhere in netkeep. Undefined for a
 * year outside of the calendar.
 */
export function occurrenceIn(year: number, date: string): CalendarDate | undefined {
  const [month, day] = [Number(date.slice(-5, -3)), Number(date.slice(-2))]
  return calendarDateOf(year, month, day) ?? calendarDateOf(year, month, day - 1)
}

/** The first day from `from` on; undefined for a single one that is past, and at the end of the calendar. A yearly one does not occur before its own year. */
export function nextOccurrence({ date, isYearly }: Occasion, from: CalendarDate): CalendarDate | undefined {
  const first = isCalendarDate(date) ? date : undefined
  if (!isYearly) return first !== undefined && first >= from ? first : undefined
  if (first !== undefined && first >= from) return first
  const { year } = datePartsOf(from)
  const here = occurrenceIn(year, date)
  return here !== undefined && here >= from ? here : occurrenceIn(year + 1, date)
}

/** The day nearest to `on`, which a wish sent then was for; of two equally near the coming one. */
export function nearestOccurrence(occasion: Occasion, on: CalendarDate): CalendarDate {
  const { date, isYearly } = occasion
  if (!isYearly && isCalendarDate(date)) return date
  const coming = nextOccurrence(occasion, on) ?? on
  const past = occurrenceIn(datePartsOf(coming).year - 1, date)
  if (past === undefined || (isCalendarDate(date) && past < date)) return coming
  return daysBetween(past, on) < daysBetween(on, coming) ? past : coming
}

/** The years that are full on that day; null where they are not known. */
export function yearsOn({ date, isYearly }: Occasion, on: CalendarDate): number | null {
  return isYearly && isCalendarDate(date) ? datePartsOf(on).year - datePartsOf(date).year : null
}

/** The months and days (`MM-DD`) of dates that occur from one day to another, both included. */
export function monthDaysBetween(from: CalendarDate, to: CalendarDate): readonly string[] {
  const days = Math.min(daysBetween(from, to), MOST_NOTICE_DAYS)
  const monthDays = new Set<string>()
  for (let day = 0; day <= days; day++) {
    const date = addDays(from, day)
    monthDays.add(date.slice(5))
    if (date.endsWith('-02-28') && addDays(date, 1).endsWith('-03-01')) monthDays.add('02-29')
  }
  return [...monthDays]
}

/** What decides whether a day of a date has been kept. */
interface Kept {
  readonly on: CalendarDate
  /** The days that wishes for the date were for. */
  readonly wishedFor: readonly CalendarDate[]
  /** The last touch that counts. */
  readonly lastTouchOn: CalendarDate | null
}

/** Whether nothing is left to do about it: somebody sent a wish for that day, or was in touch on it or since. */
export function isKept({ on, wishedFor, lastTouchOn }: Kept): boolean {
  return wishedFor.includes(on) || (lastTouchOn !== null && lastTouchOn >= on)
}

/**
 * The day of a date to speak of: the next one, or one that passed at most {@link DAYS_AFTER} days ago and was not kept. Undefined where
 * no other comes.
 */
export function dayToThinkOf(
  occasion: Occasion,
  today: CalendarDate,
  kept: (on: CalendarDate) => boolean,
): CalendarDate | undefined {
  const on = nextOccurrence(occasion, addDays(today, -DAYS_AFTER))
  return on !== undefined && on < today && kept(on) ? nextOccurrence(occasion, today) : on
}

/** Whether it is `YYYY-MM-DD` or `--MM-DD`, of a day that there is. 2000 was a leap year: it has every day that a birthday can fall on. */
export function isAnnualDate(text: string): boolean {
  const yearless = YEARLESS.exec(text)
  return isCalendarDate(yearless === null ? text : `2000-${yearless[1]}-${yearless[2]}`)
}

/**
 * Reads a date that may lack its year: `1906-12-09`, `--12-09`, `9 Dec 1906`, `9 Dec`. Undefined for anything else, such as `friday`.
 * @throws UserError (usage) where there is no such day, or where there can be two
 */
export function findAnnualDate(typed: string, reading: DateReading): string | undefined {
  const text = typed.trim()
  const yearless = YEARLESS.exec(text)
  if (yearless !== null) {
    if (isAnnualDate(text)) return text
    throw usageError(`"${text}" is not a day of any year.`, 'Write it like --12-09, or 9 Dec.')
  }
  const phrase = phraseOf(text)
  const date = findWrittenDay(phrase, reading)
  return date === undefined || /\d{4}/.test(phrase) ? date : `-${date.slice(4)}`
}
