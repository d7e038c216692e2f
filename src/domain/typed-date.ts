/** Dates the user types: our own strict grammar first, then chrono; and telling the date at a command's end from the names before it. */
import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts'
import { findChronoDate } from './chrono-date.ts'
import {
  type DateReading,
  findWrittenDay,
  notADate,
  phraseOf,
  WEEKDAY,
  weekdayNumber,
} from './date-grammar.ts'
import { addInterval, findInterval, type Interval, parseInterval, subtractInterval } from './interval.ts'

export type { DateReading } from './date-grammar.ts'

/** No date has more; it bounds the work on a long list of names. */
const MOST_DATE_WORDS = 10

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['now', 0],
  ['tonight', 0],
  ['this morning', 0],
  ['this afternoon', 0],
  ['this evening', 0],
  ['last night', -1],
  ['yesterday', -1],
  ['tomorrow', 1],
])

const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['a couple of', 2],
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 1] as const,
  ),
])

const ON_WEEKDAY = new RegExp(`^(?:(last|this|next) )?${WEEKDAY}$`, 'i')
/** No longer: six digits may be the short id of a contact. */
const NUMBER_ONLY = /^\d{1,4}$/
/** An interval that cannot be, like 0d or 1.5m. Four characters of number at most: `12345d` may be the short id of a contact. */
const LENGTH_LIKE = /^[-+]?\d[\d.e]{0,3} ?(?:d|w|m|q|y|(?:day|week|fortnight|month|quarter|year)s?)$/i

/**
 * The day a text means in our own grammar, or undefined where it is none of its forms. `friday` is never today;
 * `this friday` is the nearest ahead and may be. A day without its year is the nearest in the direction, today included.
 * @throws UserError (usage) for what is plainly meant as a date or an interval and cannot be one (2026-02-30, 0d, 20),
 * or can be two (03/04/2026).
 */
export function findTypedDate(text: string, reading: DateReading): CalendarDate | undefined {
  const phrase = phraseOf(text)
  if (NUMBER_ONLY.test(phrase)) throw notADate(phrase)
  const daysAway = NAMED_DAYS.get(phrase.toLowerCase())
  if (daysAway !== undefined) return addDays(reading.today, daysAway)
  return findWeekday(phrase, reading) ?? findByLength(phrase, reading) ?? findWrittenDay(phrase, reading)
}

/** @throws UserError (usage), with an example, for what is no date, cannot be one or can be two. */
export async function parseTypedDate(text: string, reading: DateReading): Promise<CalendarDate> {
  const date = await findDate(text, reading)
  if (date === undefined) throw notADate(text)
  return date
}

/**
 * Splits `snooze grace hopper 2w` into names and day: the longest trailing run of words that is a date or an interval,
 * after at least `keep` words that are names whatever they look like (`snooze may 2w`). `on` is undefined where there is none.
 * @throws UserError (usage) where the run is a date that cannot be (2026-02-30): it was not meant as a name.
 */
export async function splitTrailingDate(
  words: readonly string[],
  keep: number,
  reading: DateReading,
): Promise<{ readonly words: readonly string[]; readonly on: CalendarDate | undefined }> {
  for (let start = Math.max(keep, words.length - MOST_DATE_WORDS); start < words.length; start++) {
    const on = await findDate(words.slice(start).join(' '), reading)
    if (on !== undefined) return { words: words.slice(0, start), on }
  }
  return { words, on: undefined }
}

async function findDate(text: string, reading: DateReading): Promise<CalendarDate | undefined> {
  return findTypedDate(text, reading) ?? (await findChronoDate(text, reading))
}

function findWeekday(phrase: string, { today, direction }: DateReading): CalendarDate | undefined {
  const match = ON_WEEKDAY.exec(phrase)
  if (match === null) return undefined
  const ahead = (weekdayNumber(String(match[2])) - weekdayOf(today) + 7) % 7
  const which = match[1]?.toLowerCase() ?? (direction === 'past' ? 'last' : 'next')
  if (which === 'this') return addDays(today, ahead)
  return addDays(today, which === 'last' ? ahead - 7 : ahead || 7)
}

/** Days that lie an interval from another: `2w`, `3 days ago`, `in a month`, `next week`, `a week after friday`. */
function findByLength(phrase: string, reading: DateReading): CalendarDate | undefined {
  const { today, direction } = reading
  const [, ago] = /^(.+) ago$/i.exec(phrase) ?? []
  if (ago !== undefined) return shift(today, 'back', findLength(ago))
  const [, ahead] = /^in (.+)$/i.exec(phrase) ?? []
  if (ahead !== undefined) return shift(today, 'ahead', findLength(ahead))
  const [, side, unit] = /^(last|next) (week|month|quarter|year)$/i.exec(phrase) ?? []
  if (side !== undefined) return shift(today, /last/i.test(side) ? 'back' : 'ahead', findLength(`1 ${unit}`))

  const [, length, relation, other] = /^(.+?) (before|after|from) (.+)$/i.exec(phrase) ?? []
  if (length !== undefined && relation !== undefined && other !== undefined) {
    const distance = findLength(length.replace(/^(?:day|week|month|year)$/i, '1 $&'))
    const from = distance && findTypedDate(other, reading)
    return from && shift(from, /before/i.test(relation) ? 'back' : 'ahead', distance)
  }
  const interval = findLength(phrase) ?? (LENGTH_LIKE.test(phrase) ? parseInterval(phrase) : undefined)
  return shift(today, direction === 'past' ? 'back' : 'ahead', interval)
}

function shift(
  from: CalendarDate,
  way: 'back' | 'ahead',
  by: Interval | undefined,
): CalendarDate | undefined {
  if (by === undefined) return undefined
  return way === 'back' ? subtractInterval(from, by) : addInterval(from, by)
}

/** An interval, its count in words or not: `2w`, `a week`, `three months`. */
function findLength(text: string): Interval | undefined {
  const [, word, unit] = /^(\D+) (\w+)$/.exec(text) ?? []
  const count = word === undefined ? undefined : COUNTS.get(word.toLowerCase())
  return findInterval(count === undefined ? text : `${count} ${unit}`)
}
