import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, weekdayOf } from '../../src/domain/calendar-date.ts'
import { daysIn, PERIODS, type Period, periodAt, periodsBefore } from '../../src/domain/period.ts'

const date = (text: string): CalendarDate => text as CalendarDate
const period = fc.constantFrom(...PERIODS)
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(date('1900-01-01'), days))

describe('the period of a day', () => {
  test.each([
    ['day', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['month', '2026-11-22', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-22', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-22', '2026-01-01', '2026-12-31'],
    ['month', '9999-12-31', '9999-12-01', '9999-12-31'],
    ['week', '9999-12-31', '9999-12-27', '9999-12-31'],
    ['week', '1800-01-01', '1800-01-01', '1800-01-05'],
  ] satisfies [Period, string, string, string][])('%s of %s is %s to %s', (name, day, from, to) => {
    expect(periodAt(name, date(day))).toEqual({ from, to })
  })

  test('holds the day, is that of each of its days, and the next one begins the day after', () => {
    fc.assert(
      fc.property(period, anyDay, fc.nat(400), (name, day, offset) => {
        const { from, to } = periodAt(name, day)
        expect(from <= day && day <= to).toBe(true)
        expect(periodAt(name, addDays(from, offset % daysIn({ from, to })))).toEqual({ from, to })
        expect(periodAt(name, addDays(to, 1)).from).toBe(addDays(to, 1))
      }),
    )
  })

  test('weeks begin on Monday and have 7 days; the others begin on the first of a month', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = periodAt('week', day)
        expect([weekdayOf(week.from), daysIn(week)]).toEqual([1, 7])
        for (const name of ['month', 'quarter', 'year'] as const)
          expect(periodAt(name, day).from.endsWith('-01')).toBe(true)
        expect([28, 29, 30, 31]).toContain(daysIn(periodAt('month', day)))
        expect([90, 91, 92]).toContain(daysIn(periodAt('quarter', day)))
        expect([365, 366]).toContain(daysIn(periodAt('year', day)))
      }),
    )
  })
})

describe('the periods before', () => {
  test('are the latest first, without a gap', () => {
    fc.assert(
      fc.property(period, anyDay, (name, day) => {
        const before = periodsBefore(name, day, 4, date('1800-01-01'))
        expect(before).toHaveLength(4)
        const all = [periodAt(name, day), ...before]
        for (const [index, { to }] of before.entries())
          expect(daysBetween(to, all[index]?.from ?? to)).toBe(1)
      }),
    )
  })

  test('none is over before the day since when something is known', () => {
    const months = (since: string) => periodsBefore('month', date('2026-11-22'), 4, date(since))
    expect(months('2026-10-31')).toEqual([{ from: '2026-10-01', to: '2026-10-31' }])
    expect(months('2026-11-01')).toEqual([])
    expect(months('2026-09-30').map(({ from }) => from)).toEqual(['2026-10-01', '2026-09-01'])
  })

  test('end at the first day of the calendar', () => {
    expect(periodsBefore('week', date('1800-01-08'), 4, date('1800-01-01'))).toEqual([
      { from: '1800-01-01', to: '1800-01-05' },
    ])
  })
})
