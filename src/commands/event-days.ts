/** Reads on which days an event is. */

import { daysBetween } from '../domain/calendar-date.ts'
import { parseDateRange } from '../domain/date-range.ts'
import { MOST_EVENT_DAYS } from '../domain/event.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import { parseTypedDate, splitTrailingDate } from '../domain/typed-date.ts'
import { UserError, usageError } from '../errors.ts'
import { plural, sayDays } from '../render/dates.ts'
import type { Session } from '../session.ts'

/** One day or the first and the last: `friday`, `2026-12-04..2026-12-06`, `30 dec .. 2 jan`. @throws UserError (usage) */
export async function readEventDays(session: Session, typed: string): Promise<DateRange> {
  const ahead = await readDays(session, typed, 'future')
  const range = (await underWay(session, typed)) ?? ahead
  if (daysIn(range) <= MOST_EVENT_DAYS) return range
  throw usageError(
    `${sayDays(range, session.today)} would be ${plural(daysIn(range), 'day')}.`,
    'Write the first and the last day of the event: --on 2026-12-04..2026-12-06',
  )
}

/** Days without a year that hold today are those of now, and not of next year. */
async function underWay(session: Session, typed: string): Promise<DateRange | undefined> {
  const range = await orUndefined(readDays(session, typed, 'past'))
  const isNow = range !== undefined && range.from <= session.today && session.today <= range.to
  return isNow && daysIn(range) <= MOST_EVENT_DAYS ? range : undefined
}

/** An event and what says its days: --on, else the longest run of words at the end that does: `pycon next friday`. */
interface NameAndDays {
  readonly words: readonly string[]
  readonly days: string | undefined
}

/** @throws UserError (usage) where days stand in the name though there is --on, or a dash between them stands alone */
export async function splitEventDays(
  session: Session,
  words: readonly string[],
  on: string | undefined,
): Promise<NameAndDays> {
  if (words.some((word) => word === '-' || word === '–')) throw daysInName('-')
  const split = await splitTrailingDays(session, words)
  if (on === undefined) return split
  // A name may end in a weekday: Black Friday.
  if (split.days !== undefined && /\d/.test(split.days)) throw daysInName(split.days)
  return { words, days: on }
}

const HAS_TWO_DAYS = /\S ?\.\.|\S (?:to|until|till|through) \S|^\d{1,2}[-–]\d{1,2} [a-z]/i
/** No two days have more words. */
const MOST_DAY_WORDS = 12

async function splitTrailingDays(session: Session, words: readonly string[]): Promise<NameAndDays> {
  const reading = await session.dateReading('future')
  for (let start = Math.max(1, words.length - MOST_DAY_WORDS); start < words.length; start++) {
    const days = words.slice(start).join(' ')
    if (HAS_TWO_DAYS.test(days) && (await orUndefined(parseDateRange(days, reading))) !== undefined)
      return { words: words.slice(0, start), days }
  }
  // The year of PyCon 2026 is no day, nor one that cannot be.
  if (/^\d{1,4}$/.test(words.at(-1) ?? ''))
    return splitWith(words, await orUndefined(splitTrailingDate(words, 1, reading)))
  return splitWith(words, await splitTrailingDate(words, 1, reading))
}

function splitWith(
  words: readonly string[],
  split: Awaited<ReturnType<typeof splitTrailingDate>> | undefined,
): NameAndDays {
  if (split?.on === undefined) return { words, days: undefined }
  return { words: split.words, days: words.slice(split.words.length).join(' ') }
}

function daysInName(days: string): UserError {
  return usageError(
    `Is "${days}" part of the name of the event?`,
    'Its days stand behind --on, two of them with dots: --on 2026-12-14..2026-12-15   If it is part of the name, put that in quotes.',
  )
}

async function readDays(session: Session, typed: string, direction: 'past' | 'future'): Promise<DateRange> {
  const reading = await session.dateReading(direction)
  const one = await orUndefined(parseTypedDate(typed, reading))
  return one === undefined ? parseDateRange(typed, reading) : { from: one, to: one }
}

/** Undefined for what is refused. */
async function orUndefined<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** From how many days ahead on a day without its year is more likely to be the one just past. */
const FAR_AHEAD = 300

/** Those of a year before, where days that lie far ahead were typed without a year. */
export async function daysJustPast(
  session: Session,
  typed: string,
  days: DateRange,
): Promise<DateRange | undefined> {
  if (daysBetween(session.today, days.from) <= FAR_AHEAD) return undefined
  const past = await orUndefined(readDays(session, typed, 'past'))
  const isSameDay =
    past !== undefined && past.from <= session.today && past.from.slice(4) === days.from.slice(4)
  return isSameDay ? past : undefined
}
