import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { connect } from '../../src/store/driver.ts'
import {
  FINGERPRINT,
  fingerprintOf,
  MIGRATIONS,
  type Migration,
  migrate,
  versionOf,
} from '../../src/store/migrations.ts'
import { type OpenOptions, openStore, type Store } from '../../src/store/open.ts'
import { createNetkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate

function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function open(file: string, options: Partial<OpenOptions> = {}): Store {
  const store = openStore(file, { host: () => 'test-host', today: TODAY, ownsFolder: false, ...options })
  onTestFinished(() => {
    store.db.close()
  })
  return store
}

/** A database of netkeep's that nobody has open. */
function closedDatabase(): string {
  const file = path.join(tempFolder(), 'netkeep.db')
  openStore(file, { host: () => 'test-host', today: TODAY, ownsFolder: false }).db.close()
  return file
}

/** Changes the file as another program would. */
function tamper(file: string, sql: string): void {
  const db = connect(file, 1000)
  db.exec(sql)
  db.close()
}

const modeOf = (place: string): string => (statSync(place).mode & 0o777).toString(8)
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('a new database', () => {
  test('is a private file in a private folder of its own, whatever the umask', () => {
    for (const umask of [0, 0o022, 0o077]) {
      const before = process.umask(umask)
      onTestFinished(() => {
        process.umask(before)
      })
      const folder = path.join(tempFolder(), 'data', 'netkeep')
      const store = open(path.join(folder, 'netkeep.db'), { ownsFolder: true })
      expect([modeOf(folder), modeOf(store.path)]).toEqual(['700', '600'])
      expect(store.warnings).toEqual([])
      expect(readdirSync(folder)).toEqual(['netkeep.db'])
    }
  })

  test('needs the folder it is put into by hand, and leaves its access alone', () => {
    const folder = tempFolder()
    chmodSync(folder, 0o755)
    expect(open(path.join(folder, 'netkeep.db')).warnings).toEqual([])
    expect(modeOf(folder)).toBe('755')
    const nowhere = path.join(folder, 'nowhere')
    expect(() => open(path.join(nowhere, 'netkeep.db'))).toThrow(
      expect.objectContaining({
        code: 'database',
        message: `There is no folder ${nowhere} for the database.`,
        hint: `Create it: mkdir -p '${nowhere}'`,
      }),
    )
    expect(existsSync(nowhere)).toBe(false)
  })

  test('has the four circles it starts with', () => {
    const { db } = open(path.join(tempFolder(), 'netkeep.db'))
    expect(db.prepare("SELECT name || ' ' || interval FROM circle ORDER BY name").pluck().all()).toEqual([
      'close 6w',
      'inner 2w',
      'outer 1y',
      'wide 3m',
    ])
  })

  test('loses nothing when the power fails', () => {
    const { db } = open(path.join(tempFolder(), 'netkeep.db'))
    const pragmas = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'recursive_triggers',
      'trusted_schema',
      'cell_size_check',
    ]
    const values = pragmas.map((name) => [name, db.pragma(name, { simple: true })])
    expect(Object.fromEntries(values)).toEqual({
      journal_mode: 'delete',
      synchronous: 3,
      secure_delete: 1,
      recursive_triggers: 1,
      trusted_schema: 0,
      cell_size_check: 1,
    })
  })
})

describe('what other people could open', () => {
  test('is made private, with one warning', () => {
    const file = closedDatabase()
    chmodSync(file, 0o644)
    expect(open(file).warnings).toEqual([`Other users of this machine could open ${file}; now only you can.`])
    expect(modeOf(file)).toBe('600')
    expect(open(file).warnings).toEqual([])
  })

  test('so is the folder where it is netkeep’s own', () => {
    const file = closedDatabase()
    chmodSync(path.dirname(file), 0o777)
    expect(open(file, { ownsFolder: true }).warnings).toEqual([
      `Other users of this machine could open ${path.dirname(file)}; now only you can.`,
    ])
    expect(modeOf(path.dirname(file))).toBe('700')
  })

  test('the warning is a notice on standard error, and the command goes on', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada')
    chmodSync(netkeep.db, 0o644)
    const answer = await netkeep.run('list')
    expect(answer.exitCode).toBe(0)
    expect(answer.stdout).toContain('Ada')
    expect(answer.stderr).toBe(
      `netkeep: Other users of this machine could open ${netkeep.db}; now only you can.\n`,
    )
    expect((await netkeep.run('list')).stderr).toBe('')
  })
})

describe('netkeep refuses with exit code 4, and leaves as it is,', () => {
  const ELSEWHERE = 'Choose another place with --db PATH or NETKEEP_DB, or move this file away.'

  test.each<[string, (file: string) => void, (file: string) => string, (file: string) => string]>([
    [
      'an empty file',
      (file) => writeFileSync(file, ''),
      (file) => `${file} is an empty file; netkeep left it as it is.`,
      () => ELSEWHERE,
    ],
    [
      'a file that is no database',
      (file) => writeFileSync(file, 'Dear Ada,\n'.repeat(50)),
      (file) => `${file} is not a database; netkeep left it as it is.`,
      () => ELSEWHERE,
    ],
    [
      "another application's database",
      (file) => {
        writeFileSync(file, '')
        tamper(file, 'CREATE TABLE contact (id TEXT); PRAGMA application_id = 42')
      },
      (file) => `${file} belongs to another program; netkeep left it as it is.`,
      () => ELSEWHERE,
    ],
    [
      'a database of a newer version',
      (file) => {
        open(file).db.close()
        tamper(file, 'PRAGMA user_version = 99')
      },
      (file) =>
        `${file} was written by a newer netkeep (its format is 99, this netkeep knows ${MIGRATIONS.length}).`,
      () => 'Update netkeep: npm install --global netkeep@latest',
    ],
    [
      'a database that was cut off',
      (file) => {
        open(file).db.close()
        truncateSync(file, statSync(file).size - 1)
      },
      (file) => `${file} is damaged; netkeep left it as it is.`,
      (file) =>
        `Put a backup of it in its place, or save what is readable: sqlite3 '${file}' .recover > rescued.sql`,
    ],
    [
      'a database cut off within its header',
      (file) => {
        open(file).db.close()
        truncateSync(file, 50)
      },
      (file) => `${file} is damaged; netkeep left it as it is.`,
      (file) =>
        `Put a backup of it in its place, or save what is readable: sqlite3 '${file}' .recover > rescued.sql`,
    ],
    ...[
      ['an extra trigger', 'CREATE TRIGGER spy AFTER INSERT ON contact BEGIN SELECT 1; END'],
      ['a trigger less', 'DROP TRIGGER contact_op_insert'],
      ['an extra table', 'CREATE TABLE mine (id)'],
      ['an extra view', 'CREATE VIEW mine AS SELECT 1'],
      ['an extra column', 'ALTER TABLE contact ADD COLUMN mine TEXT'],
      ['an index less', 'DROP INDEX contact_circle'],
    ].map(
      ([what, sql = '']): [
        string,
        (file: string) => void,
        (file: string) => string,
        (file: string) => string,
      ] => [
        `a database with ${what}`,
        (file) => {
          open(file).db.close()
          tamper(file, sql)
        },
        (file) => `${file} was changed by another program: its tables or triggers are not netkeep's.`,
        (file) => `Put a copy from before that in its place, or see what it holds: sqlite3 '${file}' .schema`,
      ],
    ),
  ])('%s', async (_, make, message, hint) => {
    const netkeep = createNetkeep()
    make(netkeep.db)
    const before = hashOf(netkeep.db)
    const files = readdirSync(netkeep.folder)
    for (const args of [['list'], ['add', 'Ada'], ['undo']]) {
      const answer = await netkeep.run(...args, '--json')
      expect([answer.exitCode, answer.stdout]).toEqual([4, ''])
      expect(JSON.parse(answer.stderr)).toEqual({
        error: { code: 'database', message: message(netkeep.db), hint: hint(netkeep.db) },
      })
    }
    expect(hashOf(netkeep.db)).toBe(before)
    expect(readdirSync(netkeep.folder)).toEqual(files)
  })

  test('a folder', async () => {
    const netkeep = createNetkeep()
    mkdirSync(netkeep.db)
    expect(await netkeep.run('list')).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: `netkeep: ${netkeep.db} is a folder; netkeep left it as it is.\n${ELSEWHERE}\n`,
    })
    expect(readdirSync(netkeep.db)).toEqual([])
  })

  test('a pipe, without waiting for somebody to write into it', async () => {
    const netkeep = createNetkeep()
    execFileSync('mkfifo', [netkeep.db])
    expect(await netkeep.run('list')).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: `netkeep: ${netkeep.db} is not a regular file; netkeep left it as it is.\n${ELSEWHERE}\n`,
    })
  })

  test('a place below a file', async () => {
    const netkeep = createNetkeep()
    writeFileSync(path.join(netkeep.folder, 'file'), '')
    netkeep.env['NETKEEP_DB'] = path.join(netkeep.folder, 'file', 'netkeep.db')
    expect(await netkeep.run('list')).toMatchObject({ exitCode: 4, stdout: '' })
  })
})

test.each(['', ' ', ':memory:', 'file:netkeep.db', 'net\0keep.db'])(
  '%j is no place for a database',
  async (place) => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('--db', place, 'add', 'Ada')).toMatchObject({ exitCode: 2, stdout: '' })
    expect(readdirSync(netkeep.folder)).toEqual([])
  },
)

test('the fingerprint is that of the schema which the migrations make', () => {
  const file = path.join(tempFolder(), 'netkeep.db')
  writeFileSync(file, '')
  const db = connect(file, 1000)
  migrate(db, MIGRATIONS)
  expect(fingerprintOf(db)).toBe(FINGERPRINT)
  expect(versionOf(db)).toBe(MIGRATIONS.length)
  db.close()
})

describe('a newer netkeep', () => {
  const newer: readonly Migration[] = [
    ...MIGRATIONS,
    (db) => db.exec('ALTER TABLE contact ADD COLUMN pronouns TEXT'),
  ]
  const failing: readonly Migration[] = [
    ...MIGRATIONS,
    (db) => {
      db.exec("UPDATE contact SET name = 'nobody'; CREATE TABLE half (id)")
      throw new Error('halfway')
    },
  ]
  const next = MIGRATIONS.length + 1

  /** A database with Ada in it. */
  function withAda(): string {
    const file = closedDatabase()
    tamper(file, "INSERT INTO contact (id, name) VALUES ('1', 'Ada')")
    return file
  }

  test('keeps a copy of the old database, then brings it up to date', () => {
    const file = withAda()
    const copy = `${file}.before-v${next}`
    const store = open(file, { migrations: newer })
    expect(store.warnings).toEqual([
      `The database was brought up to format ${next}; the old one is kept as ${copy}.`,
    ])
    expect(versionOf(store.db)).toBe(next)
    expect(store.db.prepare('SELECT name, pronouns FROM contact').all()).toEqual([
      { name: 'Ada', pronouns: null },
    ])
    expect(modeOf(copy)).toBe('600')
    const old = open(copy)
    expect(versionOf(old.db)).toBe(MIGRATIONS.length)
    expect(old.db.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada'])
  })

  test('records its new columns in the operation log, with the version that wrote them', () => {
    const { db } = open(withAda(), { migrations: newer })
    db.exec("UPDATE contact SET pronouns = 'she/her'")
    expect(db.prepare('SELECT s, v FROM op ORDER BY h DESC LIMIT 1').get()).toEqual({
      s: '{"pronouns":"she/her"}',
      v: next,
    })
  })

  test('brings a database up to date once', () => {
    const file = withAda()
    open(file, { migrations: newer })
    expect(open(file, { migrations: newer }).warnings).toEqual([])
    expect(readdirSync(path.dirname(file))).toEqual(['netkeep.db', `netkeep.db.before-v${next}`])
  })

  test('never writes over a copy that is there', () => {
    const file = withAda()
    writeFileSync(`${file}.before-v${next}`, 'mine')
    expect(open(file, { migrations: newer }).warnings).toEqual([
      `The database was brought up to format ${next}; the old one is kept as ${file}.before-v${next}-2.`,
    ])
    expect(readFileSync(`${file}.before-v${next}`, 'utf8')).toBe('mine')
  })

  test('that fails on the way leaves version and data as they were', () => {
    const file = withAda()
    expect(() => open(file, { migrations: failing })).toThrow('halfway')
    const { db, warnings } = open(file)
    expect(warnings).toEqual([])
    expect(versionOf(db)).toBe(MIGRATIONS.length)
    expect(db.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada'])
    expect(fingerprintOf(db)).toBe(FINGERPRINT)
  })

  test('is refused by an older one, by name', () => {
    const file = withAda()
    open(file, { migrations: newer }).db.close()
    expect(() => open(file)).toThrow(
      `${file} was written by a newer netkeep (its format is ${next}, this netkeep knows ${MIGRATIONS.length}).`,
    )
  })
})
