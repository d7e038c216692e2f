import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'

async function withMembers(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.withInput('Grace\nAda\nAlan', 'add', '-', '--circle', 'close')
  return netkeep
}

describe('circle list', () => {
  test('on a terminal is a table, the closest first', async () => {
    const netkeep = await withMembers()
    expect((await netkeep.onTerminal(['circle'])).stdout).toBe(
      lines(
        'inner  every 2w  0 contacts',
        'close  every 6w  3 contacts',
        'wide   every 3m  0 contacts  default',
        'outer  every 1y  0 contacts',
      ),
    )
  })

  test('in a pipe is tab-separated', async () => {
    const netkeep = await withMembers()
    expect(await netkeep.ok('circle', 'list')).toBe(
      lines('inner\t2w\t0', 'close\t6w\t3', 'wide\t3m\t0', 'outer\t1y\t0'),
    )
  })

  test('with --json has these fields', async () => {
    const netkeep = await withMembers()
    const circles = await netkeep.json('circle')
    expect(circles[1]).toEqual({
      uid: expect.any(String),
      name: 'close',
      interval: '6w',
      contacts: 3,
      isDefault: false,
    })
    expect(circles[2]).toMatchObject({ name: 'wide', isDefault: true })
  })
})

describe('circle set', () => {
  test('adds a circle where there is none', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('circle', 'set', 'team', 'weekly')).toEqual({
      exitCode: 0,
      stdout: 'Added the circle team, every 1w. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await namesIn(netkeep, 'circle')).toEqual(['team', 'inner', 'close', 'wide', 'outer'])
  })

  test('changes the interval of one that is there, in any case, and of its members', async () => {
    const netkeep = await withMembers()
    expect((await netkeep.onTerminal(['circle', 'set', 'CLOSE', '8', 'weeks'])).stdout).toBe(
      'The circle CLOSE is now every 8w. This asks for about 2 a month.\nUndo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      circle: 'close',
      interval: '8w',
      dueOn: '2026-11-15',
    })
  })

  test('members that would all be due at once are spread', async () => {
    const netkeep = await withMembers()
    netkeep.today = '2026-10-20'
    expect(await netkeep.ok('circle', 'set', 'close', '3w')).toBe(
      'The circle close is now every 3w. This asks for about 1 a week. 3 contacts that would be due at once are spread over the interval (--as-is leaves the plain dates). Undo: netkeep undo\n',
    )
    expect(
      (await netkeep.json('list', '--sort', 'due')).map(({ dueOn }: { dueOn: string }) => dueOn),
    ).toEqual([...['2026-10-20', '2026-10-27', '2026-11-03']])
  })

  test('with --as-is they are left as late as the interval says', async () => {
    const netkeep = await withMembers()
    netkeep.today = '2026-10-20'
    await netkeep.ok('circle', 'set', 'close', '3w', '--as-is')
    expect(await netkeep.ok('due', '--count')).toBe('3\n')
  })

  test('those who are late already stay as late as they are', async () => {
    const netkeep = await withMembers()
    netkeep.today = '2026-11-22'
    await netkeep.ok('circle', 'set', 'close', '5w')
    expect(await netkeep.ok('due', '--count')).toBe('3\n')
  })

  test('the interval it has already changes nothing', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('circle', 'set', 'inner', 'P2W')).toBe('The circle inner is every 2w already.\n')
    expect(await netkeep.json('history')).toEqual([])
  })

  test('with --json prints the circles', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.json('circle', 'set', 'team', '1w'))[0]).toMatchObject({
      name: 'team',
      interval: '1w',
    })
  })

  test.each([
    ['an interval of no days', ['set', 'close', '0d'], '"0d" is not an interval.'],
    ['no interval', ['set', 'close'], '"" is not an interval.'],
    ['no name', ['set'], 'Name a circle.'],
    ['a name that means something else', ['set', 'None', '1w'], 'No circle can be called "None".'],
    ['an empty name', ['set', ' ', '1w'], 'The circle name is empty.'],
    ['what circle cannot do', ['rename', 'close', 'near'], '"rename" is nothing that circle does.'],
  ])('refuses %s and changes nothing', async (_case, args, message) => {
    const netkeep = await withMembers()
    const before = sha256Of(netkeep.db)
    const { exitCode, stderr } = await netkeep.run('circle', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('circle remove', () => {
  test('removes one without members', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('circle', 'remove', 'Outer')).toEqual({
      exitCode: 0,
      stdout: 'Removed the circle outer. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await namesIn(netkeep, 'circle')).toEqual(['inner', 'close', 'wide'])
  })

  test('refuses one with members, and says what to type', async () => {
    const netkeep = await withMembers()
    expect(await netkeep.run('circle', 'remove', 'close')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        'netkeep: The circle close has 3 contacts; nothing was changed.',
        'Say which circle takes its place: netkeep circle remove close --move-to CIRCLE',
      ),
    })
    expect(await namesIn(netkeep, 'circle')).toHaveLength(4)
  })

  test('refuses the default one', async () => {
    const netkeep = createNetkeep()
    for (const options of [[], ['--move-to', 'none']]) {
      const { exitCode, stderr } = await netkeep.run('circle', 'remove', 'wide', ...options)
      expect([exitCode, stderr.split('\n')[0]]).toEqual([
        1,
        'netkeep: The circle wide is the one that new contacts join; nothing was changed.',
      ])
    }
  })

  test('with --move-to its members move there, and new contacts join that', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    expect((await netkeep.onTerminal(['circle', 'remove', 'wide', '--move-to', 'outer'])).stdout).toBe(
      'Removed the circle wide. Its members are in outer now. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: 'outer', interval: '1y' })
    expect((await netkeep.json('add', 'Ada')).circle).toBe('outer')
  })

  test('members that would be due in the other circle are spread', async () => {
    const netkeep = await withMembers()
    netkeep.today = '2026-10-20'
    await netkeep.ok('circle', 'remove', 'close', '--move-to', 'inner')
    expect(
      (await netkeep.json('list', '--sort', 'due')).map(({ dueOn }: { dueOn: string }) => dueOn),
    ).toEqual([...['2026-10-20', '2026-10-24', '2026-10-29']])
  })

  test('--move-to none leaves the members without a circle', async () => {
    const netkeep = await withMembers()
    expect(await netkeep.ok('circle', 'remove', 'close', '--move-to', 'none')).toBe(
      'Removed the circle close. Its members are in no circle now. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: null, standing: 'unscheduled' })
  })

  test('one undo brings back the circle, its members and the default', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    const before = [await netkeep.json('circle'), await netkeep.json('show', 'grace')]
    await netkeep.ok('circle', 'remove', 'wide', '--move-to', 'outer')
    await netkeep.ok('undo')
    expect([await netkeep.json('circle'), await netkeep.json('show', 'grace')]).toEqual(before)
  })

  test.each([
    ['one that is not there', ['team'], 'There is no circle "team".'],
    ['moving into one that is not there', ['close', '--move-to', 'team'], 'There is no circle "team".'],
    ['moving into itself', ['close', '--move-to', 'CLOSE'], 'A circle cannot be moved into itself.'],
  ])('refuses %s', async (_case, args, message) => {
    const netkeep = await withMembers()
    const { exitCode, stderr } = await netkeep.run('circle', 'remove', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
  })
})
