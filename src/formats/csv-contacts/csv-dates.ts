/** Dates as address books write them: `1988-06-15`, `--12-01`, `6/15/1988`, `15.06.88`, `15 June 1988`, `0/0/00` for none. */
import { type CalendarDate, calendarDateOf, datePartsOf } from '../../domain/calendar-date.ts'
import { findAnnualDate } from '../../domain/occasion.ts'
import { UserError } from '../../errors.ts'

export type DateOrder = 'dmy' | 'mdy'

/** A day, with or without its year; none; or why it is neither. */
export type CsvDate = { readonly date: string | null } | { readonly problem: string }

const NONE = /^[0\s./-]*$/
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/
const YEARLESS = /^--(\d{2})-?(\d{2})$/
const NUMBERS = /^(\d{1,2})([-/.] ?)(\d{1,2})\2(\d{4}|\d{2})$/
/** The time of day that some programs write behind it. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i
/** What Apple's address book writes for a year that is not known. */
const NO_YEAR = 1604

/**
 * The order in which the dates of a file have day and month: told by one of them that can be read in one way only; undefined where none
 * tells.
 */
export function orderIn(texts: Iterable<string>): DateOrder | undefined {
  let order: DateOrder | undefined
  for (const text of texts) {
    const [, first, , second] = NUMBERS.exec(withoutTime(text)) ?? []
    const found = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined
    if (found !== undefined && order !== undefined && found !== order) return undefined
    order ??= found
  }
  return order
}

/** Reads a date not after today; of two digits for the year the last such year. */
export function readDate(text: string, order: DateOrder | undefined, today: CalendarDate): CsvDate {
  const written = withoutTime(text)
  if (NONE.test(written)) return { date: null }
  const found = findDate(written, order, today)
  if (found === 'ambiguous') return { problem: 'can be two days: netkeep config set dates dmy (or mdy)' }
  if (found === undefined) return { problem: 'is no date' }
  return found.startsWith('-') || found <= today ? { date: found } : { problem: 'is in the future' }
}

function withoutTime(text: string): string {
  const written = text.trim()
  return written.length > 40 ? written : written.replace(TIME, '').trim()
}

function findDate(
  text: string,
  order: DateOrder | undefined,
  today: CalendarDate,
): string | 'ambiguous' | undefined {
  const [, year, , month, day] = YEAR_FIRST.exec(text.replace(DIGITS, '$1-$2-$3')) ?? []
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day))
  const yearless = YEARLESS.exec(text)
  if (yearless !== null) return dayOf(NO_YEAR, Number(yearless[1]), Number(yearless[2]))
  const [, first, separator, second, digits] = NUMBERS.exec(text) ?? []
  if (digits === undefined) return findWritten(text, order, today)
  const full = digits.length === 4 ? Number(digits) : fullYear(Number(digits), today)
  const [dayFirst, monthFirst] = [
    dayOf(full, Number(second), Number(first)),
    dayOf(full, Number(first), Number(second)),
  ]
  // With dots the day comes first wherever dates are written so.
  if (separator?.startsWith('.') === true) return dayFirst
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst)
    return dayFirst ?? monthFirst
  return order === undefined ? 'ambiguous' : order === 'dmy' ? dayFirst : monthFirst
}

/** `15 June 1988`, `June 15`, `6/15`. */
function findWritten(text: string, order: DateOrder | undefined, today: CalendarDate): string | undefined {
  try {
    return findAnnualDate(text, { today, direction: 'past', order: order ?? null })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** A day of a year; of {@link NO_YEAR}, as of the year 0, one that has none. */
function dayOf(year: number, month: number, day: number): string | undefined {
  // 2000 was a leap year: it has every day that a birthday can fall on.
  if (year === NO_YEAR || year === 0) return calendarDateOf(2000, month, day)?.replace(/^\d{4}/, '-')
  return calendarDateOf(year, month, day)
}

function fullYear(digits: number, today: CalendarDate): number {
  const { year } = datePartsOf(today)
  const century = year - (year % 100)
  return century + digits > year ? century - 100 + digits : century + digits
}
