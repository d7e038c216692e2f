import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** Seven contacts that were well, until nothing happened for two months; it is Monday, 23 November. */
async function afterGap(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-01')
  for (const [name, interval, channel] of [
    ['Grace Hopper', '6w', 'coffee'],
    ['Ada Lovelace', '2w', 'email'],
    ['Alan Turing', '2w', 'message'],
    ['Jean Bartik', '40d', 'call'],
    ['李小龍', '1m', 'message'],
    ['Kay McNulty', '1y', 'message'],
  ] as const) {
    await netkeep.ok('add', name, '--every', interval)
    await netkeep.ok('log', name, '--by', channel)
  }
  await netkeep.ok('add', 'Bob Frankston', '--every', '2w')
  netkeep.today = '2026-11-23'
  return netkeep
}

/** What is seen of it on a terminal without colours. */
const seen = async (netkeep: Netkeep, ...args: readonly string[]): Promise<string> =>
  (await netkeep.onTerminal([...args, '--no-color'])).stdout

const standings = async (netkeep: Netkeep): Promise<readonly string[]> =>
  (await netkeep.ok('list'))
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'))
    .map(([, name, , , , standing, due]) => `${name} ${standing} ${due}`)

describe('restart', () => {
  test('gives each a starting day, the warmest and closest first, and then nobody is cold', async () => {
    const netkeep = await afterGap()
    expect(await netkeep.ok('due', '--count')).toBe('6\n')
    expect(await netkeep.run('restart')).toEqual({
      exitCode: 0,
      stdout:
        '6 contacts start within a week, until 26 Nov. Today: Ada Lovelace and Alan Turing. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await standings(netkeep)).toEqual([
      'Ada Lovelace due 2026-11-23',
      'Alan Turing due 2026-11-23',
      'Bob Frankston snoozed 2026-11-24',
      'Grace Hopper snoozed 2026-11-26',
      'Jean Bartik snoozed 2026-11-25',
      'Kay McNulty warm 2027-09-01',
      '李小龍 snoozed 2026-11-24',
    ])
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
    expect(await seen(netkeep, 'list')).toContain('Jean Bartik    40d  starts 25 Nov')
  })
})
