import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep } from '../harness.ts'

async function withContacts(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-22')
  netkeep.env['NO_COLOR'] = '1'
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']) await netkeep.ok('add', name)
  return netkeep
}

async function withClub(): Promise<Netkeep> {
  const netkeep = await withContacts()
  await netkeep.ok('group', 'add', 'Job club', '--every', '2w', '--kind', 'job-club', '--with', 'ada,grace')
  return netkeep
}

/** The id of the only group, or the one of that name. */
async function groupId(netkeep: Netkeep, name = 'Job club'): Promise<string> {
  const groups: readonly { name: string; id: string }[] = await netkeep.json('group')
  return groups.find((group) => group.name === name)?.id ?? ''
}

describe('a group', () => {
  test('is added with its interval, kind and members', async () => {
    const netkeep = await withContacts()
    expect(
      await netkeep.ok(
        'group',
        'add',
        'Job',
        'club',
        '--every',
        '2 weeks',
        '--kind',
        'job-club',
        '--with',
        'ada, grace,ada',
      ),
    ).toBe(
      'Added the group Job club, every 2w, with Ada Lovelace and Grace Hopper. Next due 6 Dec. Undo: netkeep undo\n',
    )
    const [group] = await netkeep.json('group', 'list')
    expect(group).toEqual({
      uid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/),
      id: await groupId(netkeep),
      name: 'Job club',
      kind: 'job-club',
      interval: '2w',
      members: ['Ada Lovelace', 'Grace Hopper'],
      memberUids: [(await netkeep.json('show', 'ada')).uid, (await netkeep.json('show', 'grace')).uid],
      lastOn: null,
      dueOn: '2026-12-06',
      daysOverdue: -14,
      standing: 'warm',
    })
  })

  test('without members and meetings says in show what to type', async () => {
    const netkeep = await withContacts()
    await netkeep.ok('group', 'add', 'Board')
    const { stdout } = await netkeep.onTerminal(['group', 'board'])
    expect(stdout.split('\n').slice(-5)).toEqual([
      '0 meetings',
      '',
      'Its members: netkeep group join Board ada grace',
      'After a meeting: netkeep group log Board ada grace',
      '',
    ])
  })

  test('with an interval of two arguments is told to put it in quotes', async () => {
    const netkeep = await withContacts()
    expect((await netkeep.run('group', 'add', 'Board', '--every', '2', 'weeks')).stderr).toBe(
      lines(
        'netkeep: "2" is not an interval.',
        'An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks".',
      ),
    )
  })

  test('without members or interval is told how to get them', async () => {
    const netkeep = await withContacts()
    expect(await netkeep.run('group', 'add', 'Board')).toEqual({
      exitCode: 0,
      stdout: 'Added the group Board. Undo: netkeep undo\n',
      stderr: 'Its members: netkeep group join Board ada grace\n',
    })
    expect((await netkeep.run('group', 'add', 'Salon', '--with', 'ada')).stderr).toBe(
      'How often it meets: netkeep group every Salon 2w\n',
    )
  })

  test('has a name of its own, in any case', async () => {
    const netkeep = await withClub()
    expect(await netkeep.run('group', 'add', 'job CLUB')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        'netkeep: There is a group Job club already; nothing was changed.',
        "See it: netkeep group show 'Job club'   More members: netkeep group join 'Job club' WHO",
      ),
    })
    await netkeep.ok('group', 'rename', 'job', 'Career club')
    await netkeep.ok('group', 'add', 'Job club')
    expect((await netkeep.run('group', 'rename', 'career', 'JOB CLUB')).exitCode).toBe(1)
    expect((await netkeep.json('group')).map(({ name }: { name: string }) => name)).toEqual([
      'Career club',
      'Job club',
    ])
  })

  test('that was removed and is added again is a new one', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--all')
    const { uid } = await netkeep.json('group', 'show', 'job')
    await netkeep.ok('group', 'remove', 'job')
    await netkeep.ok('group', 'add', 'Job club')
    const again = await netkeep.json('group', 'show', 'job')
    expect([again.uid === uid, again.members, again.meetings]).toEqual([false, [], []])
    await netkeep.ok('undo', '2')
    expect(await netkeep.json('group', 'show', 'job')).toMatchObject({
      uid,
      members: ['Ada Lovelace', 'Grace Hopper'],
      lastOn: '2026-11-22',
    })
  })

  test('whose adding was taken back is added as the same', async () => {
    const netkeep = await withClub()
    const id = await groupId(netkeep)
    await netkeep.ok('undo')
    expect(await netkeep.json('group')).toEqual([])
    await netkeep.ok('group', 'add', 'job club')
    expect(await groupId(netkeep, 'job club')).toBe(id)
    expect((await netkeep.json('group'))[0].members).toEqual([])
  })

  test('is named by words of its name, beginnings of them, or its id', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'add', 'Job hunters Berlin')
    await netkeep.ok('group', 'add', 'Job')
    const named = async (...words: readonly string[]): Promise<string> =>
      (await netkeep.json('group', 'show', ...words)).name
    expect(await named('club')).toBe('Job club')
    expect(await named('berl', 'JOB')).toBe('Job hunters Berlin')
    expect(await named('job')).toBe('Job')
    expect(await named(await groupId(netkeep))).toBe('Job club')
    expect((await netkeep.json('group', 'hunt')).name).toBe('Job hunters Berlin')
    const { exitCode, stderr } = await netkeep.run('group', 'log', 'jo')
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      3,
      'netkeep: "jo" could be 3 groups; nothing was done.',
    ])
    expect(
      (await netkeep.onTerminal(['group', 'show', 'jo'], ['Job club'])).stdout.startsWith('Job club  '),
    ).toBe(true)
    expect(await netkeep.run('group', 'log', 'board')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No group is called "board"; nothing was done.',
        'There are: Job club; Job; Job hunters Berlin.   Add it: netkeep group add board',
      ),
    })
  })

  test('stands in a list: aligned on a terminal, with tabs in a pipe, the latest first', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'add', 'Board', '--every', '1y', '--kind', 'committee')
    await netkeep.ok('group', 'add', 'Salon')
    await netkeep.ok('group', 'log', 'job', '--on', '2026-11-01')
    expect((await netkeep.onTerminal(['group'])).stdout).toBe(
      lines(
        'Job club  7 days overdue   met 3 weeks ago  every 2w  2 members  job-club',
        'Board     due in 365 days  not met yet      every 1y  0 members  committee',
        'Salon     no cadence       not met yet                0 members',
      ),
    )
    expect((await netkeep.ok('group', 'list')).split('\n')[0]).toBe(
      `${await groupId(netkeep)}\tJob club\tjob-club\t2w\t2026-11-01\t2026-11-15\t7\tcold\tAda Lovelace, Grace Hopper`,
    )
    const empty = createNetkeep()
    expect((await empty.onTerminal(['group'])).stdout).toBe(
      'No groups yet. Add one: netkeep group add "Job club" --every 2w --with ada,grace\n',
    )
    expect([await empty.ok('group'), await empty.json('group')]).toEqual(['', []])
  })

  test('is shown with its members and its meetings', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--on', '2026-10-25')
    await netkeep.ok(
      'group',
      'log',
      'job',
      '--on',
      '2026-11-08',
      '--present',
      'ada,alan',
      '-m',
      'CVs\nand more',
    )
    const id = await groupId(netkeep)
    expect((await netkeep.onTerminal(['group', 'show', 'job'])).stdout).toBe(
      lines(
        `Job club  ${id}`,
        'due today, job-club, every 2w, met 2 weeks ago',
        '',
        '2 members',
        'Ada Lovelace  2 weeks ago, meeting  due in 78 days',
        'Grace Hopper  not yet in touch      due in 92 days',
        '',
        '2 meetings',
        '      8 Nov  with Ada Lovelace and Alan Turing',
        '             CVs',
        '             and more',
        '     25 Oct  nobody named',
      ),
    )
    expect(await netkeep.ok('group', 'show', 'job', '--limit', '1')).toBe(
      lines(
        `group\t${id}\tJob club\tjob-club\t2w\t2026-11-08\t2026-11-22\t0\tdue\tAda Lovelace, Grace Hopper`,
        `member\t${await idOf(netkeep, 'ada')}\tAda Lovelace\t2026-11-08\t2026-11-22`,
        `member\t${await idOf(netkeep, 'grace')}\tGrace Hopper\t\t2026-11-22`,
        'meeting\t2026-11-08\tCVs\\u{a}and more\tAda Lovelace, Alan Turing',
      ),
    )
    const shown = await netkeep.json('group', 'show', 'job')
    expect(shown).toMatchObject({
      members: ['Ada Lovelace', 'Grace Hopper'],
      contacts: [
        { name: 'Ada Lovelace', lastTouchOn: '2026-11-08', joinedOn: '2026-11-22' },
        { lastTouchOn: null },
      ],
      meetings: [
        { on: '2026-11-08', note: 'CVs\nand more', present: ['Ada Lovelace', 'Alan Turing'] },
        { on: '2026-10-25', note: null, present: [] },
      ],
    })
  })

  test('is joined and left; the same again changes nothing', async () => {
    const netkeep = await withClub()
    expect(await netkeep.ok('group', 'join', 'job', 'club', 'alan', 'ada')).toBe(
      'Alan Turing joined Job club: 3 now. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('group', 'join', 'job', 'alan')).toBe(
      'Alan Turing: in Job club already, so nothing was changed.\n',
    )
    expect(await netkeep.ok('group', 'leave', 'job', 'grace', 'ada')).toBe(
      'Grace Hopper and Ada Lovelace left Job club: 1 now. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('group', 'leave', 'job', 'grace')).toBe(
      'Grace Hopper: not in Job club, so nothing was changed.\n',
    )
    await netkeep.ok('undo')
    expect((await netkeep.json('group'))[0].members).toEqual(['Ada Lovelace', 'Alan Turing', 'Grace Hopper'])
    expect((await netkeep.run('group', 'join', 'job', 'club')).stderr).toBe(
      lines(
        'netkeep: Who is it that joins Job club?',
        "Name contacts: netkeep group join 'Job club' ada grace",
      ),
    )
    expect((await netkeep.run('group', 'join', 'job', 'bob')).exitCode).toBe(3)
  })

  test('shows no contact that is removed or went into another', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--all')
    await netkeep.ok('remove', 'grace')
    const { members, meetings } = await netkeep.json('group', 'show', 'job')
    expect([members, meetings[0].present]).toEqual([['Ada Lovelace'], ['Ada Lovelace']])
  })

  test('gets another interval, or none', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--on', '2026-11-01')
    expect(await netkeep.ok('group', 'every', 'job', 'club', '3', 'weeks')).toBe(
      'Job club is now every 3w. Due today. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('group', 'every', 'job', 'none')).toBe(
      'Job club has no interval now, so it is never due. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('group', 'every', 'job', 'none')).toBe(
      'Job club: that already, so nothing was changed.\n',
    )
    expect((await netkeep.run('group', 'every', 'job', '0d')).exitCode).toBe(2)
    expect((await netkeep.run('group', 'every', 'job', 'circle')).exitCode).toBe(2)
    expect((await netkeep.run('group', 'every', 'job')).exitCode).toBe(2)
  })

  test('that never met falls due an interval after it got one', async () => {
    const netkeep = await withContacts()
    await netkeep.ok('group', 'add', 'Salon')
    netkeep.today = '2027-05-01'
    expect(await netkeep.ok('group', 'every', 'salon', '1m')).toBe(
      'Salon is now every 1m. Next due 1 Jun. Undo: netkeep undo\n',
    )
  })

  test.each([
    ['group', ['group', 'add', 'The committee of the long name']],
    ['event', ['event', 'add', 'The committee of the long name', '--on', '2026-11-24']],
  ])('%s of a long name goes on below it, with its id where there is room', async (verb, add) => {
    const netkeep = createNetkeep()
    netkeep.env['NO_COLOR'] = '1'
    const { id } = await netkeep.json(...add)
    netkeep.columns = 20
    const heading = async (count: number): Promise<readonly string[]> =>
      (await netkeep.onTerminal([verb, 'show', 'committee'])).stdout.split('\n').slice(0, count)
    expect(await heading(3)).toEqual([
      'The committee of the',
      'long name  ID'.replace('ID', id),
      expect.anything(),
    ])
    netkeep.columns = 24
    expect((await heading(1))[0]).toBe('The committee of the')
    netkeep.columns = 30
    expect(await heading(2)).toEqual(['The committee of the long name', id])
  })

  test('is not renamed to what another one is called', async () => {
    const netkeep = createNetkeep()
    for (const name of ['Job club', 'Board']) await netkeep.ok('group', 'add', name)
    expect((await netkeep.run('group', 'rename', 'job', 'BOARD')).stderr).toBe(
      lines(
        'netkeep: There is a group Board already; nothing was changed.',
        'Choose another name, or see that one: netkeep group show Board',
      ),
    )
  })

  test('is renamed, and removed; its meetings stay touchpoints', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--all')
    expect(await netkeep.ok('group', 'rename', 'job', 'club', 'Job seekers')).toBe(
      'Job club is called Job seekers now. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('group', 'rename', 'job', 'Job seekers')).toBe(
      'It is called Job seekers already; nothing was changed.\n',
    )
    expect((await netkeep.run('group', 'rename', 'job', 'seekers')).exitCode).toBe(2)
    expect(await netkeep.ok('group', 'remove', 'seekers')).toBe(
      'Removed the group Job seekers. Its members stay contacts, and its meetings touchpoints. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('group')).toEqual([])
    const { groups, touchpoints } = await netkeep.json('show', 'ada')
    expect([groups, touchpoints.length]).toEqual([[], 1])
  })

  test('stands with each of its members', async () => {
    const netkeep = await withClub()
    const [{ uid }] = await netkeep.json('group')
    expect((await netkeep.json('show', 'ada')).groups).toEqual([{ uid, name: 'Job club' }])
    expect((await netkeep.onTerminal(['show', 'ada'])).stdout).toContain('\ngroups        Job club\n')
    expect((await netkeep.ok('show', 'ada')).split('\n')).toContain('group\tJob club')
    expect((await netkeep.json('show', 'alan')).groups).toEqual([])
    await netkeep.ok('group', 'log', 'job', '--all')
    expect((await netkeep.json('show', 'ada')).touchpoints[0].group).toBe('Job club')
    expect((await netkeep.onTerminal(['show', 'ada'])).stdout).toContain(
      '  meeting, Job club, with Grace Hopper\n',
    )
  })

  test('stands in history in words', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'leave', 'job', 'ada')
    const { stdout } = await netkeep.onTerminal(['history', 'ada'])
    expect(stdout.split('\n').filter((line) => line.includes('group'))).toEqual([
      expect.stringContaining('netkeep group leave job ada'),
      '    group member: removed Ada Lovelace in Job club',
      expect.stringContaining("netkeep group add 'Job club'"),
      '    group member: Ada Lovelace in Job club, joined on 2026-11-22',
    ])
  })

  test.each([
    [['group', 'add']],
    [['group', 'add', ' ']],
    [['group', 'add', 'x'.repeat(501)]],
    [['group', 'add', 'a', '--every', 'often']],
    [['group', 'add', 'a', '--kind', '']],
    [['group', 'add', 'a', '--with', ' , ']],
    [['group', 'list', '--present', 'ada']],
    [['group', 'list', 'job']],
    [['group', 'show']],
    [['group', 'log', 'job', '--all', '--present', 'ada']],
    [['group', 'log', 'job', '--on', 'tomorrow']],
  ])('refuses %j', async (args) => {
    const netkeep = await withClub()
    expect((await netkeep.run(...args)).exitCode).toBe(2)
    expect(await netkeep.json('group')).toHaveLength(1)
  })

  test('of a hostile name stays one line, and is named by its id', async () => {
    const netkeep = await withContacts()
    const answer = await netkeep.run('group', 'add', 'a\u001b[2J\nb')
    const id = await groupId(netkeep, 'a\u001b[2J\nb')
    expect(answer).toEqual({
      exitCode: 0,
      stdout: 'Added the group a\\u{1b}[2J\\u{a}b. Undo: netkeep undo\n',
      stderr: `Its members: netkeep group join ${id} ada grace\n`,
    })
    expect((await netkeep.onTerminal(['group'])).stdout.split('\n')).toHaveLength(2)
    await netkeep.ok('group', 'join', id, 'ada')
    expect(await netkeep.ok('show', 'ada')).toContain('group\ta\\u{1b}[2J\\u{a}b\n')
  })
})
