/** Who an import means, where addresses are shared, contacts were merged, removed or edited, and sources differ. */
import { describe, expect, test } from 'vitest'
import type { ImportedContact } from '../../src/domain/import-file.ts'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'
import { email, importRows, phone, row, url } from './importing.ts'

const bring = (netkeep: Netkeep, ...contacts: readonly ImportedContact[]) =>
  importRows(netkeep.store(), { contacts })
const jane = row('Jane Roe', { points: [email('info@acme.com')], organization: 'Acme' })
const bob = row('Bob Stone', { points: [email('info@acme.com')], organization: 'Bolt' })

describe('an address that several share', () => {
  test('makes nobody of another name into somebody else, whichever file comes first', async () => {
    const netkeep = createNetkeep()
    bring(netkeep, jane)
    expect(bring(netkeep, bob).counts).toEqual([1, 0, 0, 0])
    for (const contact of [jane, bob]) expect(bring(netkeep, contact).command).toBeUndefined()
    expect(await namesIn(netkeep, 'list')).toEqual(['Bob Stone', 'Jane Roe'])
  })

  test('does not let somebody removed come back in another', async () => {
    const netkeep = createNetkeep()
    bring(netkeep, jane, bob)
    await netkeep.ok('remove', 'jane')
    expect(bring(netkeep, jane, bob).counts).toEqual([0, 0, 1, 1])
    expect(await netkeep.json('list')).toMatchObject([{ name: 'Bob Stone', organization: 'Bolt' }])
  })

  test('gives the row to whoever has the name, in any order of the file', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Jane Doe <doe@x.com>')
    const cards = [
      row('John Doe', { sourceId: 'vcard:2', points: [email('doe@x.com')], organization: 'Acme' }),
      row('Jane Doe', { sourceId: 'vcard:1', points: [email('doe@x.com')] }),
    ]
    expect(bring(netkeep, ...cards).counts).toEqual([1, 0, 1, 0])
    expect(await netkeep.json('show', 'jane')).toMatchObject({ organization: null })
  })
})

test('of several files in one import nobody is made twice, in any order, and again after an undo', async () => {
  const card = row('Katherine Johnson', { sourceId: 'vcard:kj', points: [email('kj@nasa.example')] })
  const google = row('Katherine Johnson', { points: [email('KJ@nasa.example')] })
  for (const files of [
    [card, google],
    [google, card],
  ]) {
    const netkeep = createNetkeep()
    expect(bring(netkeep, ...files).counts[0]).toBe(1)
    await netkeep.ok('undo')
    expect(bring(netkeep, ...files).counts[0]).toBe(1)
    expect(await netkeep.json('list')).toHaveLength(1)
  }
})

describe('after a merge', () => {
  test('rows of either mean the survivor, by address and by former name', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper <a@x.com>')
    await netkeep.ok('add', 'Gracie H <b@x.com>')
    await netkeep.ok('merge', 'a@x.com', 'b@x.com')
    const rows = [
      row('Grace Hopper', { points: [email('a@x.com')] }),
      row('Gracie H', { points: [email('b@x.com')] }),
    ]
    expect(bring(netkeep, ...rows).counts[0]).toBe(0)
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper'])
  })

  test('a file that says what it always said changes nothing, in any order; one with news does', async () => {
    const netkeep = createNetkeep()
    const card = row('Robert Smith', {
      sourceId: 'vcard:u1',
      points: [email('bob@home.example')],
      organization: 'Acme',
      title: 'CTO',
    })
    const profile = (organization: string) =>
      row('Bob Smith', {
        points: [url('https://www.linkedin.com/in/bobsmith')],
        organization,
        title: 'Engineer',
      })
    bring(netkeep, card)
    bring(netkeep, profile('Globex'))
    await netkeep.ok('merge', 'bob@home.example', 'bob smith')
    for (const contact of [profile('Globex'), card, profile('Globex'), card])
      expect(bring(netkeep, contact).command).toBeUndefined()
    expect(await netkeep.json('show', 'robert')).toMatchObject({
      name: 'Robert Smith',
      organization: 'Acme',
      aliases: ['Bob Smith'],
    })
    expect(bring(netkeep, profile('Initech')).contacts.news).toMatchObject([
      { field: 'organization', mine: 'Acme', theirs: 'Initech' },
    ])
  })
})

test('two address books that disagree do not swap the employer back and forth', async () => {
  const netkeep = createNetkeep()
  const phoneCard = row('Grace Hopper', {
    sourceId: 'vcard:1',
    points: [email('g@x.org')],
    organization: 'Navy',
  })
  const google = row('Grace Hopper', { points: [email('g@x.org')], organization: 'Yale' })
  bring(netkeep, phoneCard)
  bring(netkeep, google)
  for (const contact of [phoneCard, google, phoneCard]) {
    const { contacts, command } = bring(netkeep, contact)
    expect([contacts.news, command]).toEqual([[], undefined])
  }
  expect((await netkeep.json('show', 'grace')).organization).toBe('Navy')
})

describe('a contact without a profile and an id of its own', () => {
  test('is known by the address that the user took away, which stays away', async () => {
    const netkeep = createNetkeep()
    bring(netkeep, row('Pat Quinn', { points: [email('old@x.com')] }))
    await netkeep.ok('edit', 'pat', '--remove-email', 'old@x.com')
    expect(bring(netkeep, row('Pat Quinn', { points: [email('old@x.com')] })).counts).toEqual([0, 0, 1, 0])
    expect(await netkeep.json('show', 'pat')).toMatchObject({ emails: [] })
  })

  test('is known by name and number, whatever else the card has by now', async () => {
    const netkeep = createNetkeep()
    bring(netkeep, row('Tel Only', { points: [phone('+49 30 7777')] }))
    bring(netkeep, row('Tel Only', { points: [phone('+49 30 1'), phone('+49 30 7777')] }))
    bring(netkeep, row('Tel Only', { points: [email('tel@x.org'), phone('+49 30 7777')] }))
    expect(await netkeep.json('list')).toHaveLength(1)
  })

  test('is another one at another organization, where nothing but the name is told', async () => {
    const netkeep = createNetkeep()
    const rows = [row('John Smith', { organization: 'Acme' }), row('John Smith', { organization: 'Bolt' })]
    expect(bring(netkeep, ...rows).counts).toEqual([2, 0, 0, 0])
    expect(bring(netkeep, ...rows).command).toBeUndefined()
  })
})

test('a contact that the user took out of its circle stays out, until the file says another', async () => {
  const netkeep = createNetkeep()
  const card = (circle: string) =>
    row('Ada', { sourceId: 'vcard:ada', cadence: { circle: { name: circle, interval: null } } })
  bring(netkeep, card('inner'))
  await netkeep.ok('move', 'ada', 'none')
  expect(bring(netkeep, card('inner')).command).toBeUndefined()
  bring(netkeep, card('close'))
  expect(await netkeep.json('show', 'ada')).toMatchObject({ circle: 'close' })
})

test('a card that only claims the uid of a contact is another contact', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace <ada@x.org>')
  const { uid } = await netkeep.json('show', 'ada')
  expect(bring(netkeep, row('Mallory Evil', { uid, points: [email('mallory@evil.com')] })).counts).toEqual([
    1, 0, 0, 0,
  ])
  expect(bring(netkeep, row('Trudy Two', { sourceId: `vcard:${uid}` })).counts).toEqual([1, 0, 0, 0])
  expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['ada@x.org'] })
  expect(bring(netkeep, row('Countess', { uid, points: [email('ada@x.org')] })).counts[0]).toBe(0)
})

test('mail of an address that two have is that of the one with the name', async () => {
  const netkeep = createNetkeep()
  bring(
    netkeep,
    row('Jane Doe', { points: [email('doe@x.com')] }),
    row('John Doe', { points: [email('doe@x.com')] }),
  )
  for (const name of ['John Doe', 'Jane Doe']) {
    importRows(netkeep.store(), {
      touchpoints: [
        {
          source: { file: 'mail', line: 1 },
          key: name,
          on: '2026-11-01' as never,
          channel: 'email',
          direction: 'in',
          kind: 'counted',
          with: [{ name, email: 'doe@x.com' }],
        },
      ],
    })
  }
  const list: readonly { lastTouchOn: string }[] = await netkeep.json('list')
  expect(list.map(({ lastTouchOn }) => lastTouchOn)).toEqual(['2026-11-01', '2026-11-01'])
})

test('a contact that its file calls otherwise now keeps its former name as an alias', async () => {
  const netkeep = createNetkeep()
  const card = (name: string) => row(name, { sourceId: 'vcard:1', points: [email('ann@x.org')] })
  bring(netkeep, card('Ann Smith'))
  const { contacts } = bring(netkeep, card('Ann Jones'))
  expect(contacts.renamed).toMatchObject([{ mine: 'Ann Smith', theirs: 'Ann Jones' }])
  expect(await netkeep.json('show', 'ann')).toMatchObject({ name: 'Ann Jones', aliases: ['Ann Smith'] })
})

test('two tables that know a contact by the same address are two sources', () => {
  const netkeep = createNetkeep()
  const from = (origin: string, title: string) =>
    row('Ada Lovelace', { points: [email('ada@x.org')], title, origin })
  bring(netkeep, from('google', 'Analyst'))
  bring(netkeep, from('club', 'Countess'))
  for (const table of [from('google', 'Analyst'), from('club', 'Countess')])
    expect(bring(netkeep, table).command).toBeUndefined()
  const profile = { points: [url('https://www.linkedin.com/in/bob')] }
  const card = row('Bob', { ...profile, sourceId: 'vcard:b', title: 'CTO' })
  const connection = row('Bob', { ...profile, title: 'Chief' })
  bring(netkeep, card, connection)
  bring(netkeep, connection)
  for (const again of [card, connection]) expect(bring(netkeep, again).command).toBeUndefined()
})

test('of thousands with one address each stays itself, and one may have thousands of rows', () => {
  const netkeep = createNetkeep()
  const many = Array.from({ length: 3000 }, (_, index) =>
    row(`Name${index} Family${index}`, { points: [email('info@acme.com')] }),
  )
  const one = Array.from({ length: 3000 }, (_, index) =>
    row('Ada Lovelace', { sourceId: 'vcard:ada', points: [email(`a${index}@x.org`)] }),
  )
  expect(bring(netkeep, ...many).counts).toEqual([3000, 0, 0, 0])
  expect(bring(netkeep, ...many).counts).toEqual([0, 0, 3000, 0])
  expect(bring(netkeep, ...one).counts).toEqual([1, 2999, 0, 0])
})
