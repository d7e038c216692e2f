/** What `netkeep import` says of netkeep's own JSON. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'

/** The export of one, as a file of the other. */
async function handOver(from: Netkeep, here: Netkeep): Promise<void> {
  writeFileSync(path.join(here.folder, 'netkeep.json'), await from.ok('export'))
}

async function withAda(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace <ada@x.org>', '--every', '2w', '--circle', 'none')
  return netkeep
}

test('attempts and light touches are told apart from those that count', async () => {
  const [from, here] = [await withAda(), createNetkeep()]
  await from.ok('log', 'ada', '--attempt')
  await from.ok('log', 'ada', '--light')
  await from.ok('log', 'ada')
  await handOver(from, here)
  expect(await here.ok('import', 'netkeep.json')).toContain(
    'Touchpoints: 3 new (1 that count, 1 attempt, 1 light), 0 updated, 0 unchanged.\n',
  )
  await here.ok('undo')
  expect((await here.json('import', 'netkeep.json')).touchpoints).toEqual({
    new: 3,
    updated: 0,
    unchanged: 0,
    attempts: 1,
    light: 1,
  })
})

test('what else comes of it is counted: of circles those that are not as they were', async () => {
  const [from, here] = [await withAda(), createNetkeep()]
  await from.ok('circle', 'set', 'team', 'weekly')
  await from.ok('circle', 'set', 'inner', '3w')
  await from.ok('config', 'set', 'attempt-rest', '5')
  await from.ok('promise', 'add', 'ada', 'send the engine')
  await from.ok('promise', 'add', 'ada', 'send the book')
  await handOver(from, here)
  expect(await here.ok('import', 'netkeep.json')).toContain('Also: 1 setting, 2 circles, 2 promises.\n')
})

test('a setting that cannot be is told by its file and line', async () => {
  const netkeep = createNetkeep()
  const text = ['{"netkeep": 1,', '"settings": [', '{"name": "attempt-rest", "value": "soon"}', ']}'].join(
    '\n',
  )
  writeFileSync(path.join(netkeep.folder, 'netkeep.json'), text)
  const { exitCode, stderr } = await netkeep.run('import', 'netkeep.json')
  expect(exitCode).not.toBe(0)
  expect(stderr).toContain('netkeep.json line 3: settings, attempt-rest:')
})

test('fields that were kept are called by their names', async () => {
  const [from, here] = [await withAda(), createNetkeep()]
  await from.ok('add', 'Grace Hopper <grace@x.org>', '--introduced-by', 'ada', '--circle', 'close')
  await here.ok('add', 'Katherine Johnson <kj@x.org>')
  await here.ok('add', 'Ada Lovelace <ada@x.org>', '--every', '3m', '--circle', 'none')
  await here.ok('add', 'Grace Hopper <grace@x.org>', '--introduced-by', 'katherine', '--circle', 'wide')
  await handOver(from, here)
  const said = (await here.ok('import', 'netkeep.json')).split('\n')
  expect(said.filter((line) => line.startsWith('  ')).sort()).toEqual([
    '  Ada Lovelace, interval: 3m, not 2w',
    '  Grace Hopper, circle: wide, not close',
    '  Grace Hopper, introduced by: Katherine Johnson, not Ada Lovelace',
  ])
})
