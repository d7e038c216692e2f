/** The goals of the sample network. */
import { formatGoal, type Goal } from '../domain/goal.ts'
import { insertGoal } from '../store/goals.ts'
import { commandLine, type DayOf, type Step } from './step.ts'

const GOALS: readonly (Goal & { readonly setDaysAgo: number })[] = [
  { kind: 'touches', detail: null, target: 5, period: 'week', setDaysAgo: 90 },
  { kind: 'gives', detail: null, target: 2, period: 'month', setDaysAgo: 60 },
]

/** `netkeep goal set`. */
export function goalSteps(day: DayOf): readonly Step[] {
  return GOALS.map(({ setDaysAgo, ...goal }) => ({
    typed: commandLine(['goal', 'set', ...formatGoal(goal).split(' ')]),
    daysAgo: setDaysAgo,
    take: (change) => {
      insertGoal(change, goal, day(setDaysAgo))
    },
  }))
}
