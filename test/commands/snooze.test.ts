import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'

/** On 22 November, Grace is three weeks late. */
async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--every', '1m')
  await netkeep.ok('add', 'May Chen', '--every', '1w')
  netkeep.today = '2026-11-22'
  return netkeep
}

describe('snooze', () => {
  test('waits a week when no date is given', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.run('snooze', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Snoozed Grace Hopper until 29 Nov. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await namesIn(netkeep, 'due')).toEqual(['May Chen', 'Ada Lovelace'])
    netkeep.today = '2026-11-29'
    expect(await netkeep.json('due', '--circle', 'close')).toMatchObject([
      { name: 'Grace Hopper', standing: 'due', dueOn: '2026-11-29' },
    ])
  })

  test('says the same on a terminal', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(['snooze', 'grace', '2w'])).stdout).toBe(
      'Snoozed Grace Hopper until 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('the setting snooze says how long', async () => {
    const netkeep = await withGrace()
    netkeep.env['NETKEEP_SNOOZE'] = '1m'
    expect(await netkeep.ok('snooze', 'grace')).toBe(
      'Snoozed Grace Hopper until 22 Dec. Undo: netkeep undo\n',
    )
  })

  test('with --json prints the contacts as list does', async () => {
    const netkeep = await withGrace()
    const snoozed = await netkeep.json('snooze', 'grace', '2w')
    const [, grace] = await netkeep.json('list')
    expect(snoozed).toEqual([grace])
    expect(grace).toMatchObject({ snoozedUntil: '2026-12-06', standing: 'snoozed', dueOn: '2026-12-06' })
  })

  test.each([
    [['grace', '10d'], '2 Dec'],
    [['grace', '2', 'weeks'], '6 Dec'],
    [['grace', 'hopper', 'until', 'next', 'friday'], '27 Nov'],
    [['grace', 'friday'], '27 Nov'],
    [['grace', 'sunday'], '29 Nov'],
    [['grace', 'tomorrow'], '23 Nov'],
    [['grace', 'in', 'a', 'month'], '22 Dec'],
    [['grace', '20', 'Jan'], '20 Jan 2027'],
    [['grace', '2027-01-07'], '7 Jan 2027'],
    [['grace', 'a week after friday'], '4 Dec'],
    [['may'], '29 Nov'],
    [['may', '2w'], '6 Dec'],
  ])('%j is until %s', async (args, day) => {
    const netkeep = await withGrace()
    const name = args[0] === 'may' ? 'May Chen' : 'Grace Hopper'
    expect(await netkeep.ok('snooze', ...args)).toBe(`Snoozed ${name} until ${day}. Undo: netkeep undo\n`)
  })

  test('the longest run of words at the end that is a date is the date, the rest are names', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('snooze', 'ada', 'grace', 'may', '2027-01-07')).toBe(
      'Snoozed Ada Lovelace, Grace Hopper and May Chen until 7 Jan 2027. Undo: netkeep undo\n',
    )
  })

  test('words that are all one name are a name, though the last could be a month', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('add', 'Jean May', '--every', '1d', '--met-on', '2026-11-22')
    netkeep.today = '2026-11-23'
    expect(await netkeep.ok('snooze', 'jean', 'may')).toBe(
      'Snoozed Jean May until 30 Nov. Undo: netkeep undo\n',
    )
  })

  test('a date before the due date changes nothing, and the answer says so', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('log', 'grace')
    const before = await netkeep.json('history')
    expect(await netkeep.ok('snooze', 'grace', '2w')).toBe(
      'Grace Hopper is not due before 3 Jan 2027 anyway: waiting until 6 Dec changes nothing.\n',
    )
    expect(await netkeep.json('history')).toEqual(before)
  })

  test('of several, those whom it changes nothing for are named apart', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('log', 'ada')
    await netkeep.ok('add', 'Bob', '--circle', 'none')
    await netkeep.ok('pause', 'may')
    expect(await netkeep.ok('snooze', 'grace', 'ada', 'bob', 'may', '3d')).toBe(
      'Snoozed Grace Hopper until 25 Nov. Ada Lovelace is not due before 22 Dec anyway: waiting until 25 Nov changes nothing. Bob has no cadence: nothing to snooze. May Chen is paused: nothing to snooze. Undo: netkeep undo\n',
    )
  })

  test('a snooze can be made shorter', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('snooze', 'grace', '2m')
    await netkeep.ok('snooze', 'grace', '2d')
    expect((await netkeep.json('show', 'grace')).snoozedUntil).toBe('2026-11-24')
  })

  test('a touchpoint logged later but dated before the snooze was set leaves it', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('snooze', 'grace', '2027-03-01')
    await netkeep.ok('log', 'grace', '--on', '2026-11-21')
    expect((await netkeep.json('show', 'grace')).dueOn).toBe('2027-03-01')
  })

  test.each([
    ['a day that is past', ['grace', '2026-11-21'], '21 Nov is not ahead.'],
    ['today', ['grace', 'today'], '22 Nov is not ahead.'],
    [
      'a day that cannot be',
      ['grace', '2026-02-30'],
      '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.',
    ],
    ['an interval of no days', ['grace', '0d'], '"0d" is not an interval.'],
    ['a number', ['grace', '20'], '"20" is not a date.'],
    ['a day that can be two', ['grace', '03/04/2027'], '"03/04/2027" can be 2027-04-03 or 2027-03-04.'],
  ])('refuses %s and writes nothing', async (_case, args, message) => {
    const netkeep = await withGrace()
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run('snooze', ...args)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('wake', () => {
  test('ends a snooze: the due date is the plain one again', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('snooze', 'grace', '2m')
    expect(await netkeep.run('wake', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Woke Grace Hopper. Now 21 days overdue. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      standing: 'cold',
      snoozedUntil: null,
      daysOverdue: 21,
    })
  })

  test('says the same on a terminal, and with --json prints the contacts', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('snooze', 'grace', 'ada', '2m')
    expect((await netkeep.onTerminal(['wake', 'grace'])).stdout).toBe(
      'Woke Grace Hopper. Now 21 days overdue. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('wake', 'ada')).toMatchObject([
      { name: 'Ada Lovelace', snoozedUntil: null, standing: 'cold' },
    ])
  })

  test('a contact that is not snoozed is left as it is', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('wake', 'grace')).toBe('Grace Hopper: not snoozed, so nothing was changed.\n')
    expect(await netkeep.json('history')).toHaveLength(3)
  })

  test('nobody of that name is an error', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.run('wake', 'nobody')).stderr).toBe(
      lines('netkeep: No contact matches "nobody".', 'Search: netkeep find nobody   Add: netkeep add nobody'),
    )
  })
})
