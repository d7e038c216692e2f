import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { type Heat, heatOf, levelsOf, shadeOf, yearUntil } from '../../src/domain/heat.ts'
import { daysIn, periodAt } from '../../src/domain/period.ts'

const SUNDAY = '2026-11-22' as CalendarDate
const MONDAY = '2026-11-23' as CalendarDate
const day = (text: string): CalendarDate => text as CalendarDate

/** The days of a row of the calendar, those that are blank left out. */
const daysOfRow = (heat: Heat, row: number): readonly string[] =>
  heat.weeks.flatMap(({ days }) => days[row]?.on ?? [])

describe('the days of a calendar that ends today', () => {
  test('are 52 whole weeks and this one so far, from a Monday on', () => {
    expect(yearUntil(SUNDAY)).toEqual({ from: '2025-11-17', to: '2026-11-22' })
    expect(yearUntil(MONDAY)).toEqual({ from: '2025-11-24', to: '2026-11-23' })
    expect(heatOf(yearUntil(SUNDAY), SUNDAY, []).weeks).toHaveLength(53)
    expect(heatOf(yearUntil(MONDAY), MONDAY, []).weeks).toHaveLength(53)
  })

  test('have every date of a year, whatever day it is', () => {
    fc.assert(
      fc.property(fc.nat(3000), (after) => {
        const today = addDays(SUNDAY, after)
        const days = heatOf(yearUntil(today), today, []).weeks.flatMap((week) => week.days)
        const dates = new Set(days.map((found) => found?.on.slice(5)))
        expect(dates.has(today.slice(5)) && dates.has(addDays(today, -364).slice(5))).toBe(true)
        expect(days.filter((found) => found !== undefined).length).toBeGreaterThanOrEqual(365)
      }),
    )
  })
})

describe('the weeks of a calendar year', () => {
  test('begin on Monday; what lies before or after the year is blank', () => {
    const year = heatOf(periodAt('year', day('2025-06-01')), SUNDAY, [])
    expect(year.weeks).toHaveLength(53)
    // The first of January 2025 was a Wednesday, and so was the last of December.
    expect(daysOfRow(year, 2)).toHaveLength(53)
    expect([daysOfRow(year, 2)[0], daysOfRow(year, 2).at(-1)]).toEqual(['2025-01-01', '2025-12-31'])
    expect([daysOfRow(year, 1)[0], daysOfRow(year, 1).at(-1)]).toEqual(['2025-01-07', '2025-12-30'])
    expect([daysOfRow(year, 3)[0], daysOfRow(year, 3).at(-1)]).toEqual(['2025-01-02', '2025-12-25'])
  })

  test('are 54 in a leap year that begins on a Sunday', () => {
    const year = heatOf(periodAt('year', day('2012-01-01')), SUNDAY, [])
    expect(year.weeks.map(({ days }) => days.filter((found) => found !== undefined).length)).toEqual([
      1,
      ...Array<number>(52).fill(7),
      1,
    ])
  })

  test('of the year under way are all there, their days to come blank', () => {
    const year = heatOf(periodAt('year', SUNDAY), SUNDAY, [{ on: MONDAY, count: 3 }])
    expect(year.weeks).toHaveLength(53)
    expect(year.weeks.flatMap((week) => week.days).filter((found) => found !== undefined)).toHaveLength(
      daysIn({ from: day('2026-01-01'), to: SUNDAY }),
    )
    expect(year.touches).toBe(0)
  })

  test.each(['1800-01-01', '9999-12-31'])('keep their weekdays in the year of %s', (date) => {
    const year = heatOf(periodAt('year', day(date)), day('9999-12-31'), [])
    const rows = [0, 6].map((row) => daysOfRow(year, row).map((on) => new Date(on).getUTCDay()))
    expect(rows.map((row) => [...new Set(row)])).toEqual([[1], [0]])
  })

  test('say which of them begins a month', () => {
    const year = heatOf(periodAt('year', day('2025-06-01')), SUNDAY, [])
    expect(year.weeks.filter((week) => week.beginsMonth).map((week) => week.month)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
    // 1 June 2025 was a Sunday.
    expect(year.weeks.find(({ days }) => days[6]?.on === '2025-06-01')).toMatchObject({
      month: 6,
      beginsMonth: true,
    })
  })
})

describe('what is told of a year', () => {
  const heat = (...touches: readonly (readonly [string, number])[]): Heat =>
    heatOf(
      yearUntil(SUNDAY),
      SUNDAY,
      touches.map(([on, count]) => ({ on: day(on), count })),
    )

  test('are the touches and the days, in the order of days', () => {
    expect(heat(['2026-11-20', 2], ['2026-03-01', 1])).toMatchObject({
      touches: 3,
      touched: [
        { on: '2026-03-01', count: 1 },
        { on: '2026-11-20', count: 2 },
      ],
    })
  })

  test('leaves out what lies before the calendar, and days that do not exist', () => {
    expect(heat(['2025-11-16', 1], ['2026-02-30', 1])).toMatchObject({
      touches: 0,
      touched: [],
      levels: [],
      busiest: undefined,
      longestRun: undefined,
    })
  })

  test('the busiest day is the latest of those with most touches', () => {
    expect(heat(['2026-03-01', 4], ['2026-04-01', 4], ['2026-05-01', 3]).busiest).toEqual({
      on: '2026-04-01',
      count: 4,
    })
  })

  test('the longest run is the latest of the longest; it goes on over the end of a month', () => {
    expect(
      heat(
        ['2026-02-27', 1],
        ['2026-02-28', 1],
        ['2026-03-01', 9],
        ['2026-05-30', 1],
        ['2026-05-31', 1],
        ['2026-06-01', 1],
        ['2026-06-03', 1],
      ).longestRun,
    ).toEqual({ from: '2026-05-30', to: '2026-06-01' })
  })
})

describe('the shades', () => {
  const times = (count: number, days: number): readonly number[] => Array<number>(days).fill(count)
  const said = (...counts: readonly number[]): readonly string[] =>
    levelsOf(counts).map(({ least, most, shade }) => `${shade}: ${least} to ${most}`)

  test('of a year without touches are none', () => {
    expect(said()).toEqual([])
    expect(shadeOf(0, [])).toBe(0)
  })

  test('are one for each count where there are up to four, the greatest the darkest', () => {
    expect(said(...times(1, 40))).toEqual(['4: 1 to 1'])
    expect(said(...times(1, 300), 2)).toEqual(['2: 1 to 1', '4: 2 to 2'])
    expect(said(...times(1, 300), ...times(2, 50), 3)).toEqual(['2: 1 to 1', '3: 2 to 2', '4: 3 to 3'])
    expect(said(1, 2, 5, 60)).toEqual(['1: 1 to 1', '2: 2 to 2', '3: 5 to 5', '4: 60 to 60'])
  })

  test('are quarters of the days, the quietest first', () => {
    const counts = Array.from({ length: 40 }, (_, index) => index + 1)
    expect(said(...counts)).toEqual(['1: 1 to 10', '2: 11 to 20', '3: 21 to 30', '4: 31 to 40'])
  })

  test('end as near to a quarter as counts allow, the earlier where two are as near', () => {
    // Of 22 days a quarter is 5.5: five are as near as six, and 16 (three quarters are 16.5) as near as 17.
    expect(said(...times(1, 5), 2, ...times(3, 5), ...times(4, 5), 5, ...times(6, 5))).toEqual([
      '1: 1 to 1',
      '2: 2 to 3',
      '3: 4 to 4',
      '4: 5 to 6',
    ])
    // Of 23 it is 5.75: six are nearer.
    expect(said(...times(1, 5), 2, ...times(3, 6), ...times(4, 5), ...times(5, 6))).toEqual([
      '1: 1 to 2',
      '2: 3 to 3',
      '3: 4 to 4',
      '4: 5 to 5',
    ])
  })

  test('never part days of one count, and none of them stays empty', () => {
    expect(said(...times(1, 300), ...times(2, 50), ...times(3, 15), 4, 7)).toEqual([
      '1: 1 to 1',
      '2: 2 to 2',
      '3: 3 to 3',
      '4: 4 to 7',
    ])
    expect(said(1, 2, 3, 4, ...times(5, 300))).toEqual(['1: 1 to 2', '2: 3 to 3', '3: 4 to 4', '4: 5 to 5'])
  })

  test('of usual days stay as they are where a conference has a day of its own', () => {
    const usual = [...times(3, 60), ...times(4, 60), ...times(5, 60), ...times(6, 60)]
    expect(said(...usual)).toEqual(['1: 3 to 3', '2: 4 to 4', '3: 5 to 5', '4: 6 to 6'])
    expect(said(...usual, 180)).toEqual(['1: 3 to 3', '2: 4 to 4', '3: 5 to 5', '4: 6 to 180'])
  })

  test('follow each other without overlap, and each count has one: more touches are never lighter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 371 }), (counts) => {
        const levels = levelsOf(counts)
        expect(levels).toHaveLength(Math.min(4, new Set(counts).size))
        expect(levels.flatMap(({ least, most }) => [least, most])).toEqual(
          levels.flatMap(({ least, most }) => [least, most]).toSorted((a, b) => a - b),
        )
        expect(levels.at(-1)).toMatchObject({ most: Math.max(...counts), shade: 4 })
        for (const count of counts) {
          const holding = levels.filter(({ least, most }) => least <= count && count <= most)
          expect(holding.map(({ shade }) => shade)).toEqual([shadeOf(count, levels)])
        }
      }),
    )
  })
})
