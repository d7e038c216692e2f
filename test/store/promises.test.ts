import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { PromiseRecord } from '../../src/domain/promise.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { addTag, insertContact } from '../../src/store/contacts.ts'
import type { Store } from '../../src/store/open.ts'
import {
  closePromise,
  countPromises,
  findPromisesByEnd,
  insertPromise,
  listPromises,
  type PromiseQuery,
} from '../../src/store/promises.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

const today = '2026-11-22' as CalendarDate

interface Made {
  readonly who: number
  readonly text: string
  readonly inDays: number | null
  readonly isMine: boolean
  readonly madeAgo: number
  readonly closed: { readonly as: 'done' | 'dropped'; readonly ago: number } | null
}

const made: fc.Arbitrary<Made> = fc.record({
  who: fc.nat(2),
  text: fc.constantFrom('the paper', 'a call', 'Zürich'),
  inDays: fc.option(fc.integer({ min: -5, max: 5 }), { freq: 3 }),
  isMine: fc.boolean(),
  madeAgo: fc.nat(3),
  closed: fc.option(fc.record({ as: fc.constantFrom('done', 'dropped'), ago: fc.nat(3) }), { freq: 2 }),
})

/** Three contacts, the first a mentor, with these promises. */
function storeOf(promises: readonly Made[]): { store: Store; contacts: readonly string[] } {
  const store = createNetkeep(today).store()
  const fields = { organization: null, title: null, location: null, birthday: null, note: null }
  const nothing = { ...fields, metOn: null, metAt: null, introducedBy: null }
  const { value } = recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) => {
    const contacts = ['Ada', 'Bob', 'Cid'].map((name) =>
      insertContact(change, { ...nothing, name }, { circle: null, interval: null }, today),
    )
    addTag(change.db, contacts[0] ?? '', 'mentor')
    for (const { who, text, inDays, isMine, madeAgo, closed } of promises) {
      const on = inDays === null ? null : addDays(today, inDays)
      const uid = insertPromise(
        change,
        contacts[who] ?? '',
        { text, on, isMine },
        addDays(today, -madeAgo),
        null,
      )
      if (closed !== null) closePromise(change.db, uid, closed.as, addDays(today, -closed.ago))
    }
    return contacts
  })
  return { store, contacts: value }
}

/** The order by its definition. */
function compare(a: PromiseRecord, b: PromiseRecord): number {
  const key = (promise: PromiseRecord): readonly string[] => [
    promise.state === 'open' ? '0' : '1',
    // Days turned round: the last closed first.
    promise.closedOn === null ? '' : String(99_999_999 - Number(promise.closedOn.replaceAll('-', ''))),
    promise.on ?? '9',
    promise.madeOn,
    promise.uid,
  ]
  const [left, right] = [key(a).join(' '), key(b).join(' ')]
  return left < right ? -1 : left > right ? 1 : 0
}

test('promises are listed by day, the open ones first, as the filters, the side and the day allow', () => {
  fc.assert(
    fc.property(fc.array(made, { maxLength: 14, size: 'max' }), (promises) => {
      const { store, contacts } = storeOf(promises)
      const all = listPromises(store.db, { today, hasClosed: true })
      expect(all).toHaveLength(promises.length)
      expect(all).toEqual(all.toSorted(compare))
      const queries: readonly [Omit<PromiseQuery, 'today'>, (promise: PromiseRecord) => boolean][] = [
        [{}, ({ state }) => state === 'open'],
        [{ isMine: true }, ({ state, isMine }) => state === 'open' && isMine],
        [{ isMine: false, hasClosed: true }, ({ isMine }) => !isMine],
        [{ contact: contacts[1] ?? '' }, ({ state, contact }) => state === 'open' && contact.name === 'Bob'],
        [{ until: today }, ({ state, on }) => state === 'open' && on !== null && on <= today],
        [{ filter: { tags: ['mentor'] }, hasClosed: true }, ({ contact }) => contact.name === 'Ada'],
        [
          { filter: { tags: ['mentor'] }, until: addDays(today, 2), isMine: true },
          ({ state, on, isMine, contact }) =>
            state === 'open' && isMine && contact.name === 'Ada' && on !== null && on <= addDays(today, 2),
        ],
      ]
      for (const [query, isMeant] of queries) {
        const expected = all.filter(isMeant)
        expect(listPromises(store.db, { today, ...query })).toEqual(expected)
        expect(listPromises(store.db, { today, ...query, limit: 2 })).toEqual(expected.slice(0, 2))
        expect(countPromises(store.db, { today, ...query })).toBe(expected.length)
      }
      for (const { uid, id } of all) {
        expect(id.length).toBeGreaterThanOrEqual(6)
        expect(findPromisesByEnd(store.db, id).map((found) => found.uid)).toEqual([uid])
      }
    }),
    { seed: 1, numRuns: 25 },
  )
}, 30_000)

test('the short id of a promise is as long as it must be to mean that promise alone', () => {
  const { store } = storeOf([{ who: 0, text: 'x', inDays: null, isMine: true, madeAgo: 0, closed: null }])
  const contact = listPromises(store.db, { today })[0]?.contact.uid ?? ''
  const insert = store.db.prepare(
    "INSERT INTO promise (id, contact, text, state, made_on) VALUES (?, ?, 'y', 'open', '2026-11-22')",
  )
  for (const id of ['11111111-aaaaaa', '22222222-aaaaaa', '33333333-aaaaab']) insert.run(id, contact)
  const ids = listPromises(store.db, { today }).flatMap(({ uid, id, text }) =>
    text === 'y' ? [[uid, id]] : [],
  )
  expect(ids).toEqual([
    ['11111111-aaaaaa', '1-aaaaaa'],
    ['22222222-aaaaaa', '2-aaaaaa'],
    ['33333333-aaaaab', 'aaaaab'],
  ])
  expect(findPromisesByEnd(store.db, 'aaaaaa')).toHaveLength(2)
  expect(findPromisesByEnd(store.db, '2-aaaaaa').map(({ uid }) => uid)).toEqual(['22222222-aaaaaa'])
})

describe('a promise', () => {
  async function withPromises(): Promise<Netkeep> {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', '2026-11-27')
    await netkeep.ok('promise', 'add', 'grace', 'a seat at the talk', '--theirs')
    return netkeep
  }
  const listed = (netkeep: Netkeep): Promise<readonly { uid: string; text: string; contact: string }[]> =>
    netkeep.json('promise')
  const uidOf = async (netkeep: Netkeep, place: number): Promise<string> =>
    (await listed(netkeep))[place]?.uid ?? ''

  test('that is done remembers the day, and is not done or dropped again', async () => {
    const netkeep = await withPromises()
    const uid = await uidOf(netkeep, 0)
    netkeep.today = '2026-11-25'
    await netkeep.ok('promise', 'done', uid)
    netkeep.today = '2026-11-28'
    expect(await netkeep.ok('promise', 'drop', uid)).toBe(
      'send the paper (Grace Hopper) was no longer open; nothing was changed.\n',
    )
    expect(await netkeep.json('promise', 'list', '--all', '--mine')).toMatchObject([
      { uid, state: 'done', closedOn: '2026-11-25' },
    ])
  })

  test('that is named twice is done once', async () => {
    const netkeep = await withPromises()
    const uid = await uidOf(netkeep, 0)
    expect(await netkeep.ok('promise', 'done', uid, uid.slice(-8))).toBe(
      'Done: send the paper (Grace Hopper). Undo: netkeep undo\n',
    )
  })

  test('is open again after an undo, and gone after one more', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('promise', 'drop', await uidOf(netkeep, 1))
    expect(await listed(netkeep)).toHaveLength(1)
    await netkeep.ok('undo')
    expect(await listed(netkeep)).toHaveLength(2)
    await netkeep.ok('undo')
    expect((await listed(netkeep)).map(({ text }) => text)).toEqual(['send the paper'])
  })

  test('is out of sight while its contact is removed, also by its id', async () => {
    const netkeep = await withPromises()
    const uid = await uidOf(netkeep, 0)
    await netkeep.ok('remove', 'grace')
    expect(await listed(netkeep)).toEqual([])
    expect(await netkeep.run('promise', 'done', uid)).toMatchObject({ exitCode: 3 })
    await netkeep.ok('undo')
    expect(await listed(netkeep)).toHaveLength(2)
  })

  test('made while logging a touchpoint with several is one with each, and goes with it', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('log', 'grace', 'ada', '--next', 'meet again', '--next-on', '2026-12-01')
    const again = (await listed(netkeep)).filter(({ text }) => text === 'meet again')
    expect(again.map(({ contact }) => contact).sort()).toEqual(['Ada Lovelace', 'Grace Hopper'])
    await netkeep.ok('undo')
    expect((await listed(netkeep)).filter(({ text }) => text === 'meet again')).toEqual([])
  })
})
