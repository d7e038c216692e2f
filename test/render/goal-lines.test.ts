import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { formatGoal, type Goal, type GoalProgress } from '../../src/domain/goal.ts'
import { renderGoalLines } from '../../src/render/goal-lines.ts'
import { createStyle } from '../../src/render/style.ts'

const today = '2026-11-20' as CalendarDate

function progress(goal: Goal, told: Partial<GoalProgress>): GoalProgress {
  return {
    ...goal,
    uid: '01900000-0000-7000-8000-000000000001',
    id: '000001',
    text: formatGoal(goal),
    done: 0,
    periodStart: '2026-11-16' as CalendarDate,
    periodEnd: '2026-11-22' as CalendarDate,
    daysLeft: 3,
    pace: 'on pace',
    behind: 0,
    past: [],
    ...told,
  }
}

const pastOf = (...counts: readonly number[]): GoalProgress['past'] =>
  counts.map((done) => ({ periodStart: today, periodEnd: today, done }))
const GOALS = [
  progress(
    { kind: 'touches', detail: null, target: 5, period: 'week' },
    { done: 2, pace: 'behind', behind: 2, past: pastOf(4, 5, 3) },
  ),
  progress(
    { kind: 'contacts', detail: null, target: 4, period: 'month' },
    { done: 4, pace: 'done', periodEnd: '2026-11-30' as CalendarDate, daysLeft: 11 },
  ),
]

describe('goals on a terminal', () => {
  const linesAt = async (width: number, level: 0 | 1 = 0): Promise<readonly string[]> =>
    renderGoalLines(GOALS, today, await createStyle(level, true), width)

  test('of 80 columns', async () => {
    expect(await linesAt(80)).toEqual([
      '5 touches a week        2 of 5  3 days left   2 behind  before: 4 5 3',
      '4 new contacts a month  4 of 4  11 days left  done',
    ])
  })

  test('earlier periods are faint, and say no more than without colours', async () => {
    const [line = ''] = await linesAt(80, 1)
    expect(line).toBe(
      '5 touches a week        2 of 5  3 days left   2 behind  \u001b[2mbefore: 4 5 3\u001b[22m',
    )
  })

  test('that is narrower leave out whole columns, the least needed first', async () => {
    expect(await linesAt(60)).toEqual([
      '5 touches a week        2 of 5  3 days left   2 behind',
      '4 new contacts a month  4 of 4  11 days left  done',
    ])
    expect(await linesAt(44)).toEqual([
      '5 touches a week        2 of 5  3 days left',
      '4 new contacts a month  4 of 4  11 days left',
    ])
    expect(await linesAt(40)).toEqual([
      '5 touches a week        2 of 5  3 days',
      '4 new contacts a month  4 of 4  11 days',
    ])
    expect(await linesAt(34)).toEqual(['5 touches a week        2 of 5', '4 new contacts a month  4 of 4'])
    expect(await linesAt(20)).toEqual(['5 touches a…  2 of 5', '4 new conta…  4 of 4'])
  })

  test('never run over it', async () => {
    for (let width = 20; width <= 90; width++)
      for (const line of await linesAt(width)) expect(line.length).toBeLessThanOrEqual(width)
  })

  test('without any there is no line', async () => {
    expect(renderGoalLines([], today, await createStyle(0, true), 80)).toEqual([])
  })
})
