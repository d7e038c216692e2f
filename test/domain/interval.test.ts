import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { addInterval, formatInterval, leastDaysOf, parseInterval } from '../../src/domain/interval.ts'
import { UserError } from '../../src/errors.ts'

const day = (text: string): CalendarDate => text as CalendarDate

test.each([
  ['10d', '10d'],
  ['2w', '2w'],
  ['3m', '3m'],
  ['1q', '1q'],
  ['1y', '1y'],
  ['daily', '1d'],
  ['weekly', '1w'],
  ['fortnightly', '2w'],
  ['monthly', '1m'],
  ['quarterly', '1q'],
  ['Yearly', '1y'],
  ['P2W', '2w'],
  ['P3M', '3m'],
  ['2 weeks', '2w'],
  [' 6 months ', '6m'],
  ['3652d', '3652d'],
  ['10y', '10y'],
])('%s is the interval %s', (typed, short) => {
  expect(formatInterval(parseInterval(typed))).toBe(short)
})

test.each([
  '0d',
  '-1w',
  '1e9y',
  '1.5m',
  '2 fortnights',
  '',
  ' ',
  '11y',
  '3653d',
  '2',
  'w',
  'PT5M',
  'P1Y2M',
  'constructor',
  '٢w',
])('%j is refused as an interval, with an example', (typed) => {
  expect(() => parseInterval(typed)).toThrow(UserError)
  try {
    parseInterval(typed)
  } catch (error) {
    expect(error).toMatchObject({ exitCode: 2, hint: expect.stringContaining('2w') })
  }
})

test.each([
  ['2026-01-31', '1m', '2026-02-28'],
  ['2026-01-31', '2m', '2026-03-31'],
  ['2024-02-29', '1y', '2025-02-28'],
  ['2024-02-29', '4y', '2028-02-29'],
  ['2026-11-30', '1q', '2027-02-28'],
  ['2026-03-28', '2w', '2026-04-11'],
])('%s + %s = %s', (anchor, interval, due) => {
  expect(addInterval(day(anchor), parseInterval(interval))).toBe(due)
})

test('no interval is shorter than its least days, from whatever day', () => {
  const interval = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom('d', 'w', 'm', 'q', 'y'),
  } as const)
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), interval, (days, every) => {
      const anchor = addDays(day('2000-01-31'), days)
      expect(daysBetween(anchor, addInterval(anchor, every))).toBeGreaterThanOrEqual(leastDaysOf(every))
    }),
  )
})
