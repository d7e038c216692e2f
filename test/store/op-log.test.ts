import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/store/op-triggers.ts'
import type { Store } from '../../src/store/open.ts'
import { SYNCED_TABLES, type SyncedTable } from '../../src/store/schema.ts'
import { createNetkeep, namesIn } from '../harness.ts'
import { commandsAndUndos, perform } from './random-commands.ts'

interface Op {
  readonly h: string
  readonly t: string
  readonly r: string
  readonly s: string
}

const opsOf = (store: Store, row: string): readonly Op[] =>
  store.db.prepare('SELECT h, t, r, s FROM op WHERE r = ? ORDER BY h').all(row) as Op[]
const changesOf = (store: Store, row: string): readonly unknown[] =>
  opsOf(store, row).map(({ s }) => JSON.parse(s) as unknown)
const newestH = (store: Store): string => store.db.prepare('SELECT max(h) FROM op').pluck().get() as string

describe.each(SYNCED_TABLES)('table %s', (table) => {
  const isNumber = (store: Store, column: string): boolean =>
    store.db.prepare('SELECT type FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) ===
    'INTEGER'

  test('writes one operation for each insert and update, with just the columns that changed', () => {
    const store = createNetkeep().store()
    const [first = '', ...others] = columnsOf(store.db, table)
    const [one, two] = isNumber(store, first) ? [1, 2] : ['one', 'two']

    store.db.prepare(`INSERT INTO ${table} (id, ${first}) VALUES ('r', ?)`).run(one)
    expect(changesOf(store, 'r')).toEqual([{ [first]: one }])
    store.db.prepare(`UPDATE ${table} SET ${first} = ?`).run(two)
    expect(changesOf(store, 'r')).toEqual([{ [first]: one }, { [first]: two }])
    store.db.prepare(`UPDATE ${table} SET ${first} = NULL WHERE id = 'r'`).run()
    expect(changesOf(store, 'r').at(-1)).toEqual({ [first]: null })

    for (const column of others) {
      const value = isNumber(store, column) ? 7 : `"${column}' ü\n`
      store.db.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = 'r'`).run(value)
      expect(changesOf(store, 'r').at(-1)).toEqual({ [column]: value })
    }
    expect(changesOf(store, 'r')).toHaveLength(3 + others.length)
    expect(new Set(opsOf(store, 'r').map(({ t }) => t))).toEqual(new Set([table]))
  })

  test('an update that changes nothing writes none', () => {
    const store = createNetkeep().store()
    const columns = columnsOf(store.db, table)
    store.db.prepare(`INSERT INTO ${table} (id, deleted) VALUES ('r', 1)`).run()
    const before = newestH(store)
    store.db.exec(`UPDATE ${table} SET ${columns.map((name) => `${name} = ${name}`).join(', ')}`)
    store.db.exec(`UPDATE ${table} SET id = id`)
    expect(newestH(store)).toBe(before)
  })

  test('a row with nothing but its id is an operation too', () => {
    const store = createNetkeep().store()
    store.db.prepare(`INSERT INTO ${table} (id) VALUES ('r')`).run()
    expect(changesOf(store, 'r')).toEqual([{}])
  })

  test('a row is never deleted, replaced, or given another id', () => {
    const store = createNetkeep().store()
    store.db.prepare(`INSERT INTO ${table} (id, deleted) VALUES ('r', 1)`).run()
    const rows = store.db.prepare(`SELECT * FROM ${table}`).all()
    const before = newestH(store)
    const never = `a ${table} is never deleted: set deleted instead`
    expect(() => store.db.exec(`DELETE FROM ${table} WHERE id = 'r'`)).toThrow(never)
    expect(() => store.db.exec(`DELETE FROM ${table}`)).toThrow(never)
    expect(() => store.db.exec(`INSERT OR REPLACE INTO ${table} (id) VALUES ('r')`)).toThrow(never)
    expect(() => store.db.exec(`REPLACE INTO ${table} (id, deleted) VALUES ('r', NULL)`)).toThrow(never)
    expect(() => store.db.exec(`UPDATE ${table} SET id = 'other' WHERE id = 'r'`)).toThrow(
      `the id of a ${table} never changes`,
    )
    expect(store.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(rows)
    expect(newestH(store)).toBe(before)
  })
})

test('while operations of other devices are applied, none is written', () => {
  const store = createNetkeep().store()
  store.db.exec('UPDATE replica SET applying = 1')
  store.db.exec("INSERT INTO contact (id, name) VALUES ('r', 'Ada')")
  store.db.exec("UPDATE contact SET name = 'Ada Lovelace' WHERE id = 'r'")
  expect(opsOf(store, 'r')).toEqual([])
})

test('a new database has its circles, written at the beginning of all time', () => {
  const store = createNetkeep().store()
  const ops = store.db.prepare('SELECT h, t FROM op ORDER BY h').all() as Op[]
  expect(ops.map(({ t }) => t)).toEqual(['circle', 'circle', 'circle', 'circle'])
  expect(ops.map(({ h }) => h.slice(0, 17))).toEqual([
    '0000000000000001-',
    '0000000000000002-',
    '0000000000000003-',
    '0000000000000004-',
  ])
})

test('an operation is stamped with the time of its command, to the millisecond', async () => {
  const netkeep = createNetkeep('2026-11-22')
  const store = netkeep.store()
  await netkeep.ok('add', 'Ada')
  expect(Number.parseInt(newestH(store).slice(0, 12), 16)).toBe(Date.parse('2026-11-22T00:00:00Z'))
})

test('a clock too far ahead to be stamped with is told of, and nothing is written', async () => {
  const netkeep = createNetkeep('2026-11-22')
  await netkeep.ok('add', 'Ada')
  netkeep.today = '9999-06-01'
  expect(await netkeep.run('add', 'Grace')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr:
      'netkeep: The clock of this computer says 9999-06-01; nothing was changed.\nSet the clock, then type the command again.\n',
  })
  netkeep.today = '2026-11-23'
  expect(await namesIn(netkeep, 'list')).toEqual(['Ada'])
})

/** The rows of a table without their empty columns: what a fold of operations can tell. */
function rowsOf(store: Store, table: SyncedTable): Record<string, Record<string, unknown>> {
  const rows = store.db.prepare(`SELECT * FROM ${table}`).all() as ({ id: string } & Record<
    string,
    unknown
  >)[]
  return Object.fromEntries(rows.map(({ id, ...columns }) => [id, withoutNulls(columns)]))
}

function foldOf(store: Store, table: SyncedTable): Record<string, Record<string, unknown>> {
  const ops = store.db.prepare('SELECT r, s FROM op WHERE t = ? ORDER BY h').all(table) as Op[]
  const rows: Record<string, Record<string, unknown>> = {}
  for (const { r, s } of ops) rows[r] = { ...rows[r], ...(JSON.parse(s) as Record<string, unknown>) }
  return Object.fromEntries(Object.entries(rows).map(([id, columns]) => [id, withoutNulls(columns)]))
}

function withoutNulls(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null))
}

test('after any commands every row equals the fold of its operations, and their clock has only gone forward', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, fc.nat(20), async (steps, at) => {
      const netkeep = createNetkeep()
      const store = netkeep.store()
      let written = 4
      for (const [index, step] of steps.entries()) {
        // Somewhere on the way the clock is set back a year.
        if (index === at) netkeep.today = `2025${netkeep.today.slice(4)}`.replace('02-29', '02-28')
        const before = newestH(store)
        await perform(netkeep, step)
        const newer = store.db.prepare('SELECT count(*) FROM op WHERE h > ?').pluck().get(before) as number
        const count = store.db.prepare('SELECT count(*) FROM op').pluck().get() as number
        // Whatever was written lies after all that was there before.
        expect(count - newer).toBe(written)
        written = count
      }
      for (const table of SYNCED_TABLES) expect(rowsOf(store, table)).toEqual(foldOf(store, table))
    }),
    { seed: 20_261_122, numRuns: 20 },
  )
}, 60_000)
