/** Hostile inputs, rows 5 and 13 to 15, through the built program: refused with the field, the limit or an example, and nothing is written. */
import { describe, expect, test } from 'vitest'
import { lines, sha256Of } from '../harness.ts'
import { createProgram, type Program, type RunOptions } from './program.ts'

async function withGrace(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper')
  return program
}

async function expectRefused(args: readonly string[], message: string, options?: RunOptions): Promise<void> {
  const program = await withGrace()
  const before = sha256Of(program.db)
  const { exitCode, stdout, stderr } = await program.run(args, options)
  expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
  expect(sha256Of(program.db)).toBe(before)
}

describe('row 5: names and notes that cannot be', () => {
  test.each([
    ['an empty name', ['add', ''], 'The name is empty.'],
    ['a blank name', ['add', ' \t '], 'The name is empty.'],
    [
      'a name of 10,000 characters',
      ['add', 'x'.repeat(10_000)],
      'The name is too long: 10,000 characters, where at most 500 fit.',
    ],
    [
      'a tag of 10,000 characters',
      ['tag', 'grace', `+${'x'.repeat(10_000)}`],
      'The tag is too long: 10,000 characters, where at most 500 fit.',
    ],
    [
      'a circle name of 501 characters',
      ['circle', 'set', 'x'.repeat(501), '1w'],
      'The circle name is too long: 501 characters, where at most 500 fit.',
    ],
  ])('%s is refused', async (_case, args, message) => expectRefused(args, message))

  test('a note of 1 MB is refused', async () => {
    const message = 'The note is too long: 1,048,576 characters, where at most 100,000 fit.'
    await expectRefused(['log', 'grace', '-m', '-'], message, { input: 'x'.repeat(2 ** 20) })
    await expectRefused(['edit', 'grace', '--note', '-'], message, { input: 'x'.repeat(2 ** 20) })
  })

  test('a NUL is refused', async () => {
    await expectRefused(['log', 'grace', '-m', '-'], 'The note contains a NUL character.', { input: 'a\0b' })
  })

  test('half of a surrogate pair is refused', async () => {
    const input = Buffer.from([0x61, 0xed, 0xa0, 0xbd, 0x62])
    await expectRefused(['log', 'grace', '-m', '-'], 'The note on standard input is not UTF-8 text.', {
      input,
    })
  })

  test('Latin-1 bytes are refused', async () => {
    const input = Buffer.from('Zoë', 'latin1')
    await expectRefused(['add', '-'], 'The list on standard input is not UTF-8 text.', { input })
  })
})

describe('row 13: syntax of databases and of the shell', () => {
  const NAMES = [
    "Robert'); DROP TABLE contact;--",
    '100% sure',
    'under_score',
    '"quoted" OR *',
    '-rf',
    '--json',
    '$(touch x)',
    '`id`',
    '%F{red}',
  ]

  test('is only text in a name', async () => {
    const program = createProgram()
    for (const name of NAMES) await program.ok('add', '--', name)
    expect((await program.json('list')).map(({ name }: { name: string }) => name).sort()).toEqual(
      [...NAMES].sort(),
    )
    for (const name of NAMES) {
      await program.ok('log', '--', name)
      expect((await program.json('show', '--', name)).name).toBe(name)
    }
  })

  test.each([['%'], ['_'], ["'"], ['"'], ['*'], ['-'], ['((']])('%s finds nobody', async (typed) => {
    const program = await withGrace()
    expect(await program.json('find', '--', typed)).toEqual([])
  })

  test.each([
    ['grace', 1],
    ['^grace', 1],
    ['"grace"', 1],
    ['grace*', 1],
    ['{grace}', 1],
    ['gr%', 1],
    ['%race', 0],
    ['gr_ce', 0],
    ['grace OR nobody', 0],
    ['grace NOT nobody', 0],
    ['NEAR(grace hopper)', 0],
    ['name:grace', 0],
    ["grace'; DROP TABLE contact; --", 0],
  ])('is only text in a search: %s finds %i', async (typed, count) => {
    const program = await withGrace()
    expect(await program.json('find', '--', typed)).toHaveLength(count)
  })

  test('a name that begins with a dash needs --, and the error says so', async () => {
    await expectRefused(['show', '-rf'], "Unknown option '-rf'.")
  })
})

const DATE_HINT =
  'Write a date like today, friday, 2w or 2026-11-20; in quotes where it has spaces: "20 Nov", "3 days ago".'

describe('row 14: dates that cannot be', () => {
  test.each([
    ['2026-02-30'],
    ['2026-13-45'],
    ['0000-00-00'],
    ['0001-01-01'],
    ['1799-12-31'],
    ['10000-01-01'],
    ['1'],
    ['tomorow'],
    ['2023-02-29'],
    [''],
  ])('%j is refused by log with an example', async (date) => {
    const program = await withGrace()
    const before = sha256Of(program.db)
    const { exitCode, stdout, stderr } = await program.run(['log', 'grace', '--on', date])
    expect([exitCode, stdout, stderr.split('\n')[1]]).toEqual([2, '', DATE_HINT])
    expect(sha256Of(program.db)).toBe(before)
  })

  test.each([
    ['due --on', ['due', '--on', '2026-02-30']],
    ['add --met-on', ['add', 'Ada', '--met-on', '2026-02-30']],
    ['edit --met-on', ['edit', 'grace', '--met-on', '1']],
    ['snooze', ['snooze', 'grace', '2026-02-30']],
  ])('%s refuses such a date with an example', async (_command, args) => {
    const program = await withGrace()
    const before = sha256Of(program.db)
    const { exitCode, stdout, stderr } = await program.run(args)
    expect([exitCode, stdout, stderr.split('\n')[1]]).toEqual([2, '', DATE_HINT])
    expect(sha256Of(program.db)).toBe(before)
  })

  test.each([['1906-02-30'], ['--02-30'], ['--13-01'], ['1799-01-01'], ['12-09']])(
    '%s is no birthday',
    async (birthday) => {
      const program = await withGrace()
      const { exitCode, stderr } = await program.run(['edit', 'grace', `--birthday=${birthday}`])
      expect([exitCode, stderr]).toEqual([
        2,
        lines(
          `netkeep: "${birthday}" is not a birthday.`,
          'Write it like 1906-12-09 or 9 Dec 1906; like --12-09 or 9 Dec without the year.',
        ),
      ])
    },
  )

  test('a birthday may lack its year, 29 February too', async () => {
    const program = await withGrace()
    await program.ok('edit', 'grace', '--birthday=--02-29')
    expect((await program.json('show', 'grace')).birthday).toBe('--02-29')
  })
})

describe('row 15: intervals that cannot be', () => {
  const HINT =
    'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".'

  async function expectNoInterval(args: readonly string[], interval: string): Promise<void> {
    const program = await withGrace()
    const before = sha256Of(program.db)
    const { exitCode, stdout, stderr } = await program.run(args)
    expect([exitCode, stdout, stderr]).toEqual([
      2,
      '',
      lines(`netkeep: "${interval}" is not an interval.`, HINT),
    ])
    expect(sha256Of(program.db)).toBe(before)
  }

  test.each([['0d'], ['-1w'], ['1e9y'], ['1.5m'], ['2 fortnights'], [''], ['11y'], ['99999999999d']])(
    '%j is refused with an example',
    async (interval) => expectNoInterval(['every', 'grace', '--', interval], interval),
  )

  test.each([
    ['circle set', ['circle', 'set', 'close', '1.5m']],
    ['add --every', ['add', 'Ada', '--every', '1.5m']],
    ['edit --every', ['edit', 'grace', '--every', '1.5m']],
    ['list --quiet-for', ['list', '--quiet-for', '1.5m']],
    ['due --ahead', ['due', '--ahead', '1.5m']],
    ['config set snooze', ['config', 'set', 'snooze', '1.5m']],
  ])('%s refuses such an interval too', async (_command, args) => expectNoInterval(args, '1.5m'))
})
