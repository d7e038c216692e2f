import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Sunday 22 November 2026. */
async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  return netkeep
}

/** The id of the only introduction of a contact. */
async function idOf(netkeep: Netkeep, ...who: readonly string[]): Promise<string> {
  return (await netkeep.json('intro', 'list', ...who))[0].id
}

const touchpointsOf = async (netkeep: Netkeep, who: string): Promise<readonly object[]> =>
  (await netkeep.json('show', who)).touchpoints

describe('an introduction of two contacts', () => {
  test('is offered today, says for what, and its id', async () => {
    const netkeep = await withThree()
    const said = await netkeep.run('intro', 'ada', 'grace', '--for', 'a compiler job')
    const id = await idOf(netkeep)
    expect(said).toEqual({
      exitCode: 0,
      stdout: `You offered to introduce Ada Lovelace and Grace Hopper, today: a compiler job (${id}). Undo: netkeep undo\n`,
      stderr: '',
    })
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
  })

  test('with --json is one of those that list prints', async () => {
    const netkeep = await withThree()
    const made = await netkeep.json('intro', 'ada', 'grace', '--for', 'a job', '--state', 'agreed')
    const [ada, grace] = [await netkeep.json('show', 'ada'), await netkeep.json('show', 'grace')]
    expect(made).toEqual({
      uid: expect.any(String),
      id: made.uid.slice(-6),
      a: 'Ada Lovelace',
      aUid: ada.uid,
      b: 'Grace Hopper',
      bUid: grace.uid,
      by: null,
      byUid: null,
      for: 'a job',
      state: 'agreed',
      on: '2026-11-22',
      days: { offered: null, agreed: '2026-11-22', made: null, met: null, outcome: null, declined: null },
      outcome: null,
    })
    expect(await netkeep.json('intro')).toEqual([made])
  })

  test('that is made counts as being in touch with both on that day, and as an introduction given', async () => {
    const netkeep = await withThree()
    const said = await netkeep.ok('intro', 'ada', 'grace', '--state', 'made', '--on', 'yesterday')
    expect(said).toBe(
      `You introduced Ada Lovelace and Grace Hopper, yesterday (${await idOf(netkeep)}). It counts as being in touch with both. Next due: Ada Lovelace 5 Dec, Grace Hopper 2 Jan 2027. Undo: netkeep undo\n`,
    )
    const [touchpoint, ...others] = await touchpointsOf(netkeep, 'grace')
    expect(others).toEqual([])
    expect(touchpoint).toMatchObject({
      on: '2026-11-21',
      help: 'gave',
      helpKind: 'introduction',
      attempt: false,
      contacts: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper' }],
    })
    expect(await netkeep.json('balance')).toMatchObject([
      { name: 'Ada Lovelace', given: 1 },
      { name: 'Grace Hopper', given: 1 },
    ])
  })

  test('counts for a goal of introductions', async () => {
    const netkeep = await withThree()
    await netkeep.ok('goal', 'set', '2', 'introductions', 'a', 'month')
    await netkeep.ok('intro', 'ada', 'grace')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 0 }])
    await netkeep.ok('intro', 'update', 'ada', 'met')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 1 }])
  })

  test('that is under way already is told, and nothing is made a second time', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job', '--on', '3 days ago')
    const id = await idOf(netkeep)
    const before = sha256Of(netkeep.db)
    const known = `That introduction is under way: Ada Lovelace and Grace Hopper, offered 3 days ago: a job (${id}). Nothing was changed. When it moves on: netkeep intro update ${id}`
    expect(await netkeep.ok('intro', 'grace', 'ada')).toBe(`${known} agreed\n`)
    expect(await netkeep.ok('intro', 'grace', 'ada', '--for', 'A JOB', '--state', 'offered')).toBe(
      `${known} agreed\n`,
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('that is under way moves on where a later state is typed, as with update', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'grace', '--by', 'alan', '--state', 'offered', '--on', '3 days ago')
    const id = await idOf(netkeep)
    const made = ['intro', 'grace', '--by', 'alan', '--for', 'a job', '--state', 'made']
    expect((await netkeep.run(...made, '--on', '4 days ago')).stderr).toContain('when it was offered.')
    const answer = await netkeep.ok(...made)
    expect(answer).toContain(`(${id}). It counts as being in touch with Alan Turing.`)
    expect(await netkeep.json('intro')).toMatchObject([{ for: 'a job', state: 'made', on: '2026-11-22' }])
    expect(await netkeep.ok(...made)).toContain('Nothing was changed.')
    await netkeep.ok('undo')
    expect(await netkeep.json('intro')).toMatchObject([{ for: null, state: 'offered' }])
  })

  test('for something else is another one; for something where nothing was said, the same', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace')
    expect(await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')).toBe(
      `That introduction is under way: Ada Lovelace and Grace Hopper, offered today: a job (${await idOf(netkeep)}). Undo: netkeep undo\n`,
    )
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a talk')
    await netkeep.ok('intro', 'ada', 'alan')
    expect((await netkeep.json('intro')).map((one: { for: string }) => one.for)).toEqual([
      'a job',
      'a talk',
      null,
    ])
  })

  test('that was recorded just so, of that day, is known though it is over', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'grace', '--by', 'ada', '--state', 'met')
    await netkeep.ok('intro', 'alan', 'ada', '--state', 'declined', '--for', 'a job')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.ok('intro', 'grace', '--by', 'ada', '--state', 'met')).toBe(
      `That introduction is known: you and Grace Hopper, by Ada Lovelace, met 22 Nov (${await idOf(netkeep, 'grace')}). Nothing was changed. When it moves on: netkeep intro update ${await idOf(netkeep, 'grace')} outcome\n`,
    )
    expect(await netkeep.ok('intro', 'ada', 'alan', '--state', 'declined')).toBe(
      `That introduction is known: Alan Turing and Ada Lovelace, declined 22 Nov: a job (${await idOf(netkeep, 'alan')}). Nothing was changed.\n`,
    )
    expect(sha256Of(netkeep.db)).toBe(before)
    await netkeep.ok('intro', 'grace', '--by', 'ada', '--state', 'met', '--on', 'yesterday')
    await netkeep.ok('intro', 'alan', 'ada', '--state', 'declined', '--for', 'a talk')
    expect(await netkeep.json('intro')).toHaveLength(4)
  })

  test('may be made again once they have met', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'met')
    await netkeep.ok('intro', 'ada', 'grace')
    expect((await netkeep.json('intro')).map(({ state }: { state: string }) => state)).toEqual([
      'offered',
      'met',
    ])
  })

  test.each([
    [['grace', 'grace'], 'Both are Grace Hopper.'],
    [['grace', '--for', 'a job'], 'Whom do you introduce to grace?'],
    [['ada', 'grace', '--state', 'done'], '"done" is no state of an introduction.'],
    [['ada', 'grace', '--on', 'tomorrow'], '23 Nov lies ahead: intro is for what has happened.'],
    [['ada', 'grace', '--limit', '3'], '--limit is nothing for netkeep intro WHO WHO.'],
    [['list', '--no-log'], '--no-log is nothing for netkeep intro list.'],
    [['update', 'ada', 'made', '--for', 'x'], '--for is nothing for netkeep intro update.'],
    [
      ['ada', 'grace', '--new'],
      '--new adds whom you are introduced to; of two whom you introduce, both are contacts.',
    ],
    [['--by', 'ada'], 'To whom were you introduced?'],
    [['grace', 'alan', '--by', 'ada'], 'One introduction is of one contact to you.'],
    [['grace', '--by', 'grace'], 'Nobody is introduced by themselves: Grace Hopper.'],
    [
      ['ada', 'grace', '--for', 'x'.repeat(10_001)],
      'The purpose is too long: 10,001 characters, where at most 500 fit.',
    ],
  ])('is refused with %j, and nothing is written', async (args, message) => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run('intro', ...args)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each([['to'], ['and'], ['with'], ['TO']])('may be typed with "%s" between the two', async (word) => {
    const netkeep = await withThree()
    await netkeep.ok('add', 'Tom Andrews')
    await netkeep.ok('intro', 'ada', 'lovelace', word, 'grace', 'hopper')
    expect(await netkeep.json('intro')).toMatchObject([{ a: 'Ada Lovelace', b: 'Grace Hopper' }])
    expect(await netkeep.ok('intro', 'ada', word, 'tom')).toContain('Ada Lovelace and Tom Andrews')
  })

  test('takes a word between two for a name where a contact is called so', async () => {
    const netkeep = await withThree()
    await netkeep.ok('add', 'An To')
    await netkeep.ok('intro', 'an', 'to', 'grace')
    expect(await netkeep.json('intro')).toMatchObject([{ a: 'An To', b: 'Grace Hopper' }])
    expect(await netkeep.run('intro', 'to', 'grace', 'ada')).toMatchObject({ exitCode: 2 })
  })

  test.each([
    [['ada', 'met'], 'netkeep intro update ada met'],
    [
      ['Made', 'ada', 'grace'],
      'netkeep intro update ada grace made   A new one: netkeep intro ada grace --state made',
    ],
  ])('with a state among the names says how to update: %j', async (args, hint) => {
    const netkeep = await withThree()
    await netkeep.ok('add', 'Madeleine Metz')
    expect(await netkeep.run('intro', ...args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `netkeep: "${args.find((word) => /met|made/i.test(word))}" says how far an introduction is, and no contact is called so.\nType: ${hint}\n`,
    })
    await netkeep.ok('add', 'Met Made')
    expect((await netkeep.run('intro', ...args)).stderr).not.toContain('says how far')
  })

  test.each([
    [['ls'], 'netkeep intro list'],
    [['lst', 'ada'], 'netkeep intro list ada'],
    [['updte', 'ada', 'met'], 'netkeep intro update ada met'],
    [['rm', 'abcdef'], 'netkeep intro remove abcdef'],
  ])('%j is a mistyped action', async (args, meant) => {
    const netkeep = await withThree()
    expect(await netkeep.run('intro', ...args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `netkeep: No contact is called "${args[0]}".\nDid you mean: ${meant}\n`,
    })
    await netkeep.ok('add', `${args[0]} Jones`)
    expect((await netkeep.run('intro', ...args)).stderr).not.toContain('Did you mean: ')
  })

  test.each([
    [
      ['hopper', 'turing', '--by', 'Ada Lovelace'],
      "Type one for each: netkeep intro hopper --by 'Ada Lovelace'",
    ],
    [['--by', 'lovelace'], 'Name the contact: netkeep intro WHO --by lovelace'],
    [['hopper', 'turing', '--state', 'done'], 'Type: netkeep intro hopper turing --state agreed'],
    [
      ['grace', 'x', 'hopper', 'y'],
      "Put names of several words into quotes: netkeep intro 'grace x' 'hopper y'",
    ],
    [['update', 'lovelace', 'hopper', 'done'], 'Type: netkeep intro update lovelace hopper agreed'],
    [['Sam New', '--by', 'ada'], 'Somebody new: type the same with --new'],
    [['ada', '--by', 'Sam New'], "Add: netkeep add 'Sam New'"],
  ])('the hint for %j has the words that were typed', async (args, hint) => {
    const { stderr } = await (await withThree()).run('intro', ...args)
    expect(stderr.slice(-hint.length - 1)).toBe(`${hint}\n`)
  })

  test('of somebody who is no contact is refused', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('intro', 'ada', 'Jean Bartik')).toMatchObject({ exitCode: 3, stdout: '' })
    expect(await netkeep.json('intro')).toEqual([])
  })
})

describe('an introduction received', () => {
  test('is made, is a touchpoint with who made it, and says through whom you met', async () => {
    const netkeep = await withThree()
    expect(await netkeep.ok('intro', 'alan', '--by', 'ada')).toBe(
      `Ada Lovelace introduced you to Alan Turing, today (${await idOf(netkeep)}). It counts as being in touch with Ada Lovelace. Next due 6 Dec. Undo: netkeep undo\n`,
    )
    expect(await netkeep.json('show', 'alan')).toMatchObject({
      introducedBy: { name: 'Ada Lovelace' },
      touchpoints: [],
    })
    expect(await touchpointsOf(netkeep, 'ada')).toMatchObject([
      { help: 'got', helpKind: 'introduction', contacts: [{ name: 'Ada Lovelace' }] },
    ])
    expect(await netkeep.json('intro')).toMatchObject([
      { a: 'Alan Turing', b: null, bUid: null, by: 'Ada Lovelace', state: 'made' },
    ])
  })

  test('that is only offered changes nothing yet', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--state', 'offered')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ introducedBy: null })
    await netkeep.ok('intro', 'update', 'alan', 'made')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ introducedBy: { name: 'Ada Lovelace' } })
  })

  test('leaves through whom you met where that is known', async () => {
    const netkeep = await withThree()
    await netkeep.ok('edit', 'alan', '--introduced-by', 'grace')
    await netkeep.ok('intro', 'alan', '--by', 'ada')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ introducedBy: { name: 'Grace Hopper' } })
  })

  test('with --new adds the contact in the same command', async () => {
    const netkeep = await withThree()
    const typed = ['intro', 'Jean Bartik <jean@eniac.org>', '--by', 'ada', '--new', '--for', 'programming']
    expect(await netkeep.ok(...typed)).toContain(
      `today: programming (${await idOf(netkeep)}). New: Jean Bartik. It counts`,
    )
    expect(await netkeep.json('show', 'jean')).toMatchObject({
      name: 'Jean Bartik',
      emails: ['jean@eniac.org'],
      introducedBy: { name: 'Ada Lovelace' },
      introductions: [{ by: 'Ada Lovelace', for: 'programming' }],
    })
    await netkeep.ok('undo')
    expect(await netkeep.run('show', 'jean')).toMatchObject({ exitCode: 3 })
    expect(await netkeep.json('intro')).toEqual([])
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
  })
})

describe('intro update', () => {
  test.each([
    ['agreed', 'Ada Lovelace and Grace Hopper agreed to be introduced, today: a job'],
    ['made', 'You introduced Ada Lovelace and Grace Hopper, today: a job'],
    ['met', 'Ada Lovelace and Grace Hopper met, today: a job'],
    ['outcome', 'Outcome of introducing Ada Lovelace and Grace Hopper, today'],
    ['declined', 'Introducing Ada Lovelace and Grace Hopper was declined, today'],
  ])('says what %s means', async (state, said) => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')
    const id = await idOf(netkeep)
    expect((await netkeep.ok('intro', 'update', id, state)).startsWith(`${said} (${id}).`)).toBe(true)
  })

  test.each([
    ['offered', 'Ada Lovelace offered to introduce you to Grace Hopper, today'],
    ['agreed', 'Grace Hopper agreed that Ada Lovelace introduces you, today'],
    ['met', 'You met Grace Hopper, introduced by Ada Lovelace, today'],
    ['outcome', 'Outcome of Ada Lovelace introducing you to Grace Hopper, today'],
    ['declined', 'Being introduced to Grace Hopper by Ada Lovelace was declined, today'],
  ])('says what %s means of one received', async (state, said) => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'grace', '--by', 'ada')
    const id = await idOf(netkeep)
    expect((await netkeep.ok('intro', 'update', id, state)).startsWith(`${said} (${id}).`)).toBe(true)
  })

  test('keeps the day of each state, and the text of an outcome', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--on', '2026-11-01')
    const id = await idOf(netkeep)
    await netkeep.ok('intro', 'update', id, 'agreed', '--on', '2026-11-03')
    await netkeep.ok('intro', 'update', id, 'made', '--on', '2026-11-05')
    await netkeep.ok('intro', 'update', id, 'met', '--on', '2026-11-12')
    expect(await netkeep.ok('intro', 'update', id, 'outcome', 'they', 'founded', 'a company')).toBe(
      `Outcome of introducing Ada Lovelace and Grace Hopper, today: they founded a company (${id}). Undo: netkeep undo\n`,
    )
    expect(await netkeep.json('intro')).toMatchObject([
      {
        state: 'outcome',
        on: '2026-11-22',
        days: {
          offered: '2026-11-01',
          agreed: '2026-11-03',
          made: '2026-11-05',
          met: '2026-11-12',
          outcome: '2026-11-22',
          declined: null,
        },
        outcome: 'they founded a company',
      },
    ])
    expect(await touchpointsOf(netkeep, 'ada')).toMatchObject([{ on: '2026-11-05' }])
  })

  test('records one touchpoint, whatever way it takes', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace')
    const id = await idOf(netkeep)
    for (const state of ['made', 'met', 'outcome', 'made', 'met', 'agreed', 'outcome'])
      await netkeep.ok('intro', 'update', id, state)
    expect(await touchpointsOf(netkeep, 'ada')).toHaveLength(1)
    expect(await touchpointsOf(netkeep, 'grace')).toHaveLength(1)
  })

  test('back before it was made clears the later days and takes the touchpoint away', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'made')
    const id = await idOf(netkeep)
    await netkeep.ok('intro', 'update', id, 'met')
    expect(await netkeep.ok('intro', 'update', id, 'agreed')).toBe(
      `Ada Lovelace and Grace Hopper agreed to be introduced, today (${id}). The days of made and met are cleared. Its touchpoint is removed. Undo: netkeep undo\n`,
    )
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
    expect(await netkeep.json('balance')).toEqual([])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ lastTouchOn: null })
    await netkeep.ok('undo')
    expect(await touchpointsOf(netkeep, 'grace')).toHaveLength(1)
    expect(await netkeep.json('intro')).toMatchObject([{ state: 'met' }])
  })

  test('with another day for its making moves the touchpoint there', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'made')
    await netkeep.ok('intro', 'update', 'grace', 'made', '--on', '2026-11-20')
    expect(await touchpointsOf(netkeep, 'ada')).toMatchObject([{ on: '2026-11-20' }])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ lastTouchOn: '2026-11-20' })
  })

  test('with --no-log records no touchpoint, then or later', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace')
    expect(await netkeep.ok('intro', 'update', 'ada', 'made', '--no-log')).toBe(
      `You introduced Ada Lovelace and Grace Hopper, today (${await idOf(netkeep)}). Undo: netkeep undo\n`,
    )
    await netkeep.ok('intro', 'update', 'ada', 'met')
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
  })

  test('to where it stands changes nothing, on a later day too', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'agreed')
    netkeep.today = '2026-11-25'
    expect(await netkeep.ok('intro', 'update', 'ada', 'agreed')).toBe(
      `Ada Lovelace and Grace Hopper agreed to be introduced, on 22 Nov (${await idOf(netkeep)}). That was known; nothing was changed.\n`,
    )
  })

  test('by names takes the one that can move on to it', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'agreed')
    await netkeep.ok('intro', 'ada', 'alan')
    await netkeep.ok('intro', 'update', 'ada', 'agreed')
    await netkeep.ok('intro', 'update', 'grace', 'Ada Lovelace', 'made')
    expect(await netkeep.json('intro')).toMatchObject([
      { b: 'Grace Hopper', state: 'made' },
      { b: 'Alan Turing', state: 'agreed' },
    ])
  })

  test('by a name with several that can is refused in a pipe with their ids, and asks on a terminal', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')
    await netkeep.ok('intro', 'ada', 'alan')
    const [first, second] = await netkeep.json('intro')
    expect(await netkeep.run('intro', 'update', 'ada', 'met')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: There are 2 introductions of Ada Lovelace; nothing was changed.',
        `  ${first.id}  Ada Lovelace and Grace Hopper, offered today: a job`,
        `  ${second.id}  Ada Lovelace and Alan Turing, offered today`,
        `Say which by its id: netkeep intro update ${first.id} met`,
      ),
    })
    for (const typed of [
      ['update', 'ada', 'outcome', 'got', 'an', "ada's interview", '--on', 'yesterday'],
      ['remove', 'Ada Lovelace'],
    ])
      expect((await netkeep.run('intro', ...typed)).stderr.split('\n').at(-2)).toBe(
        typed[0] === 'remove'
          ? `Say which by its id: netkeep intro remove ${first.id}`
          : `Say which by its id: netkeep intro update ${first.id} outcome got an 'ada'\\''s interview' --on yesterday`,
      )
    await netkeep.onTerminal(
      ['intro', 'update', 'ada', 'met'],
      [`Ada Lovelace and Alan Turing, offered today (${second.id})`],
    )
    expect(await netkeep.json('intro')).toMatchObject([
      { state: 'offered' },
      { b: 'Alan Turing', state: 'met' },
    ])
  })

  test.each([
    [[], 2, 'Which introduction?'],
    [['ada'], 2, 'How far is it?'],
    [['ada', 'done'], 2, '"done" is no state of an introduction.'],
    [['ada', 'agreed', 'gladly'], 2, '"gladly" stands behind agreed; only outcome and declined have a text.'],
    [['ada', 'met', '--on', '2026-11-19'], 2, '19 Nov lies before 20 Nov, when it was offered.'],
    [['ada', 'met', '--on', 'tomorrow'], 2, '23 Nov lies ahead: intro is for what has happened.'],
    [['abcdef', 'met'], 3, 'No introduction and no contact has the id "abcdef"; nothing was changed.'],
    [['alan', 'met'], 3, 'There is no introduction of Alan Turing; nothing was changed.'],
    [
      ['alan', 'ada', 'met'],
      3,
      'There is no introduction of Alan Turing and Ada Lovelace; nothing was changed.',
    ],
    [['nobody', 'met'], 3, 'No contact matches "nobody".'],
  ])('%j is refused', async (args, code, message) => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--on', '2026-11-20')
    const before = sha256Of(netkeep.db)
    const { exitCode, stderr } = await netkeep.run('intro', 'update', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([code, `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('an introduction that is declined', () => {
  test('ends without a touchpoint, and keeps who said what', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job', '--on', '2026-11-20')
    const id = await idOf(netkeep)
    expect(await netkeep.ok('intro', 'update', 'ada', 'declined', 'Grace', 'has', 'no', 'time')).toBe(
      `Introducing Ada Lovelace and Grace Hopper was declined, today: Grace has no time (${id}). Undo: netkeep undo\n`,
    )
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
    expect(await netkeep.json('balance')).toEqual([])
    expect(await netkeep.json('intro')).toMatchObject([
      {
        state: 'declined',
        on: '2026-11-22',
        outcome: 'Grace has no time',
        days: { offered: '2026-11-20', made: null, declined: '2026-11-22' },
      },
    ])
    expect((await netkeep.onTerminal(['intro'])).stdout).toBe(
      `Ada Lovelace and Grace Hopper  a job → Grace has no ti…  declined 22 Nov  ${id}\n`,
    )
    expect(await netkeep.json('intro', '--open')).toEqual([])
    expect((await netkeep.json('brief', 'ada')).introductions).toEqual([])
    expect(await netkeep.json('path', 'grace')).toEqual([])
  })

  test('after it was made loses its touchpoint, still links the two, and gets one again when it is made after all', async () => {
    const netkeep = await withThree()
    await netkeep.ok('log', 'ada', '--on', '2026-11-19')
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'made', '--on', '2026-11-20')
    const id = await idOf(netkeep)
    expect(await netkeep.ok('intro', 'update', id, 'declined')).toBe(
      `Introducing Ada Lovelace and Grace Hopper was declined, today (${id}). Its touchpoint is removed. Undo: netkeep undo\n`,
    )
    expect(await touchpointsOf(netkeep, 'grace')).toEqual([])
    expect((await netkeep.json('path', 'grace'))[0].why).toContain('introduced to Grace Hopper by you')
    expect(await netkeep.ok('intro', 'update', id, 'made')).toContain('The day of declined is cleared.')
    expect(await touchpointsOf(netkeep, 'grace')).toHaveLength(1)
    expect(await netkeep.json('intro')).toMatchObject([
      { state: 'made', outcome: null, days: { declined: null } },
    ])
  })

  test('is what an outcome may have meant: the answer says how, and the text is kept', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace')
    const id = await idOf(netkeep)
    expect(await netkeep.ok('intro', 'update', id, 'outcome', 'ada said no')).toContain(
      ` Never made after all: netkeep intro update ${id} declined. Undo: netkeep undo\n`,
    )
    expect(await netkeep.ok('intro', 'update', id, 'declined')).toBe(
      `Introducing Ada Lovelace and Grace Hopper was declined, today: ada said no (${id}). The day of outcome is cleared. Its touchpoint is removed. Undo: netkeep undo\n`,
    )
    await netkeep.ok('intro', 'update', id, 'met')
    expect(await netkeep.ok('intro', 'update', id, 'outcome')).not.toContain('Never made')
    expect(await netkeep.json('intro')).toMatchObject([{ state: 'outcome', outcome: null }])
  })

  test('may be offered again', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'declined')
    await netkeep.ok('intro', 'ada', 'grace')
    await netkeep.ok('intro', 'update', 'ada', 'declined')
    expect((await netkeep.json('intro')).map(({ state }: { state: string }) => state)).toEqual([
      'declined',
      'declined',
    ])
  })

  test('goes through an export and a merge', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--on', '2026-11-20')
    await netkeep.ok('intro', 'update', 'ada', 'declined', 'too busy')
    await netkeep.ok('merge', 'alan', 'grace')
    const file = await netkeep.ok('export')
    const other = createNetkeep()
    await other.withInput(file, 'import', '-')
    expect(await other.json('intro')).toEqual(await netkeep.json('intro'))
    expect(await other.json('intro')).toMatchObject([
      { b: 'Alan Turing', state: 'declined', outcome: 'too busy' },
    ])
  })
})

describe('intro list', () => {
  async function withSeveral(): Promise<Netkeep> {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a compiler job', '--on', '2026-11-15')
    await netkeep.ok('intro', 'grace', 'alan', '--on', '2026-11-01')
    await netkeep.ok('intro', 'alan', 'ada', '--state', 'met', '--on', '2026-11-03')
    await netkeep.ok('intro', 'update', 'alan', 'ada', 'outcome', 'a paper', '--on', '2026-11-20')
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--state', 'met', '--on', '2026-11-10')
    return netkeep
  }

  test('on a terminal has what waits longest first, then the finished, newest first, and what to type next', async () => {
    const netkeep = await withSeveral()
    const ids = (await netkeep.json('intro')).map(({ id }: { id: string }) => id)
    const shown = lines(
      `Grace Hopper and Alan Turing                         offered 3 weeks ago  ${ids[0]}`,
      `Ada Lovelace and Grace Hopper         a compiler j…  offered 7 days ago   ${ids[1]}`,
      `Alan Turing and Ada Lovelace          a paper        outcome 20 Nov       ${ids[2]}`,
      `you and Alan Turing, by Ada Lovelace                 met 10 Nov           ${ids[3]}`,
      `Next: netkeep intro update ${ids[0]} agreed`,
    )
    expect((await netkeep.onTerminal(['intro', 'list'])).stdout).toBe(shown)
    expect((await netkeep.onTerminal(['intro'])).stdout).toBe(shown)
    expect(shown.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test('marks what has not moved for more than 14 days', async () => {
    const netkeep = await withSeveral()
    delete netkeep.env['NO_COLOR']
    const marked = async (): Promise<readonly string[]> =>
      (await netkeep.onTerminal(['intro'])).stdout.split('\n').filter((line) => line.includes('\u001b[33m'))
    expect(await marked()).toHaveLength(1)
    netkeep.today = '2026-11-29'
    expect(await marked()).toHaveLength(1)
    netkeep.today = '2026-11-30'
    expect(await marked()).toHaveLength(2)
  })

  test('in a pipe is tab-separated, with ISO dates', async () => {
    const netkeep = await withSeveral()
    const ids = (await netkeep.json('intro')).map(({ id }: { id: string }) => id)
    expect(await netkeep.ok('intro', 'list')).toBe(
      lines(
        `${ids[0]}\tGrace Hopper\tAlan Turing\t\t\toffered\t2026-11-01\t`,
        `${ids[1]}\tAda Lovelace\tGrace Hopper\t\ta compiler job\toffered\t2026-11-15\t`,
        `${ids[2]}\tAlan Turing\tAda Lovelace\t\t\toutcome\t2026-11-20\ta paper`,
        `${ids[3]}\tAlan Turing\t\tAda Lovelace\t\tmet\t2026-11-10\t`,
      ),
    )
  })

  test.each([
    [
      ['list', '--open'],
      ['2026-11-01', '2026-11-15'],
    ],
    [['--open'], ['2026-11-01', '2026-11-15']],
    [['ada'], ['2026-11-15', '2026-11-20', '2026-11-10']],
    [
      ['Ada', 'Lovelace'],
      ['2026-11-15', '2026-11-20', '2026-11-10'],
    ],
    [
      ['list', 'grace'],
      ['2026-11-01', '2026-11-15'],
    ],
    [['list', 'ada', '--open'], ['2026-11-15']],
    [['list', '--limit', '1'], ['2026-11-01']],
  ])('%j has those of these days', async (args, days) => {
    const netkeep = await withSeveral()
    expect((await netkeep.json('intro', ...args)).map(({ on }: { on: string }) => on)).toEqual(days)
  })

  test('says how many more there are', async () => {
    const netkeep = await withSeveral()
    expect((await netkeep.onTerminal(['intro', 'list', '--limit', '1'])).stdout.split('\n')[1]).toBe(
      'and 3 more: --limit 0',
    )
  })

  test.each([
    [[], 'No introductions yet. Make one: netkeep intro ada grace --for "a compiler job"\n'],
    [['--open'], 'No introductions under way.\n'],
    [['list', 'alan'], 'No introductions with Alan Turing.\n'],
  ])('with %j and none says so', async (args, said) => {
    const netkeep = await withThree()
    expect(await netkeep.onTerminal(['intro', ...args])).toEqual({ exitCode: 0, stdout: said, stderr: '' })
    expect(await netkeep.json('intro', ...args)).toEqual([])
    expect(await netkeep.ok('intro', ...args)).toBe('')
  })

  test('leaves out those with a contact who is removed, and has them again after undo', async () => {
    const netkeep = await withSeveral()
    for (const who of ['ada', 'grace', 'alan']) {
      await netkeep.ok('remove', who)
      const shown = await netkeep.ok('intro')
      expect(shown).not.toMatch(new RegExp(who, 'i'))
      await netkeep.ok('undo')
    }
    expect(await netkeep.json('intro')).toHaveLength(4)
  })

  test('shows what a terminal must not get as code points', async () => {
    const netkeep = await withThree()
    await netkeep.ok('add', 'Evil\u001b[2J\tName')
    await netkeep.ok('intro', 'evil', 'ada', '--for', 'a\u0007b\u202ec')
    await netkeep.ok('intro', 'update', 'evil', 'outcome', '\u009b31m')
    for (const { stdout } of [
      await netkeep.onTerminal(['intro']),
      await netkeep.run('intro'),
      await netkeep.onTerminal(['show', 'evil']),
      await netkeep.run('brief', 'evil'),
      await netkeep.run('intro', 'remove', 'evil'),
    ]) {
      expect(stdout).not.toMatch(/[\u001b\u0007\u202e\u009b]/)
      expect(stdout).toContain('Evil\\u{1b}[2J\\u{9}Name')
    }
  })
})

describe('intro remove', () => {
  test('takes its touchpoint with it, and undo brings both back', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--state', 'made', '--for', 'a job')
    expect(await netkeep.ok('intro', 'remove', await idOf(netkeep))).toBe(
      'Removed the introduction: Ada Lovelace and Grace Hopper, made today: a job. Its touchpoint is removed too. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('intro')).toEqual([])
    expect(await touchpointsOf(netkeep, 'ada')).toEqual([])
    await netkeep.ok('undo')
    expect(await netkeep.json('intro')).toHaveLength(1)
    expect(await touchpointsOf(netkeep, 'ada')).toHaveLength(1)
  })

  test('is refused without saying which', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('intro', 'remove')).toMatchObject({ exitCode: 2 })
    expect(await netkeep.run('intro', 'remove', 'ada')).toMatchObject({ exitCode: 3 })
  })
})

describe('what is told of a contact', () => {
  test('show has its introductions as it sees them', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--state', 'met', '--no-log')
    const [open, met] = (await netkeep.json('intro')).map(({ id }: { id: string }) => id)
    expect((await netkeep.onTerminal(['show', 'ada'])).stdout).toContain(
      lines(
        '2 introductions',
        `to Grace Hopper     a job  offered today  ${open}`,
        `you to Alan Turing         met 22 Nov     ${met}`,
      ),
    )
    expect((await netkeep.onTerminal(['show', 'alan'])).stdout).toContain(
      lines('1 introduction', `to you, by Ada Lovelace  met 22 Nov  ${met}`),
    )
    expect(await netkeep.ok('show', 'alan')).toContain(
      `\nintroduction\t${met}\tAlan Turing\t\tAda Lovelace\t\tmet\t2026-11-22\t\n`,
    )
    expect((await netkeep.json('show', 'ada')).introductions).toEqual(
      await netkeep.json('intro', 'list', 'ada'),
    )
  })

  test('brief has those under way', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--state', 'met', '--no-log')
    const id = await idOf(netkeep, 'grace')
    expect((await netkeep.onTerminal(['brief', 'ada'])).stdout).toContain(
      `intros     to Grace Hopper, offered today: a job (${id})\n`,
    )
    expect(await netkeep.ok('brief', 'ada')).toContain(
      `introduction\t${id}\tAda Lovelace\tGrace Hopper\t\ta job\toffered\t2026-11-22\t\n`,
    )
    expect((await netkeep.json('brief', 'ada')).introductions).toMatchObject([{ id }])
  })

  test('history says who was introduced to whom, and how it moved', async () => {
    const netkeep = await withThree()
    await netkeep.ok('intro', 'ada', 'grace', '--for', 'a job')
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--no-log')
    await netkeep.ok('intro', 'update', 'grace', 'agreed')
    await netkeep.ok('intro', 'remove', 'grace')
    const shown = (await netkeep.onTerminal(['history', 'ada'])).stdout
    expect(shown.split('\n').filter((line) => line.startsWith('    introduction:'))).toEqual([
      '    introduction: removed Ada Lovelace and Grace Hopper',
      '    introduction: agreed on 2026-11-22',
      '    introduction: Alan Turing and you, introducer Ada Lovelace, made on 2026-11-22',
      '    introduction: Ada Lovelace and Grace Hopper, for a job, offered on 2026-11-22',
    ])
  })
})
