/** Values that cannot be stored are refused by the name of their field and its limit, and nothing is written. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

async function withAda(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace')
  await netkeep.ok('add', 'Alan Turing')
  return netkeep
}

const FIELDS: readonly (readonly [field: string, typed: (value: string) => readonly string[]])[] = [
  ['promise', (value) => ['promise', 'add', 'ada', value]],
  ['promise', (value) => ['log', 'ada', '--next', value]],
  ['kind of help', (value) => ['gave', 'ada', value]],
  ['name of the date', (value) => ['date', 'add', 'ada', value, '--on', 'friday']],
  ['name of the date', (value) => ['date', 'remove', 'ada', value]],
  ['name of the date', (value) => ['wish', 'ada', '--for', value]],
  ['interest', (value) => ['edit', 'ada', '--interest', value]],
  ['interest', (value) => ['add', 'Bob', '--interest', `golf,${value}`]],
  ['interest', (value) => ['edit', 'ada', '--remove-interest', value]],
  ['cause', (value) => ['edit', 'ada', '--cause', value]],
  ['offer', (value) => ['edit', 'ada', '--offers', value]],
  ['thing they look for', (value) => ['edit', 'ada', '--looks-for', value]],
  ['organization', (value) => ['edit', 'ada', '--formerly', value]],
]

describe.each(FIELDS)('%s', (field, typed) => {
  test.each([
    [
      'x'.repeat(10_000),
      `The ${field} is too long: 10,000 characters, where at most 500 fit.`,
      `Shorten the ${field} and try again.`,
    ],
    ['a\0b', `The ${field} contains a NUL character.`, 'Remove it and try again.'],
    ['a\ud800', `The ${field} contains half a character (a lone surrogate).`, 'Remove it and try again.'],
  ])('%.5j…', async (value, message, hint) => {
    const netkeep = await withAda()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run(...typed(value))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(`netkeep: ${message}`, hint),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

test('notes of help and wishes hold 100,000 characters, and no more', async () => {
  const netkeep = await withAda()
  for (const args of [
    ['gave', 'ada', 'article'],
    ['wish', 'ada'],
  ]) {
    await netkeep.ok(...args, '-m', 'x'.repeat(100_000))
    expect((await netkeep.run(...args, '-m', 'x'.repeat(100_001))).stderr.split('\n')[0]).toBe(
      'netkeep: The note is too long: 100,001 characters, where at most 100,000 fit.',
    )
  }
})

test('what looks like an option is a value after -- or =', async () => {
  const netkeep = await withAda()
  await netkeep.ok('promise', 'add', '--', 'ada', '--on')
  await netkeep.ok('date', 'add', '--on', 'friday', '--', 'ada', '--json')
  await netkeep.ok('edit', 'ada', '--interest=--help', '--looks-for=-q')
  await netkeep.ok('log', 'ada', '--next=--next-on')
  await netkeep.ok('wish', 'ada', '--for=--json')
  expect(await netkeep.json('show', 'ada')).toMatchObject({
    interests: ['--help'],
    looksFor: ['-q'],
    dates: [{ label: '--json' }],
    promises: [{ text: '--on' }, { text: '--next-on' }],
  })
  expect((await netkeep.run('gave', '--', 'ada', '--new')).stderr.split('\n')[0]).toBe(
    'netkeep: "--new" is no kind of help.',
  )
})
