/** What is known of who a contact is: interests, causes, offers, needs, former jobs, who introduced them. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, editorThat, lines, type Netkeep, sha256Of } from '../harness.ts'

async function withAda(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-01')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'none')
  await netkeep.ok(
    ...['add', 'Ada Lovelace', '--circle', 'none', '--org', 'Analytical Engines', '--title', 'Analyst'],
    ...['--interest', 'compilers, sailing', '--interest', 'Chess', '--cause', 'schools'],
    ...['--offers', 'mentoring', '--looks-for', 'funding,a co-founder', '--introduced-by', 'grace'],
    ...['--formerly', 'Byron & Sons'],
  )
  netkeep.today = '2026-11-22'
  return netkeep
}

describe('add and edit', () => {
  test('keep what is given, several behind each other or option by option, in order', async () => {
    const netkeep = await withAda()
    const { uid } = await netkeep.json('show', 'grace')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      interests: ['Chess', 'compilers', 'sailing'],
      causes: ['schools'],
      offers: ['mentoring'],
      looksFor: ['a co-founder', 'funding'],
      introducedBy: { uid, name: 'Grace Hopper' },
      formerJobs: [{ organization: 'Byron & Sons', title: null, notedOn: null, untilOn: null }],
    })
    expect((await netkeep.json('show', 'grace')).introduced).toMatchObject([{ name: 'Ada Lovelace' }])
  })

  test('a spelling that differs in case only takes the place of the old one', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--interest', 'CHESS')
    expect((await netkeep.json('show', 'ada')).interests).toEqual(['CHESS', 'compilers', 'sailing'])
  })

  test.each([
    ['--remove-interest', 'chess', 'interests', ['compilers', 'sailing']],
    ['--remove-interest', 'chess,SAILING', 'interests', ['compilers']],
    ['--remove-cause', 'schools', 'causes', []],
    ['--remove-offers', 'Mentoring', 'offers', []],
    ['--remove-looks-for', 'funding', 'looksFor', ['a co-founder']],
    ['--remove-formerly', 'byron & sons', 'formerJobs', []],
    ['--introduced-by', '', 'introducedBy', null],
  ])('%s "%s" takes it away; undo brings it back', async (option, value, field, left) => {
    const netkeep = await withAda()
    const before = await netkeep.json('show', 'ada')
    expect(await netkeep.ok('edit', 'ada', option, value)).toBe('Changed Ada Lovelace. Undo: netkeep undo\n')
    expect((await netkeep.json('show', 'ada'))[field]).toEqual(left)
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'ada')).toEqual(before)
  })

  test('to take away what is not there changes nothing', async () => {
    const netkeep = await withAda()
    const before = sha256Of(netkeep.db)
    const args = ['edit', 'ada', '--remove-interest', 'golf', '--remove-formerly', 'Navy']
    expect(await netkeep.ok(...args)).toBe('Ada Lovelace: nothing was changed.\n')
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('nobody is introduced by themselves, by nobody, by several or by a typo', async () => {
    const netkeep = await withAda()
    await netkeep.ok('add', 'Grace Kelly')
    const before = sha256Of(netkeep.db)
    const refusals: [number, string | undefined][] = []
    for (const who of ['ada', 'nobody', 'grace', 'lovelce']) {
      const { exitCode, stderr } = await netkeep.run('edit', 'ada', '--introduced-by', who)
      refusals.push([exitCode, stderr.split('\n')[0]])
    }
    expect(refusals).toEqual([
      [2, 'netkeep: Nobody is introduced by themselves: Ada Lovelace.'],
      [3, 'netkeep: No contact matches "nobody".'],
      [3, 'netkeep: "grace" could be 2 contacts; nothing was done.'],
      [3, 'netkeep: No contact is called "lovelce"; nothing was done. Did you mean Ada Lovelace?'],
    ])
    expect((await netkeep.run('add', 'Bob', '--introduced-by', 'nobody')).exitCode).toBe(3)
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('an introducer that is removed introduces nobody, and comes back', async () => {
    const netkeep = await withAda()
    await netkeep.ok('remove', 'grace')
    expect((await netkeep.json('show', 'ada')).introducedBy).toBe(null)
    await netkeep.ok('undo')
    expect((await netkeep.json('show', 'ada')).introducedBy.name).toBe('Grace Hopper')
  })
})

describe('job history', () => {
  test('a changed organization or title keeps the old job with its days', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--org', 'Harvard')
    netkeep.today = '2026-11-25'
    await netkeep.ok('edit', 'ada', '--title', 'Professor')
    expect((await netkeep.json('show', 'ada')).formerJobs).toEqual([
      { organization: 'Harvard', title: 'Analyst', notedOn: '2026-11-22', untilOn: '2026-11-25' },
      { organization: 'Analytical Engines', title: 'Analyst', notedOn: '2026-11-01', untilOn: '2026-11-22' },
      { organization: 'Byron & Sons', title: null, notedOn: null, untilOn: null },
    ])
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ title: 'Analyst', organization: 'Harvard' })
    expect((await netkeep.json('show', 'ada')).formerJobs).toHaveLength(2)
  })

  test('what is corrected on the day it was noted never was', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--org', 'Havard')
    await netkeep.ok('edit', 'ada', '--org', 'Harvard')
    const { formerJobs } = await netkeep.json('show', 'ada')
    expect(formerJobs.map(({ organization }: { organization: string }) => organization)).toEqual([
      'Analytical Engines',
      'Byron & Sons',
    ])
  })

  test('a first job is no change of job', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    expect((await netkeep.json('show', 'grace')).formerJobs).toEqual([])
  })

  test('a job that is left without another is kept', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--org', '', '--title', '')
    expect((await netkeep.json('show', 'ada')).formerJobs[0]).toMatchObject({
      organization: 'Analytical Engines',
      title: 'Analyst',
      untilOn: '2026-11-22',
    })
  })
})

describe('show', () => {
  test('has it all on a terminal', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--org', 'Harvard')
    await netkeep.ok('date', 'add', 'ada', 'first day at Harvard', '--on', '2026-12-01')
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace')
    await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', 'friday')
    await netkeep.ok('gave', 'ada', 'article', '--by', 'email')
    const { id, promises } = await netkeep.json('show', 'ada')
    expect((await netkeep.onTerminal(['show', 'ada'])).stdout).toBe(
      lines(
        `Ada Lovelace  ${id}`,
        'standing      no cadence',
        'cadence       none',
        'last touch    today, email',
        'organization  Harvard',
        'title         Analyst',
        'before        Analyst, Analytical Engines (until 22 Nov); Byron & Sons',
        'date          first day at Harvard, 1 Dec 2026: in 9 days (1 Dec)',
        'met           introduced by Grace Hopper',
        'relations     reports to Grace Hopper',
        'interests     Chess, compilers, sailing',
        'causes        schools',
        'offers        mentoring',
        'looks for     a co-founder, funding',
        'balance       you gave 1, asked 0, received 0',
        '',
        '1 open promise',
        `you: send the paper  by 27 Nov  ${promises[0].id}`,
        '',
        '1 touchpoint',
        '     22 Nov  gave: article, email',
      ),
    )
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).toContain(
      lines('introduced    Ada Lovelace', 'relations     manages Ada Lovelace'),
    )
  })

  test('has it all in a pipe', async () => {
    const netkeep = await withAda()
    await netkeep.ok('edit', 'ada', '--org', 'Harvard')
    await netkeep.ok('date', 'add', 'ada', 'first day', '--on', '2026-12-01', '--notice', '5')
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace')
    await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', 'friday')
    await netkeep.ok('gave', 'ada', 'article', '--by', 'email')
    const { uid, id, promises } = await netkeep.json('show', 'ada')
    expect(await netkeep.ok('show', 'ada')).toBe(
      lines(
        `uid\t${uid}`,
        `id\t${id}`,
        'name\tAda Lovelace',
        'organization\tHarvard',
        'title\tAnalyst',
        'standing\tunscheduled',
        'lastTouchOn\t2026-11-22',
        'lastChannel\temail',
        'introducedBy\tGrace Hopper',
        ...['interest\tChess', 'interest\tcompilers', 'interest\tsailing', 'cause\tschools'],
        ...['offers\tmentoring', 'looksFor\ta co-founder', 'looksFor\tfunding'],
        'formerJob\tAnalytical Engines\tAnalyst\t2026-11-01\t2026-11-22',
        'formerJob\tByron & Sons\t\t\t',
        'relation\treports-to\tGrace Hopper',
        'date\tfirst day\t2026-12-01\tonce\t2026-12-01\t5',
        `promise\t${promises[0].id}\tsend the paper\t2026-11-27\tmine`,
        'balance\t1\t0\t0\t0',
        'touchpoint\t2026-11-22\temail\tcounted\t\t\t\t\tAda Lovelace\tgave\tarticle\t\t',
      ),
    )
  })

  test('with --json has the new fields behind those there were', async () => {
    const netkeep = await withAda()
    expect(Object.keys(await netkeep.json('show', 'ada')).slice(-23)).toEqual([
      ...['interests', 'causes', 'offers', 'looksFor'],
      ...['title', 'location', 'birthday', 'metOn', 'metAt', 'aliases', 'note'],
      ...[
        'introducedBy',
        'introduced',
        'formerJobs',
        'relations',
        'introductions',
        'groups',
        'dates',
        'promises',
        'prospect',
        'balance',
        'touchpoints',
        'tryChannel',
      ],
    ])
  })
})

describe('the document of edit', () => {
  test('shows what is known, the introducer by name', async () => {
    const netkeep = await withAda()
    let document = ''
    netkeep.runProgram = editorThat((text) => {
      document = text
      return text
    })
    expect((await netkeep.onTerminal(['edit', 'ada'])).stdout).toBe('Ada Lovelace: nothing was changed.\n')
    expect(
      document
        .split('\n')
        .filter((line) => /^(?:introduced-by|interests|causes|offers|looks-for) /.test(line)),
    ).toEqual([
      'introduced-by = "Grace Hopper"',
      'interests = [ "Chess", "compilers", "sailing" ]',
      'causes = [ "schools" ]',
      'offers = [ "mentoring" ]',
      'looks-for = [ "a co-founder", "funding" ]',
    ])
    expect(document).toContain('# introduced-by: the name or id of another contact.\n')
  })

  test('shows the id of an introducer whose name another contact has too', async () => {
    const netkeep = await withAda()
    const { id } = await netkeep.json('show', 'grace')
    await netkeep.ok('add', 'Grace Hopper')
    let document = ''
    netkeep.runProgram = editorThat((text) => {
      document = text
      return text
    })
    await netkeep.onTerminal(['edit', 'ada'])
    expect(document).toContain(`introduced-by = "${id}"\n`)
  })

  test('stores every list and the introducer, by name or id', async () => {
    const netkeep = await withAda()
    await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
    netkeep.runProgram = editorThat(() =>
      lines(
        'introduced-by = "alan turing"',
        'interests = ["Chess", "golf"]',
        'causes = []',
        'offers = ["funding"]',
        'looks-for = ["mentoring"]',
      ),
    )
    expect((await netkeep.onTerminal(['edit', 'ada'])).stdout).toBe(
      'Changed Ada Lovelace. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      introducedBy: { name: 'Alan Turing' },
      interests: ['Chess', 'golf'],
      causes: [],
      offers: ['funding'],
      looksFor: ['mentoring'],
    })
    const { id } = await netkeep.json('show', 'grace')
    netkeep.runProgram = editorThat(() => `introduced-by = "${id}"\n`)
    await netkeep.onTerminal(['edit', 'ada'])
    expect((await netkeep.json('show', 'ada')).introducedBy.name).toBe('Grace Hopper')
    netkeep.runProgram = editorThat(() => 'introduced-by = ""\n')
    await netkeep.onTerminal(['edit', 'ada'])
    expect((await netkeep.json('show', 'ada')).introducedBy).toBe(null)
  })

  test.each([
    ['introduced-by = "nobody"', 'introduced-by: "nobody" means no contact. Write a whole name or an id.'],
    ['introduced-by = "hoper"', 'introduced-by: "hoper" means no contact. Write a whole name or an id.'],
    ['introduced-by = "gr"', 'introduced-by: "gr" means several contacts. Write a whole name or an id.'],
    ['introduced-by = "ada"', 'Nobody is introduced by themselves: Ada Lovelace. Name another contact.'],
    ['interests = ["Chess", " "]', 'The interest is empty.'],
    ['looks-for = "funding"', 'looks-for must be a list of texts: ["one", "two"].'],
    [
      `causes = ["${'x'.repeat(501)}"]`,
      'The cause is too long: 501 characters, where at most 500 fit. Shorten the cause and try again.',
    ],
  ])('%s is explained, and nothing is changed', async (mistake, explanation) => {
    const netkeep = await withAda()
    await netkeep.ok('add', 'Greta Hall')
    const before = sha256Of(netkeep.db)
    netkeep.runProgram = editorThat(() => mistake)
    const { exitCode, stderr } = await netkeep.onTerminal(['edit', 'ada'], [false])
    expect([exitCode, stderr]).toEqual([1, lines(explanation, 'netkeep: Nothing was changed.')])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})
