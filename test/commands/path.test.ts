import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep } from '../harness.ts'

/** Grace at the Navy was touched 12 days ago; Ada reports to Bob at the Navy; Carl there is known to nobody but colleagues. */
async function withNavy(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--org', 'Univac', '--circle', 'none')
  await netkeep.ok('add', 'Bob Kahn', '--org', 'Navy, Inc.', '--circle', 'close')
  await netkeep.ok('add', 'Carl Sagan', '--org', 'The Navy', '--circle', 'close')
  await netkeep.ok('relate', 'ada', 'reports-to', 'bob')
  await netkeep.ok('log', 'grace', '--on', '2026-11-10')
  await netkeep.ok('log', 'ada', '--on', '2025-11-22')
  return netkeep
}

describe('path to a company', () => {
  test('on a terminal shows each contact there with the ways to it, and what to type next', async () => {
    const netkeep = await withNavy()
    expect((await netkeep.onTerminal(['path', 'navy'])).stdout).toBe(
      lines(
        'Navy: 3 contacts.',
        'Grace Hopper',
        '  directly              in touch 12 days ago (warm)',
        'Bob Kahn',
        '  through Grace Hopper  in touch 12 days ago (warm); both at Navy',
        '  through Ada Lovelace  in touch 12 months ago; reports to Bob Kahn',
        'Carl Sagan',
        '  through Grace Hopper  in touch 12 days ago (warm); both at Navy',
        'Before you write: netkeep brief grace',
      ),
    )
  })

  test('on a narrow screen has the reason below', async () => {
    const netkeep = await withNavy()
    netkeep.columns = 24
    const { stdout } = await netkeep.onTerminal(['path', 'bob'])
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'Bob Kahn',
      '  through Grace Hopper',
      '    in touch 12 days ago',
      '    (warm); both at Navy',
      '  through Ada Lovelace',
    ])
  })

  test('in a pipe is tab-separated, best first', async () => {
    const netkeep = await withNavy()
    expect(await netkeep.ok('path', 'navy')).toBe(
      lines(
        '0.9775\t1\tGrace Hopper\tGrace Hopper\t\tin touch 12 days ago (warm)',
        '0.5376\t2\tBob Kahn\tGrace Hopper\t\tin touch 12 days ago (warm); both at Navy',
        '0.5376\t2\tCarl Sagan\tGrace Hopper\t\tin touch 12 days ago (warm); both at Navy',
        '0.32\t2\tBob Kahn\tAda Lovelace\t\tin touch 12 months ago; reports to Bob Kahn',
      ),
    )
  })

  test('with --json has exactly these fields', async () => {
    const netkeep = await withNavy()
    const uidOf = async (who: string): Promise<string> => (await netkeep.json('show', who)).uid
    const [, second] = await netkeep.json('path', 'NAVY Inc')
    expect(second).toEqual({
      contacts: ['Grace Hopper', 'Bob Kahn'],
      contactUids: [await uidOf('grace'), await uidOf('bob')],
      hops: 2,
      weight: 0.5376,
      why: 'in touch 12 days ago (warm); both at Navy',
    })
  })

  test('is found by words of its name, where no contact is called so; several are listed together', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('add', 'Dan Ellis', '--org', 'Acme Robotics')
    await netkeep.ok('add', 'Eve Fox', '--org', 'Robotics United')
    await netkeep.ok('log', 'dan', 'eve')
    const { stdout } = await netkeep.onTerminal(['path', 'rob'])
    expect(stdout).toBe(
      lines(
        'Acme Robotics and Robotics United: 2 contacts.',
        'Dan Ellis',
        '  directly  in touch today (warm)',
        'Eve Fox',
        '  directly  in touch today (warm)',
        'Before you write: netkeep brief dan',
      ),
    )
    await netkeep.ok('add', 'Rob Pike')
    await netkeep.ok('log', 'rob')
    expect(await netkeep.json('path', 'rob')).toMatchObject([{ contacts: ['Rob Pike'] }])
  })

  test('the words of an employer are found without the legal form and the article, too', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Dan Ellis', '--org', 'Acme Robotics Inc')
    await netkeep.ok('add', 'Eve Fox', '--org', 'The Navy')
    for (const who of ['dan', 'eve']) await netkeep.ok('log', who)
    expect(await netkeep.json('path', 'acme robo inc')).toMatchObject([{ contacts: ['Dan Ellis'] }])
    expect(await netkeep.json('path', 'the', 'nav')).toMatchObject([{ contacts: ['Eve Fox'] }])
  })

  test('a leading to, into or at is no part of the name, unless something is called so', async () => {
    const netkeep = await withNavy()
    const navy = await netkeep.ok('path', 'navy')
    for (const towards of ['to', 'INTO', 'at']) expect(await netkeep.ok('path', towards, 'navy')).toBe(navy)
    await netkeep.ok('edit', 'ada', '--org', 'At Home')
    expect(await netkeep.json('path', 'at', 'home')).toMatchObject([{ contacts: ['Ada Lovelace'] }])
    expect((await netkeep.run('path', 'to')).exitCode).toBe(3)
  })

  test('on a terminal up to three others in whose names the words are stand below', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NO_COLOR'] = '1'
    const employers = [
      'Acme',
      'Acme Robotics',
      'Acme Robotics',
      'Acme Foods',
      'New Acme',
      'Acme Zoo',
      'Acme Art',
    ]
    for (const [nth, org] of employers.entries()) await netkeep.ok('add', `Contact ${nth}`, '--org', org)
    await netkeep.ok('edit', 'Contact 6', '--org', 'Univac')
    await netkeep.ok('log', 'Contact 0')
    expect((await netkeep.onTerminal(['path', 'acme'])).stdout).toBe(
      lines(
        'Acme: 1 contact.',
        'Contact 0',
        '  directly  in touch today (warm)',
        "Also: Acme Robotics (2 contacts): netkeep path 'Acme Robotics'",
        "Also: Acme Foods (1 contact): netkeep path 'Acme Foods'",
        "Also: Acme Zoo (1 contact): netkeep path 'Acme Zoo'",
        "Before you write: netkeep brief 'Contact 0'",
      ),
    )
    const { stdout, stderr } = await netkeep.run('path', 'acme')
    expect([stdout.split('\n').length, stderr]).toEqual([2, ''])
  })

  test('a contact of the same name is not meant, and a notice says how to mean it', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('add', 'Univac')
    const { stdout, stderr } = await netkeep.run('path', 'univac')
    expect(stdout).toBe('0.4\t1\tAda Lovelace\tAda Lovelace\t\tin touch 12 months ago\n')
    expect(stderr).toBe(`Univac is a contact too: netkeep path ${await idOf(netkeep, 'univac')}\n`)
  })

  test('--limit counts contacts to reach, and the last line says how many more there are', async () => {
    const netkeep = await withNavy()
    expect(await netkeep.ok('path', 'navy', '--limit', '2')).toBe(
      lines(
        '0.9775\t1\tGrace Hopper\tGrace Hopper\t\tin touch 12 days ago (warm)',
        '0.5376\t2\tBob Kahn\tGrace Hopper\t\tin touch 12 days ago (warm); both at Navy',
        '0.32\t2\tBob Kahn\tAda Lovelace\t\tin touch 12 months ago; reports to Bob Kahn',
      ),
    )
    const { stdout } = await netkeep.onTerminal(['path', 'navy', '--limit', '1'])
    expect(stdout).toBe(
      lines(
        'Navy: 3 contacts.',
        'Grace Hopper',
        '  directly  in touch 12 days ago (warm)',
        'and 2 more: --limit 0',
        'Before you write: netkeep brief grace',
      ),
    )
  })

  test('where nobody works any more names those who did and are in touch, and how to hear of others', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('edit', 'ada', '--org', 'Analytical Engines')
    const { stdout } = await netkeep.onTerminal(['path', 'univac'])
    expect(stdout).toBe(
      lines(
        'Nobody works at Univac, as far as netkeep knows. Worked there before: Ada',
        'Lovelace (in touch 12 months ago). Hear when somebody joins: netkeep watch',
        'Univac',
      ),
    )
    const piped = await netkeep.run('path', 'univac')
    expect(piped).toMatchObject({ stdout: '', exitCode: 0 })
    expect(piped.stderr).toContain('Nobody works at Univac')
    expect(await netkeep.json('path', 'univac')).toEqual([])
  })

  test('where nobody in touch leads says so', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy')
    expect((await netkeep.onTerminal(['path', 'navy'])).stdout).toBe(
      lines(
        'Navy: 1 contact, but nobody you are in touch with leads there. See them: netkeep',
        'list --org Navy',
      ),
    )
  })
})

describe('path to a contact', () => {
  test('goes through two others only where no shorter way is known', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('add', 'Alan Turing')
    await netkeep.ok('relate', 'carl', 'mentor', 'alan')
    const { stdout } = await netkeep.onTerminal(['path', 'alan'])
    expect(stdout).toBe(
      lines(
        'Alan Turing',
        '  through Grace Hopper, then Carl S…  in touch 12 days ago (warm); both at Navy;',
        '                                      Carl Sagan: mentor of Alan Turing',
        'Ask for it: netkeep intro alan --by grace --state offered',
      ),
    )
    await netkeep.ok('relate', 'ada', 'knows', 'alan')
    expect(await netkeep.json('path', 'alan')).toMatchObject([
      {
        contacts: ['Ada Lovelace', 'Alan Turing'],
        hops: 2,
        why: 'in touch 12 months ago; knows Alan Turing',
      },
    ])
  })

  test('who is known, or was asked about, is not to be asked for', async () => {
    const netkeep = createNetkeep()
    for (const name of ['Ada Lovelace', 'Alan Turing']) await netkeep.ok('add', name)
    await netkeep.ok('relate', 'ada', 'friend', 'alan')
    await netkeep.ok('log', 'ada')
    const next = async (): Promise<string | undefined> =>
      (await netkeep.onTerminal(['path', 'alan'])).stdout.split('\n').at(-2)
    expect(await next()).toBe('Ask for it: netkeep intro alan --by ada --state offered')
    await netkeep.ok('intro', 'alan', '--by', 'ada', '--state', 'offered')
    expect(await next()).toBe('Before you write: netkeep brief alan')
    await netkeep.ok('undo')
    await netkeep.ok('log', 'alan', '--on', '2024-11-22')
    expect(await next()).toBe('Before you write: netkeep brief alan')
  })

  test('is found by a typo, as everywhere one reads', async () => {
    const netkeep = await withNavy()
    expect(await netkeep.json('path', 'hoper')).toMatchObject([{ contacts: ['Grace Hopper'], hops: 1 }])
  })

  test('where there is none says how to tell of one', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Alan Turing')
    expect((await netkeep.onTerminal(['path', 'alan'])).stdout).toBe(
      lines(
        'Nobody you are in touch with leads to Alan Turing, as far as netkeep knows. Say',
        `who knows whom: netkeep relate WHO knows ${await idOf(netkeep, 'alan')}`,
      ),
    )
  })

  test('a name of nobody and nothing exits with 3 and says what to type', async () => {
    const netkeep = await withNavy()
    expect(await netkeep.run('path', 'xqzw')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No employer and no contact matches "xqzw".',
        'Search: netkeep find xqzw   An employer, to hear when somebody joins it: netkeep watch xqzw',
      ),
    })
    expect((await netkeep.run('path', ' ')).exitCode).toBe(2)
  })

  test('of several contacts one is chosen on a terminal; elsewhere the candidates are named', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('add', 'Grace Kelly')
    expect((await netkeep.run('path', 'grace')).exitCode).toBe(3)
    const { stdout } = await netkeep.onTerminal(['path', 'grace'], ['Grace Hopper'])
    expect(stdout).toContain('Grace Hopper\n  directly')
  })
})

describe('why a path may work', () => {
  const why = async (netkeep: Netkeep, who: string): Promise<string> =>
    (await netkeep.json('path', who))
      .map((path: { why: string }) => path.why.replace(/^[^;]*; /, ''))
      .join(' | ')

  test('who introduced whom', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('add', 'Bob Kahn', '--introduced-by', 'ada')
    await netkeep.ok('log', 'ada')
    expect(await why(netkeep, 'bob')).toBe('introduced you to Bob Kahn')
    await netkeep.ok('undo')
    await netkeep.ok('log', 'bob')
    expect(await why(netkeep, 'ada')).toBe('introduced to you by Ada Lovelace')
  })

  test('who offered to introduce somebody to you, which is less than having done so', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('log', 'ada')
    await netkeep.ok('intro', 'grace', '--by', 'ada', '--state', 'offered')
    expect(await netkeep.json('path', 'grace')).toMatchObject([
      { weight: 0.6, why: 'in touch today (warm); offered to introduce you to Grace Hopper' },
    ])
    await netkeep.ok('intro', 'update', 'grace', 'made')
    expect(await netkeep.json('path', 'grace')).toMatchObject([
      { weight: 0.75, why: 'in touch today (warm); introduced you to Grace Hopper' },
    ])
    await netkeep.ok('undo')
    await netkeep.ok('undo')
    await netkeep.ok('undo')
    await netkeep.ok('intro', 'grace', '--by', 'ada', '--state', 'agreed')
    await netkeep.ok('log', 'grace')
    expect(await why(netkeep, 'ada')).toBe('to be introduced to you by Ada Lovelace')
  })

  test('employers they had in common, until when', async () => {
    const netkeep = createNetkeep('2020-05-01')
    await netkeep.ok('add', 'Ada Lovelace', '--org', 'Univac')
    await netkeep.ok('add', 'Bob Kahn', '--org', 'Univac')
    netkeep.today = '2024-03-01'
    await netkeep.ok('edit', 'ada', '--org', 'Navy')
    netkeep.today = '2026-11-22'
    await netkeep.ok('log', 'ada')
    expect(await why(netkeep, 'bob')).toBe('was at Univac until 2024, where Bob Kahn is')
    await netkeep.ok('edit', 'bob', '--org', 'Acme')
    expect(await why(netkeep, 'bob')).toBe('both were at Univac until 2024')
    await netkeep.ok('edit', 'ada', '--org', 'Univac')
    expect(await why(netkeep, 'bob')).toBe('at Univac, where Bob Kahn was until 2026')
  })

  test('a removed or merged contact opens no door', async () => {
    const netkeep = await withNavy()
    await netkeep.ok('add', 'Gracie Hopper')
    await netkeep.ok('remove', 'ada')
    expect(await why(netkeep, 'bob')).toBe('both at Navy')
    await netkeep.ok('merge', 'Gracie Hopper', 'Grace Hopper')
    expect(await netkeep.json('path', 'bob')).toMatchObject([{ contacts: ['Gracie Hopper', 'Bob Kahn'] }])
    await netkeep.ok('undo')
    expect(await netkeep.json('path', 'bob')).toMatchObject([{ contacts: ['Grace Hopper', 'Bob Kahn'] }])
  })

  test('control characters in a name never reach the terminal', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NO_COLOR'] = '1'
    await netkeep.ok('add', 'Ev\u001bil', '--org', 'Na\u001b[2Jvy')
    await netkeep.ok('add', 'Bob', '--org', 'Na\u001b[2Jvy')
    await netkeep.ok('log', 'bob')
    const { stdout } = await netkeep.onTerminal(['path', 'evil'])
    expect(stdout).toContain('both at Na\\u{1b}[2Jvy')
    expect(stdout).not.toContain('\u001b')
    expect(await netkeep.ok('path', 'evil')).toContain('; both at Na\\u{1b}[2Jvy\n')
  })

  test('with --json the names in it are as they are', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ev\u200bil', '--org', 'Na\u200bvy')
    await netkeep.ok('add', 'Bob')
    await netkeep.ok('log', 'bob')
    await netkeep.ok('relate', 'bob', 'knows', 'evil')
    expect(await why(netkeep, 'evil')).toBe('knows Ev\u200bil')
  })
})
