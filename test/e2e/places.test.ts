/** Hostile inputs, row 20, through the built program: where things lie when the environment is odd. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lines } from '../harness.ts'
import { createProgram, IS_ROOT, openToAll } from './program.ts'

/** A user without an entry in the password file. */
const STRANGER = 54_321

describe.skipIf(process.platform !== 'linux')('row 20: the home directory', () => {
  const ofTheUser = path.join(userInfo().homedir, '.config/netkeep/config.toml')

  test.each([
    ['unset', undefined],
    ['empty', ''],
    ['relative', 'some/home'],
  ])('HOME %s: the one of the password file counts', async (_case, HOME) => {
    const program = createProgram()
    const { stdout } = await program.run(['config', 'path'], { env: { HOME } })
    expect(stdout).toBe(`${ofTheUser}\n`)
    expect(readdirSync(program.folder)).toEqual([])
  })

  test.skipIf(!IS_ROOT)('without any home the error says what to type', async () => {
    const program = createProgram()
    openToAll(program.folder)
    const { exitCode, stderr } = await program.run(['list'], {
      env: { HOME: undefined, NETKEEP_DB: undefined },
      uid: STRANGER,
    })
    expect([exitCode, stderr]).toEqual([
      2,
      lines(
        'netkeep: There is no home directory to keep contacts in.',
        'Name the database yourself: netkeep --db /path/to/netkeep.db',
      ),
    ])
  })

  test('relative XDG paths are ignored', async () => {
    const program = createProgram()
    const env = { XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: './config', NETKEEP_DB: undefined }
    await program.run(['add', 'Grace'], { env })
    await program.run(['config', 'set', 'snooze', '2w'], { env })
    expect(readdirSync(program.folder).sort()).toEqual(['.config', '.local'])
    expect(existsSync(path.join(program.folder, '.local/share/netkeep/netkeep.db'))).toBe(true)
    expect(existsSync(path.join(program.folder, '.config/netkeep/config.toml'))).toBe(true)
  })

  test('absolute XDG paths are followed', async () => {
    const program = createProgram()
    const env = { XDG_DATA_HOME: path.join(program.folder, 'data'), NETKEEP_DB: undefined, HOME: undefined }
    await program.run(['add', 'Grace'], { env })
    expect(existsSync(path.join(program.folder, 'data/netkeep/netkeep.db'))).toBe(true)
  })

  test('netkeep’s own folder and file are private, whatever the umask', async () => {
    const program = createProgram()
    await program.shell('umask 000; netkeep add Grace', { env: { NETKEEP_DB: undefined } })
    const folder = path.join(program.folder, '.local/share/netkeep')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, 'netkeep.db')).mode & 0o777).toBe(0o600)
  })
})

describe('row 20: the path of the database', () => {
  test.skipIf(process.platform !== 'linux')('NETKEEP_DB empty is not set', async () => {
    const program = createProgram()
    expect((await program.run(['add', 'Grace'], { env: { NETKEEP_DB: '' } })).exitCode).toBe(0)
    expect(existsSync(path.join(program.folder, '.local/share/netkeep/netkeep.db'))).toBe(true)
  })

  test.each([[':memory:'], ['file:x'], ['file:x?mode=memory'], ['file::memory:'], [' ']])(
    'NETKEEP_DB=%j is refused, and nothing is made in the working directory',
    async (given) => {
      const program = createProgram()
      const { exitCode, stdout, stderr } = await program.run(['add', 'Grace'], { env: { NETKEEP_DB: given } })
      expect([exitCode, stdout, stderr]).toEqual([
        2,
        '',
        lines(
          `netkeep: "${given}" is not the path of a database.`,
          'Give the path of a file: netkeep --db ~/contacts.db due',
        ),
      ])
      expect(readdirSync(program.folder)).toEqual([])
    },
  )

  test.each([[':memory:'], ['file:x'], ['']])('--db %j is refused too', async (given) => {
    const program = createProgram()
    expect((await program.run(['add', 'Grace', '--db', given])).exitCode).toBe(2)
    expect(readdirSync(program.folder)).toEqual([])
  })

  test('--db goes before NETKEEP_DB, and a relative path begins in the working directory', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--db', 'other.db')
    expect(readdirSync(program.folder)).toEqual(['other.db', 'other.db.prompt'])
  })

  test('a folder that is not there is not made, but named', async () => {
    const program = createProgram()
    const db = path.join(program.folder, 'no/such/netkeep.db')
    const { exitCode, stderr } = await program.run(['list', '--db', db])
    expect([exitCode, stderr]).toEqual([
      4,
      lines(
        `netkeep: There is no folder ${path.dirname(db)} for the database.`,
        `Create it: mkdir -p '${path.dirname(db)}'`,
      ),
    ])
  })

  test('names with spaces, quotes, % and # are only names', async () => {
    const program = createProgram()
    const folder = path.join(program.folder, "it's a 100% #1 folder?")
    mkdirSync(folder)
    await program.ok('add', 'Grace', '--db', path.join(folder, 'my contacts.db'))
    expect(readdirSync(folder)).toEqual(['my contacts.db', 'my contacts.db.prompt'])
  })
})
