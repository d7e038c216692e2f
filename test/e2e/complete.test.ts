/** `netkeep complete` through the built program: it never fails, never waits and never writes. */
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { connect } from '../../src/store/driver.ts'
import { sha256Of } from '../harness.ts'
import { createProgram, type Ending, type Program } from './program.ts'

const SILENCE: Ending = { exitCode: 0, stdout: '', stderr: '' }

async function withGrace(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  return program
}

const names = (program: Program, word = 'gr'): Promise<Ending> =>
  program.run(['complete', '--', 'show', word])

test('it offers what fits, and is in no list of commands', async () => {
  const program = await withGrace()
  expect(await names(program)).toEqual({ exitCode: 0, stdout: 'Grace Hopper\t\n', stderr: '' })
  expect(await program.ok('--help')).not.toMatch(/^ {2}complete /m)
  expect(await program.ok('complete', '--', 'comp')).toBe(
    'completion\tcompletion with TAB for bash, zsh or fish\n',
  )
})

test('it neither makes a database nor a folder', async () => {
  const program = createProgram()
  expect(await names(program)).toEqual(SILENCE)
  const home = path.join(program.folder, 'home')
  mkdirSync(home)
  const env = { NETKEEP_DB: undefined, HOME: home }
  expect(await program.run(['complete', '--', 'show', 'gr'], { env })).toEqual(SILENCE)
  expect(readdirSync(home)).toEqual([])
  expect(existsSync(program.db)).toBe(false)
})

test('without a home directory it offers what needs none', async () => {
  const program = createProgram()
  const env = { NETKEEP_DB: undefined, HOME: '' }
  const { exitCode, stdout, stderr } = await program.run(['complete', '--', 'du'], { env })
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: 'due\twho has gone cold, coldest first\nduplicates\tpairs of contacts that may be one\n',
    stderr: '',
  })
})

test('it leaves the database as it is, and its permissions too', async () => {
  const program = await withGrace()
  chmodSync(program.db, 0o644)
  const before = sha256Of(program.db)
  const files = readdirSync(program.folder)
  await names(program)
  await names(program, '')
  expect(sha256Of(program.db)).toBe(before)
  expect(statSync(program.db).mode & 0o777).toBe(0o644)
  expect(readdirSync(program.folder)).toEqual(files)
})

describe('it is silent about a database that', () => {
  test.each([
    ['is a folder', (file: string) => mkdirSync(`${file}-folder`), '-folder'],
    ['is empty', (file: string) => writeFileSync(`${file}-empty`, ''), '-empty'],
    [
      'is something else',
      (file: string) => writeFileSync(`${file}-text`, 'name;email\n'.repeat(50)),
      '-text',
    ],
  ])('%s', async (_what, make, suffix) => {
    const program = await withGrace()
    make(program.db)
    expect(await program.run(['complete', '--', '--db', `${program.db}${suffix}`, 'show', 'gr'])).toEqual(
      SILENCE,
    )
  })

  test('is truncated', async () => {
    const program = await withGrace()
    truncateSync(program.db, 20_000)
    expect(await names(program)).toEqual(SILENCE)
  })

  test('is of another format', async () => {
    const program = await withGrace()
    const db = connect(program.db, 1000)
    for (const version of [0, 99]) {
      db.pragma(`user_version = ${version}`)
      expect(await names(program)).toEqual(SILENCE)
    }
    db.close()
  })

  test('is a pipe that nobody writes to', async () => {
    const program = await withGrace()
    const { exitCode, stdout, stderr } = await program.shell(
      `mkfifo pipe; timeout 5 ${process.execPath} ${path.resolve('bin/netkeep.cjs')} complete -- --db pipe show gr`,
    )
    expect({ exitCode, stdout, stderr }).toEqual(SILENCE)
  })

  test('another program has locked, and does not wait for it', async () => {
    const program = await withGrace()
    const db = connect(program.db, 1000)
    db.exec('BEGIN EXCLUSIVE')
    const started = performance.now()
    expect(await names(program)).toEqual(SILENCE)
    expect(performance.now() - started).toBeLessThan(5000)
    db.exec('ROLLBACK')
    db.close()
  })
})

test.each([
  [[]],
  [['--']],
  [['--', '']],
  [['bash']],
  [['--', '--', '--']],
  [['--', '-']],
  [['--', 'log', '--by']],
])('it ends well with the arguments %j', async (args) => {
  const { exitCode, stderr } = await createProgram().run(['complete', ...args])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
})

test('nobody need read what it says', async () => {
  const program = await withGrace()
  const { exitCode, stderr } = await program.shell('netkeep complete -- "" | true; echo "$PIPESTATUS" >&2')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '0\n' })
})
