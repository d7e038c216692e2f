/** A first and a last day as typed: `20 dec 6 jan`, `2026-12-20..2027-01-06`, `today until friday`, `2w`, `next week`, or one day alone. */
import { UserError, usageError } from '../errors.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { type DateReading, findWrittenDay, phraseOf, WEEKDAY } from './date-grammar.ts'
import { addInterval, findInterval, type Interval } from './interval.ts'
import { type DateRange, periodAt } from './period.ts'
import { parseTypedDate } from './typed-date.ts'

const RANGE_HINT = 'Write the first and the last day: 20 dec 6 jan, today to friday, 2026-12-20..2027-01-06.'

/** Between two days. A hyphen needs spaces around it: it stands within 2026-12-20. */
const SEPARATOR = /\s*\.\.+\s*|(?:^|\s+)(?:to|until|till|through|-|–)\s+/i
/** No two dates have more; it bounds the work on a whole note. */
const MOST_WORDS = 16

/**
 * The last day, when it says no year, is the first such day from the first day on, and a weekday the next one after it. Both may be the same day.
 * @throws UserError (usage) where it is no date, or ends before it begins
 */
export async function parseDateRange(text: string, reading: DateReading): Promise<DateRange> {
  const typed = text.trim().replace(/^from\s+/i, '')
  const span = findSpan(typed, reading.today)
  if (span !== undefined) return span
  const parts = (DAYS_OF_A_MONTH.test(typed) ? typed.replace(/[-–]/, '..') : typed).split(SEPARATOR)
  if (parts.length > 2) throw notARange(text)
  const [first = '', last] = parts
  const range =
    last === undefined ? await findUnseparated(typed, reading) : await findBetween(first, last, reading)
  if (range === undefined) throw notARange(text)
  if (range.from <= range.to) return range
  throw usageError(`${range.to} is before ${range.from}.`, RANGE_HINT)
}

const DAY_ALONE = /^\d{1,2}(?:st|nd|rd|th|\.)?$/i
/** `1-3 dec`, `dec 1-3`. */
const DAYS_OF_A_MONTH = /^(?:\d{1,2}[-–]\d{1,2} [a-z]|[a-z]+\.? \d{1,2}[-–]\d{1,2}(?: \d{4})?$)/i
/** The number of the day in `3 dec 2026`, `dec 3, 2026`, `2026-12-03`. */
const DAY_NUMBER =
  /^\d{1,2}(?=(?:st|nd|rd|th|\.)?[ -][a-z])|(?<=^[a-z]+\.? )\d{1,2}(?!\d)|(?<=^\d{4}-\d\d-)\d\d$/i

/** Two days of which one may be a number alone; undefined where they are of two months then: `3 dec..1`. */
async function findBetween(
  first: string,
  last: string,
  reading: DateReading,
): Promise<DateRange | undefined> {
  const [from, to] = [withMonthOf(last, first), withMonthOf(first, last)]
  const range = await rangeOf(from, to, reading)
  const isWhole = from === first && to === last
  return isWhole || range.from.slice(0, 7) === range.to.slice(0, 7) ? range : undefined
}

/** A day number alone has month and year of the other side: of `1 dec` and `3` the last is `3 dec`. */
function withMonthOf(other: string, side: string): string {
  if (!DAY_ALONE.test(side) || !DAY_NUMBER.test(other)) return side
  return other.replace(DAY_NUMBER, (number) => String(Number.parseInt(side, 10)).padStart(number.length, '0'))
}

/** `until friday` begins today. */
async function rangeOf(first: string, last: string, reading: DateReading): Promise<DateRange> {
  const from = first === '' ? reading.today : await parseTypedDate(first, reading)
  return { from, to: await parseLastDay(last, from, reading) }
}

/** A day without a year, a weekday and a length are counted from the first day; `today` and the like are what they are. */
async function parseLastDay(text: string, from: CalendarDate, reading: DateReading): Promise<CalendarDate> {
  const phrase = phraseOf(text)
  const length = findInterval(phrase)
  if (length !== undefined) return lastDayOf(from, length)
  const afterFirst = { ...reading, today: from, direction: 'future' } as const
  const written = findWrittenDay(phrase, afterFirst)
  return written ?? parseTypedDate(text, COMING_WEEKDAY.test(phrase) ? afterFirst : reading)
}

const COMING_WEEKDAY = new RegExp(`^(?:next )?${WEEKDAY}$`, 'i')
const WHOLE_PERIOD = /^(last|this|next) (week|month)$/i

/** `2w` are the two weeks from today on, `next week` is the one from Monday to Sunday. */
function findSpan(text: string, today: CalendarDate): DateRange | undefined {
  const phrase = phraseOf(text).toLowerCase()
  const length = findInterval(phrase)
  if (length !== undefined) return { from: today, to: lastDayOf(today, length) }
  const [, which, unit] = WHOLE_PERIOD.exec(phrase) ?? []
  if (unit !== 'week' && unit !== 'month') return undefined
  const now = periodAt(unit, today)
  if (which === 'this') return now
  return periodAt(unit, which === 'next' ? addDays(now.to, 1) : addDays(now.from, -1))
}

function lastDayOf(from: CalendarDate, length: Interval): CalendarDate {
  return addDays(addInterval(from, length), -1)
}

/** One day, or two of which the first takes as few words as it can. */
async function findUnseparated(text: string, reading: DateReading): Promise<DateRange> {
  const words = text.split(/\s+/)
  if (words.length > MOST_WORDS) throw notARange(text)
  const one = await orRefused(parseTypedDate(text, reading))
  if (!(one instanceof UserError)) return { from: one, to: one }
  for (let count = 1; count < words.length; count++) {
    const range = await orRefused(
      rangeOf(words.slice(0, count).join(' '), words.slice(count).join(' '), reading),
    )
    if (!(range instanceof UserError)) return range
  }
  // Of a single word it is known what is wrong with it.
  throw words.length === 1 ? one : notARange(text)
}

/** What was refused is only one reading of several. */
async function orRefused<T>(result: Promise<T>): Promise<T | UserError> {
  try {
    return await result
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

function notARange(text: string): UserError {
  return usageError(`"${text}" is not a date, nor a first and a last one.`, RANGE_HINT)
}
