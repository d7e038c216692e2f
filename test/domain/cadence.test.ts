import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activeSnoozeOf,
  type Cadence,
  type CadenceFacts,
  cadenceOf,
  coldFrom,
  daysOverdueOn,
  endsSnooze,
  explainCadence,
  latenessOn,
  type Standing,
  standingOn,
} from '../../src/domain/cadence.ts'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { type IntervalUnit, parseInterval } from '../../src/domain/interval.ts'

const day = (text: string): CalendarDate => text as CalendarDate

interface Says {
  readonly every?: string | null
  readonly touched?: string
  readonly trackedFrom?: string
  readonly snoozedUntil?: string
  readonly tried?: string
  readonly isPaused?: boolean
  readonly isProspect?: boolean
  readonly hasTouchSinceSnooze?: boolean
  readonly restDays?: number
}

/** A contact tracked from 1 November 2026, every two weeks: due on the 15th. */
function facts(says: Says = {}): CadenceFacts {
  return {
    interval: says.every === null ? null : parseInterval(says.every ?? '2w'),
    isPaused: says.isPaused ?? false,
    isProspect: says.isProspect ?? false,
    trackedFrom: day(says.trackedFrom ?? '2026-11-01'),
    snooze:
      says.snoozedUntil === undefined
        ? null
        : { until: day(says.snoozedUntil), setOn: day('2026-11-10'), recordedAt: '5' },
    lastCountedOn: says.touched === undefined ? null : day(says.touched),
    hasTouchSinceSnooze: says.hasTouchSinceSnooze ?? false,
    lastAttemptOn: says.tried === undefined ? null : day(says.tried),
    attemptRestDays: says.restDays ?? 3,
  }
}

const standing = (says: Says, today: string): Standing => standingOn(cadenceOf(facts(says)), day(today))

describe('where a contact stands', () => {
  test.each<[string, Says, string, Standing]>([
    ['the day it is added', {}, '2026-11-01', 'warm'],
    ['the day before its due date', {}, '2026-11-14', 'warm'],
    ['on its due date', {}, '2026-11-15', 'due'],
    ['the day after its interval ends', {}, '2026-11-16', 'cold'],
    ['years later', {}, '2036-11-16', 'cold'],
    ['before the day it is tracked from', {}, '2026-10-01', 'warm'],

    ['touched on its due date, that day', { touched: '2026-11-15' }, '2026-11-15', 'warm'],
    ['touched on its due date, a day before the next', { touched: '2026-11-15' }, '2026-11-28', 'warm'],
    ['touched on its due date, on the next', { touched: '2026-11-15' }, '2026-11-29', 'due'],
    ['touched before it was tracked, on its due date', { touched: '2026-10-20' }, '2026-11-03', 'due'],
    ['touched before it was tracked, a day later', { touched: '2026-10-20' }, '2026-11-04', 'cold'],

    ['without interval', { every: null }, '2036-01-01', 'unscheduled'],
    ['paused', { isPaused: true }, '2036-01-01', 'unscheduled'],
    ['a prospect, though tried', { isProspect: true, tried: '2026-11-10' }, '2036-01-01', 'unscheduled'],
    ['a prospect that was reached', { isProspect: true, touched: '2026-11-15' }, '2026-11-29', 'due'],
    [
      'without interval, though snoozed and tried',
      { every: null, snoozedUntil: '2036-01-02', tried: '2036-01-01' },
      '2036-01-01',
      'unscheduled',
    ],

    ['snoozed past its due date, the day before that', { snoozedUntil: '2026-11-20' }, '2026-11-14', 'warm'],
    ['snoozed past its due date, on that', { snoozedUntil: '2026-11-20' }, '2026-11-15', 'snoozed'],
    ['the day before a snooze is over', { snoozedUntil: '2026-11-20' }, '2026-11-19', 'snoozed'],
    ['the day a snooze is over', { snoozedUntil: '2026-11-20' }, '2026-11-20', 'due'],
    ['the day after a snooze is over', { snoozedUntil: '2026-11-20' }, '2026-11-21', 'cold'],
    ['snoozed until its due date, on that', { snoozedUntil: '2026-11-15' }, '2026-11-15', 'due'],
    [
      'snoozed until before its due date, on the snooze date',
      { snoozedUntil: '2026-11-12' },
      '2026-11-12',
      'warm',
    ],
    ['snoozed until before its due date, after it', { snoozedUntil: '2026-11-12' }, '2026-11-16', 'cold'],
    [
      'after a touch that ended the snooze, on the old snooze date',
      { snoozedUntil: '2026-11-28', touched: '2026-11-12', hasTouchSinceSnooze: true },
      '2026-11-26',
      'due',
    ],

    ['tried while warm', { tried: '2026-11-12' }, '2026-11-14', 'warm'],
    ['tried three days before its due date, on that', { tried: '2026-11-12' }, '2026-11-15', 'due'],
    ['tried two days before its due date, on that', { tried: '2026-11-13' }, '2026-11-15', 'snoozed'],
    ['tried two days before its due date, the day after', { tried: '2026-11-13' }, '2026-11-16', 'cold'],
    ['the last day of the rest', { tried: '2026-11-20' }, '2026-11-22', 'snoozed'],
    ['three days after an attempt, from the old due date on', { tried: '2026-11-20' }, '2026-11-23', 'cold'],
    ['with a rest of no days', { tried: '2026-11-20', restDays: 0 }, '2026-11-20', 'cold'],
    [
      'tried in a snooze that lasts longer, when the rest is over',
      { tried: '2026-11-16', snoozedUntil: '2026-11-25' },
      '2026-11-19',
      'snoozed',
    ],
    [
      'tried at the end of a snooze, when the snooze is over',
      { tried: '2026-11-24', snoozedUntil: '2026-11-25' },
      '2026-11-25',
      'snoozed',
    ],
    [
      'tried at the end of a snooze, when the rest is over',
      { tried: '2026-11-24', snoozedUntil: '2026-11-25' },
      '2026-11-27',
      'cold',
    ],
  ])('%s', (_, says, today, expected) => {
    expect(standing(says, today)).toBe(expected)
  })
})

test('a contact without interval has no timetable, and a paused one neither', () => {
  expect(cadenceOf(facts({ every: null }))).toBeNull()
  expect(cadenceOf(facts({ isPaused: true }))).toBeNull()
})

test('an attempt leaves the due date, and lateness counts from it', () => {
  const cadence = cadenceOf(facts({ tried: '2026-11-20' }))
  expect(cadence).toEqual({
    interval: { count: 2, unit: 'w' },
    anchorOn: '2026-11-01',
    plainDueOn: '2026-11-15',
    dueOn: '2026-11-15',
    intervalDays: 14,
    restsUntil: '2026-11-23',
  })
  expect(cadence && daysOverdueOn(cadence, day('2026-11-23'))).toBe(8)
})

test('a later snooze moves the due date, while the days of the interval stay', () => {
  expect(cadenceOf(facts({ snoozedUntil: '2026-12-24' }))).toMatchObject({
    plainDueOn: '2026-11-15',
    dueOn: '2026-12-24',
    intervalDays: 14,
  })
})

test('the days of an interval are those of its months', () => {
  expect(cadenceOf(facts({ every: '1m', touched: '2026-01-31' }))).toMatchObject({
    dueOn: '2026-02-28',
    intervalDays: 28,
  })
  expect(cadenceOf(facts({ every: '1m', touched: '2026-03-01' }))).toMatchObject({
    dueOn: '2026-04-01',
    intervalDays: 31,
  })
})

describe('a counted touchpoint', () => {
  const snooze = { until: day('2026-12-24'), setOn: day('2026-11-10'), recordedAt: '5' }

  test.each([
    ['recorded after the snooze, dated later: ends it', '6', '2026-11-11', true],
    ['recorded after the snooze, dated the day it was set: ends it', '6', '2026-11-10', true],
    ['recorded after the snooze, dated earlier: leaves it', '6', '2026-11-09', false],
    ['recorded before the snooze on the same day: leaves it', '4', '2026-11-10', false],
    ['recorded before the snooze, dated later: leaves it', '4', '2026-11-11', false],
    ['recorded with the snooze: leaves it', '5', '2026-11-10', false],
  ])('%s', (_, recordedAt, on, ends) => {
    expect(endsSnooze({ on: day(on), recordedAt }, snooze)).toBe(ends)
  })

  test('that ended the snooze leaves nothing to wait for', () => {
    expect(activeSnoozeOf({ snooze, hasTouchSinceSnooze: false })).toBe('2026-12-24')
    expect(activeSnoozeOf({ snooze, hasTouchSinceSnooze: true })).toBeNull()
    expect(activeSnoozeOf({ snooze: null, hasTouchSinceSnooze: false })).toBeNull()
  })
})

test.each([
  ['1w', '2026-11-29', 21, 3],
  ['1y', '2026-11-15', 14, 14 / 365],
  ['2w', '2026-11-15', 0, 0],
  ['2w', '2026-11-08', -7, -0.5],
])('lateness is days overdue by days of the interval: %s on %s', (every, today, days, lateness) => {
  const trackedFrom = every === '1y' ? '2025-11-01' : '2026-11-01'
  const cadence = cadenceOf(facts({ every, trackedFrom }))
  expect(cadence && daysOverdueOn(cadence, day(today))).toBe(days)
  expect(cadence && latenessOn(cadence, day(today))).toBe(lateness)
})

describe('why a contact is on the list', () => {
  const why = (says: Says, today: string): string => {
    const cadence = cadenceOf(facts(says))
    return cadence === null ? '' : explainCadence(cadence, day(today), says.touched !== undefined)
  }

  test('without a touch', () => {
    expect(why({}, '2026-11-22')).toBe(
      'tracked from 2026-11-01 + 2w = 2026-11-15; 7 days overdue / 14 = lateness 0.50',
    )
  })

  test('after a touch, one day late', () => {
    expect(why({ touched: '2026-11-07' }, '2026-11-22')).toBe(
      'last touch 2026-11-07 + 2w = 2026-11-21; 1 day overdue / 14 = lateness 0.07',
    )
  })

  test('after a snooze, resting', () => {
    expect(why({ snoozedUntil: '2026-11-18', tried: '2026-11-21' }, '2026-11-22')).toBe(
      'tracked from 2026-11-01 + 2w = 2026-11-15; waits until 2026-11-18; tried, rests until 2026-11-24; 4 days overdue / 14 = lateness 0.29',
    )
  })
})

const someDay = fc.integer({ min: 0, max: 120 }).map((days) => addDays(day('2026-01-01'), days))
const cadences: fc.Arbitrary<Cadence | null> = fc
  .record({
    count: fc.integer({ min: 1, max: 9 }),
    unit: fc.constantFrom<IntervalUnit>('d', 'w', 'm'),
    trackedFrom: someDay,
    lastCountedOn: fc.option(someDay),
    snoozedUntil: fc.option(someDay),
    lastAttemptOn: fc.option(someDay),
    attemptRestDays: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ count, unit, snoozedUntil, ...rest }) =>
    cadenceOf({
      ...rest,
      interval: { count, unit },
      isPaused: false,
      isProspect: false,
      hasTouchSinceSnooze: false,
      snooze: snoozedUntil === null ? null : { until: snoozedUntil, setOn: snoozedUntil, recordedAt: '1' },
    }),
  )

test('a contact is cold exactly from the day it turns cold on', () => {
  fc.assert(
    fc.property(cadences, (cadence) => {
      if (cadence === null) throw new Error('has an interval')
      for (let today = day('2025-12-25'); today < '2027-03-01'; today = addDays(today, 1)) {
        expect(standingOn(cadence, today) === 'cold').toBe(today >= coldFrom(cadence))
      }
    }),
    { seed: 1, numRuns: 60 },
  )
})
