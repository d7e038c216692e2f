import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import { findProperty } from '../../../src/formats/calendar/property.ts'
import { daysOfRule } from '../../../src/formats/calendar/recurrence.ts'
import { findRule } from '../../../src/formats/calendar/rule.ts'

function days(rule: string, start: string, from = start, to = '2026-12-31', budget = { left: 100_000 }) {
  const property = findProperty(`RRULE:${rule}`)
  const found = property && findRule(property, ({ day }) => day)
  if (found === undefined) return undefined
  return daysOfRule(
    found,
    start as CalendarDate,
    { from: from as CalendarDate, to: to as CalendarDate },
    budget,
  )
}

/** The examples of RFC 5545, section 3.8.5.3. */
describe('a repeated event is on', () => {
  test.each([
    ['FREQ=DAILY;COUNT=3', '2026-01-30', ['2026-01-30', '2026-01-31', '2026-02-01']],
    ['FREQ=DAILY;INTERVAL=10;COUNT=3', '1997-09-02', ['1997-09-02', '1997-09-12', '1997-09-22']],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      ['1997-09-02', '1997-09-04', '1997-09-16', '1997-09-18'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05',
      ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', ['1997-09-05', '1997-10-03', '1997-11-07']],
    ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22', ['1997-09-22', '1997-10-20', '1997-11-17']],
    ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3', '1997-09-28', ['1997-09-28', '1997-10-29', '1997-11-28']],
    ['FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '1998-02-13', ['1998-02-13', '1998-03-13']],
    [
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1997-09-04',
      ['1997-09-04', '1997-10-07', '1997-11-06'],
    ],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=2', '1997-09-29', ['1997-09-29', '1997-10-30']],
    [
      'FREQ=YEARLY;COUNT=4;BYMONTH=6,7',
      '1997-06-10',
      ['1997-06-10', '1997-07-10', '1998-06-10', '1998-07-10'],
    ],
    ['FREQ=YEARLY;BYDAY=20MO;COUNT=2', '1997-05-19', ['1997-05-19', '1998-05-18']],
    ['FREQ=YEARLY;COUNT=2', '2024-02-29', ['2024-02-29']],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2',
      '1996-11-05',
      ['1996-11-05', '2000-11-07'],
    ],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2004-01-02', []],
    ['FREQ=DAILY;UNTIL=20260103', '2026-01-01', ['2026-01-01', '2026-01-02', '2026-01-03']],
  ])('%s from %s', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected)
  })

  test('the days of the window only, however long ago it began', () => {
    const budget = { left: 10 }
    expect(days('FREQ=WEEKLY', '1900-01-01', '2026-11-01', '2026-11-16', budget)).toEqual([
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ])
  })

  test('no day where the rule is one within a day or by numbers of weeks', () => {
    for (const rule of [
      'FREQ=SECONDLY',
      'FREQ=HOURLY;COUNT=3',
      'FREQ=YEARLY;BYWEEKNO=20',
      'FREQ=YEARLY;BYYEARDAY=1',
    ])
      expect(days(rule, '2026-01-01')).toBeUndefined()
  })

  test.each([
    'INTERVAL=999999999',
    'INTERVAL=-1',
    'INTERVAL=0',
    'COUNT=99999999999999999999',
    'COUNT=0',
    'BYMONTH=0',
    'BYSETPOS=0;BYDAY=MO',
    'BYMONTHDAY=0,1',
  ])('no day where a part of it cannot be: %s', (part) => {
    expect(days(`FREQ=DAILY;${part}`, '2026-01-01')).toBeUndefined()
  })

  test('no day where following it would take too long', () => {
    expect(
      days('FREQ=DAILY;COUNT=1000000', '1900-01-01', '2026-01-01', '2026-01-02', { left: 1000 }),
    ).toBeUndefined()
  })
})

/** Not with BYSETPOS: there ical.js begins with the first day of the set whatever its place. */
test('the days are those of ical.js, where that comes to an end', () => {
  const some = <T>(values: readonly T[], most: number) =>
    fc
      .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most })
      .map((chosen) => chosen.join(','))
  const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const nth = weekday.flatMap((name) => [`1${name}`, `2${name}`, `-1${name}`])
  const interval = fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3')
  const rule = fc.oneof(
    fc.constant('FREQ=DAILY'),
    some(weekday, 3).map((list) => `FREQ=WEEKLY;BYDAY=${list}`),
    fc.constant('FREQ=WEEKLY'),
    some(nth, 2).map((list) => `FREQ=MONTHLY;BYDAY=${list}`),
    some([1, 5, 15, 28], 2).map((list) => `FREQ=MONTHLY;BYMONTHDAY=${list}`),
    some([2, 6, 11], 2).map((list) => `FREQ=YEARLY;BYMONTH=${list};BYMONTHDAY=10`),
    some(nth, 1).map((list) => `FREQ=YEARLY;BYMONTH=5;BYDAY=${list}`),
  )
  const start = fc
    .integer({ min: 0, max: 4000 })
    .map((day) => new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      fc.tuple(rule, interval),
      start,
      fc.integer({ min: 1, max: 12 }),
      ([text, every], first, count) => {
        const whole = `${text}${every};COUNT=${count}`
        const iterator = ICAL.Recur.fromString(whole).iterator(ICAL.Time.fromDateString(first))
        const theirs = Array.from({ length: count }, () => iterator.next()?.toString().slice(0, 10)).filter(
          (day) => day !== undefined && day <= '2026-12-31',
        )
        expect([whole, first, days(whole, first)]).toEqual([whole, first, theirs])
      },
    ),
    { numRuns: 500 },
  )
})
