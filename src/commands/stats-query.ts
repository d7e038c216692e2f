/** What `stats` is asked about: which days, and which contacts. */
import { addDays, earlierDate, laterDate } from '../domain/calendar-date.ts'
import { findInterval } from '../domain/interval.ts'
import { type DateRange, daysIn, periodAt } from '../domain/period.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { plural, sayDays } from '../render/dates.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { countContacts, listMatching } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { firstKnownDay, type StatisticsQuery } from '../store/statistics.ts'
import { firstTouchpointDay } from '../store/touches.ts'
import { type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { parseYear } from './year-option.ts'

export interface StatsOptions extends FilterOptions {
  readonly since?: string
  readonly year?: string
  readonly limit?: string
}

const WEEKS = 52
/** A number and a unit, as an interval has them. */
const LENGTH = /^\d+ ?(?:[dwmqy]|(?:day|week|month|quarter|year)s?)$/i

/** What is shown besides the numbers themselves. */
type StatsView = 'diversity' | 'outside'

/** @throws UserError (usage, no-match, ambiguous) */
export async function readQuery(
  session: Session,
  options: StatsOptions,
  view?: StatsView,
): Promise<{
  readonly query: StatisticsQuery
  /** The days in words: `24 Nov 2025 to 22 Nov, 52 weeks`. */
  readonly weeks: string
}> {
  const { today } = session
  const { db } = await session.store()
  const command = view === undefined ? 'stats' : `stats ${view}`
  const range = await readRange(session, options, command, db)
  const among = isFiltering(options) ? listMatching(db, today, await readFilter(session, options)) : undefined
  const whose = among === undefined ? '' : ` of these ${plural(among.length, 'contact')}`
  return {
    query: { range, today, among },
    weeks: `${sayDays(range, today)}, ${sayLength(range)}${whose}`,
  }
}

/** Days asked for, without those of which nothing is known yet. */
async function readRange(
  session: Session,
  options: StatsOptions,
  command: string,
  db: Database,
): Promise<DateRange> {
  const range = await readDays(session, options, command)
  const first = firstKnownDay(db) ?? range.from
  return first > range.to ? range : { from: laterDate(range.from, first), to: range.to }
}

/** The last 52 weeks end with this one. */
async function readDays(
  session: Session,
  { since, year }: StatsOptions,
  command: string,
): Promise<DateRange> {
  const { today } = session
  if (since !== undefined && year !== undefined)
    throw usageError('Say either --since or --year.', `Type: netkeep ${command} --year ${year}`)
  if (year !== undefined) {
    const { from, to } = parseYear(session, year, command)
    return { from, to: earlierDate(to, today) }
  }
  if (since === undefined) return { from: addDays(periodAt('week', today).from, -7 * (WEEKS - 1)), to: today }
  if (LENGTH.test(since.trim()) && findInterval(since) === undefined)
    throw usageError(
      `"${since}" is no length of time up to 10 years.`,
      `Type a day: netkeep ${command} --since 2015-01-01`,
    )
  const from = await parseTypedDate(since, await session.dateReading('past'))
  if (from > today) throw usageError(`${from} is still to come.`, `Type: netkeep ${command} --since 6m`)
  return { from, to: today }
}

/** `4 days`, from two weeks on `2 weeks`. */
function sayLength(range: DateRange): string {
  const days = daysIn(range)
  return days < 14 ? plural(days, 'day') : plural(Math.round(days / 7), 'week')
}

/**
 * Where there is nothing to tell, what to type.
 * @param found how many contacts, and what was done with others, are told of.
 */
export function sayNothingYet(
  db: Database,
  options: StatsOptions,
  found: number,
): readonly string[] | undefined {
  if (found === 0 && isFiltering(options) && countContacts(db) > 0)
    return ['Nobody among these contacts. All of them: netkeep stats']
  if (found === 0)
    return ['No contacts yet. Add one: netkeep add "Grace Hopper"   Or bring yours: netkeep import FILE']
  if (firstTouchpointDay(db) === undefined)
    return ['No touchpoints yet. After being in touch: netkeep log grace']
  return undefined
}

/** The lines as a text; those that have no room are broken. */
export function joinLines(lines: readonly string[], width: number): string {
  return wrapLines(`${lines.join('\n')}\n`, width)
}
