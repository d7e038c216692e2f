import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** Four contacts without cadence, tracked since September. */
async function withFour(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.withInput(
    'Grace Hopper\nAda Lovelace\nAlan Turing\nJean Bartik',
    'add',
    '-',
    '--circle',
    'none',
  )
  netkeep.today = '2026-11-22'
  return netkeep
}

function dueDates(
  list: readonly { readonly name: string; readonly dueOn: string }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(list.map(({ name, dueOn }) => [name, dueOn]))
}

describe('move', () => {
  test('a single contact that would be cold there becomes due today', async () => {
    const netkeep = await withFour()
    expect(await netkeep.run('move', 'grace', 'close')).toEqual({
      exitCode: 0,
      stdout: 'Moved Grace Hopper to close. Next due today. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      circle: 'close',
      interval: '6w',
      standing: 'due',
      daysOverdue: 0,
    })
  })

  test('with --as-is it is as late as its interval says', async () => {
    const netkeep = await withFour()
    expect((await netkeep.onTerminal(['move', 'grace', 'close', '--as-is'])).stdout).toBe(
      'Moved Grace Hopper to close. Now 21 days overdue. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ standing: 'cold', daysOverdue: 21 })
  })

  test('several that would be due are spread over the interval, the most recently touched first', async () => {
    const netkeep = await withFour()
    await netkeep.ok('log', 'jean', '--on', '2026-10-01')
    await netkeep.ok('log', 'alan', '--on', '2026-09-25')
    expect(await netkeep.ok('move', 'grace', 'ada', 'alan', 'jean', 'inner')).toBe(
      'Moved Grace Hopper, Ada Lovelace, Alan Turing and Jean Bartik to inner. This asks for about 2 a week. 4 contacts that would be due at once are spread over the interval (--as-is leaves the plain dates). Next due: Grace Hopper 2 Dec, Ada Lovelace 29 Nov, Alan Turing 25 Nov, Jean Bartik today. Undo: netkeep undo\n',
    )
  })

  test('those who are warm there keep their due dates and take no place in the spread', async () => {
    const netkeep = await withFour()
    await netkeep.ok('log', 'jean', '--on', '2026-11-20')
    const moved = await netkeep.json('move', 'grace', 'ada', 'jean', 'inner')
    expect(dueDates(moved)).toEqual({
      'Ada Lovelace': '2026-11-22',
      'Grace Hopper': '2026-11-29',
      'Jean Bartik': '2026-12-04',
    })
  })

  test('several with --as-is keep the plain dates', async () => {
    const netkeep = await withFour()
    const moved = await netkeep.json('move', 'grace', 'ada', 'close', '--as-is')
    expect(dueDates(moved)).toEqual({ 'Grace Hopper': '2026-11-01', 'Ada Lovelace': '2026-11-01' })
  })

  test('above five a day the answer suggests a wider circle', async () => {
    const netkeep = createNetkeep()
    const names = Array.from({ length: 6 }, (_, index) => `c${index}`)
    await netkeep.withInput(names.join('\n'), 'add', '-', '--circle', 'none')
    await netkeep.ok('circle', 'set', 'daily', '1d')
    expect(await netkeep.ok('move', ...names, 'daily')).toContain(
      ' This asks for about 6 a day. That is a lot: think of a wider circle, or leave some without a cadence (netkeep move WHO none). Next due: ',
    )
  })

  test('none takes contacts out of their circle', async () => {
    const netkeep = await withFour()
    await netkeep.ok('move', 'grace', 'close')
    expect(await netkeep.ok('move', 'grace', 'none')).toBe(
      'Moved Grace Hopper to no circle. No cadence. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: null, standing: 'unscheduled' })
  })

  test('an interval of their own stays', async () => {
    const netkeep = await withFour()
    await netkeep.ok('every', 'grace', '1y')
    expect(await netkeep.ok('move', 'grace', 'inner')).toBe(
      'Moved Grace Hopper to inner. Next due 20 Sep 2027. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('show', 'grace')).interval).toBe('1y')
  })

  test('the words of one name are one contact', async () => {
    const netkeep = await withFour()
    expect(await netkeep.json('move', 'grace', 'hopper', 'outer')).toMatchObject([
      { name: 'Grace Hopper', circle: 'outer' },
    ])
  })

  test('where they are already, nothing is changed', async () => {
    const netkeep = await withFour()
    await netkeep.ok('move', 'grace', 'outer')
    expect(await netkeep.ok('move', 'grace', 'OUTER')).toBe(
      'Grace Hopper: in outer already, so nothing was changed.\n',
    )
    expect(await netkeep.json('history')).toHaveLength(2)
  })

  test.each([
    [
      'no contact',
      ['close'],
      lines('netkeep: Name a contact and a circle.', 'Type: netkeep move grace close'),
    ],
    [
      'an unknown circle',
      ['grace', 'nearest'],
      lines(
        'netkeep: There is no circle "nearest".',
        'There are inner, close, wide, outer. A new one: netkeep circle set nearest 3m',
      ),
    ],
  ])('refuses %s', async (_case, args, stderr) => {
    const netkeep = await withFour()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('move', ...args)).toEqual({ exitCode: 2, stdout: '', stderr })
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('every', () => {
  test('gives a contact an interval of its own', async () => {
    const netkeep = await withFour()
    await netkeep.ok('log', 'grace')
    expect(await netkeep.run('every', 'grace', '3w')).toEqual({
      exitCode: 0,
      stdout: 'Gave Grace Hopper an interval of 3w. Next due 13 Dec. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test.each([
    [['grace', 'monthly'], '1m'],
    [['grace', 'P2W'], '2w'],
    [['grace', 'hopper', '2', 'weeks'], '2w'],
    [['grace', '10 days'], '10d'],
    [['grace', '1Q'], '1q'],
    [['grace', '10y'], '10y'],
  ])('%j is an interval of %s', async (args, interval) => {
    const netkeep = await withFour()
    expect(await netkeep.json('every', ...args)).toMatchObject([{ name: 'Grace Hopper', interval }])
  })

  test('a single contact that would be cold becomes due today, and with --as-is not', async () => {
    const netkeep = await withFour()
    expect((await netkeep.onTerminal(['every', 'grace', '6w'])).stdout).toBe(
      'Gave Grace Hopper an interval of 6w. Next due today. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('every', 'ada', '6w', '--as-is')).toBe(
      'Gave Ada Lovelace an interval of 6w. Now 21 days overdue. Undo: netkeep undo\n',
    )
  })

  test('several that would be due are spread', async () => {
    const netkeep = await withFour()
    expect(dueDates(await netkeep.json('every', 'grace', 'ada', '10d'))).toEqual({
      'Ada Lovelace': '2026-11-22',
      'Grace Hopper': '2026-11-27',
    })
  })

  test('none is no cadence even inside a circle, circle is back to that of the circle', async () => {
    const netkeep = await withFour()
    await netkeep.ok('move', 'grace', 'outer')
    expect(await netkeep.ok('every', 'grace', 'none')).toBe(
      'Gave Grace Hopper no cadence. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      circle: 'outer',
      interval: null,
      standing: 'unscheduled',
    })
    expect(await netkeep.ok('every', 'grace', 'circle')).toBe(
      "Gave Grace Hopper the circle's interval. Next due 20 Sep 2027. Undo: netkeep undo\n",
    )
  })

  test('what is so already changes nothing', async () => {
    const netkeep = await withFour()
    await netkeep.ok('every', 'grace', '1y')
    expect(await netkeep.ok('every', 'grace', 'yearly')).toBe(
      'Grace Hopper: that already, so nothing was changed.\n',
    )
  })

  test.each([
    ['0d'],
    ['-1w'],
    ['1e9y'],
    ['1.5m'],
    ['2 fortnights'],
    [''],
    ['11y'],
    ['3653d'],
    ['PT5M'],
    ['soon'],
  ])('%j is refused with an example, and nothing is changed', async (interval) => {
    const netkeep = await withFour()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('every', 'grace', '--', interval)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        `netkeep: "${interval}" is not an interval.`,
        'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('refuses an interval without a contact', async () => {
    const netkeep = await withFour()
    expect((await netkeep.run('every', '3w')).stderr).toBe(
      lines('netkeep: Name a contact and an interval.', 'Type: netkeep every grace 3w'),
    )
  })
})
