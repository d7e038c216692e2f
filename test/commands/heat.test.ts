import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Sunday 22 November: a few weeks of 2026 with up to three touches a day, and one day of 2025. */
async function withTouches(): Promise<Netkeep> {
  const netkeep = createNetkeep('2025-06-01')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'close')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'close')
  await netkeep.ok('log', 'grace', '--on', '2025-06-01')
  netkeep.today = '2026-11-22'
  for (const [on, ...names] of [
    ['2026-03-02', 'grace', 'ada', 'alan'],
    ['2026-03-03', 'grace'],
    ['2026-03-04', 'grace'],
    ['2026-06-30', 'ada', 'alan'],
    ['2026-11-16', 'alan'],
    ['2026-11-20', 'grace', 'ada'],
    ['2026-11-22', 'ada'],
  ] as const)
    await netkeep.ok('log', ...names, '--on', on)
  return netkeep
}

const shown = async (netkeep: Netkeep, columns: number, ...args: readonly string[]): Promise<string> => {
  netkeep.columns = columns
  return (await netkeep.onTerminal(['heat', ...args, '--no-color'])).stdout
}

describe('heat', () => {
  test('on a terminal of 80 columns is the 53 weeks up to this one', async () => {
    expect(await shown(await withTouches(), 80)).toBe(
      lines(
        'Touches from 17 Nov 2025 to 22 Nov',
        '      Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov',
        'Mon ···············█····································▒',
        '    ···············▒················▓····················',
        'Wed ···············▒·····································',
        '    ·····················································',
        'Fri ····················································▓',
        '    ·····················································',
        '    ····················································▒',
        '',
        'Touches a day:   · none   ▒ 1   ▓ 2   █ 3',
        '11 touches on 7 days. Busiest day: 2 Mar, with 3. Longest run: 3 days, 2 Mar to',
        '4 Mar.',
      ),
    )
  })

  test('on a terminal of 40 columns is the latest weeks that have room, and says so', async () => {
    expect(await shown(await withTouches(), 40)).toBe(
      lines(
        'Touches from 17 Nov 2025 to 22 Nov',
        '      Apr May  Jun Jul Aug  Sep Oct Nov',
        'Mon ···································▒',
        '    ···············▓····················',
        'Wed ····································',
        '    ····································',
        'Fri ···································▓',
        '    ····································',
        '    ···································▒',
        '',
        'Touches a day:   · none   ▒ 1   ▓ 2',
        '█ 3',
        '11 touches on 7 days. Busiest day: 2',
        'Mar, with 3. Longest run: 3 days, 2 Mar',
        'to 4 Mar.',
        'These are the latest 36 of 53 weeks; 57',
        'columns have room for all.',
      ),
    )
  })

  test('on a terminal of 200 columns is the same year, with a blank between the weeks', async () => {
    expect(await shown(await withTouches(), 200)).toBe(
      lines(
        'Touches from 17 Nov 2025 to 22 Nov',
        '    Nov Dec     Jan     Feb     Mar       Apr     May       Jun     Jul     Aug       Sep     Oct     Nov',
        'Mon · · · · · · · · · · · · · · · █ · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▒',
        '    · · · · · · · · · · · · · · · ▒ · · · · · · · · · · · · · · · · ▓ · · · · · · · · · · · · · · · · · · · ·',
        'Wed · · · · · · · · · · · · · · · ▒ · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
        '    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
        'Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▓',
        '    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
        '    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▒',
        '',
        'Touches a day:   · none   ▒ 1   ▓ 2   █ 3',
        '11 touches on 7 days. Busiest day: 2 Mar, with 3. Longest run: 3 days, 2 Mar to 4 Mar.',
      ),
    )
  })

  test('in a pipe is the same in ASCII', async () => {
    expect(await (await withTouches()).ok('heat')).toBe(
      lines(
        'Touches from 17 Nov 2025 to 22 Nov',
        '      Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov',
        'Mon ...............#....................................+',
        '    ...............+................*....................',
        'Wed ...............+.....................................',
        '    .....................................................',
        'Fri ....................................................*',
        '    .....................................................',
        '    ....................................................+',
        '',
        'Touches a day:   . none   + 1   * 2   # 3',
        '11 touches on 7 days. Busiest day: 2 Mar, with 3. Longest run: 3 days, 2 Mar to',
        '4 Mar.',
      ),
    )
  })

  test('of a year is that year; of this one the days to come are blank', async () => {
    expect(await shown(await withTouches(), 80, '--year', '2026')).toBe(
      lines(
        'Touches in 2026',
        '    Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec',
        'Mon  ········█····································▒',
        '     ········▒················▓····················',
        'Wed  ········▒·····································',
        '    ···············································',
        'Fri ··············································▓',
        '    ···············································',
        '    ··············································▒',
        '',
        'Touches a day:   · none   ▒ 1   ▓ 2   █ 3',
        '11 touches on 7 days. Busiest day: 2 Mar, with 3. Longest run: 3 days, 2 Mar to',
        '4 Mar.',
      ),
    )
  })

  test('of this year on a narrow terminal leaves out the weeks to come first', async () => {
    expect(await shown(await withTouches(), 40, '--year', '2026')).toBe(
      lines(
        'Touches in 2026',
        '      Apr May  Jun Jul Aug  Sep Oct Nov',
        'Mon ···································▒',
        '    ···············▓····················',
        'Wed ····································',
        '    ····································',
        'Fri ···································▓',
        '    ····································',
        '    ···································▒',
        '',
        'Touches a day:   · none   ▒ 1   ▓ 2',
        '█ 3',
        '11 touches on 7 days. Busiest day: 2',
        'Mar, with 3. Longest run: 3 days, 2 Mar',
        'to 4 Mar.',
        'These are the latest 36 of 53 weeks; 57',
        'columns have room for all.',
      ),
    )
  })

  test('of one contact', async () => {
    expect(await shown(await withTouches(), 80, 'grace', 'hopper', '--year', '2026')).toBe(
      lines(
        'Touches with Grace Hopper in 2026',
        '    Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec',
        'Mon  ········█·····································',
        '     ········█·····································',
        'Wed  ········█·····································',
        '    ···············································',
        'Fri ··············································█',
        '    ···············································',
        '    ···············································',
        '',
        'Touches a day:   · none   █ 1',
        '4 touches on 4 days. Longest run: 3 days, 2 Mar to 4 Mar.',
      ),
    )
  })
})

describe('what heat counts', () => {
  test('with --json is a list of the days that have touches, those of the year asked for', async () => {
    const netkeep = await withTouches()
    netkeep.columns = 40
    expect(await netkeep.json('heat')).toEqual([
      { on: '2026-03-02', count: 3 },
      { on: '2026-03-03', count: 1 },
      { on: '2026-03-04', count: 1 },
      { on: '2026-06-30', count: 2 },
      { on: '2026-11-16', count: 1 },
      { on: '2026-11-20', count: 2 },
      { on: '2026-11-22', count: 1 },
    ])
    expect(await netkeep.json('heat', '--year', '2025')).toEqual([{ on: '2025-06-01', count: 1 }])
    expect(await netkeep.json('heat', 'alan', '--year', ' 2026 ')).toEqual([
      { on: '2026-03-02', count: 1 },
      { on: '2026-06-30', count: 1 },
      { on: '2026-11-16', count: 1 },
    ])
  })

  test('with a filter are the touches with those contacts', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.json('heat', '--circle', 'close')).toEqual([
      { on: '2026-03-02', count: 2 },
      { on: '2026-06-30', count: 2 },
      { on: '2026-11-16', count: 1 },
      { on: '2026-11-20', count: 1 },
      { on: '2026-11-22', count: 1 },
    ])
    expect(await shown(netkeep, 80, '--circle', 'close')).toMatch(
      /^Touches with these contacts from 17 Nov 2025 to 22 Nov\n/,
    )
  })

  test('is a contact on a day: once however often, and not by an attempt or a light touch', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('log', 'grace', '--on', '2026-03-03', '--by', 'call')
    await netkeep.ok('log', 'ada', '--on', '2026-03-03', '--attempt')
    await netkeep.ok('log', 'alan', '--on', '2026-03-05', '--light')
    expect((await netkeep.json('heat')).slice(1, 3)).toEqual([
      { on: '2026-03-03', count: 1 },
      { on: '2026-03-04', count: 1 },
    ])
  })

  test('stays when a contact is removed, but is of nobody any more', async () => {
    const netkeep = await withTouches()
    const before = await netkeep.ok('heat')
    await netkeep.ok('remove', 'ada')
    expect(await netkeep.ok('heat')).toBe(before)
    expect(await netkeep.json('heat', '--circle', 'close')).toHaveLength(3)
    expect((await netkeep.run('heat', 'ada')).exitCode).toBe(3)
  })

  test('goes to the contact that two were merged into', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('merge', 'ada', 'alan', '--yes')
    expect(await netkeep.json('heat', 'ada')).toEqual([
      { on: '2026-03-02', count: 1 },
      { on: '2026-06-30', count: 1 },
      { on: '2026-11-16', count: 1 },
      { on: '2026-11-20', count: 1 },
      { on: '2026-11-22', count: 1 },
    ])
  })

  test('changes nothing', async () => {
    const netkeep = await withTouches()
    const before = sha256Of(netkeep.db)
    for (const args of [['heat'], ['heat', 'grace'], ['heat', '--year', '2025']]) await netkeep.ok(...args)
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('of a contact on a terminal with colours shows days without touches faint, and the same text', async () => {
    const netkeep = await withTouches()
    netkeep.columns = 40
    const { stdout } = await netkeep.onTerminal(['heat', 'grace'])
    expect(stdout).toContain('\u001b[2m·\u001b[22m█\n')
    expect(stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(await shown(netkeep, 40, 'grace'))
  })

  test('a name is shown safe and broken to the width', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('add', 'Eve\u001b[2J 李小龙')
    await netkeep.ok('log', 'eve')
    expect((await shown(netkeep, 40, 'eve')).split('\n').slice(0, 2)).toEqual([
      'Touches with Eve\\u{1b}[2J 李小龙 from 17',
      'Nov 2025 to 22 Nov',
    ])
  })
})

describe('heat without touches says what to type', () => {
  test('in an empty database', async () => {
    const netkeep = createNetkeep()
    const said = 'No touches from 17 Nov 2025 to 22 Nov. After being in touch: netkeep log grace\n'
    expect(await shown(netkeep, 80)).toBe(said)
    expect(await netkeep.ok('heat')).toBe(said)
    expect(await netkeep.json('heat')).toEqual([])
    expect(await shown(netkeep, 40)).toBe(
      lines('No touches from 17 Nov 2025 to 22 Nov.', 'After being in touch: netkeep log grace'),
    )
  })

  test('of a year without any, where the touchpoints begin', async () => {
    const netkeep = await withTouches()
    expect(await shown(netkeep, 80, '--year', '2019')).toBe(
      'No touches in 2019. Your touchpoints begin in 2025: netkeep heat --year 2025\n',
    )
    netkeep.today = '2028-02-01'
    expect(await shown(netkeep, 80, '--year', '2027')).toBe(
      'No touches in 2027. Your touchpoints begin in 2025: netkeep heat --year 2025\n',
    )
  })

  test('of a year with attempts only', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('log', 'grace', '--attempt')
    expect(await shown(netkeep, 80, '--year', '2026')).toBe(
      'No touches in 2026. After being in touch: netkeep log grace\n',
    )
  })

  test('with a contact, with those of a filter', async () => {
    const netkeep = await withTouches()
    expect(await shown(netkeep, 80, 'ada', '--year', '2025')).toBe(
      'No touches with Ada Lovelace in 2025. After being in touch: netkeep log ada\n',
    )
    expect(await shown(netkeep, 80, '--circle', 'outer', '--year', '2025')).toBe(
      'No touches with these contacts in 2025. Those with everybody: netkeep heat\n',
    )
  })
})

describe('heat refuses', () => {
  test.each([
    ['abc', '"abc" is not a year from 1800 on.'],
    ['', '"" is not a year from 1800 on.'],
    ['0', '"0" is not a year from 1800 on.'],
    ['26', '"26" is not a year from 1800 on.'],
    ['1799', '"1799" is not a year from 1800 on.'],
    ['20266', '"20266" is not a year from 1800 on.'],
    ['2026-01', '"2026-01" is not a year from 1800 on.'],
  ])('the year %j', async (year, said) => {
    expect(await createNetkeep().run('heat', '--year', year)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `netkeep: ${said}\nType: netkeep heat --year 2026\n`,
    })
  })

  test('a year to come', async () => {
    expect(await createNetkeep().run('heat', '--year', '2027')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'netkeep: 2027 is still to come.\nThis year: netkeep heat --year 2026\n',
    })
  })

  test('a contact and a filter together, and a name that nobody has', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.run('heat', 'grace', '--circle', 'inner')).toMatchObject({
      exitCode: 2,
      stderr: 'netkeep: A filter is for the whole list, and you named a contact.\nLeave out one of them.\n',
    })
    expect((await netkeep.run('heat', 'nobody')).exitCode).toBe(3)
  })

  test('a year typed as a name, unless somebody has it', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('heat', '2025')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'netkeep: No contact matches "2025".\nThe year: netkeep heat --year 2025\n',
    })
    await netkeep.ok('add', 'Class of 2025')
    expect(await netkeep.ok('heat', '2025')).toMatch(/^No touches with Class of 2025 from /)
  })
})
