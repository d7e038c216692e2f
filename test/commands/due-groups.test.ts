/** What `due`, `today`, `review` and `netkeep` alone say of groups and events. */
import { describe, expect, test } from 'vitest'
import { recordCommand } from '../../src/store/command-log.ts'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

/** On 22 November: the job club is 7 days overdue, the board due in 3 days; the salon has no interval. */
async function withGroups(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-01')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'none', '--tag', 'poet')
  await netkeep.ok('group', 'add', 'Job club', '--every', '2w', '--with', 'ada')
  await netkeep.ok('group', 'add', 'Board', '--every', '24d')
  await netkeep.ok('group', 'add', 'Salon')
  netkeep.today = '2026-11-22'
  return netkeep
}

interface Event {
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  readonly place?: string
  /** Who was logged there, and who is to be met. */
  readonly logged?: string
  readonly isAttempt?: boolean
  readonly toMeet?: readonly string[]
}

/** Stores the events as they are. */
function addEvents(netkeep: Netkeep, ...events: readonly Event[]): void {
  recordCommand(netkeep.store(), { typed: 'test', at: `${netkeep.today}T12:00:00Z` }, ({ db, newId }) => {
    for (const { name, from, to, place = null, logged, isAttempt, toMeet = [] } of events) {
      const uid = newId()
      db.prepare('INSERT INTO event (id, name, from_on, to_on, place) VALUES (?, ?, ?, ?, ?)').run(
        ...[uid, name, from, to, place],
      )
      for (const contact of toMeet)
        db.prepare('INSERT INTO event_contact (id, event, contact) VALUES (?, ?, ?)').run(
          newId(),
          uid,
          contact,
        )
      if (logged !== undefined)
        db.prepare('INSERT INTO touchpoint (id, touched_on, event, kind) VALUES (?, ?, ?, ?)').run(
          ...[newId(), logged, uid, isAttempt === true ? 'attempt' : null],
        )
    }
  })
}

/** Of each line of a pipe the last field and the name. */
async function kindsIn(netkeep: Netkeep, ...args: readonly string[]): Promise<readonly string[]> {
  const rows = (await netkeep.ok('due', ...args)).split('\n').slice(0, -1)
  return rows.map((row) => `${row.split('\t').at(-1)}: ${row.split('\t')[1]}`)
}

/** The lines from the heading on, up to a blank one. */
function sectionOf(text: string, heading: string): readonly string[] {
  const rows = text.split('\n')
  const start = rows.indexOf(heading)
  return start < 0 ? [] : rows.slice(start + 1, rows.indexOf('', start + 1))
}

describe('groups in due', () => {
  test('stand in a section below the contacts, and as lines of the same fields in a pipe', async () => {
    const netkeep = await withGroups()
    expect((await netkeep.onTerminal(['due'])).stdout).toBe(
      lines(
        'Nobody is cold or due today.',
        '',
        'Groups',
        "Job club  7 days overdue  not met yet  every 2w  netkeep group log 'Job club'",
      ),
    )
    const [{ id }] = await netkeep.json('group')
    expect(await netkeep.ok('due')).toBe(`${id}\tJob club\t\t\t\t\t2026-11-15\t7\tgroup\n`)
    await netkeep.ok('group', 'log', 'job', '--on', '2026-11-08')
    expect(await netkeep.ok('due')).toBe(`${id}\tJob club\t\t2026-11-08\t\t\t2026-11-22\t0\tgroup\n`)
    await netkeep.ok('group', 'log', 'job')
    expect(await netkeep.ok('due')).toBe('')
  })

  test('are ordered by lateness, of later days too with --ahead and --on', async () => {
    const netkeep = await withGroups()
    expect(await kindsIn(netkeep, '--ahead', '2d')).toEqual(['group: Job club'])
    expect(await kindsIn(netkeep, '--ahead', '3d')).toEqual(['group: Job club', 'group: Board'])
    expect(await kindsIn(netkeep, '--on', '2026-11-25')).toEqual(['group: Job club', 'group: Board'])
  })

  test('are not in --json, --count and --exit-code, nor with a filter', async () => {
    const netkeep = await withGroups()
    expect(await netkeep.json('due')).toEqual([])
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
    expect((await netkeep.run('due', '--exit-code')).exitCode).toBe(0)
    expect(await kindsIn(netkeep, '--tag', 'poet')).toEqual([])
    expect((await netkeep.onTerminal(['due', '--tag', 'poet'])).stdout).not.toContain('Groups')
  })

  test('are at most ten on a terminal, which says that there are more', async () => {
    const netkeep = await withGroups()
    for (let count = 0; count < 10; count++)
      await netkeep.ok('group', 'add', `Group ${count}`, '--every', '1d')
    netkeep.today = '2026-11-24'
    const { stdout } = await netkeep.onTerminal(['due'])
    expect(sectionOf(stdout, 'Groups')).toHaveLength(11)
    expect(stdout).toContain('\nand more: netkeep group list\n')
    expect(await kindsIn(netkeep)).toHaveLength(11)
  })

  test('stand in today, review and netkeep alone, and take no minutes', async () => {
    const netkeep = await withGroups()
    const shown = ["Job club  7 days overdue  not met yet  every 2w  netkeep group log 'Job club'"]
    const { stdout } = await netkeep.onTerminal(['today'])
    expect(stdout.split('\n')[0]).toBe('Sunday, 22 Nov 2026: no contact is due.')
    expect(sectionOf(stdout, 'Groups')).toEqual(shown)
    const row = await netkeep.ok('today')
    expect(row).toMatch(/^[0-9a-f]{6}\tJob club\t\t\t\t\t2026-11-15\t7\tgroup\t\n$/)
    expect(await netkeep.ok('review')).toBe(row)
    const plan = await netkeep.json('today')
    expect([plan.planned, plan.groups, plan.events]).toMatchObject([
      0,
      [{ name: 'Job club', members: ['Ada Lovelace'], dueOn: '2026-11-15', standing: 'cold' }],
      [],
    ])
    const review = (await netkeep.onTerminal(['review'])).stdout
    expect(review.split('\n')[0]).toBe('No contact is due. Who falls due next: netkeep due --ahead 7d')
    expect(review).toContain('\nGroups\nJob club')
    expect(sectionOf((await netkeep.onTerminal([])).stdout, 'Groups')).toEqual(shown)
    expect((await netkeep.json()).groups).toMatchObject([{ name: 'Job club', daysOverdue: 7 }])
  })
})

describe('events in due', () => {
  test('are those under way or begun within a week, and those just past in which nobody was logged', async () => {
    const netkeep = await withGroups()
    const { uid } = await netkeep.json('show', 'ada')
    addEvents(
      netkeep,
      { name: 'Past and logged', from: '2026-11-20', to: '2026-11-20', logged: '2026-11-20' },
      { name: 'Long past', from: '2026-11-14', to: '2026-11-14' },
      // Nobody was met by an attempt.
      { name: 'PyCon', from: '2026-11-19', to: '2026-11-20', logged: '2026-11-20', isAttempt: true },
      // As another device may have told of them.
      { name: 'Code Week', from: '2026-11-21', to: null },
      { name: 'Told in part', from: null, to: '2026-11-21' },
      { name: 'Fair', from: '2026-11-20', to: '2026-11-24', place: 'Hall 3', logged: '2026-11-21' },
      { name: 'Last day', from: '2026-11-20', to: '2026-11-22' },
      { name: 'Meetup', from: '2026-11-22', to: '2026-11-22' },
      { name: 'Summit', from: '2026-11-29', to: '2026-11-30', place: 'Oslo', toMeet: [uid] },
      { name: 'Too far', from: '2026-11-30', to: '2026-11-30' },
    )
    expect(sectionOf((await netkeep.onTerminal(['due'])).stdout, 'Events')).toEqual([
      "Last day   ends today                           netkeep event log 'Last day'",
      'Fair       until 24 Nov        Hall 3           netkeep event log Fair',
      'Meetup     today                                netkeep event log Meetup',
      'Summit     in 7 days (29 Nov)  Oslo, 1 to meet',
      'PyCon      ended 2 days ago                     netkeep event log PyCon',
      "Code Week  ended yesterday                      netkeep event log 'Code Week'",
    ])
    const rows = (await netkeep.ok('due')).split('\n').slice(1, -1)
    expect(rows.map((row) => row.replace(/^[0-9a-f]{6,}/, 'id'))).toEqual([
      'id\tLast day\t\t\t\t\t2026-11-20\t2\tevent',
      'id\tFair\t\t\t\tHall 3\t2026-11-20\t2\tevent',
      'id\tMeetup\t\t\t\t\t2026-11-22\t0\tevent',
      'id\tSummit\t\t\t\tOslo\t2026-11-29\t-7\tevent',
      'id\tPyCon\t\t\t\t\t2026-11-20\t2\tevent',
      'id\tCode Week\t\t\t\t\t2026-11-21\t1\tevent',
    ])
  })

  test('say how many are still to be met: not those who were met there', async () => {
    const netkeep = await withGroups()
    for (const name of ['Grace Hopper', 'Kay McNulty']) await netkeep.ok('add', name)
    await netkeep.ok('event', 'add', 'Fair', '--on', '2026-11-21..2026-11-23', '--with', 'ada,grace,kay')
    const shown = async (): Promise<readonly string[]> =>
      sectionOf((await netkeep.onTerminal(['due'])).stdout, 'Events')
    expect(await shown()).toEqual(['Fair  until 23 Nov  3 to meet  netkeep event log Fair'])
    await netkeep.ok('event', 'log', 'fair', 'ada', 'grace')
    expect(await shown()).toEqual(['Fair  until 23 Nov  1 to meet  netkeep event log Fair'])
    await netkeep.ok('event', 'log', 'fair', 'kay')
    expect(await shown()).toEqual(['Fair  until 23 Nov  netkeep event log Fair'])
    expect((await netkeep.json('today')).events).toMatchObject([{ name: 'Fair', toMeet: 0 }])
  })

  test('--ahead says how far; a filter hides them', async () => {
    const netkeep = await withGroups()
    addEvents(
      netkeep,
      { name: 'Near', from: '2026-11-25', to: '2026-11-25' },
      { name: 'Far', from: '2026-12-20', to: '2026-12-21' },
    )
    const events = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await kindsIn(netkeep, ...args)).filter((line) => line.startsWith('event'))
    expect(await events()).toEqual(['event: Near'])
    expect(await events('--ahead', '2d')).toEqual([])
    expect(await events('--ahead', '4w')).toEqual(['event: Near', 'event: Far'])
    expect(await events('--on', '2026-12-15')).toEqual(['event: Far'])
    expect(await events('--tag', 'poet')).toEqual([])
  })

  test('today shows those of the day, and what is to be logged', async () => {
    const netkeep = await withGroups()
    addEvents(
      netkeep,
      { name: 'Tomorrow', from: '2026-11-23', to: '2026-11-23' },
      { name: 'Fair', from: '2026-11-20', to: '2026-11-24', place: 'Hall 3' },
      { name: 'PyCon', from: '2026-11-19', to: '2026-11-20' },
    )
    const { events } = await netkeep.json('today')
    expect(events).toEqual(
      [
        ...[{ name: 'Fair', on: '2026-11-20', to: '2026-11-24', place: 'Hall 3', over: false }],
        ...[{ name: 'PyCon', on: '2026-11-19', to: '2026-11-20', place: null, over: true }],
      ].map((event) => ({ uid: expect.any(String), toMeet: 0, goal: null, ...event })),
    )
    expect((await netkeep.json()).events.map(({ name }: { name: string }) => name)).toEqual([
      'Fair',
      'Tomorrow',
      'PyCon',
    ])
  })

  test('one that is over is thought of for a week where somebody was to be met, else for two days', async () => {
    const netkeep = await withGroups()
    const { uid } = await netkeep.json('show', 'ada')
    const days = { from: '2026-11-15', to: '2026-11-15' }
    addEvents(
      netkeep,
      { name: 'Planned', ...days, toMeet: [uid] },
      { name: 'Logged', ...days, toMeet: [uid], logged: '2026-11-15' },
      { name: 'Idle', ...days },
      { name: 'Two days ago', from: '2026-11-20', to: '2026-11-20' },
      { name: 'Three days ago', from: '2026-11-19', to: '2026-11-19' },
    )
    expect(sectionOf((await netkeep.onTerminal(['due'])).stdout, 'Events')).toEqual([
      'Planned       ended 7 days ago  netkeep event log Planned',
      "Two days ago  ended 2 days ago  netkeep event log 'Two days ago'",
    ])
  })

  test('one under way says what for', async () => {
    const netkeep = await withGroups()
    await netkeep.ok(
      'event',
      'add',
      'Fair',
      '--on',
      'today',
      '--place',
      'Oslo',
      '--goal',
      'meet 3',
      '--with',
      'ada',
    )
    expect(sectionOf((await netkeep.onTerminal(['due'])).stdout, 'Events')).toEqual([
      'Fair  today  Oslo, 1 to meet, meet 3  netkeep event log Fair',
    ])
    expect((await netkeep.json('today')).events).toMatchObject([{ name: 'Fair', goal: 'meet 3' }])
  })

  test('one that is called as another is, or like an id, is logged by its id', async () => {
    const netkeep = await withGroups()
    addEvents(
      netkeep,
      { name: 'PyCon', from: '2026-11-20', to: '2026-11-20' },
      { name: 'pycon', from: '2025-11-20', to: '2025-11-20' },
      { name: 'PyCon Sprints', from: '2026-11-21', to: '2026-11-22' },
      { name: 'facade', from: '2026-11-22', to: '2026-11-22' },
    )
    const { stdout } = await netkeep.onTerminal(['due'])
    expect(sectionOf(stdout, 'Events').map((line) => line.replace(/[0-9a-f]{6}$/, 'ID'))).toEqual([
      "PyCon Sprints  ends today        netkeep event log 'PyCon Sprints'",
      'facade         today             netkeep event log ID',
      'PyCon          ended 2 days ago  netkeep event log ID',
    ])
    await netkeep.ok('event', 'log', ...(/netkeep event log (\w{6})$/m.exec(stdout)?.slice(1) ?? []), 'ada')
  })

  test('a hostile name stays on its line, and is logged by its id', async () => {
    const netkeep = await withGroups()
    addEvents(netkeep, { name: 'x\u001b[2J\n', from: '2026-11-20', to: '2026-11-20' })
    expect(sectionOf((await netkeep.onTerminal(['due'])).stdout, 'Events')).toEqual([
      expect.stringMatching(/^x\\u\{1b\}\[2J\\u\{a\} {2}ended 2 days ago {2}netkeep event log [0-9a-f]{6}$/),
    ])
  })
})
