import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { type Chain, extendChain, keepChain } from '../../src/domain/chain.ts'
import {
  formerStay,
  type Ground,
  lastYearTogether,
  PRESENT,
  presentStay,
  STRONGEST,
  strengthOfGround,
  strongestAt,
} from '../../src/domain/common-ground.ts'
import { strengthOfTie, weightOfFirst } from '../../src/domain/door.ts'

const today = '2026-11-22' as CalendarDate
const day = (text: string): CalendarDate => text as CalendarDate
const NAVY: Ground = { kind: 'employer', key: 'navy', on: null }

describe('the first step', () => {
  test.each([
    ['2026-11-22', '2026-12-06', 1],
    ['2025-11-22', '2026-12-06', 0.5],
    ['2025-11-22', '2026-11-22', 0.5],
    ['2025-11-22', '2026-11-21', 0.35],
    ['2025-11-22', null, 0.4],
    ['2027-01-01', null, 0.8],
  ])('touched on %s and due on %s weighs %d', (lastOn, plainDueOn, weight) => {
    const nearness = { lastOn: day(lastOn), plainDueOn: plainDueOn === null ? null : day(plainDueOn) }
    expect(weightOfFirst(nearness, today)).toBeCloseTo(weight, 10)
  })

  test('a later touch never makes it weigh less, and no weight is beyond 1', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(5000),
        fc.option(fc.integer({ min: 1, max: 3650 })),
        (a, b, interval) => {
          const weigh = (daysAgo: number): number => {
            const lastOn = addDays(today, -daysAgo)
            const plainDueOn = interval === null ? null : addDays(lastOn, interval)
            return weightOfFirst({ lastOn, plainDueOn }, today)
          }
          expect(weigh(Math.min(a, b))).toBeGreaterThanOrEqual(weigh(Math.max(a, b)))
          expect(weigh(a)).toBeGreaterThan(0)
          expect(weigh(a)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('what links two contacts', () => {
  test('relations come in the order of how near they are; one of the user’s own counts as much as knowing', () => {
    const strength = (relation: string): number => strengthOfTie({ kind: 'relation', relation })
    expect(
      [
        'family',
        'friend',
        'mentor',
        'reports-to',
        'client',
        'colleague',
        'knows',
        'bandmate',
        '__proto__',
      ].map(strength),
    ).toEqual([0.95, 0.9, 0.85, 0.8, 0.7, 0.65, 0.6, 0.6, 0.6])
  })

  test('an introduction that has not been made is weaker than one that was', () => {
    expect(
      (['met', 'made', 'offered'] as const).map((state) => strengthOfTie({ kind: 'introduction', state })),
    ).toEqual([0.6, 0.5, 0.1])
    expect(strengthOfTie({ kind: 'introduced-you' })).toBe(0.75)
    expect(strengthOfTie({ kind: 'offered-by' })).toBe(0.6)
  })

  test.each([
    ['both there now', presentStay(null, today), presentStay('2020-01-01', today), 0.55],
    [
      'both until this year',
      formerStay(null, '2026-01-01', today),
      formerStay(null, '2026-05-01', today),
      0.45,
    ],
    [
      'one left five years before the other came to be known',
      formerStay(null, '2021-03-01', today),
      presentStay('2022-01-01', today),
      0.15,
    ],
    [
      'one left five years ago, the other was there before',
      formerStay(null, '2021-03-01', today),
      presentStay('2021-09-01', today),
      0.225,
    ],
    ['nobody knows when', formerStay(null, null, today), presentStay('2000-01-01', today), 0.15],
    [
      'long ago is as good as twenty years ago',
      formerStay(null, '1950-01-01', today),
      formerStay(null, '1930-01-01', today),
      0.45 / 16,
    ],
  ])('an employer, %s', (_, a, b, strength) => {
    expect(strengthOfGround(NAVY, a, b, today)).toBeCloseTo(strength, 10)
    expect(strengthOfGround(NAVY, b, a, today)).toBeCloseTo(strength, 10)
  })

  test('a group, and an event that counts less each year', () => {
    const event = (on: string): number =>
      strengthOfGround({ kind: 'event', key: 'e', on: day(on) }, PRESENT, PRESENT, today)
    expect(strengthOfGround({ kind: 'group', key: 'g', on: null }, PRESENT, PRESENT, today)).toBe(
      STRONGEST.group,
    )
    expect(STRONGEST).toMatchObject({ group: 0.5, event: 0.3 })
    expect(event('2026-12-24')).toBe(0.3)
    expect(event('2026-11-22')).toBe(0.3)
    expect(event('2025-11-22')).toBeCloseTo(0.15, 10)
  })

  test('nothing at an employer is stronger than the bound by which it may be passed over', () => {
    const date = fc.option(fc.integer({ min: -9000, max: 400 }).map((days) => addDays(today, days)))
    const stay = fc.oneof(
      date.map((since) => presentStay(since, today)),
      fc.tuple(date, date).map(([since, until]) => formerStay(since, until, today)),
    )
    fc.assert(
      fc.property(stay, stay, (a, b) => {
        const bound = strongestAt(NAVY, b, today)
        expect(strengthOfGround(NAVY, a, b, today)).toBeLessThanOrEqual(bound)
        expect(bound).toBeLessThanOrEqual(STRONGEST[b.isOver ? 'former' : 'present'])
      }),
    )
  })

  test('the last year together is the one in which the first of them left', () => {
    const until = (date: string | null) => formerStay(null, date, today)
    expect(lastYearTogether(until('2019-04-01'), until('2021-01-01'))).toBe(2019)
    expect(lastYearTogether(until('2019-04-01'), presentStay(null, today))).toBe(2019)
    expect(lastYearTogether(until('2019-04-01'), until(null))).toBeNull()
    expect(lastYearTogether(presentStay(null, today), presentStay(null, today))).toBeNull()
  })
})

test('of the chains to one contact the best are kept, each through another first contact', () => {
  const chain = (first: string, weight: number): Chain =>
    extendChain(
      { contacts: [{ uid: first, nameKey: first }], links: [], weight },
      { kind: 'tie', tie: { kind: 'introduced-you' } },
      1,
      { uid: 'target', nameKey: 'target' },
    )
  const kept: Chain[] = []
  const given: readonly (readonly [string, number])[] = [
    ['ada', 0.2],
    ['bob', 0.5],
    ['cid', 0.1],
    ['bob', 0.4],
    ['ada', 0.5],
    ['dee', 0.15],
    ['cid', 0.1],
  ]
  for (const [first, weight] of given) keepChain(kept, chain(first, weight), 3)
  expect(kept.map(({ contacts, weight }) => [contacts[0]?.uid, weight])).toEqual([
    ['ada', 0.5],
    ['bob', 0.5],
    ['dee', 0.15],
  ])
})
