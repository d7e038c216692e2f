import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { STREAK_UNITS } from '../../src/domain/streak.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import type { Store } from '../../src/store/open.ts'
import { storeSetting } from '../../src/store/settings.ts'
import { getStreak, insertFreeze } from '../../src/store/streak.ts'
import { naiveStreak } from '../domain/naive-streak.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { commands, perform } from './random-commands.ts'
import { countContactDays, randomHistory, seenTouches, TODAY, tell } from './random-history.ts'

/** Touches on each day, counted from the rows. */
function touchesByDay(store: Store): ReadonlyMap<string, number> {
  const counted = seenTouches(store).filter(({ kind }) => kind === 'counted')
  const days = new Set(counted.map(({ on }) => on))
  return new Map([...days].map((day) => [day, countContactDays(counted.filter(({ on }) => on === day))]))
}

function expectAsCounted(store: Store, today: CalendarDate): void {
  const streak = getStreak(store.db, today)
  const { unit, minimum, current, longest, frozen, carriedOver, freezes, done, unitStart, unitEnd } = streak
  const touches = touchesByDay(store)
  expect({ current, longest, frozen, carriedOver }).toEqual(
    naiveStreak(unit, minimum, touches, freezes, today),
  )
  const inUnit = [...touches].filter(([day]) => unitStart <= day && day <= unitEnd)
  expect(done).toBe(inUnit.reduce((sum, [, count]) => sum + count, 0))
  expect(streak.isReached).toBe(done >= minimum)
}

describe('the streak of what is recorded', () => {
  test('equals a count of all rows day by day, on any day', () => {
    const freeze = fc.tuple(fc.nat(130), fc.nat(20))
    fc.assert(
      fc.property(
        randomHistory,
        fc.constantFrom(...STREAK_UNITS),
        fc.constantFrom(1, 1, 2, 4),
        fc.array(freeze, { maxLength: 3 }),
        fc.nat(40),
        (history, unit, minimum, freezes, daysAgo) => {
          const store = createNetkeep().store()
          tell(store, history)
          recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, ({ db }) => {
            storeSetting(db, 'streak-unit', unit)
            storeSetting(db, 'streak-minimum', String(minimum))
            for (const [start, length] of freezes) {
              const from = addDays(TODAY, -start)
              insertFreeze(db, { from, to: addDays(from, length) })
            }
          })
          expectAsCounted(store, addDays(TODAY, -daysAgo))
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    )
  }, 60_000)

  test('after any commands equals a count day by day; undoing them all leaves none', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const step of steps) await perform(netkeep, step)
        expectAsCounted(store, netkeep.today as CalendarDate)
        await netkeep.ok('undo', '100')
        expect(getStreak(store.db, netkeep.today as CalendarDate)).toMatchObject({
          current: 0,
          longest: 0,
          frozen: 0,
          freezes: [],
        })
      }),
      { seed: 20_261_122, numRuns: 15 },
    )
  }, 60_000)

  test('does not depend on the order in which touchpoints are told', async () => {
    const days = ['2026-11-02', '2026-11-10', '2026-11-16', '2026-11-20']
    const told = async (order: readonly string[]): Promise<object> => {
      const netkeep = createNetkeep()
      await netkeep.ok('add', 'Grace Hopper')
      for (const day of order) await netkeep.ok('log', 'grace', '--on', day)
      return netkeep.json('streak')
    }
    expect(await told(days)).toEqual(await told(days.toReversed()))
    expect(await told(days)).toMatchObject({ current: 3, longest: 3 })
  })

  test('is found by steps through the index of days', () => {
    const store = createNetkeep().store()
    const plans = plansOf(store, () => getStreak(store.db, TODAY))
    expect(plans).toContain('SEARCH touchpoint USING COVERING INDEX touchpoint_day (touched_on>?)')
    expect(plans).toContain('SEARCH t USING COVERING INDEX touchpoint_day (touched_on>? AND touched_on<?)')
    expect(plans).toContain('SEARCH x USING COVERING INDEX touchpoint_contact_touchpoint (touchpoint=?)')
  })
})
