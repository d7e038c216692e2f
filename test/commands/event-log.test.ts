import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Sunday 22 November: Data Days is under way, Meetup is over, PyCon lies ahead. */
async function withEvents(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']) await netkeep.ok('add', name)
  await netkeep.ok(
    ...['event', 'add', 'Data Days', '--on', '2026-11-20..2026-11-23', '--place', 'Hull', '--with', 'grace'],
  )
  await netkeep.ok('event', 'add', 'Meetup', '--on', '2026-11-10..2026-11-11')
  await netkeep.ok('event', 'add', 'PyCon', '--on', '2026-12-04..2026-12-06')
  return netkeep
}

interface Meeting {
  readonly contact: string
  readonly on: string
  readonly note: string | null
}

/** Who was met there, on which day and with what to remember, by name. */
async function metAt(netkeep: Netkeep, event: string): Promise<readonly (string | null)[][]> {
  const { meetings }: { meetings: readonly Meeting[] } = await netkeep.json('event', 'show', event)
  return meetings.map(({ contact, on, note }) => [contact, on, note])
}

/** What is promised to whom, and by when. */
async function promised(netkeep: Netkeep): Promise<readonly string[]> {
  const promises: readonly { contact: string; text: string; on: string }[] = await netkeep.json('promise')
  return promises.map(({ contact, text, on }) => `${contact}: ${text}, ${on}`).sort()
}

const interrupt = (): string => {
  throw new UserError('interrupted', 'Stopped; nothing was changed.')
}

describe('event log', () => {
  test('writes a touchpoint with each contact, all in one command', async () => {
    const netkeep = await withEvents()
    expect(
      await netkeep.ok('event', 'log', 'data', 'ada', 'grace: liked the talk: twice', '-m', 'hello'),
    ).toBe(
      "Met Ada Lovelace and Grace Hopper at Data Days today. Next due: Ada Lovelace 22 Feb 2027, Grace Hopper 22 Feb 2027. To promise a follow-up: netkeep event follow-up 'Data Days'. Undo: netkeep undo\n",
    )
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-22', 'hello'],
      ['Grace Hopper', '2026-11-22', 'liked the talk: twice'],
    ])
    expect((await netkeep.json('show', 'grace')).touchpoints).toMatchObject([
      { channel: 'event', place: 'Hull', event: 'Data Days', contacts: [{ name: 'Grace Hopper' }] },
    ])
    await netkeep.ok('undo')
    expect(await metAt(netkeep, 'data')).toEqual([])
  })

  test('takes words as in log: together one name, else a contact each; with commas several', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'days', 'alan', 'turing', '--with', 'ada,grace,ada')
    expect((await metAt(netkeep, 'data')).map(([name]) => name)).toEqual([
      'Ada Lovelace',
      'Alan Turing',
      'Grace Hopper',
    ])
  })

  test('whoever is named twice was met once, with both notes', async () => {
    const netkeep = await withEvents()
    await netkeep.ok(
      'event',
      'log',
      'data',
      'ada: compilers',
      'Ada Lovelace: wants the slides',
      '--with',
      'ada',
    )
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-22', 'compilers\nwants the slides'],
    ])
  })

  test('told twice it is one touchpoint: another note goes below the first, and nothing new is said', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada: compilers', 'alan')
    expect(await netkeep.ok('event', 'log', 'data', 'ada', 'alan')).toBe(
      'Ada Lovelace and Alan Turing were logged at Data Days today already; nothing was changed.\n',
    )
    expect(await netkeep.ok('event', 'log', 'data', 'ada: wants slides', 'alan', 'grace')).toBe(
      "Met Grace Hopper at Data Days today. Next due 22 Feb 2027. Ada Lovelace was logged at Data Days today already; the note is added. Alan Turing was logged at Data Days today already. To promise a follow-up: netkeep event follow-up 'Data Days'. Undo: netkeep undo\n",
    )
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-22', 'compilers\nwants slides'],
      ['Alan Turing', '2026-11-22', null],
      ['Grace Hopper', '2026-11-22', null],
    ])
    expect(await netkeep.json('event', 'log', 'data', 'ada')).toMatchObject({
      touchpoints: [{ note: 'compilers\nwants slides' }],
      contacts: [{ name: 'Ada Lovelace' }],
    })
  })

  test('another day, another touchpoint; and what log --event wrote with others stays theirs', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('log', 'ada', 'grace', '--event', 'data', '-m', 'lunch')
    await netkeep.ok('event', 'log', 'data', 'ada: compilers')
    await netkeep.ok('event', 'log', 'data', 'ada: slides', '--on', '2026-11-21')
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-21', 'slides'],
      ['Ada Lovelace', '2026-11-22', 'lunch'],
      ['Grace Hopper', '2026-11-22', 'lunch'],
      ['Ada Lovelace', '2026-11-22', 'compilers'],
    ])
  })

  test('promises nothing twice that is promised in the same words from there', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada', '--follow-up')
    expect(await netkeep.ok('event', 'log', 'data', 'ada', '--follow-up', 'friday')).toBe(
      'Ada Lovelace was logged at Data Days today already; nothing was changed. Ada Lovelace had that promise already.\n',
    )
    expect(await netkeep.ok('event', 'log', 'data', 'ada', 'grace', '--follow-up')).toContain(
      'already. You promised: follow up after Data Days, by 25 Nov. Ada Lovelace had that promise already. Undo',
    )
    expect(await promised(netkeep)).toEqual([
      'Ada Lovelace: follow up after Data Days, 2026-11-25',
      'Grace Hopper: follow up after Data Days, 2026-11-25',
    ])
    await netkeep.ok('event', 'log', 'data', 'ada', '--follow-up', '--text', 'send the slides')
    await netkeep.ok('promise', 'done', 'grace')
    await netkeep.ok('event', 'log', 'data', 'grace', '--follow-up')
    expect(await promised(netkeep)).toHaveLength(3)
  })

  test('says that a prospect has answered', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('add', 'Jean Bartik', '--prospect')
    const said = 'Jean Bartik has answered: a contact now, every 3m.'
    expect(await netkeep.ok('event', 'log', 'data', 'jean', 'ada')).toContain(
      `Met Jean Bartik and Ada Lovelace at Data Days today. ${said} Next due:`,
    )
    expect(await netkeep.ok('event', 'log', 'data', 'jean: ENIAC')).not.toContain(said)
  })

  test.each([
    [['ada:', 'great talk'], '"ada: great talk"'],
    [['ada:', 'great'], '"ada: great"'],
    [['ada:', 'great', 'talk'], '"ada: great …"'],
  ])('%j wants quotes, all of the text in them', async (args, quoted) => {
    const { stderr } = await (await withEvents()).run('event', 'log', 'data', ...args)
    expect(stderr).toContain(`Put a contact and its note in quotes: ${quoted}\n`)
  })

  test('--new adds whom nobody matches, with the event as where you met', async () => {
    const netkeep = await withEvents()
    expect(
      await netkeep.ok(
        'event',
        'log',
        'meetup',
        'Jean Bartik <jean@eniac.org>: ENIAC',
        'ada: the engine',
        '--new',
      ),
    ).toContain('Met Jean Bartik and Ada Lovelace at Meetup on 11 Nov. New: Jean Bartik <jean@eniac.org>.')
    expect(await netkeep.json('show', 'jean')).toMatchObject({
      emails: ['jean@eniac.org'],
      metOn: '2026-11-11',
      metAt: 'Meetup',
      touchpoints: [{ note: 'ENIAC' }],
    })
  })

  test('of another day says how to have that day in the event', async () => {
    const netkeep = await withEvents()
    const { id } = await netkeep.json('event', 'show', 'meetup')
    for (const [on, days] of [
      ['2026-11-12', '2026-11-10..2026-11-12'],
      ['2026-11-08', '2026-11-08..2026-11-11'],
    ] as const)
      expect((await netkeep.run('event', 'log', 'meetup', 'ada', '--on', on)).stderr).toContain(
        `Choose one: --on 2026-11-11   Or change its days: netkeep event edit ${id} --on ${days}\n`,
      )
  })

  test.each([
    ['today while it is under way', ['data'], '2026-11-22'],
    ['its last day once it is over', ['meetup'], '2026-11-11'],
    ['the day that is typed', ['meetup', '--on', '2026-11-10'], '2026-11-10'],
  ])('is of %s', async (_, args, on) => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', ...args, '--with', 'ada')
    expect((await metAt(netkeep, args[0] ?? '')).map(([, day]) => day)).toEqual([on])
  })

  test.each([
    [['pycon', 'ada'], 2, 'PyCon lies ahead: 4 Dec to 6 Dec. A touchpoint is for what has happened.'],
    [['meetup', 'ada', '--on', '2026-11-12'], 2, '12 Nov is no day of Meetup: 10 Nov to 11 Nov.'],
    [['data', 'ada', '--on', '2026-11-23'], 2, '23 Nov: a meeting that lies ahead cannot be logged yet.'],
    [['data', 'nobody'], 3, 'No contact matches "nobody".'],
    [
      ['data', 'ada', 'adda: hello'],
      3,
      'No contact is called "adda"; nothing was done. Did you mean Ada Lovelace?',
    ],
    [['data', 'ada:', 'hello'], 2, 'Is "hello" part of what to remember of ada?'],
    [['data', 'lov', '--new'], 3, 'No contact is called "lov"; nothing was done. Did you mean Ada Lovelace?'],
    [['data'], 2, 'Whom did you meet?'],
    [[], 2, 'Which event?'],
    [['nothing', 'ada'], 3, 'No event is called "nothing"; nothing was done.'],
    [['data', '--follow-up', 'ada'], 2, '"ada" is not a date.'],
    [['data', 'ada', '--text', 'x'], 2, '--text says what you promise.'],
    [['data', 'ada', '--place', 'x'], 2, '--place is nothing for netkeep event log.'],
    [['data', 'berta:nice talk', '--new'], 2, 'Is "berta:nice talk" a name and what to remember?'],
    [
      ['data', 'berta: x', 'carl:', '--with', 'dora:x', '--new'],
      2,
      'Is "dora:x" a name and what to remember?',
    ],
    [['data', 'two words', 'one', '--new'], 2, 'Is "two words one" one new contact or 2?'],
  ])('%j is refused', async (args, code, message) => {
    const netkeep = await withEvents()
    const before = sha256Of(netkeep.db)
    const { exitCode, stderr } = await netkeep.run('event', 'log', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([code, `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('in a pipe reads a line for each: a colon or a tab before the note', async () => {
    const netkeep = await withEvents()
    const input = 'ada: compilers: and more\r\n\n  \ngrace\tCOBOL: her own\nalan:\n'
    await netkeep.withInput(input, 'event', 'log', 'data')
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-22', 'compilers: and more'],
      ['Alan Turing', '2026-11-22', null],
      ['Grace Hopper', '2026-11-22', 'COBOL: her own'],
    ])
  })

  test('a dash reads them besides those named; --new is for them too', async () => {
    const netkeep = await withEvents()
    await netkeep.withInput(
      'Jean Bartik: ENIAC\nBetty\n',
      'event',
      'log',
      'data',
      'Ada Lovelace',
      '-',
      '--new',
    )
    expect((await metAt(netkeep, 'data')).map(([name]) => name)).toEqual([
      'Ada Lovelace',
      'Betty',
      'Jean Bartik',
    ])
  })

  test('a line that cannot be stops all of them, with its number', async () => {
    const netkeep = await withEvents()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.withInput('ada: hello\n\nnobody: x\n', 'event', 'log', 'data')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: Line 3: No contact matches "nobody".',
        'Search: netkeep find nobody   Somebody new: type the same with --new',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('with --json prints the event, the touchpoints, the contacts and the promises', async () => {
    const netkeep = await withEvents()
    expect(await netkeep.json('event', 'log', 'data', 'ada: hello', '--follow-up', 'friday')).toMatchObject({
      event: { name: 'Data Days', met: ['Ada Lovelace'] },
      touchpoints: [{ note: 'hello', event: 'Data Days' }],
      contacts: [{ name: 'Ada Lovelace', lastTouchOn: '2026-11-22' }],
      promises: [{ contact: 'Ada Lovelace', text: 'follow up after Data Days', on: '2026-11-27' }],
    })
  })
})

describe('event log on a terminal', () => {
  test('asks whom, those planned first, and what to remember, until that is all; then to follow up', async () => {
    const netkeep = await withEvents()
    const seen: (readonly string[])[] = []
    const look =
      (answer: string) =>
      (offered: readonly string[]): string => {
        seen.push(offered)
        return answer
      }
    const { stdout } = await netkeep.onTerminal(
      ['event', 'log', 'data'],
      [look('Grace Hopper'), 'COBOL', { type: 'ada', choose: 'Ada Lovelace' }, '', look('that is all'), 'y'],
    )
    expect(seen).toEqual([['Grace Hopper  due in 92 days'], ['that is all']])
    expect(stdout).toBe(
      lines(
        'Met Grace Hopper and Ada Lovelace at Data Days today. Next due: Grace Hopper 22',
        'Feb 2027, Ada Lovelace 22 Feb 2027. You promised: follow up after Data Days, by',
        '25 Nov.',
        'Undo: netkeep undo',
      ),
    )
    expect(await metAt(netkeep, 'data')).toEqual([
      ['Ada Lovelace', '2026-11-22', null],
      ['Grace Hopper', '2026-11-22', 'COBOL'],
    ])
    expect(await promised(netkeep)).toEqual([
      'Ada Lovelace: follow up after Data Days, 2026-11-25',
      'Grace Hopper: follow up after Data Days, 2026-11-25',
    ])
    await netkeep.ok('undo')
    expect([await metAt(netkeep, 'data'), await promised(netkeep)]).toEqual([[], []])
  })

  test('follow-ups can be told one by one, and left out', async () => {
    const netkeep = await withEvents()
    const met = ['Grace Hopper', '', { type: 'ada', choose: 'Ada' }, '', 'that is all']
    await netkeep.onTerminal(['event', 'log', 'data'], [...met, 'e', 'send the slides', 'friday', 'n'])
    expect(await promised(netkeep)).toEqual(['Grace Hopper: send the slides, 2026-11-27'])
  })

  test('what a terminal cannot show is promised as it is', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('event', 'add', 'Evil\u001b[2J', '--on', 'today', '--with', 'ada')
    const { stdout } = await netkeep.onTerminal(
      ['event', 'log', 'evil'],
      ['Ada Lovelace', '', 'that is all', 'e', '', ''],
    )
    expect(stdout).not.toContain('\u001b[2J')
    expect(await promised(netkeep)).toEqual(['Ada Lovelace: follow up after Evil\u001b[2J, 2026-11-25'])
  })

  test('somebody new becomes a contact; n makes no promise', async () => {
    const netkeep = await withEvents()
    const replies = [{ type: 'Jean Bartik', choose: 'somebody new: Jean Bartik' }, '', 'that is all', 'n']
    const { stdout } = await netkeep.onTerminal(['event', 'log', 'data'], replies)
    expect(stdout).toContain('New: Jean Bartik.')
    expect(await promised(netkeep)).toEqual([])
  })

  test('-m and --follow-up leave nothing to ask but whom', async () => {
    const netkeep = await withEvents()
    await netkeep.onTerminal(
      ['event', 'log', 'data', '-m', 'at the stand', '--follow-up', '1w'],
      ['Grace Hopper', 'that is all'],
    )
    expect(await metAt(netkeep, 'data')).toEqual([['Grace Hopper', '2026-11-22', 'at the stand']])
    expect(await promised(netkeep)).toEqual(['Grace Hopper: follow up after Data Days, 2026-11-29'])
  })

  test.each([
    ['at the second contact', ['Grace Hopper', 'COBOL', interrupt]],
    ['at the follow-up', ['Grace Hopper', 'COBOL', 'that is all', interrupt]],
  ])('Ctrl-C %s writes nothing', async (_, replies) => {
    const netkeep = await withEvents()
    const before = sha256Of(netkeep.db)
    const { exitCode, stderr } = await netkeep.onTerminal(['event', 'log', 'data'], replies)
    expect([exitCode, stderr]).toEqual([130, 'netkeep: Stopped; nothing was changed.\n'])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('event follow-up', () => {
  test('promises to follow up with everybody met who has no promise from there yet', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada', '--follow-up')
    await netkeep.ok('promise', 'done', 'ada')
    await netkeep.ok('event', 'log', 'data', 'grace', 'alan')
    expect(
      await netkeep.ok('event', 'follow-up', 'data', '--on', 'friday', '--text', 'send the slides'),
    ).toBe('Alan Turing and Grace Hopper: You promised: send the slides, by 27 Nov. Undo: netkeep undo\n')
    expect(await promised(netkeep)).toEqual([
      'Alan Turing: send the slides, 2026-11-27',
      'Grace Hopper: send the slides, 2026-11-27',
    ])
    expect(await netkeep.ok('event', 'follow-up', 'data')).toBe(
      'There are promises from Data Days already; nothing was changed.\n',
    )
  })

  test('with those named who have no open one', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada', 'grace', '--follow-up')
    await netkeep.ok('promise', 'done', 'ada')
    await netkeep.ok('event', 'follow-up', 'data', 'ada', 'grace')
    expect(await promised(netkeep)).toEqual([
      'Ada Lovelace: follow up after Data Days, 2026-11-25',
      'Grace Hopper: follow up after Data Days, 2026-11-25',
    ])
  })

  test('of somebody not met there, or an event without anybody, says what to type', async () => {
    const netkeep = await withEvents()
    const alan = await netkeep.json('show', 'alan')
    expect(await netkeep.run('event', 'follow-up', 'meetup', 'alan')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: You have not met Alan Turing at Meetup; nothing was changed.',
        `If you did: netkeep event log Meetup ${alan.id}`,
      ),
    })
    expect(await netkeep.ok('event', 'follow-up', 'meetup')).toBe(
      'Nobody met at Meetup yet. Log them: netkeep event log Meetup\n',
    )
  })
})

describe('log --event', () => {
  test('takes day, place and channel from the event unless they are given', async () => {
    const netkeep = await withEvents()
    expect(await netkeep.ok('log', 'ada', '--event', 'data')).toBe(
      'In touch with Ada Lovelace today at Data Days (event). Next due 22 Feb 2027. Undo: netkeep undo\n',
    )
    await netkeep.ok('log', 'grace', '--event', 'meetup', '--by', 'coffee', '--at', 'Corner Roast')
    expect((await netkeep.json('show', 'grace')).touchpoints).toMatchObject([
      { on: '2026-11-11', channel: 'coffee', place: 'Corner Roast', event: 'Meetup' },
    ])
    expect((await netkeep.json('show', 'ada')).touchpoints).toMatchObject([
      { on: '2026-11-22', channel: 'event', place: 'Hull', event: 'Data Days' },
    ])
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).toContain(
      '11 Nov  coffee, Meetup, at Corner Roast\n',
    )
  })

  test('has the day lie within the event', async () => {
    const netkeep = await withEvents()
    for (const args of [['meetup', '--on', 'yesterday'], ['pycon'], ['nothing']])
      expect((await netkeep.run('log', 'ada', '--event', ...args)).exitCode).not.toBe(0)
    expect((await netkeep.json('show', 'ada')).touchpoints).toEqual([])
  })

  test('an attempt there met nobody', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('log', 'ada', '--event', 'data', '--attempt')
    expect(await metAt(netkeep, 'data')).toEqual([])
  })

  test('on a terminal asks whom and what to remember only', async () => {
    const netkeep = await withEvents()
    await netkeep.onTerminal(['log', '--event', 'data'], [{ type: 'ada', choose: 'Ada Lovelace' }, 'hello'])
    expect(await metAt(netkeep, 'data')).toEqual([['Ada Lovelace', '2026-11-22', 'hello']])
  })
})
