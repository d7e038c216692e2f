import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, weekdayOf } from '../../src/domain/calendar-date.ts'
import { type DaysAhead, orderForRestart, type Revivable, spreadRestart } from '../../src/domain/restart.ts'

const day = (text: string): CalendarDate => text as CalendarDate
/** A Monday. */
const MONDAY = day('2026-11-23')

/** Last touched so many days ago. */
const contact = (name: string, quiet: number, interval: number, minutes = 5): Revivable => ({
  uid: name,
  nameKey: name,
  anchorOn: addDays(MONDAY, -quiet),
  dueOn: addDays(MONDAY, interval - quiet),
  intervalDays: interval,
  minutes,
})
const ahead = (given: Partial<DaysAhead> = {}): DaysAhead => ({
  today: MONDAY,
  minutes: 15,
  frozen: [],
  taken: new Map(),
  ...given,
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
    const frozen = [{ from: day('2026-11-23'), to: day('2026-11-25') }]
    expect(starts(four, { frozen })).toMatchObject({ a: '2026-11-26', d: '2026-11-27' })
  })

  test('leave room for those who fall due anyway, yet one contact starts on each', () => {
    const taken = new Map([
      [MONDAY, 10],
      [day('2026-11-24'), 500],
    ])
    expect(starts(four, { taken })).toEqual({
      a: '2026-11-23',
      b: '2026-11-24',
      c: '2026-11-25',
      d: '2026-11-25',
    })
  })

  test('have those who fall due on a weekend on the Monday after it', () => {
    const taken = new Map([
      [day('2026-11-28'), 5],
      [day('2026-11-29'), 5],
    ])
    expect(starts(four, { today: day('2026-11-28'), taken })).toMatchObject({
      a: '2026-11-30',
      b: '2026-12-01',
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
    const frozen = [{ from: today, to: day('9999-12-31') }]
    expect(starts(four, { today, frozen })).toMatchObject({ a: '9999-12-31', d: '9999-12-31' })
  })
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
  taken: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 60 })), { maxLength: 30 }),
})

test('whatever is planned: each has a day, in the order, on open days alone, and none has more than its minutes unless one starts on it', () => {
  let startsOnFullDays = 0
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 60 }), somedays, (people, days) => {
      const today = addDays(MONDAY, days.start)
      const contacts = people.map(({ quiet, interval, minutes }, index) =>
        contact(`${index}`, quiet, interval, minutes),
      )
      const frozen = days.frozen.map(([from, length]) => ({
        from: addDays(today, from),
        to: addDays(today, from + length),
      }))
      const taken = new Map(days.taken.map(([after, minutes]) => [addDays(today, after), minutes]))
      const planned = spreadRestart(contacts, { today, minutes: days.minutes, frozen, taken })

      expect(planned.map(({ contact }) => contact)).toEqual(orderForRestart(contacts, today))
      const daysUsed = planned.map(({ on }) => on)
      expect(daysUsed).toEqual(daysUsed.toSorted())
      const isOpen = (on: CalendarDate): boolean =>
        ![0, 6].includes(weekdayOf(on)) && !frozen.some(({ from, to }) => from <= on && on <= to)
      expect(daysUsed.filter((on) => on < today || !isOpen(on))).toEqual([])

      // Day by day: what the closed days before it held over, and what falls due on it.
      let heldOver = 0
      for (let after = 0; after <= daysBetween(today, daysUsed.at(-1) ?? today); after++) {
        const on = addDays(today, after)
        heldOver += taken.get(on) ?? 0
        if (!isOpen(on)) continue
        const started = planned.filter((start) => start.on === on).map(({ contact }) => contact.minutes)
        const sum = started.reduce((total, minutes) => total + minutes, heldOver)
        if (started.length > 1) expect(sum).toBeLessThanOrEqual(days.minutes)
        else if (sum > days.minutes) startsOnFullDays++
        if (contacts.length > 0) expect(started.length).toBeGreaterThan(0)
        const next = planned.find((start) => start.on > on)?.contact.minutes ?? Infinity
        expect(sum + next).toBeGreaterThan(days.minutes)
        heldOver = 0
      }
    }),
    { seed: 20_261_122, numRuns: 200 },
  )
  expect(startsOnFullDays).toBeGreaterThan(100)
})
