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
  const full: readonly Cells[] = goals.map((goal) => [
    safeText(goal.text),
    sayDone(goal),
    sayDaysLeft(goal, today),
    sayPace(goal),
    sayPast(goal),
  ])
  const upTo = (count: number): readonly Cells[] => full.map((cells) => cells.slice(0, count))
  const brief = upTo(3).map((cells) => cells.map((cell) => cell.replace(/ left$/, '')))
  const layouts = [full, upTo(4), upTo(3), brief]
  const rows = layouts.find((layout) => widthOfRows(layout) <= width) ?? upTo(2)
  const columns: readonly Column[] = [{ shrinksTo: 10 }, {}, {}, {}, { paint: (text) => style.faint(text) }]
  return renderTable(rows, columns.slice(0, rows[0]?.length), width, style.glyphs.more)
}

type Cells = readonly string[]

/** Every line of a table is as long as its widest cells ask for, but for what is missing at its end. */
function widthOfRows(rows: readonly Cells[]): number {
  const lines = renderTable(
    rows,
    (rows[0] ?? []).map(() => ({})),
    Number.POSITIVE_INFINITY,
    '',
  )
  return Math.max(0, ...lines.map(widthOf))
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
