/** The introductions of the sample network: one of the user's that waits, and one received long ago that came to something. */
import { type IntroductionState, moveTo, NO_DAYS } from '../domain/introduction.ts'
import { introduce, moveIntroduction } from '../store/introducing.ts'
import { findIntroduction } from '../store/introductions.ts'
import { commandLine, type DayOf, type Step } from './step.ts'

interface DemoIntroduction {
  /** Names of others in the demo; of one received there is no second. */
  readonly of: readonly [first: string, second?: string]
  readonly by: string | null
  readonly purpose: string | null
  /** The states that were told, in order; of an outcome the text. */
  readonly told: readonly [Told, ...Told[]]
}

interface Told {
  readonly daysAgo: number
  readonly state: IntroductionState
  readonly outcome?: string
}

const INTRODUCTIONS: readonly DemoIntroduction[] = [
  {
    of: ['Marcus Bell', 'Priya Raghunathan'],
    by: null,
    purpose: 'a platform lead in Manchester',
    told: [
      { daysAgo: 24, state: 'offered' },
      { daysAgo: 16, state: 'agreed' },
    ],
  },
  {
    of: ['Fatima-Zahra Benali'],
    by: 'Kwame Mensah',
    purpose: 'the invoices of the pilot',
    told: [
      { daysAgo: 229, state: 'met' },
      { daysAgo: 125, state: 'outcome', outcome: 'the contract is signed' },
    ],
  },
]

/** `netkeep intro` and `intro update`. */
export function introductionSteps(day: DayOf): readonly Step[] {
  return INTRODUCTIONS.flatMap((introduction) => stepsOf(introduction, day))
}

function stepsOf({ of: names, by, purpose, told }: DemoIntroduction, day: DayOf): readonly Step[] {
  const [first, second] = names
  const [begun, ...moves] = told
  let uid = ''
  return [
    {
      typed: commandLine(
        ['intro', ...names.flatMap((name) => name ?? [])],
        [
          ['--by', by],
          ['--for', purpose],
          ['--state', begun.state === 'offered' ? null : begun.state],
        ],
      ),
      daysAgo: begun.daysAgo,
      take: (change, uids) => {
        const introduction = {
          a: uids.of(first),
          b: second === undefined ? null : uids.of(second),
          introducer: by === null ? null : uids.of(by),
          purpose,
          outcome: null,
          days: moveTo(NO_DAYS, begun.state, day(begun.daysAgo)),
        }
        uid = introduce(change, introduction, true)
      },
    },
    ...moves.map(
      ({ daysAgo, state, outcome = null }): Step => ({
        typed: commandLine(['intro', 'update', first, state, ...(outcome === null ? [] : [outcome])]),
        daysAgo,
        take: (change) => {
          const introduction = findIntroduction(change.db, uid)
          if (introduction !== undefined)
            moveIntroduction(change, introduction, { state, on: day(daysAgo), outcome }, true)
        },
      }),
    ),
  ]
}
