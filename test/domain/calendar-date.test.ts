import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addToDate,
  type CalendarDate,
  calendarDateOf,
  type DateUnit,
  datePartsOf,
  daysBetween,
  epochDayOf,
  isCalendarDate,
  laterDate,
  weekdayOf,
} from '../../src/domain/calendar-date.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const dates = fc.integer({ min: -60_000, max: 60_000 }).map((days) => addDays(day('2026-11-22'), days))

test.each(['1800-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])('%s is a day', (text) => {
  expect(isCalendarDate(text)).toBe(true)
})

test.each([
  ['there is no such day', '2026-02-30'],
  ['not a leap year', '2026-02-29'],
  ['a century without a leap day', '1900-02-29'],
  ['no such month', '2026-13-01'],
  ['month 0', '2026-00-10'],
  ['day 0', '2026-01-00'],
  ['the day before the first', '1799-12-31'],
  ['year 0', '0000-01-01'],
  ['five digits', '10000-01-01'],
  ['no zeros', '2026-1-5'],
  ['a time', '2026-01-05T00:00:00Z'],
  ['a space', ' 2026-01-05'],
  ['a line end', '2026-01-05\n'],
  ['Arabic digits', '٢٠٢٦-٠١-٠٥'],
  ['nothing', ''],
])('%s: %j is no day', (_, text) => {
  expect(isCalendarDate(text)).toBe(false)
})

test('a day is made of its numbers, and of no others', () => {
  expect(calendarDateOf(2026, 1, 5)).toBe('2026-01-05')
  expect(calendarDateOf(2026, 2, 29)).toBeUndefined()
  expect(calendarDateOf(20_260, 1, 5)).toBeUndefined()
  expect(datePartsOf(day('2026-01-05'))).toEqual({ year: 2026, month: 1, day: 5 })
})

test.each([
  ['2026-11-22', 1, 'day', '2026-11-23'],
  ['2026-12-31', 1, 'day', '2027-01-01'],
  ['2026-03-01', -1, 'day', '2026-02-28'],
  ['2026-11-22', 2, 'week', '2026-12-06'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2026-01-31', 2, 'month', '2026-03-31'],
  ['2024-01-31', 1, 'month', '2024-02-29'],
  ['2026-03-31', -1, 'month', '2026-02-28'],
  ['2026-11-30', 3, 'month', '2027-02-28'],
  ['2024-02-29', 1, 'year', '2025-02-28'],
  ['2024-02-29', 4, 'year', '2028-02-29'],
  ['2096-02-29', 4, 'year', '2100-02-28'],
  ['9999-12-01', 1, 'month', '9999-12-31'],
  ['9995-01-01', 10, 'year', '9999-12-31'],
  ['1800-01-10', -1, 'month', '1800-01-01'],
] as const)('%s + %i %s = %s', (from, count, unit, to) => {
  expect(addToDate(day(from), count, unit satisfies DateUnit)).toBe(to)
})

test.each([
  ['1970-01-01', 0],
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['2000-03-01', 11_017],
])('%s is day %i of the epoch', (text, count) => {
  expect(epochDayOf(day(text))).toBe(count)
})

test.each([
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-01-01', '2027-01-01', 365],
  ['2026-01-02', '2026-01-01', -1],
])('from %s to %s there are %i days, whatever the clocks do', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days)
})

test('a sum of days and the days between agree on any two days', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }),
    { seed: 1 },
  )
})

test('as text, dates are in the order of the days', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect(a < b).toBe(epochDayOf(a) < epochDayOf(b))
    }),
    { seed: 1 },
  )
})

test('weekdays go from 0 for Sunday to 6 for Saturday', () => {
  const week = [
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ]
  expect(week.map((text) => weekdayOf(day(text)))).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(weekdayOf(day('1800-01-01'))).toBe(3)
})

test('the later of two dates is taken, and a missing one never', () => {
  expect(laterDate(day('2026-01-01'), day('2026-01-02'))).toBe('2026-01-02')
  expect(laterDate(day('2026-01-03'), day('2026-01-02'))).toBe('2026-01-03')
  expect(laterDate(day('2026-01-03'), null)).toBe('2026-01-03')
})
