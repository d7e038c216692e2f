/** Checks of single values in netkeep's own JSON. Each returns the value as it is stored, or throws UserError saying what is wrong with it. */
import { addDays, type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import { checkNote, checkShortText } from '../../domain/contact.ts'
import { findInterval, formatInterval, INTERVAL_HINT } from '../../domain/interval.ts'
import { findRecordedAtClock } from '../../domain/snapshot.ts'
import { UserError } from '../../errors.ts'
import type { JsonFields } from '../json-fields.ts'

const UID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,29}$/u

/** @throws UserError (input) */
function refuse(text: string, what: string): never {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  throw new UserError('input', `"${shown}" ${what}`)
}

export function checkUid(text: string): string {
  return UID.test(text) ? text : refuse(text, 'is no uid')
}

export function checkDate(text: string): CalendarDate {
  return isCalendarDate(text) ? text : refuse(text, 'is not a date between 1800 and 9999')
}

/** Of what happened: not later than tomorrow here, which is today somewhere. */
export function checkPastDate(today: CalendarDate): (text: string) => CalendarDate {
  return (text) => {
    const date = checkDate(text)
    return date <= addDays(today, 1) ? date : refuse(text, 'lies in the future')
  }
}

/** `YYYY-MM-DD` or `--MM-DD`; 2000 was a leap year, it has every day that a birthday can fall on. */
export function checkAnnualDate(text: string): string {
  const date = text.startsWith('--') ? `2000${text.slice(1)}` : text
  return isCalendarDate(date) ? text : refuse(text, 'is not a date')
}

export function checkBirthdayDate(today: CalendarDate): (text: string) => string {
  return (text) => (text.startsWith('--') ? checkAnnualDate(text) : checkPastDate(today)(text))
}

export function checkInterval(text: string): string {
  const interval = findInterval(text)
  if (interval === undefined) return refuse(text, `is not an interval. ${INTERVAL_HINT}`)
  return formatInterval(interval)
}

export function checkOwnInterval(text: string): string {
  return text === 'none' ? text : checkInterval(text)
}

/** A channel, kind of help or kind of relation: netkeep's own, or one of the user's, which may have left the settings since. */
export function checkWord(text: string): string {
  return WORD.test(text) ? text : refuse(text, 'is not one word')
}

export function checkRecordedAt(text: string): string {
  return findRecordedAtClock(text) === undefined
    ? refuse(text, 'is no place in the order of recording')
    : text
}

export function checkOneOf<T extends string>(known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((word) => word === text)
    return found ?? refuse(text, `is not one of: ${known.join(', ')}`)
  }
}

/** Short text; what is empty is null. */
export function shortText(fields: JsonFields, key: string): string | null {
  return fields.optional(key, (text) => checkShortText(text, key)) || null
}

export function noteText(fields: JsonFields, key: string): string | null {
  return fields.optional(key, (text) => checkNote(text, key)) || null
}

/** Uids, in the order of the file. */
export function uidList(fields: JsonFields, key: string): readonly string[] {
  return fields.texts(key).map((text, index) => {
    if (UID.test(text)) return text
    throw fields.problem(`${key}[${index}]`, 'is no uid')
  })
}

/** A whole number from `least` to `most`. */
export function countBetween(fields: JsonFields, key: string, least: number, most: number): number | null {
  const count = fields.count(key)
  if (count === null || (count >= least && count <= most)) return count
  throw fields.problem(key, `is not a number from ${least} to ${most}`)
}
