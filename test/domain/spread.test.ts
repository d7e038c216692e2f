import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { parseInterval } from '../../src/domain/interval.ts'
import { loadPerDay, type SpreadContact, spreadOver } from '../../src/domain/spread.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const today = day('2026-11-22')

const contact = (
  name: string,
  says: { touched?: string; met?: string; days?: number } = {},
): SpreadContact => ({
  uid: name,
  nameKey: name,
  lastCountedOn: says.touched === undefined ? null : day(says.touched),
  metOn: says.met === undefined ? null : day(says.met),
  intervalDays: says.days ?? 14,
})
const spread = (...contacts: readonly SpreadContact[]): Record<string, string> =>
  Object.fromEntries(spreadOver(contacts, today))

test('a single contact becomes due today', () => {
  expect(spread(contact('ada'))).toEqual({ ada: '2026-11-22' })
})

test('nobody is spread over nothing', () => {
  expect(spread()).toEqual({})
})

test('several are spread evenly over their interval, from today on', () => {
  expect(spread(contact('a'), contact('b'), contact('c'), contact('d'))).toEqual({
    a: '2026-11-22',
    b: '2026-11-25',
    c: '2026-11-29',
    d: '2026-12-02',
  })
})

test('the most recently touched come first, then the most recently met, then the names', () => {
  const starts = spread(
    contact('zoe'),
    contact('ada'),
    contact('met lately', { met: '2026-10-01' }),
    contact('met long ago', { met: '2016-10-01' }),
    contact('touched lately', { touched: '2026-11-01', met: '2000-01-01' }),
    contact('touched long ago', { touched: '2016-11-01' }),
    contact('touched as lately, met later', { touched: '2026-11-01', met: '2001-01-01' }),
  )
  expect(Object.keys(starts).sort((a, b) => String(starts[a]).localeCompare(String(starts[b])))).toEqual([
    'touched as lately, met later',
    'touched lately',
    'touched long ago',
    'met lately',
    'met long ago',
    'ada',
    'zoe',
  ])
})

test('contacts with intervals of different lengths are spread together, each over its own interval', () => {
  expect(
    spread(
      contact('a', { days: 14 }),
      contact('b', { days: 365 }),
      contact('c', { days: 14 }),
      contact('d', { days: 365 }),
    ),
  ).toEqual({ a: '2026-11-22', b: '2027-02-21', c: '2026-11-29', d: '2027-08-22' })
})

test('no day gets more than its share, and every start lies within the interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 365 }), (count, days) => {
      const names = Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'))
      const starts = [
        ...spreadOver(
          names.map((name) => contact(name, { days })),
          today,
        ).values(),
      ]
      const perDay = new Map<string, number>()
      for (const start of starts) perDay.set(start, (perDay.get(start) ?? 0) + 1)
      expect(starts).toHaveLength(count)
      expect(Math.max(...perDay.values())).toBeLessThanOrEqual(Math.ceil(count / days))
      for (const start of starts) {
        expect(daysBetween(today, start)).toBeGreaterThanOrEqual(0)
        expect(start < addDays(today, days)).toBe(true)
      }
    }),
    { seed: 1, numRuns: 40 },
  )
})

test('the load is the contacts a day that the intervals ask for', () => {
  const load = (count: number, every: string): number =>
    loadPerDay(Array.from({ length: count }, () => parseInterval(every)))
  expect(load(0, '1d')).toBe(0)
  expect(load(14, '2w')).toBeCloseTo(1, 10)
  expect(load(2000, '3m')).toBeCloseTo(21.9, 1)
  expect(loadPerDay([parseInterval('1d'), parseInterval('1w')])).toBeCloseTo(8 / 7, 10)
})
