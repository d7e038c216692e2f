import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { GoalThing } from '../../src/domain/goal-thing.ts'
import { type DateRange, PERIODS, periodAt } from '../../src/domain/period.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { countThingsIn, firstDayOf } from '../../src/store/goal-counts.ts'
import { listGoals } from '../../src/store/goals.ts'
import type { Store } from '../../src/store/open.ts'
import { closePromise, insertPromise } from '../../src/store/promises.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { commands, perform } from './random-commands.ts'
import {
  countContactDays,
  randomHistory,
  type SeenTouch,
  seenTouches,
  TODAY,
  tell,
} from './random-history.ts'

const THINGS: readonly GoalThing[] = [
  { kind: 'touches', detail: null },
  { kind: 'touches', detail: 'coffee' },
  { kind: 'events', detail: null },
  { kind: 'gives', detail: null },
  { kind: 'gives', detail: 'introduction' },
  { kind: 'gives', detail: 'other' },
  { kind: 'asks', detail: null },
  { kind: 'reach-outs', detail: null },
  { kind: 'contacts', detail: null },
  { kind: 'promises', detail: null },
]

/** A promise, whose it is and what became of it. */
interface Promised {
  readonly isTheirs: boolean
  readonly state: 'open' | 'done' | 'dropped'
  readonly closedAgo: number
  readonly isTakenBack: boolean
}

const promised: fc.Arbitrary<Promised> = fc.record({
  isTheirs: fc.boolean(),
  state: fc.constantFrom('open', 'done', 'done', 'dropped'),
  closedAgo: fc.nat(130),
  isTakenBack: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
})

function promise(store: Store, promises: readonly Promised[]): void {
  recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, (change) => {
    for (const { isTheirs, state, closedAgo, isTakenBack } of promises) {
      const says = { text: 'send the paper', on: null, isMine: !isTheirs }
      const uid = insertPromise(change, 'somebody', says, addDays(TODAY, -200), null)
      if (state !== 'open') closePromise(change.db, uid, state, addDays(TODAY, -closedAgo))
      if (isTakenBack) change.db.prepare('UPDATE promise SET deleted = 2 WHERE id = ?').run(uid)
    }
  })
}

interface ContactRow {
  readonly id: string
  readonly met_on: string | null
  readonly tracked_from: string
  readonly deleted: number | null
  readonly merged_into: string | null
  readonly prospect_on: string | null
}
interface PromiseRow {
  readonly closed_on: string | null
  readonly state: string
  readonly theirs: number | null
  readonly deleted: number | null
}

/** Each contact of each; but an introduction is one, whoever is in it. */
function countGiven(given: readonly { readonly touchpoint: string }[], kind: string | null): number {
  return kind === 'introduction' ? new Set(given.map(({ touchpoint }) => touchpoint)).size : given.length
}

/** The day a contact is new on; a prospect is nobody new until it is reached. */
function newOn(
  { id, met_on, tracked_from, prospect_on }: ContactRow,
  touches: readonly SeenTouch[],
): string | null {
  if (prospect_on === null) return met_on ?? (id[14] === '7' ? tracked_from : null)
  const counted = touches.filter((touch) => touch.contact === id && touch.recordedKind === 'counted')
  const [first] = counted.map(({ on }) => on).toSorted()
  return first === undefined ? null : (met_on ?? first)
}

/** The same from all the rows there are, one by one. */
function countFromRows(store: Store, { kind, detail }: GoalThing, { from, to }: DateRange): number {
  const isIn = (day: string | null): boolean => day !== null && from <= day && day <= to
  const rowsOf = <T>(table: string): readonly T[] => store.db.prepare(`SELECT * FROM ${table}`).all() as T[]
  const touches = seenTouches(store)
  const seen = touches.filter(({ on }) => isIn(on))
  const counted = seen.filter((touch) => touch.kind === 'counted')
  switch (kind) {
    case 'touches':
      return countContactDays(counted.filter(({ channel }) => detail === null || channel === detail))
    case 'events':
      return new Set(counted.flatMap(({ channel, on }) => (channel === 'event' ? [on] : []))).size
    case 'gives':
      return countGiven(
        seen.filter(({ help }) => help?.side === 'gave' && (detail === null || help.kind === detail)),
        detail,
      )
    case 'asks':
      return seen.filter(({ help }) => help?.side === 'asked').length
    case 'reach-outs':
      return countContactDays(
        seen.filter(({ recordedKind, direction }) => recordedKind !== 'light' && direction !== 'in'),
      )
    case 'contacts':
      return rowsOf<ContactRow>('contact').filter(
        (row) => row.deleted === null && row.merged_into === null && isIn(newOn(row, touches)),
      ).length
    case 'promises':
      return rowsOf<PromiseRow>('promise').filter(
        ({ closed_on, state, theirs, deleted }) =>
          state === 'done' && theirs === null && deleted === null && isIn(closed_on),
      ).length
  }
}

describe('what goals count', () => {
  test('of any touchpoints and promises, equals a count of all rows one by one', () => {
    fc.assert(
      fc.property(
        randomHistory,
        fc.array(promised, { maxLength: 20 }),
        fc.nat(130),
        fc.constantFrom(...PERIODS),
        (history, promises, daysAgo, period) => {
          const store = createNetkeep().store()
          tell(store, history)
          promise(store, promises)
          const range = periodAt(period, addDays(TODAY, -daysAgo))
          const counts = THINGS.map((thing) => countThingsIn(store.db, thing, range))
          expect(counts).toEqual(THINGS.map((thing) => countFromRows(store, thing, range)))
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    )
  }, 60_000)

  test('after any commands, equals a count of all rows one by one, in each period that is shown', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const step of steps) await perform(netkeep, step)
        for (const text of [
          '4 new contacts a quarter',
          '3 promises a month',
          '5 touches a week',
          '2 asks a year',
        ])
          await netkeep.ok('goal', 'set', text)
        const goals = listGoals(store.db, netkeep.today as CalendarDate)
        expect(goals.length).toBeGreaterThanOrEqual(4)
        for (const goal of goals) {
          const shown = [{ ...goal, past: [] }, ...goal.past]
          expect(shown.map(({ done }) => done)).toEqual(
            shown.map(({ periodStart, periodEnd }) =>
              countFromRows(store, goal, { from: periodStart, to: periodEnd }),
            ),
          )
        }
      }),
      { seed: 20_261_122, numRuns: 15 },
    )
  }, 60_000)
})

test('a promise counts where the user made and kept it: none of theirs, none dropped, open or taken back', () => {
  const store = createNetkeep().store()
  const kept: Promised = { isTheirs: false, state: 'done', closedAgo: 0, isTakenBack: false }
  promise(store, [
    kept,
    { ...kept, closedAgo: 1 },
    { ...kept, isTheirs: true },
    { ...kept, state: 'dropped' },
    { ...kept, state: 'open' },
    { ...kept, isTakenBack: true },
  ])
  const countSince = (from: CalendarDate): number =>
    countThingsIn(store.db, { kind: 'promises', detail: null }, { from, to: TODAY })
  expect([countSince(TODAY), countSince(addDays(TODAY, -1))]).toEqual([1, 2])
})

describe('their queries', () => {
  const range = periodAt('week', TODAY)

  test.each(THINGS.filter(({ kind }) => kind !== 'contacts' && kind !== 'promises'))(
    'of $kind $detail read nothing but the two indexes made for it',
    (thing) => {
      const store = createNetkeep().store()
      const plans = plansOf(store, () => countThingsIn(store.db, thing, range))
      expect(plans).toContain('SEARCH t USING COVERING INDEX touchpoint_day (touched_on>? AND touched_on<?)')
      expect(plans).toContain('SEARCH x USING COVERING INDEX touchpoint_contact_touchpoint (touchpoint=?)')
    },
  )

  test('of new contacts and kept promises go by their days', () => {
    const store = createNetkeep().store()
    const plans = plansOf(store, () => {
      countThingsIn(store.db, { kind: 'contacts', detail: null }, range)
      countThingsIn(store.db, { kind: 'promises', detail: null }, range)
      firstDayOf(store.db, 'contacts')
      firstDayOf(store.db, 'promises')
      firstDayOf(store.db, 'touches')
    })
    const prospects = 'SEARCH c USING INDEX contact_prospect (prospect_on>?)'
    const state = 'SEARCH s USING PRIMARY KEY (contact=?)'
    const firstTouch = [
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH x USING INDEX touchpoint_contact_contact (contact=?)',
      'SEARCH t USING PRIMARY KEY (id=?)',
    ]
    expect(plans).toEqual([
      'SEARCH contact USING INDEX contact_new (<expr>>? AND <expr><?)',
      ...[prospects, ...firstTouch, state],
      'SEARCH promise USING INDEX promise_closed (closed_on>? AND closed_on<?)',
      'SEARCH contact USING INDEX contact_new (<expr>>?)',
      ...[prospects, state, ...firstTouch],
      'SEARCH promise USING INDEX promise_closed (closed_on>?)',
      'SEARCH touchpoint USING COVERING INDEX touchpoint_day',
    ])
  })
})
