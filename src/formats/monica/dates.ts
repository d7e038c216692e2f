/** Days in Monica's export: `1988-06-15`, `1988-06-15T00:00:00.000000Z`, `1988-06-15 00:00:00`. */
import { addDays, type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import type { JsonFields } from '../json-fields.ts'
import { isSet } from './groups.ts'

/** Null where there is none. @throws UserError (input) for what is no day */
export function dayIn(fields: JsonFields, key: string): CalendarDate | null {
  const text = fields.text(key)?.trim() ?? ''
  if (text === '') return null
  const day = text.slice(0, 10)
  if (isCalendarDate(day) && /^.{10}(?:[T ]|$)/.test(text)) return day
  throw fields.problem(key, 'is not a date')
}

/** Of something that happened: at the latest today; Monica writes UTC, where it may be tomorrow already. */
export function pastDayIn(fields: JsonFields, key: string, today: CalendarDate): CalendarDate {
  const day = dayIn(fields, key)
  if (day === null) throw fields.problem(key, 'is missing')
  if (day > addDays(today, 1)) throw fields.problem(key, 'lies in the future')
  return day > today ? today : day
}

/** Monica's special dates: of an age alone no day is known; of others maybe the year is not. */
export function specialDate(fields: JsonFields | null): string | null {
  if (fields === null || isSet(fields, 'is_age_based')) return null
  const day = dayIn(fields, 'date')
  return day !== null && isSet(fields, 'is_year_unknown') ? `-${day.slice(4)}` : day
}
