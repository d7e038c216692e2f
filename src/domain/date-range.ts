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
  const parts = typed.split(SEPARATOR)
  if (parts.length > 2) throw notARange(text)
  const [first = '', last] = parts
  const range =
    last === undefined ? await findUnseparated(typed, reading) : await rangeOf(first, last, reading)
  if (range.from <= range.to) return range
  throw usageError(`${range.to} is before ${range.from}.`, RANGE_HINT)
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
  return usageError(`"${text}" is neither a day nor two.`, RANGE_HINT)
}
