import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Snooze } from '../../src/domain/cadence.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { compareTouches, type StoredTouch, touchFactsOf } from '../../src/domain/touch-facts.ts'
import type { TouchpointKind } from '../../src/domain/touchpoint.ts'

const day = (text: string): CalendarDate => text as CalendarDate

/** `16 counted`: a touchpoint of 16 November, recorded in the order of the list, with its place in it as uid. */
function touches(...said: readonly string[]): readonly StoredTouch[] {
  return said.map((line, index) => {
    const [on, kind, noted] = line.split(' ')
    return {
      uid: String(index + 1),
      on: day(`2026-11-${on}`),
      recordedAt: String(index + 1),
      kind: kind as TouchpointKind,
      hasNote: noted === 'noted',
      helpSide: null,
    }
  })
}

const snoozedOn = (on: string, recordedAt: string): Snooze => ({
  until: day('2026-12-24'),
  setOn: day(on),
  recordedAt,
})

test('without touchpoints there is nothing to tell', () => {
  expect(touchFactsOf([], snoozedOn('2026-11-01', '0'))).toEqual({
    count: 0,
    lastOn: null,
    lastCounted: null,
    lastNoted: null,
    hasTouchSinceSnooze: false,
    unanswered: 0,
    lastAttemptOn: null,
    balance: { given: 0, asked: 0, received: 0, asksSinceGive: 0 },
  })
})

test('the latest counted touchpoint is the one of the latest day, whenever it was recorded', () => {
  expect(
    touchFactsOf(touches('16 counted', '12 counted', '18 light', '19 attempt'), null).lastCounted?.uid,
  ).toBe('1')
})

test('of two counted touchpoints on one day, the one recorded last is the latest', () => {
  expect(touchFactsOf(touches('16 counted', '16 counted'), null).lastCounted?.uid).toBe('2')
})

test('attempts since the last counted touchpoint are unanswered; light touches answer nothing', () => {
  const facts = touchFactsOf(
    touches('10 attempt', '11 counted', '12 attempt', '13 light', '14 attempt'),
    null,
  )
  expect(facts).toMatchObject({ unanswered: 2, lastAttemptOn: '2026-11-14' })
})

test('a counted touchpoint answers every attempt before it', () => {
  const facts = touchFactsOf(touches('10 attempt', '12 attempt', '12 counted'), null)
  expect(facts).toMatchObject({ unanswered: 0, lastAttemptOn: null })
})

test('an attempt recorded on the day of the last counted touchpoint, but after it, is unanswered', () => {
  expect(touchFactsOf(touches('12 counted', '12 attempt'), null)).toMatchObject({
    unanswered: 1,
    lastAttemptOn: '2026-11-12',
  })
})

test('an attempt recorded late, about a day before the last counted touchpoint, is answered', () => {
  expect(touchFactsOf(touches('12 counted', '11 attempt'), null).unanswered).toBe(0)
})

test('the newest note may stand at a touchpoint of any kind', () => {
  expect(touchFactsOf(touches('10 counted noted', '12 light noted', '14 counted'), null).lastNoted?.uid).toBe(
    '2',
  )
})

test('a counted touchpoint recorded after a snooze, dated on or after the day it was set, ends it', () => {
  const hasTouchSince = (said: string, snooze: Snooze): boolean =>
    touchFactsOf(touches(said), snooze).hasTouchSinceSnooze
  expect(hasTouchSince('12 counted', snoozedOn('2026-11-12', '0'))).toBe(true)
  expect(hasTouchSince('11 counted', snoozedOn('2026-11-12', '0'))).toBe(false)
  expect(hasTouchSince('13 counted', snoozedOn('2026-11-12', '2'))).toBe(false)
  expect(hasTouchSince('13 attempt', snoozedOn('2026-11-12', '0'))).toBe(false)
  expect(hasTouchSince('13 light', snoozedOn('2026-11-12', '0'))).toBe(false)
})

test('a touchpoint that ended a snooze need not be the latest', () => {
  const facts = touchFactsOf(touches('12 counted', '20 counted'), snoozedOn('2026-11-12', '0'))
  expect(facts).toMatchObject({ hasTouchSinceSnooze: true, lastCounted: { uid: '2' } })
})

test('the order in which touchpoints are read does not matter', () => {
  const touch = fc.record({
    uid: fc.constantFrom('a', 'b', 'c', 'd'),
    on: fc.constantFrom(day('2026-11-10'), day('2026-11-11'), day('2026-11-12')),
    recordedAt: fc.constantFrom('1', '2', '3'),
    kind: fc.constantFrom<TouchpointKind>('counted', 'attempt', 'light'),
    hasNote: fc.boolean(),
    helpSide: fc.constantFrom('gave', 'asked', 'got', null),
  })
  const distinct = fc.uniqueArray(touch, { comparator: (a, b) => compareTouches(a, b) === 0, maxLength: 8 })
  fc.assert(
    fc.property(distinct, fc.integer(), (list, turn) => {
      const snooze = snoozedOn('2026-11-11', '2')
      const middle = list.length === 0 ? 0 : Math.abs(turn) % list.length
      const turned = [...list.slice(middle), ...list.slice(0, middle)].reverse()
      expect(touchFactsOf(turned, snooze)).toEqual(touchFactsOf(list, snooze))
    }),
    { seed: 1 },
  )
})
