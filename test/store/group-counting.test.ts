import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate
const WHO = ['ada', 'grace', 'alan'] as const
const GROUPS = ['club', 'board'] as const

/** What a reader of the rules would keep on paper: sets, and nothing of how netkeep stores them. */
interface Paper {
  readonly members: Readonly<Record<string, readonly string[]>>
  /** `group day` of every meeting. */
  readonly meetings: readonly string[]
  /** `group day contact` of everybody who was present. */
  readonly present: readonly string[]
  readonly intervals: Readonly<Record<string, string>>
}

const group = fc.constantFrom(...GROUPS)
const some = fc.subarray([...WHO], { minLength: 1 })
const day = fc.integer({ min: 0, max: 5 }).map((daysAgo) => addDays(TODAY, -daysAgo * 9))

type Move = readonly [args: readonly string[], then: (paper: Paper) => Paper]

const join: fc.Arbitrary<Move> = fc
  .tuple(group, some)
  .map(([name, who]) => [
    ['group', 'join', name, ...who],
    (paper) => ({ ...paper, members: { ...paper.members, [name]: union(paper.members[name], who) } }),
  ])
const leave: fc.Arbitrary<Move> = fc.tuple(group, some).map(([name, who]) => [
  ['group', 'leave', name, ...who],
  (paper) => ({
    ...paper,
    members: {
      ...paper.members,
      [name]: (paper.members[name] ?? []).filter((one) => !who.some((w) => w === one)),
    },
  }),
])
const every: fc.Arbitrary<Move> = fc
  .tuple(group, fc.constantFrom('1w', '2m', '10d'))
  .map(([name, interval]) => [
    ['group', 'every', name, interval],
    (paper) => ({ ...paper, intervals: { ...paper.intervals, [name]: interval } }),
  ])
const met: fc.Arbitrary<Move> = fc
  .tuple(group, day, fc.constantFrom('nobody', 'all', 'some'), some)
  .map(([name, on, kind, who]) => [
    [
      ...['group', 'log', name, '--on', on],
      ...(kind === 'all' ? ['--all'] : kind === 'some' ? ['--present', who.join(',')] : []),
    ],
    (paper) => {
      const members = paper.members[name] ?? []
      if (kind === 'all' && members.length === 0) return paper
      const there = kind === 'all' ? members : kind === 'some' ? who : []
      return {
        ...paper,
        meetings: union(paper.meetings, [`${name} ${on}`]),
        present: union(
          paper.present,
          there.map((one) => `${name} ${on} ${one}`),
        ),
      }
    },
  ])

function union(a: readonly string[] = [], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}

async function check(netkeep: Netkeep, paper: Paper): Promise<void> {
  for (const who of WHO) {
    const { touchpoints, lastTouchOn } = await netkeep.json('show', who)
    const days = touchpoints.map(({ on }: { on: string }) => on).sort()
    const there = paper.present.filter((line) => line.endsWith(` ${who}`)).map((line) => line.split(' ')[1])
    // One touchpoint for each meeting: of two groups on one day there are two, and one touch.
    expect(days).toEqual(there.toSorted())
    expect(lastTouchOn).toBe(there.toSorted().at(-1) ?? null)
  }
  const groups: readonly {
    name: string
    dueOn: string
    lastOn: string | null
    members: readonly string[]
  }[] = await netkeep.json('group')
  for (const { name, dueOn, lastOn, members } of groups) {
    const days = paper.meetings
      .filter((line) => line.startsWith(`${name} `))
      .map((line) => line.split(' ')[1])
    const last = days.toSorted().at(-1) ?? null
    expect(lastOn).toBe(last)
    expect(dueOn).toBe(
      addInterval((last ?? TODAY) as CalendarDate, parseInterval(paper.intervals[name] ?? '')),
    )
    expect(members).toEqual([...(paper.members[name] ?? [])].sort())
  }
}

test('group counting: touches are those present on the days, and a group is due an interval after its last meeting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: join },
          { weight: 1, arbitrary: leave },
          { weight: 5, arbitrary: met },
          { weight: 1, arbitrary: every },
          { weight: 2, arbitrary: fc.constant('undo' as const) },
        ),
        { maxLength: 14 },
      ),
      async (moves) => {
        const netkeep = createNetkeep(TODAY)
        for (const who of WHO) await netkeep.ok('add', who)
        for (const name of GROUPS) await netkeep.ok('group', 'add', name, '--every', '2w')
        let paper: Paper = {
          members: { club: [], board: [] },
          meetings: [],
          present: [],
          intervals: { club: '2w', board: '2w' },
        }
        const before: Paper[] = []
        for (const move of moves) {
          if (move === 'undo') {
            const earlier = before.pop()
            if (earlier === undefined) continue
            await netkeep.ok('undo')
            paper = earlier
          } else {
            const [args, then] = move
            await netkeep.run(...args)
            const after = then(paper)
            // What changes nothing is no step of undo.
            if (JSON.stringify(after) !== JSON.stringify(paper)) before.push(paper)
            paper = after
          }
        }
        await check(netkeep, paper)
      },
    ),
    { numRuns: 20 },
  )
})
