import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

/** Grace gave more than she got, Ada got more than she gave, Alan never answered, Bob has no entry. */
async function withLedger(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  await netkeep.ok('add', 'Bob Kahn', '--circle', 'none')
  await netkeep.ok('got', 'grace', 'advice', '--on', '2026-11-01', '-m', 'take the offer')
  await netkeep.ok('got', 'grace', 'referral', '--on', '2026-11-02', '--by', 'email')
  await netkeep.ok('asked', 'grace', 'time', '--on', '2026-11-20')
  await netkeep.ok('asked', 'grace', 'advice', '--on', '2026-11-21')
  await netkeep.ok('gave', 'ada', 'article', '--on', '2026-11-01')
  await netkeep.ok('log', 'alan', '--attempt', '--on', '2026-11-01')
  await netkeep.ok('log', 'bob')
  return netkeep
}

describe('balance', () => {
  test('on a terminal lists those first to whom most is owed, and what stands out', async () => {
    const netkeep = await withLedger()
    expect((await netkeep.onTerminal(['balance'])).stdout).toBe(
      lines(
        'Grace Hopper  you gave 0  asked 2  received 2  nothing given yet, 2 asks since…',
        'Alan Turing   you gave 0  asked 0  received 0  1 unanswered',
        'Ada Lovelace  you gave 1  asked 0  received 0',
      ),
    )
  })

  test('in a pipe is tab-separated', async () => {
    const netkeep = await withLedger()
    expect(await netkeep.ok('balance')).toBe(
      lines('Grace Hopper\t0\t2\t2\t2', 'Alan Turing\t0\t0\t0\t1', 'Ada Lovelace\t1\t0\t0\t0'),
    )
  })

  test('with --json has exactly these fields', async () => {
    const netkeep = await withLedger()
    const [grace] = await netkeep.json('balance')
    expect(grace).toEqual({
      uid: (await netkeep.json('show', 'grace')).uid,
      name: 'Grace Hopper',
      given: 0,
      asked: 2,
      received: 2,
      unanswered: 2,
      asksSinceGive: 2,
    })
  })

  test('of one contact on a terminal has every give, ask and receipt, newest first', async () => {
    const netkeep = await withLedger()
    await netkeep.ok('log', 'grace', '--on', '2026-11-10')
    expect((await netkeep.onTerminal(['balance', 'grace'])).stdout).toBe(
      lines(
        'Grace Hopper  you gave 0  asked 2  received 2  nothing given yet, 2 asks since…',
        '     21 Nov  asked: advice, no answer yet',
        '     20 Nov  asked: time, no answer yet',
        '      2 Nov  got: referral, email',
        '      1 Nov  got: advice',
        '             take the offer',
      ),
    )
  })

  test('of one contact in a pipe is its line, with --json with its entries', async () => {
    const netkeep = await withLedger()
    expect(await netkeep.ok('balance', 'ada')).toBe(
      lines('Ada Lovelace\t1\t0\t0\t0', '2026-11-01\tgave\tarticle\t\t'),
    )
    expect(await netkeep.ok('balance', 'bob')).toBe('Bob Kahn\t0\t0\t0\t0\n')
    const [{ entries, ...balance }] = await netkeep.json('balance', 'ada')
    expect(balance).toEqual((await netkeep.json('balance'))[2])
    expect(entries).toMatchObject([{ on: '2026-11-01', help: 'gave', helpKind: 'article' }])
  })

  test('a touchpoint that is undone is in no balance, and a redone one is again', async () => {
    const netkeep = await withLedger()
    await netkeep.ok('gave', 'grace', 'time')
    expect(await netkeep.json('balance', 'grace')).toMatchObject([
      { given: 1, asked: 2, received: 2, unanswered: 0, asksSinceGive: 0 },
    ])
    await netkeep.ok('undo')
    expect(await netkeep.json('balance', 'grace')).toMatchObject([
      { given: 0, unanswered: 2, asksSinceGive: 2 },
    ])
    await netkeep.ok('redo')
    expect(await netkeep.json('balance', 'grace')).toMatchObject([{ given: 1, asksSinceGive: 0 }])
  })

  test('one touchpoint with several contacts stands in the balance of each', async () => {
    const netkeep = await withLedger()
    await netkeep.ok('gave', 'ada', 'bob', 'introduction')
    expect(await netkeep.json('balance', 'ada')).toMatchObject([{ given: 2 }])
    expect(await netkeep.json('balance', 'bob')).toMatchObject([{ given: 1 }])
    expect((await netkeep.onTerminal(['balance', 'bob'])).stdout).toBe(
      lines(
        'Bob Kahn  you gave 1  asked 0  received 0',
        '     22 Nov  gave: introduction, with Ada Lovelace',
      ),
    )
  })

  test('a removed contact has no balance', async () => {
    const netkeep = await withLedger()
    await netkeep.ok('remove', 'grace')
    expect(await namesIn(netkeep, 'balance')).toEqual(['Alan Turing', 'Ada Lovelace'])
  })

  test('of nothing says on a terminal how to begin, in a pipe nothing', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['balance'])).stdout).toBe(
      'Nothing given or asked yet. After helping somebody: netkeep gave grace article\n',
    )
    expect(await netkeep.run('balance')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('balance')).toEqual([])
    const ledger = await withLedger()
    expect((await ledger.onTerminal(['balance', '--circle', 'wide'])).stdout).toBe(
      'Nothing given or asked among these contacts.\n',
    )
  })

  test('--limit says how many, and what is left', async () => {
    const netkeep = await withLedger()
    expect(await namesIn(netkeep, 'balance', '--limit', '2')).toEqual(['Grace Hopper', 'Alan Turing'])
    expect((await netkeep.onTerminal(['balance', '--limit', '2'])).stdout.split('\n').at(-2)).toBe(
      'and 1 more: --limit 0',
    )
    expect((await netkeep.run('balance', '--limit', 'x')).exitCode).toBe(2)
  })
})
