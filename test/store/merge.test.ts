import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../src/domain/match-key.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import type { Database } from '../../src/store/driver.ts'
import { eventContactId } from '../../src/store/events.ts'
import { memberId } from '../../src/store/group-members.ts'
import { mergeContacts } from '../../src/store/merge.ts'
import type { Store } from '../../src/store/open.ts'
import { survivorOf } from '../../src/store/survivor.ts'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'
import { commands, perform, visible } from './random-commands.ts'

const AT = '2027-03-01T12:00:00.000+00:00'

function mergeIn(store: Store, into: string, from: string): void {
  recordCommand(store, { typed: 'netkeep merge', at: AT }, (change) =>
    mergeContacts(change, into, from, '2027-03-01' as Parameters<typeof mergeContacts>[3]),
  )
}

const live = (db: Database): readonly string[] =>
  db.prepare('SELECT contact FROM contact_state ORDER BY contact').pluck().all() as string[]

/** All texts and links that a contact has, apart from its fields. */
function belongings(db: Database, uid: string): ReadonlySet<string> {
  const rows = (sql: string): readonly string[] => db.prepare(sql).pluck().all({ uid }) as string[]
  return new Set([
    ...rows(
      "SELECT kind || ' ' || lower(replace(value, ' ', '')) FROM contact_point WHERE contact = :uid AND deleted IS NULL",
    ),
    ...rows('SELECT tag FROM contact_tag WHERE contact = :uid AND deleted IS NULL').map(
      (tag) => `tag ${foldText(tag)}`,
    ),
    ...rows('SELECT alias FROM contact_alias WHERE contact = :uid AND deleted IS NULL').map(
      (name) => `name ${foldText(name)}`,
    ),
    ...rows('SELECT name FROM contact WHERE id = :uid').map((name) => `name ${foldText(name)}`),
    ...rows("SELECT kind || ' ' || value FROM contact_trait WHERE contact = :uid AND deleted IS NULL").map(
      (text) => foldText(text).replaceAll('-', ' '),
    ),
    ...rows("SELECT 'promise ' || id FROM promise WHERE contact = :uid AND deleted IS NULL"),
    ...rows("SELECT 'line ' || line FROM contact_property WHERE contact = :uid AND deleted IS NULL"),
    ...rows(
      "SELECT 'touchpoint ' || touchpoint FROM touchpoint_contact WHERE contact = :uid AND deleted IS NULL",
    ),
    ...rows(
      `SELECT 'knows ' || b FROM relation WHERE a = :uid AND deleted IS NULL
       UNION ALL SELECT 'knows ' || a FROM relation WHERE b = :uid AND deleted IS NULL`,
    ),
    ...rows(
      `SELECT 'introduction ' || id || ' ' || iif(a = :uid, coalesce(b, introducer), a) FROM introduction
       WHERE :uid IN (a, b, introducer) AND deleted IS NULL`,
    ),
    ...rows("SELECT 'event ' || event FROM event_contact WHERE contact = :uid AND deleted IS NULL"),
    ...rows("SELECT 'group ' || contact_group FROM group_member WHERE contact = :uid AND deleted IS NULL"),
    ...rows("SELECT 'introduced ' || id FROM contact WHERE introduced_by = :uid"),
  ])
}

/** Every text that is told of a contact somewhere: its fields, former jobs, dates. */
function told(db: Database, uid: string): string {
  const row = db.prepare('SELECT * FROM contact WHERE id = ?').get(uid) as Record<string, unknown>
  const jobs = db
    .prepare(
      "SELECT concat_ws(' ', organization, title) FROM contact_job WHERE contact = ? AND deleted IS NULL",
    )
    .pluck()
    .all(uid)
  const dates = db
    .prepare("SELECT concat_ws(' ', label, date) FROM contact_date WHERE contact = ? AND deleted IS NULL")
    .pluck()
    .all(uid)
  const fields = ['organization', 'title', 'location', 'birthday', 'note', 'met_on', 'met_at']
  return foldText([...fields.map((field) => row[field] ?? ''), ...jobs, ...dates].join(' | '))
}

test('a merge keeps every value, touchpoint, tag and link, and undo brings back all that could be seen', async () => {
  let merges = 0
  await fc.assert(
    fc.asyncProperty(commands, fc.nat(), fc.nat(), async (steps, first, second) => {
      const netkeep = createNetkeep()
      const store = netkeep.store()
      for (const step of steps) await perform(netkeep, step)
      const uids = live(store.db)
      const [into = '', from = ''] = [uids[first % uids.length], uids[second % uids.length]]
      if (into === from) return
      merges++
      const before = visible(store, '2027-03-01')
      const had = [...belongings(store.db, into), ...belongings(store.db, from)]
      const texts = told(store.db, from).split(' | ')
      mergeIn(store, into, from)
      const has = belongings(store.db, into)
      const isBetweenThem = (text: string): boolean => text.endsWith(into) || text.endsWith(from)
      expect(had.filter((text) => !has.has(text) && !isBetweenThem(text))).toEqual([])
      expect([...has].filter(isBetweenThem)).toEqual([])
      const now = told(store.db, into)
      expect(texts.flatMap((text) => text.split(' ')).filter((word) => !now.includes(word))).toEqual([])
      expect(live(store.db)).toEqual(uids.filter((uid) => uid !== from))
      await netkeep.ok('undo')
      expect(visible(store, '2027-03-01')).toEqual(before)
    }),
    { seed: 20_261_122, numRuns: 30 },
  )
  expect(merges).toBeGreaterThan(15)
}, 60_000)

/** Ada twice, with something of everything on the second. */
async function withTwo(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org', '--circle', 'close')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'none')
  await netkeep.ok(
    'add',
    'Ada King',
    '--email',
    'king@x.org',
    '--phone',
    '+44 20 7946 0100',
    '--tag',
    'mentor',
  )
  return netkeep
}

describe('what passes over to the survivor:', () => {
  test('an introduction, a relation and what is told of them elsewhere', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('edit', 'grace', '--introduced-by', 'king')
    await netkeep.ok('relate', 'grace', 'mentor', 'king')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      introducedBy: { name: 'Ada Lovelace' },
      relations: [{ kind: 'mentor', name: 'Ada Lovelace' }],
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      introduced: [{ name: 'Grace Hopper' }],
      relations: [{ kind: 'mentee', name: 'Grace Hopper' }],
    })
  })

  test('a promise, under the id it had, found again by its words, and not after undo', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('promise', 'add', 'king', 'send the engine')
    const [{ id }] = await netkeep.json('promise', 'list')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('promise', 'list')).toMatchObject([{ id, contact: 'Ada Lovelace' }])
    expect(await namesIn(netkeep, 'find', 'engine')).toEqual(['Ada Lovelace'])
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'find', 'engine')).toEqual(['Ada King'])
  })

  test('a promise alone, whose words go back with it', async () => {
    const netkeep = createNetkeep()
    const store = netkeep.store()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('add', 'Ada Lovelace')
    const [a = '', b = ''] = live(store.db)
    await netkeep.ok('promise', 'add', b, 'send the engine')
    await netkeep.ok('merge', a, b)
    await netkeep.ok('undo')
    const found = await netkeep.json('find', 'engine')
    expect(found.map(({ uid }: { uid: string }) => uid)).toEqual([b])
  })

  test('a date with its notice and the wish that was sent for it', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('date', 'add', 'king', 'first day', '--on=--11-23', '--notice', '20')
    await netkeep.ok('wish', 'king', '--for', 'first day')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ dates: [{ label: 'first day', notice: 20 }] })
    expect((await netkeep.json('today')).dates).toEqual([])
  })

  test('no date where there is another by that name: it stands in the note', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('date', 'add', 'lovelace', 'first day', '--on=--12-01')
    await netkeep.ok('date', 'add', 'king', 'First Day', '--on=--12-02')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      dates: [{ label: 'first day', date: '--12-01' }],
      note: 'Of Ada King, merged on 2026-11-22: First Day --12-02',
    })
  })

  test('an address that was taken away from either stays away, unless the other has it', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('edit', 'king', '--email', 'old@x.org', '--email', 'ada@x.org')
    await netkeep.ok('edit', 'king', '--remove-email', 'old@x.org', '--remove-email', 'ada@x.org')
    await netkeep.ok('edit', 'lovelace', '--remove-email', 'ada@x.org', '--email', 'new@x.org')
    await netkeep.ok('edit', 'lovelace', '--email', 'king@x.org')
    await netkeep.ok('edit', 'lovelace', '--remove-email', 'king@x.org')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect((await netkeep.json('show', 'ada')).emails).toEqual(['king@x.org', 'new@x.org'])
  })

  test('that the survivor is nobody else either', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('add', 'Ada Lovelace', '--phone', '020 7946 0100')
    const third = (await netkeep.json('list')).find(({ phones }: { phones: string[] }) =>
      phones[0]?.startsWith('020'),
    )
    await netkeep.ok('duplicates', '--not-same', 'king', third.id)
    const first = (await netkeep.json('show', 'ada@x.org')).id
    await netkeep.ok('merge', first, 'king')
    expect(await netkeep.json('duplicates')).toEqual([])
    await netkeep.ok('undo')
    expect(await netkeep.json('duplicates')).toMatchObject([
      { a: { name: 'Ada Lovelace' }, b: { name: 'Ada Lovelace' } },
    ])
  })
})

describe('what passes over to the survivor through doors:', () => {
  /** Ada twice and Grace; what `tell` writes of them is one command. */
  async function withDoors(
    tell: (change: Change, lovelace: string, king: string, grace: string) => void,
  ): Promise<{ netkeep: Netkeep; store: Store; lovelace: string; king: string; grace: string }> {
    const netkeep = await withTwo()
    const store = netkeep.store()
    const [lovelace = '', grace = '', king = ''] = live(store.db)
    recordCommand(store, { typed: 'test', at: AT }, (change) => tell(change, lovelace, king, grace))
    return { netkeep, store, lovelace, king, grace }
  }
  const rowsIn = (store: Store, sql: string): unknown => store.db.prepare(sql).raw().all()

  test('introductions, under the ids they had; none of the survivor to itself', async () => {
    const INTRODUCTIONS = 'SELECT id, a, b, introducer FROM introduction WHERE deleted IS NULL ORDER BY id'
    const { netkeep, store, lovelace, king, grace } = await withDoors(({ db }, lovelace, king, grace) => {
      const insert = db.prepare(
        "INSERT INTO introduction (id, a, b, introducer, made_on, met_on) VALUES (?, ?, ?, ?, '2026-11-20', '2026-11-20')",
      )
      insert.run('1', king, grace, null)
      insert.run('2', grace, king, null)
      insert.run('3', grace, null, king)
      insert.run('4', king, lovelace, null)
      insert.run('5', lovelace, null, king)
    })
    const before = rowsIn(store, INTRODUCTIONS)
    expect(await netkeep.json('merge', 'lovelace', 'king')).toMatchObject({ joined: { introductions: 3 } })
    expect(rowsIn(store, INTRODUCTIONS)).toEqual([
      ['1', lovelace, grace, null],
      ['2', grace, lovelace, null],
      ['3', grace, null, lovelace],
    ])
    const { stdout } = await netkeep.onTerminal(['history', 'grace', '--no-color', '--limit', '1'])
    expect(stdout).toContain('    introduction: Ada Lovelace and Grace Hopper\n')
    await netkeep.ok('undo')
    expect(rowsIn(store, INTRODUCTIONS)).toEqual(before)
    expect([king, lovelace].map((uid) => live(store.db).includes(uid))).toEqual([true, true])
  })

  test('nobody is introduced to themselves: such an introduction goes with its touchpoint, and undo brings both back', async () => {
    const { netkeep } = await withDoors(() => undefined)
    await netkeep.ok('intro', 'lovelace', 'king', '--state', 'made')
    await netkeep.ok('intro', 'king', '--by', 'lovelace')
    const touches = async (): Promise<number> => (await netkeep.json('show', 'lovelace')).touchpoints.length
    expect(await touches()).toBe(2)
    const answer = await netkeep.ok('merge', 'lovelace', 'king')
    expect(answer).toContain(' 2 introductions of the two to each other are removed. Undo: netkeep undo')
    expect(await touches()).toBe(0)
    expect(await netkeep.json('intro', 'list')).toEqual([])
    await netkeep.ok('undo')
    expect(await touches()).toBe(2)
    expect(await netkeep.json('intro', 'list')).toHaveLength(2)
  })

  test('of one introduction under way twice the further one stays, with what it is for', async () => {
    const { netkeep } = await withDoors(() => undefined)
    await netkeep.ok('intro', 'lovelace', 'grace', '--for', 'A job')
    await netkeep.ok('intro', 'lovelace', 'grace', '--for', 'a talk')
    await netkeep.ok('intro', 'grace', 'king', '--for', 'a  JOB', '--state', 'made')
    await netkeep.ok('intro', 'king', 'grace', '--for', 'a talk')
    await netkeep.ok('intro', 'grace', '--by', 'king', '--state', 'agreed')
    await netkeep.ok('intro', 'grace', '--by', 'lovelace', '--state', 'offered', '--for', 'a grant')
    const list = async (): Promise<unknown> =>
      (await netkeep.json('intro', 'list')).map(({ for: purpose, state }: Record<string, string>) => [
        purpose,
        state,
      ])
    const before = await list()
    const answer = await netkeep.ok('merge', 'lovelace', 'king')
    expect(answer).toContain(
      'and 2 introductions come over. 3 introductions that would be under way twice are removed.',
    )
    expect(await list()).toEqual([
      ['a talk', 'offered'],
      ['a  JOB', 'made'],
      ['a grant', 'agreed'],
    ])
    await netkeep.ok('undo')
    expect(await list()).toEqual(before)
  })

  test('plans to meet at an event, and groups, in which it is since the earlier day', async () => {
    const { netkeep, store, lovelace } = await withDoors(({ db }, lovelace, king) => {
      for (const [id, deleted] of [
        ['pycon', null],
        ['fair', 1],
      ])
        db.prepare("INSERT INTO event (id, name, from_on, deleted) VALUES (?, ?, '2026-12-04', ?)").run(
          id,
          id,
          deleted,
        )
      for (const id of ['club', 'board', 'choir'])
        db.prepare('INSERT INTO contact_group (id, name) VALUES (?, ?)').run(id, id)
      const plan = db.prepare('INSERT INTO event_contact (id, event, contact) VALUES (?, ?, ?)')
      for (const event of ['pycon', 'fair']) plan.run(eventContactId(event, king), event, king)
      const join = db.prepare(
        'INSERT INTO group_member (id, contact_group, contact, joined_on, deleted) VALUES (?, ?, ?, ?, ?)',
      )
      join.run(memberId('club', king), 'club', king, '2026-01-01', null)
      join.run(memberId('club', lovelace), 'club', lovelace, '2026-02-02', null)
      join.run(memberId('board', king), 'board', king, '2026-03-03', null)
      join.run(memberId('choir', king), 'choir', king, '2026-04-04', null)
      join.run(memberId('choir', lovelace), 'choir', lovelace, '2026-01-01', 1)
    })
    const answer = await netkeep.ok('merge', 'lovelace', 'king')
    expect(answer.split('\n')[0]).toBe(
      'Merged Ada King into Ada Lovelace. 2 addresses, 1 alias, 1 tag, 1 event and 2 groups come over. Undo: netkeep undo',
    )
    const of = (table: string, columns: string): unknown =>
      rowsIn(
        store,
        `SELECT ${columns} FROM ${table} WHERE contact = '${lovelace}' AND deleted IS NULL ORDER BY 1`,
      )
    expect(of('event_contact', 'event')).toEqual([['fair'], ['pycon']])
    expect(of('group_member', 'contact_group, joined_on')).toEqual([
      ['board', '2026-03-03'],
      ['choir', '2026-04-04'],
      ['club', '2026-01-01'],
    ])
    const { stdout } = await netkeep.onTerminal(['history', 'lovelace', '--no-color', '--limit', '1'])
    expect(stdout).toContain('    event contact: Ada Lovelace at pycon\n')
    expect(stdout).toContain('    group member: Ada Lovelace in board, joined on 2026-03-03\n')
    expect(stdout).toContain('    group member: brought back Ada Lovelace in choir, joined on 2026-04-04\n')
    await netkeep.ok('undo')
    expect(of('group_member', 'contact_group, joined_on')).toEqual([['club', '2026-02-02']])
  })
})

describe('after a merge', () => {
  test('a day on which both were met counts once, and each touchpoint is there once', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('goal', 'set', '5 touches a week')
    await netkeep.ok('log', 'lovelace', 'king', '--by', 'coffee')
    await netkeep.ok('log', 'king', '--by', 'call')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 2 }])
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 1 }])
    expect((await netkeep.json('show', 'ada')).touchpoints).toMatchObject([
      { channel: 'call', contacts: [{ name: 'Ada Lovelace' }] },
      { channel: 'coffee', contacts: [{ name: 'Ada Lovelace' }] },
    ])
  })

  test('nothing shows the one that went', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('edit', 'king', '--birthday', '1815-11-23', '--every', '1w')
    await netkeep.ok('asked', 'king', 'advice')
    netkeep.today = '2027-03-01'
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Grace Hopper'])
    expect(await namesIn(netkeep, 'find', 'king')).toEqual(['Ada Lovelace'])
    expect(await namesIn(netkeep, 'due')).toEqual(['Ada Lovelace'])
    expect(await netkeep.ok('due', '--count')).toBe('1\n')
    expect(await netkeep.json('balance')).toMatchObject([{ name: 'Ada Lovelace', asked: 1 }])
    expect(await netkeep.json('circle')).toMatchObject([{}, { name: 'close', contacts: 1 }, {}, {}])
    expect((await netkeep.json('today')).due).toMatchObject([{ name: 'Ada Lovelace' }])
    expect(await namesIn(netkeep, 'list', '--tag', 'mentor')).toEqual(['Ada Lovelace'])
  })

  test('new contacts are counted without it', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('edit', 'king', '--met-on', '2026-01-02')
    await netkeep.ok('edit', 'lovelace', '--met-on', '2026-11-01')
    await netkeep.ok('goal', 'set', '2 new contacts a month')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 2, past: [] }])
  })

  test('the id of the one that went finds the survivor, also of the survivor of that', async () => {
    const netkeep = await withTwo()
    const king = await netkeep.json('show', 'king')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect((await netkeep.json('show', king.id)).name).toBe('Ada Lovelace')
    await netkeep.ok('merge', 'grace', 'ada@x.org')
    expect((await netkeep.json('show', king.uid)).name).toBe('Grace Hopper')
    await netkeep.ok('log', king.id)
    expect(await netkeep.json('show', 'grace')).toMatchObject({ lastTouchOn: '2026-11-22' })
    await netkeep.ok('remove', 'grace')
    expect(await netkeep.run('show', king.id)).toMatchObject({ exitCode: 3 })
  })

  test('its history tells of it, of both before it, and of nobody else', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('log', 'grace')
    await netkeep.ok('merge', 'lovelace', 'king')
    const typed = (await netkeep.json('history', 'ada')).map((entry: { typed: string }) => entry.typed)
    expect(typed).toEqual([
      'netkeep merge lovelace king',
      expect.stringContaining("netkeep add 'Ada King'"),
      expect.stringContaining("netkeep add 'Ada Lovelace'"),
    ])
    const { stdout } = await netkeep.onTerminal(['history', 'ada', '--no-color', '--limit', '1'])
    expect(stdout).toContain('    contact: merged into Ada Lovelace\n')
    expect(stdout).toContain('    contact alias: alias Ada King\n')
  })
})

describe('the survivor', () => {
  test('is found at the end of all merges, and where two devices merged crosswise it is the same from both sides', async () => {
    const netkeep = await withTwo()
    const store = netkeep.store()
    const [a = '', b = '', c = ''] = live(store.db)
    expect(survivorOf(store.db, a)).toBe(a)
    expect(survivorOf(store.db, 'nobody')).toBe('nobody')
    mergeIn(store, b, a)
    mergeIn(store, c, b)
    expect([a, b, c].map((uid) => survivorOf(store.db, uid))).toEqual([c, c, c])
    store.db.prepare('UPDATE contact SET merged_into = ? WHERE id = ?').run(b, c)
    expect([a, b, c].map((uid) => survivorOf(store.db, uid))).toEqual([b, b, b])
  })
})

describe('an import after a merge', () => {
  const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
  async function imported(...rows: readonly string[]): Promise<Netkeep> {
    const netkeep = createNetkeep()
    writeFileSync(path.join(netkeep.folder, 'Connections.csv'), `${[HEADER, ...rows].join('\n')}\n`)
    await netkeep.ok('import', 'Connections.csv')
    return netkeep
  }
  const ADA = 'Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytics,Countess,12 Jan 2024'
  const KING = 'Ada,King,https://www.linkedin.com/in/king,,Engines,,03 Mar 2025'

  test('lands on the survivor, by whichever profile', async () => {
    const netkeep = await imported(ADA, KING)
    await netkeep.ok('merge', 'lovelace', 'king')
    const before = await netkeep.json('show', 'ada')
    expect(await netkeep.json('import', 'Connections.csv')).toMatchObject({ contacts: { new: 0 } })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace'])
    expect((await netkeep.json('show', 'ada')).urls).toEqual(before.urls)
  })

  test('without profile and address, too', async () => {
    const netkeep = await imported('Ada,Lovelace,,,,,12 Jan 2024', 'Ada,King,,,,,03 Mar 2025')
    await netkeep.ok('merge', 'lovelace', 'king')
    expect(await netkeep.json('import', 'Connections.csv')).toMatchObject({
      contacts: { new: 0, unchanged: 2 },
    })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace'])
  })

  test('leaves what the survivor was told to keep', async () => {
    const netkeep = await imported(KING, ADA)
    await netkeep.ok('merge', 'lovelace', 'king')
    await netkeep.ok('import', 'Connections.csv')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      name: 'Ada Lovelace',
      organization: 'Analytics',
    })
  })
})
