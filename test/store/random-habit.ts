/** Random command lines of the habit: goals, the streak and its freezes. */
import fc from 'fast-check'
import { args, type Line, maybe } from './random-words.ts'

const goal = fc.constantFrom(
  '5 touches a week',
  '2 touches a week',
  '2 coffees a month',
  'one intro monthly',
  '2 gives a week',
  '4 new contacts a quarter',
  '1 promise a month',
)
const days = fc.constantFrom(
  'today',
  'tomorrow',
  'last monday to today',
  '2026-11-24 2026-12-06',
  '2026-12-20..2027-01-06',
)

export const habit: readonly { readonly weight: number; readonly arbitrary: Line }[] = [
  { weight: 3, arbitrary: args('goal', 'set', goal) },
  {
    weight: 2,
    arbitrary: args('goal', 'remove', fc.oneof(goal, fc.constantFrom('touches', 'coffees', 'introductions'))),
  },
  { weight: 2, arbitrary: args('streak', 'freeze', days) },
  { weight: 1, arbitrary: args('plan', '--apply', fc.constantFrom('1', '2', '3')) },
  { weight: 1, arbitrary: args('streak', 'unfreeze', fc.constantFrom('today', '2026-11-30', '2026-12-24')) },
  { weight: 2, arbitrary: args('restart', maybe('--minutes', fc.constantFrom('5', '1h'))) },
  { weight: 1, arbitrary: args('config', 'set', 'streak-unit', fc.constantFrom([], ['workday'])) },
  { weight: 1, arbitrary: args('config', 'set', 'streak-minimum', fc.constantFrom([], ['2'])) },
]
