import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

/** Grace is cold, Ada due today, Zoë warm, Alan paused, Bob without cadence, Cleo snoozed. */
async function withSix(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-10-01')
  await netkeep.ok(
    'add',
    'Grace Hopper',
    '--org',
    'Navy',
    '--circle',
    'close',
    '--tag',
    'mentor',
    '--tag',
    'navy',
    '--email',
    'grace@navy.mil',
  )
  await netkeep.ok('add', 'Cleo Rossi', '--every', '1m')
  await netkeep.ok('add', 'Alan Turing', '--org', 'Bletchley Park', '--circle', 'inner')
  await netkeep.ok('add', 'Bob Kahn', '--circle', 'none', '--org', 'ARPA')
  await netkeep.ok('add', 'Ada Lovelace', '--every', '1w', '--tag', 'Mentor')
  await netkeep.ok('add', 'Zoë Ångström', '--org', 'Université', '--circle', 'wide')
  await netkeep.ok('log', 'grace', '--on', '2026-09-20', '--by', 'coffee')
  netkeep.today = '2026-11-22'
  await netkeep.ok('log', 'ada', '--on', '2026-11-15', '--by', 'call')
  await netkeep.ok('log', 'zoe', '--on', '2026-11-01')
  await netkeep.ok('pause', 'alan')
  await netkeep.ok('snooze', 'cleo', '2026-12-10')
  return netkeep
}

describe('list', () => {
  test('on a terminal is a table by name, of at most 80 columns', async () => {
    const netkeep = await withSix()
    const { stdout } = await netkeep.onTerminal(['list', '--no-color'])
    expect(stdout).toBe(
      lines(
        'Ada Lovelace                  1w        due today             7 days ago, call',
        'Alan Turing   Bletchley Park  inner 2w  paused                not yet in touch',
        'Bob Kahn      ARPA                      no cadence            not yet in touch',
        'Cleo Rossi                    1m        snoozed until 10 Dec  not yet in touch',
        'Grace Hopper  Navy            close 6w  21 days overdue       9 weeks ago, coff…',
        'Zoë Ångström  Université      wide 3m   due in 71 days        3 weeks ago',
        '6 contacts',
      ),
    )
  })

  test('in a pipe is tab-separated, with full values and ISO dates', async () => {
    const netkeep = await withSix()
    const ids = (await netkeep.json('list')).map(({ id }: { id: string }) => id)
    const { stdout } = await netkeep.run('list')
    expect(stdout).toBe(
      lines(
        `${ids[0]}\tAda Lovelace\t\t\t1w\tdue\t2026-11-22\t2026-11-15\tMentor\t`,
        `${ids[1]}\tAlan Turing\tBletchley Park\tinner\t2w\tunscheduled\t\t\t\t`,
        `${ids[2]}\tBob Kahn\tARPA\t\t\tunscheduled\t\t\t\t`,
        `${ids[3]}\tCleo Rossi\t\t\t1m\tsnoozed\t2026-12-10\t\t\t`,
        `${ids[4]}\tGrace Hopper\tNavy\tclose\t6w\tcold\t2026-11-01\t2026-09-20\tmentor,navy\tgrace@navy.mil`,
        `${ids[5]}\tZoë Ångström\tUniversité\twide\t3m\twarm\t2027-02-01\t2026-11-01\t\t`,
      ),
    )
  })

  test('with --plain a terminal gets what a pipe gets', async () => {
    const netkeep = await withSix()
    expect((await netkeep.onTerminal(['list', '--plain'])).stdout).toBe((await netkeep.run('list')).stdout)
  })

  test('with --json has these fields in this order', async () => {
    const netkeep = await withSix()
    const list = await netkeep.json('list')
    expect(Object.keys(list[0])).toEqual([
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
      ...[
        'dueOn',
        'daysOverdue',
        'lateness',
        'standing',
        'tags',
        'emails',
        'phones',
        'urls',
        'snoozedUntil',
        'pausedOn',
      ],
      ...['interests', 'causes', 'offers', 'looksFor'],
    ])
    expect(list[1]).toMatchObject({
      name: 'Alan Turing',
      pausedOn: '2026-11-22',
      dueOn: null,
      daysOverdue: null,
      lateness: null,
    })
    expect(list[3]).toMatchObject({
      name: 'Cleo Rossi',
      snoozedUntil: '2026-12-10',
      daysOverdue: -18,
      standing: 'snoozed',
    })
    expect(list[4]).toMatchObject({
      name: 'Grace Hopper',
      daysOverdue: 21,
      lateness: 0.5,
      tags: ['mentor', 'navy'],
    })
  })

  test.each([
    [['--circle', 'close'], ['Grace Hopper']],
    [['--circle', 'CLOSE'], ['Grace Hopper']],
    [
      ['--circle', 'none'],
      ['Ada Lovelace', 'Bob Kahn', 'Cleo Rossi'],
    ],
    [
      ['--tag', 'MENTOR'],
      ['Ada Lovelace', 'Grace Hopper'],
    ],
    [['--tag', '+navy'], ['Grace Hopper']],
    [
      ['--tag', 'navy', '--tag', 'mentor'],
      ['Ada Lovelace', 'Grace Hopper'],
    ],
    [['--tag', 'nobody'], []],
    [['--org', 'universite'], ['Zoë Ångström']],
    [['--org', '%'], []],
    [['--standing', 'cold'], ['Grace Hopper']],
    [
      ['--standing', 'due', '--standing', 'warm'],
      ['Ada Lovelace', 'Zoë Ångström'],
    ],
    [['--standing', 'snoozed'], ['Cleo Rossi']],
    [
      ['--standing', 'unscheduled'],
      ['Alan Turing', 'Bob Kahn'],
    ],
    [
      ['--quiet-for', '1m'],
      ['Alan Turing', 'Bob Kahn', 'Cleo Rossi', 'Grace Hopper'],
    ],
    [
      ['--quiet-for', '3w'],
      ['Alan Turing', 'Bob Kahn', 'Cleo Rossi', 'Grace Hopper', 'Zoë Ångström'],
    ],
    [['--tag', 'mentor', '--standing', 'cold'], ['Grace Hopper']],
    [
      ['--limit', '2'],
      ['Ada Lovelace', 'Alan Turing'],
    ],
    [
      ['--sort', 'due'],
      ['Grace Hopper', 'Ada Lovelace', 'Cleo Rossi', 'Zoë Ångström', 'Alan Turing', 'Bob Kahn'],
    ],
    [
      ['--sort', 'last'],
      ['Ada Lovelace', 'Zoë Ångström', 'Grace Hopper', 'Alan Turing', 'Bob Kahn', 'Cleo Rossi'],
    ],
    [
      ['--sort', 'lateness'],
      ['Grace Hopper', 'Ada Lovelace', 'Cleo Rossi', 'Zoë Ångström', 'Alan Turing', 'Bob Kahn'],
    ],
    [
      ['--sort', 'organization'],
      ['Bob Kahn', 'Alan Turing', 'Grace Hopper', 'Zoë Ångström', 'Ada Lovelace', 'Cleo Rossi'],
    ],
  ])('%j lists %j', async (options, names) => {
    const netkeep = await withSix()
    expect(await namesIn(netkeep, 'list', ...options)).toEqual(names)
  })

  test('a filtered list says of how many', async () => {
    const netkeep = await withSix()
    const { stdout } = await netkeep.onTerminal(['list', '--standing', 'cold', '--no-color'])
    expect(stdout).toBe(
      lines(
        'Grace Hopper  Navy  close 6w  21 days overdue  9 weeks ago, coffee  +mentor +na…',
        '1 contact of 6',
      ),
    )
  })

  test('a limited list says how many there are', async () => {
    const netkeep = await withSix()
    const { stdout } = await netkeep.onTerminal(['list', '--limit', '1', '--no-color'])
    expect(stdout).toBe(
      lines('Ada Lovelace  1w  due today  7 days ago, call  +Mentor', '6 contacts, 1 shown'),
    )
  })

  test('an empty list says what to type on a terminal, and nothing in a pipe', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.onTerminal(['list'])).toEqual({
      exitCode: 0,
      stdout: 'No contacts yet.\nAdd one: netkeep add "Grace Hopper"\nOr bring yours: netkeep import FILE\n',
      stderr: '',
    })
    expect(await netkeep.run('list')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('list')).toEqual([])
  })

  test.each([
    [
      ['--standing', 'red'],
      ['netkeep: "red" is not a standing.', 'Choose one of: unscheduled, snoozed, warm, due, cold'],
    ],
    [
      ['--circle', 'nearest'],
      [
        'netkeep: There is no circle "nearest".',
        'There are inner, close, wide, outer. A new one: netkeep circle set nearest 3m',
      ],
    ],
    [
      ['--quiet-for', 'ages'],
      [
        'netkeep: "ages" is not an interval.',
        'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".',
      ],
    ],
    [
      ['--limit', '-1'],
      ['netkeep: "-1" is not a whole number.', 'Write it like --limit 20.'],
    ],
    [
      ['--sort', 'age'],
      [
        "netkeep: Option '--sort <order>' argument 'age' is invalid. Allowed choices are name, due, last, lateness, organization.",
        'See: netkeep list --help',
      ],
    ],
  ])('%j is refused', async (options, message) => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('list', ...options)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(...message),
    })
  })
})
