import { describe, expect, test } from 'vitest'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'

async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.withInput('Grace Hopper\nAda Lovelace\nAlan Turing', 'add', '-', '--circle', 'close')
  return netkeep
}

describe('pause', () => {
  test('keeps a contact off the due list until resume', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('pause', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Paused Grace Hopper. To go on: netkeep resume WHO. Undo: netkeep undo\n',
      stderr: '',
    })
    netkeep.today = '2027-09-20'
    expect(await namesIn(netkeep, 'due')).toEqual(['Ada Lovelace', 'Alan Turing'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      standing: 'unscheduled',
      pausedOn: '2026-09-20',
      dueOn: null,
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = await withThree()
    expect((await netkeep.onTerminal(['pause', 'grace', 'ada'])).stdout).toBe(
      'Paused Grace Hopper and Ada Lovelace. To go on: netkeep resume WHO.\nUndo: netkeep undo\n',
    )
  })

  test('with --json prints the contacts as list does', async () => {
    const netkeep = await withThree()
    const paused = await netkeep.json('pause', 'alan')
    expect(paused).toEqual(
      (await netkeep.json('list')).filter(({ name }: { name: string }) => name === 'Alan Turing'),
    )
    expect(paused[0].pausedOn).toBe('2026-09-20')
  })

  test('a contact paused already keeps the day it was paused', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    netkeep.today = '2026-10-01'
    expect(await netkeep.ok('pause', 'grace')).toBe('Grace Hopper: paused already, so nothing was changed.\n')
    expect(await netkeep.ok('pause', 'grace', 'ada')).toBe(
      'Paused Ada Lovelace. To go on: netkeep resume WHO. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('show', 'grace')).pausedOn).toBe('2026-09-20')
  })
})

describe('resume', () => {
  test('a single contact that would be cold becomes due today', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    netkeep.today = '2026-11-22'
    expect(await netkeep.run('resume', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Resumed Grace Hopper. Next due today. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      standing: 'due',
      dueOn: '2026-11-22',
      pausedOn: null,
    })
  })

  test('with --as-is it is as late as it would have been', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    netkeep.today = '2026-11-22'
    expect(await netkeep.ok('resume', 'grace', '--as-is')).toBe(
      'Resumed Grace Hopper. Now 21 days overdue. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ standing: 'cold', daysOverdue: 21 })
  })

  test('several are spread evenly over their interval, the most recently touched first', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'alan')
    await netkeep.ok('pause', 'grace', 'ada', 'alan')
    netkeep.today = '2026-11-22'
    expect((await netkeep.onTerminal(['resume', 'grace', 'ada', 'alan'])).stdout).toBe(
      'Resumed Grace Hopper, Ada Lovelace and Alan Turing. This asks for about 2 a\nmonth. 3 contacts that would be due at once are spread over the interval\n(--as-is leaves the plain dates). Next due: Grace Hopper 20 Dec, Ada Lovelace 6\nDec, Alan Turing today.\nUndo: netkeep undo\n',
    )
  })

  test('several with --as-is are left as they are', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace', 'ada')
    netkeep.today = '2026-11-22'
    await netkeep.ok('resume', 'grace', 'ada', '--as-is')
    expect(await netkeep.ok('due', '--count')).toBe('3\n')
  })

  test('one that would still be warm keeps its due date', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    netkeep.today = '2026-10-01'
    expect(await netkeep.ok('resume', 'grace')).toBe(
      'Resumed Grace Hopper. Next due 1 Nov. Undo: netkeep undo\n',
    )
  })

  test('with --json prints the contacts as list does', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    expect(await netkeep.json('resume', 'grace')).toMatchObject([
      { name: 'Grace Hopper', pausedOn: null, standing: 'warm' },
    ])
  })

  test('one that is not paused is left as it is', async () => {
    const netkeep = await withThree()
    netkeep.today = '2026-11-22'
    expect(await netkeep.ok('resume', 'grace')).toBe('Grace Hopper: not paused, so nothing was changed.\n')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ standing: 'cold' })
    expect(await netkeep.json('history')).toHaveLength(1)
  })
})
