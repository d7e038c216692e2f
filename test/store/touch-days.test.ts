import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/calendar-date.ts'
import type { Store } from '../../src/store/open.ts'
import { countTouchesByDay } from '../../src/store/touch-days.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { commands, perform } from './random-commands.ts'
import { countContactDays, randomHistory, seenTouches, TODAY, tell } from './random-history.ts'

/** Days with how many touches, from the rows. */
function countedByDay(store: Store, from: string, to: string, among?: readonly string[]): object[] {
  const touches = seenTouches(store).filter(
    ({ contact, kind, on }) =>
      kind === 'counted' && from <= on && on <= to && (among === undefined || among.includes(contact)),
  )
  const days = [...new Set(touches.map(({ on }) => on))].sort()
  return days.map((on) => ({ on, count: countContactDays(touches.filter((touch) => touch.on === on)) }))
}

/** More contacts, of whom nothing is told: then a few are few. */
function addOthers({ db }: Store, count: number): void {
  const columns = db.pragma('table_info(contact_state)') as { name: string }[]
  const values = columns.map(({ name }) => (name === 'contact' ? "'other ' || value" : name))
  db.prepare(
    `INSERT INTO contact_state SELECT ${values.join(', ')} FROM contact_state, json_each(?) GROUP BY value`,
  ).run(JSON.stringify(Array.from({ length: count }, (_, index) => index)))
}

const contactsOf = ({ db }: Store): string[] =>
  db.prepare('SELECT id FROM contact ORDER BY name').pluck().all() as string[]

describe('touches by day', () => {
  test('equal a count of all rows, of any days and any contacts', () => {
    fc.assert(
      fc.property(
        randomHistory,
        fc.nat(130),
        fc.nat(130),
        fc.option(fc.subarray([0, 1, 2, 3])),
        fc.constantFrom(0, 40),
        (history, start, length, chosen, others) => {
          const store = createNetkeep().store()
          tell(store, history)
          addOthers(store, others)
          const from = addDays(TODAY, -start)
          const to = addDays(from, length)
          const uids = contactsOf(store)
          const among = chosen?.map((index) => uids[index] ?? '')
          expect(countTouchesByDay(store.db, { from, to }, among)).toEqual(
            countedByDay(store, from, to, among),
          )
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    )
  }, 60_000)

  test('equal it after any commands, as heat prints them; undoing them all leaves none', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const step of steps) await perform(netkeep, step)
        const year = addDays(TODAY, -300)
        expect(await netkeep.json('heat')).toEqual(countedByDay(store, year, netkeep.today))
        await netkeep.ok('undo', '100')
        expect(await netkeep.json('heat')).toEqual([])
      }),
      { seed: 20_261_122, numRuns: 15 },
    )
  }, 60_000)

  test('of a few contacts are found by the contacts, of many by the days', () => {
    const store = createNetkeep().store()
    tell(store, { told: [], removed: [], prospects: [] })
    const plans = (among: readonly string[]): readonly string[] =>
      plansOf(store, () => countTouchesByDay(store.db, { from: TODAY, to: TODAY }, among))
    const byContact = 'SEARCH x USING INDEX touchpoint_contact_contact (contact=?)'
    const byDay = 'SEARCH t USING COVERING INDEX touchpoint_day (touched_on>? AND touched_on<?)'
    expect(plans(contactsOf(store))).toContain(byDay)
    expect(plans(contactsOf(store))).not.toContain(byContact)
    addOthers(store, 40)
    expect(plans(contactsOf(store))).toContain(byContact)
  })
})
