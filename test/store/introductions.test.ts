import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertNamed } from '../../src/commands/new-contact.ts'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import {
  contactsOf,
  INTRODUCTION_STATES,
  type IntroductionRecord,
  isUnderWay,
  madeOn,
  moveTo,
  NO_DAYS,
} from '../../src/domain/introduction.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { rebuildDerived } from '../../src/store/derived.ts'
import { introduce, moveIntroduction, withdrawIntroduction } from '../../src/store/introducing.ts'
import {
  countIntroductions,
  findIntroduction,
  findIntroductionsByEnd,
  listIntroductions,
} from '../../src/store/introductions.ts'
import type { Store } from '../../src/store/open.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'

const today = '2026-11-22' as CalendarDate

function withContacts(): { store: Store; contacts: readonly string[] } {
  const store = createNetkeep(today).store()
  const { value } = recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) =>
    ['Ada', 'Bob', 'Cid'].map((name) =>
      insertNamed(change, { name }, { circle: null, interval: '2w' }, today),
    ),
  )
  return { store, contacts: value }
}

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('make' as const),
      a: fc.nat(2),
      b: fc.nat(2),
      isMine: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat(9) }) },
)
const told = fc.record({
  state: fc.constantFrom(...INTRODUCTION_STATES),
  ago: fc.nat(6),
  isLogged: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
})

/** Introductions of three contacts that were made, moved and removed so; days out of order are taken as they come. */
function play(
  steps: readonly (readonly [
    typeof step extends fc.Arbitrary<infer T> ? T : never,
    typeof told extends fc.Arbitrary<infer T> ? T : never,
  ])[],
) {
  const { store, contacts } = withContacts()
  for (const [one, { state, ago, isLogged }] of steps) {
    const on = addDays(today, -ago)
    const all = listIntroductions(store.db)
    const known = one.kind === 'make' ? undefined : all[one.which % Math.max(all.length, 1)]
    recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) => {
      if (one.kind === 'make') {
        const [a = '', b = ''] = [contacts[one.a], contacts[one.a === one.b ? (one.b + 1) % 3 : one.b]]
        const who = one.isMine ? { a, b, introducer: null } : { a, b: null, introducer: b }
        introduce(
          change,
          { ...who, purpose: null, outcome: null, days: moveTo(NO_DAYS, state, on) },
          isLogged,
        )
      } else if (known !== undefined) {
        if (one.kind === 'move') moveIntroduction(change, known, { state, on, outcome: null }, isLogged)
        else withdrawIntroduction(change.db, known)
      }
    })
  }
  return { store, contacts }
}

/** The order by its definition. */
function compare(a: IntroductionRecord, b: IntroductionRecord): number {
  const [isOpen, isOtherOpen] = [isUnderWay(a.state), isUnderWay(b.state)]
  if (isOpen !== isOtherOpen) return isOpen ? -1 : 1
  const order = a.on < b.on || (a.on === b.on && a.uid < b.uid) ? -1 : 1
  return isOpen ? order : -order
}

test('introductions have one touchpoint at most, on the day they were made, and none besides theirs is left', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, told), { maxLength: 12, size: 'max' }), (steps) => {
      const { store, contacts } = play(steps)
      const all = listIntroductions(store.db)
      const links = store.db
        .prepare(
          `SELECT t.id, t.touched_on AS "on", t.help, x.contact FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id
           WHERE t.deleted IS NULL AND x.deleted IS NULL`,
        )
        .all()
      const expected = all.flatMap(({ touchpoint, days, a, b, by }) => {
        if (touchpoint === null) return []
        const touched = by === null ? [a, b] : [by]
        return touched.map((contact) => ({
          id: touchpoint,
          on: madeOn(days),
          help: by === null ? 'gave' : 'got',
          contact: contact?.uid,
        }))
      })
      expect(new Set(links)).toEqual(new Set(expected))
      expect(links).toHaveLength(expected.length)
      expect(all.filter(({ days, touchpoint }) => madeOn(days) === null && touchpoint !== null)).toEqual([])
      const states = (): readonly unknown[] =>
        store.db.prepare('SELECT * FROM contact_state ORDER BY contact').all()
      const before = states()
      rebuildDerived(store.db)
      expect(states()).toEqual(before)

      expect(all).toEqual(all.toSorted(compare))
      expect(countIntroductions(store.db)).toBe(all.length)
      for (const contact of contacts) {
        const theirs = all.filter((one) => contactsOf(one).some(({ uid }) => uid === contact))
        const open = theirs.filter(({ state }) => isUnderWay(state))
        expect(listIntroductions(store.db, { contact })).toEqual(theirs)
        expect(listIntroductions(store.db, { contact, isOpen: true })).toEqual(open)
        expect(listIntroductions(store.db, { contact, limit: 1 })).toEqual(theirs.slice(0, 1))
        expect(countIntroductions(store.db, { contact, isOpen: true })).toBe(open.length)
      }
      for (const one of all) {
        expect(findIntroductionsByEnd(store.db, one.id)).toEqual([one])
        expect(findIntroduction(store.db, one.uid)).toEqual(one)
      }
    }),
    { seed: 1, numRuns: 40 },
  )
}, 60_000)

test('what another device sends that says too little is not shown', () => {
  const { store, contacts } = withContacts()
  const [ada = '', bob = ''] = contacts
  const insert = store.db.prepare(
    'INSERT INTO introduction (id, a, b, introducer, offered_on) VALUES (?, ?, ?, ?, ?)',
  )
  insert.run('1-aaaaaa', ada, bob, null, today)
  insert.run('2-aaaaaa', null, bob, ada, today)
  insert.run('3-aaaaaa', ada, null, null, today)
  insert.run('4-aaaaaa', ada, bob, null, null)
  insert.run('5-aaaaaa', ada, 'nobody', null, today)
  insert.run('6-aaaaaa', ada, null, 'nobody', today)
  expect(listIntroductions(store.db).map(({ uid, id }) => [uid, id])).toEqual([['1-aaaaaa', '1-aaaaaa']])
  expect(countIntroductions(store.db)).toBe(1)
})

test('the introductions of a contact, and one of a short id, are found without looking at all', () => {
  const { store, contacts } = withContacts()
  const plans = plansOf(store, () => {
    listIntroductions(store.db, { contact: contacts[0] ?? '' })
    findIntroductionsByEnd(store.db, 'aaaaaa')
  })
  expect(plans.filter((plan) => plan.startsWith('SCAN ') || plan.includes('AUTOMATIC'))).toEqual([])
  // All introductions there are, with no look at other contacts than those in them.
  const ofAll = plansOf(store, () => listIntroductions(store.db))
  expect(ofAll.filter((plan) => plan.startsWith('SCAN ') || plan.includes('AUTOMATIC'))).toEqual(['SCAN i'])
})
