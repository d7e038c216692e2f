/** Goals: aligned for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { GoalProgress } from '../domain/goal.ts'
import { plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
import { widthOf } from './text-width.ts'

/** Text, how much of it, days left, pace, earlier periods. A narrow terminal gets fewer columns, but whole ones. */
export function renderGoalLines(
  goals: readonly GoalProgress[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const cells: readonly Cells[] = goals.map((goal) => [
    safeText(goal.text),
    sayDone(goal),
    sayDaysLeft(goal, today),
    sayPace(goal),
    sayPast(goal),
  ])
  const columns: readonly Column[] = [{ shrinksTo: 10 }, {}, {}, {}, { paint: style.faint }]
  // A row is as long as its longest cells: from the last column on, those that do not fit are left out, down to the first two.
  let count = columns.length
  while (count > 2 && widthOfColumns(cells, count) > width) count--
  return renderTable(
    cells.map((row) => row.slice(0, count)),
    columns.slice(0, count),
    width,
    style.glyphs.more,
  )
}

type Cells = readonly string[]

function widthOfColumns(rows: readonly Cells[], count: number): number {
  const [line = ''] = renderTable(
    rows.map((row) => row.slice(0, count)),
    Array(count).fill({}),
    Infinity,
    '',
  )
  return widthOf(line)
}

/** `2 of 5` */
function sayDone({ done, target }: GoalProgress): string {
  return `${done} of ${target}`
}

/** `3 days left`, today being one of them. */
function sayDaysLeft({ period, periodEnd, daysLeft }: GoalProgress, today: CalendarDate): string {
  if (period === 'day') return 'today'
  return periodEnd === today ? 'last day' : `${plural(daysLeft, 'day')} left`
}

function sayPace({ pace, behind }: GoalProgress): string {
  return pace === 'behind' ? `${behind} behind` : pace
}

function sayPast({ past }: GoalProgress): string {
  return past.length === 0 ? '' : `before: ${past.map(({ done }) => done).join(' ')}`
}

/** `2 of 5 so far, 3 days left` */
export function sayProgress(goal: GoalProgress, today: CalendarDate): string {
  return `${sayDone(goal)} so far, ${sayDaysLeft(goal, today)}`
}

/** id, goal, kind, detail, target, done, first and last day of the period, days left, pace, how many behind. */
export function renderGoalTsv(goals: readonly GoalProgress[]): string {
  return renderTsv(
    goals.map((goal) => [
      goal.id,
      safeText(goal.text),
      goal.kind,
      goal.detail === null ? null : safeText(goal.detail),
      goal.target,
      goal.done,
      goal.periodStart,
      goal.periodEnd,
      goal.daysLeft,
      goal.pace,
      goal.behind,
    ]),
  )
}

export function goalJson(goal: GoalProgress): object {
  const { uid, id, text, kind, detail, target, period, done, periodStart, periodEnd, daysLeft, ...rest } =
    goal
  const { pace, behind, past } = rest
  return {
    uid,
    id,
    text,
    kind,
    detail,
    target,
    period,
    done,
    periodStart,
    periodEnd,
    daysLeft,
    pace,
    behind,
    past,
  }
}
