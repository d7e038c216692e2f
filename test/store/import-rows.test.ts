import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { createNetkeep, idOf, type Netkeep, namesIn } from '../harness.ts'
import { email, importRows, phone, row, touch, url } from './importing.ts'

const TWICE = 'imported a second time changes nothing and is no command'

describe('who is meant', () => {
  test('a family with one address is as many contacts as the file has names, in any order', async () => {
    const netkeep = createNetkeep()
    const home = { points: [email('smiths@home.example')] }
    const rows = [row('Ann Smith', home), row('Bob Smith', home), row('Cy Smith', home)]
    expect(importRows(netkeep.store(), { contacts: rows }).counts).toEqual([3, 0, 0, 0])
    for (const again of [rows, rows.toReversed()]) {
      const { counts, command } = importRows(netkeep.store(), { contacts: again })
      expect([counts, command], TWICE).toEqual([[0, 0, 3, 0], undefined])
    }
    expect(await namesIn(netkeep, 'list')).toEqual(['Ann Smith', 'Bob Smith', 'Cy Smith'])
  })

  test('cards with ids of their own are contacts of their own, though they share an address and a name', () => {
    const netkeep = createNetkeep()
    const card = (id: string) => row('Ann Smith', { sourceId: `vcard:${id}`, points: [phone('+49 30 1')] })
    const rows = [card('a'), card('b')]
    expect(importRows(netkeep.store(), { contacts: rows }).counts).toEqual([2, 0, 0, 0])
    expect(importRows(netkeep.store(), { contacts: rows }).command, TWICE).toBeUndefined()
  })

  test('the homepage of a company is nobody in particular, a profile is', async () => {
    const netkeep = createNetkeep()
    const company = url('https://www.ibm.com')
    const rows = [row('Ann', { points: [company] }), row('Bob', { points: [company] })]
    expect(importRows(netkeep.store(), { contacts: rows }).counts).toEqual([2, 0, 0, 0])
    const profile = url('https://www.linkedin.com/in/ann')
    importRows(netkeep.store(), { contacts: [row('Ann Jones', { points: [profile] })] })
    const card = row('Ann M. Jones', { sourceId: 'vcard:1', points: [profile, email('ann@x.org')] })
    expect(importRows(netkeep.store(), { contacts: [card] }).counts).toEqual([0, 1, 0, 0])
  })

  test('a contact known by address is known by the id of its card from then on', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
    const card = (address: string) =>
      row('Ada Lovelace', { sourceId: 'vcard:ada-1', points: [email(address)], properties: ['UID:ada-1'] })
    expect(importRows(netkeep.store(), { contacts: [card('ada@x.org')] }).counts).toEqual([0, 1, 0, 0])
    expect(importRows(netkeep.store(), { contacts: [card('ada@y.org')] }).counts).toEqual([0, 1, 0, 0])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['ada@x.org', 'ada@y.org'] })
  })

  test('netkeep knows its own uid, whatever else has changed', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    const { uid } = await netkeep.json('show', 'ada')
    expect(importRows(netkeep.store(), { contacts: [row('Ada King', { uid })] }).counts).toEqual([0, 0, 1, 0])
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace'])
    const other = createNetkeep()
    importRows(other.store(), { contacts: [row('Ada King', { uid })] })
    expect((await other.json('show', 'ada')).uid).toBe(uid)
  })

  test('a card of its own is known, though another program left nothing but the UID', () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [row('Ada Lovelace')] })
    const uid = netkeep.store().db.prepare('SELECT id FROM contact').pluck().get()
    const card = row('Ada Lovelace', { sourceId: `vcard:${uid}` })
    expect(importRows(netkeep.store(), { contacts: [card] }).counts).toEqual([0, 0, 1, 0])
  })

  test('somebody removed stays removed, known by the id of the card', async () => {
    const netkeep = createNetkeep()
    const card = row('Ada Lovelace', { sourceId: 'vcard:ada' })
    importRows(netkeep.store(), { contacts: [card] })
    await netkeep.ok('remove', 'ada')
    expect(importRows(netkeep.store(), { contacts: [card] }).counts).toEqual([0, 0, 0, 1])
  })
})

describe('the preferred address', () => {
  const points = ['a@x.org', 'm@x.org', 'z@x.org'].map(email)
  const preferring = (value: string) =>
    row('Ada Lovelace', {
      sourceId: 'vcard:ada',
      points: points.map((point) => (point.value === value ? { ...point, isPreferred: true } : point)),
    })

  test('is the first everywhere: in lists, mails and exports', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [preferring('m@x.org')] })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['m@x.org', 'a@x.org', 'z@x.org'] })
    expect(await netkeep.json('list')).toMatchObject([{ emails: ['m@x.org', 'a@x.org', 'z@x.org'] }])
    expect(await netkeep.ok('open', 'ada', '--mail')).toBe('mailto:m@x.org\n')
    expect(await netkeep.ok('draft', 'ada')).toContain('m@x.org')
    expect(await netkeep.ok('query', 'ada')).toMatch(/^3 addresses\nm@x\.org/)
    expect(await netkeep.ok('export', '--format', 'vcard')).toContain('EMAIL;TYPE=pref:m@x.org\r\nEMAIL:a@')
    expect(await netkeep.ok('export', '--format', 'csv')).toContain(',*,m@x.org,,a@x.org,,z@x.org,')
  })

  test('is that of the first file that names one; a later one changes nothing', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [preferring('')] })
    expect(importRows(netkeep.store(), { contacts: [preferring('z@x.org')] }).counts).toEqual([0, 1, 0, 0])
    for (const value of ['z@x.org', 'm@x.org', ''])
      expect(importRows(netkeep.store(), { contacts: [preferring(value)] }).command).toBeUndefined()
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['z@x.org', 'a@x.org', 'm@x.org'] })
  })

  test('one that comes back after another was preferred is an address like others', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [preferring('z@x.org')] })
    await netkeep.ok('edit', 'ada', '--remove-email', 'z@x.org')
    importRows(netkeep.store(), { contacts: [preferring('m@x.org')] })
    await netkeep.ok('edit', 'ada', '--email', 'z@x.org')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['m@x.org', 'a@x.org', 'z@x.org'] })
  })
})

describe('a telephone number in another spelling', () => {
  const [long, short] = ['+49 171 2345678', '0171 2345678']
  const withPhones = (...values: readonly string[]) =>
    row('Ada Lovelace', { sourceId: 'vcard:ada', points: values.map(phone) })
  const phones = async (netkeep: Netkeep) => (await netkeep.json('show', 'ada')).phones

  test('is the one that the contact has, of one row, of two, or of another import', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [withPhones(long, short), withPhones(short)] })
    expect(await phones(netkeep)).toEqual([long])
    expect(importRows(netkeep.store(), { contacts: [withPhones(short)] }).command).toBeUndefined()
    importRows(netkeep.store(), { contacts: [withPhones(short, '0171 2345679', '+44 171 2345678')] })
    expect(await phones(netkeep)).toEqual(['+44 171 2345678', long, '0171 2345679'])
  })

  test('stays away where the user took it away, unless the file is preferred', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [withPhones(long)] })
    await netkeep.ok('edit', 'ada', '--remove-phone', long)
    expect(importRows(netkeep.store(), { contacts: [withPhones(short)] }).command).toBeUndefined()
    importRows(netkeep.store(), { contacts: [withPhones(short)], prefer: 'theirs' })
    expect(await phones(netkeep)).toEqual([short])
  })

  test('means the contact of that name and number', () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [row('Ada Lovelace', { points: [phone(long)] })] })
    const other = row('Ada Lovelace', { points: [phone(short)] })
    expect(importRows(netkeep.store(), { contacts: [other] }).counts).toEqual([0, 0, 1, 0])
  })
})

describe('what a contact has several of', () => {
  const full = row('Ada Lovelace', {
    sourceId: 'vcard:ada',
    points: [{ kind: 'email', value: 'ada@x.org', label: 'work' }],
    aliases: ['Countess', 'ada lovelace'],
    tags: ['math'],
    traits: [{ kind: 'interest', value: 'looms' }],
    dates: [{ label: 'anniversary', date: '--07-08', isYearly: true }],
    properties: ['X-FOO:bar'],
    formerJobs: [{ organization: 'Looms', title: null, notedOn: null, untilOn: null }],
  })

  test('comes with it; the name in another spelling is no alias', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [full] })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      emails: ['ada@x.org'],
      aliases: ['Countess'],
      tags: ['math'],
      interests: ['looms'],
      formerJobs: [{ organization: 'Looms', title: null }],
      dates: [{ label: 'anniversary', date: '--07-08' }],
    })
    expect(netkeep.store().db.prepare('SELECT line FROM contact_property').pluck().all()).toEqual([
      'X-FOO:bar',
    ])
    expect(importRows(netkeep.store(), { contacts: [full] }).command, TWICE).toBeUndefined()
  })

  test('is added to somebody who is there; what the user took away stays away, unless the file is preferred', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), { contacts: [row('Ada Lovelace', { sourceId: 'vcard:ada' })] })
    expect(importRows(netkeep.store(), { contacts: [full] }).counts).toEqual([0, 1, 0, 0])
    await netkeep.ok('tag', 'ada', '--remove', 'math')
    await netkeep.ok('edit', 'ada', '--remove-email', 'ada@x.org')
    expect(importRows(netkeep.store(), { contacts: [full] }).counts).toEqual([0, 0, 1, 0])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: [], tags: [] })
    importRows(netkeep.store(), { contacts: [full], prefer: 'theirs' })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['ada@x.org'], tags: ['math'] })
  })
})

test('note, location, birthday and place follow the file until the user edits them', async () => {
  const netkeep = createNetkeep()
  const card = (note: string) =>
    row('Ada Lovelace', {
      sourceId: 'vcard:ada',
      note,
      location: 'London',
      birthday: '1815-12-10',
      metAt: 'Fair',
    })
  importRows(netkeep.store(), { contacts: [card('looms')] })
  expect(await netkeep.json('show', 'ada')).toMatchObject({
    note: 'looms',
    location: 'London',
    birthday: '1815-12-10',
    metAt: 'Fair',
  })
  importRows(netkeep.store(), { contacts: [card('looms and engines')] })
  await netkeep.ok('edit', 'ada', '--location', 'Marylebone')
  const { contacts } = importRows(netkeep.store(), { contacts: [card('engines')] })
  expect(contacts.kept).toEqual([
    { name: 'Ada Lovelace', field: 'location', mine: 'Marylebone', theirs: 'London' },
  ])
  expect(await netkeep.json('show', 'ada')).toMatchObject({ note: 'engines', location: 'Marylebone' })
})

describe('a cadence that the file tells', () => {
  test('goes to new and unscheduled contacts; a circle that is not there is made', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner', '--email', 'grace@x.org')
    const board = { circle: { name: 'Board', interval: '5w' } }
    importRows(netkeep.store(), {
      contacts: [
        row('Ada', { cadence: board }),
        row('Bob', { cadence: { interval: '2w' } }),
        row('Grace Hopper', { points: [email('grace@x.org')], cadence: board }),
        row('Cy', { cadence: { circle: { name: 'nowhere', interval: null } } }),
      ],
    })
    const list: readonly { name: string; circle: string; interval: string }[] = await netkeep.json('list')
    expect(list.map(({ name, circle, interval }) => [name, circle, interval])).toEqual([
      ['Ada', 'Board', '5w'],
      ['Bob', null, '2w'],
      ['Cy', null, null],
      ['Grace Hopper', 'inner', '2w'],
    ])
    await netkeep.ok('undo')
    expect((await netkeep.json('circle')).map((circle: { name: string }) => circle.name)).not.toContain(
      'Board',
    )
  })

  test('may be none, a pause or a snooze', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), {
      contacts: [
        row('Ada', { cadence: { interval: 'none' } }),
        row('Bob', { cadence: { interval: '2w', isPaused: true } }),
        row('Cy', { cadence: { interval: '2w', snoozedUntil: '2027-05-01' as CalendarDate } }),
      ],
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ standing: 'unscheduled' })
    expect(await netkeep.json('show', 'bob')).toMatchObject({ standing: 'unscheduled', interval: '2w' })
    expect(await netkeep.json('show', 'cy')).toMatchObject({ dueOn: '2027-05-01' })
  })
})

describe('a touchpoint', () => {
  test('that was put off follows the file', async () => {
    const netkeep = createNetkeep()
    const meeting = (on: string) => touch('1', { on: on as CalendarDate, with: [{ name: 'Ada' }] })
    importRows(netkeep.store(), { contacts: [row('Ada')], touchpoints: [meeting('2026-11-01')] })
    const { touchpoints } = importRows(netkeep.store(), { touchpoints: [meeting('2026-11-08')] })
    expect([touchpoints.created, touchpoints.updated]).toEqual([0, 1])
    expect((await netkeep.json('show', 'ada')).touchpoints).toMatchObject([{ on: '2026-11-08' }])
  })

  test('finds its contacts by what the file calls them, by profile, by address, by name', async () => {
    const netkeep = createNetkeep()
    importRows(netkeep.store(), {
      contacts: [
        row('Ann Smith', { sourceId: 'monica:1' }),
        row('Ann Smith', { sourceId: 'monica:2', points: [email('Ann@x.org')] }),
        row('Cy Young', { points: [url('https://github.com/cy')] }),
        row('Dee Jay'),
      ],
      touchpoints: [
        touch('1', { with: [{ name: 'Ann Smith', sourceId: 'monica:1' }] }),
        touch('2', { with: [{ name: 'A.', email: 'ann@X.org' }] }),
        touch('3', { with: [{ name: '', url: 'github.com/cy/' }] }),
        touch('4', { with: [{ name: 'dee jay' }, { name: 'Ann Smith' }] }),
      ],
    })
    const shown: readonly { name: string; lastTouchOn: string | null }[] = await netkeep.json('list')
    expect(shown.map(({ lastTouchOn }) => lastTouchOn)).toEqual(Array(4).fill('2026-11-01'))
    const dee = await netkeep.json('show', 'dee')
    expect(dee.touchpoints).toHaveLength(1)
    expect(dee.touchpoints[0].with ?? []).toEqual([])
  })

  test('keeps the minutes, the place and the note that the user wrote down elsewhere', async () => {
    const netkeep = createNetkeep()
    const said = { minutes: 30, place: 'Café', note: 'looms', channel: 'coffee', with: [{ name: 'Ada' }] }
    importRows(netkeep.store(), { contacts: [row('Ada')], touchpoints: [touch('1', said)] })
    expect((await netkeep.json('show', 'ada')).touchpoints).toMatchObject([
      { channel: 'coffee', minutes: 30, place: 'Café', note: 'looms' },
    ])
  })

  test('makes nobody a contact unless told to, and then those with enough exchanges whose address is known', async () => {
    const netkeep = createNetkeep()
    const ada = { name: 'Ada Lovelace', email: 'ada@x.org' }
    const touchpoints = [
      touch('1', { with: [ada, { name: 'Nameless Nobody' }] }),
      touch('2', { with: [ada], on: '2026-11-05' as CalendarDate }),
      touch('3', { with: [ada, { name: 'Bob', email: 'bob@x.org' }], kind: 'light' }),
      touch('4', { with: [{ name: 'Nameless Nobody' }] }),
    ]
    const { strangers } = importRows(netkeep.store(), { touchpoints })
    expect(
      strangers.map(({ correspondent, exchanges, lastOn }) => [correspondent.name, exchanges, lastOn]),
    ).toEqual([
      ['Ada Lovelace', 2, '2026-11-05'],
      ['Nameless Nobody', 2, '2026-11-01'],
      ['Bob', 0, '2026-11-01'],
    ])
    expect(await netkeep.json('list')).toEqual([])
    const { touchpoints: done, counts } = importRows(netkeep.store(), { touchpoints, newFrom: 2 })
    expect([counts, done.created]).toEqual([[1, 0, 0, 0], 3])
    expect(await netkeep.json('list')).toMatchObject([
      { name: 'Ada Lovelace', emails: ['ada@x.org'], lastTouchOn: '2026-11-05' },
    ])
    expect(await idOf(netkeep, 'ada@x.org')).toBe(await idOf(netkeep, 'ada'))
  })
})
