/** The forecast of a plan, out of a database with a year of touchpoints, beside what becomes of the next year. */
import { describe, expect, test } from 'vitest'
import { createWorld, isWorkday, type World } from '../../bench/policy/world.ts'
import { addDays, type CalendarDate, dateOfEpochDay, epochDayOf } from '../../src/domain/calendar-date.ts'
import { NEARLY_DUE_PERCENT } from '../../src/domain/day-plan.ts'
import { formatInterval } from '../../src/domain/interval.ts'
import { byLateness, isColdOn, type SimulatedContact, simulate } from '../../src/domain/simulation.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { insertContact } from '../../src/store/contacts.ts'
import type { Store } from '../../src/store/open.ts'
import { getPlan } from '../../src/store/plan.ts'
import { insertFreeze } from '../../src/store/streak.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep } from '../harness.ts'
import { BARE_TOUCH, NO_FIELDS } from './known-contacts.ts'

const YEAR = 365

interface Reached {
  readonly uid: string
  readonly on: CalendarDate
  readonly isAnswered: boolean
}

/** Plays both years; what was done in the first, and how many were cold on each day of the second. */
function playOut(world: World): { readonly done: readonly Reached[]; readonly cold: readonly number[] } {
  const begin = epochDayOf(world.from) + YEAR
  const done: Reached[] = world.contacts.map(({ uid, lastOn }) => ({
    uid,
    on: dateOfEpochDay(lastOn),
    isAnswered: true,
  }))
  const isAnswered = (contact: Readonly<SimulatedContact>, day: number): boolean => {
    const answers = world.isAnswered(contact, day)
    if (day < begin) done.push({ uid: contact.uid, on: dateOfEpochDay(day), isAnswered: answers })
    return answers
  }
  const cold: number[] = []
  const course = { ...world, rank: byLateness, earlyPercent: NEARLY_DUE_PERCENT, isAnswered }
  for (const day of simulate(world.contacts, course)) {
    if (day >= begin) cold.push(world.contacts.filter((contact) => isColdOn(contact, day)).length)
  }
  return { done, cold }
}

/** The first year as somebody would have logged it, the holidays frozen. */
function tell(store: Store, world: World, done: readonly Reached[]): void {
  recordCommand(store, { typed: 'test', at: `${addDays(world.from, YEAR)}T08:00:00Z` }, (change) => {
    const uids = new Map(
      world.contacts.map(({ uid, interval }, index) => {
        const name = `Contact ${String(index).padStart(3, '0')}`
        const cadence = { circle: null, interval: formatInterval(interval) }
        return [uid, insertContact(change, { ...NO_FIELDS, name }, cadence, addDays(world.from, -YEAR))]
      }),
    )
    for (const { uid, on, isAnswered } of done) {
      const kind = isAnswered ? 'counted' : 'attempt'
      insertTouchpoint(change, { ...BARE_TOUCH, on, kind }, [uids.get(uid) ?? ''])
    }
    for (let day = epochDayOf(world.from); day < epochDayOf(world.from) + world.days; day++) {
      const on = dateOfEpochDay(day)
      if ((day + 3) % 7 < 5 && !isWorkday(day)) insertFreeze(change.db, { from: on, to: on })
    }
  })
}

/** What a plan shows unless it is asked for more. */
const SHOWN = 84

const shareOf = (counts: readonly number[], contacts: number): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length / contacts

describe('the forecast of a plan, out of a year of touchpoints', () => {
  const worlds = [0.6, 0.9, 1.05, 1.3].flatMap((share) => [3, 5].map((seed) => [share, seed] as const))

  test.each(worlds)(
    'at %f of the capacity is within 3 points of what then happens (world %i)',
    (share, seed) => {
      const make = (): World => createWorld({ seed, share, days: 2 * YEAR })
      const { done, cold } = playOut(make())
      const world = make()
      const today = addDays(world.from, YEAR)
      const store = createNetkeep(today).store()
      tell(store, world, done)
      const { forecast } = getPlan(store.db, today, YEAR)
      const told = forecast.days.map((day) => day.cold)
      expect(told[0]).toBe(cold[0])
      const error = (days: number): number =>
        Math.abs(
          shareOf(told.slice(0, days), world.contacts.length) -
            shareOf(cold.slice(0, days), world.contacts.length),
        )
      expect(error(YEAR)).toBeLessThan(0.03)
      expect(error(SHOWN)).toBeLessThan(0.015)
    },
  )
})
