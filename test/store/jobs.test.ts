import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'

/** Grace, at the Navy since the day she was added. */
async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-01-10')
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--title', 'Commander')
  netkeep.today = '2026-11-22'
  return netkeep
}

const formerJobs = async (netkeep: Netkeep, who = 'grace'): Promise<unknown> =>
  (await netkeep.json('show', who)).formerJobs

const COMMANDER = {
  organization: 'Navy',
  title: 'Commander',
  notedOn: '2026-01-10',
  untilOn: '2026-11-22',
}

describe('a job that gives way to another', () => {
  test('is kept with the day since when it was known and the day it was replaced', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Univac', '--title', 'Programmer')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })

  test('is followed by the next from that day on', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    netkeep.today = '2026-12-01'
    await netkeep.ok('edit', 'grace', '--org', 'Harvard')
    expect(await formerJobs(netkeep)).toEqual([
      { organization: 'Univac', title: 'Commander', notedOn: '2026-11-22', untilOn: '2026-12-01' },
      COMMANDER,
    ])
  })

  test('is kept when only the title changes, or is emptied', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--title', '')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })

  test('is kept when it was told on the same day, but not a slip of the fingers', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('add', 'Ada Lovelace', '--org', 'Analitics')
    await netkeep.ok('edit', 'ada', '--org', 'Analytics')
    expect(await formerJobs(netkeep, 'ada')).toEqual([])
    await netkeep.ok('edit', 'ada', '--org', 'Engines')
    expect(await formerJobs(netkeep, 'ada')).toEqual([
      { organization: 'Analytics', title: null, notedOn: '2026-11-22', untilOn: '2026-11-22' },
    ])
    await netkeep.ok('edit', 'grace', '--org', 'Univak')
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })

  test('goes on as if nothing had been when it is put back on the same day', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    expect(await formerJobs(netkeep)).toEqual([])
    await netkeep.ok('edit', 'grace', '--org', '', '--title', '')
    await netkeep.ok('edit', 'grace', '--org', 'Navy', '--title', 'Commander')
    expect(await formerJobs(netkeep)).toEqual([])
    netkeep.today = '2026-12-01'
    await netkeep.ok('edit', 'grace', '--org', 'Harvard')
    expect(await formerJobs(netkeep)).toEqual([{ ...COMMANDER, untilOn: '2026-12-01' }])
  })

  test('is kept though its title was told on the very day it changed', async () => {
    const netkeep = createNetkeep('2026-01-10')
    await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy')
    netkeep.today = '2026-11-22'
    await netkeep.ok('edit', 'grace', '--title', 'Commander')
    expect(await formerJobs(netkeep)).toEqual([])
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })

  test('leaves with an undo, and comes again with a redo', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('undo')
    expect(await formerJobs(netkeep)).toEqual([])
    await netkeep.ok('redo')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })
})

test('who comes back to an employer has been there twice', async () => {
  const netkeep = await withGrace()
  for (const [today, org] of [
    ['2026-02-01', 'Yale'],
    ['2026-04-01', 'Navy'],
    ['2026-05-01', 'Eckert'],
  ] as const) {
    netkeep.today = today
    await netkeep.ok('edit', 'grace', '--org', org)
  }
  const jobs: readonly { organization: string; notedOn: string; untilOn: string }[] = (
    await netkeep.json('show', 'grace')
  ).formerJobs
  expect(jobs.map(({ organization, notedOn, untilOn }) => [organization, notedOn, untilOn])).toEqual([
    ['Navy', '2026-04-01', '2026-05-01'],
    ['Yale', '2026-02-01', '2026-04-01'],
    ['Navy', '2026-01-10', '2026-02-01'],
  ])
})

describe('a former employer', () => {
  test('that is told of has no days, and stands once however it is spelt', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--formerly', 'Vassar', '--formerly', 'VASSAR')
    expect(await formerJobs(netkeep)).toEqual([
      { organization: 'Vassar', title: null, notedOn: null, untilOn: null },
    ])
    const again = await netkeep.ok('edit', 'grace', '--formerly', 'vassar')
    expect(again).toBe('Grace Hopper: nothing was changed.\n')
  })

  test('that is known with its days is not told of again without them', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('edit', 'grace', '--formerly', 'navy')
    expect(await formerJobs(netkeep)).toEqual([COMMANDER])
  })

  test('is forgotten with all jobs there, however it is spelt', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--title', 'Captain')
    netkeep.today = '2026-12-01'
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('edit', 'grace', '--formerly', 'Vassar')
    await netkeep.ok('edit', 'grace', '--remove-formerly', 'NAVY')
    expect(await formerJobs(netkeep)).toEqual([
      { organization: 'Vassar', title: null, notedOn: null, untilOn: null },
    ])
  })
})

describe('an import', () => {
  function write(netkeep: Netkeep, company: string, position: string): void {
    writeFileSync(
      path.join(netkeep.folder, 'Connections.csv'),
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,,${company},${position},12 Jan 2024\n`,
    )
  }

  test('with a new employer keeps the old one with its days, and twice the same file changes nothing', async () => {
    const netkeep = createNetkeep('2026-01-10')
    write(netkeep, 'Analytics', 'Countess')
    await netkeep.ok('import', 'Connections.csv')
    netkeep.today = '2026-11-22'
    write(netkeep, 'Engines', 'Programmer')
    await netkeep.ok('import', 'Connections.csv')
    const former = [
      { organization: 'Analytics', title: 'Countess', notedOn: '2026-01-10', untilOn: '2026-11-22' },
    ]
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Engines',
      title: 'Programmer',
      formerJobs: former,
    })
    netkeep.today = '2026-12-24'
    const steps = (await netkeep.json('history')).length
    const { contacts } = await netkeep.json('import', 'Connections.csv')
    expect(contacts).toMatchObject({ new: 0, updated: 0, unchanged: 1 })
    expect(await netkeep.json('history')).toHaveLength(steps)
    expect(await formerJobs(netkeep, 'ada')).toEqual(former)
  })

  test('that says only now what the title is leaves the job as known as it was', async () => {
    const netkeep = createNetkeep('2026-01-10')
    write(netkeep, 'Analytics', '')
    await netkeep.ok('import', 'Connections.csv')
    netkeep.today = '2026-11-22'
    write(netkeep, 'Analytics', 'Countess')
    await netkeep.ok('import', 'Connections.csv')
    await netkeep.ok('edit', 'ada', '--org', 'Engines')
    expect(await formerJobs(netkeep, 'ada')).toEqual([
      { organization: 'Analytics', title: 'Countess', notedOn: '2026-01-10', untilOn: '2026-11-22' },
    ])
  })
})
