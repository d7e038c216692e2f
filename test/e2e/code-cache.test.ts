import { chmodSync, cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createProgram, type Ending, type Program, type RunOptions } from './program.ts'

/** netkeep installed anew, without the caches of this build. */
interface Installation {
  readonly dist: string
  run(command: string): Promise<Ending>
  /** The verbs that have a cache. */
  cached(): readonly string[]
}

function install(program: Program): Installation {
  const dist = path.join(program.folder, 'dist')
  const isNoCache = (file: string): boolean => !file.endsWith('.cache')
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(part, path.join(program.folder, part), { recursive: true, filter: isNoCache })
  symlinkSync(path.resolve('node_modules'), path.join(program.folder, 'node_modules'))
  const bin = path.join(program.folder, 'bin/netkeep.cjs')
  return {
    dist,
    run: (command) => program.shell(`node ${bin} ${command}`),
    cached: () =>
      readdirSync(dist)
        .filter((file) => file.endsWith('.cache'))
        .map((file) => file.slice(0, file.indexOf('.'))),
  }
}

const cacheOf = ({ dist }: Installation, verb: string): string =>
  path.join(dist, `${verb}.${process.version}-${process.arch}.cache`)

test('the first start of a verb that ends well leaves its code cache, which nobody else may write', async () => {
  const installed = install(createProgram())
  expect((await installed.run('add Grace Hopper')).exitCode).toBe(0)
  expect((await installed.run('due --json')).stdout).toBe('[]\n')
  expect((await installed.run('--json due')).stdout).toBe('[]\n')
  expect(installed.cached()).toEqual(['add', 'due', 'other'])
  expect(statSync(cacheOf(installed, 'due')).mode & 0o777).toBe(0o644)
})

test('no cache comes of what went wrong, nor of a word that is no verb', async () => {
  const installed = install(createProgram())
  expect((await installed.run('due --nonsense')).exitCode).toBe(2)
  expect((await installed.run('../due')).exitCode).toBe(2)
  expect((await installed.run('deu')).exitCode).toBe(2)
  expect(installed.cached()).toEqual([])
})

test('a cache that V8 refuses is replaced, one that others may write is not even read', async () => {
  const installed = install(createProgram())
  const cache = cacheOf(installed, 'list')
  await installed.run('list')
  writeFileSync(cache, 'nonsense')
  expect((await installed.run('list')).exitCode).toBe(0)
  expect(readFileSync(cache).length).toBeGreaterThan(100_000)
  writeFileSync(cache, 'nonsense')
  chmodSync(cache, 0o666)
  expect((await installed.run('list')).exitCode).toBe(0)
  expect(statSync(cache).mode & 0o777).toBe(0o644)
})

/** What the build does at its end, in this folder. */
function warm({ dist }: Installation, program: Program, env: RunOptions['env'] = {}): Promise<Ending> {
  return program.shell(`node ${path.resolve('scripts/warm-cache.js')}`, { cwd: path.dirname(dist), env })
}

test('the build leaves a cache of each everyday verb', async () => {
  const program = createProgram()
  const installed = install(program)
  expect(await warm(installed, program)).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  expect(installed.cached()).toEqual(expect.arrayContaining(['due', 'home', 'log', 'today']))
})

test('the build fails with the message of a command that did not end well', async () => {
  const program = createProgram()
  const installed = install(program)
  const bin = path.join(program.folder, 'bin/netkeep.cjs')
  writeFileSync(bin, "if (process.argv[2] === 'list') { console.error('no room'); process.exitCode = 5 }")
  expect(await warm(installed, program)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'No code cache, as this failed: netkeep list: no room\n',
  })
})

// At any moment it is not the same day in both.
test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
  'the birthday that is cached is one of today in %s',
  async (zone) => {
    const program = createProgram()
    const installed = install(program)
    const bin = path.join(program.folder, 'bin/netkeep.cjs')
    writeFileSync(
      bin,
      "if (process.argv[2] === 'date') require('fs').writeFileSync('seen', process.argv[6] + ' ' + process.env.TZ)",
    )
    await warm(installed, program, { TZ: zone })
    const today = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date())
    expect(readFileSync(path.join(program.folder, 'seen'), 'utf8')).toBe(`--on=--${today.slice(5)} ${zone}`)
  },
)
