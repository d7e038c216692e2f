import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import {
  dayToThinkOf,
  findAnnualDate,
  isKept,
  monthDaysBetween,
  nearestOccurrence,
  nextOccurrence,
  type Occasion,
  occurrenceIn,
  yearsOn,
} from '../../src/domain/occasion.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const yearly = (date: string): Occasion => ({ date, isYearly: true })
const once = (date: string): Occasion => ({ date, isYearly: false })

/** Whether it is the day, by the calendar on the wall. */
function isOn({ date, isYearly }: Occasion, on: CalendarDate): boolean {
  if (!isYearly) return on === date
  if (!date.startsWith('-') && on < date) return false
  const isLeapDayKeptToday =
    date.endsWith('02-29') && on.endsWith('02-28') && addDays(on, 1).endsWith('03-01')
  return on.slice(5) === date.slice(-5) || isLeapDayKeptToday
}

/** The nearest day on which it is, walking day by day; undefined where there is none within `most` days. */
function walk(occasion: Occasion, from: CalendarDate, step: 1 | -1, most: number): CalendarDate | undefined {
  for (let days = 0; days <= most; days++) {
    const on = addDays(from, days * step)
    if (isOn(occasion, on)) return on
  }
  return undefined
}

/** Often at the edges: about 29 February, about the end of a year, in leap years and others. */
const anyDay = fc
  .tuple(
    fc.constantFrom('1999', '2000', '2024', '2026', '2027', '2028', '2100'),
    fc.constantFrom('01-01', '02-27', '02-28', '03-01', '06-15', '12-09', '12-31'),
    fc.integer({ min: -2, max: 2 }),
  )
  .map(([year, monthDay, days]) => addDays(day(`${year}-${monthDay}`), days))
const occasion: fc.Arbitrary<Occasion> = fc.oneof(
  anyDay.map((date) => yearly(date)),
  anyDay.map((date) => yearly(`-${date.slice(4)}`)),
  fc.constant(yearly('--02-29')),
  fc.constant(yearly('1996-02-29')),
  anyDay.map((date) => once(date)),
)

/** Further than to the next: at most a year, and to the first one of a date that is still to come. */
const reach = ({ date }: Occasion, from: CalendarDate): number =>
  366 + (date.startsWith('-') ? 0 : Math.abs(daysBetween(from, day(date))))

describe('the next day of a date', () => {
  test('is the one that the calendar comes to first', () => {
    fc.assert(
      fc.property(occasion, anyDay, (given, from) => {
        fc.pre(reach(given, from) < 3000)
        expect(nextOccurrence(given, from)).toBe(walk(given, from, 1, reach(given, from)))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test.each([
    ['--12-09', '2026-11-22', '2026-12-09'],
    ['--12-09', '2026-12-09', '2026-12-09'],
    ['--12-09', '2026-12-10', '2027-12-09'],
    ['1906-12-09', '2026-12-10', '2027-12-09'],
    ['--02-29', '2026-02-01', '2026-02-28'],
    ['--02-29', '2028-02-01', '2028-02-29'],
    ['--02-29', '2028-02-28', '2028-02-29'],
    ['--02-29', '2027-03-01', '2028-02-29'],
    ['1996-02-29', '2100-01-01', '2100-02-28'],
    ['--01-01', '2026-12-31', '2027-01-01'],
    ['2027-06-01', '2026-03-01', '2027-06-01'],
  ])('of %s each year, from %s on, is %s', (date, from, next) => {
    expect(nextOccurrence(yearly(date), day(from))).toBe(next)
  })

  test('of a single date is that day, and none after it', () => {
    expect(nextOccurrence(once('2027-01-11'), day('2026-11-22'))).toBe('2027-01-11')
    expect(nextOccurrence(once('2027-01-11'), day('2027-01-11'))).toBe('2027-01-11')
    expect(nextOccurrence(once('2027-01-11'), day('2027-01-12'))).toBeUndefined()
  })
})

describe('the day that a wish was for', () => {
  test('is the nearest one by the calendar, of two equally near the coming one', () => {
    fc.assert(
      fc.property(occasion, anyDay, (given, on) => {
        fc.pre(reach(given, on) < 3000)
        const [before, after] = [walk(given, on, -1, 366), walk(given, on, 1, reach(given, on))]
        const isPastNearer =
          after === undefined || (before !== undefined && daysBetween(before, on) < daysBetween(on, after))
        expect(nearestOccurrence(given, on)).toBe(
          given.isYearly ? (isPastNearer ? before : after) : given.date,
        )
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('never goes back as the days go on', () => {
    fc.assert(
      fc.property(occasion, anyDay, fc.nat(800), (given, on, days) => {
        expect(nearestOccurrence(given, addDays(on, days)) >= nearestOccurrence(given, on)).toBe(true)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test.each([
    ['--12-09', '2026-12-20', '2026-12-09'],
    ['--12-09', '2026-12-01', '2026-12-09'],
    ['--12-31', '2027-01-02', '2026-12-31'],
    ['--01-01', '2026-12-30', '2027-01-01'],
    ['2026-12-09', '2026-10-01', '2026-12-09'],
    ['--02-29', '2027-03-01', '2027-02-28'],
  ])('%s on %s is %s', (date, on, nearest) => {
    expect(nearestOccurrence(yearly(date), day(on))).toBe(nearest)
  })
})

test('29 February is kept on the 28th in years without one', () => {
  expect([2024, 2026, 2028, 2100, 2000].map((year) => occurrenceIn(year, '--02-29'))).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2028-02-29',
    '2100-02-28',
    '2000-02-29',
  ])
})

test('months and days between two days are those of every date that occurs between them', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), (from, days) => {
      const to = addDays(from, days)
      const found = new Set(monthDaysBetween(from, to))
      const everyDayOfAYear = Array.from({ length: 366 }, (_, later) =>
        addDays(day('2000-01-01'), later).slice(5),
      )
      const expected = everyDayOfAYear.filter((monthDay) => {
        const next = walk(yearly(`--${monthDay}`), from, 1, 366)
        return next !== undefined && next <= to
      })
      expect([...found].sort()).toEqual(expected)
    }),
    { seed: 1, numRuns: 6 },
  )
}, 30_000)

test('the years of a date are those full on that day, where the year is known and it comes each year', () => {
  expect(yearsOn(yearly('1906-12-09'), day('2026-12-09'))).toBe(120)
  expect(yearsOn(yearly('1996-02-29'), day('2027-02-28'))).toBe(31)
  expect(yearsOn(yearly('--12-09'), day('2026-12-09'))).toBeNull()
  expect(yearsOn(once('2026-12-09'), day('2026-12-09'))).toBeNull()
})

describe('a day of a date is kept', () => {
  const kept = (wishedFor: readonly string[], lastTouchOn: string | null): boolean =>
    isKept({
      on: day('2026-12-09'),
      wishedFor: wishedFor.map(day),
      lastTouchOn: lastTouchOn === null ? null : day(lastTouchOn),
    })

  test.each([
    ['a wish for it', ['2025-12-09', '2026-12-09'], null],
    ['a conversation on it', [], '2026-12-09'],
    ['a conversation since', [], '2026-12-11'],
    ['a conversation since, though the wish was for last year', ['2025-12-09'], '2026-12-10'],
  ])('by %s', (_, wishedFor, touch) => {
    expect(kept(wishedFor, touch)).toBe(true)
  })

  test.each([
    ['nothing', [], null],
    ['a wish for last year', ['2025-12-09'], null],
    ['a wish for the day it was thought to be on', ['2026-12-08'], null],
    ['a conversation the day before', [], '2026-12-08'],
  ])('not by %s', (_, wishedFor, touch) => {
    expect(kept(wishedFor, touch)).toBe(false)
  })
})

describe('the day to speak of', () => {
  const birthday = yearly('--12-09')
  const of = (today: string, isDone: boolean): string | undefined =>
    dayToThinkOf(birthday, day(today), () => isDone)

  test('is the next one, kept or not', () => {
    expect([of('2026-12-01', false), of('2026-12-01', true)]).toEqual(['2026-12-09', '2026-12-09'])
    expect([of('2026-12-09', false), of('2026-12-09', true)]).toEqual(['2026-12-09', '2026-12-09'])
  })

  test('is one that passed up to three days ago where it was not kept', () => {
    expect([of('2026-12-12', false), of('2026-12-12', true)]).toEqual(['2026-12-09', '2027-12-09'])
    expect(of('2026-12-13', false)).toBe('2027-12-09')
  })
})

describe('a date that may lack its year', () => {
  const read = (text: string): string | undefined =>
    findAnnualDate(text, { today: day('2026-11-22'), direction: 'future', order: null })

  test.each([
    ['1906-12-09', '1906-12-09'],
    ['--12-09', '--12-09'],
    ['--02-29', '--02-29'],
    ['9 Dec 1906', '1906-12-09'],
    ['9 Dec', '--12-09'],
    ['Dec 9', '--12-09'],
    ['29 Feb', '--02-29'],
    ['friday', undefined],
    ['tomorrow', undefined],
    ['2w', undefined],
  ])('%s is %s', (text, date) => {
    expect(read(text)).toBe(date)
  })

  test.each(['--02-30', '--13-01', '--00-10', '30 Feb', '2026-02-29'])('%s is refused', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})
