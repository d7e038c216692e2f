import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Friday 20 November: a touch in each of the weeks of 26 October, 2 and 16 November, none in that of 9 November. */
async function withTouches(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-10-20')
  await netkeep.ok('add', 'Grace Hopper')
  await netkeep.ok('add', 'Ada Lovelace')
  netkeep.today = '2026-11-20'
  for (const day of ['2026-10-28', '2026-11-03', '2026-11-18']) await netkeep.ok('log', 'grace', '--on', day)
  return netkeep
}

const shown = async (netkeep: Netkeep): Promise<string> =>
  (await netkeep.onTerminal(['streak', '--no-color'])).stdout

describe('streak', () => {
  test('of an empty database says how one begins', async () => {
    expect(await shown(createNetkeep('2026-11-20'))).toBe(
      lines('No streak yet: one touch begins one.', 'This week: 0 of 1 touch, 3 days left.'),
    )
  })

  test('on a terminal', async () => {
    expect(await shown(await withTouches())).toBe(
      lines('A streak of 1 week. Your longest was 2 weeks.', 'This week: 1 touch, done.'),
    )
  })

  test('in a pipe is a line, and one for each freeze', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('streak', 'freeze', '2026-12-20..2027-01-06')
    await netkeep.ok('streak', 'freeze', '2026-11-01')
    expect(await netkeep.ok('streak')).toBe(
      lines(
        'streak\tweek\t1\t2\t0\t1\t1\t2026-11-16\t2026-11-22',
        'freeze\t2026-11-01\t2026-11-01',
        'freeze\t2026-12-20\t2027-01-06',
      ),
    )
  })

  test('with --json', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('streak', 'freeze', '2026-11-11')
    expect(await netkeep.json('streak')).toEqual({
      unit: 'week',
      current: 3,
      longest: 3,
      frozen: 1,
      minimum: 1,
      done: 1,
      unitStart: '2026-11-16',
      unitEnd: '2026-11-22',
      isReached: true,
      isFrozen: false,
      freezes: [{ uid: expect.any(String), from: '2026-11-11', to: '2026-11-11' }],
    })
  })

  test('a touchpoint told later repairs it, and undo breaks it again', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('log', 'ada', '--on', '2026-11-15')
    expect(await netkeep.json('streak')).toMatchObject({ current: 4, longest: 4 })
    await netkeep.ok('undo')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1, longest: 2 })
    await netkeep.ok('redo')
    expect(await netkeep.json('streak')).toMatchObject({ current: 4, longest: 4 })
  })

  test('attempts and light touches do not count, until an ask is answered', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('log', 'ada', '--attempt', '--on', '2026-11-11')
    await netkeep.ok('log', 'ada', '--light', '--on', '2026-11-11')
    await netkeep.ok('asked', 'ada', 'advice', '--on', '2026-11-11')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1 })
    await netkeep.ok('log', 'ada')
    expect(await netkeep.json('streak')).toMatchObject({ current: 4, done: 2 })
  })

  test('what the contact was removed for since, happened all the same', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('remove', 'grace')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1, longest: 2 })
  })

  test('goes by the settings, for the past too', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('config', 'set', 'streak-minimum', '2')
    expect(await netkeep.json('streak')).toMatchObject({ current: 0, longest: 0, done: 1, minimum: 2 })
    await netkeep.ok('log', 'ada', 'grace')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1, longest: 1, done: 3 })
    await netkeep.ok('config', 'set', 'streak-minimum')
    await netkeep.ok('config', 'set', 'streak-unit', 'workday')
    expect(await shown(netkeep)).toBe(lines('A streak of 1 workday.', 'Today: 2 touches, done.'))
    netkeep.today = '2026-11-21'
    expect(await shown(netkeep)).toBe(
      lines('A streak of 1 workday.', 'On Monday it goes on: a weekend neither counts nor breaks it.'),
    )
    await netkeep.ok('log', 'ada')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1, done: 0, unitStart: '2026-11-23' })
  })

  test('is kept until the week is over, and gone on Monday a week later', async () => {
    const netkeep = await withTouches()
    const currentOn = async (day: string): Promise<number> => {
      netkeep.today = day
      return (await netkeep.json('streak')).current
    }
    expect([
      await currentOn('2026-11-22'),
      await currentOn('2026-11-29'),
      await currentOn('2026-11-30'),
    ]).toEqual([1, 1, 0])
  })

  test('on the last day says what keeps it', async () => {
    const netkeep = await withTouches()
    netkeep.today = '2026-11-29'
    expect(await shown(netkeep)).toBe(
      lines(
        'A streak of 1 week. Your longest was 2 weeks.',
        'This week: 0 of 1 touch, last day.',
        '',
        'One touch today keeps your streak of 1 week.',
      ),
    )
  })
})

describe('streak freeze', () => {
  test('takes two days, and says how many that are', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.run('streak', 'freeze', '20', 'dec', '6', 'jan')).toEqual({
      exitCode: 0,
      stdout: 'Frozen: 20 Dec to 6 Jan 2027 (18 days). Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.ok('streak', 'freeze', 'tomorrow')).toBe('Frozen: 21 Nov. Undo: netkeep undo\n')
    expect(await shown(netkeep)).toContain('\nFrozen: 21 Nov, 20 Dec to 6 Jan 2027\n')
  })

  test('of the past joins what it had broken, and says so', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.ok('streak', 'freeze', '2026-11-09', 'to', 'last', 'sunday')).toBe(
      'Frozen: 9 Nov to 15 Nov (7 days). A streak of 3 weeks, your longest. Undo: netkeep undo\n',
    )
    await netkeep.ok('undo')
    expect(await netkeep.json('streak')).toMatchObject({ current: 1, freezes: [] })
  })

  test('of days that are frozen already changes nothing', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('streak', 'freeze', '20 dec 6 jan')
    expect(await netkeep.ok('streak', 'freeze', '24 dec')).toBe(
      '24 Dec is frozen already; nothing was changed.\n',
    )
    expect(await netkeep.ok('streak', 'freeze', '20 dec', '6 jan')).toBe(
      '20 Dec to 6 Jan 2027 (18 days) is frozen already; nothing was changed.\n',
    )
  })

  test('with --json prints the streak', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.json('streak', 'freeze', '2026-11-11')).toEqual(await netkeep.json('streak'))
  })

  test.each([
    [[], 'Say which days to freeze.', 'Type: netkeep streak freeze 20 dec 6 jan'],
    [
      ['6 jan', '20 dec 2026'],
      '2026-12-20 is before 2027-01-06.',
      'Write the first and the last day: 20 dec 6 jan, today to friday, 2026-12-20..2027-01-06.',
    ],
    [
      ['2026-01-01..2027-01-02'],
      '1 Jan to 2 Jan 2027 is longer than a year.',
      'Freeze a year at most: netkeep streak freeze 20 dec 6 jan',
    ],
    [
      ['forever', 'and', 'ever'],
      '"forever and ever" is not a date, nor a first and a last one.',
      'Write the first and the last day: 20 dec 6 jan, today to friday, 2026-12-20..2027-01-06.',
    ],
  ])('%j is refused', async (words, message, hint) => {
    const netkeep = await withTouches()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('streak', 'freeze', ...words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(`netkeep: ${message}`, hint),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('a whole year can be frozen', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.ok('streak', 'freeze', '2028-01-01..2028-12-31')).toContain('(366 days)')
  })
})

describe('streak unfreeze', () => {
  test('ends every freeze with that day, and says which', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('streak', 'freeze', '20 dec 6 jan')
    await netkeep.ok('streak', 'freeze', '6 jan 9 jan')
    await netkeep.ok('streak', 'freeze', '2026-11-11')
    expect(await netkeep.ok('streak', 'unfreeze', '6', 'jan')).toBe(
      'No longer frozen: 20 Dec to 6 Jan 2027; 6 Jan 2027 to 9 Jan 2027. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('streak', 'unfreeze', '2026-11-11')).toBe(
      'No longer frozen: 11 Nov. A streak of 1 week. Your longest was 2 weeks. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('streak')).freezes).toEqual([])
    await netkeep.ok('undo', '2')
    expect((await netkeep.json('streak')).freezes).toHaveLength(3)
  })

  test('of a day that is not frozen names the nearest freeze', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.run('streak', 'unfreeze', '20 dec')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: 20 Dec is not frozen; nothing was changed.',
        'Freeze it: netkeep streak freeze 20 dec 6 jan',
      ),
    })
    await netkeep.ok('streak', 'freeze', '24 dec 6 jan')
    expect((await netkeep.run('streak', 'unfreeze', '20 dec')).stderr).toBe(
      lines(
        'netkeep: 20 Dec is not frozen; nothing was changed.',
        'The nearest freeze: 24 Dec to 6 Jan 2027. To end it: netkeep streak unfreeze 2026-12-24',
      ),
    )
  })

  test.each([
    [['unfreeze'], 2, 'Say a day that is frozen.'],
    [['unfreeze', 'soon'], 2, '"soon" is not a date.'],
    [['melt'], 2, '"melt" is nothing that streak does.'],
    [['show', 'me'], 2, 'netkeep streak show has no words after it.'],
  ])('%j is refused', async (words, exitCode, message) => {
    const answer = await (await withTouches()).run('streak', ...words)
    expect([answer.exitCode, answer.stdout, answer.stderr.split('\n')[0]]).toEqual([
      exitCode,
      '',
      `netkeep: ${message}`,
    ])
  })
})

test.each([
  ['streak-minimum', '1e999'],
  ['streak-minimum', '1.5'],
  ['streak-unit', 'month'],
  ['daily-minutes', 'abc'],
  ['daily-minutes', '99999999999'],
  ['channel-minutes', 'x'],
])('what another netkeep stored for %s and this one cannot read (%s) is the default', async (name, value) => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--every', '1w')
  await netkeep.ok('log', 'grace', '--on', '2026-01-01')
  const before = [await netkeep.ok('streak'), await netkeep.ok('today', '--json')]
  netkeep.store().db.prepare('INSERT INTO setting (id, value) VALUES (?, ?)').run(name, value)
  expect([await netkeep.ok('streak'), await netkeep.ok('today', '--json')]).toEqual(before)
})

test('freezes and goals that no command would have made are passed over', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('goal', 'set', '5 touches a week')
  const before = [await netkeep.ok('streak'), await netkeep.ok('goal')]
  netkeep.store().db.exec(`
    INSERT INTO freeze (id, from_on, to_on) VALUES ('a', '0000-00-00', '2026-01-01'), ('b', '2026-12-01', '2026-01-01'),
      ('c', '1900-01-01', '9999-12-31'), ('d', NULL, NULL);
    INSERT INTO goal (id, kind, target, period) VALUES ('a', 'touches', 9223372036854775807, 'year'), ('b', 'moons', 1, 'week'),
      ('c', 'touches', 0, 'day'), ('d', NULL, NULL, NULL);`)
  expect([await netkeep.ok('streak'), await netkeep.ok('goal')]).toEqual(before)
})
