/** Reads what a plan is made from, and makes it. */
import { addDays, type CalendarDate, epochDayOf } from '../domain/calendar-date.ts'
import type { Circle } from '../domain/circle.ts'
import { forecastOf } from '../domain/forecast.ts'
import {
  atLeast,
  MOST_PACE_DAYS,
  type Pace,
  paceOf,
  paceRange,
  paceUntil,
  reachedPerDay,
  touchesPerDay,
  workdayPace,
} from '../domain/pace.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import type { CircleLoad, Plan } from '../domain/plan.ts'
import { proposalsFor } from '../domain/proposal.ts'
import { isColdOn } from '../domain/simulation.ts'
import { isAtMost, loadPerDay } from '../domain/spread.ts'
import { isFrozenBy } from '../domain/streak.ts'
import { type ContactWithCadence, listCadences } from './cadences.ts'
import { listCircles } from './circles.ts'
import type { Database } from './driver.ts'
import { countCold } from './due-list.ts'
import { attemptRestDays, dailyMinutes } from './settings.ts'
import { shortIdsAmong } from './short-ids.ts'
import { listFreezes } from './streak.ts'
import { minutesByChannel } from './time-spent.ts'
import { countReachedByDay, countTouchesByContact, type ReachedCount } from './touch-days.ts'
import { countTouches, firstTouchpointDay } from './touches.ts'

const YEAR_DAYS = 365

/** @param ahead how many days the forecast has, today included. */
export function getPlan(db: Database, today: CalendarDate, ahead: number): Plan {
  const circles = listCircles(db)
  const first = firstTouchpointDay(db)
  const isFrozen = isFrozenBy(listFreezes(db))
  const reached = countReachedByDay(db, { from: addDays(today, 1 - YEAR_DAYS), to: today })
  const lastReachedOn = reached.at(-1)?.on
  const until = paceUntil(
    reached.map(({ on }) => on),
    today,
    isFrozen,
  )
  const year = { from: addDays(until, 1 - YEAR_DAYS), to: until }
  const contacts = listCadences(db, today, year, countTouchesByContact(db, year))
  const idOf = shortIdsAmong(db.prepare('SELECT id FROM contact').pluck().all() as string[])
  const load = loadPerDay(contacts.map(({ interval }) => interval))

  const range = paceRange(first, today)
  const touchesOf = countTouchesByContact(db, range)
  const doneWith = (members: readonly ContactWithCadence[]): number =>
    members.reduce((sum, { uid }) => sum + (touchesOf.get(uid) ?? 0), 0) / daysIn(range)
  const donePerDay = countTouches(db, range) / daysIn(range)

  const cold = countCold(db, today)
  const isAnybody = donePerDay > 0 || reached.length > 0
  // Today is not over yet.
  const lastDay = until === today ? addDays(today, -1) : until
  const told = isAnybody ? toldPace(reached, paceRange(first, lastDay), isFrozen) : undefined
  const minutes = dailyMinutes(db)
  const messageMinutes = minutesByChannel(db)('message')
  const byMinutes = workdayPace(Math.max(1, Math.floor(minutes / messageMinutes)))
  // Who keeps up does what there is to do, which may be less than there is time for.
  const isKeepingUp = told === undefined || countLate(contacts, today) <= Math.max(1, load)
  // After a wider cadence less falls due for a while, and less is done: that says nothing about the time there is.
  const range2 = paceRange(first, addDays(lastDay, -MOST_PACE_DAYS))
  const before =
    isAnybody && daysIn(range2) === MOST_PACE_DAYS ? toldPace(reached, range2, isFrozen) : undefined
  const rooms = [
    ['lately', Math.max(donePerDay, told === undefined ? 0 : touchesPerDay(told))],
    ['before', before === undefined ? 0 : touchesPerDay(before)],
    ['minutes', isKeepingUp ? touchesPerDay(byMinutes) : 0],
  ] as const
  const [roomOf, room] = rooms.reduce((most, next) => (next[1] > most[1] ? next : most))
  const pace = told === undefined ? byMinutes : isKeepingUp ? atLeast(told, Math.min(load, room)) : told
  return {
    loadPerDay: load,
    donePerDay,
    days: daysIn(range),
    withCadencePerDay: doneWith(contacts),
    roomPerDay: room,
    roomOf,
    paceMinutes: (reachedPerDay(pace) * 7 * messageMinutes) / 5,
    keepable: isAtMost(load, room),
    byCircle: loadByCircle(contacts, circles, doneWith),
    cold,
    pace,
    basis: told === undefined ? 'minutes' : until === today ? 'lately' : 'before-gap',
    lastReachedOn: lastReachedOn ?? null,
    dailyMinutes: minutes,
    // The simulation moves its contacts on.
    forecast: forecastOf(
      contacts.map((contact) => ({ ...contact })),
      {
        today,
        days: ahead,
        pace,
        isFrozen,
        reachedToday: reached.find(({ on }) => on === today)?.reached ?? 0,
        restDays: attemptRestDays(db),
      },
    ),
    contacts: new Map(contacts.map(({ uid, name }) => [uid, { uid, id: idOf(uid), name }])),
    proposals: proposalsFor(contacts, circles, room),
  }
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

function loadByCircle(
  contacts: readonly ContactWithCadence[],
  circles: readonly Circle[],
  doneWith: (members: readonly ContactWithCadence[]) => number,
): readonly CircleLoad[] {
  const known = new Set<string | null>(circles.map(({ uid }) => uid))
  return [...circles, null].flatMap((circle) => {
    const members = contacts.filter((contact) =>
      circle === null ? !known.has(contact.circle) : contact.circle === circle.uid,
    )
    if (circle === null && members.length === 0) return []
    return [
      {
        circle,
        contacts: members.length,
        loadPerDay: loadPerDay(members.map(({ interval }) => interval)),
        donePerDay: doneWith(members),
      },
    ]
  })
}
