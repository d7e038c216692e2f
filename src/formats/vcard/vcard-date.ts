/** Dates as vCards write them. */
import { isCalendarDate } from '../../domain/calendar-date.ts'

/** Address Book's year for "no year"; it says so in X-APPLE-OMIT-YEAR as well, but what passes through other programs may lose that. */
const NO_YEAR = ['1604', '0000']
const DATE = /^(\d{4}|--)[-/]?(\d{2})[-/]?(\d{2})(?:[T ].*)?$/s
/** A year, a month or a day alone: right, but no day that comes again. */
const PART = /^(?:\d{4}(?:-\d{2})?|--\d{2}|---\d{2})$/

export type VcardDate =
  | { readonly kind: 'date'; readonly date: string }
  /** Something that is right but no whole day: `1985`, `circa 1800`. */
  | { readonly kind: 'part' }
  | { readonly kind: 'bad' }

/**
 * `1985-04-07`, `19850407`, with or without a time, `--0407` and `--04-07` → `1985-04-07` or `--04-07`.
 * @param omitted the value of X-APPLE-OMIT-YEAR: that year means none.
 */
export function readVcardDate(written: string, omitted: string | undefined, isText: boolean): VcardDate {
  const text = written.trim()
  if (PART.test(text)) return { kind: 'part' }
  const match = DATE.exec(text)
  if (match === null) return { kind: isText ? 'part' : 'bad' }
  const [year, day] = [String(match[1]), `${match[2]}-${match[3]}`]
  if (year !== '--' && year !== omitted && !NO_YEAR.includes(year)) {
    return isCalendarDate(`${year}-${day}`) ? { kind: 'date', date: `${year}-${day}` } : { kind: 'bad' }
  }
  // 2000 was a leap year: it has every day that a birthday can fall on.
  return isCalendarDate(`2000-${day}`) ? { kind: 'date', date: `--${day}` } : { kind: 'bad' }
}

/** `1985-04-07` and, without the year, the `--0407` of version 4.0; Address Book's way for 3.0, which has none. */
export function formatVcardDate(date: string, version: '3.0' | '4.0'): { value: string; omitted: boolean } {
  if (version === '4.0')
    return {
      value: date.startsWith('--') ? `--${date.slice(2).replace('-', '')}` : date.replaceAll('-', ''),
      omitted: false,
    }
  return date.startsWith('--')
    ? { value: `1604-${date.slice(2)}`, omitted: true }
    : { value: date, omitted: false }
}
