import { describe, expect, test } from 'vitest'
import { createNetkeep, namesIn } from '../harness.ts'

describe('remove', () => {
  test('takes contacts from every list without asking, on a terminal and piped', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput('Grace Hopper\nAda Lovelace\nAlan Turing', 'add', '-')
    expect(await netkeep.run('remove', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Removed Grace Hopper. Undo: netkeep undo\n',
      stderr: '',
    })
    expect((await netkeep.onTerminal(['remove', 'ada'])).stdout).toBe(
      'Removed Ada Lovelace. Undo: netkeep undo\n',
    )
    expect(await namesIn(netkeep, 'list')).toEqual(['Alan Turing'])
  })

  test('several at once are one command', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput('Grace\nAda\nAlan', 'add', '-')
    expect(await netkeep.ok('remove', 'grace', 'ada')).toBe('Removed Grace and Ada. Undo: netkeep undo\n')
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada', 'Alan', 'Grace'])
  })

  test('with --json prints whom it removed', async () => {
    const netkeep = createNetkeep()
    const { uid, id } = await netkeep.json('add', 'Grace', '--org', 'Navy')
    expect(await netkeep.json('remove', 'grace')).toEqual([{ uid, id, name: 'Grace', organization: 'Navy' }])
  })

  test('a removed contact is matched by nothing and cannot be removed again', async () => {
    const netkeep = createNetkeep()
    const { id } = await netkeep.json('add', 'Grace <grace@navy.mil>')
    await netkeep.ok('remove', 'grace')
    for (const typed of ['grace', 'grace@navy.mil', id]) {
      expect((await netkeep.run('remove', typed)).exitCode).toBe(3)
    }
  })

  test('undo brings the contact back with all it had', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace <grace@navy.mil>', '--tag', 'mentor', '--alias', 'Amazing')
    await netkeep.ok('log', 'grace', '-m', 'nanoseconds')
    const before = await netkeep.json('show', 'grace')
    await netkeep.ok('remove', 'grace')
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'amazing')).toEqual(before)
  })

  test('a touchpoint with several keeps the others', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput('Grace\nAda', 'add', '-')
    await netkeep.ok('log', 'grace', 'ada')
    await netkeep.ok('remove', 'ada')
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      lastTouchOn: '2026-11-22',
      touchpoints: [{ contacts: [{ name: 'Grace' }] }],
    })
  })
})
