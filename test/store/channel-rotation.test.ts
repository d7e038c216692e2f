import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS } from '../../src/domain/touchpoint.ts'
import { channelsToTry } from '../../src/store/channel-rotation.ts'
import { findCard } from '../../src/store/contact-card.ts'
import { listMatching } from '../../src/store/contact-list.ts'
import type { Store } from '../../src/store/open.ts'
import { undo } from '../../src/store/undo.ts'
import { naiveRotation } from '../domain/naive-rotation.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { type RandomHistory, randomHistory, seenTouches, TODAY, tell } from './random-history.ts'

/** Mostly the same channel: else there were hardly ever three in a row. */
const channel = fc.constantFrom(null, 'email', 'email', 'email', 'email', 'email', 'email', 'call', 'coffee')
const channelled: fc.Arbitrary<RandomHistory> = fc
  .tuple(randomHistory, fc.array(channel, { minLength: 60, maxLength: 60 }))
  .map(([history, channels]) => ({
    ...history,
    told: history.told.map((touch, index) => ({ ...touch, channel: channels[index] ?? null })),
  }))

/** What a look at every row finds; the contacts have no addresses. */
function expectAsSeen(store: Store): void {
  const seen = seenTouches(store)
  const uids = listMatching(store.db, TODAY, {})
  const found = channelsToTry(store.db, uids, TODAY)
  expect([...found.keys()]).toEqual(uids)
  for (const uid of uids) {
    const oldestFirst = seen.filter(({ contact }) => contact === uid).toReversed()
    const expected = naiveRotation(oldestFirst, { email: false, phone: false }, CHANNELS)
    expect(found.get(uid)).toEqual(expected)
    expect(findCard(store.db, uid, TODAY)?.tryChannel).toEqual(expected)
  }
}

describe('the channel to try with what is recorded', () => {
  test('equals what a look at every row finds, and so after undo', () => {
    fc.assert(
      fc.property(channelled, fc.integer({ min: 1, max: 6 }), (history, count) => {
        const store = createNetkeep().store()
        tell(store, history)
        expectAsSeen(store)
        undo(store, { typed: 'netkeep undo', at: `${TODAY}T13:00:00Z` }, count)
        expectAsSeen(store)
      }),
      { seed: 20_261_122, numRuns: 60 },
    )
  }, 60_000)

  test('is found by steps through the touchpoints of each contact', () => {
    const store = createNetkeep().store()
    const plans = plansOf(store, () => channelsToTry(store.db, ['ada'], TODAY))
    expect(plans).toContain('SEARCH tc USING INDEX touchpoint_contact_contact (contact=?)')
    expect(plans).toContain('SEARCH t USING PRIMARY KEY (id=?)')
    expect(plans.filter((plan) => /^SCAN (?!g|json_each)/.test(plan))).toEqual([])
  })
})
