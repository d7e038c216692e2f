import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, weekdayOf } from '../../src/domain/calendar-date.ts'
import type { DateRange } from '../../src/domain/period.ts'
import {
  daysOfUnit,
  frozenUnits,
  STREAK_UNITS,
  type Streak,
  type StreakUnit,
  streakOf,
  unitAt,
} from '../../src/domain/streak.ts'
import { naiveStreak } from './naive-streak.ts'

const date = (text: string): CalendarDate => text as CalendarDate
const START = date('2026-01-05')
const DAYS = 84

interface History {
  readonly unit: StreakUnit
  readonly minimum: number
  readonly touches: ReadonlyMap<string, number>
  readonly freezes: readonly DateRange[]
  readonly today: CalendarDate
}

const someDay = fc.nat(DAYS).map((days) => addDays(START, days))
const range = fc.tuple(someDay, fc.nat(16)).map(([from, days]) => ({ from, to: addDays(from, days) }))
const history: fc.Arbitrary<History> = fc.record({
  unit: fc.constantFrom(...STREAK_UNITS),
  minimum: fc.constantFrom(1, 1, 2, 3),
  touches: fc
    .array(fc.tuple(someDay, fc.integer({ min: 1, max: 3 })), { maxLength: 90, size: 'max' })
    .map((pairs) => new Map<string, number>(pairs)),
  freezes: fc.array(range, { maxLength: 4 }),
  today: fc.integer({ min: 30, max: DAYS }).map((days) => addDays(START, days)),
})

/** As the store does it: the units with enough touches, and the rest is arithmetic on their numbers. */
function streakIn({ unit, minimum, touches, freezes, today }: History): Streak {
  const current = unitAt(unit, today)
  const byUnit = new Map<number, number>()
  for (const [day, count] of touches) {
    const index = unitAt(unit, date(day))
    const { from, to } = daysOfUnit(unit, index)
    if (from <= day && day <= to) byUnit.set(index, (byUnit.get(index) ?? 0) + count)
  }
  const reached = [...byUnit].filter(([index, count]) => index <= current && count >= minimum)
  return streakOf(
    reached.map(([index]) => index).sort((a, b) => a - b),
    frozenUnits(unit, freezes, current),
    current,
  )
}

describe('units', () => {
  test('a week is Monday to Sunday; weeks in a row have numbers in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const day = addDays(START, days)
        const { from, to } = daysOfUnit('week', unitAt('week', day))
        expect([weekdayOf(from), weekdayOf(to), from <= day && day <= to]).toEqual([1, 0, true])
        expect(unitAt('week', addDays(day, 7))).toBe(unitAt('week', day) + 1)
      }),
    )
  })

  test('a workday is itself; the one after Friday is Monday, and that is where a weekend belongs to', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const day = addDays(START, days)
        const { from, to } = daysOfUnit('workday', unitAt('workday', day))
        const ahead = { 6: 2, 0: 1 }[weekdayOf(day)] ?? 0
        expect([from, to]).toEqual([addDays(day, ahead), addDays(day, ahead)])
        const isFriday = weekdayOf(from) === 5
        expect(unitAt('workday', addDays(from, isFriday ? 3 : 1))).toBe(unitAt('workday', from) + 1)
      }),
    )
  })

  test('a freeze of a weekend freezes no workday', () => {
    expect(frozenUnits('workday', [{ from: date('2026-01-10'), to: date('2026-01-11') }], 99_999).size).toBe(
      0,
    )
    expect([
      ...frozenUnits('workday', [{ from: date('2026-01-09'), to: date('2026-01-12') }], 99_999),
    ]).toEqual([unitAt('workday', date('2026-01-09')), unitAt('workday', date('2026-01-12'))])
  })
})

describe('the streak', () => {
  const weeks = (looks: string): Streak => {
    const at = (letter: string): readonly number[] =>
      [...looks].flatMap((look, index) => (look === letter ? [index] : []))
    return streakOf(at('R'), new Set(at('F')), looks.length - 1)
  }

  test.each([
    ['.', { current: 0, longest: 0, frozen: 0 }],
    ['R', { current: 1, longest: 1, frozen: 0 }],
    ['RRR', { current: 3, longest: 3, frozen: 0 }],
    ['RRR.', { current: 3, longest: 3, frozen: 0 }],
    ['RRR..', { current: 0, longest: 3, frozen: 0 }],
    ['RR.R', { current: 1, longest: 2, frozen: 0 }],
    ['RRFR', { current: 3, longest: 3, frozen: 1 }],
    ['RRFF', { current: 2, longest: 2, frozen: 2 }],
    ['RRFF.', { current: 2, longest: 2, frozen: 2 }],
    ['RRF..', { current: 0, longest: 2, frozen: 0 }],
    ['RRRR.RFR.', { current: 2, longest: 4, frozen: 1 }],
    ['F', { current: 0, longest: 0, frozen: 1 }],
    ['.F.', { current: 0, longest: 0, frozen: 1 }],
  ])('of the weeks %s (reached, frozen, neither; the last is under way)', (looks, expected) => {
    expect(weeks(looks)).toMatchObject(expected)
  })

  test.each([
    ['RRFR', 1],
    ['RRFF', 2],
    ['FFR', 0],
    ['FRFF.', 2],
    ['FF', 0],
    ['F.', 0],
  ])('of the weeks %s a freeze carried it over %i', (looks, carriedOver) => {
    expect(weeks(looks)).toMatchObject({ carriedOver })
  })

  test('a week that was reached counts, frozen or not', () => {
    expect(streakOf([1, 2, 3], new Set([2, 3]), 3)).toMatchObject({ current: 3, longest: 3, frozen: 0 })
  })

  test('is what counting day by day gives', () => {
    fc.assert(
      fc.property(history, (told) => {
        const { unit, minimum, touches, freezes, today } = told
        expect(streakIn(told)).toEqual(naiveStreak(unit, minimum, touches, freezes, today))
      }),
      { seed: 20_261_122, numRuns: 2000 },
    )
  })

  test('freezing days never shortens it', () => {
    fc.assert(
      fc.property(history, range, (told, freeze) => {
        const before = streakIn(told)
        const after = streakIn({ ...told, freezes: [...told.freezes, freeze] })
        expect(after.current).toBeGreaterThanOrEqual(before.current)
        expect(after.longest).toBeGreaterThanOrEqual(before.longest)
      }),
      { numRuns: 1000 },
    )
  })

  test('a touch told later never shortens it', () => {
    fc.assert(
      fc.property(history, someDay, (told, day) => {
        const before = streakIn(told)
        const touches = new Map(told.touches).set(day, (told.touches.get(day) ?? 0) + 1)
        const after = streakIn({ ...told, touches })
        expect(after.current).toBeGreaterThanOrEqual(before.current)
        expect(after.longest).toBeGreaterThanOrEqual(before.longest)
      }),
      { numRuns: 1000 },
    )
  })

  test('a touch told later that fills the week missed joins the runs on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (before, after) => {
        const gap = `${'R'.repeat(before)}.${'R'.repeat(after)}`
        expect(weeks(gap)).toMatchObject({ current: after, longest: Math.max(before, after), frozen: 0 })
        const joined = before + 1 + after
        expect(weeks(gap.replace('.', 'R'))).toMatchObject({ current: joined, longest: joined, frozen: 0 })
        expect(weeks(gap.replace('.', 'F'))).toMatchObject({
          current: joined - 1,
          longest: joined - 1,
          frozen: 1,
        })
      }),
    )
  })
})
