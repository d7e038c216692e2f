import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'

/** A network imported into the circle outer: contacts c0 to c11, none of them ever touched. */
async function withImported(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  const rows = Array.from({ length: 12 }, (_, n) => `C${n},Imported,https://linkedin.com/in/c${n},,,,\n`)
  writeFileSync(path.join(netkeep.folder, 'Connections.csv'), HEADER + rows.join(''))
  await netkeep.ok('import', 'Connections.csv', '--circle', 'outer')
  return netkeep
}

const dueOf = async (netkeep: Netkeep, name: string): Promise<string> =>
  (await netkeep.json('show', name)).dueOn

test('an import that gives a cadence spreads contacts never touched over their interval', async () => {
  const netkeep = await withImported()
  const dates = (await netkeep.json('list')).map(({ dueOn }: { dueOn: string }) => dueOn).sort()
  expect(dates).toHaveLength(new Set(dates).size)
  expect([dates[0], dates.at(-1)]).toEqual(['2026-11-22', '2027-10-22'])
})

test('an imported contact that is warm stays warm through pause and resume', async () => {
  const netkeep = await withImported()
  const before = await dueOf(netkeep, 'c11')
  await netkeep.ok('pause', 'c11')
  await netkeep.ok('resume', 'c11')
  expect(await dueOf(netkeep, 'c11')).toBe(before)
})

test('a wider circle makes nobody due who was not', async () => {
  const netkeep = await withImported()
  await netkeep.ok('circle', 'set', 'far', '2y')
  await netkeep.ok('move', 'c11', 'far')
  expect((await netkeep.json('show', 'c11')).standing).toBe('warm')
  await netkeep.ok('circle', 'set', 'outer', '3y')
  expect(await netkeep.json('due', '--ahead', '30d')).toEqual([])
})

test('a circle that is added again takes up contacts that came back meanwhile, spread', async () => {
  const netkeep = createNetkeep('2026-01-01')
  const rows = ['a', 'b'].map(
    (name) => `${name.toUpperCase()},Imported,https://linkedin.com/in/${name},,,,\n`,
  )
  writeFileSync(path.join(netkeep.folder, 'Connections.csv'), HEADER + rows.join(''))
  await netkeep.ok('circle', 'set', 'team', '2w')
  await netkeep.ok('import', 'Connections.csv', '--circle', 'team')
  await netkeep.ok('remove', 'a imported', 'b imported')
  await netkeep.ok('circle', 'remove', 'team')
  await netkeep.ok('import', 'Connections.csv', '--include-removed')
  expect((await netkeep.json('list')).map(({ dueOn }: { dueOn: string | null }) => dueOn)).toEqual([
    null,
    null,
  ])
  netkeep.today = '2026-06-01'
  await netkeep.ok('circle', 'set', 'team', '2w')
  const dates = (await netkeep.json('list')).map(({ dueOn }: { dueOn: string }) => dueOn)
  expect(dates).toEqual(['2026-06-01', '2026-06-08'])
})
