import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { listCadences } from '../../src/store/cadences.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { countCold } from '../../src/store/due-list.ts'
import type { Store } from '../../src/store/open.ts'
import { getPlan } from '../../src/store/plan.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep } from '../harness.ts'
import { addAll, BARE_TOUCH } from './known-contacts.ts'
import { commands, perform } from './random-commands.ts'
import { countContactDays, randomHistory, seenTouches, TODAY, tell } from './random-history.ts'

interface ContactRow {
  readonly id: string
  readonly circle: string | null
  readonly interval: string | null
  readonly paused_on: string | null
  readonly prospect_on: string | null
  readonly deleted: number | null
  readonly merged_into: string | null
}

const MEAN_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.44, q: 91.31, y: 365.25 }
const meanDaysOf = (interval: string): number =>
  Number.parseInt(interval, 10) * (MEAN_DAYS[interval.slice(-1)] ?? 0)

/** The contacts with a cadence and their effective intervals, from the rows. */
function scheduledFromRows(store: Store): readonly { id: string; circle: string | null; interval: string }[] {
  const circles = store.db.prepare('SELECT id, interval FROM circle WHERE deleted IS NULL').all() as {
    id: string
    interval: string
  }[]
  const reached = new Set(
    seenTouches(store).flatMap(({ contact, recordedKind }) => (recordedKind === 'counted' ? [contact] : [])),
  )
  return (store.db.prepare('SELECT * FROM contact').all() as ContactRow[])
    .filter((row) => row.deleted === null && row.merged_into === null && row.paused_on === null)
    .filter((row) => row.prospect_on === null || reached.has(row.id))
    .flatMap((row) => {
      const circle = circles.find(({ id }) => id === row.circle)
      const interval = row.interval ?? circle?.interval
      return interval === undefined || interval === 'none'
        ? []
        : [{ id: row.id, circle: circle?.id ?? null, interval }]
    })
}

function expectAsCounted(store: Store, today: CalendarDate): void {
  const plan = getPlan(store.db, today, 3)
  const scheduled = scheduledFromRows(store)
  const load = (list: readonly { interval: string }[]): number =>
    list.reduce((sum, { interval }) => sum + 1 / meanDaysOf(interval), 0)
  const touches = seenTouches(store)
  const first = touches.map(({ on }) => on).toSorted()[0] ?? today
  const all = (store.db
    .prepare('SELECT min(touched_on) FROM touchpoint WHERE deleted IS NULL')
    .pluck()
    .get() ?? first) as CalendarDate
  const days = Math.min(56, Math.max(1, daysBetween(all, today) + 1))
  const isIn = (on: string): boolean => on > addDays(today, -days) && on <= today
  const counted = touches.filter(({ on, kind }) => isIn(on) && kind === 'counted')
  const done = (uids: readonly string[]): number =>
    countContactDays(counted.filter(({ contact }) => uids.includes(contact))) / days
  expect(plan.days).toBe(days)
  expect(plan.loadPerDay).toBeCloseTo(load(scheduled), 9)
  expect(plan.donePerDay).toBeCloseTo(countContactDays(counted) / days, 9)
  expect(plan.withCadencePerDay).toBeCloseTo(done(scheduled.map(({ id }) => id)), 9)
  expect(plan.roomPerDay).toBeGreaterThanOrEqual(plan.donePerDay)
  expect(plan.keepable).toBe(plan.proposals.length === 0 && plan.loadPerDay <= plan.roomPerDay + 1e-9)
  expect(plan.forecast.days[0]).toEqual({ on: today, cold: countCold(store.db, today) })
  expect(plan.contacts.size).toBe(scheduled.length)
  for (const { circle, contacts, loadPerDay, donePerDay } of plan.byCircle) {
    const members = scheduled.filter((contact) => contact.circle === (circle?.uid ?? null))
    expect(contacts).toBe(members.length)
    expect(loadPerDay).toBeCloseTo(load(members), 9)
    expect(donePerDay).toBeCloseTo(done(members.map(({ id }) => id)), 9)
  }
}

describe('the numbers of a plan', () => {
  test('equal a count of all rows one by one', () => {
    const cadence = fc.constantFrom(null, 'none', '10d', '2w', '3m', '1q', '1y')
    fc.assert(
      fc.property(randomHistory, fc.array(cadence, { minLength: 4, maxLength: 4 }), (history, cadences) => {
        const store = createNetkeep().store()
        tell(store, history)
        recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, ({ db }) => {
          const uids = db.prepare('SELECT id FROM contact ORDER BY name').pluck().all()
          const [inner] = db.prepare("SELECT id FROM circle WHERE name = 'inner'").pluck().all()
          const set = db.prepare('UPDATE contact SET interval = ?, circle = ? WHERE id = ?')
          uids.forEach((uid, index) => {
            set.run(cadences[index] ?? null, index % 2 === 0 ? inner : null, uid)
          })
        })
        expectAsCounted(store, TODAY)
      }),
      { seed: 20_261_123, numRuns: 60 },
    )
  }, 60_000)

  test('equal it after any commands', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const step of steps) await perform(netkeep, step)
        expectAsCounted(store, netkeep.today as CalendarDate)
      }),
      { seed: 20_261_123, numRuns: 8 },
    )
  }, 60_000)
})

describe('the contacts of a plan', () => {
  test('have the part of their touches that was kept, how long they are quiet, and whether they wait', () => {
    const store = createNetkeep().store()
    const [kept, late, snoozed] = addAll(store, [
      { name: 'Kept', interval: '73d', touchedAgo: 10 },
      { name: 'Late', interval: '1d', touchedAgo: 200 },
      { name: 'Snoozed', interval: '10d', touchedAgo: 20, snoozedFor: 3, triedAgo: 1 },
    ])
    const year = { from: addDays(TODAY, -364), to: TODAY }
    const known = listCadences(
      store.db,
      TODAY,
      year,
      new Map([
        [kept ?? '', 3],
        [snoozed ?? '', 1],
      ]),
    )
    expect(
      known.map(({ uid, keptShare, quietDays, isSnoozed, lateness, isUntouched, restsUntil }) => ({
        uid,
        keptShare,
        quietDays,
        isSnoozed,
        lateness,
        isUntouched,
        rests: restsUntil > 0,
      })),
    ).toEqual([
      {
        uid: kept,
        keptShare: 3 / 5,
        quietDays: 10,
        isSnoozed: false,
        lateness: -63 / 73,
        isUntouched: false,
        rests: false,
      },
      {
        uid: late,
        keptShare: 0,
        quietDays: 200,
        isSnoozed: false,
        lateness: 199,
        isUntouched: false,
        rests: false,
      },
      {
        uid: snoozed,
        keptShare: 1 / 36.5,
        quietDays: 20,
        isSnoozed: true,
        lateness: 1,
        isUntouched: false,
        rests: true,
      },
    ])
  })

  test('of less than an interval were asked for one touch', () => {
    const store = createNetkeep().store()
    const [uid = ''] = addAll(store, [{ name: 'New', interval: '1y', touchedAgo: 1 }])
    const days = { from: addDays(TODAY, -30), to: TODAY }
    expect(listCadences(store.db, TODAY, days, new Map([[uid, 1]]))[0]?.keptShare).toBe(1)
  })
})

describe('the forecast of a plan', () => {
  /** Somebody reached every day for two months, and two more who are cold. */
  function withPaceOfOne(isTodayDone: boolean): Store {
    const store = createNetkeep().store()
    const [daily = ''] = addAll(store, [
      { name: 'Daily', interval: '1d', touchedAgo: 61 },
      { name: 'Cold', interval: '100d', touchedAgo: 150 },
      { name: 'Colder', interval: '100d', touchedAgo: 160 },
    ])
    recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, (change) => {
      for (let daysAgo = isTodayDone ? 0 : 1; daysAgo <= 60; daysAgo++)
        insertTouchpoint(change, { ...BARE_TOUCH, on: addDays(TODAY, -daysAgo), kind: 'counted' }, [daily])
    })
    return store
  }
  const coldOf = (store: Store): readonly number[] =>
    getPlan(store.db, TODAY, 4).forecast.days.map(({ cold }) => cold)

  test('begins with what is left of today', () => {
    expect(coldOf(withPaceOfOne(false))).toEqual([2, 2, 1, 1])
    expect(coldOf(withPaceOfOne(true))).toEqual([2, 2, 2, 1])
  })

  test('knows who answered in the last year, not only of late', () => {
    const store = withPaceOfOne(true)
    const [tried = ''] = addAll(store, [{ name: 'Tried', interval: '1y', touchedAgo: 301 }])
    recordCommand(store, { typed: 'test', at: `${TODAY}T14:00:00Z` }, (change) => {
      for (let daysAgo = 279; daysAgo <= 300; daysAgo++)
        insertTouchpoint(change, { ...BARE_TOUCH, on: addDays(TODAY, -daysAgo), kind: 'attempt' }, [tried])
    })
    // 22 attempts of then; touches: 62 daily ones, two long ago and one before the attempts.
    expect(getPlan(store.db, TODAY, 1).pace.answered).toBeCloseTo(65 / 87, 9)
  })
})

describe('who keeps up', () => {
  const roomOf = (touchedAgo: number, triedAgo?: number): string => {
    const store = createNetkeep().store()
    const cold = ['Ada', 'Grace', 'Alan'].map((name) => ({ name, interval: '10d', touchedAgo, triedAgo }))
    addAll(store, [...cold, { name: 'Warm', interval: '10d', touchedAgo: 1 }])
    return getPlan(store.db, TODAY, 1).roomOf
  }

  test('has time for what the minutes of a day hold: nobody is cold for more than three days', () => {
    expect(roomOf(13)).toBe('minutes')
    expect(roomOf(14)).toBe('lately')
  })

  test('may have more than that cold who were tried, and have not answered', () => {
    expect(roomOf(14, 3)).toBe('minutes')
    // Tried before the latest touch is not tried since.
    expect(roomOf(14, 20)).toBe('lately')
  })
})
