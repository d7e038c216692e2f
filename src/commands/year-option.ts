/** The option --year of pictures. */
import { calendarDateOf, datePartsOf } from '../domain/calendar-date.ts'
import { type DateRange, periodAt } from '../domain/period.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'

/**
 * All days of the year, also those still to come of this one.
 * @param command what was typed of it, for what to type instead.
 * @throws UserError (usage)
 */
export function parseYear({ verb, today }: Session, text: string, command: string = verb): DateRange {
  const current = datePartsOf(today).year
  const first = /^\d{4}$/.test(text.trim()) ? calendarDateOf(Number(text), 1, 1) : undefined
  if (first === undefined)
    throw usageError(`"${text}" is not a year from 1800 on.`, `Type: netkeep ${command} --year ${current}`)
  if (datePartsOf(first).year > current)
    throw usageError(`${text.trim()} is still to come.`, `This year: netkeep ${command} --year ${current}`)
  return periodAt('year', first)
}
