import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createProgram } from './program.ts'

test('after a crash in the middle of a commit the next command rolls back and works', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper')
  const db = new Database(program.db)
  // A small cache makes SQLite write pages, and so the journal, before the end of the transaction.
  db.pragma('cache_size = 1')
  db.exec('BEGIN IMMEDIATE; UPDATE replica SET clock = clock + 1')
  const insert = db.prepare('INSERT INTO setting (id, value) VALUES (?, ?)')
  for (let n = 0; n < 500; n++) insert.run(`key-${n}`, 'x'.repeat(2000))
  const crashed = path.join(program.folder, 'crashed.db')
  copyFileSync(program.db, crashed)
  copyFileSync(`${program.db}-journal`, `${crashed}-journal`)
  db.exec('ROLLBACK')
  db.close()

  const { exitCode, stderr } = await program.run(['log', 'grace', '--db', crashed])
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(existsSync(`${crashed}-journal`)).toBe(false)
})

test('in a working directory that was deleted, commands work', async () => {
  const program = createProgram()
  const { exitCode, stdout } = await program.shell(
    'mkdir gone; cd gone; rmdir ../gone; netkeep add Grace; netkeep list | wc -l',
  )
  expect([exitCode, stdout.includes('Added Grace')]).toEqual([0, true])
})

test('where the prompt file cannot be written, commands work, and an old one tells nothing any more', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace', '--every', '1w')
  const { exitCode, stdout } = await program.shell('ulimit -f 0; netkeep list | wc -l; netkeep due --count')
  expect([exitCode, stdout]).toEqual([0, '1\n0\n'])
  expect(readdirSync(program.folder)).toEqual(['netkeep.db', 'netkeep.db.prompt'])
  utimesSync(`${program.db}.prompt`, 1_000_000_000, 1_000_000_000)
  expect((await program.shell('ulimit -f 0; netkeep list > /dev/null')).exitCode).toBe(0)
  expect(readdirSync(program.folder)).toEqual(['netkeep.db'])
})

test('a link to nothing is not a database', async () => {
  const program = createProgram()
  const link = path.join(program.folder, 'link.db')
  symlinkSync(path.join(program.folder, 'nowhere', 'x.db'), link)
  const { exitCode, stderr } = await program.run(['due', '--db', link])
  expect([exitCode, stderr.split('\n')[0]]).toEqual([4, `netkeep: ${link} is a link to nothing.`])
})

test('a remark that cannot be written takes nothing away from what was done', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper')
  const { exitCode, stdout } = await program.shell('netkeep add Grace Hopper 2> /dev/full')
  expect([exitCode, stdout.startsWith('Added Grace Hopper')]).toEqual([0, true])
})

test('a broken settings file stops only what needs a setting', async () => {
  const program = createProgram()
  const file = path.join(program.folder, 'config.toml')
  writeFileSync(file, 'color = \n')
  const env = { NETKEEP_CONFIG: file }
  expect((await program.run(['add', 'Grace'], { env })).exitCode).toBe(0)
  expect((await program.run(['snooze', 'grace'], { env })).exitCode).toBe(2)
})

test('without its bundle netkeep says what to type', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-bare-'))
  const bin = path.join(folder, 'netkeep.cjs')
  copyFileSync('bin/netkeep.cjs', bin)
  const { exitCode, stderr } = await createProgram().shell(`node ${bin} due`)
  expect([exitCode, stderr]).toEqual([1, 'netkeep: it is not built yet.\nIn its folder, type: npm install\n'])
})
