import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, weekdayOf } from '../../src/domain/calendar-date.ts'
import { isGap } from '../../src/domain/gap.ts'
import { addInterval } from '../../src/domain/interval.ts'
import {
  type DaysAhead,
  orderForRestart,
  type Revivable,
  spreadRestart,
  weeklyLoad,
} from '../../src/domain/restart.ts'
import type { Returning } from '../../src/domain/restart-agenda.ts'
import { isFrozenBy } from '../../src/domain/streak.ts'

const day = (text: string): CalendarDate => text as CalendarDate
/** A Monday. */
const MONDAY = day('2026-11-23')

/** Last touched so many days ago. */
const contact = (name: string, quiet: number, interval: number, minutes = 5): Revivable => ({
  uid: name,
  nameKey: name,
  anchorOn: addDays(MONDAY, -quiet),
  dueOn: addDays(MONDAY, interval - quiet),
  interval: { count: interval, unit: 'd' },
  intervalDays: interval,
  minutes,
})
const ahead = (given: Partial<DaysAhead> = {}): DaysAhead => ({
  today: MONDAY,
  minutes: 15,
  isFrozen: () => false,
  returning: [],
  isTooMuch: false,
  ...given,
})
/** Somebody who falls due anyway on this day, and then not for long. */
const due = (on: string, minutes: number): Returning => ({
  on: day(on),
  interval: { count: 10, unit: 'y' },
  minutes,
})
/** Who starts on which day. */
const starts = (contacts: readonly Revivable[], given: Partial<DaysAhead> = {}): Record<string, string> =>
  Object.fromEntries(spreadRestart(contacts, ahead(given)).map(({ contact, on }) => [contact.uid, on]))
const names = (contacts: readonly Revivable[]): readonly string[] =>
  orderForRestart(contacts, MONDAY).map(({ uid }) => uid)

describe('the order of a restart', () => {
  test('has a contact quiet for 30 days on a two-week interval before one quiet for 200 days on a yearly one', () => {
    expect(
      names([contact('yearly', 400, 365), contact('200 on 90', 200, 90), contact('inner', 30, 14)]),
    ).toEqual(['inner', '200 on 90', 'yearly'])
  })

  test('counts half as long ago as much as half the interval; then the due date decides, then the name', () => {
    expect(names([contact('b', 40, 30), contact('c', 60, 20), contact('a', 60, 20)])).toEqual(['a', 'c', 'b'])
  })
})

describe('the days of a restart', () => {
  const four = ['a', 'b', 'c', 'd'].map((name, index) => contact(name, 100 + index, 14))

  test('begin today, and each holds what fits into its minutes', () => {
    expect(starts(four)).toEqual({ a: '2026-11-23', b: '2026-11-23', c: '2026-11-23', d: '2026-11-24' })
  })

  test('are Mondays to Fridays', () => {
    const friday = { today: day('2026-11-27'), minutes: 10 }
    expect(starts(four, friday)).toEqual({
      a: '2026-11-27',
      b: '2026-11-27',
      c: '2026-11-30',
      d: '2026-11-30',
    })
    expect(starts(four, { today: day('2026-11-28') })).toMatchObject({ a: '2026-11-30', d: '2026-12-01' })
  })

  test('are not those that are frozen', () => {
    const isFrozen = isFrozenBy([{ from: day('2026-11-23'), to: day('2026-11-25') }])
    expect(starts(four, { isFrozen })).toMatchObject({ a: '2026-11-26', d: '2026-11-27' })
  })

  test('leave room for those who fall due anyway, and for those who are still there from the day before', () => {
    const returning = [due('2026-11-23', 10), ...Array<Returning>(4).fill(due('2026-11-24', 5))]
    expect(starts(four, { returning })).toEqual({
      a: '2026-11-23',
      b: '2026-11-25',
      c: '2026-11-25',
      d: '2026-11-26',
    })
  })

  test('have those who fall due on a weekend on the Monday after it', () => {
    const returning = [due('2026-11-28', 5), due('2026-11-29', 5)]
    expect(starts(four, { today: day('2026-11-28'), returning })).toMatchObject({
      a: '2026-11-30',
      b: '2026-12-01',
    })
  })

  test('leave room for those who started and fall due again, as often as they do', () => {
    const three = ['a', 'b', 'c'].map((name) => contact(name, 10, 7))
    const later = ['x', 'y', 'z', 'zz'].map((name) => contact(name, 500, 365))
    // Mondays are those of a, b and c.
    const wall = Array.from({ length: 26 }, (_, index) => contact(`w${index}`, 600 + index, 365))
    const planned = starts([...three, ...later, ...wall])
    expect(planned).toMatchObject({ a: '2026-11-23', c: '2026-11-23', x: '2026-11-24', zz: '2026-11-25' })
    expect(Object.values(planned).filter((on) => ['2026-11-30', '2026-12-07'].includes(on))).toEqual([])
    expect(planned).toMatchObject({ w7: '2026-11-27', w8: '2026-12-01', w20: '2026-12-08' })
  })

  test('pass over the full ones; after ten of them one starts all the same', () => {
    const returning = Array<Returning>(100).fill(due('2026-11-23', 5))
    expect(starts(four, { returning })).toMatchObject({ a: '2026-12-07', b: '2026-12-22' })
  })

  test('have one start on each, full or not, where the cadences ask for more than the minutes hold', () => {
    const returning = Array<Returning>(100).fill(due('2026-11-24', 5))
    expect(starts(four, { returning, isTooMuch: true })).toEqual({
      a: '2026-11-23',
      b: '2026-11-23',
      c: '2026-11-23',
      d: '2026-11-24',
    })
    expect(starts(four, { today: day('2026-11-24'), returning, isTooMuch: true })).toEqual({
      a: '2026-11-24',
      b: '2026-11-25',
      c: '2026-11-26',
      d: '2026-11-27',
    })
  })

  test('lack what the first one of the day before took beyond its minutes', () => {
    const returning = [due('2026-11-23', 10)]
    expect(starts([contact('a', 90, 14, 15), contact('b', 91, 14, 10)], { returning })).toEqual({
      a: '2026-11-23',
      b: '2026-11-24',
    })
    const later = [...returning, due('2026-11-24', 5)]
    expect(starts([contact('a', 90, 14, 15), contact('b', 91, 14, 10)], { returning: later })).toEqual({
      a: '2026-11-23',
      b: '2026-11-25',
    })
  })

  test('take a contact that needs more than the minutes of a day all the same, alone', () => {
    expect(starts([contact('a', 90, 14, 20), contact('b', 91, 14, 1)])).toEqual({
      a: '2026-11-23',
      b: '2026-11-24',
    })
  })

  test('do not let a short one in before a longer one that found no room', () => {
    expect(starts([contact('a', 90, 14, 10), contact('b', 91, 14, 10), contact('c', 92, 14, 5)])).toEqual({
      a: '2026-11-23',
      b: '2026-11-24',
      c: '2026-11-24',
    })
  })

  test('end with the last day there is, where all others are frozen', () => {
    const today = day('9999-01-01')
    const isFrozen = isFrozenBy([{ from: today, to: day('9999-12-31') }])
    expect(starts(four, { today, isFrozen })).toMatchObject({ a: '9999-12-31', d: '9999-12-31' })
  })
})

describe('a gap', () => {
  const frozen = isFrozenBy([{ from: day('2026-11-10'), to: day('2026-11-12') }])

  test('is 14 days without a touchpoint, today among them; frozen ones do not count', () => {
    expect(isGap(day('2026-11-09'), MONDAY, () => false)).toBe(true)
    expect(isGap(day('2026-11-10'), MONDAY, () => false)).toBe(false)
    expect(isGap(day('2026-11-07'), MONDAY, frozen)).toBe(false)
    expect(isGap(day('2026-11-06'), MONDAY, frozen)).toBe(true)
    expect(isGap(addDays(MONDAY, 3), MONDAY, () => false)).toBe(false)
  })
})

test('a week asks for a touch for each interval, and holds what its Mondays to Fridays have minutes for', () => {
  const [fortnightly, monthly] = [
    { interval: { count: 2, unit: 'w' }, minutes: 5, contacts: 10 },
    { interval: { count: 4, unit: 'w' }, minutes: 10, contacts: 20 },
  ] as const
  const load = weeklyLoad([fortnightly, monthly], 15)
  expect([load.asked, load.held].map((number) => number.toFixed(6))).toEqual(['10.000000', '10.000000'])
  expect(load.isTooMuch).toBe(false)
  expect(weeklyLoad([fortnightly, { ...monthly, contacts: 21 }], 15)).toMatchObject({ isTooMuch: true })
  expect(weeklyLoad([], 15)).toEqual({ asked: 0, held: Infinity, isTooMuch: false })
})

test('a contact that takes more than the minutes of a day takes all of them', () => {
  const calls = { interval: { count: 1, unit: 'm' }, minutes: 40, contacts: 90 } as const
  expect(weeklyLoad([calls], 15).held.toFixed(6)).toBe('5.000000')
})

const someone = fc.record({
  quiet: fc.integer({ min: 1, max: 900 }),
  interval: fc.constantFrom(7, 14, 42, 91, 365),
  minutes: fc.constantFrom(3, 5, 10, 15, 40),
})
const somedays = fc.record({
  start: fc.nat(6),
  minutes: fc.constantFrom(5, 15, 30, 60),
  frozen: fc.array(fc.tuple(fc.nat(40), fc.nat(9)), { maxLength: 3 }),
  returning: fc.array(
    fc.record({
      after: fc.nat(40),
      minutes: fc.integer({ min: 1, max: 60 }),
      interval: fc.constantFrom(7, 30, 91),
    }),
    { maxLength: 10 },
  ),
  isTooMuch: fc.boolean(),
})

test('whatever is planned: each has a day, in the order, on open days alone, and nobody starts on a full one unless none started for two weeks', () => {
  let onFullDays = 0
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 60 }), somedays, (people, days) => {
      const today = addDays(MONDAY, days.start)
      const { minutes, isTooMuch } = days
      const contacts = people.map((one, index) => contact(`${index}`, one.quiet, one.interval, one.minutes))
      const frozen = days.frozen.map(([from, length]) => ({
        from: addDays(today, from),
        to: addDays(today, from + length),
      }))
      const returning = days.returning.map(({ after, interval, ...one }) => ({
        ...one,
        on: addDays(today, after),
        interval: { count: interval, unit: 'd' } as const,
      }))
      const isFrozen = isFrozenBy(frozen)
      const planned = spreadRestart(contacts, { today, minutes, isFrozen, returning, isTooMuch })

      expect(planned.map(({ contact }) => contact)).toEqual(orderForRestart(contacts, today))
      const daysUsed = planned.map(({ on }) => on)
      expect(daysUsed).toEqual(daysUsed.toSorted())
      const isOpen = (on: CalendarDate): boolean => ![0, 6].includes(weekdayOf(on)) && !isFrozen(on)
      expect(daysUsed.filter((on) => on < today || !isOpen(on))).toEqual([])

      // Day by day: those who are due have their turn, the ones who were due first and the closest first, and are due again.
      const cap = ({ minutes: effort }: { minutes: number }): number => Math.min(effort, minutes)
      const asking: { on: CalendarDate; interval: Revivable['interval']; minutes: number }[] = [...returning]
      let budget = 0
      let passedOver = 0
      for (let on = today; on <= (daysUsed.at(-1) ?? ''); on = addDays(on, 1)) {
        if (!isOpen(on)) continue
        budget = Math.min(budget, 0) + minutes
        asking.sort(
          (a, b) => daysBetween(b.on, a.on) || a.interval.count - b.interval.count || a.minutes - b.minutes,
        )
        while (budget > 0 && asking[0] !== undefined && asking[0].on <= on) {
          const [next = asking[0]] = asking.splice(0, 1)
          budget -= cap(next)
          asking.push({ ...next, on: addInterval(on, next.interval) })
        }
        const started = planned.filter((start) => start.on === on).map(({ contact }) => contact)
        asking.push(...started.map((one) => ({ ...one, on: addInterval(on, one.interval) })))
        if (budget > 0) {
          expect(started.length).toBeGreaterThan(0)
          const [first, ...others] = started
          budget -= first === undefined ? 0 : cap(first)
          for (const other of others) {
            expect(cap(other)).toBeLessThanOrEqual(budget)
            budget -= cap(other)
          }
          const next = planned.find((start) => start.on > on)?.contact
          if (next !== undefined) expect(cap(next)).toBeGreaterThan(budget)
          passedOver = 0
        } else if (isTooMuch || passedOver === 10) {
          expect(started).toHaveLength(1)
          onFullDays++
          passedOver = 0
        } else {
          expect(started).toEqual([])
          passedOver++
        }
      }
    }),
    { seed: 20_261_122, numRuns: 200 },
  )
  expect(onFullDays).toBeGreaterThan(60)
})
