import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, epochDayOf, weekdayOf } from '../../src/domain/calendar-date.ts'
import {
  answersOf,
  atLeast,
  evenPace,
  paceOf,
  paceRange,
  paceUntil,
  roomsOf,
  touchesPerDay,
} from '../../src/domain/pace.ts'

const TODAY = '2026-11-22' as CalendarDate // a Sunday
const never = (): boolean => false

/** Every workday of the last weeks with so many, the last one asked for excepted. */
const workdays = (weeks: number, reached: number, answered: number) =>
  Array.from({ length: weeks * 7 }, (_, ago) => addDays(TODAY, -ago))
    .filter((on) => ![0, 6].includes(weekdayOf(on)))
    .map((on) => ({ on, reached, answered }))

describe('the days that a pace is taken from', () => {
  test('are those since the first touchpoint, 56 at most, today among them', () => {
    expect(paceRange('2026-11-10' as CalendarDate, TODAY)).toEqual({ from: '2026-11-10', to: TODAY })
    expect(paceRange('2020-01-01' as CalendarDate, TODAY)).toEqual({ from: '2026-09-28', to: TODAY })
  })

  test('are today alone before there is any', () => {
    expect(paceRange(undefined, TODAY)).toEqual({ from: TODAY, to: TODAY })
  })
})

describe('the day that a pace goes up to', () => {
  const ago = (...days: readonly number[]): readonly CalendarDate[] =>
    days.map((count) => addDays(TODAY, -count))
  const daily = Array.from({ length: 50 }, (_, index) => 60 - index)

  test('is today, unless there was nobody for two weeks', () => {
    expect(paceUntil([], TODAY, never)).toBe(TODAY)
    expect(paceUntil(ago(...daily, 0), TODAY, never)).toBe(TODAY)
    expect(paceUntil(ago(...daily, 13), TODAY, never)).toBe(TODAY)
    expect(paceUntil(ago(...daily.map((day) => day + 4), 14), TODAY, never)).toBe(addDays(TODAY, -14))
  })

  test('is today where a gap as long was usual', () => {
    expect(paceUntil(ago(70, 50, 30), TODAY, never)).toBe(TODAY)
    expect(paceUntil(ago(130, 110, 90), TODAY, never)).toBe(addDays(TODAY, -90))
  })

  test('is today where the days without anybody were frozen', () => {
    const isFrozen = (on: CalendarDate): boolean => on > '2026-11-05'
    expect(paceUntil(ago(...daily.map((day) => day + 20), 20), TODAY, isFrozen)).toBe(TODAY)
  })
})

describe('a pace', () => {
  test('knows workdays from weekends, and how many answer', () => {
    const days = workdays(8, 4, 3)
    expect(paceOf(days, paceRange(addDays(TODAY, -55), TODAY), days, never)).toEqual({
      perWeekday: [0, 4, 4, 4, 4, 4, 0],
      answered: 0.75,
    })
  })

  test('of less than two weeks is the same on each day', () => {
    const days = workdays(1, 7, 7)
    expect(paceOf(days, paceRange(addDays(TODAY, -6), TODAY), days, never)).toEqual({
      perWeekday: Array(7).fill(5),
      answered: 1,
    })
  })

  test('of thirteen days is still the same on each day, of fourteen it is not', () => {
    const days = workdays(2, 7, 7)
    const rates = (count: number): number =>
      new Set(paceOf(days, paceRange(addDays(TODAY, 1 - count), TODAY), days, never)?.perWeekday).size
    expect([rates(13), rates(14)]).toEqual([1, 2])
  })

  test('of less than a week is none', () => {
    const days = workdays(1, 7, 7)
    expect(paceOf(days, paceRange(addDays(TODAY, -5), TODAY), days, never)).toBeUndefined()
  })

  test('leaves frozen days out: a holiday is no slower pace', () => {
    const isFrozen = (on: CalendarDate): boolean => on > '2026-11-01'
    const days = workdays(8, 2, 2).filter(({ on }) => !isFrozen(on))
    const range = paceRange(addDays(TODAY, -55), TODAY)
    expect(paceOf(days, range, days, isFrozen)?.perWeekday).toEqual([0, 2, 2, 2, 2, 2, 0])
  })

  test('without anybody reached is 0', () => {
    expect(paceOf([], paceRange(addDays(TODAY, -20), TODAY), [], never)).toEqual({
      perWeekday: Array(7).fill(0),
      answered: 0,
    })
  })

  test('is told in touches a day, over a week', () => {
    expect(touchesPerDay({ perWeekday: [0, 4, 4, 4, 4, 4, 0], answered: 0.7 })).toBeCloseTo(2, 10)
  })

  test('is raised to what is asked for at least, weekday by weekday', () => {
    const pace = { perWeekday: [0, 2, 2, 2, 2, 6, 0], answered: 0.5 }
    expect(touchesPerDay(atLeast(pace, 2))).toBeCloseTo(2, 10)
    expect(atLeast(pace, 2).perWeekday).toEqual([0, 4, 4, 4, 4, 12, 0])
    expect(atLeast(pace, 0.5)).toBe(pace)
    expect(atLeast({ perWeekday: Array(7).fill(0), answered: 0 }, 1)).toEqual(evenPace(1))
    expect(atLeast({ perWeekday: Array(7).fill(0), answered: 0.5 }, 1)).toEqual({
      perWeekday: Array(7).fill(2),
      answered: 0.5,
    })
  })
})

describe('the room of each day', () => {
  const from = epochDayOf(TODAY)
  const rooms = (
    perDay: number,
    reachedToday = 0,
    isFrozen: (on: CalendarDate) => boolean = never,
  ): number[] => {
    const roomOn = roomsOf(evenPace(perDay), isFrozen, reachedToday)
    return Array.from({ length: 8 }, (_, index) => roomOn(from + index))
  }

  test('is whole, what is left over added to the next', () => {
    expect(rooms(0.4)).toEqual([0, 0, 1, 0, 1, 0, 0, 1])
    expect(rooms(2.5)).toEqual([2, 3, 2, 3, 2, 3, 2, 3])
  })

  test('of today is less by what was done', () => {
    expect(rooms(2, 1)).toEqual([1, 2, 2, 2, 2, 2, 2, 2])
    expect(rooms(2, 5)).toEqual([0, 2, 2, 2, 2, 2, 2, 2])
  })

  test('of a frozen day is none, and it is not made up for', () => {
    expect(rooms(2, 0, (on) => on < '2026-11-25')).toEqual([0, 0, 0, 2, 2, 2, 2, 2])
    expect(rooms(2, 2, (on) => on === TODAY)).toEqual([0, 2, 2, 2, 2, 2, 2, 2])
  })
})

test('as many answer as the pace says, evenly', () => {
  const answers = (answered: number): string => {
    const next = answersOf({ perWeekday: [], answered })
    return Array.from({ length: 10 }, () => (next() ? 'y' : '-')).join('')
  }
  expect(answers(0.5)).toBe('-y-y-y-y-y')
  expect(answers(0.7)).toBe('-yy-yy-yyy')
  expect(answers(1)).toBe('yyyyyyyyyy')
  expect(answers(0)).toBe('----------')
})
