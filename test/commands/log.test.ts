import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'

async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'inner')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'close')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  return netkeep
}

describe('log', () => {
  test('says who, when, and when the contact is due next', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('log', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'In touch with Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = await withThree()
    expect(await netkeep.onTerminal(['log', 'grace', '--by', 'coffee', '--on', 'yesterday'])).toEqual({
      exitCode: 0,
      stdout: 'In touch with Grace Hopper yesterday (coffee). Next due 5 Dec.\nUndo: netkeep undo\n',
      stderr: '',
    })
  })

  test('with --json prints the touchpoint and its contacts', async () => {
    const netkeep = await withThree()
    const logged = await netkeep.json(
      ...['log', 'grace', '--on', 'friday', '--by', 'Meeting', '--in'],
      ...['--for', '1h', '--at', 'Yale', '-m', 'COBOL'],
    )
    const [, , grace] = await netkeep.json('list')
    expect(logged).toEqual({
      touchpoint: {
        uid: expect.any(String),
        on: '2026-11-20',
        channel: 'meeting',
        direction: 'in',
        attempt: false,
        light: false,
        minutes: 60,
        place: 'Yale',
        note: 'COBOL',
        contacts: [{ uid: grace.uid, name: 'Grace Hopper' }],
        help: null,
        helpKind: null,
        wish: false,
        group: null,
      },
      contacts: [grace],
      promises: [],
    })
    expect(grace).toMatchObject({
      lastTouchOn: '2026-11-20',
      lastChannel: 'meeting',
      lastNote: 'COBOL',
      dueOn: '2026-12-04',
    })
  })

  test('one touchpoint counts for each of several contacts', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'grace', 'ada', 'alan')).toBe(
      'In touch with Grace Hopper, Ada Lovelace and Alan Turing today. Next due: Grace Hopper 6 Dec, Ada Lovelace 3 Jan 2027, Alan Turing no cadence. Undo: netkeep undo\n',
    )
    const touchpoints = await Promise.all(
      ['grace', 'ada', 'alan'].map(async (who) => (await netkeep.json('show', who)).touchpoints[0].uid),
    )
    expect(new Set(touchpoints).size).toBe(1)
  })

  test('words that are one name together are one contact', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'grace', 'hopper')).toBe(
      'In touch with Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('the same contact named twice counts once', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'ada', 'lovelace', 'ada')).toBe(
      'In touch with Ada Lovelace today. Next due 3 Jan 2027. Undo: netkeep undo\n',
    )
  })

  test('without --by the channel stays empty', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'grace')
    expect((await netkeep.json('show', 'grace')).lastChannel).toBe(null)
  })

  test('the note comes from standard input with -m -, line ends and all', async () => {
    const netkeep = await withThree()
    await netkeep.withInput('first line\n\nthird line\n', 'log', 'grace', '-m', '-')
    expect((await netkeep.json('show', 'grace')).lastNote).toBe('first line\n\nthird line')
  })

  test('an older touchpoint does not move the due date back', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'grace')
    expect(await netkeep.ok('log', 'grace', '--on', '2026-01-01')).toBe(
      'In touch with Grace Hopper on 1 Jan. Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('an attempt leaves the due date and rests the contact for three days', async () => {
    const netkeep = await withThree()
    netkeep.today = '2026-12-10'
    expect(await netkeep.ok('log', 'grace', '--attempt', '--by', 'call')).toBe(
      'Tried to reach Grace Hopper today (call). Rests until 13 Dec. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      standing: 'snoozed',
      dueOn: '2026-12-06',
      lastTouchOn: null,
    })
    expect(await namesIn(netkeep, 'due')).toEqual([])
    netkeep.today = '2026-12-13'
    expect(await netkeep.json('due')).toMatchObject([
      { name: 'Grace Hopper', standing: 'cold', daysOverdue: 7 },
    ])
  })

  test('the setting attempt-rest says how many days', async () => {
    const netkeep = await withThree()
    await netkeep.ok('config', 'set', 'attempt-rest', '10')
    netkeep.today = '2026-12-10'
    expect(await netkeep.ok('log', 'grace', '--attempt')).toBe(
      'Tried to reach Grace Hopper today. Rests until 20 Dec. Undo: netkeep undo\n',
    )
  })

  test('an attempt with a warm contact says when it is due, since that is unchanged', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'grace', '--attempt')).toBe(
      'Tried to reach Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('a light touch stays in history and moves nothing', async () => {
    const netkeep = await withThree()
    netkeep.today = '2026-12-10'
    expect(await netkeep.ok('log', 'grace', '--light', '--by', 'social', '-m', 'liked her post')).toBe(
      'A light touch with Grace Hopper today (social); due dates stay. Now 4 days overdue. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      standing: 'cold',
      lastTouchOn: null,
      lastNote: 'liked her post',
      touchpoints: [{ light: true, attempt: false }],
    })
  })

  test('a conversation ends a snooze', async () => {
    const netkeep = await withThree()
    await netkeep.ok('snooze', 'grace', '2027-03-01')
    expect(await netkeep.ok('log', 'grace')).toBe(
      'In touch with Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('show', 'grace')).snoozedUntil).toBe(null)
  })

  test('a paused contact stays paused', async () => {
    const netkeep = await withThree()
    await netkeep.ok('pause', 'grace')
    expect(await netkeep.ok('log', 'grace')).toBe(
      'In touch with Grace Hopper today. Paused, so not due. Undo: netkeep undo\n',
    )
  })

  test('a touchpoint in the future is refused, with the way to plan one', async () => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('log', 'grace', '--on', '2026-11-23')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: 23 Nov lies ahead: log is for what has happened.',
        'To be reminded on that day: netkeep promise add WHO "what" --on 2026-11-23, or: netkeep snooze WHO 2026-11-23',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('an unknown channel is refused, with those there are', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('log', 'grace', '--by', 'pigeon')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: There is no channel "pigeon".',
        'Choose one of: call, video, email, message, meeting, coffee, meal, event, social, letter, other. More of your own: netkeep config set channels "signal"',
      ),
    })
  })

  test('a channel of one’s own is known once it is set', async () => {
    const netkeep = await withThree()
    await netkeep.ok('config', 'set', 'channels', 'signal', 'podcast')
    expect(await netkeep.ok('log', 'grace', '--by', 'podcast')).toBe(
      'In touch with Grace Hopper today (podcast). Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test.each([
    ['--in with --out', ['--in', '--out'], "Option '--in' cannot be used with option '--out'."],
    [
      '--attempt with --light',
      ['--attempt', '--light'],
      "Option '--attempt' cannot be used with option '--light'.",
    ],
    ['no minutes', ['--for', '0m'], '"0m" is not a length of time.'],
    ['more than a day', ['--for', '25h'], '"25h" is not a length of time.'],
    ['an ambiguous date', ['--on', '03/04/2026'], '"03/04/2026" can be 2026-04-03 or 2026-03-04.'],
    ['no date', ['--on', 'tomorow'], '"tomorow" is not a date.'],
    [
      'a note that is too long',
      ['-m', 'x'.repeat(100_001)],
      'The note is too long: 100,001 characters, where at most 100,000 fit.',
    ],
    [
      'a place that is too long',
      ['--at', 'x'.repeat(501)],
      'The place is too long: 501 characters, where at most 500 fit.',
    ],
  ])('refuses %s and writes nothing', async (_case, options, message) => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run('log', 'grace', ...options)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('the setting dates decides what 03/04/2026 is', async () => {
    const netkeep = await withThree()
    netkeep.env['NETKEEP_DATES'] = 'dmy'
    expect(await netkeep.ok('log', 'grace', '--on', '03/04/2026')).toContain('on 3 Apr')
    netkeep.env['NETKEEP_DATES'] = 'mdy'
    expect(await netkeep.ok('log', 'grace', '--on', '03/04/2026')).toContain('on 4 Mar')
  })
})

describe('log with a name that is not certain', () => {
  async function withTwoJohns(): Promise<Netkeep> {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'John Smith', '--org', 'Acme', '--circle', 'inner')
    await netkeep.ok('add', 'John Backus', '--circle', 'close')
    await netkeep.ok('log', 'backus')
    return netkeep
  }

  test('several matches are listed with their ids in a pipe, the recent first, and nothing is written', async () => {
    const netkeep = await withTwoJohns()
    const [backus, smith] = await netkeep.json('list')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('log', 'john')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: "john" could be 2 contacts; nothing was done.',
        `  ${backus.id}  John Backus`,
        `  ${smith.id}  John Smith, Acme`,
        `Say which by more of the name, or by id: netkeep log ${backus.id}`,
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('with --json the candidates are part of the error', async () => {
    const netkeep = await withTwoJohns()
    const [backus, smith] = await netkeep.json('list')
    const { exitCode, stdout, stderr } = await netkeep.run('log', 'john', '--json')
    expect([exitCode, stdout]).toEqual([3, ''])
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'ambiguous',
        message: '"john" could be 2 contacts; nothing was done.',
        hint: `Say which by more of the name, or by id: netkeep log ${backus.id}`,
        candidates: [
          { uid: backus.uid, id: backus.id, name: 'John Backus', organization: null },
          { uid: smith.uid, id: smith.id, name: 'John Smith', organization: 'Acme' },
        ],
      },
    })
  })

  test('on a terminal the choice is offered, the recent first', async () => {
    const netkeep = await withTwoJohns()
    const [backus, smith] = await netkeep.json('list')
    let candidates: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['log', 'john'],
      [
        (offered) => {
          candidates = offered
          return 'John Smith'
        },
      ],
    )
    expect(candidates).toEqual([`John Backus (${backus.id})`, `John Smith, Acme (${smith.id})`])
    expect(stdout).toBe('In touch with John Smith today. Next due 6 Dec. Undo: netkeep undo\n')
  })

  test('a match by typo only is a suggestion in a pipe, and nothing is written', async () => {
    const netkeep = await withThree()
    const { id } = await netkeep.json('show', 'grace')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('log', 'hoper')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No contact is called "hoper"; nothing was done. Did you mean Grace Hopper?',
        `  ${id}  Grace Hopper, Navy`,
        `Type the name again, or the id: ${id}`,
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('on a terminal it asks whether that was meant', async () => {
    const netkeep = await withThree()
    expect((await netkeep.onTerminal(['log', 'hoper'], [true])).stdout).toBe(
      'In touch with Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
    )
    expect(await netkeep.onTerminal(['log', 'hoper'], [false])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines('netkeep: Nothing was changed.', 'See who is there: netkeep list'),
    })
    expect((await netkeep.json('show', 'grace')).touchpoints).toHaveLength(1)
  })

  test('nobody is an error with similar names and the commands to type next', async () => {
    const netkeep = await withThree()
    const { id, uid } = await netkeep.json('show', 'grace')
    expect((await netkeep.run('log', 'Grace Kelly')).stderr).toBe(
      lines(
        'netkeep: No contact matches "Grace Kelly". Similar: Grace Hopper.',
        `  ${id}  Grace Hopper, Navy`,
        "Search: netkeep find 'Grace Kelly'   Somebody new: netkeep log --new 'Grace Kelly'",
      ),
    )
    const { exitCode, stderr } = await netkeep.run('log', 'Grace Kelly', '--json')
    expect([exitCode, JSON.parse(stderr).error.candidates]).toEqual([
      3,
      [{ uid, id, name: 'Grace Hopper', organization: 'Navy' }],
    ])
  })

  test('one unknown among several writes nothing', async () => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    expect((await netkeep.run('log', 'grace', 'nobody')).exitCode).toBe(3)
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('log --new', () => {
  test('adds a contact where nobody matches', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'Jean Bartik', '--new', '--by', 'event')).toBe(
      'In touch with Jean Bartik today (event). New: Jean Bartik. Next due 22 Feb 2027. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'jean')).toMatchObject({ circle: 'wide', lastTouchOn: '2026-11-22' })
  })

  test('one undo takes back the contact and the touchpoint', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'Jean Bartik', '--new')
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Alan Turing', 'Grace Hopper'])
  })

  test('uses the contact with exactly that name', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('log', 'grace hopper', '--new')).toBe(
      'In touch with Grace Hopper today. Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('adds nobody who might be somebody known: elsewhere than on a terminal it is an error', async () => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    for (const typed of ['grace', 'grace h', 'Grace Hoper']) {
      expect((await netkeep.run('log', typed, '--new')).exitCode).toBe(3)
    }
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('on a terminal it asks who is meant', async () => {
    const netkeep = await withThree()
    await netkeep.onTerminal(['log', 'Grace Hoper', '--new'], ['Grace Hopper'])
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Alan Turing', 'Grace Hopper'])
    const { stdout } = await netkeep.onTerminal(
      ['log', 'Grace Hoper', '--new'],
      ['somebody new: Grace Hoper'],
    )
    expect(stdout).toBe(
      'In touch with Grace Hoper today. New: Grace Hoper. Next due 22 Feb 2027.\nUndo: netkeep undo\n',
    )
  })

  test('two new words may be one name or two, so it does not guess', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('log', 'Jean', 'Bartik', '--new')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Is "Jean Bartik" one new contact or 2?',
        'Put a whole name in quotes: netkeep log "Jean Bartik" --new',
      ),
    })
  })

  test('a known and a new contact share the touchpoint', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'ada lovelace', 'Jean Bartik', '--new')
    expect((await netkeep.json('show', 'jean')).touchpoints[0].contacts).toHaveLength(2)
  })

  test('without --new nobody is added', async () => {
    const netkeep = await withThree()
    expect((await netkeep.run('log', 'Jean Bartik')).exitCode).toBe(3)
    expect(await namesIn(netkeep, 'list')).toHaveLength(3)
  })
})

describe('log without a name', () => {
  test('asks on a terminal who, how and what to remember, the due ones first', async () => {
    const netkeep = await withThree()
    netkeep.today = '2026-12-10'
    let due: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['log'],
      [
        (offered) => {
          due = offered
          return 'Grace Hopper'
        },
        'coffee',
        'nanoseconds',
      ],
    )
    expect(due).toEqual([
      'Grace Hopper  4 days overdue',
      'Ada Lovelace  due in 24 days',
      'Alan Turing  no cadence',
    ])
    expect(stdout).toBe('In touch with Grace Hopper today (coffee). Next due 24 Dec. Undo: netkeep undo\n')
    expect((await netkeep.json('show', 'grace')).lastNote).toBe('nanoseconds')
  })

  test('what is typed narrows the search to anybody', async () => {
    const netkeep = await withThree()
    const { stdout } = await netkeep.onTerminal(['log'], ['Alan Turing', 'just in touch', ''])
    expect(stdout).toBe('In touch with Alan Turing today. No cadence. Undo: netkeep undo\n')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ lastChannel: null, lastNote: null })
  })

  test('offers somebody new beside those who match', async () => {
    const netkeep = await withThree()
    const { stdout } = await netkeep.onTerminal(
      ['log', '--by', 'event', '-m', 'at lunch'],
      [{ type: ' Grace Murray ', choose: 'somebody new: Grace Murray' }],
    )
    expect(stdout).toBe(
      'In touch with Grace Murray today (event). New: Grace Murray. Next due 22 Feb\n2027.\nUndo: netkeep undo\n',
    )
  })

  test('offers every channel there is, and none', async () => {
    const netkeep = await withThree()
    let channels: readonly string[] = []
    const chooseChannel = (offered: readonly string[]): string => {
      channels = offered
      return 'call'
    }
    await netkeep.onTerminal(['log', '-m', ''], ['Grace Hopper', chooseChannel])
    expect(channels).toEqual([
      ...[
        'just in touch',
        'call',
        'video',
        'email',
        'message',
        'meeting',
        'coffee',
        'meal',
        'event',
        'social',
      ],
      ...['letter', 'other'],
    ])
  })

  test('does not ask what an option says', async () => {
    const netkeep = await withThree()
    await netkeep.onTerminal(['log', '--by', 'call', '-m', 'compiler'], ['Ada Lovelace'])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ lastChannel: 'call', lastNote: 'compiler' })
  })

  test('asks nothing in a pipe', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('log')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Whom were you in touch with?',
        'Name somebody: netkeep log grace -m "what to remember"',
      ),
    })
  })

  test.each([
    ['CI', { CI: 'true' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('asks nothing in %s', async (_where, env) => {
    const netkeep = await withThree()
    netkeep.env = { ...netkeep.env, ...env }
    expect((await netkeep.onTerminal(['log'])).exitCode).toBe(2)
  })

  test.each([['--json'], ['--plain']])('asks nothing with %s', async (option) => {
    const netkeep = await withThree()
    expect((await netkeep.onTerminal(['log', option])).exitCode).toBe(2)
  })
})
