/** The employer that the sample network's user wants to get to: one contact there is known, the other only through that one. */
import { addWatch } from '../store/watches.ts'
import { commandLine, type DayOf, type Step } from './step.ts'

const WATCHED = { company: 'Sparrowline', daysAgo: 21 }

/** `netkeep watch`. */
export function watchSteps(day: DayOf): readonly Step[] {
  const { company, daysAgo } = WATCHED
  return [
    {
      typed: commandLine(['watch', company]),
      daysAgo,
      take: ({ db }) => addWatch(db, company, day(daysAgo)),
    },
  ]
}
