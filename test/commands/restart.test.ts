import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
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

  test('on a terminal shows the weeks below the answer, at any width', async () => {
    const netkeep = await afterGap()
    const picture = async (columns: number, minutes: string): Promise<string> => {
      netkeep.columns = columns
      await netkeep.ok('config', 'set', 'daily-minutes', minutes)
      const shown = await seen(netkeep, 'restart')
      await netkeep.ok('undo')
      return shown
    }
    expect(await picture(80, '5')).toBe(
      lines(
        '6 contacts start over 2 weeks, until 30 Nov. Today: Ada Lovelace.',
        'Undo: netkeep undo',
        '',
        'this week  5  ██████████  Ada Lovelace, Alan Turing, Bob Frankston, 李小龍, Jea…',
        'next week  1  ██          Grace Hopper',
      ),
    )
    expect(await picture(40, '5')).toBe(
      lines(
        '6 contacts start over 2 weeks, until 30',
        'Nov. Today: Ada Lovelace.',
        'Undo: netkeep undo',
        '',
        'this week  5  Ada Lovelace, Alan Turing…',
        'next week  1  Grace Hopper',
      ),
    )
    expect(await picture(200, '15')).toBe(
      lines(
        '6 contacts start within a week, until 26 Nov. Today: Ada Lovelace and Alan Turing. Undo: netkeep undo',
        '',
        'this week  6  ██████████  Ada Lovelace, Alan Turing, Bob Frankston, 李小龍, Jean Bartik, Grace Hopper',
      ),
    )
  })

  test('is drawn in ASCII where the terminal has no more', async () => {
    const netkeep = await afterGap()
    netkeep.env = { ...netkeep.env, LANG: 'C' }
    expect(await seen(netkeep, 'restart', '--minutes', '5')).toContain(
      'next week  1  ##          Grace Hopper\n',
    )
  })

  test('with --json has each day, and who starts on it', async () => {
    const netkeep = await afterGap()
    const start = (name: string, on: string): object => ({
      uid: expect.any(String),
      id: expect.any(String),
      name,
      on,
    })
    expect(await netkeep.json('restart', '--minutes', '5')).toEqual({
      contacts: 6,
      days: 6,
      weeks: 2,
      until: '2026-11-30',
      minutes: 5,
      perDay: ['23', '24', '25', '26', '27', '30'].map((day) => ({ on: `2026-11-${day}`, contacts: 1 })),
      starting: [
        start('Ada Lovelace', '2026-11-23'),
        start('Alan Turing', '2026-11-24'),
        start('Bob Frankston', '2026-11-25'),
        start('李小龍', '2026-11-26'),
        start('Jean Bartik', '2026-11-27'),
        start('Grace Hopper', '2026-11-30'),
      ],
      dryRun: false,
    })
  })

  test('is one command: history names it, undo takes it back, redo brings it again', async () => {
    const netkeep = await afterGap()
    const before = await standings(netkeep)
    await netkeep.ok('restart')
    const after = await standings(netkeep)
    expect(await seen(netkeep, 'history', '--limit', '1')).toBe('just now  netkeep restart  6 changes\n')
    await netkeep.ok('undo')
    expect(await standings(netkeep)).toEqual(before)
    await netkeep.ok('redo')
    expect(await standings(netkeep)).toEqual(after)
  })

  test('a second time has nothing to do, and is not recorded', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('restart')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('restart')).toEqual({
      exitCode: 0,
      stdout: 'Nobody is cold: there is nothing to restart.\n',
      stderr: '',
    })
    expect(sha256Of(netkeep.db)).toBe(before)
    expect(await netkeep.json('restart')).toEqual({
      contacts: 0,
      days: 0,
      weeks: 0,
      until: null,
      minutes: 15,
      perDay: [],
      starting: [],
      dryRun: false,
    })
  })

  test('who was in touch again, was woken or fell behind later is one like any other', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('restart')
    await netkeep.ok('log', 'bob')
    await netkeep.ok('wake', 'jean')
    expect(await standings(netkeep)).toEqual(
      expect.arrayContaining(['Bob Frankston warm 2026-12-07', 'Jean Bartik cold 2026-10-11']),
    )
    expect(await netkeep.ok('restart')).toBe(
      '3 contacts start within a week, until 24 Nov. Today: Ada Lovelace and Alan Turing. Undo: netkeep undo\n',
    )
  })

  test('leaves out who is snoozed, rests after an attempt or is paused, and prospects', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('snooze', 'ada', '2w')
    await netkeep.ok('log', 'alan', '--attempt')
    await netkeep.ok('pause', 'bob')
    await netkeep.ok('add', 'Mary Shaw', '--prospect', '--every', '1w')
    expect((await netkeep.json('restart')).starting).toMatchObject([
      { name: '李小龍', on: '2026-11-23' },
      { name: 'Jean Bartik', on: '2026-11-24' },
      { name: 'Grace Hopper', on: '2026-11-25' },
    ])
  })

  test('leaves the days alone that are frozen, and weekends', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('streak', 'freeze', '2026-11-25', '2026-11-26')
    netkeep.today = '2026-11-22'
    expect(await netkeep.ok('restart')).toBe(
      '6 contacts start over 2 weeks, until 30 Nov. Tomorrow: Ada Lovelace and Alan Turing. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('restart', '--dry-run')).perDay).toEqual([])
    expect(await netkeep.ok('due')).toBe('')
  })

  test('leaves promises and dates where they are', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', '2026-11-01')
    await netkeep.ok('date', 'add', 'ada', 'anniversary', '--on', '2026-11-24')
    const before = [await netkeep.json('promise'), await netkeep.json('date')]
    await netkeep.ok('restart')
    expect([await netkeep.json('promise'), await netkeep.json('date')]).toEqual(before)
  })

  test('goes by the minutes of the setting, and those of channels, as today does', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('config', 'set', 'daily-minutes', '60')
    expect(await netkeep.ok('restart', '--dry-run', '--json')).toContain('"days": 1')
    await netkeep.ok('config', 'set', 'channel-minutes', 'message=30')
    expect(
      (await netkeep.json('restart', '--dry-run')).perDay.map(({ contacts }: never) => contacts),
    ).toEqual([2, 2, 2])
    await netkeep.ok('restart')
    const { due } = await netkeep.json('today', '--minutes', '60')
    expect(due.map(({ name }: { name: string }) => name)).toEqual(['Ada Lovelace', 'Alan Turing'])
  })

  test('takes filters: only those start, beside the others who are due today', async () => {
    const netkeep = await afterGap()
    await netkeep.ok('tag', 'jean', '+eniac')
    await netkeep.ok('tag', 'bob', '+eniac')
    expect(await netkeep.ok('restart', '--tag', 'eniac')).toBe(
      '2 contacts start within a week, until 24 Nov. Today: Bob Frankston. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('due', '--count')).toBe('4\n')
    expect(await netkeep.ok('restart', '--tag', 'eniac')).toBe(
      'None of these is cold: there is nothing to restart.\n',
    )
    // Bob is due today already; tomorrow is full with Jean.
    expect((await netkeep.json('restart', '--dry-run')).perDay).toEqual([
      { on: '2026-11-23', contacts: 2 },
      { on: '2026-11-25', contacts: 3 },
    ])
  })

  test('of one contact says its name', async () => {
    const netkeep = createNetkeep('2026-09-01')
    await netkeep.ok('add', 'Ada \u001b[2J', '--every', '1w')
    netkeep.today = '2026-11-23'
    expect(await seen(netkeep, 'restart')).toBe(
      lines(
        '1 contact starts today: Ada \\u{1b}[2J. Undo: netkeep undo',
        '',
        'this week  1  ██████████  Ada \\u{1b}[2J',
      ),
    )
  })

  /** So many contacts that nobody was ever in touch with, all of them cold on Monday, 23 November. */
  async function withUntouched(count: number, interval: string): Promise<Netkeep> {
    const netkeep = createNetkeep('2025-11-23')
    const names = Array.from({ length: count }, (_, index) => `Contact ${String(index).padStart(3, '0')}`)
    await netkeep.withInput(names.join('\n'), 'add', '-', '--every', interval)
    netkeep.today = '2026-11-23'
    return netkeep
  }

  test('where the cadences ask for more than the minutes hold says so, and what would make it shorter', async () => {
    const netkeep = await withUntouched(200, '6w')
    netkeep.columns = 200
    const shown = (await seen(netkeep, 'restart')).split('\n')
    expect(shown.slice(0, 6)).toEqual([
      '200 contacts start over 28 weeks, until 4 Jun 2027. Today: Contact 000, Contact 001 and Contact 002. Your cadences ask for 34 touches a week, 15 min a day hold 15: more minutes (netkeep config set',
      'daily-minutes 35), or fewer touches (netkeep plan). With 30 min a day it takes 10 weeks: netkeep undo, then netkeep restart --minutes 30. You were never in touch with any of them: netkeep every NAME',
      'none is for those who need no cadence, netkeep move NAME CIRCLE for a wider circle.',
      'Undo: netkeep undo',
      '',
      expect.stringMatching(/^this week {4}15 /),
    ])
    expect(shown.at(-2)).toBe('and 16 more weeks, until 4 Jun 2027')
  })

  test('names no other minutes where they would not make it shorter, nor those never touched where most were', async () => {
    const netkeep = await withUntouched(70, '2w')
    await netkeep.ok('config', 'set', 'channel-minutes', 'message=30,call=30')
    expect((await netkeep.ok('restart', '--dry-run', '--json', '--minutes', '15')).slice(0, 40)).toContain(
      '70',
    )
    const said = await netkeep.ok('restart')
    expect(said).toContain('70 contacts start over 14 weeks')
    expect(said).toContain(
      'ask for 35 touches a week, 15 min a day hold 5: more minutes (netkeep config set daily-minutes',
    )
    expect(said).not.toContain('--minutes')
    expect(said).toContain('You were never in touch with any of them')
    await netkeep.ok('undo')
    const names = Array.from({ length: 40 }, (_, index) => `Contact ${String(index).padStart(3, '0')}`)
    await netkeep.ok('log', ...names, '--on', '2026-01-01')
    expect(await netkeep.ok('restart')).not.toContain('never in touch')
  })

  test('with other minutes than the setting says that today goes by the setting, and how to change it', async () => {
    const netkeep = await afterGap()
    const advice = 'netkeep today plans 15 min: netkeep config set daily-minutes 45.'
    expect(await netkeep.ok('restart', '--minutes', '45')).toBe(
      `6 contacts start today: Ada Lovelace, Alan Turing, Bob Frankston, 李小龍, Jean Bartik and Grace Hopper. ${advice} Undo: netkeep undo\n`,
    )
    await netkeep.ok('undo')
    expect(await seen(netkeep, 'restart', '--minutes', '45', '--dry-run')).toContain(
      'netkeep today plans 15 min',
    )
    await netkeep.ok('config', 'set', 'daily-minutes', '45')
    expect(await netkeep.ok('restart', '--minutes', '45')).not.toContain('daily-minutes')
  })

  test('leaves a snooze of your own alone that is over today', async () => {
    const netkeep = createNetkeep('2026-09-01')
    for (const name of ['Ada', 'Bob']) await netkeep.ok('add', name, '--every', '1w')
    await netkeep.ok('snooze', 'ada', '2026-11-23')
    netkeep.today = '2026-11-23'
    const before = await netkeep.json('show', 'ada')
    expect(await netkeep.ok('restart')).toBe('2 contacts start today: Bob and Ada. Undo: netkeep undo\n')
    expect(await seen(netkeep, 'history', '--limit', '1')).toBe('just now  netkeep restart  Bob\n')
    expect(await netkeep.json('show', 'ada')).toEqual(before)
  })
})

describe('the days of a restart', () => {
  /** Logs all who are due, from today until this day; returns how many were due on each day, without those on which nobody was. */
  async function dayByDay(netkeep: Netkeep, until: string): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {}
    for (let on = netkeep.today as CalendarDate; on <= until; on = addDays(on, 1)) {
      netkeep.today = on
      const due = (await netkeep.json('due')) as unknown as readonly { id: string }[]
      if (due.length === 0) continue
      counts[on] = due.length
      await netkeep.ok('log', ...due.map(({ id }) => id))
    }
    return counts
  }

  test('never ask for more than their minutes where the cadences fit: who starts and falls due again is counted', async () => {
    const netkeep = createNetkeep('2026-05-01')
    const names = (count: number, letter: string): string =>
      Array.from({ length: count }, (_, index) => `${letter} ${index}`).join('\n')
    await netkeep.withInput(names(15, 'Close'), 'add', '-', '--every', '2w')
    await netkeep.withInput(names(45, 'Wider'), 'add', '-', '--every', '3m')
    netkeep.today = '2026-11-23'
    const restart = await netkeep.json('restart')
    expect(restart).toMatchObject({ contacts: 60, weeks: 6, until: '2027-01-01' })
    expect(restart.perDay).toEqual(
      // The close ones are due again in the weeks of 7 and 21 December.
      ['23', '24', '25', '26', '27', '30']
        .map((day) => `2026-11-${day}`)
        .concat('01 02 03 04 14 15 16 17 18 28 29 30 31'.split(' ').map((day) => `2026-12-${day}`))
        .concat('2027-01-01')
        .map((on) => ({ on, contacts: 3 })),
    )
    const counts = await dayByDay(netkeep, '2027-01-29')
    expect(Object.values(counts).every((count) => count === 3)).toBe(true)
    expect(Object.keys(counts).length).toBeGreaterThan(35)
  })
})

describe('restart --dry-run', () => {
  test('changes nothing, and says so', async () => {
    const netkeep = await afterGap()
    const before = sha256Of(netkeep.db)
    expect(await seen(netkeep, 'restart', '--dry-run')).toBe(
      lines(
        '6 contacts would start within a week, until 26 Nov. Today: Ada Lovelace and Alan',
        'Turing.',
        '',
        'this week  6  ██████████  Ada Lovelace, Alan Turing, Bob Frankston, 李小龍, Jea…',
        '',
        'Nothing was changed.',
      ),
    )
    expect(await netkeep.json('restart', '--dry-run')).toMatchObject({ contacts: 6, dryRun: true })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('in a pipe is a line for each: id, name, starting day', async () => {
    const netkeep = await afterGap()
    const { starting } = await netkeep.json('restart', '--dry-run')
    expect(await netkeep.ok('restart', '--dry-run')).toBe(
      lines(...starting.map(({ id, name, on }: Record<string, string>) => [id, name, on].join('\t'))),
    )
  })

  test('is what restart then does', async () => {
    const netkeep = await afterGap()
    const would = await netkeep.json('restart', '--dry-run')
    expect(await netkeep.json('restart')).toEqual({ ...would, dryRun: false })
  })
})

describe('restart with nothing to restart', () => {
  test('says where to begin when there are no contacts', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('restart')).toBe('Nobody is here yet. Begin with: netkeep setup\n')
    expect(await seen(netkeep, 'restart', '--dry-run')).toBe(
      'Nobody is here yet. Begin with: netkeep setup\n',
    )
    expect(await netkeep.run('restart', '--dry-run')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'Nobody is here yet. Begin with: netkeep setup\n',
    })
    expect(await netkeep.run('restart', '--dry-run', '--quiet')).toMatchObject({ stdout: '', stderr: '' })
  })

  test('leaves those alone who are due today', async () => {
    const netkeep = createNetkeep('2026-11-16')
    for (const name of ['Ada', 'Bob', 'Cid', 'Dan']) await netkeep.ok('add', name, '--every', '1w')
    netkeep.today = '2026-11-23'
    expect(await netkeep.ok('restart')).toBe('Nobody is cold: there is nothing to restart.\n')
    expect(await netkeep.run('restart', '--dry-run')).toMatchObject({
      stdout: '',
      stderr: 'Nobody is cold: there is nothing to restart.\n',
    })
    expect(await seen(netkeep, 'restart', '--dry-run')).toBe('Nobody is cold: there is nothing to restart.\n')
  })

  test('refuses minutes that are none', async () => {
    const { exitCode, stderr } = await afterGap().then((netkeep) =>
      netkeep.run('restart', '--minutes', 'many'),
    )
    expect([exitCode, stderr]).toEqual([
      2,
      'netkeep: "many" is not a length of time.\nWrite minutes or hours, up to a day: --minutes 20.\n',
    ])
  })
})

describe('after a gap', () => {
  const LINE = 'Back after a while? netkeep restart spreads your contacts over 2 weeks.\n'

  /** So many cold contacts of five minutes each, the last touch on this day; it is Monday, 23 November. */
  async function withCold(count: number, lastTouch: string): Promise<Netkeep> {
    const netkeep = createNetkeep('2026-09-01')
    const names = Array.from({ length: count }, (_, index) => `Contact ${index}`)
    await netkeep.withInput(names.join('\n'), 'add', '-', '--every', '1w')
    await netkeep.ok('add', 'Kay McNulty', '--every', '1y')
    netkeep.today = '2026-11-23'
    await netkeep.ok('log', 'kay', '--on', lastTouch)
    return netkeep
  }

  test('of 14 days, netkeep alone and today name restart, where more are cold than fit into a week', async () => {
    const netkeep = await withCold(16, '2026-11-09')
    expect(await seen(netkeep)).toContain(
      `and 11 more: netkeep due\n\n${LINE}Walk through it: netkeep review\n`,
    )
    expect(await seen(netkeep, 'today')).toContain(`\n\n${LINE}Walk through it: netkeep review\n`)
    netkeep.columns = 40
    expect(await seen(netkeep, 'today')).toContain(
      '\nBack after a while? netkeep restart\nspreads your contacts over 2 weeks.\nWalk',
    )
    expect(await netkeep.json('restart', '--dry-run')).toMatchObject({ weeks: 2 })
  })

  test.each([
    ['there was a touchpoint within 14 days', 16, '2026-11-10'],
    ['a week of minutes is enough', 15, '2026-11-09'],
  ])('they do not where %s', async (_why, count, lastTouch) => {
    const netkeep = await withCold(count, lastTouch)
    expect(await seen(netkeep)).not.toContain('restart')
    expect(await seen(netkeep, 'today')).not.toContain('restart')
  })

  test('they do not once it was done, nor in a pipe', async () => {
    const netkeep = await withCold(16, '2026-11-09')
    expect(await netkeep.ok()).not.toContain('restart')
    expect(await netkeep.ok('today')).not.toContain('restart')
    await netkeep.ok('restart')
    expect(await seen(netkeep)).not.toContain('restart')
    expect(await seen(netkeep, 'today')).not.toContain('restart')
  })

  test('they do before the first touchpoint too, in other words', async () => {
    const netkeep = await withCold(16, '2026-11-09')
    await netkeep.ok('undo')
    expect(await seen(netkeep)).toContain(
      '\nSo many at once? netkeep restart spreads your contacts over 2 weeks.\nWalk through it',
    )
  })

  test('frozen days are no part of it: none on one of them, and they are no quiet days', async () => {
    const netkeep = await withCold(16, '2026-11-07')
    expect(await seen(netkeep)).toContain('netkeep restart')
    await netkeep.ok('streak', 'freeze', '2026-11-10', '2026-11-12')
    expect(await seen(netkeep)).not.toContain('restart')
    netkeep.today = '2026-11-24'
    expect(await seen(netkeep)).toContain('netkeep restart')
    await netkeep.ok('streak', 'freeze', '2026-11-24', '2026-11-29')
    expect(await seen(netkeep)).not.toContain('restart')
    expect(await seen(netkeep, 'today')).not.toContain('restart')
  })

  test('a few who start late for days that are closed are no wall', async () => {
    const netkeep = await withCold(3, '2026-10-01')
    await netkeep.ok('streak', 'freeze', '2026-11-24', '2026-12-18')
    expect(await netkeep.json('restart', '--dry-run', '--minutes', '5')).toMatchObject({ weeks: 5 })
    await netkeep.ok('config', 'set', 'daily-minutes', '5')
    expect(await seen(netkeep)).not.toContain('restart')
  })

  test('they do not for two weeks after a restart, done or not', async () => {
    const netkeep = await withCold(40, '2026-11-09')
    await netkeep.ok('restart')
    for (const day of ['2026-11-24', '2026-12-06']) {
      netkeep.today = day
      expect(await seen(netkeep)).toContain(' cold, ')
      expect(await seen(netkeep)).not.toContain('restart')
    }
    netkeep.today = '2026-12-07'
    expect(await seen(netkeep)).toContain('netkeep restart')
  })
})
