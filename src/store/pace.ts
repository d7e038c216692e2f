/** At which pace contacts are reached out to, and for how many touches a day there is room. */
import { addDays, type CalendarDate, epochDayOf } from '../domain/calendar-date.ts'
import {
  atLeast,
  MOST_PACE_DAYS,
  type Pace,
  paceOf,
  paceRange,
  paceUntil,
  touchesPerDay,
  workdayPace,
} from '../domain/pace.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { isColdOn } from '../domain/simulation.ts'
import { loadPerDay } from '../domain/spread.ts'
import type { ContactWithCadence } from './cadences.ts'
import type { Database } from './driver.ts'
import { countReachedByDay, type ReachedCount } from './touch-days.ts'
import { firstTouchpointDay } from './touches.ts'

const YEAR_DAYS = 365

/** What was done with contacts who have a cadence in the last year, as far as a pace follows from it. */
interface ReachOuts {
  readonly days: readonly ReachedCount[]
  /** Null where there was nobody. */
  readonly lastOn: CalendarDate | null
  readonly isGap: boolean
  /** Up to today, or up to the last day before a gap. */
  readonly year: DateRange
  /** The pace of the eight weeks until yesterday or before the gap, and of the eight before those; undefined where too little is known. */
  readonly lately: Pace | undefined
  readonly before: Pace | undefined
}

export function getReachOuts(
  db: Database,
  today: CalendarDate,
  isFrozen: (day: CalendarDate) => boolean,
): ReachOuts {
  const first = firstTouchpointDay(db)
  const days = countReachedByDay(db, { from: addDays(today, 1 - YEAR_DAYS), to: today })
  const until = paceUntil(
    days.map(({ on }) => on),
    today,
    isFrozen,
  )
  const isGap = until < today
  // Today is not over yet.
  const lately = paceRange(first, isGap ? until : addDays(today, -1))
  const before = paceRange(first, addDays(lately.to, -MOST_PACE_DAYS))
  return {
    days,
    lastOn: days.at(-1)?.on ?? null,
    isGap,
    year: { from: addDays(until, 1 - YEAR_DAYS), to: until },
    lately: toldPace(days, lately, isFrozen),
    before: daysIn(before) === MOST_PACE_DAYS ? toldPace(days, before, isFrozen) : undefined,
  }
}

/** Where nearly all of the days were frozen, what was done in spite of that is the pace. */
function toldPace(
  reached: readonly ReachedCount[],
  range: DateRange,
  isFrozen: (day: CalendarDate) => boolean,
): Pace | undefined {
  const days = reached.filter(({ on }) => on >= range.from && on <= range.to)
  const pace = (isLeftOut: (day: CalendarDate) => boolean): Pace | undefined =>
    paceOf(days, range, reached, isLeftOut)
  return pace(isFrozen) ?? pace(() => false)
}

/** @param donePerDay touches with anybody, with or without a cadence. */
export function getRoom(
  { days, lately, before, isGap }: ReachOuts,
  contacts: readonly ContactWithCadence[],
  today: CalendarDate,
  donePerDay: number,
  minutes: { readonly ofDay: number; readonly ofMessage: number },
): Pick<Plan, 'pace' | 'basis' | 'roomPerDay' | 'roomOf'> {
  const load = loadPerDay(contacts.map(({ interval }) => interval))
  const byMinutes = workdayPace(Math.max(1, Math.floor(minutes.ofDay / minutes.ofMessage)))
  const told = donePerDay > 0 || days.length > 0 ? lately : undefined
  // Who keeps up does what there is to do, which may be less than there is time for.
  const isKeepingUp = told === undefined || countLate(contacts, today) <= Math.max(1, load)
  const touchesOf = (pace: Pace | undefined): number => (pace === undefined ? 0 : touchesPerDay(pace))
  const rooms = [
    ['lately', Math.max(donePerDay, touchesOf(told))],
    // After a wider cadence less falls due for a while, and less is done: that says nothing about the time there is.
    ['before', touchesOf(before)],
    ['minutes', isKeepingUp ? touchesOf(byMinutes) : 0],
  ] as const
  const [roomOf, roomPerDay] = rooms.reduce((most, next) => (next[1] > most[1] ? next : most))
  if (told === undefined) return { pace: byMinutes, basis: 'minutes', roomOf, roomPerDay }
  const pace = isKeepingUp ? atLeast(told, Math.min(load, roomPerDay)) : told
  return { pace, basis: isGap ? 'before-gap' : 'lately', roomOf, roomPerDay }
}

/** Over a weekend some are cold at any pace. */
const LATE_DAYS = 3

/** How many are cold for longer than that, and were not so much as tried. */
function countLate(contacts: readonly ContactWithCadence[], today: CalendarDate): number {
  const day = epochDayOf(today)
  return contacts.filter(
    (contact) => isColdOn(contact, day) && day - contact.dueOn > LATE_DAYS && !contact.isTried,
  ).length
}
