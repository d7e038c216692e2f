/** Files that were imported before a merge, imported again after it. None of them says two things of one contact. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordCommand } from '../../src/store/command-log.ts'
import { mergeContacts } from '../../src/store/merge.ts'
import type { Store } from '../../src/store/open.ts'
import { createNetkeep } from '../harness.ts'
import { connections } from './random-commands.ts'
import { distinctCards, googleRows } from './random-files.ts'

const live = ({ db }: Store): readonly string[] =>
  db.prepare('SELECT contact FROM contact_state ORDER BY contact').pluck().all() as string[]

function mergeIn(store: Store, into: string, from: string): void {
  recordCommand(store, { typed: 'netkeep merge', at: `${store.today}T12:00:00Z` }, (change) =>
    mergeContacts(change, into, from, store.today),
  )
}

/** All fields of the live contacts, and all that they have several of. */
function known({ db }: Store): unknown {
  const tables = ['contact_point', 'contact_alias', 'contact_tag', 'contact_date', 'contact_job']
  return [
    db
      .prepare(
        `SELECT id, name, organization, title, location, birthday, note, met_on, met_at, circle, interval
         FROM contact WHERE id IN (SELECT contact FROM contact_state) ORDER BY id`,
      )
      .all(),
    ...tables.map((table) =>
      db
        .prepare(
          `SELECT id FROM ${table} WHERE deleted IS NULL AND contact IN (SELECT contact FROM contact_state) ORDER BY id`,
        )
        .pluck()
        .all(),
    ),
  ]
}

test('after any mergers, the files of before make no contact and change none, in any order', async () => {
  let merges = 0
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        'Connections.csv': connections,
        'contacts.vcf': distinctCards,
        'contacts.csv': googleRows,
      }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
      fc.shuffledSubarray(['Connections.csv', 'contacts.vcf', 'contacts.csv'], { minLength: 1 }),
      async (files, pairs, again) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const [name, text] of Object.entries(files)) {
          writeFileSync(path.join(netkeep.folder, name), text)
          await netkeep.ok('import', name)
        }
        for (const [first, second] of pairs) {
          const uids = live(store)
          const [into = '', from = ''] = [uids[first % uids.length], uids[second % uids.length]]
          if (into === from) continue
          mergeIn(store, into, from)
          merges++
        }
        const before = known(store)
        for (const name of again) {
          await netkeep.ok('import', name)
          expect([name, known(store)]).toEqual([name, before])
        }
      },
    ),
    { seed: 20_261_122, numRuns: 60 },
  )
  expect(merges).toBeGreaterThan(30)
}, 120_000)
