import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'

/** On Sunday 22 November: Jean to be written to on Monday, Kay tried twice, Grace a contact who was reached. */
async function withProspects(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-03')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Kay McNulty', '--org', 'ENIAC', '--prospect', '--circle', 'close')
  await netkeep.ok('log', 'kay', '--attempt', '--by', 'email')
  netkeep.today = '2026-11-15'
  await netkeep.ok('log', 'kay', '--attempt', '--by', 'call')
  netkeep.today = '2026-11-22'
  await netkeep.ok('add', 'Jean Bartik', '--prospect', '--next', 'write to her', '--next-on', 'monday')
  await netkeep.ok('add', 'Grace Hopper')
  await netkeep.ok('log', 'grace', '--on', '2026-11-02', '--by', 'coffee')
  return netkeep
}

const standingOf = async (netkeep: Netkeep, who: string): Promise<readonly unknown[]> => {
  const { standing, circle, interval, dueOn, prospect } = await netkeep.json('show', who)
  return [standing, circle, interval, dueOn, prospect]
}

describe('add --prospect', () => {
  test('keeps the circle for later, and says so with the next step', async () => {
    const netkeep = createNetkeep()
    expect(
      await netkeep.run('add', 'Jean Bartik', '--prospect', '--next', 'write to her', '--next-on', 'monday'),
    ).toEqual({
      exitCode: 0,
      stdout:
        'Added Jean Bartik to wide (3m). A prospect: the cadence begins with the first answer. You promised: write to her, by 23 Nov. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await standingOf(netkeep, 'jean')).toEqual([
      'unscheduled',
      'wide',
      '3m',
      null,
      { since: '2026-11-22', attempts: 0, droppedOn: null },
    ])
    expect(await netkeep.ok('due', '--count', '--on', '2028-01-01')).toBe('0\n')
  })

  test('puts the next step into due on its day', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2026-11-23'
    expect((await netkeep.onTerminal(['due'])).stdout).toContain('you: write to her  due today')
  })

  test('reads a list from standard input, each with the same next step', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput('Ada\nKay <kay@x.org>\n', 'add', '-', '--prospect', '--next', 'write')
    expect(await netkeep.json('prospect')).toMatchObject([
      { name: 'Ada', state: 'new', nextStep: 'write' },
      { name: 'Kay', state: 'new', nextStep: 'write' },
    ])
  })

  test('of several says of all at once what it says of one', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.withInput('Ada\nKay\n', 'add', '-', '--prospect')).toMatchObject({
      stdout:
        'Added 2 contacts: Ada and Kay to wide (3m). Prospects: the cadence begins with the first answer. Undo: netkeep undo\n',
    })
    await netkeep.ok('add', 'Grace')
    expect(await netkeep.ok('log', 'ada', 'kay', 'grace', '--attempt')).toContain('Next due: Ada a prospect,')
  })

  test('takes the day met as no touchpoint: they were met, and not reached yet', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada', '--prospect', '--met-on', 'yesterday')
    const { touchpoints, metOn, standing } = await netkeep.json('show', 'ada')
    expect([touchpoints, metOn, standing]).toEqual([[], '2026-11-21', 'unscheduled'])
  })

  test('--next is for every contact, and --next-on alone asks what', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add', 'Ada', '--next-on', 'friday')).toMatchObject({ exitCode: 2 })
    expect(await netkeep.ok('add', 'Ada', '--next', 'send it')).toContain('You promised: send it.')
  })
})

describe('an attempt with a prospect', () => {
  test('says how many there were, and proposes a next step', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.run('log', 'kay', '--attempt', '--by', 'email')).toEqual({
      exitCode: 0,
      stdout: 'Tried to reach Kay McNulty today (email). 3 tries so far, no answer yet. Undo: netkeep undo\n',
      stderr: `Next step: netkeep promise add ${await idOf(netkeep, 'kay')} "write again" --on 1w\n`,
    })
    expect((await standingOf(netkeep, 'kay'))[0]).toBe('unscheduled')
  })

  test('names the next step that is planned', async () => {
    const netkeep = await withProspects()
    expect((await netkeep.run('log', 'jean', '--attempt')).stderr).toBe(
      `Next step: write to her, by 23 Nov. Done? netkeep promise done ${(await netkeep.json('promise'))[0].id}\n`,
    )
  })

  test('asks whether it was the step whose day has come', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2026-11-23'
    const [{ id }] = await netkeep.json('promise')
    expect((await netkeep.run('log', 'jean', '--attempt')).stderr).toBe(
      `Next step: write to her, due today. Done? netkeep promise done ${id}\n`,
    )
  })

  test('with a next step says nothing more', async () => {
    const netkeep = await withProspects()
    const given = ['log', 'kay', '--attempt', '--next', 'write again', '--next-on', '1w']
    expect(await netkeep.run(...given)).toMatchObject({
      stdout:
        'Tried to reach Kay McNulty today. 3 tries so far, no answer yet. You promised: write again, by 29 Nov. Undo: netkeep undo\n',
      stderr: '',
    })
  })
})

describe('the first touchpoint that counts', () => {
  test('makes a contact of a prospect, whose circle takes effect from that day', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('log', 'kay', '--by', 'call')).toBe(
      'In touch with Kay McNulty today (call). Kay McNulty has answered: a contact now, every 6w. Next due 3 Jan 2027. Undo: netkeep undo\n',
    )
    expect(await standingOf(netkeep, 'kay')).toEqual(['warm', 'close', '6w', '2027-01-03', null])
    expect(await namesIn(netkeep, 'prospect')).toEqual(['Jean Bartik'])
    expect(await netkeep.ok('log', 'kay')).not.toContain('has answered')
  })

  test('asks whether it was the step that was planned, with a day or without', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2026-11-25'
    const [{ id }] = await netkeep.json('promise')
    expect((await netkeep.run('log', 'jean')).stderr).toBe(
      `Next step: write to her, 2 days overdue. Done? netkeep promise done ${id}\n`,
    )
    await netkeep.ok('promise', 'add', 'kay', 'think of something')
    await netkeep.ok('promise', 'add', 'kay', 'call me', '--theirs', '--on', 'today')
    const mine = (await netkeep.json('promise', 'list', 'kay', '--mine'))[0].id
    expect((await netkeep.run('log', 'kay')).stderr).toBe(
      `Next step: think of something. Done? netkeep promise done ${mine}\n`,
    )
    expect((await netkeep.run('log', 'kay')).stderr).toBe('')
  })

  test('is undone, and it is a prospect again', async () => {
    const netkeep = await withProspects()
    const before = await netkeep.ok('prospect', '--json')
    await netkeep.ok('log', 'kay')
    await netkeep.ok('undo')
    expect(await netkeep.ok('prospect', '--json')).toBe(before)
    expect((await standingOf(netkeep, 'kay'))[4]).toEqual({
      since: '2026-11-03',
      attempts: 2,
      droppedOn: null,
    })
  })

  test('may be help that was got', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('got', 'kay', 'advice')).toBe(
      'Got advice from Kay McNulty, today. Kay McNulty has answered: a contact now, every 6w. Next due 3 Jan 2027. Undo: netkeep undo\n',
    )
  })

  test('names those of several who were prospects until then', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('log', 'kay', 'grace')).toBe(
      'In touch with Kay McNulty and Grace Hopper today. Kay McNulty has answered: a contact now, every 6w. Next due: Kay McNulty 3 Jan 2027, Grace Hopper 22 Feb 2027. Undo: netkeep undo\n',
    )
  })

  test('a light one makes no contact of it', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('log', 'kay', '--light')
    expect(await namesIn(netkeep, 'prospect')).toEqual(['Jean Bartik', 'Kay McNulty'])
  })
})

describe('a circle or an interval given to a prospect', () => {
  test.each([
    [['move', 'kay', 'inner'], 'Moved Kay McNulty to inner.'],
    [['every', 'kay', '2w'], 'Gave Kay McNulty an interval of 2w.'],
    [['edit', 'kay', '--every', '2w'], 'Changed Kay McNulty.'],
  ])('%j is kept for later, and the answer says so', async (typed, said) => {
    const netkeep = await withProspects()
    expect(await netkeep.ok(...typed)).toBe(
      `${said} A prospect: the cadence begins with the first answer. Undo: netkeep undo\n`,
    )
    netkeep.today = '2026-11-30'
    expect(await netkeep.ok('log', 'kay')).toContain('Next due 14 Dec.')
  })

  test('asks nothing of a day: several are not spread', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('move', 'kay', 'jean', 'inner')).toBe(
      'Moved Kay McNulty and Jean Bartik to inner. Prospects: the cadence begins with the first answer. Undo: netkeep undo\n',
    )
  })
})

describe('prospect list', () => {
  test('has the next step that is due first on top, then the longest quiet', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('add', 'Ada', '--prospect')
    expect(await namesIn(netkeep, 'prospect')).toEqual(['Jean Bartik', 'Kay McNulty', 'Ada'])
    await netkeep.ok('promise', 'add', 'ada', 'call', '--on', 'today')
    await netkeep.ok('promise', 'add', 'kay', 'think of something')
    await netkeep.ok('promise', 'add', 'jean', 'introduce me', '--theirs', '--on', '2026-11-01')
    expect(await namesIn(netkeep, 'prospect')).toEqual(['Ada', 'Jean Bartik', 'Kay McNulty'])
  })

  test('shows tries, the next step and since when, and how to give a step', async () => {
    const netkeep = await withProspects()
    expect((await netkeep.onTerminal(['prospect'])).stdout).toBe(
      lines(
        'Jean Bartik         not tried yet                    write to her  by 23 Nov',
        'Kay McNulty  ENIAC  tried twice    7 days ago, call  no next step',
        `A next step: netkeep promise add ${await idOf(netkeep, 'kay')} "write" --on monday`,
      ),
    )
  })

  test('says of a step whose day has passed what due says, and cuts no last try', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2026-12-03'
    await netkeep.ok('promise', 'add', 'kay', 'ask Grace for the address of the whole family')
    await netkeep.ok('log', 'kay', '--attempt', '--by', 'message')
    netkeep.today = '2026-12-09'
    const { stdout } = await netkeep.onTerminal(['prospect'])
    expect(stdout).toContain('write to her  16 days overdue\n')
    expect(stdout).toContain('tried 3 times  6 days ago, message  ask Grace f…\n')
    expect((await netkeep.onTerminal(['due'])).stdout).toContain('write to her  16 days overdue')
  })

  test('on a wide terminal shows since when, too', async () => {
    const netkeep = await withProspects()
    netkeep.columns = 110
    expect((await netkeep.onTerminal(['prospect'])).stdout).toContain(
      'Kay McNulty  ENIAC  tried twice    7 days ago, call  no next step             since 3 Nov\n',
    )
  })

  test('in a pipe has a line for each, with whole values', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('prospect')).toBe(
      lines(
        `${await idOf(netkeep, 'jean')}\tJean Bartik\t\t2026-11-22\t0\t\t\twrite to her\t2026-11-23\tnew`,
        `${await idOf(netkeep, 'kay')}\tKay McNulty\tENIAC\t2026-11-03\t2\t2026-11-15\tcall\t\t\ttried`,
      ),
    )
  })

  test('with --json has these fields', async () => {
    const netkeep = await withProspects()
    const [jean, kay] = await netkeep.json('prospect', 'list')
    expect(kay).toEqual({
      uid: expect.any(String),
      id: kay.uid.slice(-6),
      name: 'Kay McNulty',
      organization: 'ENIAC',
      since: '2026-11-03',
      attempts: 2,
      lastAttemptOn: '2026-11-15',
      lastChannel: 'call',
      nextStep: null,
      nextOn: null,
      nextId: null,
      state: 'tried',
    })
    const [{ id }] = await netkeep.json('promise')
    expect(jean).toMatchObject({ state: 'new', nextStep: 'write to her', nextOn: '2026-11-23', nextId: id })
  })

  test('takes filters, a limit and a contact', async () => {
    const netkeep = await withProspects()
    expect(await namesIn(netkeep, 'prospect', 'list', '--org', 'eniac')).toEqual(['Kay McNulty'])
    expect(await namesIn(netkeep, 'prospect', 'kay')).toEqual(['Kay McNulty'])
    expect(await namesIn(netkeep, 'prospect', 'kay', 'jean')).toEqual(['Kay McNulty', 'Jean Bartik'])
    expect((await netkeep.onTerminal(['prospect', 'list', 'kay', 'grace'])).stdout).toContain(
      `Grace Hopper is no prospect. See: netkeep show ${await idOf(netkeep, 'grace')}\n`,
    )
    expect((await netkeep.run('prospect', 'lists', 'kay')).stderr).toContain(
      '"lists" is neither a contact nor',
    )
    expect((await netkeep.onTerminal(['prospect', '--limit', '1'])).stdout).toContain('and 1 more: --limit 0')
    expect((await netkeep.onTerminal(['prospect', 'grace'])).stdout).toBe(
      `Grace Hopper is no prospect. See: netkeep show ${await idOf(netkeep, 'grace')}\n`,
    )
  })

  test('where there are none says how to begin', async () => {
    const netkeep = createNetkeep()
    const none =
      'No prospects. Somebody to reach: netkeep add "Jean Bartik" --prospect\nOr a contact: netkeep prospect add grace\n'
    expect((await netkeep.onTerminal(['prospect'])).stdout).toBe(none)
    expect((await netkeep.onTerminal(['prospect', 'stats'])).stdout).toBe(none)
    expect((await netkeep.onTerminal(['prospect', '--org', 'x'])).stdout).toBe(
      'No prospects among these contacts.\n',
    )
    expect(await netkeep.run('prospect')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  test('shows control characters of names and steps escaped', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'A\u001b[2Jda', '--prospect', '--next', 'x\u0007y\nz')
    for (const stdout of [(await netkeep.onTerminal(['prospect'])).stdout, await netkeep.ok('prospect')]) {
      expect(stdout).toContain('A\\u{1b}[2Jda')
      expect(stdout).toContain('x\\u{7}y')
    }
  })
})

describe('prospect add', () => {
  test('takes the cadence of a contact who was never reached, until the first answer', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada', '--circle', 'inner')
    await netkeep.ok('add', 'Alan', '--circle', 'none')
    expect(await netkeep.ok('prospect', 'add', 'ada', 'alan')).toBe(
      'To be reached: Ada and Alan. The cadence begins with the first answer. Undo: netkeep undo\n',
    )
    netkeep.today = '2027-11-22'
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
    await netkeep.ok('log', 'ada', 'alan')
    expect((await standingOf(netkeep, 'ada')).slice(0, 3)).toEqual(['warm', 'inner', '2w'])
    expect((await standingOf(netkeep, 'alan')).slice(0, 3)).toEqual(['warm', 'wide', '3m'])
  })

  test('leaves those alone who shall have no cadence', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada', '--every', 'none')
    await netkeep.ok('prospect', 'add', 'ada')
    await netkeep.ok('log', 'ada')
    expect((await standingOf(netkeep, 'ada'))[0]).toBe('unscheduled')
  })

  test('refuses who was reached, naming the last touch, and changes nobody', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('add', 'Ada')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('prospect', 'add', 'ada', 'grace')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Grace Hopper is no prospect: you have been in touch, the last time 3 weeks ago, coffee.',
        `See: netkeep show ${await idOf(netkeep, 'grace')}`,
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('of one already is no change', async () => {
    const netkeep = await withProspects()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.ok('prospect', 'add', 'kay')).toBe(
      'Kay McNulty: to be reached already, so nothing was changed.\n',
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each(['add', 'drop'])('%s without a contact asks for one', async (action) => {
    expect(await createNetkeep().run('prospect', action)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `netkeep: Which contact?\nName one or more: netkeep prospect ${action} grace\n`,
    })
  })

  test.each([
    ['stats', '--limit', '3', '--limit is nothing for netkeep prospect stats.'],
    ['add', 'kay', '--since', '3m', '--since is nothing for netkeep prospect add.'],
    ['list', '--since', '3m', '--since is nothing for netkeep prospect list.'],
    ['stats', 'kay', 'The numbers are of all prospects.'],
  ])('refuses what another action is for: %j', async (...typed) => {
    const { exitCode, stderr } = await (await withProspects()).run('prospect', ...typed.slice(0, -1))
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${typed.at(-1)}`])
  })
})

describe('prospect drop', () => {
  test('gives it up: a contact without cadence, not listed, counted in stats', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('prospect', 'drop', 'kay')).toBe(
      'Gave up Kay McNulty: a contact without cadence. Again: netkeep prospect add kay. Undo: netkeep undo\n',
    )
    expect(await namesIn(netkeep, 'prospect')).toEqual(['Jean Bartik'])
    expect(await standingOf(netkeep, 'kay')).toEqual([
      'unscheduled',
      'close',
      '6w',
      null,
      { since: '2026-11-03', attempts: 2, droppedOn: '2026-11-22' },
    ])
    expect(await netkeep.json('prospect', 'stats')).toMatchObject({ added: 2, dropped: 1, open: 1 })
  })

  test('names the step that is still promised', async () => {
    const netkeep = await withProspects()
    const [{ id }] = await netkeep.json('promise')
    expect(await netkeep.ok('prospect', 'drop', 'jean')).toContain(
      `Still promised to Jean Bartik: write to her (netkeep promise drop ${id}).`,
    )
  })

  test('of several says so of each, and how to take up just these again', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('promise', 'add', 'kay', 'call')
    const ids = (await netkeep.json('promise')).map(({ id }: { id: string }) => id)
    expect(await netkeep.ok('prospect', 'drop', 'jean', 'kay')).toBe(
      `Gave up Jean Bartik and Kay McNulty: contacts without cadence. Again: netkeep prospect add jean kay. Still promised to Jean Bartik: write to her (netkeep promise drop ${ids[0]}). Still promised to Kay McNulty: call (netkeep promise drop ${ids[1]}). Undo: netkeep undo\n`,
    )
    await netkeep.ok('prospect', 'add', 'jean')
    expect(await netkeep.ok('prospect', 'drop', 'jean', 'kay')).toContain(
      `Gave up Jean Bartik: a contact without cadence. Again: netkeep prospect add ${await idOf(netkeep, 'jean')}.`,
    )
  })

  test('is what remove means', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.run('prospect', 'remove', 'Kay McNulty')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'netkeep: "remove" is nothing that prospect does.\nDid you mean: netkeep prospect drop \'Kay McNulty\'\n',
    })
  })

  test.each(['add', 'drop'])('%s of a name that several have is typed again with the id', async (action) => {
    const netkeep = await withProspects()
    await netkeep.ok('add', 'Kay Jones')
    expect((await netkeep.run('prospect', action, 'kay')).stderr).toMatch(
      new RegExp(`by id: netkeep prospect ${action} [0-9a-f]{6}\n$`),
    )
  })

  test('may be taken up again, since the day it was one first', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('prospect', 'drop', 'kay')
    expect(await netkeep.ok('prospect', 'drop', 'kay')).toBe(
      'Kay McNulty: given up already, so nothing was changed.\n',
    )
    netkeep.today = '2026-12-24'
    await netkeep.ok('prospect', 'add', 'kay')
    expect(await netkeep.json('prospect', 'kay')).toMatchObject([{ since: '2026-11-03', state: 'tried' }])
  })

  test('of somebody who answers after all is forgotten', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('prospect', 'drop', 'kay')
    expect(await netkeep.ok('log', 'kay')).toContain('Kay McNulty has answered: a contact now, every 6w.')
    expect(await netkeep.json('prospect', 'stats')).toMatchObject({ answered: 1, dropped: 0 })
  })

  test('of who is none is refused', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('add', 'Ada')
    expect(await netkeep.run('prospect', 'drop', 'ada')).toMatchObject({
      exitCode: 2,
      stderr: 'netkeep: Ada is no prospect.\nSee them: netkeep prospect\n',
    })
    expect((await netkeep.run('prospect', 'drop', 'grace')).stderr).toContain(
      'Grace Hopper is no prospect: you have been in touch, the last time 3 weeks ago, coffee.',
    )
  })
})

describe('prospect stats', () => {
  test('is a funnel in bars, with the channels that were answered', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('log', 'kay')
    expect((await netkeep.onTerminal(['prospect', 'stats'])).stdout).toBe(
      lines(
        'Prospects',
        'added     2  ########################',
        'tried     1  ############',
        'answered  1  ############              1 of 1 tried: 100%',
        'given up  0',
        'open      1  ############',
        'An answer takes 2 tries on average, and 19 days (median).',
        '',
        'By channel',
        'call   1 try   1 answer',
        'email  1 try  0 answers',
      ),
    )
  })

  test('with --json has each number, null where there is none', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.json('prospect', 'stats', '--since', '2026-11-20')).toEqual({
      since: '2026-11-20',
      added: 1,
      tried: 0,
      answered: 0,
      answeredTries: 0,
      dropped: 0,
      open: 1,
      answerRate: null,
      meanTries: null,
      medianDays: null,
      channels: [],
    })
  })

  test('in a pipe has a line for each number', async () => {
    const netkeep = await withProspects()
    expect(await netkeep.ok('prospect', 'stats', '--since', '2w')).toBe(
      lines(
        ...['added\t1', 'tried\t0', 'answered\t0', 'answeredTries\t0', 'dropped\t0', 'open\t1'],
        ...['answerRate\t', 'meanTries\t', 'medianDays\t'],
      ),
    )
    expect(await netkeep.ok('prospect', 'stats')).toContain('channel\tcall\t1\t0\nchannel\temail\t1\t0\n')
  })

  test('since a day after all of them says how many there were before', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2027-01-01'
    expect((await netkeep.onTerminal(['prospect', 'stats', '--since', 'yesterday'])).stdout).toBe(
      'None added since. Before: 2 prospects.\n',
    )
  })
})

describe('elsewhere', () => {
  test('an attempt without a channel was tried', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('log', 'jean', '--attempt')
    expect((await netkeep.onTerminal(['show', 'jean'])).stdout).toContain('22 Nov  tried, no answer\n')
    expect((await netkeep.onTerminal(['brief', 'jean'])).stdout).toContain('22 Nov  tried, no answer\n')
  })

  test('show and brief say since when, and how often it was tried', async () => {
    const netkeep = await withProspects()
    const said = 'prospect since 3 Nov, tried twice, no answer yet'
    expect((await netkeep.onTerminal(['show', 'kay'])).stdout).toContain(`standing      ${said}\n`)
    expect((await netkeep.onTerminal(['brief', 'kay'])).stdout).toContain(`close 6w, ${said}\n`)
    expect((await netkeep.onTerminal(['show', 'jean'])).stdout).toContain(
      'prospect since 22 Nov, not tried yet\n',
    )
    await netkeep.ok('prospect', 'drop', 'kay')
    expect((await netkeep.onTerminal(['show', 'kay'])).stdout).toContain(
      'prospect since 3 Nov, tried twice, given up today\n',
    )
    expect(await netkeep.ok('brief', 'kay')).toContain('prospect\t2026-11-03\t2\t2026-11-22\n')
  })

  test('list --prospect has the open ones, and calls them so', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('prospect', 'drop', 'jean')
    expect((await netkeep.onTerminal(['list', '--prospect'])).stdout).toBe(
      lines('Kay McNulty  ENIAC  close 6w  prospect  not yet in touch', '1 contact of 3'),
    )
    expect(await namesIn(netkeep, 'list', '--standing', 'unscheduled')).toEqual([
      'Jean Bartik',
      'Kay McNulty',
    ])
  })

  test('a goal of new contacts counts a prospect on the day of the answer', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('goal', 'set', '4 new contacts a month')
    await netkeep.ok('add', 'Ada', '--prospect')
    await netkeep.ok('log', 'ada', '--attempt')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 0 }])
    netkeep.today = '2026-12-05'
    await netkeep.ok('log', 'ada')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 1 }])
    await netkeep.ok('undo')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 0 }])
  })

  test('review walks through a next step, which may be a try without an answer', async () => {
    const netkeep = await withProspects()
    netkeep.today = '2026-11-23'
    const { stdout, stderr, exitCode } = await netkeep.onTerminal(['review'], ['a', 'f'])
    expect(exitCode).toBe(0)
    expect(`${stdout}${stderr}`).toContain('You promised: write to her, due today.')
    expect(stdout).toContain('Tried to reach Jean Bartik today. 1 try so far, no answer yet.')
    expect(await netkeep.json('prospect', 'jean')).toMatchObject([{ attempts: 1, nextStep: null }])
  })

  test('history says what became of a prospect', async () => {
    const netkeep = await withProspects()
    await netkeep.ok('prospect', 'drop', 'kay')
    expect((await netkeep.onTerminal(['history', 'kay'])).stdout).toContain('prospect dropped on 2026-11-22')
  })
})

describe('import --prospect', () => {
  const CSV = lines('Name,E-mail', 'Ada Lovelace,ada@x.org', 'Kay McNulty,kay@x.org')

  test('makes prospects of the new contacts, in the default circle for later', async () => {
    const netkeep = await withProspects()
    writeFileSync(path.join(netkeep.folder, 'leads.csv'), CSV)
    const said = await netkeep.ok('import', 'leads.csv', '--prospect')
    expect(said).toContain('New contacts are prospects until they answer. See them: netkeep prospect\n')
    expect(await netkeep.json('list', '--prospect', '--circle', 'wide')).toMatchObject([
      { name: 'Ada Lovelace', standing: 'unscheduled' },
      { name: 'Jean Bartik' },
      { name: 'Kay McNulty' },
    ])
    expect(await netkeep.ok('triage', '--json')).toBe('[]\n')
    await netkeep.ok('log', 'ada')
    expect((await standingOf(netkeep, 'ada')).slice(0, 3)).toEqual(['warm', 'wide', '3m'])
  })

  test('leaves contacts who were there before what they are', async () => {
    const netkeep = createNetkeep()
    writeFileSync(path.join(netkeep.folder, 'leads.csv'), CSV)
    await netkeep.ok('import', 'leads.csv')
    expect(await netkeep.json('import', 'leads.csv', '--prospect')).toMatchObject({
      contacts: { new: 0, updated: 0, unchanged: 2 },
      prospects: 0,
    })
    expect(await netkeep.json('prospect')).toEqual([])
    await netkeep.ok('undo')
    await netkeep.ok('import', 'leads.csv', '--prospect', '--circle', 'outer')
    expect(await netkeep.json('list', '--prospect', '--circle', 'outer')).toHaveLength(2)
  })

  test('spreads prospects whose conversations come with it: no wall of red', async () => {
    const netkeep = createNetkeep()
    const names = Array.from({ length: 9 }, (_, index) => `Lead${index} Long`)
    for (const [index, name] of names.entries())
      await netkeep.ok(
        ...[
          'add',
          name,
          '--url',
          `https://www.linkedin.com/in/lead${index}`,
          '--prospect',
          '--circle',
          'inner',
        ],
      )
    const head =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'
    const me = 'Jean Bartik,https://www.linkedin.com/in/jean'
    const talks = names.flatMap((name, index) => [
      `c${index},,${me},${name},https://www.linkedin.com/in/lead${index},2026-01-02 09:00:00 UTC,,Hi,INBOX`,
      `c${index},,${name},https://www.linkedin.com/in/lead${index},${me},2026-01-02 10:00:00 UTC,,Hi,INBOX`,
    ])
    writeFileSync(path.join(netkeep.folder, 'messages.csv'), lines(head, ...talks))
    await netkeep.ok('import', 'messages.csv')
    expect(await netkeep.json('prospect')).toEqual([])
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
    expect(await netkeep.json('list', '--standing', 'snoozed')).not.toHaveLength(0)
  })
})
