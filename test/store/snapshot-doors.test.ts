/** Introductions, events, groups, watched employers and prospects of netkeep's own JSON, into a database that has some. */
import { copyFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NOTE_LIMIT } from '../../src/domain/contact.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'
import { exportText, importText, read } from './snapshot.ts'

const uid = (end: string): string => `01900000-0000-7000-8000-00000000000${end}`
const [ADA, BOB, CY] = [uid('a'), uid('b'), uid('c')]

const contacts = [
  { uid: ADA, name: 'Ada Lovelace' },
  { uid: BOB, name: 'Bob Frankston' },
  { uid: CY, name: 'Cy Young' },
]
const pycon = { name: 'PyCon', from: '2026-12-04', to: '2026-12-06' }

/** One that has these sections, and the three contacts. */
function withSections(sections: object): Netkeep {
  const netkeep = createNetkeep()
  importText(netkeep.store(), JSON.stringify({ netkeep: 1, contacts, ...sections }))
  return netkeep
}

// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect of it.
const told = (netkeep: Netkeep): any => JSON.parse(exportText(netkeep.store()))

test('an event of the same name and days is the one here, with those to be met of both; another one is added', () => {
  const here = withSections({ events: [{ uid: uid('1'), ...pycon, place: 'Berlin', contacts: [ADA] }] })
  const there = withSections({
    events: [
      { uid: uid('2'), ...pycon, name: 'PYCON', place: 'Bonn', contacts: [ADA, BOB] },
      { uid: uid('3'), ...pycon, to: '2026-12-05' },
    ],
    touchpoints: [{ uid: uid('9'), on: '2026-11-20', kind: 'counted', contacts: [ADA], event: uid('2') }],
  })
  const text = exportText(there.store())
  expect(importText(here.store(), text).value.created).toMatchObject({ events: 1 })
  expect(told(here)).toMatchObject({
    events: [
      { uid: uid('1'), name: 'PyCon', place: 'Berlin', contacts: [ADA, BOB] },
      { uid: uid('3'), to: '2026-12-05' },
    ],
    touchpoints: [{ uid: uid('9'), event: uid('1') }],
  })
  expect(importText(here.store(), text).command).toBeUndefined()
})

test('two events of a file that are called the same stay two', () => {
  const events = [
    { uid: uid('1'), ...pycon },
    { uid: uid('2'), ...pycon },
  ]
  expect(told(withSections({ events })).events).toHaveLength(2)
  const here = withSections({ events: [{ uid: uid('3'), ...pycon }] })
  const text = JSON.stringify({ netkeep: 1, events })
  expect(importText(here.store(), text).value.created.events).toBe(1)
  expect(told(here).events.map((event: { uid: string }) => event.uid)).toEqual([uid('2'), uid('3')])
  expect(importText(here.store(), text).command).toBeUndefined()
})

test('a group of the same name is the one here, with the members and meetings of both', () => {
  const here = withSections({
    groups: [
      {
        uid: uid('1'),
        name: 'Job club',
        interval: '2w',
        members: [{ contact: ADA, joinedOn: '2026-01-01' }],
        meetings: [{ uid: uid('4'), on: '2026-11-13' }],
      },
    ],
  })
  const text = JSON.stringify({
    netkeep: 1,
    contacts,
    groups: [
      {
        uid: uid('2'),
        name: 'JOB club',
        interval: '1m',
        members: [{ contact: ADA, joinedOn: '2026-02-02' }, { contact: BOB }],
        meetings: [
          { uid: uid('5'), on: '2026-11-20', note: 'CVs' },
          { uid: uid('6'), on: '2026-11-13', note: 'letters' },
        ],
      },
    ],
    touchpoints: [{ uid: uid('9'), on: '2026-11-13', kind: 'counted', contacts: [ADA], meeting: uid('6') }],
  })
  expect(importText(here.store(), text).value.created).toMatchObject({ groups: 0 })
  expect(told(here).groups).toEqual([
    {
      uid: uid('1'),
      name: 'Job club',
      kind: null,
      interval: '2w',
      trackedFrom: '2026-11-13',
      members: [
        { contact: ADA, joinedOn: '2026-01-01' },
        { contact: BOB, joinedOn: null },
      ],
      meetings: [
        { uid: uid('4'), on: '2026-11-13', note: 'letters' },
        { uid: uid('5'), on: '2026-11-20', note: 'CVs' },
      ],
    },
  ])
  expect(told(here).touchpoints).toMatchObject([{ meeting: uid('4') }])
  expect(importText(here.store(), text).command).toBeUndefined()
})

test('what the user took away stays away, and what undo took back comes again', () => {
  const sections = {
    events: [{ uid: uid('1'), ...pycon, contacts: [ADA, BOB] }],
    groups: [{ uid: uid('2'), name: 'Job club', members: [{ contact: ADA }, { contact: BOB }] }],
    introductions: [{ uid: uid('3'), a: ADA, b: BOB, offeredOn: '2026-11-20' }],
    watches: [{ organization: 'Navy', since: '2026-11-20' }],
  }
  const here = withSections(sections)
  const { db } = here.store()
  for (const table of ['event_contact', 'group_member'])
    db.prepare(`UPDATE ${table} SET deleted = 1 WHERE contact = ?`).run(BOB)
  for (const table of ['introduction', 'watch']) db.exec(`UPDATE ${table} SET deleted = 1`)
  const text = JSON.stringify({ netkeep: 1, contacts, ...sections })
  expect(importText(here.store(), text).command).toBeUndefined()
  expect(told(here)).toMatchObject({
    events: [{ contacts: [ADA] }],
    groups: [{ members: [{ contact: ADA }] }],
    introductions: [],
    watches: [],
  })
  for (const table of ['introduction', 'watch', 'event', 'contact_group'])
    db.exec(`UPDATE ${table} SET deleted = 2`)
  expect(importText(here.store(), text).value.created).toMatchObject({
    introductions: 1,
    events: 1,
    groups: 1,
    watches: 1,
  })
})

test('an introduction of somebody who is not here is none; two who are one here are not introduced to each other', async () => {
  const introductions = [
    { uid: uid('1'), a: ADA, b: BOB, madeOn: '2026-11-20' },
    { uid: uid('2'), a: BOB, b: CY, madeOn: '2026-11-20' },
    { uid: uid('3'), a: ADA, by: BOB, madeOn: '2026-11-20' },
    { uid: uid('4'), a: ADA, b: uid('7'), madeOn: '2026-11-20' },
  ]
  const here = withSections({})
  await here.ok('merge', 'ada', 'bob')
  const text = JSON.stringify({ netkeep: 1, introductions })
  expect(importText(here.store(), text).value.created.introductions).toBe(0)
  const other = withSections({})
  await other.ok('remove', 'cy')
  expect(importText(other.store(), text).value.created.introductions).toBe(2)
  expect(told(other).introductions).toMatchObject([
    { uid: uid('1'), a: ADA, b: BOB, by: null },
    { uid: uid('3'), a: ADA, b: null, by: BOB },
  ])
})

test('who was removed here stands in no introduction, event or group of an export, and comes back with undo', async () => {
  const here = withSections({
    events: [{ uid: uid('1'), ...pycon, contacts: [ADA, BOB] }],
    groups: [{ uid: uid('2'), name: 'Job club', members: [{ contact: ADA }, { contact: BOB }] }],
    introductions: [{ uid: uid('3'), a: CY, by: BOB, offeredOn: '2026-11-20' }],
  })
  const before = exportText(here.store())
  await here.ok('remove', 'bob')
  expect(told(here)).toMatchObject({
    events: [{ contacts: [ADA] }],
    groups: [{ members: [{ contact: ADA }] }],
    introductions: [],
  })
  await here.ok('undo')
  expect(exportText(here.store())).toBe(before)
})

test('an employer that is watched here under another spelling is watched once', () => {
  const here = withSections({ watches: [{ organization: 'Navy, Inc.', since: '2026-11-01' }] })
  const text = JSON.stringify({ netkeep: 1, watches: [{ organization: 'NAVY', since: '2026-10-01' }] })
  expect(importText(here.store(), text).command).toBeUndefined()
  expect(told(here).watches).toEqual([{ organization: 'Navy, Inc.', since: '2026-11-01' }])
})

test('somebody to reach there is somebody to reach here, but for one who was reached or has a cadence here', async () => {
  const here = withSections({})
  await here.ok('log', 'ada')
  await here.ok('every', 'bob', '2w')
  const text = JSON.stringify({
    netkeep: 1,
    contacts: contacts.map((contact) => ({
      ...contact,
      prospectOn: '2026-11-01',
      prospectDroppedOn: '2026-11-09',
    })),
  })
  importText(here.store(), text)
  expect(told(here).contacts).toMatchObject([
    { uid: ADA, prospectOn: null, prospectDroppedOn: null },
    { uid: BOB, prospectOn: null },
    { uid: CY, prospectOn: '2026-11-01', prospectDroppedOn: '2026-11-09' },
  ])
  expect(importText(here.store(), text).command).toBeUndefined()
})

test('a file of a netkeep that knew none of it is read as before', () => {
  const here = withSections({
    touchpoints: [{ uid: uid('9'), on: '2026-11-20', kind: 'counted', contacts: [ADA] }],
  })
  expect(told(here)).toMatchObject({
    contacts: [{ prospectOn: null, prospectDroppedOn: null }, {}, {}],
    touchpoints: [{ event: null, meeting: null }],
    introductions: [],
    events: [],
    groups: [],
    watches: [],
  })
})

describe('an introduction that went on in a copy', () => {
  /** Offered here, and in a copy of the database. */
  async function withCopy(): Promise<readonly [here: Netkeep, copy: Netkeep, id: string]> {
    const here = withSections({})
    await here.ok('intro', 'ada', 'bob')
    const copy = createNetkeep()
    copyFileSync(here.db, copy.db)
    const [{ id }] = await here.json('intro', 'list')
    return [here, copy, id]
  }

  test('goes on here with its one touchpoint, and again changes nothing', async () => {
    const [here, copy, id] = await withCopy()
    await copy.ok('intro', 'update', id, 'made')
    await copy.ok('intro', 'update', id, 'outcome', 'hired')
    const text = exportText(copy.store())
    importText(here.store(), text)
    expect(told(here).introductions).toEqual(told(copy).introductions)
    expect(importText(here.store(), text).command).toBeUndefined()
    await here.ok('intro', 'update', id, 'met')
    expect(told(here).touchpoints).toHaveLength(1)
  })

  test('without a touchpoint goes on too; one that is further on here stays', async () => {
    const [here, copy, id] = await withCopy()
    await copy.ok('intro', 'update', id, 'made', '--no-log')
    const text = exportText(copy.store())
    importText(here.store(), text)
    expect(told(here).introductions).toMatchObject([{ madeOn: '2026-11-22', touchpoint: null }])
    await here.ok('intro', 'update', id, 'met')
    expect(importText(here.store(), text).command).toBeUndefined()
  })

  test('stays where the user moved it back here', async () => {
    const [here, , id] = await withCopy()
    await here.ok('intro', 'update', id, 'made')
    const text = exportText(here.store())
    await here.ok('intro', 'update', id, 'agreed')
    expect(importText(here.store(), text).command).toBeUndefined()
  })
})

describe('a meeting that both have', () => {
  /** The group here and there met that day, each with this note and these contacts. */
  async function met(...args: readonly string[]): Promise<Netkeep> {
    const netkeep = withSections({ groups: [{ uid: uid('1'), name: 'Job club' }] })
    await netkeep.ok('group', 'log', 'job', ...args)
    return netkeep
  }

  test('has one touchpoint, with everybody and with both notes', async () => {
    const here = await met('--present', 'ada', '-m', 'CVs')
    const there = await met('--present', 'ada,bob', '-m', 'letters')
    const text = exportText(there.store())
    expect(importText(here.store(), text).value.touchpoints).toMatchObject({ created: 0, updated: 1 })
    expect(told(here)).toMatchObject({
      groups: [{ meetings: [{ note: 'CVs\nletters' }] }],
      touchpoints: [{ contacts: [ADA, BOB], note: 'CVs\nletters' }],
    })
    expect(importText(here.store(), text).command).toBeUndefined()
  })

  test('with nobody there keeps both notes too, and of what was written before they parted one', async () => {
    const here = await met('-m', 'CVs')
    const there = createNetkeep()
    copyFileSync(here.db, there.db)
    await here.ok('group', 'log', 'job', '-m', 'letters')
    await there.ok('group', 'log', 'job', '-m', 'pay', '--present', 'cy')
    const text = exportText(there.store())
    importText(here.store(), text)
    expect(told(here)).toMatchObject({
      groups: [{ meetings: [{ note: 'CVs\nletters\npay' }] }],
      touchpoints: [{ contacts: [CY], note: 'CVs\npay' }],
    })
    expect(importText(here.store(), text).command).toBeUndefined()
  })

  test('of which there are two touchpoints is told to both, and nobody is in it twice', async () => {
    const meetings = [{ uid: uid('2'), on: '2026-11-22', note: null }]
    const both = { on: '2026-11-22', kind: 'counted', meeting: uid('2') }
    const here = withSections({
      groups: [{ uid: uid('1'), name: 'Job club', meetings }],
      touchpoints: [
        { ...both, uid: uid('8'), contacts: [ADA] },
        { ...both, uid: uid('9'), contacts: [BOB] },
      ],
    })
    expect(told(here).touchpoints).toHaveLength(2)
    await here.ok('group', 'log', 'job', '--present', 'bob,cy', '-m', 'CVs')
    expect(told(here).touchpoints).toMatchObject([
      { uid: uid('8'), contacts: [ADA, CY], note: 'CVs' },
      { uid: uid('9'), contacts: [BOB], note: 'CVs' },
    ])
  })
})

const helped = { on: '2026-11-20', kind: 'counted', help: { side: 'gave', kind: 'introduction' } }
/** What was told of a file with these sections, and what became of it. */
// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect of it.
function remarksOn(sections: object): { readonly reasons: readonly string[]; readonly became: any } {
  const { partial } = read(JSON.stringify({ netkeep: 1, contacts, ...sections }))
  return { reasons: partial.map(({ reason }) => reason), became: told(withSections(sections)) }
}

test('an introduction names only the touchpoint of its own making: removing one removes the other', () => {
  const sections = {
    touchpoints: [
      { uid: uid('1'), ...helped, contacts: [ADA, BOB] },
      { uid: uid('2'), on: '2026-11-20', kind: 'counted', contacts: [ADA, BOB] },
      { uid: uid('3'), ...helped, contacts: [ADA, CY] },
    ],
    introductions: [
      { uid: uid('4'), a: ADA, b: BOB, madeOn: '2026-11-20', touchpoint: uid('1') },
      { uid: uid('5'), a: ADA, b: BOB, madeOn: '2026-11-20', touchpoint: uid('1') },
      { uid: uid('6'), a: ADA, b: BOB, madeOn: '2026-11-20', touchpoint: uid('2') },
      { uid: uid('7'), a: ADA, b: BOB, madeOn: '2026-11-20', touchpoint: uid('3') },
      { uid: uid('8'), a: ADA, b: CY, offeredOn: '2026-11-20', touchpoint: uid('3') },
      { uid: uid('9'), a: ADA, by: CY, madeOn: '2026-11-20', touchpoint: uid('e') },
    ],
  }
  const { reasons, became } = remarksOn(sections)
  const why = 'names a touchpoint that was not recorded when it was made, so that is left out'
  expect(reasons).toEqual([1, 2, 3, 4, 5].map((index) => `introductions[${index}] ${why}`))
  expect(became.introductions.map((one: { touchpoint: string }) => one.touchpoint)).toEqual([
    uid('1'),
    ...[null, null, null, null, null],
  ])
})

test('nor does it name a touchpoint of here that only has the uid of the one in the file', () => {
  const talk = { uid: uid('1'), on: '2026-11-20', kind: 'counted', contacts: [ADA, BOB] }
  const here = withSections({ touchpoints: [talk] })
  const text = JSON.stringify({
    netkeep: 1,
    contacts,
    touchpoints: [{ ...talk, ...helped }],
    introductions: [{ uid: uid('4'), a: ADA, b: BOB, madeOn: '2026-11-20', touchpoint: uid('1') }],
  })
  importText(here.store(), text)
  expect(told(here).introductions).toMatchObject([{ uid: uid('4'), touchpoint: null }])
})

test('two groups of one name, and two meetings of one day, are read as one, and that is told', () => {
  const { reasons, became } = remarksOn({
    groups: [
      {
        uid: uid('1'),
        name: 'Job club',
        members: [{ contact: ADA }],
        meetings: [{ uid: uid('4'), on: '2026-11-13', note: 'CVs' }],
      },
      {
        uid: uid('2'),
        name: 'JOB club',
        members: [{ contact: ADA }, { contact: BOB }],
        meetings: [
          { uid: uid('5'), on: '2026-11-13', note: 'letters' },
          { uid: uid('6'), on: '2026-11-20' },
        ],
      },
    ],
    touchpoints: [{ uid: uid('9'), on: '2026-11-13', kind: 'counted', contacts: [BOB], meeting: uid('5') }],
  })
  expect(reasons).toEqual([
    'groups[1] is called "JOB club" as one before it: both are read as one group',
    'groups[0] met twice on 2026-11-13: both are read as one meeting',
  ])
  expect(became).toMatchObject({
    groups: [
      {
        uid: uid('1'),
        name: 'Job club',
        members: [{ contact: ADA }, { contact: BOB }],
        meetings: [
          { uid: uid('4'), on: '2026-11-13', note: 'CVs\nletters' },
          { uid: uid('6'), on: '2026-11-20', note: null },
        ],
      },
    ],
    touchpoints: [{ meeting: uid('4') }],
  })
})

test('two notes of one day that are too long to be one: the first stays', () => {
  const meetings = ['a', 'b'].map((letter, index) => ({
    uid: uid(`${index + 1}`),
    on: '2026-11-13',
    note: letter.repeat(NOTE_LIMIT),
  }))
  const { reasons, became } = remarksOn({ groups: [{ uid: uid('4'), name: 'Club', meetings }] })
  expect(reasons).toEqual([
    'groups[0] met twice on 2026-11-13: both are read as one meeting; the note of the second is left out, since both are too long to be one',
  ])
  expect(became.groups[0].meetings).toEqual([meetings[0]])
})

test('a group with an interval but no day to count from counts from its first meeting, or from today', () => {
  const meetings = [
    { uid: uid('3'), on: '2026-11-20' },
    { uid: uid('4'), on: '2026-11-13' },
  ]
  const { reasons, became } = remarksOn({
    groups: [
      { uid: uid('1'), name: 'Job club', interval: '2w', meetings },
      { uid: uid('2'), name: 'Committee', interval: '2w' },
      { uid: uid('5'), name: 'Alumni' },
    ],
  })
  expect(reasons).toEqual([
    'groups[0].trackedFrom is missing, so it is 2026-11-13',
    'groups[1].trackedFrom is missing, so it is 2026-11-22',
  ])
  expect(became.groups.map((group: { trackedFrom: string }) => group.trackedFrom)).toEqual([
    '2026-11-13',
    '2026-11-22',
    null,
  ])
})

test('an event is no longer than one that can be typed', () => {
  const event = { uid: uid('1'), name: 'Expo', from: '2026-05-01' }
  const reasonsFor = (to: string): readonly string[] =>
    read(JSON.stringify({ netkeep: 1, events: [{ ...event, to }] })).bad.map(({ reason }) => reason)
  expect(reasonsFor('2026-11-06')).toEqual([])
  expect(reasonsFor('2026-11-07')).toEqual(['events[0].to makes it longer than 190 days'])
})
