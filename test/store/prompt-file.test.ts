import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { countInPromptFile } from '../../src/domain/prompt-file.ts'
import type { Database } from '../../src/store/driver.ts'
import { refreshPromptFile } from '../../src/store/prompt-file.ts'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'
import { commandsAndUndos, perform } from './random-commands.ts'

const promptFile = (netkeep: Netkeep): string => `${netkeep.db}.prompt`
const textOf = (netkeep: Netkeep): string => readFileSync(promptFile(netkeep), 'utf8')
const countOn = (netkeep: Netkeep, day: string): number | undefined =>
  countInPromptFile(textOf(netkeep), day as CalendarDate)
const backdate = (file: string): void => utimesSync(file, 1_000_000_000, 1_000_000_000)

/** Grace is cold since 9 November 2026, Ada will be on 24 November. */
async function withTwo(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-22')
  await netkeep.ok('add', 'Grace', '--every', '1w')
  await netkeep.ok('log', 'grace', '--on', '2026-11-01')
  await netkeep.ok('add', 'Ada', '--every', '10d')
  await netkeep.ok('log', 'ada', '--on', '2026-11-13')
  return netkeep
}

describe('the prompt file', () => {
  test('tells the overdue count from yesterday on', async () => {
    expect(textOf(await withTwo())).toBe(lines('netkeep 1', '20261121 1', '20261124 2'))
  })

  test('is private', async () => {
    expect(statSync(promptFile(await withTwo())).mode & 0o777).toBe(0o600)
  })

  test.each([
    [['log', 'grace'], 0],
    [['snooze', 'grace', '2w'], 0],
    [['pause', 'grace'], 0],
    [['remove', 'grace'], 0],
    [['every', 'grace', '3m'], 0],
    [['move', 'grace', 'outer'], 0],
    [['every', 'ada', '1w', '--as-is'], 2],
    [['log', 'grace', '--attempt'], 0],
    [['log', 'grace', '--light'], 1],
  ])('is right after netkeep %j, and after undo and redo', async (args, count) => {
    const netkeep = await withTwo()
    await netkeep.ok(...args)
    expect(countOn(netkeep, netkeep.today)).toBe(count)
    await netkeep.ok('undo')
    expect(countOn(netkeep, netkeep.today)).toBe(1)
    await netkeep.ok('redo')
    expect(countOn(netkeep, netkeep.today)).toBe(count)
  })

  test('counts anew when a circle changes, and after an import', async () => {
    const netkeep = createNetkeep('2026-11-22')
    await netkeep.ok('add', 'Grace', '--circle', 'outer')
    await netkeep.ok('log', 'grace', '--on', '2026-06-01')
    expect(countOn(netkeep, netkeep.today)).toBe(0)
    await netkeep.ok('circle', 'set', 'outer', '1m', '--as-is')
    expect(countOn(netkeep, netkeep.today)).toBe(1)
    const csv = path.join(netkeep.folder, 'Connections.csv')
    writeFileSync(
      csv,
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,,a@x.org,,,01 Jan 2026\n',
    )
    await netkeep.ok('import', csv, '--every', '1w', '--as-is')
    netkeep.today = '2026-12-24'
    expect(`${countOn(netkeep, netkeep.today)}\n`).toBe(await netkeep.ok('due', '--count'))
  })

  test('equals due --count, today and on days to come, after any commands (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        commandsAndUndos,
        fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }),
        async (steps, offsets) => {
          const netkeep = createNetkeep('2026-01-01')
          for (const step of steps) {
            await perform(netkeep, step)
            const written = textOf(netkeep)
            expect(`${countInPromptFile(written, netkeep.today as CalendarDate)}\n`).toBe(
              await netkeep.ok('due', '--count'),
            )
          }
          const written = textOf(netkeep)
          for (const offset of offsets) {
            const on = addDays(netkeep.today as CalendarDate, offset)
            expect(`${countInPromptFile(written, on)}\n`).toBe(await netkeep.ok('due', '--count', '--on', on))
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('covers 400 changes', async () => {
    const netkeep = createNetkeep('2026-11-22')
    const store = netkeep.store()
    const insert = store.db.prepare('INSERT INTO due_day VALUES (?, 1)')
    for (let offset = -700; offset < 700; offset++) insert.run(addDays('2026-11-22' as CalendarDate, offset))
    await netkeep.ok('due')
    expect(textOf(netkeep).split('\n')).toHaveLength(403)
    expect(
      [0, 1, 399].map((offset) => countOn(netkeep, addDays('2026-11-22' as CalendarDate, offset))),
    ).toEqual([701, 702, 1100])
  })

  test('is capped at 9999', async () => {
    const netkeep = createNetkeep('2026-11-22')
    netkeep.store().db.prepare("INSERT INTO due_day VALUES ('2026-11-01', 20000), ('2026-11-23', 5)").run()
    await netkeep.ok('due')
    expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261121 9999'))
  })
})

describe('a reading command writes the prompt file anew', () => {
  test.each<[string, (netkeep: Netkeep) => void]>([
    ['where it is missing', (netkeep) => rmSync(promptFile(netkeep))],
    [
      'where it is of another version',
      (netkeep) => writeFileSync(promptFile(netkeep), 'netkeep 0\n20261120 7\n'),
    ],
    [
      'where it tells another number',
      (netkeep) => writeFileSync(promptFile(netkeep), lines('netkeep 1', '20261120 7')),
    ],
    ['where it is not private', (netkeep) => chmodSync(promptFile(netkeep), 0o644)],
    ['where it is older than the database', (netkeep) => backdate(promptFile(netkeep))],
    [
      'where the database is from the future',
      (netkeep) => utimesSync(netkeep.db, 4_000_000_000.123456, 4_000_000_000.123456),
    ],
    [
      'in place of a link, whose target stays',
      (netkeep) => {
        rmSync(promptFile(netkeep))
        writeFileSync(path.join(netkeep.folder, 'target'), 'mine')
        symlinkSync('target', promptFile(netkeep))
      },
    ],
    [
      'in place of a link to a right one',
      (netkeep) => {
        renameSync(promptFile(netkeep), path.join(netkeep.folder, 'right'))
        symlinkSync('right', promptFile(netkeep))
      },
    ],
  ])('%s', async (_where, spoil) => {
    const netkeep = await withTwo()
    spoil(netkeep)
    await netkeep.ok('list')
    expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261121 1', '20261124 2'))
    const stat = lstatSync(promptFile(netkeep))
    expect([stat.isFile(), stat.mode & 0o777]).toEqual([true, 0o600])
    expect(stat.mtimeMs).toBeGreaterThanOrEqual(statSync(netkeep.db).mtimeMs)
    const target = path.join(netkeep.folder, 'target')
    if (existsSync(target)) expect(readFileSync(target, 'utf8')).toBe('mine')
    expect(readdirSync(netkeep.folder).filter((name) => name.includes('.prompt.'))).toEqual([])
  })

  test('on another day, from the day before it', async () => {
    const netkeep = await withTwo()
    netkeep.today = '2026-12-01'
    await netkeep.ok('due')
    expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261130 2'))
  })

  test('and leaves it alone where it is right', async () => {
    const netkeep = await withTwo()
    const before = statSync(promptFile(netkeep)).ino
    await netkeep.ok('due')
    await netkeep.ok('show', 'grace')
    expect(statSync(promptFile(netkeep)).ino).toBe(before)
  })
})

describe('a command that writes at the same time', () => {
  test('has its count in the file too, though the file of this one lands later', async () => {
    const netkeep = await withTwo()
    const { db } = netkeep.store()
    // Between reading and writing, somebody else logs Grace and writes the file of that.
    let isFirst = true
    const meanwhile = (): void => {
      if (!isFirst) return
      isFirst = false
      const other = netkeep.store()
      other.db
        .prepare("UPDATE contact_state SET cold_from = '2026-11-25' WHERE cold_from < '2026-11-22'")
        .run()
      refreshPromptFile(other.db, netkeep.db, '2026-11-22' as CalendarDate)
    }
    const slow: Database = Object.assign(Object.create(db), {
      prepare: (sql: string) => ({
        all: (values: object) => {
          const rows = db.prepare(sql).all(values)
          meanwhile()
          return rows
        },
      }),
    })
    rmSync(promptFile(netkeep))
    refreshPromptFile(slow, netkeep.db, '2026-11-22' as CalendarDate)
    expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261121 0', '20261124 1', '20261125 2'))
  })
})

test('a file of which nobody knows whether it is right is taken away', async () => {
  const netkeep = await withTwo()
  const { db } = netkeep.store()
  let reads = 0
  const busy: Database = Object.assign(Object.create(db), {
    prepare: (sql: string) => ({
      all: (values: object) => {
        if (++reads === 2) throw new Error('SQLITE_BUSY')
        return db.prepare(sql).all(values)
      },
    }),
  })
  rmSync(promptFile(netkeep))
  refreshPromptFile(busy, netkeep.db, '2026-11-22' as CalendarDate)
  expect([reads, existsSync(promptFile(netkeep))]).toEqual([2, false])
  await netkeep.ok('due')
  expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261121 1', '20261124 2'))
})

describe('no command fails for the prompt file', () => {
  test('where a folder has its name', async () => {
    const netkeep = await withTwo()
    rmSync(promptFile(netkeep))
    mkdirSync(promptFile(netkeep))
    expect(await netkeep.run('log', 'grace')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await netkeep.run('due')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(readdirSync(netkeep.folder).filter((name) => name.includes('.prompt.'))).toEqual([])
  })

  test('and databases beside one another have a file each', async () => {
    const netkeep = await withTwo()
    const other = path.join(netkeep.folder, 'other.db')
    await netkeep.ok('--db', other, 'add', 'Alan', '--every', '1w')
    expect(readFileSync(`${other}.prompt`, 'utf8')).toBe(lines('netkeep 1', '20261121 0', '20261130 1'))
    expect(textOf(netkeep)).toBe(lines('netkeep 1', '20261121 1', '20261124 2'))
  })
})
