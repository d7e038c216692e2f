import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** Ada, of whom all there is to tell is known, on 25 November 2026. */
async function withAda(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-01')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok(
    'add',
    'Grace Hopper',
    '--circle',
    'none',
    '--interest',
    'compilers',
    '--offers',
    'funding',
  )
  await netkeep.ok(
    ...['add', 'Ada Lovelace', '--org', 'Analytical Engines', '--title', 'Analyst', '--location', 'London'],
    ...[
      '--circle',
      'inner',
      '--email',
      'ada@example.com',
      '--birthday',
      '1990-11-27',
      '--note',
      'Speaks\nFrench',
    ],
    ...['--met-on', '2026-05-01', '--met-at', 'Yale', '--introduced-by', 'grace', '--interest', 'compilers'],
    ...['--cause', 'schools', '--offers', 'mentoring', '--looks-for', 'funding'],
  )
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none', '--introduced-by', 'ada')
  await netkeep.ok('relate', 'ada', 'mentor', 'alan')
  netkeep.today = '2026-11-25'
  await netkeep.ok('edit', 'ada', '--org', 'Harvard', '--title', 'Professor')
  await netkeep.ok('log', 'ada', '--on', '2026-11-02', '--by', 'call', '-m', 'too old')
  await netkeep.ok('got', 'ada', 'advice', '--on', '2026-11-03')
  await netkeep.ok(
    'log',
    'ada',
    '--on',
    '2026-11-10',
    '--by',
    'coffee',
    '-m',
    'asked about the engine\nand the loom',
  )
  await netkeep.ok('asked', 'ada', 'referral', '--on', '2026-11-20')
  await netkeep.ok('asked', 'ada', 'time', '--on', '2026-11-21')
  await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', '2026-11-24')
  await netkeep.ok('promise', 'add', 'ada', 'lend the loom', '--theirs')
  return netkeep
}

describe('brief', () => {
  test('on a terminal is one screen, each line cut to the width', async () => {
    const netkeep = await withAda()
    const { id, promises } = await netkeep.json('show', 'ada')
    const { stdout } = await netkeep.onTerminal(['brief', 'ada'])
    expect(stdout).toBe(
      lines(
        `Ada Lovelace  ${id}`,
        'Professor, Harvard, London',
        'inner 2w, 1 day overdue, last touch 2 weeks ago, coffee',
        '',
        'met        on 1 May at Yale, introduced by Grace Hopper',
        'before     Analyst, Analytical Engines (until 25 Nov)',
        'relations  mentor of Alan Turing; introduced you to Alan Turing',
        'interests  compilers, schools',
        'offers     mentoring; looks for funding',
        'reach      ada@example.com',
        'balance    you gave 0, asked 2, received 1, 2 asks since a give, 2 unanswered',
        'note       Speaks …',
        '',
        'last       21 Nov  asked: time, no answer yet',
        '           20 Nov  asked: referral, no answer yet',
        '           10 Nov  coffee: asked about the engine …',
        `promises   you: send the paper, 1 day overdue (${promises[0].id})`,
        `           they: lend the loom (${promises[1].id})`,
        'dates      birthday, turns 36, in 2 days (27 Nov)',
        '',
        'ask about  the new job: Professor at Harvard (noted 25 Nov, before: Analytical…',
        '           tell what became of the advice they gave you (3 Nov)',
        '           "asked about the engine …" (10 Nov)',
        '           "too old" (2 Nov)',
        'offer      send the paper (you promised it)',
      ),
    )
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test('in a pipe is a line a thing, with full values and ISO dates', async () => {
    const netkeep = await withAda()
    const { id, promises } = await netkeep.json('show', 'ada')
    expect(await netkeep.ok('brief', 'ada')).toBe(
      lines(
        'name\tAda Lovelace',
        `id\t${id}`,
        'organization\tHarvard',
        'title\tProfessor',
        'location\tLondon',
        'standing\tcold',
        'dueOn\t2026-11-24',
        'lastTouchOn\t2026-11-10',
        'metOn\t2026-05-01',
        'metAt\tYale',
        'introducedBy\tGrace Hopper',
        'formerJob\tAnalytical Engines\tAnalyst\t2026-11-01\t2026-11-25',
        'relation\tmentor\tAlan Turing',
        'introduced\tAlan Turing',
        'interest\tcompilers',
        'cause\tschools',
        'offers\tmentoring',
        'looksFor\tfunding',
        'balance\t0\t2\t1\t2',
        'touchpoint\t2026-11-21\tasked: time, no answer yet\t',
        'touchpoint\t2026-11-20\tasked: referral, no answer yet\t',
        'touchpoint\t2026-11-10\tcoffee\tasked about the engine\\u{a}and the loom',
        `promise\t${promises[0].id}\tsend the paper\t2026-11-24\tmine`,
        `promise\t${promises[1].id}\tlend the loom\t\ttheirs`,
        'date\tbirthday\t2026-11-27\t36',
        'askAbout\tjob\tProfessor at Harvard\t2026-11-25\tAnalytical Engines',
        'askAbout\thelp\tadvice\t2026-11-03\t',
        'askAbout\tnote\tasked about the engine\\u{a}and the loom\t2026-11-10\t',
        'askAbout\tnote\ttoo old\t2026-11-02\t',
        'offer\tsend the paper\tyou promised it',
      ),
    )
  })

  test('with --json is what show has, the last three touchpoints only, and what to ask about and to offer', async () => {
    const netkeep = await withAda()
    const shown = await netkeep.json('show', 'ada')
    expect(await netkeep.json('brief', 'ada')).toEqual({
      ...shown,
      touchpoints: shown.touchpoints.slice(0, 3),
      met: { on: '2026-05-01', at: 'Yale', introducedBy: 'Grace Hopper' },
      askAbout: [
        { about: 'job', text: 'Professor at Harvard', on: '2026-11-25', before: 'Analytical Engines' },
        { about: 'help', text: 'advice', on: '2026-11-03', before: null },
        { about: 'note', text: 'asked about the engine\nand the loom', on: '2026-11-10', before: null },
        { about: 'note', text: 'too old', on: '2026-11-02', before: null },
      ],
      offer: { text: 'send the paper', why: 'you promised it' },
    })
  })

  test('offers what they look for, then what interests them', async () => {
    const netkeep = await withAda()
    const offer = async (): Promise<string> => (await netkeep.json('brief', 'ada')).offer?.text ?? 'nothing'
    await netkeep.ok('promise', 'done', (await netkeep.json('promise', '--mine'))[0].id)
    expect(await offer()).toBe('an introduction to Grace Hopper, who offers funding')
    await netkeep.ok('edit', 'grace', '--remove-offers', 'funding')
    expect(await offer()).toBe('a lead for funding')
    await netkeep.ok('edit', 'ada', '--remove-looks-for', 'funding')
    expect(await offer()).toBe('an article on compilers')
    await netkeep.ok('edit', 'ada', '--remove-interest', 'compilers')
    expect(await offer()).toBe('a hand with schools')
    await netkeep.ok('edit', 'ada', '--remove-cause', 'schools')
    expect(await offer()).toBe('nothing')
  })

  test('of somebody of whom nothing is known is short', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NO_COLOR'] = '1'
    await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
    const { id } = await netkeep.json('show', 'alan')
    expect((await netkeep.onTerminal(['brief', 'alan'])).stdout).toBe(
      lines(
        `Alan Turing  ${id}`,
        'no cadence, not yet in touch',
        '',
        `offer      nothing known yet: netkeep edit ${id} --looks-for "…" --interest "…"`,
      ),
    )
    expect(await netkeep.ok('brief', 'alan')).toBe(
      lines('name\tAlan Turing', `id\t${id}`, 'standing\tunscheduled'),
    )
    expect(await netkeep.json('brief', 'alan')).toMatchObject({
      met: { on: null, at: null, introducedBy: null },
      askAbout: [],
      offer: null,
    })
  })

  test('shows no more than fits, and says how many promises are left', async () => {
    const netkeep = await withAda()
    for (let count = 0; count < 3; count++) await netkeep.ok('promise', 'add', 'ada', `thing ${count}`)
    expect((await netkeep.onTerminal(['brief', 'ada'])).stdout).toContain('\n           and 3 more\n')
    netkeep.rows = 24
    const { stdout } = await netkeep.onTerminal(['brief', 'ada'])
    expect(stdout.split('\n')).toHaveLength(24)
    expect(stdout.split('\n').slice(-4)).toEqual([
      '',
      'ask about  the new job: Professor at Harvard (noted 25 Nov, before: Analytical…',
      'offer      send the paper (you promised it)',
      '',
    ])
  })

  test('writes nothing, and is the same with --quiet', async () => {
    const netkeep = await withAda()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('brief', 'ada', '--quiet')).toEqual(await netkeep.run('brief', 'ada'))
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})
