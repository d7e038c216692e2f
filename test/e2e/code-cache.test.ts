import { chmodSync, cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createProgram, type Ending, type Program } from './program.ts'

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
