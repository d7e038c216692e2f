import { copyFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { rebuildDerived } from '../../src/store/derived.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { search } from '../../src/store/search.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'
import { commandsAndUndos, perform } from './random-commands.ts'

const SEARCHES = [
  'grace',
  'zoe',
  '山',
  'comp',
  'zurich talk',
  'mentor',
  'navy',
  'a x.org',
  'x',
  'amazing',
  'analytics',
  '555',
  'sail',
  'open source',
  'paper',
  'univac',
]

/** Everything derived, as far as it means something: the numbers of search documents do not. */
function derivedOf(store: Store): object {
  const all = (query: string): readonly unknown[] => store.db.prepare(query).all()
  return {
    states: all('SELECT * FROM contact_state ORDER BY contact'),
    days: all('SELECT * FROM due_day ORDER BY day'),
    keys: all('SELECT * FROM match_key ORDER BY kind, key, contact'),
    words: all('SELECT * FROM match_word ORDER BY word'),
    documents: all('SELECT contact, touchpoint FROM search_document ORDER BY contact, touchpoint'),
    found: SEARCHES.map((text) => [text, search(store.db, text, undefined)]),
  }
}

/** The same database, with everything derived afresh. */
function rebuilt(netkeep: Netkeep): object {
  const copy = path.join(netkeep.folder, 'copy.db')
  copyFileSync(netkeep.db, copy)
  const store = openStore(copy, {
    host: () => 'test-host',
    today: netkeep.today as CalendarDate,
    ownsFolder: false,
  })
  try {
    store.db.exec('BEGIN')
    rebuildDerived(store.db)
    store.db.exec('COMMIT')
    return derivedOf(store)
  } finally {
    store.db.close()
  }
}

test('after any commands the derived tables equal a fresh derivation', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, async (steps) => {
      const netkeep = createNetkeep()
      const store = netkeep.store()
      for (const [index, step] of steps.entries()) {
        await perform(netkeep, step)
        if (index % 5 === 4 || index === steps.length - 1) expect(derivedOf(store)).toEqual(rebuilt(netkeep))
      }
    }),
    { seed: 20_261_122, numRuns: 20 },
  )
}, 60_000)

test('after any commands the overdue count of any later day is the number of cold contacts on it', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, async (steps) => {
      const netkeep = createNetkeep()
      for (const step of steps) await perform(netkeep, step)
      const last = netkeep.today as CalendarDate
      for (const days of [0, 1, 8, 15, 40, 100, 500]) {
        netkeep.today = addDays(last, days)
        const cold = (await netkeep.json('list')).filter(
          ({ standing }: { standing: string }) => standing === 'cold',
        )
        expect(await netkeep.ok('due', '--count')).toBe(`${cold.length}\n`)
      }
    }),
    { seed: 20_261_122, numRuns: 10 },
  )
}, 60_000)

describe('what is derived', () => {
  const found = (store: Store, text: string): number => search(store.db, text, undefined).length

  test('follows a changed circle to all of its members', async () => {
    const netkeep = createNetkeep('2026-11-01')
    await netkeep.ok('add', 'Ada', '--circle', 'close')
    await netkeep.ok('circle', 'set', 'close', '1w')
    expect((await netkeep.json('show', 'ada')).dueOn).toBe('2026-11-08')
  })

  test('is reckoned for each member of a changed circle from its own last touch', async () => {
    const netkeep = createNetkeep('2026-11-01')
    for (const [name, on] of [
      ['Ada', '2026-10-20'],
      ['Alan', '2026-10-28'],
    ] as const) {
      await netkeep.ok('add', name, '--circle', 'close')
      await netkeep.ok('log', name, '--on', on)
    }
    await netkeep.ok('circle', 'set', 'close', '2w', '--as-is')
    expect((await netkeep.json('show', 'ada')).dueOn).toBe('2026-11-03')
    expect((await netkeep.json('show', 'alan')).dueOn).toBe('2026-11-11')
  })

  test('follows the rest after an attempt to everybody who rests', async () => {
    const netkeep = createNetkeep('2026-11-01')
    await netkeep.ok('add', 'Ada', '--every', '1w')
    netkeep.today = '2026-11-20'
    await netkeep.ok('log', 'ada', '--attempt')
    expect(await netkeep.ok('due', '--count', '--on', '2026-11-23')).toBe('1\n')
    await netkeep.ok('config', 'set', 'attempt-rest', '9')
    expect(await netkeep.ok('due', '--count', '--on', '2026-11-28')).toBe('0\n')
    expect(await netkeep.ok('due', '--count', '--on', '2026-11-29')).toBe('1\n')
  })

  test('forgets the words of a note with its touchpoint, and of a contact with it', async () => {
    const netkeep = createNetkeep()
    const store = netkeep.store()
    await netkeep.ok('add', 'Ada', '--note', 'knows looms')
    await netkeep.ok('log', 'ada', '-m', 'about engines')
    expect([found(store, 'loom'), found(store, 'engine')]).toEqual([1, 1])
    await netkeep.ok('undo')
    expect([found(store, 'loom'), found(store, 'engine')]).toEqual([1, 0])
    await netkeep.ok('redo')
    await netkeep.ok('remove', 'ada')
    expect([found(store, 'loom'), found(store, 'engine')]).toEqual([0, 0])
    await netkeep.ok('undo')
    expect([found(store, 'loom'), found(store, 'engine')]).toEqual([1, 1])
  })

  test('is found by a new name, and no longer by the old one', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Murray')
    await netkeep.ok('edit', 'murray', '--name', 'Grace Hopper')
    expect((await netkeep.json('show', 'hopper')).name).toBe('Grace Hopper')
    expect(await netkeep.run('show', 'murray')).toMatchObject({ exitCode: 3 })
  })

  test('is found by an address or a name with characters that mean something in JSON', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', '"\\', '--email', '"a\\b"@x.org')
    await netkeep.ok('add', 'Ada "\\', '--alias', '7')
    for (const typed of ['"a\\b"@x.org', '"\\', '7']) await netkeep.ok('show', typed)
  })

  test('holds a key once, though a contact has it twice', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Grace', '--alias', 'Grace', '--alias', 'grace  GRACE')
    const keys = netkeep.store().db.prepare('SELECT kind, key FROM match_key ORDER BY kind, key').raw().all()
    expect(keys).toEqual([
      ['name', 'grace'],
      ['name', 'grace grace'],
      ['word', 'grace'],
    ])
  })

  test('is found by an alias, an address and a tag as soon as it has them, and no longer than that', async () => {
    const netkeep = createNetkeep()
    const store = netkeep.store()
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('edit', 'grace', '--alias', 'Amazing')
    await netkeep.ok('edit', 'amazing', '--email', 'grace@navy.mil')
    await netkeep.ok('tag', 'grace@navy.mil', '+mentor')
    expect([found(store, 'amazing'), found(store, 'navy'), found(store, 'mentor')]).toEqual([1, 1, 1])
    await netkeep.ok('undo', '3')
    expect([found(store, 'amazing'), found(store, 'navy'), found(store, 'mentor')]).toEqual([0, 0, 0])
    for (const typed of ['amazing', 'grace@navy.mil']) {
      expect(await netkeep.run('show', typed)).toMatchObject({ exitCode: 3 })
    }
  })
})
