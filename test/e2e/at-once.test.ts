/** Hostile inputs, rows 24 and 25, through the built program: many at once, and killed at any moment. */
import { spawn } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { lines } from '../harness.ts'
import { createProgram, NETKEEP, type Program } from './program.ts'

describe('row 25: eight shells at once', () => {
  test('all log, none is told that the database is busy, and nothing is lost', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--every', '1w')
    const work = (shell: number): Promise<readonly (number | string | null)[]> =>
      Promise.all(
        [0, 1, 2].map(async (turn) => {
          const { exitCode, stderr } = await program.run([
            'log',
            'grace',
            '-m',
            `shell ${shell} turn ${turn}`,
          ])
          return exitCode === 0 ? stderr : exitCode
        }),
      )
    const endings = await Promise.all(Array.from({ length: 8 }, (_, shell) => work(shell)))
    expect(endings.flat()).toEqual(Array(24).fill(''))
    const { touchpoints } = await program.json('show', 'grace')
    const notes = touchpoints.map(({ note }: { note: string }) => note)
    expect(new Set(notes).size).toBe(24)
    expect(await program.json('history')).toHaveLength(25)
  })

  test('the prompt tells the count after the last of them', async () => {
    const program = createProgram()
    for (let index = 0; index < 10; index++) {
      await program.ok('add', `Contact ${index}`, '--every', '1w')
      await program.ok('log', `Contact ${index}`, '--on', '2026-01-01')
    }
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 8 }, (_, index) => program.ok('log', `Contact ${index}`)))
      expect(await program.ok('prompt')).toBe('2\n')
      await Promise.all(Array.from({ length: 8 }, () => program.ok('undo')))
      expect(await program.ok('prompt')).toBe('10\n')
    }
    expect(readdirSync(program.folder)).toEqual(['netkeep.db', 'netkeep.db.prompt'])
  })

  test('the first command of all makes one database, whoever comes first', async () => {
    const program = createProgram()
    const endings = await Promise.all(
      Array.from({ length: 8 }, (_, index) => program.run(['add', `Contact ${index}`])),
    )
    expect(endings.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(Array(8).fill([0, '']))
    expect(await program.json('list')).toHaveLength(8)
    expect(await program.json('circle')).toHaveLength(4)
    expect(readdirSync(program.folder)).toEqual(['netkeep.db', 'netkeep.db.prompt'])
  })

  test('no lock is held while nobody reads the output', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace')
    const { stdout, stderr } = await program.shell(
      'netkeep list --json | { sleep 0.5; netkeep add Ada; cat > /dev/null; }',
    )
    expect([stdout.split(' ').slice(0, 2).join(' '), stderr]).toEqual(['Added Ada', ''])
  })
})

/** Kills netkeep after so many milliseconds; whether it was still running. */
function killAfter(program: Program, args: readonly string[], milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [NETKEEP, ...args], {
      env: { ...process.env, NETKEEP_DB: program.db },
      stdio: 'ignore',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

describe('row 24: kill -9', () => {
  test('in the middle of an import leaves all of it or nothing, and the next command needs no repair', async () => {
    const program = createProgram()
    const count = 2000
    const file = path.join(program.folder, 'Connections.csv')
    const rows = Array.from(
      { length: count },
      (_, index) => `C,N${index},https://www.linkedin.com/in/c${index},,Acme,,12 Jan 2024`,
    )
    writeFileSync(
      file,
      lines('First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows),
    )
    await program.ok('add', 'Grace')
    const started = Date.now()
    await program.ok('import', file, '--circle', 'outer')
    const whole = Date.now() - started
    await program.ok('undo')

    let killed = 0
    for (let attempt = 1; attempt <= 6; attempt++) {
      if (await killAfter(program, ['import', file, '--circle', 'outer'], (whole * attempt) / 7)) killed++
      const contacts = (await program.json()).contacts
      expect([1, count + 1]).toContain(contacts)
      const db = new Database(program.db, { readonly: true })
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.prepare('SELECT count(*) FROM contact_state').pluck().get()).toBe(contacts)
      db.close()
      if (contacts > 1) await program.ok('undo')
    }
    expect(killed).toBeGreaterThan(2)
    await program.ok('tag', 'grace', '+survivor')
    expect(readdirSync(program.folder).sort()).toEqual(['Connections.csv', 'netkeep.db', 'netkeep.db.prompt'])
  })

  test('while the database is made leaves it whole or not there', async () => {
    for (const milliseconds of [40, 60, 80, 100]) {
      const program = createProgram()
      await killAfter(program, ['add', 'Grace'], milliseconds)
      const names = (await program.json('list')).map(({ name }: { name: string }) => name)
      expect([[], ['Grace']]).toContainEqual(names)
    }
  })
})
