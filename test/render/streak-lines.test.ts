import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { StreakState } from '../../src/domain/streak.ts'
import { renderStreakLines, streakReminder } from '../../src/render/streak-lines.ts'
import { createStyle } from '../../src/render/style.ts'

const SUNDAY = '2026-11-22' as CalendarDate
const FRIDAY = '2026-11-20' as CalendarDate
const MONDAY = '2026-11-23' as CalendarDate

/** In the week that ends on Sunday 22 November. */
function streak(told: Partial<StreakState>): StreakState {
  return {
    unit: 'week',
    minimum: 1,
    current: 12,
    longest: 12,
    frozen: 0,
    carriedOver: 0,
    done: 0,
    unitStart: '2026-11-16' as CalendarDate,
    unitEnd: SUNDAY,
    isReached: false,
    isFrozen: false,
    freezes: [],
    ...told,
  }
}

describe('the reminder of the streak', () => {
  test.each([
    [{}, 'One touch today keeps your streak of 12 weeks.'],
    [{ minimum: 3 }, '3 touches today keep your streak of 12 weeks.'],
    [{ minimum: 3, done: 1 }, '2 more touches today keep your streak of 12 weeks.'],
    [{ minimum: 3, done: 2 }, 'One more touch today keeps your streak of 12 weeks.'],
    [{ current: 1 }, 'One touch today keeps your streak of 1 week.'],
  ])('on the last day of a week: %j', (told, sentence) => {
    expect(streakReminder(streak(told), SUNDAY)).toBe(sentence)
  })

  test.each([
    ['on any other day', {}, FRIDAY],
    ['when the week is reached', { done: 1, isReached: true }, SUNDAY],
    ['when the week is frozen', { isFrozen: true }, SUNDAY],
    ['when there is no streak', { current: 0 }, SUNDAY],
  ])('is not there %s', (_, told, today) => {
    expect(streakReminder(streak(told), today)).toBeUndefined()
  })

  test('of workdays is there on each workday, and not on a weekend', () => {
    const workday = (day: CalendarDate) => streak({ unit: 'workday', unitStart: day, unitEnd: day })
    expect(streakReminder(workday(FRIDAY), FRIDAY)).toBe('One touch today keeps your streak of 12 workdays.')
    expect(streakReminder(workday(MONDAY), SUNDAY)).toBeUndefined()
  })
})

describe('the streak on a terminal', () => {
  const show = async (told: Partial<StreakState>, today = FRIDAY, width = 80): Promise<readonly string[]> =>
    renderStreakLines(streak(told), today, await createStyle(0, true), width)

  test('says how long it is, and what this week still asks for', async () => {
    expect(await show({ minimum: 3, done: 1, longest: 14 })).toEqual([
      'A streak of 12 weeks. Your longest was 14 weeks.',
      'This week: 1 of 3 touches, 3 days left.',
    ])
    expect(await show({ done: 2, isReached: true })).toEqual([
      'A streak of 12 weeks, your longest.',
      'This week: 2 touches, done.',
    ])
  })

  test('says how a streak begins where there is none, and blames nobody', async () => {
    expect(await show({ current: 0, longest: 0 })).toEqual([
      'No streak yet: one touch begins one.',
      'This week: 0 of 1 touch, 3 days left.',
    ])
    expect(await show({ current: 0, longest: 5, minimum: 3 })).toEqual([
      'No streak at the moment: 3 touches in a week begin the next one. Your longest',
      'was 5 weeks.',
      'This week: 0 of 3 touches, 3 days left.',
    ])
  })

  test('has the freezes of the last year and those ahead', async () => {
    const freezes = [
      { uid: 'a', from: '2024-08-01' as CalendarDate, to: '2024-08-14' as CalendarDate },
      { uid: 'b', from: '2026-11-09' as CalendarDate, to: '2026-11-09' as CalendarDate },
      { uid: 'c', from: '2026-12-20' as CalendarDate, to: '2027-01-06' as CalendarDate },
    ]
    expect(await show({ frozen: 1, carriedOver: 1, freezes, isFrozen: true })).toEqual([
      'A streak of 12 weeks, your longest.',
      'This week: 0 of 1 touch, frozen.',
      'A freeze carried it over 1 week without a touch.',
      'Frozen: 9 Nov, 20 Dec to 6 Jan 2027',
      'and 1 freeze before: netkeep streak --json',
    ])
  })

  test('ends with what to do on the last day', async () => {
    expect(await show({}, SUNDAY)).toEqual([
      'A streak of 12 weeks, your longest.',
      'This week: 0 of 1 touch, last day.',
      '',
      'One touch today keeps your streak of 12 weeks.',
    ])
  })

  test('of workdays says what today asks for, and that a weekend is free', async () => {
    const workday = (day: CalendarDate) => ({ unit: 'workday', unitStart: day, unitEnd: day }) as const
    expect(await show(workday(FRIDAY))).toEqual([
      'A streak of 12 workdays, your longest.',
      'Today: 0 of 1 touch.',
      '',
      'One touch today keeps your streak of 12 workdays.',
    ])
    expect(await show(workday(MONDAY), SUNDAY)).toEqual([
      'A streak of 12 workdays, your longest.',
      'On Monday it goes on: a weekend neither counts nor breaks it.',
    ])
  })

  test('breaks its lines at 40 columns', async () => {
    expect(await show({ longest: 14 }, SUNDAY, 40)).toEqual([
      'A streak of 12 weeks. Your longest was',
      '14 weeks.',
      'This week: 0 of 1 touch, last day.',
      '',
      'One touch today keeps your streak of 12',
      'weeks.',
    ])
  })
})
