import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'
import { commandsAndUndos, perform, type Step } from './random-commands.ts'
import { args, atMostOne } from './random-words.ts'

/** An entry of the ledger as it is stored, or another touchpoint. */
interface Entry {
  readonly contact: string
  readonly touched_on: string
  readonly recorded_at: string
  readonly kind: string
  readonly help: string | null
}

interface Line {
  readonly name: string
  readonly given: number
  readonly asked: number
  readonly received: number
  readonly unanswered: number
  readonly asksSinceGive: number
}

/** The balances by their definition: the touchpoints of each contact, told over from the first to the last. */
function balancesBy({ db }: Store): ReadonlyMap<string, Line> {
  const contacts = db
    .prepare('SELECT id, name FROM contact WHERE deleted IS NULL AND merged_into IS NULL')
    .all() as { id: string; name: string }[]
  const entries = db
    .prepare(
      `SELECT x.contact, t.touched_on, t.recorded_at, t.kind, t.help FROM touchpoint t, touchpoint_contact x
       WHERE x.touchpoint = t.id AND x.deleted IS NULL AND t.deleted IS NULL ORDER BY t.touched_on, t.recorded_at, t.id`,
    )
    .all() as Entry[]
  const balances = contacts.map(({ id, name }): [string, Line] => {
    const line = { name, given: 0, asked: 0, received: 0, unanswered: 0, asksSinceGive: 0 }
    for (const { kind, help } of entries.filter(({ contact }) => contact === id)) {
      if (kind === 'counted') line.unanswered = 0
      if (kind === 'attempt') line.unanswered++
      if (help === 'gave') line.given++
      if (help === 'gave') line.asksSinceGive = 0
      if (help === 'asked') line.asked++
      if (help === 'asked') line.asksSinceGive++
      if (help === 'got') line.received++
    }
    return [id, line]
  })
  return new Map(balances)
}

const isKnown = ({ given, asked, received, unanswered }: Line): boolean =>
  given + asked + received + unanswered > 0

async function expectBalances(netkeep: Netkeep, store: Store): Promise<void> {
  const balances = balancesBy(store)
  const known = [...balances].filter(([, line]) => isKnown(line))
  const listed: readonly ({ uid: string } & Line)[] = await netkeep.json('balance')
  expect(Object.fromEntries(listed.map(({ uid, ...line }) => [uid, line]))).toEqual(Object.fromEntries(known))
  const owed = listed.map(({ given, asked, received }) => asked + received - given)
  expect(owed).toEqual(owed.toSorted((a, b) => b - a))
  for (const [uid, line] of balances) {
    const { name: _, ...numbers } = line
    expect(await netkeep.json('balance', uid)).toMatchObject([{ uid, ...line }])
    expect((await netkeep.json('show', uid)).balance).toEqual(numbers)
  }
}

/** Two contacts, a few days, and many commands: so that of two on one day the order of recording decides. */
const who = fc.constantFrom(['ada'], ['alan'], ['ada', 'alan'])
const when = atMostOne(args('--on', 'yesterday'), args('--on', '2 days ago'))
const ledgerCommands: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.record({
      days: fc.constantFrom(0, 0, 1),
      args: fc.oneof(
        {
          weight: 12,
          arbitrary: args(fc.constantFrom('gave', 'asked', 'asked', 'got'), who, 'advice', when),
        },
        { weight: 3, arbitrary: args('log', who, fc.constantFrom([], ['--attempt'], ['--light']), when) },
        { weight: 1, arbitrary: args('remove', who) },
        { weight: 4, arbitrary: args(fc.constantFrom('undo', 'redo'), fc.constantFrom([], ['2'])) },
      ),
    }),
    { minLength: 18, maxLength: 24, size: 'max' },
  )
  .map((steps) => [...['Ada', 'Alan'].map((name) => ({ days: 0, args: ['add', name] })), ...steps])

test.each([
  ['gives, asks and receipts on any days', ledgerCommands],
  ['any commands', commandsAndUndos],
])(
  'after %s, with undo and redo between, balances equal the ledger',
  async (_, commands) => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const [index, step] of steps.entries()) {
          await perform(netkeep, step)
          if (index % 4 === 3 || index === steps.length - 1) await expectBalances(netkeep, store)
        }
      }),
      { seed: 20_261_122, numRuns: 15 },
    )
  },
  60_000,
)

test('the balance does not depend on the order in which the ledger was told', async () => {
  const entry = fc.record({
    side: fc.constantFrom('gave', 'asked', 'got'),
    on: fc.integer({ min: 1, max: 20 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
  })
  // On one day the order of recording counts, so each entry has a day of its own.
  const entries = fc.uniqueArray(entry, { selector: ({ on }) => on, minLength: 3, maxLength: 7 })
  const told = entries.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length }),
    ),
  )
  await fc.assert(
    fc.asyncProperty(told, async (orders) => {
      const balances = []
      for (const list of orders) {
        const netkeep = createNetkeep()
        await netkeep.ok('add', 'Grace Hopper')
        for (const { side, on } of list) await netkeep.ok(side, 'grace', 'advice', '--on', on)
        const [{ uid: _, entries: shown, ...balance }] = await netkeep.json('balance', 'grace')
        balances.push({
          ...balance,
          shown: shown.map(({ help, on }: { help: string; on: string }) => [help, on]),
        })
      }
      expect(balances[1]).toEqual(balances[0])
    }),
    { seed: 20_261_122, numRuns: 12 },
  )
}, 60_000)
