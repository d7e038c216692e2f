import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Friday 20 November: Grace and Ada since the summer, touched now and then. */
async function withTouches(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-07-01')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  netkeep.today = '2026-11-20'
  for (const day of ['2026-10-28', '2026-11-03', '2026-11-05', '2026-11-10', '2026-11-16', '2026-11-18'])
    await netkeep.ok('log', 'grace', '--by', 'coffee', '--on', day)
  await netkeep.ok('log', 'grace', 'ada', '--on', '2026-11-18', '--by', 'call')
  return netkeep
}

describe('goal', () => {
  test('without goals says how to set one', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['goal'])).stdout).toBe(
      'No goals yet. Set one: netkeep goal set 5 touches a week\n',
    )
    expect(await netkeep.ok('goal')).toBe('')
    expect(await netkeep.json('goal')).toEqual([])
  })

  test('on a terminal says how much is done, what is left, the pace, and how it was before', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('goal', 'set', '6 touches a week')
    await netkeep.ok('goal', 'set', '2 coffees a month')
    await netkeep.ok('goal', 'set', '1 event a quarter')
    expect((await netkeep.onTerminal(['goal', '--no-color'])).stdout).toBe(
      lines(
        '6 touches a week   3 of 6  3 days left   on pace  before: 1 2 1',
        '2 coffees a month  5 of 2  11 days left  done     before: 1',
        '1 event a quarter  0 of 1  42 days left  on pace',
      ),
    )
  })

  test('earlier periods begin with the first touchpoint', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('goal', 'set', '9 touches a week')
    await netkeep.ok('goal', 'set', '1 ask a month')
    const [touches, asks] = await netkeep.json('goal')
    expect(touches.past.map(({ periodStart }: { periodStart: string }) => periodStart)).toEqual([
      '2026-11-09',
      '2026-11-02',
      '2026-10-26',
    ])
    expect(asks.past).toEqual([{ periodStart: '2026-10-01', periodEnd: '2026-10-31', done: 0 }])
  })

  test('in a pipe is tab-separated', async () => {
    const netkeep = await withTouches()
    netkeep.today = '2026-11-01'
    await netkeep.ok('goal', 'set', '9 touches a week')
    netkeep.today = '2026-11-20'
    await netkeep.ok('goal', 'set', '2 coffees a month')
    const [touches, coffees] = await netkeep.json('goal')
    expect(await netkeep.ok('goal')).toBe(
      lines(
        `${touches.id}\t9 touches a week\ttouches\t\t9\t3\t2026-11-16\t2026-11-22\t3\tbehind\t2`,
        `${coffees.id}\t2 coffees a month\ttouches\tcoffee\t2\t5\t2026-11-01\t2026-11-30\t11\tdone\t0`,
      ),
    )
  })

  test('with --json has the dates and the earlier periods', async () => {
    const netkeep = await withTouches()
    netkeep.today = '2026-11-01'
    await netkeep.ok('goal', 'set', '9 touches a week')
    netkeep.today = '2026-11-20'
    const [goal] = await netkeep.json('goal')
    expect(goal).toEqual({
      uid: expect.any(String),
      id: goal.uid.slice(-6),
      text: '9 touches a week',
      kind: 'touches',
      detail: null,
      target: 9,
      period: 'week',
      done: 3,
      periodStart: '2026-11-16',
      periodEnd: '2026-11-22',
      daysLeft: 3,
      pace: 'behind',
      behind: 2,
      past: [
        { periodStart: '2026-11-09', periodEnd: '2026-11-15', done: 1 },
        { periodStart: '2026-11-02', periodEnd: '2026-11-08', done: 2 },
        { periodStart: '2026-10-26', periodEnd: '2026-11-01', done: 1 },
      ],
    })
  })

  test('the shortest periods come first', async () => {
    const netkeep = createNetkeep()
    for (const text of [
      '1 event a year',
      '1 call a day',
      '1 event a quarter',
      '2 gives a week',
      '1 ask a week',
    ])
      await netkeep.ok('goal', 'set', text)
    const goals: readonly { text: string }[] = await netkeep.json('goal')
    expect(goals.map(({ text }) => text)).toEqual([
      ...['1 call a day', '1 ask a week', '2 gives a week', '1 event a quarter', '1 event a year'],
    ])
  })

  test('a contact is new on the day they met, else on the day it was added; what an import brings without a day, on none', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('goal', 'set', '4 new contacts a month')
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('add', 'Ada Lovelace', '--met-on', '2026-10-05')
    writeFileSync(
      path.join(netkeep.folder, 'Connections.csv'),
      lines(
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        'Alan,Turing,https://www.linkedin.com/in/alan,,Bletchley,,07 Nov 2026',
        'Jean,Bartik,https://www.linkedin.com/in/jean,,Eniac,,',
      ),
    )
    expect(await netkeep.json('import', 'Connections.csv')).toMatchObject({ contacts: { new: 2 } })
    const [{ done, past }] = await netkeep.json('goal')
    expect([done, past]).toEqual([2, [{ periodStart: '2026-10-01', periodEnd: '2026-10-31', done: 1 }]])
  })

  test('of promises, those of yours count that are done', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('goal', 'set', '3 promises a month')
    for (const [who, how] of [
      ['grace', 'done'],
      ['ada', 'drop'],
    ] as const) {
      await netkeep.ok('promise', 'add', who, 'send it')
      await netkeep.ok('promise', how, who)
    }
    await netkeep.ok('promise', 'add', 'ada', 'introduce me', '--theirs')
    await netkeep.ok('promise', 'done', 'ada')
    expect(await netkeep.json('goal')).toMatchObject([{ text: '3 promises kept a month', done: 1 }])
  })

  test('a goal is fed by the log, and what is taken back does not count', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('goal', 'set', '2 gives a week')
    const done = async (): Promise<number> => (await netkeep.json('goal'))[0].done
    await netkeep.ok('gave', 'grace', 'ada', 'article')
    expect(await done()).toBe(2)
    await netkeep.ok('remove', 'ada')
    expect(await done()).toBe(2)
    await netkeep.ok('undo', '2')
    expect(await done()).toBe(0)
  })
})

describe('goal set', () => {
  test('takes words with or without quotes, and says how far it is', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.run('goal', 'set', '5 touches a week')).toEqual({
      exitCode: 0,
      stdout: 'Goal: 5 touches a week. 3 of 5 so far, 3 days left. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.ok('goal', 'set', 'an', 'event', 'each', 'quarter')).toBe(
      'Goal: 1 event a quarter. 0 of 1 so far, 42 days left. Undo: netkeep undo\n',
    )
  })

  test('the last day of a period is called so, and a day is today', async () => {
    const netkeep = createNetkeep('2026-11-22')
    expect(await netkeep.ok('goal', 'set', '5 touches a week')).toContain('0 of 5 so far, last day.')
    expect(await netkeep.ok('goal', 'set', '1 touch a day')).toContain('0 of 1 so far, today.')
    expect(await netkeep.ok('goal', 'set', '4 new contacts a month')).toContain('0 of 4 so far, 9 days left.')
  })

  test('again changes the number; the same again changes nothing', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('goal', 'set', '4 touches a week')
    expect(await netkeep.ok('goal', 'set', '5 touches weekly')).toBe(
      'Goal: 5 touches a week (was 4). 3 of 5 so far, 3 days left. Undo: netkeep undo\n',
    )
    netkeep.today = '2026-11-21'
    expect(await netkeep.ok('goal', 'set', '5 touches a week')).toBe(
      'That is a goal already: 5 touches a week. 3 of 5 so far, 2 days left.\n',
    )
    expect(await netkeep.json('goal')).toHaveLength(1)
    await netkeep.ok('undo')
    expect(await netkeep.json('goal')).toMatchObject([{ text: '4 touches a week' }])
  })

  test('brings back one that was removed', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('goal', 'set', '4 touches a week')
    const [{ uid }] = await netkeep.json('goal')
    await netkeep.ok('goal', 'remove', 'touches')
    expect(await netkeep.ok('goal', 'set', '3 touches a week')).toContain('Goal: 3 touches a week. 0 of 3')
    expect(await netkeep.json('goal')).toMatchObject([{ uid, target: 3 }])
  })

  test('with --json prints the goal as goal does', async () => {
    const netkeep = await withTouches()
    const set = await netkeep.json('goal', 'set', '5 touches a week')
    expect(set).toEqual((await netkeep.json('goal'))[0])
  })

  test('counts a channel of the setting', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('config', 'set', 'channels', 'podcast')
    await netkeep.ok('log', 'ada', '--by', 'podcast')
    expect(await netkeep.ok('goal', 'set', '2 podcasts a month')).toContain(
      'Goal: 2 podcasts a month. 1 of 2',
    )
    await netkeep.ok('config', 'set', 'channels')
    expect(await netkeep.json('goal')).toMatchObject([{ text: '2 podcasts a month', done: 1 }])
    expect(await netkeep.ok('goal', 'remove', '2 podcasts a month')).toContain('No longer a goal')
  })

  test.each([
    [
      ['5', 'unicorns', 'a', 'week'],
      'Nothing that netkeep counts is called "unicorns".',
      'What can be counted: touches, new contacts, events, gives, asks, promises kept, reach-outs; a channel, as in 2 coffees a month; a kind of help, as in 1 introduction a month.',
    ],
    [
      ['5 touches'],
      '"5 touches" does not say in which time.',
      'End it with a day, a week, a month, a quarter or a year. Type: netkeep goal set 5 touches a week',
    ],
    [[], 'Say what the goal is.', 'Type: netkeep goal set 5 touches a week'],
    [
      ['5 \u001b[31mtouches a week'],
      'Nothing that netkeep counts is called "[31mtouches".',
      'What can be counted: touches, new contacts, events, gives, asks, promises kept, reach-outs; a channel, as in 2 coffees a month; a kind of help, as in 1 introduction a month.',
    ],
  ])('%j is refused with what to type', async (words, message, hint) => {
    const netkeep = await withTouches()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('goal', 'set', ...words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(`netkeep: ${message}`, hint),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each([
    [['5', 'touches'], '"5" is nothing that goal does.'],
    [['list', 'grace'], 'netkeep goal list has no words after it.'],
  ])('%j is no action', async (words, message) => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('goal', ...words)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        `netkeep: ${message}`,
        'To set one: netkeep goal set 5 touches a week   To remove it: netkeep goal remove touches',
      ),
    })
  })
})

describe('goal remove', () => {
  async function withGoals(): Promise<Netkeep> {
    const netkeep = createNetkeep()
    for (const text of ['5 touches a week', '20 touches a month', '1 event a quarter', '2 coffees a month'])
      await netkeep.ok('goal', 'set', text)
    return netkeep
  }
  const left = async (netkeep: Netkeep): Promise<readonly string[]> =>
    (await netkeep.json('goal')).map(({ text }: { text: string }) => text)

  test.each([
    [['5', 'touches', 'a', 'week'], '5 touches a week'],
    [['touches a week'], '5 touches a week'],
    [['touches', 'monthly'], '20 touches a month'],
    [['event'], '1 event a quarter'],
    [['3 events a quarter'], '1 event a quarter'],
    [['Coffees'], '2 coffees a month'],
  ])('%j is the goal "%s"', async (words, text) => {
    const netkeep = await withGoals()
    const before = await left(netkeep)
    expect(await netkeep.ok('goal', 'remove', ...words)).toBe(
      `No longer a goal: ${text}. Undo: netkeep undo\n`,
    )
    expect(await left(netkeep)).toEqual(before.filter((other) => other !== text))
    await netkeep.ok('undo')
    expect(await left(netkeep)).toEqual(before)
  })

  test('finds one of a channel that is no longer in the settings', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'channels', 'podcast')
    await netkeep.ok('goal', 'set', '3 podcasts a week')
    await netkeep.ok('config', 'set', 'channels')
    await netkeep.ok('goal', 'remove', 'podcasts')
    expect(await netkeep.json('goal')).toEqual([])
  })

  test('takes ids, and several goals at once', async () => {
    const netkeep = await withGoals()
    const [{ id }] = await netkeep.json('goal')
    expect(await netkeep.ok('goal', 'remove', id, 'events', '2 coffees a month')).toBe(
      'No longer a goal: 5 touches a week; 1 event a quarter; 2 coffees a month. Undo: netkeep undo\n',
    )
    expect(await left(netkeep)).toEqual(['20 touches a month'])
  })

  test('with --json prints the goals as they were', async () => {
    const netkeep = await withGoals()
    const [goal] = await netkeep.json('goal')
    expect(await netkeep.json('goal', 'remove', '5 touches a week')).toEqual([goal])
  })

  test('of several that it can mean, asks on a terminal', async () => {
    const netkeep = await withGoals()
    const { stdout } = await netkeep.onTerminal(['goal', 'remove', 'touches'], ['20 touches a month'])
    expect(stdout).toBe('No longer a goal: 20 touches a month. Undo: netkeep undo\n')
    expect(await left(netkeep)).toEqual(['5 touches a week', '2 coffees a month', '1 event a quarter'])
  })

  test('and elsewhere changes nothing', async () => {
    const netkeep = await withGoals()
    expect(await netkeep.run('goal', 'remove', 'touches')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: That can mean 2 goals; nothing was changed.',
        'Say which: netkeep goal remove 5 touches a week   netkeep goal remove 20 touches a month',
      ),
    })
  })

  test.each([
    [
      ['asks'],
      '"asks"',
      'There are: 5 touches a week; 2 coffees a month; 20 touches a month; 1 event a quarter',
    ],
    [
      ['events', 'nothing'],
      '"nothing"',
      'There are: 5 touches a week; 2 coffees a month; 20 touches a month; 1 event a quarter',
    ],
  ])('%j is no goal', async (words, named, hint) => {
    const netkeep = await withGoals()
    expect(await netkeep.run('goal', 'remove', ...words)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(`netkeep: There is no goal ${named}; nothing was changed.`, hint),
    })
    expect(await left(netkeep)).toHaveLength(4)
  })

  test('without a word asks which', async () => {
    expect(await (await withGoals()).run('goal', 'remove')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Which goal?',
        'See them: netkeep goal   Then: netkeep goal remove 5 touches a week',
      ),
    })
  })

  test('stands in history, with the row', async () => {
    const netkeep = await withGoals()
    await netkeep.ok('goal', 'remove', 'coffees')
    const [{ typed, changes }] = await netkeep.json('history', '--limit', '1')
    expect(typed).toBe('netkeep goal remove coffees')
    expect(changes).toEqual([{ table: 'goal', uid: expect.any(String), contact: null, set: { deleted: 1 } }])
  })
})
