import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, namesIn } from '../harness.ts'
import { withFive, withNumbered } from './imported.ts'
import { triage, waiting } from './triaging.ts'

describe('who is asked about', () => {
  test('imported contacts: most touchpoints first, then the latest touchpoint, then the day met', async () => {
    expect(await waiting(await withFive())).toEqual([
      'Grace Hopper',
      'Ada Lovelace',
      'Alan Turing',
      'Kay McNulty',
      'Zoe Baker',
    ])
  })

  test('any touchpoint counts, an attempt or a light one too, and one taken back does not', async () => {
    const netkeep = await withFive()
    await netkeep.ok('log', 'zoe', '--attempt')
    await netkeep.ok('log', 'zoe', '--light')
    await netkeep.ok('log', 'zoe')
    expect((await waiting(netkeep))[0]).toBe('Zoe Baker')
    await netkeep.ok('undo', '2')
    expect(await waiting(netkeep)).toEqual([
      'Grace Hopper',
      'Ada Lovelace',
      'Zoe Baker',
      'Alan Turing',
      'Kay McNulty',
    ])
  })

  test('nobody added by hand, and nobody with a circle, an interval or a pause', async () => {
    const netkeep = await withFive()
    await netkeep.ok('add', 'Jean Bartik', '--circle', 'none')
    await netkeep.ok('move', 'grace', 'close')
    await netkeep.ok('every', 'ada', '2w')
    await netkeep.ok('every', 'kay', 'none')
    await netkeep.ok('pause', 'alan')
    expect(await waiting(netkeep)).toEqual(['Zoe Baker'])
    await netkeep.ok('remove', 'zoe')
    expect(await waiting(netkeep)).toEqual([])
    await netkeep.ok('resume', 'alan')
    await netkeep.ok('move', 'grace', 'none')
    expect(await waiting(netkeep)).toEqual(['Grace Hopper', 'Alan Turing'])
  })

  test('the filters of lists, and --limit', async () => {
    const netkeep = await withFive()
    await netkeep.ok('tag', 'kay', 'zoe', '+school')
    expect(await namesIn(netkeep, 'triage', '--org', 'navy')).toEqual(['Grace Hopper'])
    expect(await namesIn(netkeep, 'triage', '--tag', 'school')).toEqual(['Kay McNulty', 'Zoe Baker'])
    expect(await namesIn(netkeep, 'triage', '--quiet-for', '6m', '--limit', '2')).toEqual([
      'Ada Lovelace',
      'Alan Turing',
    ])
    expect(await namesIn(netkeep, 'triage', '--limit', '0')).toHaveLength(5)
  })

  test.each([
    [['--circle', 'close'], "Unknown option '--circle'."],
    [['--standing', 'warm'], "Unknown option '--standing'."],
    [['--limit', 'few'], '"few" is not a whole number.'],
    [['grace'], "Too many arguments for 'triage'. Expected 0 arguments but got 1."],
  ])('%j is refused', async (args, message) => {
    const { exitCode, stderr } = await (await withFive()).run('triage', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
  })
})

describe('where nothing can be asked', () => {
  test('a pipe gets the list in order', async () => {
    const netkeep = await withFive()
    const { exitCode, stdout, stderr } = await netkeep.run('triage')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toBe(
      lines(
        `${await idOf(netkeep, 'grace')}\tGrace Hopper\tNavy\tRear admiral\t2\t2026-11-12\t2020-01-12`,
        `${await idOf(netkeep, 'ada')}\tAda Lovelace\tEngines\tAnalyst\t2\t2026-01-20\t2021-03-03`,
        `${await idOf(netkeep, 'alan')}\tAlan Turing\t\t\t1\t2026-11-20\t2020-05-05`,
        `${await idOf(netkeep, 'kay')}\tKay McNulty\t\tProgrammer\t0\t\t2025-04-04`,
        `${await idOf(netkeep, 'zoe')}\tZoe Baker\tBakery\t\t0\t\t2024-03-03`,
      ),
    )
    expect((await netkeep.onTerminal(['triage', '--plain'])).stdout).toBe(stdout)
  })

  test('--json has the same', async () => {
    const netkeep = await withFive()
    const { uid, id } = await netkeep.json('show', 'grace')
    expect(await netkeep.json('triage', '--limit', '1')).toEqual([
      {
        uid,
        id,
        name: 'Grace Hopper',
        organization: 'Navy',
        title: 'Rear admiral',
        touchpoints: 2,
        lastOn: '2026-11-12',
        metOn: '2020-01-12',
      },
    ])
  })

  test('a terminal gets it aligned, and how to go on', async () => {
    const netkeep = await withFive()
    netkeep.env['CI'] = 'true'
    expect((await netkeep.onTerminal(['triage', '--limit', '4'])).stdout).toBe(
      lines(
        'Grace Hopper  Navy     Rear admiral  2 touchpoints  10 days ago',
        'Ada Lovelace  Engines  Analyst       2 touchpoints  10 months ago',
        'Alan Turing                          1 touchpoint   2 days ago',
        'Kay McNulty            Programmer                   met 4 Apr 2025',
        '5 contacts, 4 shown. Give each a circle: netkeep move WHO CIRCLE',
      ),
    )
  })
})

describe('nobody to triage', () => {
  test('before any import', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--circle', 'none')
    expect(await triage(netkeep)).toEqual({
      exitCode: 0,
      stdout: 'Nobody to triage: no contact was imported yet. Bring yours: netkeep import FILE\n',
      stderr: '',
    })
    expect(await netkeep.ok('triage')).toBe('')
    expect(await netkeep.json('triage')).toEqual([])
  })

  test('when all have their answers', async () => {
    const netkeep = await withNumbered(1)
    await netkeep.ok('move', 'c01', 'outer')
    expect((await triage(netkeep)).stdout).toBe(
      'Nobody to triage: every imported contact has its answer. Who is due: netkeep due\n',
    )
  })

  test('of that kind', async () => {
    const netkeep = await withNumbered(1)
    expect((await netkeep.onTerminal(['triage', '--org', 'navy'])).stdout).toBe(
      'Nobody of that kind waits for a circle. All who do: netkeep triage\n',
    )
  })
})
