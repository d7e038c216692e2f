import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** Grace looks for mentoring, which Ada offers; both like compilers. */
async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok(
    ...['add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close'],
    ...['--interest', 'compilers', '--looks-for', 'mentoring'],
  )
  await netkeep.ok(
    'add',
    'Ada Lovelace',
    '--circle',
    'inner',
    '--interest',
    'compilers',
    '--offers',
    'Mentoring',
  )
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  return netkeep
}

describe('gave, asked and got', () => {
  test.each([
    [['gave', 'grace', 'article'], 'Gave an article to Grace Hopper, today. Next due 3 Jan 2027.'],
    [['got', 'grace', 'feedback'], 'Got feedback from Grace Hopper, today. Next due 3 Jan 2027.'],
    [['asked', 'grace', 'advice'], 'Asked Grace Hopper for advice, today. Next due 3 Jan 2027.'],
    [
      ['gave', 'grace', 'hopper', 'INTRO'],
      'Gave an introduction to Grace Hopper, today. Next due 3 Jan 2027.',
    ],
    [
      ['gave', 'ada', 'alan', 'introduction', '--by', 'email', '--on', 'friday'],
      'Gave an introduction to Ada Lovelace and Alan Turing, on 20 Nov (email). Next due: Ada Lovelace 4 Dec, Alan Turing no cadence.',
    ],
    [
      ['asked', 'alan', 'ref', '--on', 'yesterday'],
      'Asked Alan Turing for a referral, yesterday. No cadence.',
    ],
  ])('%j: %s', async (args, said) => {
    const netkeep = await withThree()
    expect(await netkeep.run(...args)).toEqual({
      exitCode: 0,
      stdout: `${said} Undo: netkeep undo\n`,
      stderr: '',
    })
  })

  test('say the same on a terminal', async () => {
    const netkeep = await withThree()
    expect(await netkeep.onTerminal(['got', 'grace', 'vouching', '--by', 'call'])).toEqual({
      exitCode: 0,
      stdout: 'Got vouching from Grace Hopper, today (call). Next due 3 Jan 2027.\nUndo: netkeep undo\n',
      stderr: '',
    })
  })

  test('with --json print the touchpoint, the contacts and the balance with each', async () => {
    const netkeep = await withThree()
    const gave = await netkeep.json('gave', 'grace', 'article', '-m', 'on COBOL', '--by', 'email')
    const { uid } = await netkeep.json('show', 'grace')
    expect(gave).toEqual({
      touchpoint: {
        uid: expect.any(String),
        on: '2026-11-22',
        channel: 'email',
        direction: null,
        attempt: false,
        light: false,
        minutes: null,
        place: null,
        note: 'on COBOL',
        contacts: [{ uid, name: 'Grace Hopper' }],
        help: 'gave',
        helpKind: 'article',
        wish: false,
        group: null,
      },
      contacts: [(await netkeep.json('list', '--circle', 'close'))[0]],
      balance: [
        { uid, name: 'Grace Hopper', given: 1, asked: 0, received: 0, unanswered: 0, asksSinceGive: 0 },
      ],
    })
  })

  test('a give and a receipt count as being in touch, an ask is an attempt that rests a due contact', async () => {
    const netkeep = await withThree()
    netkeep.today = '2027-01-10'
    expect(await netkeep.ok('asked', 'grace', 'advice')).toBe(
      'Asked Grace Hopper for advice, today. Rests until 13 Jan. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ standing: 'snoozed', lastTouchOn: null })
    await netkeep.ok('gave', 'grace', 'time')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ standing: 'warm', lastTouchOn: '2027-01-10' })
  })

  test('a later touchpoint answers an ask: it was no attempt in the end', async () => {
    const netkeep = await withThree()
    await netkeep.ok('asked', 'grace', 'advice', '--on', 'yesterday')
    expect((await netkeep.onTerminal(['show', 'grace', '--no-color'])).stdout).toContain(
      '     21 Nov  asked: advice, no answer yet\n',
    )
    await netkeep.ok('log', 'grace', '--by', 'call')
    const { stdout } = await netkeep.onTerminal(['show', 'grace', '--no-color'])
    expect(stdout.split('\n').slice(-3, -1)).toEqual(['     22 Nov  call', '     21 Nov  asked: advice'])
    expect(await netkeep.json('balance', 'grace')).toMatchObject([{ asked: 1, unanswered: 0 }])
  })

  test('the note comes from standard input with -m -', async () => {
    const netkeep = await withThree()
    await netkeep.withInput('first\nsecond\n', 'gave', 'grace', 'article', '-m', '-')
    expect((await netkeep.json('show', 'grace')).touchpoints[0].note).toBe('first\nsecond')
  })

  test('--new adds somebody whom nobody matches', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('got', 'Jean Bartik', 'advice', '--new')).toBe(
      'Got advice from Jean Bartik, today. New: Jean Bartik. Next due 22 Feb 2027. Undo: netkeep undo\n',
    )
    expect(await netkeep.ok('undo')).toContain('Took back: netkeep got')
    expect(await netkeep.json('list')).toHaveLength(3)
  })

  test('kinds of the setting are kinds too', async () => {
    const netkeep = await withThree()
    await netkeep.ok('config', 'set', 'help-kinds', 'lodging')
    expect(await netkeep.ok('got', 'ada', 'lodg')).toMatch(/^Got lodging from Ada Lovelace/)
  })

  test.each(['in', 'a', 'money', 'articles'])('"%s" is no kind of help', async (kind) => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('gave', 'grace', kind)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        `netkeep: "${kind}" is no kind of help.`,
        'Choose one of: article, introduction, feedback, referral, advice, time, vouching, other. More of your own: netkeep config set help-kinds "lodging"',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each([
    ['gave', [], 'Name a contact and a kind of help.', 'grace article'],
    ['asked', [], 'Name a contact and a kind of help.', 'grace advice'],
    ['gave', ['ada lovelace'], 'What kind of help?', "'ada lovelace' article"],
    ['asked', ['ada'], 'What kind of help?', 'ada advice'],
    ['got', ['ada'], 'What kind of help?', 'ada advice'],
    ['gave', ['Time'], 'To whom?', 'grace time'],
  ])('%s %j asks for what is missing, outside a terminal too', async (verb, words, message, example) => {
    const netkeep = await withThree()
    expect((await netkeep.run(verb, ...words)).stderr).toBe(
      lines(
        `netkeep: ${message}`,
        `Type: netkeep ${verb} ${example}. Kinds: article, introduction, feedback, referral, advice, time, vouching, other`,
      ),
    )
  })
})

describe('on a terminal', () => {
  test('gave without a kind asks which', async () => {
    const netkeep = await withThree()
    let choices: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['gave', 'grace', 'hopper'],
      [
        (offered) => {
          choices = offered
          return 'referral'
        },
      ],
    )
    expect(choices).toEqual([
      ...['article', 'introduction', 'feedback', 'referral', 'advice', 'time', 'vouching', 'other'],
    ])
    expect(stdout).toBe('Gave a referral to Grace Hopper, today. Next due 3 Jan 2027. Undo: netkeep undo\n')
  })

  test('gave alone asks for whom and which', async () => {
    const netkeep = await withThree()
    const { stdout } = await netkeep.onTerminal(['gave'], [{ type: 'ada', choose: 'Ada Lovelace' }, 'time'])
    expect(stdout).toMatch(/^Gave time to Ada Lovelace, today\. /)
  })

  test('asked alone may be of somebody new', async () => {
    const netkeep = await withThree()
    const { stdout } = await netkeep.onTerminal(
      ['asked'],
      [{ type: 'Jean Bartik', choose: 'somebody new: Jean Bartik' }, 'advice'],
    )
    expect(stdout).toMatch(/^Asked Jean Bartik for advice, today\. New: Jean Bartik\. /)
  })

  test('with --plain or --json nothing is asked', async () => {
    const netkeep = await withThree()
    expect((await netkeep.onTerminal(['gave', 'grace', '--plain'])).exitCode).toBe(2)
    expect((await netkeep.onTerminal(['gave', '--json'])).exitCode).toBe(2)
  })
})

describe('the third ask without a give', () => {
  const ADVICE =
    'You have asked Grace Hopper 3 times now and given nothing yet. Perhaps give something: an introduction to Ada Lovelace, who offers mentoring (they look for it), or an article on compilers (it interests them).\n'

  test('is recorded, with a kind word on what to offer', async () => {
    const netkeep = await withThree()
    for (const kind of ['advice', 'referral']) {
      expect((await netkeep.run('asked', 'grace', kind)).stderr).toBe('')
    }
    const said = 'Asked Grace Hopper for time, today. Next due 3 Jan 2027.'
    expect(await netkeep.run('asked', 'grace', 'time')).toEqual({
      exitCode: 0,
      stdout: `${said} Undo: netkeep undo\n`,
      stderr: ADVICE,
    })
    expect(await netkeep.json('balance', 'grace')).toMatchObject([{ asked: 3, asksSinceGive: 3 }])
    await netkeep.ok('undo')
    expect(await netkeep.onTerminal(['asked', 'grace', 'time'])).toEqual({
      exitCode: 0,
      stdout: `${said} Undo: netkeep undo\n`,
      stderr: lines(
        'You have asked Grace Hopper 3 times now and given nothing yet. Perhaps give',
        'something: an introduction to Ada Lovelace, who offers mentoring (they look for',
        'it), or an article on compilers (it interests them).',
      ),
    })
  })

  test('says with --json which ask it is and what to offer, a promise first', async () => {
    const netkeep = await withThree()
    await netkeep.ok('promise', 'add', 'grace', 'send the paper')
    await netkeep.ok('promise', 'add', 'grace', 'introduce me', '--theirs')
    expect((await netkeep.json('asked', 'grace', 'advice')).advice).toEqual([])
    await netkeep.ok('asked', 'grace', 'advice')
    const { advice } = await netkeep.json('asked', 'grace', 'advice')
    expect(advice).toEqual([
      {
        uid: (await netkeep.json('show', 'grace')).uid,
        name: 'Grace Hopper',
        asks: 3,
        offers: [
          { text: 'send the paper', why: 'you promised it' },
          { text: 'an introduction to Ada Lovelace, who offers mentoring', why: 'they look for it' },
        ],
      },
    ])
  })

  test('of somebody of whom nothing is known suggests to ask what they are working on', async () => {
    const netkeep = await withThree()
    await netkeep.ok('asked', 'alan', 'advice')
    await netkeep.ok('asked', 'alan', 'advice')
    expect((await netkeep.run('asked', 'alan', 'advice')).stderr).toBe(
      'You have asked Alan Turing 3 times now and given nothing yet. Perhaps ask what they are working on, and how you could help.\n',
    )
  })

  test('is silent with --quiet', async () => {
    const netkeep = await withThree()
    for (let count = 0; count < 2; count++) await netkeep.ok('asked', 'grace', 'advice')
    expect(await netkeep.run('asked', 'grace', 'advice', '--quiet')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    })
  })

  test('a give between starts the count anew, help received does not', async () => {
    const netkeep = await withThree()
    await netkeep.ok('asked', 'alan', 'advice', '--on', '2026-11-10')
    await netkeep.ok('asked', 'alan', 'advice', '--on', '2026-11-11')
    await netkeep.ok('got', 'alan', 'advice', '--on', '2026-11-12')
    await netkeep.ok('gave', 'alan', 'article', '--on', '2026-11-13')
    expect((await netkeep.run('asked', 'alan', 'advice')).stderr).toBe('')
    await netkeep.ok('undo')
    await netkeep.ok('undo')
    expect((await netkeep.run('asked', 'alan', 'advice')).stderr).not.toBe('')
  })

  test('of several contacts names those whom it concerns', async () => {
    const netkeep = await withThree()
    for (let count = 0; count < 2; count++) await netkeep.ok('asked', 'alan', 'advice')
    const { stderr } = await netkeep.run('asked', 'alan', 'grace', 'advice')
    expect(stderr.split('\n')).toHaveLength(2)
    expect(stderr).toMatch(/^You have asked Alan Turing /)
  })
})
