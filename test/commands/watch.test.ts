import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

async function withWatches(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy')
  await netkeep.ok('add', 'Bob Kahn', '--org', 'Navy')
  await netkeep.ok('add', 'Carl Sagan', '--org', 'Acme Robotics')
  await netkeep.ok('log', 'grace', '--on', '2026-11-10')
  await netkeep.ok('watch', 'navy', 'inc')
  await netkeep.ok('watch', 'acme robotics')
  await netkeep.ok('watch', 'Initech')
  return netkeep
}

/** LinkedIn's list of connections. */
function connections(netkeep: Netkeep, ...rows: readonly string[]): string {
  const file = path.join(netkeep.folder, 'Connections.csv')
  writeFileSync(file, lines('First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows))
  return file
}
const ADA_AT = (company: string): string =>
  `Ada,Lovelace,https://www.linkedin.com/in/ada,,${company},Analyst,01 Mar 2020`

test('two words typed are two words of a watched employer', async () => {
  const netkeep = await withWatches()
  const { exitCode, stderr } = await netkeep.run('watch', 'remove', 'acme acme')
  expect([exitCode, stderr.split('\n')[0]]).toEqual([
    3,
    'netkeep: No employer "acme acme" is watched; nothing was changed.',
  ])
  expect(await netkeep.ok('watch', 'remove', 'rob acm')).toContain('Not watching Acme Robotics any more.')
})

describe('watch list', () => {
  test('on a terminal says how many are there, known and within reach, and what to type next', async () => {
    const netkeep = await withWatches()
    expect((await netkeep.onTerminal(['watch'])).stdout).toBe(
      lines(
        'Acme Robotics  1 there  0 known  0 second degree  not yet in touch',
        'Initech        0 there  0 known  0 second degree  not yet in touch',
        'Navy           2 there  1 known  1 second degree  12 days ago',
        "Who can open the door: netkeep path 'Acme Robotics'",
      ),
    )
  })

  test('in a pipe is tab-separated', async () => {
    const netkeep = await withWatches()
    expect(await netkeep.ok('watch', 'list')).toBe(
      lines(
        'Acme Robotics\t2026-11-22\t1\t0\t0\t\t0',
        'Initech\t2026-11-22\t0\t0\t0\t\t0',
        'Navy\t2026-11-22\t2\t1\t1\t2026-11-10\t0',
      ),
    )
  })

  test('with --json has exactly these fields', async () => {
    const netkeep = await withWatches()
    const [, , navy] = await netkeep.json('watch', 'list')
    expect(navy).toEqual({
      uid: expect.any(String),
      company: 'Navy',
      since: '2026-11-22',
      there: ['Bob Kahn', 'Grace Hopper'],
      secondDegree: ['Bob Kahn'],
      lastTouchOn: '2026-11-10',
      news: [],
    })
  })

  test('of nothing says what to type, in a pipe nothing', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['watch'])).stdout).toBe(
      'No employers are watched yet. Watch one: netkeep watch "Acme Robotics"\n',
    )
    expect(await netkeep.ok('watch', 'list')).toBe('')
    expect(await netkeep.json('watch')).toEqual([])
  })

  test('tells who joined from another employer, and whom an import brought', async () => {
    const netkeep = await withWatches()
    netkeep.today = '2026-11-23'
    await netkeep.ok('import', connections(netkeep, ADA_AT('Univac'), ',,,,,,'))
    netkeep.today = '2026-12-03'
    const row = 'Zoe,Novak,https://www.linkedin.com/in/zoe,,Navy,Captain,01 Mar 2020'
    const file = connections(netkeep, ADA_AT('NAVY'), row)
    expect((await netkeep.json('import', file, '--dry-run')).watched).toEqual([
      { name: 'Ada Lovelace', company: 'Navy', before: 'Univac' },
      { name: 'Zoe Novak', company: 'Navy', before: null },
    ])
    expect(await netkeep.ok('import', file)).toContain(
      lines(
        'At an employer you watch (see: netkeep watch):',
        '  Ada Lovelace joined Navy, from Univac',
        '  Zoe Novak is at Navy',
      ),
    )
    const [, , navy] = await netkeep.json('watch', 'list')
    expect(navy.news).toEqual([
      { name: 'Ada Lovelace', on: '2026-12-03', before: 'Univac' },
      { name: 'Zoe Novak', on: '2026-12-03', before: null },
    ])
    expect((await netkeep.onTerminal(['watch'])).stdout).toContain(
      lines(
        'Ada Lovelace joined Navy on 3 Dec, from Univac',
        'Zoe Novak joined Navy on 3 Dec',
        'Who can open the door: netkeep path Navy',
      ),
    )
    expect((await netkeep.json('import', file)).watched).toEqual([])
  })
})

describe('watch', () => {
  test('takes the spelling of those who work there, and tells how many they are', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--org', 'U.S. Navy')
    expect(await netkeep.run('watch', 'u s', 'navy, inc.')).toEqual({
      exitCode: 0,
      stdout: 'Watching U.S. Navy: 1 contact there, 0 of them in touch with you. Undo: netkeep undo\n',
      stderr: "See them: netkeep path 'U.S. Navy'\n",
    })
    expect(await netkeep.ok('watch', 'U.S. NAVY')).toBe(
      'U.S. Navy is watched already; nothing was changed.\n',
    )
  })

  test.each([',', '…!', '🚀'])('of %s is a slip: an employer has a letter or a digit', async (name) => {
    const netkeep = createNetkeep()
    const { exitCode, stderr } = await netkeep.run('watch', name)
    expect([exitCode, stderr]).toEqual([
      2,
      lines(
        `netkeep: "${name}" is no employer: there is neither a letter nor a digit in it.`,
        'Watch one: netkeep watch "Acme Robotics"',
      ),
    ])
    for (const employer of ['The', '3', '楽天']) await netkeep.ok('watch', employer)
  })

  test('of an employer that nobody works at names those with a similar name', async () => {
    const netkeep = await withWatches()
    expect(await netkeep.ok('watch', 'Acme')).toBe(
      'Watching Acme: no contacts there yet. Similar: Acme Robotics. Undo: netkeep undo\n',
    )
  })

  test('add says that the rest is an employer, whatever it is called', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('watch', 'add', 'google')).toContain('Watching google: ')
    expect(await netkeep.ok('watch', 'add', 'list', 'acme')).toContain('Watching list acme: ')
    expect((await netkeep.run('watch', 'add')).exitCode).toBe(2)
    await netkeep.ok('add', 'Ada Lovelace', '--org', 'Add Systems')
    expect(await netkeep.ok('watch', 'add', 'systems')).toContain('Watching Add Systems: 1 contact')
  })

  test.each([
    [['list', 'acme'], 'netkeep watch add acme', "'list acme'"],
    [['show'], 'netkeep watch list', 'show'],
    [['show', 'acme'], 'netkeep path acme', "'show acme'"],
    [['lst'], 'netkeep watch list', 'lst'],
    [['rm', 'navy'], 'netkeep watch remove navy', "'rm navy'"],
    [['Delete', 'navy'], 'netkeep watch remove navy', "'Delete navy'"],
    [['remvoe', 'navy'], 'netkeep watch remove navy', "'remvoe navy'"],
  ])('%s is no employer, and the right command is named', async (words, right, name) => {
    const netkeep = await withWatches()
    const { exitCode, stderr } = await netkeep.run('watch', ...words)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`"${words[0]}" is nothing that watch does`)
    expect(stderr).toContain(`Perhaps: ${right}   An employer of that name: netkeep watch add ${name}\n`)
    expect(await netkeep.json('watch')).toHaveLength(3)
  })

  test('an employer of contacts is one, though it is called like an action', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace', '--org', 'Show')
    expect(await netkeep.ok('watch', 'show')).toContain('Watching Show: 1 contact there')
  })

  test('remove ends it, by any words of the name; undo brings it back with its day', async () => {
    const netkeep = await withWatches()
    netkeep.today = '2026-12-24'
    expect(await netkeep.ok('watch', 'remove', 'rob')).toBe(
      'Not watching Acme Robotics any more. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('watch')).toMatchObject([{ company: 'Initech' }, { company: 'Navy' }])
    await netkeep.ok('undo')
    expect(await netkeep.json('watch')).toMatchObject([
      { company: 'Acme Robotics', since: '2026-11-22' },
      { company: 'Initech' },
      { company: 'Navy' },
    ])
    await netkeep.ok('redo')
    await netkeep.ok('watch', 'Acme Robotics')
    expect(await netkeep.json('watch')).toMatchObject([{ since: '2026-12-24' }, {}, {}])
  })

  test('remove of what is not watched exits with 3 and names what is; without a name with 2', async () => {
    const netkeep = await withWatches()
    expect(await netkeep.run('watch', 'remove', 'Globex')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No employer "Globex" is watched; nothing was changed.',
        'Watched: Acme Robotics, Initech, Navy',
      ),
    })
    expect((await netkeep.run('watch', 'remove')).exitCode).toBe(2)
    expect((await netkeep.run('watch', '')).exitCode).toBe(2)
  })

  test('remove of what may be several asks on a terminal', async () => {
    const netkeep = await withWatches()
    await netkeep.ok('watch', 'Robotics United')
    expect((await netkeep.run('watch', 'remove', 'robotics')).exitCode).toBe(3)
    const { stdout } = await netkeep.onTerminal(['watch', 'remove', 'robotics'], ['Robotics United'])
    expect(stdout).toContain('Not watching Robotics United any more.')
  })

  test('history has each of them as a command', async () => {
    const netkeep = await withWatches()
    await netkeep.ok('watch', 'remove', 'navy')
    await netkeep.ok('watch', 'initech')
    expect(await netkeep.json('history', '--limit', '2')).toMatchObject([
      { typed: 'netkeep watch remove navy' },
      { typed: 'netkeep watch Initech' },
    ])
  })
})
