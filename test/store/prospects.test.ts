import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { compareText } from '../../src/domain/compare-text.ts'
import { funnelOf, type ProspectFunnel } from '../../src/domain/prospect.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import type { Store } from '../../src/store/open.ts'
import { dropProspect, listProspectHistories } from '../../src/store/prospects.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { commandsAndUndos, perform } from './random-commands.ts'
import { randomHistory, TODAY, tell } from './random-history.ts'

interface ContactRow {
  readonly id: string
  readonly prospect_on: string | null
  readonly prospect_dropped_on: string | null
  readonly deleted: number | null
  readonly merged_into: string | null
}
interface TouchRow {
  readonly id: string
  readonly contact: string
  readonly touched_on: CalendarDate
  readonly recorded_at: string
  readonly kind: string
  readonly channel: string | null
}

/** The funnel by its definition, from all the rows there are. */
function funnelFromRows(store: Store, since: string): ProspectFunnel {
  const contacts = store.db.prepare('SELECT * FROM contact').all() as ContactRow[]
  const touches = store.db
    .prepare(
      `SELECT t.id, x.contact, t.touched_on, t.recorded_at, t.kind, t.channel FROM touchpoint t, touchpoint_contact x
       WHERE x.touchpoint = t.id AND x.deleted IS NULL AND t.deleted IS NULL`,
    )
    .all() as TouchRow[]
  const prospects = contacts.filter(
    ({ deleted, merged_into, prospect_on }) =>
      deleted === null && merged_into === null && prospect_on !== null && prospect_on >= since,
  )
  const isBefore = (a: TouchRow, b: TouchRow): boolean =>
    (compareText(a.touched_on, b.touched_on) ||
      compareText(a.recorded_at, b.recorded_at) ||
      compareText(a.id, b.id)) < 0
  const known = prospects.map((prospect) => {
    const own = touches.filter(({ contact }) => contact === prospect.id)
    const counted = own.filter(({ kind }) => kind === 'counted')
    const answer = counted.find((one) => counted.every((other) => other === one || isBefore(one, other)))
    const tries = own.filter(
      (one) => one.kind === 'attempt' && (answer === undefined || isBefore(one, answer)),
    )
    const last = tries.find((one) => tries.every((other) => other === one || isBefore(other, one)))
    const first = tries.find((one) => tries.every((other) => other === one || isBefore(one, other)))
    return { isDropped: prospect.prospect_dropped_on !== null, answer, tries, first, last }
  })
  const tried = known.filter(({ tries }) => tries.length > 0)
  const reached = tried.filter(({ answer }) => answer !== undefined)
  const days = reached
    .map(({ first, answer }) => (first && answer ? daysBetween(first.touched_on, answer.touched_on) : 0))
    .sort((a, b) => a - b)
  const middle = days.length / 2
  const median =
    days.length % 2 === 1 ? days[middle - 0.5] : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2
  const allTries = known.flatMap(({ tries }) => tries)
  const channels = [...new Set(allTries.map(({ channel }) => channel))].map((channel) => ({
    channel,
    tries: allTries.filter((one) => one.channel === channel).length,
    answers: reached.filter(({ last }) => last?.channel === channel).length,
  }))
  return {
    added: known.length,
    tried: tried.length,
    answered: known.filter(({ answer }) => answer !== undefined).length,
    answeredTries: reached.length,
    dropped: known.filter(({ answer, isDropped }) => answer === undefined && isDropped).length,
    open: known.filter(({ answer, isDropped }) => answer === undefined && !isDropped).length,
    answerRate: tried.length === 0 ? null : reached.length / tried.length,
    meanTries: reached.length === 0 ? null : reached.flatMap(({ tries }) => tries).length / reached.length,
    medianDays: median ?? null,
    channels,
  }
}

/** The funnel, its channels in any order. */
const unordered = ({ channels, ...rest }: ProspectFunnel): object => ({
  ...rest,
  channels: new Set(channels),
})

function bothOf(store: Store, since: CalendarDate | null): readonly [object, object] {
  const expected = funnelFromRows(store, since ?? '')
  const found = funnelOf(listProspectHistories(store.db, since))
  // Of no days there is no median.
  const median = found.answeredTries === 0 ? null : expected.medianDays
  return [unordered(found), unordered({ ...expected, medianDays: median })]
}

test('each number of the funnel equals one from all rows, of any touchpoints', () => {
  fc.assert(
    fc.property(randomHistory, fc.boolean(), (history, isGivenUp) => {
      const store = createNetkeep().store()
      tell(store, history)
      if (isGivenUp)
        recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, ({ db }) => {
          const [first] = db
            .prepare('SELECT id FROM contact WHERE prospect_on IS NOT NULL')
            .pluck()
            .all() as string[]
          if (first !== undefined) dropProspect(db, first, TODAY)
        })
      const [found, expected] = bothOf(store, null)
      expect(found).toEqual(expected)
    }),
    { seed: 20_261_122, numRuns: 150 },
  )
}, 60_000)

test('each number of the funnel equals one from all rows, after any commands and undos', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, async (steps) => {
      const netkeep = createNetkeep()
      const store = netkeep.store()
      for (const step of steps) await perform(netkeep, step)
      for (const since of [null, '2026-12-15' as CalendarDate]) {
        const [found, expected] = bothOf(store, since)
        expect(found).toEqual(expected)
      }
    }),
    { seed: 20_261_122, numRuns: 15 },
  )
}, 60_000)

test('those with most attempts come first, the channel without a name last among equals', () => {
  const attempt = (channel: string | null) => ({
    on: TODAY,
    channel,
    isCounted: false,
  })
  const { channels } = funnelOf([
    { droppedOn: null, touches: [attempt(null), attempt('email'), attempt('call'), attempt('email')] },
  ])
  expect(channels.map(({ channel }) => channel)).toEqual(['email', 'call', null])
})

test('the funnel goes by the index of prospects', () => {
  const store = createNetkeep().store()
  const [first] = plansOf(store, () => listProspectHistories(store.db, TODAY))
  expect(first).toBe('SEARCH c USING INDEX contact_prospect (prospect_on>?)')
})
