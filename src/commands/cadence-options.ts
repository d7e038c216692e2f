/** Reads --circle and --every, and says what a new cadence will ask. */
import { RESERVED_CIRCLE_NAMES } from '../domain/circle.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { findInterval, formatInterval, type Interval, parseInterval } from '../domain/interval.ts'
import { loadPerDay } from '../domain/spread.ts'
import { usageError } from '../errors.ts'
import { sayLoad } from '../render/load.ts'
import { findCircle, listStoredCircles } from '../store/circles.ts'
import type { CadenceChoice } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'

export interface CadenceOptions {
  readonly circle?: string
  readonly every?: string
}

/** What the options say; a part that they leave open is undefined. @throws UserError (usage) */
export function parseCadence(db: Database, options: CadenceOptions): Partial<CadenceChoice> {
  return {
    ...(options.circle === undefined ? {} : { circle: parseCircle(db, options.circle) }),
    ...(options.every === undefined ? {} : { interval: parseOwnInterval(options.every) }),
  }
}

/** A circle's uid; null for `none`. @throws UserError (usage) naming the circles there are. */
export function parseCircle(db: Database, typed: string): string | null {
  if (typed.trim().toLowerCase() === 'none') return null
  const circle = findCircle(db, typed)
  if (circle !== undefined) return circle.uid
  const names = listStoredCircles(db).map(({ name }) => name)
  throw usageError(
    `There is no circle "${typed}".`,
    `There are ${names.join(', ')}. A new one: netkeep circle set ${typed} 3m`,
  )
}

/** An interval as stored: `2w`; `none` for no cadence; null for `circle`, the circle's own. */
export function parseOwnInterval(typed: string): string | null {
  const word = typed.trim().toLowerCase()
  if (RESERVED_CIRCLE_NAMES.includes(word)) return word === 'none' ? 'none' : null
  return formatInterval(parseInterval(typed))
}

/** Words that end in an interval, which may be two of them (`2 weeks`). */
export function splitInterval(words: readonly string[]): { who: readonly string[]; typed: string } {
  const lastTwo = words.slice(-2).join(' ')
  const size = words.length > 2 && findInterval(lastTwo) !== undefined ? 2 : 1
  return { who: words.slice(0, -size), typed: words.slice(-size).join(' ') }
}

/** What several contacts given a cadence together will ask for, as a sentence to append; empty for a single one. */
export function loadOf(lines: readonly ContactLine[], paced: number): string {
  const intervals = lines.map(intervalOf).filter((interval) => interval !== undefined)
  return intervals.length < 2 ? '' : ` ${sayLoad(loadPerDay(intervals), paced)}`
}

function intervalOf(line: ContactLine): Interval | undefined {
  if (line.interval === null || line.pausedOn !== null || line.prospect !== null) return undefined
  return parseInterval(line.interval)
}
