/** The day in the Date field of a mail. */
import { type CalendarDate, calendarDateOf, isCalendarDate } from '../../domain/calendar-date.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** No date is longer, and none needs more words. */
const MOST_CHARACTERS = 200

/**
 * The day as the sender's clock wrote it, whatever the zone says: `Thu, 8 Mar 2005 17:40:36 EDT` is 2005-03-08 for everybody who imports it.
 * Reads RFC 5322 with its obsolete forms, asctime's `Thu Mar  8 17:40:36 2005` and ISO 8601. The weekday is not looked at: old programs
 * have it wrong. Undefined for what is no day.
 */
export function findMailDay(text: string): CalendarDate | undefined {
  const words = withoutComments(text.slice(0, MOST_CHARACTERS))
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const iso = words[0]?.slice(0, 10) ?? ''
  if (isCalendarDate(iso)) return iso
  const parts = words.flatMap((word) =>
    /^\d{1,2}-[a-z]{3,9}-\d{2,4}$/i.test(word) ? word.split('-') : [word],
  )
  const at = parts.findIndex((word) => monthOf(word) > 0)
  if (at === -1) return undefined
  const month = monthOf(parts[at] ?? '')
  const [before, after] = [parts[at - 1] ?? '', parts[at + 1] ?? '']
  if (isDay(before)) return dayOf(yearOf(after), month, before)
  return isDay(after)
    ? dayOf(
        parts
          .slice(at + 2)
          .map(fourDigits)
          .find((year) => year > 0),
        month,
        after,
      )
    : undefined
}

function withoutComments(text: string): string {
  let depth = 0
  let kept = ''
  for (const character of text) {
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += character
  }
  return kept
}

/** 1 to 12 for `Mar` and for `March`, else 0. */
function monthOf(word: string): number {
  return /^[a-z]{3,9}\.?$/i.test(word) ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0
}

function isDay(word: string): boolean {
  return /^\d{1,2}$/.test(word)
}

function fourDigits(word: string): number {
  return /^\d{4}$/.test(word) ? Number(word) : 0
}

/** RFC 5322, section 4.3: two digits up to 49 are of this century, more than that of the last; three count from 1900. */
function yearOf(word: string): number | undefined {
  if (!/^\d{2,4}$/.test(word)) return undefined
  const year = Number(word)
  if (word.length === 4) return year
  return word.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

function dayOf(year: number | undefined, month: number, day: string): CalendarDate | undefined {
  return year === undefined ? undefined : calendarDateOf(year, month, Number(day))
}
