import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import { loadPerDay, type SpreadContact, spreadOver, startingDay } from '../../src/domain/spread.ts'

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

describe('one more at a time', () => {
  /** The days after today on which contacts start that come one after another, the others being due on these days. */
  const startsOf = (
    count: number,
    interval: string,
    others: readonly number[] = [],
    from = today,
  ): readonly number[] => {
    const taken = new Map<CalendarDate, number>()
    const take = (date: CalendarDate): void => {
      taken.set(date, (taken.get(date) ?? 0) + 1)
    }
    for (const other of others) take(addDays(from, other))
    return Array.from({ length: count }, () => {
      const start = startingDay(taken, from, parseInterval(interval))
      take(start)
      return daysBetween(from, start)
    })
  }
  const anyStart = fc.integer({ min: 0, max: 800 }).map((days) => addDays(today, days))
  const anyInterval = fc.constantFrom('1d', '2d', '3d', '5d', '1w', '10d', '2w', '1m', '6w', '3m', '1y')
  const lengthOf = (interval: string, from: CalendarDate): number =>
    daysBetween(from, addInterval(from, parseInterval(interval)))

  test('the first starts today, the second half an interval later, then the quarters', () => {
    expect(startsOf(9, '16d')).toEqual([0, 8, 4, 12, 2, 6, 10, 14, 1])
  })

  test('an interval that cannot be halved evenly has the shorter half first', () => {
    expect(startsOf(7, '7d')).toEqual([0, 3, 5, 1, 2, 4, 6])
  })

  test('when every day has one, the second round goes as the first did', () => {
    expect(startsOf(16, '8d')).toEqual([0, 4, 2, 6, 1, 3, 5, 7, 0, 4, 2, 6, 1, 3, 5, 7])
  })

  test('with an interval of a day all start today', () => {
    expect(startsOf(3, '1d')).toEqual([0, 0, 0])
  })

  test('it keeps away from those who are due anyway, and fills what they leave', () => {
    expect(startsOf(1, '10d', [3])).toEqual([8])
    expect(startsOf(2, '10d', [0, 1, 2, 3, 4])).toEqual([7, 5])
    expect(startsOf(3, '4d', [0, 0, 1, 3])).toEqual([2, 2, 1])
  })

  test('the last day of the interval is next to the first', () => {
    expect(startsOf(1, '10d', [9])).toEqual([4])
    expect(startsOf(1, '10d', [1, 9])).toEqual([5])
  })

  test('what is due before today or after the interval does not matter', () => {
    expect(startsOf(2, '10d', [-1, -40, 10, 300])).toEqual([0, 5])
  })

  test('in an empty circle no day ever gets two more than another, and every start lies within the interval', () => {
    fc.assert(
      fc.property(anyInterval, fc.integer({ min: 1, max: 250 }), anyStart, (interval, count, from) => {
        const counts = Array<number>(lengthOf(interval, from)).fill(0)
        for (const start of startsOf(count, interval, [], from)) {
          expect(start).toBeLessThan(counts.length)
          counts[start] = (counts[start] ?? 0) + 1
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('the gaps halve: after 2, 4, 8 … contacts all gaps are as long, give or take a day', () => {
    fc.assert(
      fc.property(anyInterval, anyStart, (interval, from) => {
        const length = lengthOf(interval, from)
        for (let count = 1; 2 * count <= length; count *= 2) {
          const starts = [...startsOf(count, interval, [], from)].sort((a, b) => a - b)
          const gaps = starts.map((start, index) => (starts[index + 1] ?? length) - start)
          expect(starts[0]).toBe(0)
          for (const gap of gaps)
            expect([Math.floor(length / count), Math.ceil(length / count)]).toContain(gap)
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  test('it is one of the days with the fewest, and none of those is farther from a fuller one', () => {
    const length = 42
    const anyDays = fc.array(fc.integer({ min: 0, max: length - 1 }), { maxLength: 120 })
    const countOn = (others: readonly number[], day: number): number =>
      others.filter((other) => other === day).length
    fc.assert(
      fc.property(anyDays, (others) => {
        const days = Array.from({ length }, (_, day) => day)
        const least = Math.min(...days.map((day) => countOn(others, day)))
        const fuller = days.filter((day) => countOn(others, day) > least)
        const roomOf = (day: number): number =>
          Math.min(
            length,
            ...fuller.map((other) =>
              Math.min((day - other + length) % length, (other - day + length) % length),
            ),
          )
        const [start = -1] = startsOf(1, '6w', others)
        const candidates = days.filter((day) => countOn(others, day) === least)
        expect(candidates).toContain(start)
        const most = Math.max(...candidates.map(roomOf))
        expect(start).toBe(candidates.find((day) => roomOf(day) === most))
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

test('the load is the contacts a day that the intervals ask for', () => {
  const load = (count: number, every: string): number =>
    loadPerDay(Array.from({ length: count }, () => parseInterval(every)))
  expect(load(0, '1d')).toBe(0)
  expect(load(14, '2w')).toBeCloseTo(1, 10)
  expect(load(2000, '3m')).toBeCloseTo(21.9, 1)
  expect(loadPerDay([parseInterval('1d'), parseInterval('1w')])).toBeCloseTo(8 / 7, 10)
})
