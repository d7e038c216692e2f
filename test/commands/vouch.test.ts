import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

async function withVouchers(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none', '--tag', 'Reference')
  await netkeep.ok('add', 'Bob Kahn', '--circle', 'none', '--tag', 'mentor')
  await netkeep.ok('got', 'grace', 'vouching', '--on', '2026-11-01', '--by', 'email')
  await netkeep.ok('got', 'grace', 'vouching', '--on', '2026-11-02')
  for (const kind of ['article', 'time', 'time', 'advice']) {
    await netkeep.ok('gave', 'ada', kind, '--on', '2026-11-20')
  }
  await netkeep.ok('asked', 'bob', 'vouching')
  return netkeep
}

describe('vouch', () => {
  test('on a terminal lists who could, the best first, with the reasons', async () => {
    const netkeep = await withVouchers()
    expect((await netkeep.onTerminal(['vouch'])).stdout).toBe(
      lines(
        'Grace Hopper  3 weeks ago       got vouching 2 times',
        'Alan Turing   not yet in touch  tagged +Reference',
        'Ada Lovelace  2 days ago        gave time 2 times, gave advice, gave article',
      ),
    )
  })

  test('in a pipe is tab-separated, with the score', async () => {
    const netkeep = await withVouchers()
    const [grace, alan, ada] = await netkeep.json('vouch')
    expect(await netkeep.ok('vouch')).toBe(
      lines(
        `${grace.id}\tGrace Hopper\tNavy\t7\t2026-11-02\tgot vouching 2 times`,
        `${alan.id}\tAlan Turing\t\t6\t\ttagged +Reference`,
        `${ada.id}\tAda Lovelace\t\t3\t2026-11-20\tgave time 2 times, gave advice, gave article`,
      ),
    )
  })

  test('with --json has exactly these fields', async () => {
    const netkeep = await withVouchers()
    const [grace] = await netkeep.json('vouch')
    const { uid, id } = await netkeep.json('show', 'grace')
    expect(grace).toEqual({
      uid,
      id,
      name: 'Grace Hopper',
      organization: 'Navy',
      score: 7,
      reasons: ['got vouching 2 times'],
      lastTouchOn: '2026-11-02',
    })
  })

  test('with --tag lists those with the tag and nobody else', async () => {
    const netkeep = await withVouchers()
    await netkeep.ok('tag', 'grace', '+mentor')
    expect(await namesIn(netkeep, 'vouch', '--tag', 'MENTOR')).toEqual(['Grace Hopper', 'Bob Kahn'])
    expect(await namesIn(netkeep, 'vouch', '--tag', 'nothing')).toEqual([])
  })

  test('what is undone speaks for nobody', async () => {
    const netkeep = await withVouchers()
    await netkeep.ok('got', 'bob', 'referral')
    expect(await namesIn(netkeep, 'vouch')).toContain('Bob Kahn')
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'vouch')).not.toContain('Bob Kahn')
  })

  test('a removed contact is not listed', async () => {
    const netkeep = await withVouchers()
    await netkeep.ok('remove', 'grace', 'alan')
    expect(await namesIn(netkeep, 'vouch')).toEqual(['Ada Lovelace'])
  })

  test('of nobody says on a terminal what to do, in a pipe nothing', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['vouch'])).stdout).toBe(
      'Nobody yet. Record help given and got (netkeep gave, netkeep got), or tag somebody: netkeep tag grace +reference\n',
    )
    expect(await netkeep.run('vouch')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('vouch')).toEqual([])
  })

  test('where the filters let nobody through, it says so', async () => {
    const netkeep = await withVouchers()
    expect((await netkeep.onTerminal(['vouch', '--circle', 'wide'])).stdout).toBe(
      'Nobody among these contacts yet.\n',
    )
  })

  test('--limit says how many, and what is left', async () => {
    const netkeep = await withVouchers()
    expect((await netkeep.onTerminal(['vouch', '--limit', '1'])).stdout).toBe(
      lines('Grace Hopper  3 weeks ago  got vouching 2 times', 'and 2 more: --limit 0'),
    )
    expect(await netkeep.json('vouch', '--limit', '0')).toHaveLength(3)
  })
})
