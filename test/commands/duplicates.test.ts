import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { type Answer, createNetkeep, idOf, lines, type Netkeep, namesIn } from '../harness.ts'

/** Grace twice, by an address; Bob and Robert, by their names; and Ada. */
async function withPairs(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--email', 'grace@navy.mil')
  await netkeep.ok(
    'add',
    'Grace M. Hopper',
    '--email',
    'grace@navy.mil',
    '--org',
    'Univac',
    '--title',
    'Programmer',
  )
  await netkeep.ok('add', 'Bob Noyce', '--org', 'Intel')
  await netkeep.ok('add', 'Robert Noyce', '--org', 'Intel Corp.')
  await netkeep.ok('add', 'Ada Lovelace')
  await netkeep.ok('log', 'Grace M. Hopper', '--by', 'call', '--on', 'yesterday')
  return netkeep
}

const walk = (netkeep: Netkeep, ...keys: readonly string[]): Promise<Answer> =>
  netkeep.onTerminal(['duplicates', '--no-color'], keys)
const typed = async (netkeep: Netkeep): Promise<readonly string[]> =>
  (await netkeep.json('history')).map((entry: { typed: string }) => entry.typed)

describe('duplicates in a pipe', () => {
  test('has a line for each pair, the likeliest first: the one to keep, the other, and why', async () => {
    const netkeep = await withPairs()
    const id = (who: string): Promise<string> => idOf(netkeep, who)
    expect(await netkeep.ok('duplicates')).toBe(
      lines(
        `96\t${await id('grace m')}\tGrace M. Hopper\t${await id('grace hopper')}\tGrace Hopper\tsame e-mail address grace@navy.mil; one name is a part of the other`,
        `65\t${await id('bob')}\tBob Noyce\t${await id('robert')}\tRobert Noyce\tBob and Robert can be one name; same organization Intel`,
      ),
    )
    expect(await netkeep.ok('duplicates', '--min-score', '90')).toMatch(/^96\t.*\n$/)
    expect(await netkeep.ok('duplicates', '--limit', '1')).toMatch(/^96\t.*\n$/)
    expect(await netkeep.ok('duplicates', 'noyce', 'bob')).toMatch(/^65\t.*\n$/)
    expect(await netkeep.ok('duplicates', 'ada')).toBe('')
  })

  test('with --json has what list has of both', async () => {
    const netkeep = await withPairs()
    const [pair] = await netkeep.json('duplicates')
    const list = await netkeep.json('list')
    const named = (name: string): unknown => list.find((line: { name: string }) => line.name === name)
    expect(pair).toEqual({
      score: 96,
      reasons: [
        { kind: 'email', text: 'same e-mail address grace@navy.mil' },
        { kind: 'part', text: 'one name is a part of the other' },
      ],
      a: named('Grace M. Hopper'),
      b: named('Grace Hopper'),
    })
    expect(await netkeep.json('duplicates', 'ada')).toEqual([])
  })

  test('shows no control characters of a name or an address', async () => {
    const netkeep = createNetkeep()
    for (const name of ['Eve \u001b[2J', 'Eve\u001b[2J'])
      await netkeep.ok('add', name, '--url', 'https://x.org/\u001b[2J', '--org', '\u001b]0;x')
    expect(await netkeep.ok('duplicates')).not.toContain('\u001b')
    netkeep.env = { ...netkeep.env, CI: '1' }
    expect((await netkeep.onTerminal(['duplicates', '--no-color'])).stdout).not.toContain('\u001b')
  })
})

describe('duplicates on a terminal that cannot ask', () => {
  test('says what to type', async () => {
    const netkeep = await withPairs()
    netkeep.env = { ...netkeep.env, CI: '1' }
    netkeep.columns = 120
    const [bob, robert] = [await idOf(netkeep, 'bob'), await idOf(netkeep, 'robert')]
    expect((await netkeep.onTerminal(['duplicates', 'noyce bob', '--no-color'])).stdout).toBe(
      lines(
        `65  ${bob} Bob Noyce  ${robert} Robert Noyce  Bob and Robert can be one name; same organization Intel`,
        `One contact: netkeep merge ${bob} ${robert}`,
        `Two: netkeep duplicates --not-same ${bob} ${robert}`,
        '1 pair.',
      ),
    )
    expect((await netkeep.onTerminal(['duplicates', '--limit', '1', '--no-color'])).stdout).toContain(
      '2 pairs, 1 shown.\n',
    )
  })

  test('says so where there is nothing', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    expect((await netkeep.onTerminal(['duplicates'])).stdout).toBe(
      'No two contacts look like one. Less likely ones: --min-score 30\n',
    )
    expect((await netkeep.onTerminal(['duplicates', 'ada', '--min-score', '10'])).stdout).toBe(
      'Nobody looks like Ada Lovelace.\n',
    )
  })
})

describe('the walk through the pairs', () => {
  test('shows both with the reasons, and merges by a key, as the command that could be typed', async () => {
    const netkeep = await withPairs()
    const [kept, other] = [await idOf(netkeep, 'grace m'), await idOf(netkeep, 'grace hopper')]
    const { stdout, stderr } = await walk(netkeep, 'm', 'q')
    expect(stderr).toBe(
      lines(
        '',
        '1 of 2: 96, same e-mail address grace@navy.mil; one name is a part of the other',
        `Grace M. Hopper  ${kept}`,
        '  Programmer, Univac',
        '  grace@navy.mil',
        '  wide 3m, yesterday, call',
        `Grace Hopper  ${other}`,
        '  grace@navy.mil',
        '  wide 3m, not yet in touch',
        'Merged Grace Hopper into Grace M. Hopper. 1 alias comes over.',
        '',
        '2 of 2: 65, Bob and Robert can be one name; same organization Intel',
        `Bob Noyce  ${await idOf(netkeep, 'bob')}`,
        '  Intel',
        '  wide 3m, not yet in touch',
        `Robert Noyce  ${await idOf(netkeep, 'robert')}`,
        '  Intel Corp.',
        '  wide 3m, not yet in touch',
      ),
    )
    expect(stdout).toBe(
      lines(
        'Merged 1 pair.',
        '1 pair is left. To go on: netkeep duplicates --no-color',
        'Undo: netkeep undo',
      ),
    )
    expect((await typed(netkeep))[0]).toBe(`netkeep merge ${kept} ${other}`)
  })

  test('keeps the other one after a swap', async () => {
    const netkeep = await withPairs()
    await walk(netkeep, 'w', 'm', 's')
    expect(await namesIn(netkeep, 'list')).toEqual([
      'Ada Lovelace',
      'Bob Noyce',
      'Grace Hopper',
      'Robert Noyce',
    ])
  })

  test('comes back to a pair as it was answered: swapped', async () => {
    const netkeep = await withPairs()
    await walk(netkeep, 'w', 'm', 'u', 'm', 's')
    expect(await namesIn(netkeep, 'list')).toEqual([
      'Ada Lovelace',
      'Bob Noyce',
      'Grace Hopper',
      'Robert Noyce',
    ])
  })

  test('remembers who is not the same, and asks no more', async () => {
    const netkeep = await withPairs()
    const { stdout } = await walk(netkeep, 'n', 'n')
    expect(stdout).toBe(
      lines(
        '2 pairs not the same.',
        'No pair is left.',
        'Undo: netkeep undo 2 for all of it, netkeep undo for the last answer',
      ),
    )
    expect(await netkeep.json('duplicates')).toEqual([])
    await netkeep.ok('undo')
    expect(await netkeep.json('duplicates')).toHaveLength(1)
  })

  test('skips with the space bar, takes back with u, and quits', async () => {
    const netkeep = await withPairs()
    const { stdout, stderr } = await walk(netkeep, 'm', 'u', 'space', 'u', 'n', 'q')
    expect(stdout).toBe(
      lines(
        '1 pair not the same.',
        '1 pair is left. To go on: netkeep duplicates --no-color',
        'Undo: netkeep undo',
      ),
    )
    expect(stderr).toContain('Took back: Grace M. Hopper and Grace Hopper, merged.\n')
    expect(stderr).toContain('Took back: Grace M. Hopper and Grace Hopper, skipped.\n')
    expect(await namesIn(netkeep, 'list')).toHaveLength(5)
    expect((await walk(netkeep, 'q')).stdout).toBe(
      lines('Nothing was changed.', '1 pair is left. To go on: netkeep duplicates --no-color'),
    )
  })

  test('goes on with the survivor of an earlier answer, and asks about no two twice', async () => {
    const netkeep = createNetkeep()
    for (const mail of ['a', 'b', 'c']) await netkeep.ok('add', 'Ada Lovelace', '--email', `${mail}@x.org`)
    const { stdout } = await walk(netkeep, 'm', 'm')
    expect(stdout).toBe(
      lines(
        'Merged 2 pairs.',
        'No pair is left.',
        'Undo: netkeep undo 2 for all of it, netkeep undo for the last answer',
      ),
    )
    expect((await netkeep.json('show', 'ada')).emails).toEqual(['a@x.org', 'b@x.org', 'c@x.org'])
    await netkeep.ok('undo', '2')
    expect(await namesIn(netkeep, 'list')).toHaveLength(3)
  })

  test('goes on where notes are too long to be one', async () => {
    const netkeep = await withPairs()
    for (const who of ['grace m', 'grace hopper']) await netkeep.ok('edit', who, '--note', who.repeat(7000))
    const { stdout, stderr } = await walk(netkeep, 'm', 'q')
    expect(stderr).toContain('are too long to be one')
    expect(stdout).toContain('Nothing was changed, 1 skipped.\n')
  })

  test('keeps the answers given before Ctrl-C', async () => {
    const netkeep = await withPairs()
    const interrupt = (): string => {
      throw new UserError('interrupted', 'Stopped; nothing was changed.')
    }
    expect(await netkeep.onTerminal(['duplicates'], ['n', interrupt])).toMatchObject({
      exitCode: 130,
      stderr: expect.stringContaining(
        'Stopped; your answer is kept.\nTo go on: netkeep duplicates   Undo: netkeep undo\n',
      ),
    })
    expect(await netkeep.json('duplicates')).toHaveLength(1)
  })
})

describe('duplicates --not-same', () => {
  test('remembers it as a command', async () => {
    const netkeep = await withPairs()
    const [bob, robert] = [await idOf(netkeep, 'bob'), await idOf(netkeep, 'robert')]
    const said = `Bob Noyce (${bob}) and Robert Noyce (${robert}) are two; the pair is not shown again.`
    expect(await netkeep.ok('duplicates', '--not-same', 'bob', 'robert')).toBe(
      lines(`${said} Undo: netkeep undo`),
    )
    expect(await netkeep.ok('duplicates', '--not-same', 'robert', 'bob')).toBe(
      lines(
        `Robert Noyce (${robert}) and Bob Noyce (${bob}) are two; the pair is not shown again. That was known; nothing was changed.`,
      ),
    )
    expect(await netkeep.json('duplicates')).toHaveLength(1)
    expect((await netkeep.onTerminal(['history', 'bob', '--no-color', '--limit', '1'])).stdout).toContain(
      'not same: Bob Noyce and Robert Noyce\n',
    )
    expect(await netkeep.ok('merge', 'bob', 'robert')).toContain('Merged Robert Noyce into Bob Noyce.')
  })

  test('takes two contacts and nothing else', async () => {
    const netkeep = await withPairs()
    expect(await netkeep.run('duplicates', '--not-same')).toMatchObject({
      exitCode: 2,
      stderr: lines(
        'netkeep: Which two contacts are not the same?',
        'Type: netkeep duplicates --not-same WHO WHO. Their ids: netkeep duplicates --plain',
      ),
    })
    expect(await netkeep.run('duplicates', '--not-same', 'ada')).toMatchObject({ exitCode: 2 })
    expect(await netkeep.run('duplicates', '--not-same', 'ada', 'bob', '--limit', '3')).toMatchObject({
      exitCode: 2,
    })
  })
})

test.each(['101', '-1', 'many', '0.5'])('--min-score=%s is refused', async (score) => {
  const netkeep = await withPairs()
  expect(await netkeep.run('duplicates', `--min-score=${score}`)).toMatchObject({ exitCode: 2, stdout: '' })
})
