import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '../../src/domain/calendar-date.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import { listNearlyDue } from '../../src/store/due-list.ts'
import { createNetkeep } from '../harness.ts'
import { addAll, ago, type Known, TODAY } from './known-contacts.ts'

/** By the definition, from what was told of them: nothing of it is read from the database. */
function slowly(contacts: readonly Known[], uids: readonly string[], percent: number): readonly string[] {
  return contacts
    .map((known, index) => {
      const anchor = ago(known.touchedAgo)
      const dueOn = addInterval(anchor, parseInterval(known.interval))
      const [left, days] = [daysBetween(TODAY, dueOn), daysBetween(anchor, dueOn)]
      return { ...known, uid: uids[index] ?? '', dueOn, left, days }
    })
    .filter(({ isPaused }) => isPaused !== true)
    .filter(({ left, days }) => left > 0 && left * 100 <= days * percent)
    .filter(({ snoozedFor, left }) => snoozedFor === undefined || snoozedFor <= left)
    .filter(({ triedAgo, touchedAgo }) => triedAgo === undefined || triedAgo > touchedAgo || triedAgo >= 3)
    .sort((a, b) => {
      // a.left / a.days < b.left / b.days, in whole numbers
      const fraction = a.left * b.days - b.left * a.days
      if (fraction !== 0) return fraction
      const keys = (line: typeof a): string => [line.dueOn, line.name.padEnd(20), line.uid].join(' ')
      return keys(a) < keys(b) ? -1 : 1
    })
    .map(({ uid }) => uid)
}

const LENGTHS = { '3d': 3, '10d': 10, '1w': 7, '2w': 14, '1m': 30, '2m': 61, '1q': 91, '1y': 365 } as const

/** Most of them in the last part of their interval, or a little before or after it. */
const someone: fc.Arbitrary<Known> = fc
  .record({
    name: fc.constantFrom('ada', 'bob', 'cid', 'dan', 'eve', 'ada king'),
    interval: fc.constantFrom(...(Object.keys(LENGTHS) as (keyof typeof LENGTHS)[])),
    partLeft: fc.integer({ min: -3, max: 25 }),
    triedAgo: fc.option(fc.nat(5), { nil: undefined, freq: 2 }),
    snoozedFor: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 2 }),
    isPaused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  })
  .map(({ partLeft, ...known }) => ({
    ...known,
    touchedAgo: Math.round((LENGTHS[known.interval] * (100 - partLeft)) / 100),
  }))

test('those who are nearly due are those in the last part of their interval, the least of it left first, whatever was snoozed, tried or paused', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 20, maxLength: 60, size: 'max' }),
      fc.constantFrom(10, 15, 20),
      (contacts, percent) => {
        const store = createNetkeep(TODAY).store()
        const expected = slowly(contacts, addAll(store, contacts), percent)
        for (const limit of [0, 1, 3, 1000])
          expect(listNearlyDue(store.db, TODAY, percent, limit)).toEqual(expected.slice(0, limit))
        found += expected.length
      },
    ),
    { seed: 20_261_122, numRuns: 40 },
  )
  expect(found).toBeGreaterThan(200)
}, 60_000)

describe('nearly due', () => {
  const nearlyDue = (...contacts: readonly Known[]): readonly string[] => {
    const store = createNetkeep(TODAY).store()
    const uids = addAll(store, contacts)
    return listNearlyDue(store.db, TODAY, 15, 100).map((uid) => contacts[uids.indexOf(uid)]?.name ?? '')
  }
  /** Due in so many days of its hundred. */
  const hundred = (name: string, left: number, more: Partial<Known> = {}): Known => ({
    name,
    interval: '100d',
    touchedAgo: 100 - left,
    ...more,
  })

  test('is whoever has 15 days of 100 left, or less, but not who is due', () => {
    expect(nearlyDue(hundred('a', 16), hundred('b', 15), hundred('c', 1), hundred('d', 0))).toEqual([
      'c',
      'b',
    ])
  })

  test('is nobody who is snoozed past the due date, also where the snooze ends within the last part', () => {
    expect(nearlyDue(hundred('a', 5, { snoozedFor: 6 }), hundred('b', 5, { snoozedFor: 5 }))).toEqual(['b'])
  })

  test('is nobody who was snoozed before and is due by the snooze: the plain due date is over', () => {
    expect(nearlyDue(hundred('a', -5, { snoozedFor: 3 }))).toEqual([])
  })

  test('is nobody who rests after an attempt, until the rest is over', () => {
    const tried = [0, 1, 2, 3].map((days) => hundred(`tried ${days} ago`, 5, { triedAgo: days }))
    expect(nearlyDue(...tried)).toEqual(['tried 3 ago'])
  })
})
