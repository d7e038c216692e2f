import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { fillDemo } from '../../src/demo/fill.ts'
import { DEMO_NETWORK } from '../../src/demo/network.ts'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'

interface HistoryEntry {
  readonly at: string
  readonly typed: string
  readonly changes: number
}

describe('the history of the sample network', () => {
  test('is in the order of time, and every command of it changed something', async () => {
    const entries = await historyOf(createDemo())
    const days = entries.map(({ at }) => at.slice(0, 10))
    expect(days).toEqual(days.toSorted())
    expect(entries.filter(({ changes }) => changes === 0)).toEqual([])
  })

  test('typed again, each command on its day, gives the same network', async () => {
    const demo = createDemo()
    const typed = createNetkeep()
    const entries = await historyOf(demo)
    for (const [index, args] of argumentsOf(entries.map((entry) => entry.typed)).entries()) {
      typed.today = entries[index]?.at.slice(0, 10) ?? ''
      await typed.ok(...args)
    }
    typed.today = demo.today
    expect(await contentsOf(typed)).toEqual(await contentsOf(demo))
    expect((await historyOf(typed)).map((entry) => entry.typed)).toEqual(entries.map((entry) => entry.typed))
  })

  test('can be undone to the first contact', async () => {
    const demo = createDemo()
    const count = (await historyOf(demo)).length
    await demo.ok('undo', String(count - 1))
    expect(await namesIn(demo, 'list')).toEqual(['Margaret Hollis'])
    expect(await demo.json('promise', 'list', '--all')).toEqual([])
    expect(await demo.json('balance')).toEqual([])
  })
})

describe('the sample network', () => {
  test('has one promise overdue on each side and one for today, and four dates to think of', async () => {
    const shown = (await createDemo().onTerminal(['due', '--no-color'])).stdout.split('\n')
    const sections = shown
      .slice(shown.indexOf('Promises'))
      .map((line) => line.replace(/ {2}[0-9a-f]{6}$/, ''))
    expect(sections).toEqual([
      'Promises',
      'Daniel Okonkwo     you: send the interview questions  4 days overdue',
      'Priya Raghunathan  they: tell me what she decides     2 days overdue',
      'Marcus Bell        you: send him a short bio          due today     ',
      '',
      'Dates',
      'Callum Fraser      birthday                    yesterday',
      'Tomasz Wiśniewski  birthday, turns 36          in 2 days (24 Nov)',
      'Kwame Mensah       work anniversary, 10 years  in 6 days (28 Nov)',
      '林美玲             opening of the new studio   in 12 days (4 Dec)',
      '',
      'Groups',
      'Job club  3 days overdue  met 2 weeks ago  every 2w',
      '',
    ])
  })

  test('has the same dates near on any day, 29 February included', async () => {
    for (const today of ['2026-12-31', '2027-02-27', '2028-02-27', '2028-02-29', '2028-03-01']) {
      const due = (await createDemo(today).ok('due')).split('\n').map((line) => line.split('\t'))
      const near = due
        .filter((fields) => fields.at(-1) === 'date')
        .map(([, name, , , , , , days]) => [name, days])
      expect(near, today).toEqual(
        expect.arrayContaining([
          ['Callum Fraser', '1'],
          ['Tomasz Wiśniewski', '-2'],
          ['Kwame Mensah', '-6'],
          ['林美玲', '-12'],
        ]),
      )
    }
  })

  test('has asked Ingrid twice since the last give: before a third ask, netkeep suggests to give', async () => {
    const { exitCode, stderr } = await createDemo().run('asked', 'ingrid', 'advice')
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      0,
      'You have asked Ingrid Solheim 3 times now since you last gave. Perhaps give something: ' +
        'report back how the committee took it (you promised it), or an article on energy storage (it interests them).',
    ])
  })

  test('has news to ask Mateo about, and somebody to introduce to him', async () => {
    const { askAbout, offer } = await createDemo().json('brief', 'mateo')
    expect([askAbout[0], offer]).toMatchObject([
      { about: 'job', on: '2026-09-07', before: 'Brackenford Media' },
      { text: 'an introduction to Ingrid Solheim, who offers mentoring', why: 'they look for it' },
    ])
  })

  test('has contacts who could vouch, the weightiest first and of two alike the one touched last', async () => {
    expect(await namesIn(createDemo(), 'vouch', '--limit', '5')).toEqual([
      'Rosa Delgado-Whitfield',
      'Marcus Bell',
      'Anjali Deshpande',
      'Daniel Okonkwo',
      'Kwame Mensah',
    ])
  })

  test('has an introduction that waits, and one received of which something came', async () => {
    expect(await createDemo().json('intro')).toMatchObject([
      { a: 'Marcus Bell', b: 'Priya Raghunathan', state: 'agreed', on: '2026-11-06' },
      { a: 'Fatima-Zahra Benali', b: null, by: 'Kwame Mensah', outcome: 'the contract is signed' },
    ])
  })

  test('has contacts who share something with Daniel', async () => {
    expect(await namesIn(createDemo(), 'list', '--shares', 'daniel')).toEqual([
      'Fatima-Zahra Benali',
      'Marcus Bell',
      'Priya Raghunathan',
    ])
  })
})

function createDemo(today?: string): Netkeep {
  const netkeep = createNetkeep(today)
  const store = netkeep.store()
  fillDemo(store, DEMO_NETWORK, `${netkeep.today}T09:00:00.000+00:00`)
  return netkeep
}

/** The oldest first. */
async function historyOf(netkeep: Netkeep): Promise<readonly HistoryEntry[]> {
  return (await netkeep.json('history', '--limit', '0')).toReversed()
}

/** The arguments of each command line, as a shell reads them. */
function argumentsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const script = `netkeep() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n${lines.join('\n')}\n`
  const output = execFileSync('bash', ['-c', script], { encoding: 'utf8' })
  return output
    .split('\0\u0001\0')
    .slice(0, -1)
    .map((line) => line.replace(/^\0/, '').split('\0'))
}

/** All that the commands tell, without the ids that are minted anew. */
async function contentsOf(netkeep: Netkeep): Promise<object> {
  const cards = DEMO_NETWORK.map(async ({ name }) => netkeep.json('show', name))
  return JSON.parse(
    JSON.stringify({
      list: await netkeep.json('list'),
      cards: await Promise.all(cards),
      promises: await netkeep.json('promise', 'list', '--all'),
      balance: await netkeep.json('balance'),
      dates: await netkeep.json('date', 'list'),
      due: await netkeep.json('due'),
      introductions: await netkeep.json('intro', 'list'),
      groups: await netkeep.json('group'),
      club: await netkeep.json('group', 'show', 'job club'),
      goals: await netkeep.json('goal'),
      streak: await netkeep.json('streak'),
    }),
    (key, value) =>
      ['uid', 'id', 'contactUid', 'aUid', 'bUid', 'byUid', 'memberUids', 'presentUids'].includes(key)
        ? key
        : value,
  )
}
