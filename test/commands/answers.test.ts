import { expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'

/** Ann and Bob, both cold for long and paused. */
async function withPaused(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  for (const name of ['Ann', 'Bob']) await netkeep.ok('add', name, '--every', '2w')
  await netkeep.ok('log', 'ann', 'bob', '--on', '2026-06-01')
  await netkeep.ok('pause', 'ann', 'bob')
  return netkeep
}

test('a starting day that netkeep chose is not called a snooze, one that the user chose is', async () => {
  const netkeep = await withPaused()
  await netkeep.ok('resume', 'ann', 'bob')
  await netkeep.ok('snooze', 'ann', '3w')
  expect((await netkeep.onTerminal(['list', '--no-color'])).stdout).toBe(
    'Ann  2w  snoozed until 13 Dec  6 months ago\nBob  2w  starts 29 Nov         6 months ago\n2 contacts\n',
  )
  await netkeep.ok('snooze', 'bob', '3w')
  expect((await netkeep.onTerminal(['list', '--no-color'])).stdout).not.toContain('starts')
})

test('wake says when a contact rests after an attempt all the same', async () => {
  const netkeep = await withPaused()
  await netkeep.ok('resume', 'ann', '--as-is')
  await netkeep.ok('log', 'ann', '--attempt')
  expect(await netkeep.ok('wake', 'ann')).toBe(
    'Ann: not snoozed, so nothing was changed. Ann rests until 25 Nov after an attempt; a touchpoint ends that.\n',
  )
})

test('an empty name among others is refused, and nothing is written', async () => {
  const netkeep = await withPaused()
  for (const args of [
    ['log', 'ann', ''],
    ['log', 'ann', ' ', '--new'],
    ['remove', 'ann', ''],
  ]) {
    expect((await netkeep.run(...args)).exitCode, args.join(' ')).toBe(2)
  }
  expect((await netkeep.json('show', 'ann')).touchpoints).toHaveLength(1)
})

test('bytes that are no UTF-8 text are refused rather than stored spoilt', async () => {
  const netkeep = createNetkeep()
  expect((await netkeep.run('add', 'Zo\ufffd')).exitCode).toBe(2)
  expect(await netkeep.json('list')).toEqual([])
})

test('a name that more than ten contacts share says so, with the command that was typed', async () => {
  const netkeep = createNetkeep()
  for (let n = 0; n < 12; n++) await netkeep.ok('add', `Ann N${n}`)
  const { stderr } = await netkeep.run('tag', 'ann', '+x')
  expect(stderr).toContain('"ann" could be 10 contacts or more; nothing was done.')
  expect(stderr).toContain('or by id: netkeep tag ')
})

test('add - refuses a line that is neither a name nor an address, and passes over comments', async () => {
  const netkeep = createNetkeep()
  expect((await netkeep.withInput('Ann\nBad <bad\n', 'add', '-')).exitCode).toBe(5)
  await netkeep.withInput('# mine\nAnn\n', 'add', '-')
  expect((await netkeep.json('list')).map(({ name }: { name: string }) => name)).toEqual(['Ann'])
})

test('find does not find everybody by the host of a profile', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ann', '--url', 'https://www.linkedin.com/in/ann-of-oslo')
  expect(await netkeep.json('find', 'linkedin')).toEqual([])
  expect(await netkeep.json('find', 'oslo')).toHaveLength(1)
})
