import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { formatAgo, formatDay, formatLongDay, formatOn, plural } from '../../src/render/dates.ts'
import { sayWhen } from '../../src/render/instants.ts'
import { sayRate } from '../../src/render/load.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const TODAY = day('2026-11-22')

test('a day carries its year only where that is not this year', () => {
  expect(formatDay(day('2026-03-05'), TODAY)).toBe('5 Mar')
  expect(formatDay(day('2027-01-01'), TODAY)).toBe('1 Jan 2027')
  expect(formatDay(day('1800-12-31'), TODAY)).toBe('31 Dec 1800')
})

test('a long day has its weekday', () => {
  expect(formatLongDay(TODAY)).toBe('Sunday, 22 Nov 2026')
  expect(formatLongDay(day('2028-02-29'))).toBe('Tuesday, 29 Feb 2028')
})

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-21', 'yesterday'],
  ['2026-11-20', '2 days ago'],
  ['2026-11-09', '13 days ago'],
  ['2026-11-08', '2 weeks ago'],
  ['2026-09-14', '10 weeks ago'],
  ['2026-09-13', '2 months ago'],
  ['2025-11-22', '12 months ago'],
  ['2024-11-23', '24 months ago'],
  ['2024-11-22', '2 years ago'],
  ['1926-11-22', '100 years ago'],
])('%s was %s', (date, ago) => {
  expect(formatAgo(day(date), TODAY)).toBe(ago)
})

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-11-21', 'yesterday'],
  ['2026-11-24', 'on 24 Nov'],
  ['2025-11-22', 'on 22 Nov 2025'],
])('in a sentence, %s is %s', (date, said) => {
  expect(formatOn(day(date), TODAY)).toBe(said)
})

test('one is singular, none and several are plural', () => {
  expect([plural(0, 'day'), plural(1, 'day'), plural(2, 'day'), plural(2, 'reply', 'replies')]).toEqual([
    ...['0 days', '1 day', '2 days', '2 replies'],
  ])
})

test.each([
  [22.4, 'about 22 a day'],
  [1, 'about 1 a day'],
  [0.9, 'about 6 a week'],
  [1 / 7, 'about 1 a week'],
  [0.1, 'about 3 a month'],
  [0.001, 'about 1 a month'],
])('%d a day is %s', (perDay, said) => {
  expect(sayRate(perDay)).toBe(said)
})

const NOW = '2026-11-22T14:05:30.000+01:00'
test.each([
  ['2026-11-22T14:05:10.000+01:00', 'just now'],
  ['2026-11-22T13:05:10.000+00:00', 'just now'],
  ['2026-11-22T14:04:20.000+01:00', 'a minute ago'],
  ['2026-11-22T13:10:00.000+01:00', '55 minutes ago'],
  ['2026-11-22T13:00:00.000+01:00', 'today 13:00'],
  ['2026-11-20T09:12:00.000+01:00', '20 Nov 09:12'],
  ['2025-11-20T09:12:00.000+01:00', '20 Nov 2025 09:12'],
  ['2027-01-02T09:12:00.000+01:00', '2 Jan 2027 09:12'],
])('the instant %s is %s', (at, said) => {
  expect(sayWhen(at, NOW)).toBe(said)
})
