import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep, namesIn } from '../harness.ts'

/** Ada and Grace are members; Alan, Betty and Kay share something with them, Edsger is cold, Barbara was never touched. */
async function withClub(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-01')
  netkeep.env['NO_COLOR'] = '1'
  const add = (name: string, ...options: readonly string[]): Promise<string> =>
    netkeep.ok('add', name, ...options)
  await add('Ada Lovelace', '--interest', 'compilers,open source', '--org', 'Navy')
  await add('Grace Hopper', '--interest', 'Compilers', '--cause', 'literacy')
  await add('Alan Turing', '--interest', 'COMPILERS')
  await add('Betty Holberton', '--interest', 'Open-Source', '--org', 'navy, inc.')
  await add('Kay McNulty', '--cause', 'literacy', '--every', '1y')
  await add('Edsger Dijkstra', '--interest', 'compilers', '--every', '1w')
  await add('Barbara Liskov', '--interest', 'compilers')
  await add('Donald Knuth', '--interest', 'organs')
  await netkeep.ok('log', 'alan', 'edsger', 'donald')
  await netkeep.ok('log', 'betty')
  await netkeep.ok('log', 'kay')
  await netkeep.ok('relate', 'kay', 'colleague', 'ada')
  await netkeep.ok('group', 'add', 'Job club', '--with', 'ada,grace')
  netkeep.today = '2026-11-22'
  return netkeep
}

describe('group invite', () => {
  test('offers warm contacts who are no members and share something with one: most ties first', async () => {
    const netkeep = await withClub()
    expect(await namesIn(netkeep, 'group', 'invite', 'job')).toEqual([
      'Alan Turing',
      'Kay McNulty',
      'Betty Holberton',
    ])
    await netkeep.ok('log', 'edsger', 'barbara')
    expect((await namesIn(netkeep, 'group', 'invite', 'job')).slice(0, 2)).toEqual([
      'Barbara Liskov',
      'Edsger Dijkstra',
    ])
  })

  test('says what they share, with whom, and what else ties them', async () => {
    const netkeep = await withClub()
    expect((await netkeep.onTerminal(['group', 'invite', 'job'])).stdout).toBe(
      lines(
        'Alan Turing      3 weeks ago',
        '  shares Compilers with 2 members',
        'Kay McNulty      3 weeks ago',
        '  shares literacy with Grace Hopper; related to Ada Lovelace',
        'Betty Holberton  3 weeks ago  navy, inc.',
        '  shares open source with Ada Lovelace; works at Navy with Ada Lovelace',
      ),
    )
    expect((await netkeep.ok('group', 'invite', 'job', '--limit', '1')).split('\t')).toEqual([
      await idOf(netkeep, 'alan'),
      'Alan Turing',
      '',
      '2026-11-01',
      'Compilers',
      'Ada Lovelace, Grace Hopper',
      'shares Compilers with 2 members\n',
    ])
    expect((await netkeep.json('group', 'invite', 'job'))[1]).toEqual({
      uid: (await netkeep.json('show', 'kay')).uid,
      id: await idOf(netkeep, 'kay'),
      name: 'Kay McNulty',
      organization: null,
      shared: ['literacy'],
      members: ['Grace Hopper'],
      why: 'shares literacy with Grace Hopper; related to Ada Lovelace',
      lastTouchOn: '2026-11-01',
    })
  })

  test('cuts the list, and says so', async () => {
    const netkeep = await withClub()
    const { stdout } = await netkeep.onTerminal(['group', 'invite', 'job', '--limit', '1'])
    expect(stdout.split('\n').at(-2)).toBe('and 2 more: --limit 0')
  })

  test('says what to do where nobody shares anything', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'add', 'Board', '--with', 'donald')
    expect((await netkeep.onTerminal(['group', 'invite', 'board'])).stdout).toBe(
      lines(
        'Nobody warm shares an interest or a cause with a member of Board.',
        'Say what members care about: netkeep edit WHO --interest "open source"',
      ),
    )
    expect([
      await netkeep.ok('group', 'invite', 'board'),
      await netkeep.json('group', 'invite', 'board'),
    ]).toEqual(['', []])
  })
})
