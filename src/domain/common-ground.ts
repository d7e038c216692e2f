/** What links contacts without anybody having told of the two: an employer, a group or an event that both are or were part of. */
import { type CalendarDate, daysBetween } from './calendar-date.ts'

type GroundKind = 'employer' | 'group' | 'event'

export interface Ground {
  readonly kind: GroundKind
  /** Of an employer its key (organization-key.ts), of a group or an event its uid. */
  readonly key: string
  /** The last day of an event. */
  readonly on: CalendarDate | null
}

/** When somebody is or was part of it; to the year, which is all that is told of most. */
export interface Stay {
  readonly isOver: boolean
  /** The year in which netkeep has known of it, which may be long after it began. */
  readonly sinceYear: number | null
  /** Null where it is not over, or nobody knows since when it is. */
  readonly untilYear: number | null
}

/** A stay without years, as in a group. */
export const PRESENT: Stay = { isOver: false, sinceYear: null, untilYear: null }

/** So many years ago and more make no difference. */
export const LONG_AGO_YEARS = 20

/** The stay at a former employer; days that are ahead, or long ago, are taken for the nearest that are not. */
export function formerStay(sinceOn: string | null, untilOn: string | null, today: CalendarDate): Stay {
  return { isOver: true, sinceYear: yearOf(sinceOn, today), untilYear: yearOf(untilOn, today) }
}

export function presentStay(sinceOn: string | null, today: CalendarDate): Stay {
  return { isOver: false, sinceYear: yearOf(sinceOn, today), untilYear: null }
}

function yearOf(date: string | null, today: CalendarDate): number | null {
  const year = Number(date?.slice(0, 4) ?? '')
  const now = Number(today.slice(0, 4))
  return year > 0 ? Math.min(now, Math.max(now - LONG_AGO_YEARS, year)) : null
}

/** In one company now, though perhaps not in one room: whoever is inside opens the door. */
const COLLEAGUES = 0.55
/** A group meets, but few of its members work together. */
const GROUP = 0.5
/** Former colleagues: those of whom it is known that they were there at one time, and others. It halves with each five years since. */
const WERE_TOGETHER = 0.45
const WERE_BOTH_THERE = 0.3
const FORMER_HALVED_AFTER_YEARS = 5
/** Where nobody knows how long ago it was. */
const UNKNOWN_YEARS = 5
/** They were in one house, and may have met. It halves with each year since. */
const EVENT = 0.3
const EVENT_HALVED_AFTER_DAYS = 365

export function strengthOfGround(ground: Ground, a: Stay, b: Stay, today: CalendarDate): number {
  if (ground.kind === 'group') return GROUP
  if (ground.kind === 'event') {
    const days = ground.on === null ? EVENT_HALVED_AFTER_DAYS : daysBetween(ground.on, today)
    return EVENT * 0.5 ** (Math.max(0, days) / EVENT_HALVED_AFTER_DAYS)
  }
  if (!a.isOver && !b.isOver) return COLLEAGUES
  const base = wereTogether(a, b) ? WERE_TOGETHER : WERE_BOTH_THERE
  const years = Math.max(yearsSince(a, today), yearsSince(b, today))
  return base * 0.5 ** (years / FORMER_HALVED_AFTER_YEARS)
}

/** How many years ago a stay ended; 0 where it is not over. */
function yearsSince({ isOver, untilYear }: Stay, today: CalendarDate): number {
  if (!isOver) return 0
  return untilYear === null ? UNKNOWN_YEARS : Number(today.slice(0, 4)) - untilYear
}

/** The year in which the first of them left; null where that is not known, or both are there. */
export function lastYearTogether(a: Stay, b: Stay): number | null {
  const ends = [a, b].filter(({ isOver }) => isOver).map(({ untilYear }) => untilYear)
  return ends.includes(null) || ends.length === 0 ? null : Math.min(...ends.map((year) => year ?? 0))
}

/** Whether the one who stayed longer was known to be there before the other left. */
function wereTogether(a: Stay, b: Stay): boolean {
  const until = lastYearTogether(a, b)
  if (until === null) return false
  const later = [a, b].find(({ isOver, untilYear }) => !isOver || untilYear !== until)
  return later === undefined || (later.sinceYear !== null && later.sinceYear <= until)
}

/** The strongest link that a stay can be part of: what is weaker than that elsewhere need not be looked at. */
export function strongestAt(ground: Ground, stay: Stay, today: CalendarDate): number {
  return strengthOfGround(ground, stay, stay, today)
}

/** Bounds on what each way of having something in common can be worth. */
export const STRONGEST: Readonly<Record<'present' | 'group' | 'former' | 'event', number>> = {
  present: COLLEAGUES,
  group: GROUP,
  former: WERE_TOGETHER,
  event: EVENT,
}
