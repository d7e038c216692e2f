import { beforeEach, describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

/**
 * On 22 November: Priya is two weeks late on a weekly tie, Grace three weeks on six, Omar two weeks on a year, Ada due today; Mei falls
 * due in three days, Bob in fifty.
 */
async function network(): Promise<Netkeep> {
  const netkeep = createNetkeep('2025-01-01')
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close', '--tag', 'mentor')
  await netkeep.ok('add', 'Omar Haddad', '--circle', 'outer')
  await netkeep.ok(
    'add',
    'Priya Raman',
    '--org',
    'Bengaluru Institute of Technology',
    '--every',
    '1w',
    '--tag',
    'Mentor',
  )
  await netkeep.ok('add', 'Ada Lovelace', '--every', '1w')
  await netkeep.ok('add', 'Mei 美 Tanaka', '--every', '2w')
  await netkeep.ok('add', 'Bob Kahn', '--circle', 'wide')
  await netkeep.ok('add', 'Nobody Scheduled', '--circle', 'none')
  netkeep.today = '2026-11-22'
  await netkeep.ok(
    'log',
    'grace',
    '--on',
    '2026-09-20',
    '--by',
    'coffee',
    '-m',
    'Asked about the compiler talk; send her the slides\nand the book',
  )
  await netkeep.ok('log', 'omar', '--on', '2025-11-08')
  await netkeep.ok('log', 'priya', '--on', '2026-11-01', '--by', 'call')
  await netkeep.ok('log', 'ada', '--on', '2026-11-15')
  await netkeep.ok('log', 'mei', '--on', '2026-11-11', '--by', 'meal')
  await netkeep.ok('log', 'bob', '--on', '2026-10-11')
  return netkeep
}

describe('due', () => {
  let netkeep: Netkeep
  beforeEach(async () => {
    netkeep = await network()
  })

  test('on a terminal lists the cold and the due in 80 columns, the latest in proportion to its interval first', async () => {
    const { stdout } = await netkeep.onTerminal(['due', '--no-color'])
    expect(stdout).toBe(
      lines(
        'Priya Raman   14 days overdue  3 weeks ago, call    Bengaluru Institute of Tech…',
        'Grace Hopper  21 days overdue  9 weeks ago, coffee  Navy',
        '  Asked about the compiler talk; send her the slides …',
        'Omar Haddad   14 days overdue  12 months ago',
        'Ada Lovelace  due today        7 days ago',
      ),
    )
  })

  test('on a terminal colours the standing and nothing else', async () => {
    const { stdout } = await netkeep.onTerminal(['due', '--circle', 'outer'])
    expect(stdout).toBe('Omar Haddad  \u001b[33m14 days overdue\u001b[39m  12 months ago\n')
  })

  test('in a pipe has full values, ISO dates, a line a contact, no colour', async () => {
    const [priya, grace, omar, ada] = await netkeep.json('due')
    expect(await netkeep.ok('due')).toBe(
      lines(
        `${priya.id}\tPriya Raman\tBengaluru Institute of Technology\t2026-11-01\tcall\t\t2026-11-08\t14\tcold`,
        `${grace.id}\tGrace Hopper\tNavy\t2026-09-20\tcoffee\tAsked about the compiler talk; send her the slides\\u{a}and the book\t2026-11-01\t21\tcold`,
        `${omar.id}\tOmar Haddad\t\t2025-11-08\t\t\t2026-11-08\t14\tcold`,
        `${ada.id}\tAda Lovelace\t\t2026-11-15\t\t\t2026-11-22\t0\tdue`,
      ),
    )
  })

  test('with --json has exactly these fields', async () => {
    const due = await netkeep.json('due')
    expect(due.map(Object.keys)).toEqual(
      Array(4).fill([
        ...[
          'uid',
          'id',
          'name',
          'organization',
          'circle',
          'interval',
          'lastTouchOn',
          'lastChannel',
          'lastNote',
        ],
        ...['dueOn', 'daysOverdue', 'lateness', 'standing'],
      ]),
    )
    expect(due[1]).toEqual({
      uid: expect.any(String),
      id: due[1].uid.slice(-6),
      name: 'Grace Hopper',
      organization: 'Navy',
      circle: 'close',
      interval: '6w',
      lastTouchOn: '2026-09-20',
      lastChannel: 'coffee',
      lastNote: 'Asked about the compiler talk; send her the slides\nand the book',
      dueOn: '2026-11-01',
      daysOverdue: 21,
      lateness: 0.5,
      standing: 'cold',
    })
  })

  test('--why prints the arithmetic of each line on a terminal', async () => {
    const { stdout } = await netkeep.onTerminal(['due', '--why', '--limit', '2', '--no-color'])
    expect(stdout).toBe(
      lines(
        'Priya Raman   14 days overdue  3 weeks ago, call    Bengaluru Institute of Tech…',
        '  last touch 2026-11-01 + 1w = 2026-11-08; 14 days overdue / 7 = lateness 2.00',
        'Grace Hopper  21 days overdue  9 weeks ago, coffee  Navy',
        '  Asked about the compiler talk; send her the slides …',
        '  last touch 2026-09-20 + 6w = 2026-11-01; 21 days overdue / 42 = lateness 0.50',
        'and 2 more: netkeep due --limit 0',
      ),
    )
  })

  test('--why is a last field in a pipe, and a field in JSON', async () => {
    const why = 'last touch 2025-11-08 + 1y = 2026-11-08; 14 days overdue / 365 = lateness 0.04'
    expect((await netkeep.ok('due', '--why', '--circle', 'outer')).trimEnd().split('\t').at(-1)).toBe(why)
    expect((await netkeep.json('due', '--why', '--circle', 'outer'))[0].why).toBe(why)
  })

  test('--why tells of snoozes, of the day since when a contact is tracked, and of days ahead', async () => {
    await netkeep.ok('add', 'Cleo', '--every', '2w')
    await netkeep.ok('snooze', 'mei', '2026-11-27')
    const [mei, cleo] = await netkeep
      .json('due', '--ahead', '2w', '--why', '--limit', '0')
      .then((list) => list.slice(-2))
    expect(mei.why).toBe(
      'last touch 2026-11-11 + 2w = 2026-11-25; waits until 2026-11-27; -5 days from due / 14 = lateness -0.36',
    )
    expect(cleo.why).toBe(
      'tracked from 2026-11-22 + 2w = 2026-12-06; -14 days from due / 14 = lateness -1.00',
    )
  })

  test('--count is the number of cold contacts, without those due today', async () => {
    expect(await netkeep.ok('due', '--count')).toBe('3\n')
    expect((await netkeep.onTerminal(['due', '--count'])).stdout).toBe('3\n')
    expect(await netkeep.json('due', '--count')).toBe(3)
  })

  test('--count obeys the filters', async () => {
    expect(await netkeep.ok('due', '--count', '--circle', 'close')).toBe('1\n')
    expect(await netkeep.ok('due', '--count', '--tag', 'mentor')).toBe('2\n')
    expect(await netkeep.ok('due', '--count', '--circle', 'inner')).toBe('0\n')
    expect(await netkeep.ok('due', '--count', '--on', 'tomorrow')).toBe('4\n')
  })

  test('--exit-code is 1 when any is cold', async () => {
    expect((await netkeep.run('due', '--exit-code')).exitCode).toBe(1)
    expect((await netkeep.run('due', '--exit-code', '--circle', 'close')).exitCode).toBe(1)
    expect((await netkeep.run('due', '--exit-code', '--circle', 'inner')).exitCode).toBe(0)
    expect((await netkeep.run('due')).exitCode).toBe(0)
  })

  test('--exit-code is 0 when some are due, but none is cold', async () => {
    await netkeep.ok('log', 'priya', 'grace', 'omar')
    expect(await namesIn(netkeep, 'due')).toEqual(['Ada Lovelace'])
    expect((await netkeep.run('due', '--exit-code')).exitCode).toBe(0)
  })

  test.each([
    [
      ['--ahead', '3d'],
      ['Priya Raman', 'Grace Hopper', 'Omar Haddad', 'Ada Lovelace', 'Mei 美 Tanaka'],
    ],
    [
      ['--ahead', '2d'],
      ['Priya Raman', 'Grace Hopper', 'Omar Haddad', 'Ada Lovelace'],
    ],
    [
      ['--on', '2026-11-25'],
      ['Priya Raman', 'Grace Hopper', 'Ada Lovelace', 'Omar Haddad', 'Mei 美 Tanaka'],
    ],
    [
      ['--on', 'today'],
      ['Priya Raman', 'Grace Hopper', 'Omar Haddad', 'Ada Lovelace'],
    ],
    [['--on', '2026-11-24', '--ahead', '1d', '--limit', '1', '--circle', 'none'], ['Priya Raman']],
    [
      ['--limit', '2'],
      ['Priya Raman', 'Grace Hopper'],
    ],
    [
      ['--limit', '0'],
      ['Priya Raman', 'Grace Hopper', 'Omar Haddad', 'Ada Lovelace'],
    ],
    [['--circle', 'close'], ['Grace Hopper']],
    [
      ['--tag', 'mentor'],
      ['Priya Raman', 'Grace Hopper'],
    ],
    [['--tag', '+MENTOR', '--circle', 'close'], ['Grace Hopper']],
    [['--tag', 'nobody'], []],
  ])('%j lists %j', async (options, names) => {
    expect(await namesIn(netkeep, 'due', ...options)).toEqual(names)
  })

  test('--circle none lists those with an interval of their own and no circle', async () => {
    expect(await namesIn(netkeep, 'due', '--circle', 'none')).toEqual(['Priya Raman', 'Ada Lovelace'])
  })

  test('a due date in the past year or the next carries its year, on a day asked about', async () => {
    const [first] = await netkeep.json('due', '--on', '2027-01-15', '--circle', 'wide')
    expect(first).toMatchObject({ name: 'Bob Kahn', dueOn: '2027-01-11', daysOverdue: 4, standing: 'cold' })
  })

  test.each([
    [
      ['--on', 'yesterday'],
      ['netkeep: 21 Nov is past; --on looks ahead.', 'Type: netkeep due --on friday'],
    ],
    [
      ['--ahead', 'soon'],
      [
        'netkeep: "soon" is not an interval.',
        'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".',
      ],
    ],
    [
      ['--limit', 'few'],
      ['netkeep: "few" is not a whole number.', 'Write it like --limit 20.'],
    ],
    [
      ['--circle', 'nearest'],
      [
        'netkeep: There is no circle "nearest".',
        'There are inner, close, wide, outer. A new one: netkeep circle set nearest 3m',
      ],
    ],
  ])('%j is refused', async (options, message) => {
    expect(await netkeep.run('due', ...options)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(...message),
    })
  })
})

describe('due when nobody is', () => {
  test('says who is next on a terminal, and nothing in a pipe', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--every', '1w')
    expect(await netkeep.onTerminal(['due'])).toEqual({
      exitCode: 0,
      stdout: 'Nobody is cold or due today. Next: Grace on 29 Nov (in 7 days).\n',
      stderr: '',
    })
    expect(await netkeep.run('due')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('due')).toEqual([])
  })

  test('says up to which day it looked', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--every', '1m')
    expect((await netkeep.onTerminal(['due', '--ahead', '1w'])).stdout).toBe(
      'Nobody is cold or due up to 29 Nov. Next: Grace on 22 Dec (in 30 days).\n',
    )
  })

  test('says only that where nobody has a cadence', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['due'])).stdout).toBe('Nobody is cold or due today.\n')
  })
})

describe('due with many', () => {
  async function withMany(count: number): Promise<Netkeep> {
    const netkeep = createNetkeep('2026-01-01')
    const names = Array.from({ length: count }, (_, index) => `Contact ${String(index + 1).padStart(2, '0')}`)
    await netkeep.withInput(names.join('\n'), 'add', '-', '--circle', 'inner')
    netkeep.today = '2026-11-22'
    return netkeep
  }

  test('a terminal shows the first 20 and says how many more', async () => {
    const netkeep = await withMany(23)
    const { stdout } = await netkeep.onTerminal(['due', '--no-color'])
    const shown = stdout.trimEnd().split('\n')
    expect(shown).toHaveLength(21)
    expect(shown[0]).toBe('Contact 01  311 days overdue  not yet in touch')
    expect(shown[20]).toBe('and 3 more: netkeep due --limit 0')
  })

  test('20 are shown without a word about more', async () => {
    const netkeep = await withMany(20)
    expect((await netkeep.onTerminal(['due'])).stdout.trimEnd().split('\n')).toHaveLength(20)
  })

  test('--limit 0 shows all on a terminal', async () => {
    const netkeep = await withMany(23)
    expect((await netkeep.onTerminal(['due', '--limit', '0'])).stdout.trimEnd().split('\n')).toHaveLength(23)
  })

  test('a pipe and JSON get all', async () => {
    const netkeep = await withMany(23)
    expect((await netkeep.ok('due')).trimEnd().split('\n')).toHaveLength(23)
    expect(await netkeep.json('due')).toHaveLength(23)
  })
})
