import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { findPaths } from '../../src/domain/path.ts'
import { inTransaction, recordStep } from '../../src/store/command-log.ts'
import { doorIndexOf } from '../../src/store/door-index.ts'
import type { Store } from '../../src/store/open.ts'
import { readPathLines } from '../../src/store/path-lines.ts'
import { createNetkeep } from '../harness.ts'
import { bruteForcePaths, type Path } from './brute-force-paths.ts'
import { type RandomNetwork, randomNetwork, TODAY, writeNetwork } from './random-network.ts'

const today = TODAY as CalendarDate

/** To twelve digits: the two multiply in another order. */
const rounded = (paths: readonly Path[]): unknown =>
  paths.map(({ contacts, weight }) => `${contacts.join(' > ')} ${weight.toFixed(12)}`)

/** What is written is taken back again: opening a database for each network takes longer than all else. */
function pathsIn(
  store: Store,
  network: RandomNetwork,
  ask: readonly (readonly string[])[],
): readonly unknown[] {
  const input = { typed: 'test', at: `${TODAY}T12:00:00Z` }
  return inTransaction(
    store,
    (db) => {
      recordStep(store, db, 'do', input, null, (change) => writeNetwork(change, network))
      return ask.map((targets) => {
        const index = doorIndexOf(db, today)
        const lines = readPathLines(db, findPaths(targets, index, today), index, today)
        return rounded(
          lines.map(({ contacts, weight }) => ({ contacts: contacts.map(({ name }) => name), weight })),
        )
      })
    },
    () => false,
  )
}

test('the paths are those that a search over every pair and every chain finds', () => {
  const store = createNetkeep(TODAY).store()
  fc.assert(
    fc.property(randomNetwork, (network) => {
      const everybody = network.contacts.map(({ uid }) => uid)
      const ask = [everybody, ...everybody.slice(0, 2).map((uid) => [uid])]
      const found = pathsIn(store, network, ask)
      expect(found).toEqual(ask.map((targets) => rounded(bruteForcePaths(network, targets))))
    }),
    { numRuns: 200 },
  )
}, 60_000)
