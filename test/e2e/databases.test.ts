/** Hostile inputs, rows 21 and 22, through the built program: databases that cannot be used are left as they are. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { lines, sha256Of } from '../harness.ts'
import { createProgram, type Ending, IS_ROOT, openToAll, type Program } from './program.ts'

async function withGrace(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--every', '1w')
  return program
}

function changeBytes(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  change(bytes)
  writeFileSync(file, bytes)
}

const OTHER = 'Choose another place with --db PATH or NETKEEP_DB, or move this file away.'

describe('row 21: what is no database of netkeep is left as it is, with exit code 4', () => {
  test.each<readonly [string, (program: Program) => void, string, (file: string) => string]>([
    [
      'a text',
      ({ db }) => writeFileSync(db, 'Buy milk\n'.repeat(20)),
      'is not a database; netkeep left it as it is.',
      () => OTHER,
    ],
    [
      'an empty file',
      ({ db }) => writeFileSync(db, ''),
      'is an empty file; netkeep left it as it is.',
      () => OTHER,
    ],
    [
      'a database of another application',
      ({ db }) => changeBytes(db, (bytes) => bytes.writeUInt32BE(0x0f055112, 68)),
      'belongs to another program; netkeep left it as it is.',
      () => OTHER,
    ],
    [
      'a truncated database',
      ({ db }) => truncateSync(db, 8192),
      'is damaged; netkeep left it as it is.',
      (file) =>
        `Put a backup of it in its place, or save what is readable: sqlite3 '${file}' .recover > rescued.sql`,
    ],
    [
      'a database cut within its header',
      ({ db }) => truncateSync(db, 60),
      'is damaged; netkeep left it as it is.',
      (file) =>
        `Put a backup of it in its place, or save what is readable: sqlite3 '${file}' .recover > rescued.sql`,
    ],
    [
      'a database whose pages are overwritten',
      ({ db }) => changeBytes(db, (bytes) => bytes.fill(0xa5, 4096)),
      'is damaged; netkeep left it as it is.',
      (file) =>
        `Put a backup of it in its place, or save what is readable: sqlite3 '${file}' .recover > rescued.sql`,
    ],
  ])('%s', async (_what, spoil, message, hint) => {
    const program = await withGrace()
    spoil(program)
    const before = sha256Of(program.db)
    for (const args of [['list'], ['add', 'Ada'], ['due', '--count']]) {
      const { exitCode, stdout, stderr } = await program.run(args)
      expect([args, exitCode, stdout, stderr]).toEqual([
        args,
        4,
        '',
        lines(`netkeep: ${program.db} ${message}`, hint(program.db)),
      ])
    }
    expect(sha256Of(program.db)).toBe(before)
    expect(readdirSync(program.folder)).toEqual(['netkeep.db', 'netkeep.db.prompt'])
  })

  test('a database of a newer netkeep', async () => {
    const program = await withGrace()
    changeBytes(program.db, (bytes) => bytes.writeUInt32BE(99, 60))
    const before = sha256Of(program.db)
    const { exitCode, stderr } = await program.run(['list'])
    expect([exitCode, stderr.split('\n')[1]]).toEqual([
      4,
      'Update netkeep: npm install --global netkeep@latest',
    ])
    expect(stderr).toContain('was written by a newer netkeep (its format is 99,')
    expect(sha256Of(program.db)).toBe(before)
  })

  test.each([
    [
      'an extra trigger',
      "CREATE TRIGGER spy AFTER INSERT ON contact BEGIN SELECT load_extension('evil'); END",
    ],
    ['an extra table', 'CREATE TABLE loot (x)'],
    ['a table less', 'DROP TABLE contact_alias'],
  ])('a database with %s', async (_what, sql) => {
    const program = await withGrace()
    const db = new Database(program.db)
    db.exec(sql)
    db.close()
    const before = sha256Of(program.db)
    const { exitCode, stderr } = await program.run(['add', 'Ada'])
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      4,
      `netkeep: ${program.db} was changed by another program: its tables or triggers are not netkeep's.`,
    ])
    expect(sha256Of(program.db)).toBe(before)
  })

  test('a folder', async () => {
    const program = createProgram()
    mkdirSync(program.db)
    const { exitCode, stderr } = await program.run(['add', 'Grace'])
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      4,
      `netkeep: ${program.db} is a folder; netkeep left it as it is.`,
    ])
  })

  test('/dev/null', async () => {
    const program = createProgram()
    expect((await program.run(['list', '--db', '/dev/null'])).exitCode).toBe(4)
  })

  test.skipIf(process.platform === 'win32')(
    'a named pipe, without waiting for somebody to write into it',
    async () => {
      const program = createProgram()
      spawnSync('mkfifo', [program.db])
      const { exitCode, stderr } = await program.run(['list'])
      expect([exitCode, stderr.split('\n')[0]]).toEqual([
        4,
        `netkeep: ${program.db} is not a regular file; netkeep left it as it is.`,
      ])
    },
  )
})

const READING = [
  ['list'],
  ['due'],
  ['show', 'grace'],
  ['find', 'grace'],
  ['history'],
  ['circle'],
  ['config'],
  [],
]
/** As root nothing is read-only, so the tests run the program as nobody. */
const NOBODY = 65_534

describe.skipIf(process.platform === 'win32')('row 22: what may only be read can be read', () => {
  async function readOnly(
    fileMode: number,
    folderMode: number,
  ): Promise<{ program: Program; run(args: readonly string[]): Promise<Ending> }> {
    const program = await withGrace()
    if (IS_ROOT) for (const place of [program.db, program.folder]) chownSync(place, NOBODY, NOBODY)
    chmodSync(program.db, fileMode)
    chmodSync(program.folder, folderMode)
    return { program, run: (args) => program.run(args, { cwd: '/', ...(IS_ROOT ? { uid: NOBODY } : {}) }) }
  }

  test.each([
    ['file', 0o400, 0o700],
    ['folder', 0o600, 0o500],
    ['file and folder', 0o400, 0o500],
  ])(
    'a read-only %s: every reading command works, writing exits with 4 in one line',
    async (_what, fileMode, folderMode) => {
      const { program, run } = await readOnly(fileMode, folderMode)
      for (const args of READING) {
        expect([args, await run(args)]).toMatchObject([args, { exitCode: 0, stderr: '' }])
      }
      const before = sha256Of(program.db)
      for (const args of [['add', 'Ada'], ['log', 'grace'], ['undo']]) {
        const { exitCode, stdout, stderr } = await run(args)
        expect([args, exitCode, stdout]).toEqual([args, 4, ''])
        expect(stderr.trimEnd().split('\n')).toHaveLength(2)
      }
      chmodSync(program.folder, 0o700)
      expect(sha256Of(program.db)).toBe(before)
      expect(readdirSync(program.folder)).toEqual(['netkeep.db', 'netkeep.db.prompt'])
    },
  )

  test('a file that may not be read is named', async () => {
    const { program, run } = await readOnly(0o000, 0o700)
    const { exitCode, stderr } = await run(['list'])
    expect([exitCode, stderr]).toEqual([
      4,
      lines(
        `netkeep: ${program.db} may not be opened by you.`,
        'Choose another place with --db PATH or NETKEEP_DB.',
      ),
    ])
  })

  test('a folder in which nothing can be made is named', async () => {
    const program = createProgram()
    openToAll(program.folder)
    if (!IS_ROOT) chmodSync(program.folder, 0o500)
    const { exitCode, stderr } = await program.run(['add', 'Grace'], {
      cwd: '/',
      ...(IS_ROOT ? { uid: NOBODY } : {}),
    })
    expect([exitCode, stderr.split('\n')[0]]).toEqual([4, `netkeep: ${program.db} may not be opened by you.`])
    chmodSync(program.folder, 0o700)
  })
})
