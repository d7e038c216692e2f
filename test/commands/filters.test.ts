/** The filters that lists share, on each list. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** Each of them is due, has a promise, a date today, and an entry in the ledger that speaks for them. */
async function withFour(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-01-01')
  const birthday = ['--birthday', '--11-22']
  await netkeep.ok(
    ...['add', 'Grace Hopper', '--org', 'US Navy', '--every', '1w', ...birthday],
    ...['--interest', 'Compilers,open source', '--offers', 'mentoring', '--looks-for', 'a co-founder'],
  )
  await netkeep.ok(
    ...['add', 'Ada Lovelace', '--org', 'Analytical Engines', '--circle', 'outer', ...birthday],
    ...['--interest', 'open-source', '--cause', 'schools', '--looks-for', 'funding'],
  )
  await netkeep.ok(
    ...['add', 'Alan Turing', '--circle', 'none', '--tag', 'mentor', ...birthday],
    ...['--cause', 'Schools for girls', '--offers', 'funding'],
  )
  await netkeep.ok('add', 'Bob Kahn', '--circle', 'none', ...birthday)
  for (const who of ['grace', 'ada', 'alan', 'bob']) {
    await netkeep.ok('promise', 'add', who, 'call', '--on', '2026-11-22')
    await netkeep.ok('gave', who, 'article', '--on', '2026-01-01')
  }
  netkeep.today = '2026-11-22'
  await netkeep.ok('gave', 'bob', 'time', '--on', '2026-11-21')
  await netkeep.ok('snooze', 'grace', '1m')
  return netkeep
}

/** The names that each list has, in the order of the alphabet. */
async function listed(netkeep: Netkeep, list: string, filter: readonly string[]): Promise<readonly string[]> {
  const rows = (await netkeep.ok(list, ...filter)).split('\n').slice(0, -1)
  const place = ['balance', 'date'].includes(list) ? 0 : 1
  return [...new Set(rows.map((row) => row.split('\t')[place]?.split(' ')[0] ?? ''))].toSorted()
}

const FILTERS: readonly (readonly [filter: readonly string[], names: readonly string[]])[] = [
  [
    ['--interest', 'open source'],
    ['Ada', 'Grace'],
  ],
  [
    ['--interest', 'OPEN'],
    ['Ada', 'Grace'],
  ],
  [
    ['--interest', 'source'],
    ['Ada', 'Grace'],
  ],
  [['--interest', 'pen'], []],
  [
    ['--interest', 'compilers', '--interest', 'open source'],
    ['Ada', 'Grace'],
  ],
  [
    ['--cause', 'schools'],
    ['Ada', 'Alan'],
  ],
  [['--cause', 'schools', '--interest', 'open'], ['Ada']],
  [['--cause', 'compilers'], []],
  [['--offers', 'fund'], ['Alan']],
  [['--looks-for', 'co-founder'], ['Grace']],
  [['--looks-for', 'funding'], ['Ada']],
  [['--shares', 'ada'], ['Grace']],
  [['--shares', 'bob'], []],
  [['--org', 'navy'], ['Grace']],
  [['--org', 'engines'], ['Ada']],
  [['--standing', 'snoozed'], ['Grace']],
  [
    ['--standing', 'unscheduled', '--standing', 'snoozed'],
    ['Alan', 'Bob', 'Grace'],
  ],
  [['--standing', 'warm'], ['Ada']],
  [
    ['--quiet-for', '6m'],
    ['Ada', 'Alan', 'Grace'],
  ],
  [
    ['--quiet-for', '1d'],
    ['Ada', 'Alan', 'Bob', 'Grace'],
  ],
  [
    ['--circle', 'none'],
    ['Alan', 'Bob', 'Grace'],
  ],
  [['--circle', 'none', '--quiet-for', '6m', '--cause', 'schools'], ['Alan']],
  [['--tag', '+Mentor'], ['Alan']],
]

describe.each(['list', 'due', 'promise', 'date', 'balance', 'vouch'])('%s', (list) => {
  test.each(FILTERS)(`%j lets through %j`, async (filter, names) => {
    expect(await listed(await withFour(), list, filter)).toEqual(names)
  })
})

describe.each(['list', 'due', 'promise', 'date', 'balance', 'vouch'])('%s refuses', (list) => {
  test.each([
    [['--standing', 'lukewarm'], 2, '"lukewarm" is not a standing.'],
    [['--quiet-for', 'soon'], 2, '"soon" is not an interval.'],
    [['--circle', 'nearest'], 2, 'There is no circle "nearest".'],
    [['--interest', '  '], 2, 'There is no word in --interest.'],
    [['--cause', ''], 2, 'There is no word in --cause.'],
    [['--offers', ''], 2, 'There is no word in --offers.'],
    [['--looks-for', ''], 2, 'There is no word in --looks-for.'],
    [['--org', ''], 2, 'There is no word in --org.'],
    [['--shares', 'nobody'], 3, 'No contact matches "nobody".'],
  ])('%j', async (filter, code, message) => {
    const netkeep = await withFour()
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run(list, ...filter)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([code, '', `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('list --shares', () => {
  test('has those first who share most, and says what', async () => {
    const netkeep = await withFour()
    await netkeep.ok('edit', 'alan', '--interest', 'Open Source', '--cause', 'schools')
    const shared: readonly { name: string; shared: readonly string[] }[] = await netkeep.json(
      'list',
      '--shares',
      'ada',
    )
    expect(shared.map(({ name, shared: values }) => [name, values])).toEqual([
      ['Alan Turing', ['open-source', 'schools']],
      ['Grace Hopper', ['open-source']],
    ])
    expect((await netkeep.ok('list', '--shares', 'ada')).split('\n')[0]?.split('\t').at(-1)).toBe(
      'open-source,schools',
    )
    expect((await netkeep.onTerminal(['list', '--shares', 'ada', '--no-color'])).stdout).toBe(
      lines(
        'Alan Turing   open-source, schools  11 months ago',
        'Grace Hopper  open-source           11 months ago  US Navy',
        '2 contacts of 4',
      ),
    )
    const byName: readonly { name: string }[] = await netkeep.json(
      'list',
      '--shares',
      'grace',
      '--sort',
      'name',
    )
    expect(byName.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Alan Turing'])
  })

  test('asks on a terminal which contact is meant', async () => {
    const netkeep = await withFour()
    await netkeep.ok('add', 'Ada Byron')
    const { stdout } = await netkeep.onTerminal(['list', '--shares', 'ada', '--no-color'], ['Ada Lovelace'])
    expect(stdout).toMatch(/^Grace Hopper /)
  })
})
