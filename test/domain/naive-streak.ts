/** The streak as somebody with a paper calendar would count it: day by day. */
import { addDays, type CalendarDate, weekdayOf } from '../../src/domain/calendar-date.ts'
import type { DateRange } from '../../src/domain/period.ts'
import type { Streak, StreakUnit } from '../../src/domain/streak.ts'

interface Box {
  touches: number
  isFrozen: boolean
}

/** @param touches how many on each day; days without any may be left out. */
export function naiveStreak(
  unit: StreakUnit,
  minimum: number,
  touches: ReadonlyMap<string, number>,
  freezes: readonly DateRange[],
  today: CalendarDate,
): Streak {
  const boxes: Box[] = []
  // A Monday before all that tests tell of; and on to the end of the unit under way.
  let day = '2025-12-01' as CalendarDate
  let isOver = false
  while (!isOver) {
    const weekday = weekdayOf(day)
    const isWeekend = weekday === 0 || weekday === 6
    if (unit === 'workday' ? !isWeekend : weekday === 1) boxes.push({ touches: 0, isFrozen: false })
    const box = boxes.at(-1)
    if (box !== undefined && !(unit === 'workday' && isWeekend)) {
      box.touches += touches.get(day) ?? 0
      box.isFrozen ||= freezes.some(({ from, to }) => from <= day && day <= to)
    }
    isOver = day >= today && (unit === 'workday' ? !isWeekend : weekday === 0)
    day = addDays(day, 1)
  }
  const looks = boxes.map((box) => (box.touches >= minimum ? 'R' : box.isFrozen ? 'F' : '.'))
  const runs = looks.join('').split('.')
  const count = (run: string, letter: string): number => run.split(letter).length - 1
  // The unit under way does not end the run before it.
  const last = (looks.at(-1) === '.' ? runs.at(-2) : runs.at(-1)) ?? ''
  return {
    current: count(last, 'R'),
    longest: Math.max(...runs.map((run) => count(run, 'R'))),
    frozen: count(last, 'F'),
    carriedOver: last.includes('R') ? count(last.replace(/^F+/, ''), 'F') : 0,
  }
}
