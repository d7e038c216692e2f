import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { UserError } from '../../src/errors.ts'
import { removeCircle } from '../../src/store/circles.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import { setCadence, setDeleted } from '../../src/store/contacts.ts'
import { createNetkeep, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'
import { withFive, withNumbered } from './imported.ts'

/** Each offers its keys as `1 inner 2w`; the harness takes the key for a reply. */
const triage = (netkeep: Netkeep, ...keys: readonly string[]) => netkeep.onTerminal(['triage'], keys)

/** Those who wait, in order. */
const waiting = (netkeep: Netkeep) => namesIn(netkeep, 'triage')

/** What was typed, the last first, without the import. */
async function typed(netkeep: Netkeep): Promise<readonly string[]> {
  const entries: readonly { typed: string }[] = await netkeep.json('history')
  return entries.slice(0, -1).map((entry) => entry.typed)
}

const idOf = async (netkeep: Netkeep, who: string): Promise<string> => (await netkeep.json('show', who)).id

/** As another shell would, while the question stands there. */
async function meanwhile(netkeep: Netkeep, who: string, body: (change: Change, uid: string) => void) {
  const { uid } = await netkeep.json('show', who)
  return (key: string) => (): string => {
    const input = { typed: 'netkeep elsewhere', at: `${netkeep.today}T12:00:00.000+00:00` }
    recordCommand(netkeep.store(), input, (change) => body(change, uid))
    return key
  }
}

const interrupt = (): string => {
  throw new UserError('interrupted', 'Stopped; nothing was changed.')
}

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

describe('u takes the last answer back', () => {
  test('and shows that contact again, as far back as the first', async () => {
    const netkeep = await withFive()
    const { stdout, stderr } = await triage(netkeep, '2', 'x', 'n', 'u', 'u', 'u', '1', 'q')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 inner.')
    expect(stderr.split('\n').filter((line) => line.startsWith('Took back'))).toEqual([
      'Took back: Alan Turing, none.',
      'Took back: Ada Lovelace, removed.',
      'Took back: Grace Hopper, close.',
    ])
    expect(await waiting(netkeep)).toEqual(['Ada Lovelace', 'Alan Turing', 'Kay McNulty', 'Zoe Baker'])
    expect((await netkeep.json('show', 'grace')).circle).toBe('inner')
  })

  test('in the history it is an undo', async () => {
    const netkeep = await withFive()
    const id = await idOf(netkeep, 'grace')
    await triage(netkeep, '2', 'u', 'q')
    const entries: readonly { kind: string; typed: string; undone: boolean }[] = await netkeep.json('history')
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'undo', typed: 'netkeep undo', undone: false },
      { kind: 'do', typed: `netkeep move ${id} close`, undone: true },
    ])
    expect((await netkeep.ok('redo')).split(' (')[0]).toBe(`Done again: netkeep move ${id} close`)
  })

  test('a skip too, without a command', async () => {
    const netkeep = await withFive()
    const { stdout } = await triage(netkeep, 'k', 'u', '2', 'q')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 close.')
    expect(await typed(netkeep)).toHaveLength(1)
  })

  test('only answers of this triage', async () => {
    const netkeep = await withFive()
    await netkeep.ok('move', 'grace', 'close')
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['triage'],
      [
        '1',
        'u',
        (keys) => {
          offered = keys
          return 'q'
        },
      ],
    )
    expect(offered.map((key) => key[0])).not.toContain('u')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
  })

  test('not over what another shell did since', async () => {
    const netkeep = await withFive()
    const tagged = await meanwhile(netkeep, 'zoe', ({ db }, uid) => {
      setCadence(db, uid, { interval: '3w' })
    })
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], ['2', tagged('u'), 'q'])
    expect(stderr).toContain(
      'Something else was done since, so that is no longer the last command: netkeep history\n',
    )
    expect(stdout.split('\n').at(-2)).toBe('Undo: something else was done in between, see netkeep history')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
    expect((await netkeep.json('show', 'zoe')).interval).toBe('3w')
  })
})

describe('interrupted', () => {
  test('what was answered is kept, and the next run goes on with the rest', async () => {
    const netkeep = await withFive()
    const answer = await netkeep.onTerminal(['triage'], ['2', 'k', 'n', interrupt])
    expect({ ...answer, stderr: lines(...answer.stderr.split('\n').slice(-3, -1)) }).toEqual({
      exitCode: 130,
      stdout: '',
      stderr: lines(
        'netkeep: Stopped; your 2 answers are kept.',
        'To go on: netkeep triage   Undo: netkeep undo 2 for all of it, netkeep undo for the last answer',
      ),
    })
    const next = await triage(netkeep, '4', '4', '4')
    expect(next.stdout.split('\n')[0]).toBe('Triaged 3 contacts: 3 outer.')
  })

  test('before any answer nothing was changed', async () => {
    const netkeep = await withFive()
    const { exitCode, stderr } = await netkeep.onTerminal(['triage'], [interrupt])
    expect(exitCode).toBe(130)
    expect(stderr.split('\n').slice(-3)).toEqual([
      'netkeep: Stopped; nothing was changed.',
      'To go on: netkeep triage',
      '',
    ])
  })

  test('after one answer that is kept', async () => {
    const netkeep = await withFive()
    const { stderr } = await netkeep.onTerminal(['triage', '--org', 'e'], ['n', interrupt])
    expect(stderr.split('\n').slice(-3)).toEqual([
      'netkeep: Stopped; your answer is kept.',
      'To go on: netkeep triage --org e   Undo: netkeep undo',
      '',
    ])
  })
})

describe('another shell meanwhile', () => {
  test('a contact it removed is passed over', async () => {
    const netkeep = await withFive()
    const removing = await meanwhile(netkeep, 'grace', ({ db }, uid) => setDeleted(db, uid, 1))
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], [removing('2'), '3', 'q'])
    expect(stderr).toContain('Passed over: Grace Hopper was removed meanwhile.\n')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 wide.')
    expect((await netkeep.json('show', 'ada')).circle).toBe('wide')
    expect(await namesIn(netkeep, 'list')).not.toContain('Grace Hopper')
  })

  test('so is one that it gave a cadence while its card stood there', async () => {
    const netkeep = await withFive()
    const moving = await meanwhile(netkeep, 'grace', ({ db }, uid) => {
      setCadence(db, uid, { interval: '1y' })
    })
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], [moving('2'), 'q'])
    expect(stderr).toContain('Passed over: Grace Hopper was given a cadence, or paused, meanwhile.\n')
    expect(stdout.split('\n')[0]).toBe('Nothing was changed.')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: null, interval: '1y' })
  })

  test('and one whose card was still to come', async () => {
    const netkeep = await withFive()
    const moving = await meanwhile(netkeep, 'ada', ({ db }, uid) => {
      setCadence(db, uid, { interval: '1y' })
    })
    const { stderr } = await netkeep.onTerminal(['triage'], [moving('2'), 'q'])
    expect(stderr).toContain(
      'Passed over: Ada Lovelace was given a cadence, or paused, meanwhile.\n\n3 of 5; so far 1 close\n',
    )
    expect((await netkeep.json('show', 'ada')).interval).toBe('1y')
  })

  test('into a circle that it removed nobody is moved: the question is asked again', async () => {
    const netkeep = await withFive()
    const { uid }: { uid: string } = (await netkeep.json('circle'))[0]
    const removing = await meanwhile(netkeep, 'zoe', ({ db }) => removeCircle(db, uid))
    let offered: readonly string[] = []
    const { stderr } = await netkeep.onTerminal(
      ['triage'],
      [
        removing('1'),
        (keys) => {
          offered = keys
          return '1'
        },
        'q',
      ],
    )
    expect(stderr).toContain('That circle was removed a moment ago.\n\n1 of 5\n')
    expect(offered[0]).toBe('1 close 6w')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
  })
})

describe('the starting days', () => {
  type Listed = { name: string; circle: string | null; dueOn: CalendarDate; standing: string }
  const datesOf = async (netkeep: Netkeep): Promise<Readonly<Record<string, string>>> => {
    const list: readonly Listed[] = await netkeep.json('list')
    return Object.fromEntries(list.map(({ name, dueOn }) => [name.split(' ')[0], dueOn]))
  }

  test('the first starts today, the second half an interval later, then the quarters', async () => {
    const netkeep = await withNumbered(4)
    await triage(netkeep, '1', '1', '1', '1')
    // Never touched, the one met last comes first.
    expect(await datesOf(netkeep)).toEqual({
      C04: '2026-11-22',
      C03: '2026-11-29',
      C02: '2026-11-25',
      C01: '2026-12-02',
    })
  })

  test('whoever is warm keeps the plain day, and the others keep away from it', async () => {
    const netkeep = await withFive()
    await triage(netkeep, '2', '2', 'n', '2', 'q')
    expect(await datesOf(netkeep)).toMatchObject({
      Grace: '2026-12-24', // 12 November + 6 weeks
      Ada: '2026-12-03', // half of 42 days away from it on either side
      Kay: '2026-11-22', // the middle of the other half, which goes around
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      standing: 'snoozed',
      lastTouchOn: '2026-01-20',
    })
    expect(await netkeep.json('show', 'kay')).toMatchObject({ standing: 'due', lastTouchOn: null })
  })

  test('each answer changes one contact only', async () => {
    const netkeep = await withNumbered(3)
    await triage(netkeep, '3', '3', '3')
    const entries: readonly { changes: readonly { uid: string }[] }[] = await netkeep.json('history')
    expect(entries.slice(0, 3).map(({ changes }) => new Set(changes.map(({ uid }) => uid)).size)).toEqual([
      1, 1, 1,
    ])
  })

  test('are the same whether triaged in one go or in several', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => String(1 + (index % 3)))
    const inOne = await withNumbered(20)
    await triage(inOne, ...keys)
    const inSeveral = await withNumbered(20)
    await triage(inSeveral, ...keys.slice(0, 7), 'q')
    await inSeveral.onTerminal(['triage'], [...keys.slice(7, 12), interrupt])
    await triage(inSeveral, ...keys.slice(12, 15), 'n', 'u', ...keys.slice(15))
    expect(await datesOf(inSeveral)).toEqual(await datesOf(inOne))
  })

  test('go on the next day around those who are there', async () => {
    const netkeep = await withNumbered(3)
    await triage(netkeep, '1', '1', 'q')
    netkeep.today = '2026-11-23'
    await triage(netkeep, '1')
    expect(await datesOf(netkeep)).toEqual({
      C03: '2026-11-22',
      C02: '2026-11-29',
      C01: '2026-12-06', // of the 14 days from the 23rd on, a week from the 29th either way around
    })
  })

  test('also where no day lies one interval before: 31 May less three months', async () => {
    const netkeep = await withNumbered(92)
    netkeep.today = '2027-05-01'
    await triage(netkeep, ...Array<string>(92).fill('3'))
    const dates = Object.values(await datesOf(netkeep)).sort()
    expect(new Set(dates).size).toBe(92)
    expect([dates[0], dates.at(-1)]).toEqual(['2027-05-01', '2027-07-31'])
  })

  test('after 40 contacts, what is due on each day is what the rows say', async () => {
    const netkeep = await withNumbered(40)
    await triage(netkeep, ...Array.from({ length: 40 }, (_, index) => (index % 4 === 3 ? '2' : '1')))
    const { db } = netkeep.store()
    const rows = db
      .prepare(
        `SELECT ci.name AS circle, c.tracked_from AS trackedFrom, c.snoozed_until AS snoozedUntil, ci.interval
         FROM contact c JOIN circle ci ON ci.id = c.circle`,
      )
      .all() as { circle: string; trackedFrom: string; snoozedUntil: string | null; interval: string }[]
    const weeks = { '2w': 14, '6w': 42 } as Readonly<Record<string, number>>
    const expected: Record<string, number> = {}
    for (const { trackedFrom, interval, snoozedUntil } of rows) {
      expect(snoozedUntil).toBeNull()
      const due = new Date(Date.parse(trackedFrom) + (weeks[interval] ?? 0) * 86_400_000)
      const day = due.toISOString().slice(0, 10)
      expected[day] = (expected[day] ?? 0) + 1
    }
    const seen: Record<string, number> = {}
    let before = 0
    for (let index = 0; index < 42; index++) {
      const day = new Date(Date.UTC(2026, 10, 22 + index)).toISOString().slice(0, 10)
      const due: readonly Listed[] = await netkeep.json('due', '--on', day)
      const onDay = due.filter(({ dueOn }) => dueOn === day).length
      expect(due).toHaveLength(before + onDay)
      before += onDay
      if (onDay > 0) seen[day] = onDay
    }
    expect(seen).toEqual(expected)
    expect(before).toBe(40)
    const list: readonly Listed[] = await netkeep.json('list')
    const perDay = (circle: string, length: number): readonly number[] =>
      Array.from({ length }, (_, index) => {
        const day = new Date(Date.UTC(2026, 10, 22 + index)).toISOString().slice(0, 10)
        return list.filter((line) => line.circle === circle && line.dueOn === day).length
      })
    expect(perDay('inner', 14).toSorted()).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3])
    expect(Math.max(...perDay('close', 42))).toBe(1)
  })
})
