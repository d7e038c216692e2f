/** Reads what a plan is made from, and makes it. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import type { Circle } from '../domain/circle.ts'
import { forecastOf } from '../domain/forecast.ts'
import { atLeast, evenPace, type Pace, paceOf, paceRange, touchesPerDay } from '../domain/pace.ts'
import { daysIn } from '../domain/period.ts'
import type { CircleLoad, Plan } from '../domain/plan.ts'
import { proposalsFor } from '../domain/proposal.ts'
import { loadPerDay } from '../domain/spread.ts'
import { type ContactWithCadence, listCadences } from './cadences.ts'
import { listCircles } from './circles.ts'
import type { Database } from './driver.ts'
import { countCold } from './due-list.ts'
import { attemptRestDays, dailyMinutes } from './settings.ts'
import { listFreezes } from './streak.ts'
import { minutesByChannel } from './time-spent.ts'
import { countReachedByDay, countTouchesByContact, type ReachedCount } from './touch-days.ts'
import { countTouches, firstTouchpointDay } from './touches.ts'

/** @param ahead how many days the forecast has, today included. */
export function getPlan(db: Database, today: CalendarDate, ahead: number): Plan {
  const contacts = listCadences(db, today)
  const circles = listCircles(db)
  const range = paceRange(firstTouchpointDay(db), today)
  const days = daysIn(range)
  const perDay = (touches: number): number => touches / days
  const reached = countReachedByDay(db, { from: addDays(today, -364), to: today })
  const load = loadPerDay(contacts.map(({ interval }) => interval))
  const donePerDay = perDay(countTouches(db, range))
  const touchesOf = countTouchesByContact(db, range)
  const doneWith = (members: readonly ContactWithCadence[]): number =>
    perDay(members.reduce((sum, { uid }) => sum + (touchesOf.get(uid) ?? 0), 0))
  const cold = countCold(db, today)
  const isFrozen = frozenDays(db)
  const inRange = reached.filter(({ on }) => on >= range.from)
  const told = paceOf(inRange, range, reached, isFrozen)
  const minutes = dailyMinutes(db)
  const assumed = evenPace(minutes / minutesByChannel(db)('message'))
  const pace = told === undefined ? assumed : isKeepingUp(told, load, cold) ? atLeast(told, load) : told
  const room = donePerDay > 0 ? donePerDay : touchesPerDay(assumed)
  return {
    loadPerDay: load,
    donePerDay,
    days,
    withCadencePerDay: doneWith(contacts),
    keepable: donePerDay >= load,
    byCircle: loadByCircle(contacts, circles, doneWith),
    cold,
    pace,
    isAssumed: told === undefined,
    dailyMinutes: minutes,
    // The simulation moves its contacts on.
    forecast: forecastOf(
      contacts.map((contact) => ({ ...contact })),
      {
        today,
        days: ahead,
        pace,
        isFrozen,
        reachedToday: reachedOn(reached, today),
        restDays: attemptRestDays(db),
      },
    ),
    names: new Map(contacts.map(({ uid, name }) => [uid, name])),
    proposals: donePerDay >= load ? [] : proposalsFor(contacts, circles, room),
  }
}

/** Somebody who keeps up does what there is to do, which in some weeks is less than the cadences ask for in the long run. */
const NEARLY_ALL = 0.8

/** Whether less than a day's worth is cold. */
function isKeepingUp(pace: Pace, load: number, cold: number): boolean {
  return cold < Math.max(1, load) && touchesPerDay(pace) >= load * NEARLY_ALL
}

function frozenDays(db: Database): (day: CalendarDate) => boolean {
  const freezes = listFreezes(db)
  return (day) => freezes.some(({ from, to }) => from <= day && day <= to)
}

function reachedOn(days: readonly ReachedCount[], day: CalendarDate): number {
  return days.find(({ on }) => on === day)?.reached ?? 0
}

function loadByCircle(
  contacts: readonly ContactWithCadence[],
  circles: readonly Circle[],
  doneWith: (members: readonly ContactWithCadence[]) => number,
): readonly CircleLoad[] {
  return [...circles, null].flatMap((circle) => {
    const members = contacts.filter((contact) => contact.circle === (circle?.uid ?? null))
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
