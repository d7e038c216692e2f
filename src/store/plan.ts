/** Reads what a plan is made from, and makes it. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Circle } from '../domain/circle.ts'
import { forecastOf } from '../domain/forecast.ts'
import { paceRange, reachedPerDay } from '../domain/pace.ts'
import { daysIn } from '../domain/period.ts'
import type { CircleLoad, Plan } from '../domain/plan.ts'
import { proposalsFor } from '../domain/proposal.ts'
import { isAtMost, loadPerDay } from '../domain/spread.ts'
import { isFrozenBy } from '../domain/streak.ts'
import { type ContactWithCadence, listCadences } from './cadences.ts'
import { listCircles } from './circles.ts'
import type { Database } from './driver.ts'
import { countCold } from './due-list.ts'
import { getReachOuts, getRoom } from './pace.ts'
import { attemptRestDays, dailyMinutes } from './settings.ts'
import { shortIdsAmong } from './short-ids.ts'
import { listFreezes } from './streak.ts'
import { minutesByChannel } from './time-spent.ts'
import { countTouchesByContact } from './touch-days.ts'
import { countTouches, firstTouchpointDay } from './touches.ts'

/** @param ahead how many days the forecast has, today included. */
export function getPlan(db: Database, today: CalendarDate, ahead: number): Plan {
  const isFrozen = isFrozenBy(listFreezes(db))
  const reachOuts = getReachOuts(db, today, isFrozen)
  const { year } = reachOuts
  const contacts = listCadences(db, today, year, countTouchesByContact(db, year))
  const circles = listCircles(db)
  const load = loadPerDay(contacts.map(({ interval }) => interval))

  const range = paceRange(firstTouchpointDay(db), today)
  const touchesOf = countTouchesByContact(db, range)
  const doneWith = (members: readonly ContactWithCadence[]): number =>
    members.reduce((sum, { uid }) => sum + (touchesOf.get(uid) ?? 0), 0) / daysIn(range)
  const donePerDay = countTouches(db, range) / daysIn(range)

  const minutes = { ofDay: dailyMinutes(db), ofMessage: minutesByChannel(db)('message') }
  const { pace, basis, roomPerDay, roomOf } = getRoom(reachOuts, contacts, today, donePerDay, minutes)
  const idOf = shortIdsAmong(db.prepare('SELECT id FROM contact').pluck().all() as string[])
  return {
    loadPerDay: load,
    donePerDay,
    days: daysIn(range),
    withCadencePerDay: doneWith(contacts),
    roomPerDay,
    roomOf,
    keepable: isAtMost(load, roomPerDay),
    byCircle: loadByCircle(contacts, circles, doneWith),
    cold: countCold(db, today),
    pace,
    paceMinutes: (reachedPerDay(pace) * 7 * minutes.ofMessage) / 5,
    basis,
    lastReachedOn: reachOuts.lastOn,
    dailyMinutes: minutes.ofDay,
    // The simulation moves its contacts on.
    forecast: forecastOf(
      contacts.map((contact) => ({ ...contact })),
      {
        today,
        days: ahead,
        pace,
        isFrozen,
        reachedToday: reachOuts.days.find(({ on }) => on === today)?.reached ?? 0,
        restDays: attemptRestDays(db),
      },
    ),
    contacts: new Map(contacts.map(({ uid, name }) => [uid, { uid, id: idOf(uid), name }])),
    proposals: proposalsFor(contacts, circles, roomPerDay),
  }
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
