import { describe, expect, test } from 'vitest'
import { idOf, lines, namesIn, sha256Of } from '../harness.ts'
import { withFive, withNumbered } from './imported.ts'
import { triage, typed, waiting } from './triaging.ts'

describe('one key a contact', () => {
  test('shows what there is to judge by, and sums up', async () => {
    const netkeep = await withFive()
    const kay = await idOf(netkeep, 'kay')
    const offered: (readonly string[])[] = []
    const look = (key: string) => (keys: readonly string[]) => {
      offered.push(keys)
      return key
    }
    const { exitCode, stdout, stderr } = await netkeep.onTerminal(
      ['triage'],
      [look('2'), look('4'), 'n', 'x', 'space'],
    )
    expect(exitCode).toBe(0)
    expect(stderr).toBe(
      lines(
        '',
        '1 of 5',
        `Grace Hopper  ${await idOf(netkeep, 'grace')}`,
        'Rear admiral, Navy',
        'met on 12 Jan 2020',
        'grace@navy.mil, https://www.linkedin.com/in/grace',
        '2 touchpoints, the last 10 days ago: message, you reached out',
        'Next due 24 Dec.',
        '',
        '2 of 5; so far 1 close',
        `Ada Lovelace  ${await idOf(netkeep, 'ada')}`,
        'Analyst, Engines',
        'met on 3 Mar 2021',
        'ada@engines.example, https://www.linkedin.com/in/ada',
        '2 touchpoints, the last 10 months ago: message, you reached out',
        'Next due 20 Jan 2027.',
        '',
        '3 of 5; so far 1 close, 1 outer',
        `Alan Turing  ${await idOf(netkeep, 'alan')}`,
        'met on 5 May 2020',
        'https://www.linkedin.com/in/alan',
        'one touchpoint, 2 days ago: message, light, they reached out',
        '',
        '4 of 5; so far 1 close, 1 outer, 1 none',
        `Kay McNulty  ${kay}`,
        'Programmer',
        'met on 4 Apr 2025',
        'https://www.linkedin.com/in/kay',
        'not yet in touch',
        '',
        '5 of 5; so far 1 close, 1 outer, 1 none, 1 removed',
        `Zoe Baker  ${await idOf(netkeep, 'zoe')}`,
        'Bakery',
        'met on 3 Mar 2024',
        'https://www.linkedin.com/in/zoe',
        'not yet in touch',
      ),
    )
    expect(stdout).toBe(
      lines(
        'Triaged 4 contacts: 1 close, 1 outer, 1 none, 1 removed; 1 skipped.',
        'This asks for about 1 a month.',
        '1 is left. To go on: netkeep triage',
        'Undo: netkeep undo 4 for all of it, netkeep undo for the last answer',
      ),
    )
    const circles = ['1 inner 2w', '2 close 6w', '3 wide 3m', '4 outer 1y']
    expect(offered).toEqual([
      [...circles, 'n none', 'x remove', 'o open', 'k skip', 'q quit'],
      [...circles, 'n none', 'x remove', 'o open', 'k skip', 'u undo', 'q quit'],
    ])
  })

  test('each answer is a command of its own, as one would have typed it', async () => {
    const netkeep = await withFive()
    await netkeep.ok('circle', 'set', 'old school', '4m')
    const ids = await Promise.all(['grace', 'ada', 'alan', 'kay'].map((who) => idOf(netkeep, who)))
    await triage(netkeep, '2', '4', 'n', 'x', 'k')
    expect(await typed(netkeep)).toEqual([
      `netkeep remove ${ids[3]}`,
      `netkeep every ${ids[2]} none`,
      `netkeep move ${ids[1]} 'old school'`,
      `netkeep move ${ids[0]} close`,
      "netkeep circle set 'old school' 4m",
    ])
    expect(await netkeep.json('show', 'alan')).toMatchObject({ circle: null, standing: 'unscheduled' })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ circle: 'old school' })
    expect(await namesIn(netkeep, 'list')).toEqual([
      'Ada Lovelace',
      'Alan Turing',
      'Grace Hopper',
      'Zoe Baker',
    ])
    await netkeep.ok('undo', '4')
    expect(await waiting(netkeep)).toHaveLength(5)
  })

  test('skipped ones come again another time, the others never', async () => {
    const netkeep = await withFive()
    await triage(netkeep, 'k', 'n', 'k', 'n', 'x')
    expect(await waiting(netkeep)).toEqual(['Grace Hopper', 'Alan Turing'])
    const { stdout } = await triage(netkeep, '1', '1')
    expect(stdout.split('\n')[2]).toBe('Nobody is left. Who is due: netkeep due')
    expect((await triage(netkeep)).stdout).toMatch(/^Nobody to triage/)
  })

  test('q at once changes nothing, and so do skips alone', async () => {
    const netkeep = await withFive()
    const before = sha256Of(netkeep.db)
    expect((await triage(netkeep, 'q')).stdout).toBe(
      lines('Nothing was changed.', '5 are left. To go on: netkeep triage'),
    )
    expect((await triage(netkeep, 'k', 'k', 'q')).stdout).toBe(
      lines('Nothing was changed; 2 skipped.', '5 are left. To go on: netkeep triage'),
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('one answer is taken back by undo', async () => {
    const netkeep = await withFive()
    const { stdout } = await netkeep.onTerminal(['triage', '--org', 'navy'], ['3'])
    expect(stdout).toBe(
      lines(
        'Triaged 1 contact: 1 wide.',
        'This asks for about 1 a month.',
        'Nobody is left. Who is due: netkeep due',
        'Undo: netkeep undo',
      ),
    )
  })

  test('what goes on is what was typed', async () => {
    const netkeep = await withFive()
    const { stdout } = await netkeep.onTerminal(['triage', '--quiet-for', '6m', '--limit', '1'], ['n'])
    expect(stdout).toContain('3 are left. To go on: netkeep triage --quiet-for 6m --limit 1\n')
  })

  test('with --quiet the question stands there, and nothing else is said', async () => {
    const netkeep = await withFive()
    const { stdout, stderr } = await netkeep.onTerminal(['triage', '--org', 'navy', '-q'], ['3'])
    expect(stdout).toBe('')
    expect(stderr.split('\n').slice(1, 3)).toEqual([
      '1 of 1',
      `Grace Hopper  ${await idOf(netkeep, 'grace')}`,
    ])
    expect(stderr).not.toContain('Next due')
  })

  test('above five a day the summary suggests a wider circle', async () => {
    const netkeep = await withNumbered(80)
    const { stdout } = await triage(netkeep, ...Array<string>(80).fill('1'))
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Triaged 80 contacts: 80 inner.',
      'This asks for about 6 a day. That is a lot: think of a wider circle, or leave',
      'some without a cadence (netkeep move WHO none).',
    ])
  })

  test('of more than nine circles the nine closest have a key, and it says so', async () => {
    const netkeep = await withFive()
    for (const days of [1, 2, 3, 4, 5, 6]) await netkeep.ok('circle', 'set', `c${days}`, `${days}d`)
    let offered: readonly string[] = []
    const { stderr } = await netkeep.onTerminal(
      ['triage'],
      [
        (keys) => {
          offered = keys
          return 'q'
        },
      ],
    )
    expect(offered.slice(0, 10)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((days) => `${days} c${days} ${days}d`),
      '7 inner 2w',
      '8 close 6w',
      '9 wide 3m',
      'n none',
    ])
    expect(stderr.split('\n')[0]).toBe(
      'Only the nine closest circles have a key. For another one: k, then netkeep move WHO CIRCLE',
    )
  })

  test('where they met and the note of the last touchpoint are shown, made safe for a terminal', async () => {
    const netkeep = await withFive()
    await netkeep.ok('edit', 'zoe', '--name', 'Zoe \u001b[2J', '--met-at', 'PyCon', '--title', 'Baker')
    await netkeep.ok('log', 'zoe', '--by', 'coffee', '-m', 'about \u001b]0;bread\nand more')
    const { stderr } = await netkeep.onTerminal(['triage', '--org', 'bakery'], ['q'])
    expect(stderr).toBe(
      lines(
        '',
        '1 of 1',
        `Zoe \\u{1b}[2J  ${await idOf(netkeep, 'zoe')}`,
        'Baker, Bakery',
        'met on 3 Mar 2024 at PyCon',
        'https://www.linkedin.com/in/zoe',
        'one touchpoint, today: coffee',
        '  about \\u{1b}]0;bread …',
      ),
    )
  })
})
