import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rebuildDerived } from '../../src/store/derived.ts'
import { connect, type Database } from '../../src/store/driver.ts'
import { MIGRATIONS, migrate, versionOf } from '../../src/store/migrations.ts'
import { listUndoable } from '../../src/store/undo.ts'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'
import { visible } from './random-commands.ts'

const ROWS = {
  1: readFileSync(new URL('version-1.sql', import.meta.url), 'utf8'),
  2: readFileSync(new URL('version-2.sql', import.meta.url), 'utf8'),
  3: readFileSync(new URL('version-3.sql', import.meta.url), 'utf8'),
  4: readFileSync(new URL('version-4.sql', import.meta.url), 'utf8'),
}

/** Contacts as netkeep of that format left them on 10 November; nobody has opened the database since. */
function withFormat(format: keyof typeof ROWS): Netkeep {
  const netkeep = createNetkeep('2026-11-22')
  writeFileSync(netkeep.db, '', { mode: 0o600 })
  const db = connect(netkeep.db, 1000)
  migrate(db, MIGRATIONS.slice(0, format))
  db.exec(ROWS[format])
  db.close()
  return netkeep
}

const rowsOf = (db: Database, table: string): unknown =>
  db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()

describe.each([1, 2, 3, 4] as const)('a database of format %i, brought up to date,', (format) => {
  test('has derived tables that equal a fresh derivation', () => {
    const { db } = withFormat(format).store()
    const tables = ['contact_state', 'due_day', 'match_key', 'match_word']
    const upgraded = tables.map((table) => rowsOf(db, table))
    db.exec('BEGIN')
    rebuildDerived(db)
    db.exec('COMMIT')
    expect(tables.map((table) => rowsOf(db, table))).toEqual(upgraded)
  })

  test('has the same tables and triggers as a new one', () => {
    const schemaOf = (db: Database): unknown =>
      db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name").all()
    const fresh = connect(':memory:', 1000)
    migrate(fresh, MIGRATIONS)
    expect(schemaOf(withFormat(format).store().db)).toEqual(schemaOf(fresh))
    fresh.close()
  })

  test('takes back all that was done before, and does it again', async () => {
    const netkeep = withFormat(format)
    const store = netkeep.store()
    const before = visible(store, netkeep.today)
    const done = listUndoable(store.db, 1000).length
    await netkeep.ok('undo', String(done))
    expect(await namesIn(netkeep, 'list')).toEqual([])
    await netkeep.ok('redo', String(done))
    expect(visible(store, netkeep.today)).toEqual(before)
  })
})

describe('a database of format 1', () => {
  test('is brought up to date once, says so, and keeps a copy that the old netkeep can read', async () => {
    const netkeep = withFormat(1)
    const answer = await netkeep.run('list')
    expect(answer.stderr).toBe(
      `netkeep: The database was brought up to format 5; the old one is kept as ${netkeep.db}.before-v5.\n`,
    )
    expect((await netkeep.run('list')).stderr).toBe('')
    expect(readdirSync(netkeep.folder).filter((name) => name.includes('before'))).toEqual([
      'netkeep.db.before-v5',
    ])
    const copy = connect(`${netkeep.db}.before-v5`, 1000)
    expect(versionOf(copy)).toBe(1)
    expect(copy.prepare('SELECT name FROM contact ORDER BY name').pluck().all()).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
    ])
    copy.close()
  })

  test('says on a terminal that it is being brought up to date, before it is', async () => {
    const { stderr } = await withFormat(1).onTerminal(['list'])
    expect(stderr).toMatch(
      /^netkeep: Bringing the database up to date; a large one takes a while\.\nnetkeep: The database was brought up to format 5;/,
    )
  })

  test('has all it had', async () => {
    const netkeep = withFormat(1)
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Engines',
      emails: ['ada@x.org'],
      interval: '1w',
      lastTouchOn: null,
      dueOn: '2026-11-08',
      standing: 'cold',
      formerJobs: [],
      touchpoints: [{ on: '2026-11-10', attempt: true, help: null, wish: false }],
    })
    expect(await netkeep.json('show', 'amazing')).toMatchObject({
      organization: 'Navy',
      birthday: '1906-12-09',
      tags: ['mentor'],
      note: 'knows compilers',
      aliases: ['Amazing Grace'],
      lastTouchOn: '2026-11-01',
      snoozedUntil: '2026-12-24',
      dueOn: '2026-12-24',
      interests: [],
      introducedBy: null,
      promises: [],
      dates: [{ label: 'birthday', on: '2026-12-09', years: 120 }],
      balance: { given: 0, asked: 0, received: 0, unanswered: 0, asksSinceGive: 0 },
      touchpoints: [{ on: '2026-11-01', channel: 'coffee', note: 'about nanoseconds', help: null }],
    })
    expect(await netkeep.ok('due', '--count')).toBe('1\n')
    expect(await netkeep.ok('config', 'get', 'attempt-rest')).toBe('5\n')
    expect(await namesIn(netkeep, 'find', 'nanoseconds')).toEqual(['Grace Hopper'])
    expect(await netkeep.json('history')).toHaveLength(7)
  })

  test('takes the new commands, in operations of the new format', async () => {
    const netkeep = withFormat(1)
    const commands = [
      ['promise', 'add', 'grace', 'send the paper'],
      ['gave', 'grace', 'article'],
      ['asked', 'ada', 'advice'],
      ['edit', 'ada', '--interest', 'sailing', '--introduced-by', 'grace'],
      ['edit', 'ada', '--org', 'Univac'],
      ['date', 'add', 'ada', 'founding day', '--on', '9 Dec'],
      ['wish', 'grace', '--for', 'birthday'],
      ['relate', 'ada', 'mentee', 'grace'],
      ['config', 'set', 'date-notice', '20'],
    ]
    const seen = async (): Promise<unknown> => [
      await netkeep.json('show', 'ada'),
      await netkeep.json('show', 'grace'),
    ]
    const before = await seen()
    for (const command of commands) await netkeep.ok(...command)
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Univac',
      formerJobs: [{ organization: 'Engines', title: null, notedOn: null, untilOn: '2026-11-22' }],
      relations: [{ kind: 'mentee', name: 'Grace Hopper' }],
      balance: { asked: 1, unanswered: 2 },
    })
    const versions = netkeep
      .store()
      .db.prepare('SELECT v, count(*) AS ops FROM op GROUP BY v ORDER BY v')
      .raw()
      .all() as [number, number][]
    expect(versions.map(([version]) => version)).toEqual([1, 5])
    expect(versions[0]?.[1]).toBe(ROWS[1].split('INSERT INTO op ').length - 1)
    await netkeep.ok('undo', String(commands.length))
    expect(await seen()).toEqual(before)
  })

  test('undoes what was done before it was brought up to date, one by one, and does it again', async () => {
    const netkeep = withFormat(1)
    const organization = async (): Promise<unknown> => (await netkeep.json('show', 'ada')).organization
    await netkeep.ok('undo', '2')
    expect(await organization()).toBe('Analytics')
    expect(await netkeep.ok('config', 'get', 'attempt-rest')).toBe('3\n')
    await netkeep.ok('undo', '2')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ touchpoints: [] })
    expect(await netkeep.json('show', 'grace')).toMatchObject({ snoozedUntil: null, dueOn: '2026-11-15' })
    await netkeep.ok('undo', '3')
    expect(await namesIn(netkeep, 'list')).toEqual([])
    await netkeep.ok('redo', '7')
    expect(await organization()).toBe('Engines')
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      tags: ['mentor'],
      snoozedUntil: '2026-12-24',
    })
  })
})

describe('a database of format 2', () => {
  test('has all it had, and knows how many touchpoints of any kind there were, and the date of the latest', () => {
    const { db } = withFormat(2).store()
    const counted = db
      .prepare(
        'SELECT c.name, s.touchpoints, s.last_on FROM contact_state s JOIN contact c ON c.id = s.contact ORDER BY c.name',
      )
      .raw()
      .all()
    expect(counted).toEqual([
      ['Ada Lovelace', 4, '2026-11-08'],
      ['Alan Turing', 2, '2026-11-08'],
      ['Betty Holberton', 1, '2026-02-20'],
      ['Fran Bilas', 3, '2026-03-04'],
      ['Grace Hopper', 5, '2026-11-08'],
      ['Jean Bartik', 2, '2026-11-05'],
      ['Kay McNulty', 0, null],
    ])
  })

  test('counts for goals and the streak what was done before', async () => {
    const netkeep = withFormat(2)
    await netkeep.ok('goal', 'set', '3 touches a month')
    await netkeep.ok('goal', 'set', '1 promise a month')
    expect(await netkeep.json('goal')).toMatchObject([{ done: 0 }, { done: 6 }])
    expect(await netkeep.json('streak')).toMatchObject({ current: 0, longest: 3 })
  })

  test('takes the new commands, in operations of the new format, and takes them back', async () => {
    const netkeep = withFormat(2)
    const seen = (): unknown => visible(netkeep.store(), netkeep.today)
    const before = seen()
    await netkeep.ok('goal', 'set', '3 touches a month')
    await netkeep.ok('streak', 'freeze', '20 dec', '6 jan')
    expect(await namesIn(netkeep, 'triage')).toEqual(['Fran Bilas', 'Betty Holberton'])
    const triaged = await netkeep.onTerminal(['triage'], ['2', 'n'])
    expect(triaged.stdout.split('\n')[0]).toBe('Triaged 2 contacts: 1 close, 1 none.')
    const reviewed = await netkeep.onTerminal(['review', '--no-color'], ['a', 'a', 'f'])
    expect(reviewed.stdout).toContain('Reviewed: 2 tried, 1 fulfilled. That is all for today.\n')
    const { db } = netkeep.store()
    expect(db.prepare('SELECT DISTINCT v FROM op ORDER BY v').pluck().all()).toEqual([2, 5])
    await netkeep.ok('undo', '7')
    expect(seen()).toEqual(before)
  })
})

describe('a database of format 3', () => {
  test('has all it had', async () => {
    const netkeep = withFormat(3)
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Engines',
      title: 'Countess',
      emails: ['ada@x.org'],
      phones: ['+44 20 7946 0100'],
      urls: ['https://www.linkedin.com/in/ada'],
      metOn: '2024-01-12',
      interval: '1w',
      lastTouchOn: '2026-11-03',
      snoozedUntil: '2026-12-01',
      formerJobs: [{ organization: 'Analytics' }, { organization: 'Loom Works' }],
      relations: [{ kind: 'mentee', name: 'Grace Hopper' }],
      introduced: [{ name: 'Alan Turing' }],
      dates: [{ label: 'founding day', on: '2026-12-09', notice: 20 }],
      balance: { given: 1 },
    })
    expect(await netkeep.json('show', 'amazing')).toMatchObject({
      tags: ['navy'],
      interests: ['sailing'],
      note: 'knows compilers',
      metAt: 'the fair',
      snoozedUntil: '2026-12-24',
      promises: [{ text: 'send the paper', on: '2026-11-20' }],
      touchpoints: [
        { on: '2026-11-08', channel: 'call', direction: 'in' },
        { on: '2026-11-08', light: true, wish: true },
        { on: '2026-11-03', help: 'asked' },
        { on: '2026-10-20', channel: 'coffee', minutes: 50, place: 'Zürich' },
      ],
    })
    expect(await netkeep.json('show', 'kay')).toMatchObject({ circle: 'outer', interval: '1y' })
    expect(await namesIn(netkeep, 'triage')).toEqual(['Fran Bilas'])
    expect(await netkeep.json('goal')).toMatchObject([
      { text: '1 promise kept a month', done: 0 },
      { text: '3 touches a month', done: 4 },
    ])
    expect(await netkeep.json('streak')).toMatchObject({
      freezes: [{ from: '2026-12-20', to: '2027-01-06' }],
    })
    expect(await netkeep.json('history')).toHaveLength(48)
  })

  test('takes the new commands, in operations of the new format, and takes them back', async () => {
    const netkeep = withFormat(3)
    const seen = (): unknown => visible(netkeep.store(), netkeep.today)
    const before = seen()
    await netkeep.ok('merge', 'ruth', 'fran')
    await netkeep.ok('duplicates', '--not-same', 'ada', 'grace')
    const { db } = netkeep.store()
    expect(db.prepare('SELECT DISTINCT v FROM op ORDER BY v').pluck().all()).toEqual([3, 5])
    await netkeep.ok('undo', '2')
    expect(seen()).toEqual(before)
  })

  test('an import of the same file again finds everybody', async () => {
    const netkeep = withFormat(3)
    const rows = [
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      'Fran,Bilas,https://www.linkedin.com/in/fran,fran@x.org,Eniac,Programmer,12 Jan 2020',
      'Betty,Holberton,https://www.linkedin.com/in/betty,,Univac,,03 Mar 2024',
    ]
    writeFileSync(`${netkeep.folder}/Connections.csv`, `${rows.join('\n')}\n`)
    expect(await netkeep.json('import', 'Connections.csv')).toMatchObject({
      contacts: { new: 0, updated: 0, unchanged: 2 },
    })
  })
})

describe('a database of format 4', () => {
  test('has all it had', async () => {
    const netkeep = withFormat(4)
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Engines',
      title: 'Countess',
      aliases: ['Ada King'],
      emails: ['ada@x.org', 'king@x.org'],
      tags: ['poet'],
      interests: ['poetry'],
      relations: [{ name: 'Alan Turing' }, { name: 'Grace Hopper' }],
      promises: [{ text: 'send the notes' }],
    })
    const { contacts, mergedContacts, notSame } = JSON.parse(await netkeep.ok('export'))
    expect(contacts.flatMap(({ properties }: { properties: string[] }) => properties)).toEqual([
      'UID:urn:uuid:77777777-7777-4777-8777-777777777777',
    ])
    expect(mergedContacts).toHaveLength(1)
    expect(notSame).toHaveLength(1)
    expect(await netkeep.json('history')).toHaveLength(59)
  })

  test('finds contacts by the employers that they have and had', () => {
    const { db } = withFormat(4).store()
    const employers = db
      .prepare(
        `SELECT k.kind, k.key, group_concat(c.name, ', ' ORDER BY c.name) FROM match_key k JOIN contact c ON c.id = k.contact
         WHERE k.kind IN ('employer', 'former-employer') GROUP BY k.kind, k.key ORDER BY 1, 2`,
      )
      .raw()
      .all()
    expect(employers).toEqual([
      ['employer', 'engines', 'Ada Lovelace'],
      ['employer', 'eniac', 'Fran Bilas, Ruth Teitelbaum'],
      ['employer', 'navy', 'Alan Turing, Grace Hopper'],
      ['employer', 'radio', 'Hedy Lamarr'],
      ['employer', 'remington rand', 'Betty Holberton'],
      ['employer', 'torpedo', 'Hedy Kiesler'],
      ['former-employer', 'analytics', 'Ada Lovelace'],
      ['former-employer', 'difference', 'Ada Lovelace'],
      ['former-employer', 'eniac', 'Jean Bartik'],
      ['former-employer', 'loom works', 'Ada Lovelace'],
      ['former-employer', 'univac', 'Betty Holberton, Jean Bartik'],
    ])
  })

  test('undoes a merge of before, after which both are found by their own employers', async () => {
    const netkeep = withFormat(4)
    const { db } = netkeep.store()
    const employed = (): unknown =>
      db
        .prepare(
          "SELECT c.name FROM match_key k JOIN contact c ON c.id = k.contact WHERE k.key = 'difference' AND k.kind = 'employer'",
        )
        .pluck()
        .all()
    const merge = db
      .prepare("SELECT id FROM command WHERE typed = 'netkeep merge lovelace king'")
      .pluck()
      .get()
    expect(employed()).toEqual([])
    await netkeep.ok('undo', String(listUndoable(db, 1000).indexOf(Number(merge)) + 1))
    expect(employed()).toEqual(['Ada King'])
  })

  test('is found by what its names are folded to now, however they were folded before', async () => {
    const netkeep = withFormat(4)
    const db = connect(netkeep.db, 1000)
    db.exec("UPDATE match_key SET key = replace(key, 'bartik', 'bartîk')")
    db.close()
    expect(await namesIn(netkeep, 'find', 'jean')).toEqual(['Jean Bartik'])
    expect((await netkeep.json('show', 'bartik')).name).toBe('Jean Bartik')
  })
})
