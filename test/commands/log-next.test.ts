/** `netkeep log --next`: what was promised on the occasion. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

async function withTwo(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'none')
  return netkeep
}

describe('log --next', () => {
  test('keeps a promise, and says so', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.run('log', 'grace', '--next', 'send the paper', '--next-on', 'friday')).toEqual({
      exitCode: 0,
      stdout:
        'In touch with Grace Hopper today. Next due 6 Dec. You promised: send the paper, by 27 Nov. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('promise')).toMatchObject([
      { contact: 'Grace Hopper', text: 'send the paper', on: '2026-11-27', mine: true, state: 'open' },
    ])
  })

  test('says the same on a terminal', async () => {
    const netkeep = await withTwo()
    expect((await netkeep.onTerminal(['log', 'grace', '--next', 'call'])).stdout).toBe(
      'In touch with Grace Hopper today. Next due 6 Dec. You promised: call.\nUndo: netkeep undo\n',
    )
  })

  test('with --json prints the promises', async () => {
    const netkeep = await withTwo()
    const { promises } = await netkeep.json('log', 'grace', '--next', 'call', '--next-on', '3d')
    expect(promises).toEqual(await netkeep.json('promise'))
    expect(promises).toMatchObject([{ text: 'call', on: '2026-11-25' }])
    expect((await netkeep.json('log', 'grace')).promises).toEqual([])
  })

  test('with several contacts promises it to each', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('log', 'grace', 'ada', '--next', 'send the slides')
    const promises: readonly { contact: string }[] = await netkeep.json('promise')
    expect(promises.map(({ contact }) => contact).toSorted()).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('is undone with the touchpoint, and redone', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('log', 'grace', '--next', 'call')
    await netkeep.ok('undo')
    const { touchpoints, promises } = await netkeep.json('show', 'grace')
    expect([touchpoints, promises]).toEqual([[], []])
    await netkeep.ok('redo')
    expect(await netkeep.json('promise')).toHaveLength(1)
  })

  test('goes with an attempt and with somebody new', async () => {
    const netkeep = await withTwo()
    expect(
      await netkeep.ok('log', 'grace', '--attempt', '--next', 'try again', '--next-on', 'tomorrow'),
    ).toBe(
      'Tried to reach Grace Hopper today. Next due 6 Dec. You promised: try again, by 23 Nov. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('log', 'Jean Bartik', '--new', '--next', 'call')).toBe(
      'In touch with Jean Bartik today. New: Jean Bartik. Next due 22 Feb 2027. You promised: call. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('promise')).toHaveLength(2)
  })

  test('a bare weekday lies ahead, whatever --on says', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('log', 'grace', '--on', 'friday', '--next', 'call', '--next-on', 'friday')
    expect((await netkeep.json('show', 'grace')).lastTouchOn).toBe('2026-11-20')
    expect((await netkeep.json('promise'))[0].on).toBe('2026-11-27')
  })

  test('goes with the questions of a terminal', async () => {
    const netkeep = await withTwo()
    const { stdout } = await netkeep.onTerminal(
      ['log', '--next', 'call'],
      [{ type: 'grace', choose: 'Grace Hopper' }, 'coffee', 'talked'],
    )
    expect(stdout).toContain('You promised: call.')
    expect(await netkeep.json('promise')).toHaveLength(1)
  })

  test.each([
    [['--next-on', 'friday'], 'What have you promised?', 'Say it: --next "send the paper" --next-on friday'],
    [
      ['--next', '  '],
      'The promise is empty.',
      'Say what: netkeep promise add grace "send the paper" --on friday',
    ],
    [
      ['--next', 'x'.repeat(501)],
      'The promise is too long: 501 characters, where at most 500 fit.',
      'Shorten the promise and try again.',
    ],
    [
      ['--next', 'call', '--next-on', 'soon'],
      '"soon" is not a date.',
      'Write a date like today, friday, 2w or 2026-11-20; in quotes where it has spaces: "20 Nov", "3 days ago".',
    ],
  ])('%j is refused, and nothing is written', async (args, message, hint) => {
    const netkeep = await withTwo()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('log', 'grace', ...args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(`netkeep: ${message}`, hint),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})
