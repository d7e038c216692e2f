/** `netkeep prompt` through the built program: the short way that the shim takes, and the long one. */
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { createProgram, type Program } from './program.ts'

let program: Program
beforeEach(async () => {
  program = createProgram()
  for (const name of ['Grace', 'Ada']) {
    await program.ok('add', name, '--every', '1w')
    await program.ok('log', name, '--on', '2026-01-01')
  }
})

/** The same said in the plain way, which is answered before netkeep itself is loaded, and in another, which is not. */
const WAYS: readonly [string, readonly string[], readonly string[]][] = [
  ['in the short way', ['prompt'], []],
  ['in the long way', ['--plain', 'prompt'], []],
  ['with the option behind', ['prompt'], ['--quiet']],
]

describe.each(WAYS)('netkeep prompt %s', (_way, before, behind) => {
  const ask = (...options: readonly string[]) => program.run([...before, ...options, ...behind])

  test('prints the overdue count', async () => {
    expect(await ask()).toEqual({ exitCode: 0, stdout: '2\n', stderr: '' })
    expect(await ask('--json')).toEqual({ exitCode: 0, stdout: '2\n', stderr: '' })
  })

  test('prints the text of --format with it', async () => {
    expect((await ask('--format', '#[fg=red]{count} cold {count}')).stdout).toBe('#[fg=red]2 cold 2\n')
    expect((await ask('--format=x=$&{count}')).stdout).toBe('x=$&2\n')
  })

  test('prints nothing when nobody is cold, but the number as JSON', async () => {
    await program.ok('log', 'Ada')
    await program.ok('log', 'Grace')
    expect(await ask('--format', '{count} cold')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect((await ask('--json')).stdout).toBe('0\n')
  })

  test('prints nothing where the count is not known, and null as JSON', async () => {
    rmSync(`${program.db}.prompt`)
    expect(await ask()).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect((await ask('--json')).stdout).toBe('null\n')
  })

  test('knows nothing of what is no database', async () => {
    expect(await ask('--db', ':memory:')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await ask('--db', ':memory:', '--json')).toEqual({ exitCode: 0, stdout: 'null\n', stderr: '' })
  })

  test('does not open the database', async () => {
    writeFileSync(program.db, 'no database')
    utimesSync(program.db, 1_000_000_000, 1_000_000_000)
    expect(await ask()).toEqual({ exitCode: 0, stdout: '2\n', stderr: '' })
  })

  test('reads the file of --db', async () => {
    expect((await ask('--db', `${program.folder}/other.db`)).stdout).toBe('')
    await program.ok('--db', `${program.folder}/other.db`, 'add', 'Alan', '--every', '1w')
    await program.ok('--db', `${program.folder}/other.db`, 'log', 'Alan', '--on', '2026-01-01')
    expect((await ask('--db', `${program.folder}/other.db`)).stdout).toBe('1\n')
  })
})

test('netkeep prompt refuses an option it does not know, and shows help', async () => {
  expect(await program.run(['prompt', '--colour'])).toMatchObject({ exitCode: 2, stdout: '' })
  expect(await program.run(['prompt', '--format'])).toMatchObject({ exitCode: 2, stdout: '' })
  expect((await program.run(['prompt', '--help'])).stdout).toContain('netkeep prompt')
})

test('netkeep prompt without a home directory prints nothing', async () => {
  expect(await program.run(['prompt'], { env: { NETKEEP_DB: undefined, HOME: '' } })).toMatchObject({
    exitCode: 0,
  })
})
