/** netkeep's own JSON into a database that has contacts. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'
import { email, importRows, row, url } from './importing.ts'
import { exportText, importText } from './snapshot.ts'

const json = (
  netkeep: Netkeep,
): { readonly contacts: readonly { readonly uid: string; readonly name: string }[] } =>
  JSON.parse(exportText(netkeep.store()))

test('the circles and settings of the file take the place of the first ones, where nothing was done yet', async () => {
  const from = createNetkeep()
  await from.ok('circle', 'remove', 'outer')
  await from.ok('circle', 'set', 'inner', '3w')
  await from.ok('circle', 'set', 'team', 'weekly')
  await from.ok('config', 'set', 'attempt-rest', '5')
  const fresh = createNetkeep()
  importText(fresh.store(), exportText(from.store()))
  expect(await fresh.ok('circle')).toBe(await from.ok('circle'))
  expect(await fresh.ok('config', 'get', 'attempt-rest')).toBe('5\n')
})

test('a file without circles leaves those that are there; only what came is counted', async () => {
  const fresh = createNetkeep()
  const before = await fresh.ok('circle')
  const uid = '01900000-0000-7000-8000-00000000000a'
  const contacts = `"contacts": [{"uid": "${uid}", "name": "Ada Lovelace"}]`
  expect(importText(fresh.store(), `{"netkeep": 1, ${contacts}}`).value.created.circles).toBe(0)
  expect(await fresh.ok('circle')).toBe(before)
  const other = createNetkeep()
  const team = `"circles": [{"uid": "${uid}", "name": "team", "interval": "1w"}]`
  expect(importText(other.store(), `{"netkeep": 1, ${team}, ${contacts}}`).value.created.circles).toBe(1)
  expect(await other.ok('circle')).toBe(lines('team\t1w\t0'))
})

test('circles whose names differ in their case only are one, and a default that is no circle is not set', async () => {
  const here = createNetkeep()
  const uids = ['a', 'b', 'c'].map((end) => `01900000-0000-7000-8000-00000000000${end}`)
  importText(
    here.store(),
    `{"netkeep": 1, "settings": [{"name": "default-circle", "value": "nope"}],
    "circles": [{"uid": "${uids[0]}", "name": "fam", "interval": "1w"}, {"uid": "${uids[1]}", "name": "Fam", "interval": "9w"}],
    "contacts": [{"uid": "${uids[2]}", "name": "Ada Lovelace", "circle": "${uids[1]}"}]}`,
  )
  expect(await here.ok('circle')).toBe(lines('fam\t1w\t1'))
  expect(await here.ok('config', 'get', 'default-circle')).toBe('wide\n')
})

test('elsewhere those that are there stay, and others are added', async () => {
  const from = createNetkeep()
  await from.ok('circle', 'set', 'inner', '3w')
  await from.ok('circle', 'set', 'team', 'weekly')
  await from.ok('config', 'set', 'attempt-rest', '5')
  await from.ok('config', 'set', 'date-notice', '9')
  const here = createNetkeep()
  await here.ok('config', 'set', 'attempt-rest', '1')
  importText(here.store(), exportText(from.store()))
  expect(await here.ok('circle')).toBe(
    lines('team\t1w\t0', 'inner\t2w\t0', 'close\t6w\t0', 'wide\t3m\t0', 'outer\t1y\t0'),
  )
  expect(await here.ok('config', 'get', 'attempt-rest')).toBe('1\n')
  expect(await here.ok('config', 'get', 'date-notice')).toBe('9\n')
})

test('two circles of a file that are called the same are one', async () => {
  const from = createNetkeep()
  await from.ok('circle', 'set', 'team', 'weekly')
  await from.ok('add', 'Ada Lovelace', '--circle', 'team')
  await from.ok('circle', 'set', 'crew', '2w')
  await from.ok('add', 'Grace Hopper', '--circle', 'crew')
  const text = exportText(from.store()).replace('"name":"crew"', '"name":"Team"')
  for (const isFresh of [true, false]) {
    const here = createNetkeep()
    if (!isFresh) await here.ok('add', 'Katherine Johnson', '--circle', 'none')
    const { value } = importText(here.store(), text)
    expect(value.created).toMatchObject({ circles: 1 })
    expect((await here.json('circle')).map(({ contacts }: { contacts: number }) => contacts)).toContain(2)
    expect(importText(here.store(), text).command).toBeUndefined()
  }
})

describe('what an import told the contact there, it has told it here:', () => {
  const ada = (organization: string) =>
    row('Ada Lovelace', {
      points: [url('https://www.linkedin.com/in/ada'), email('ada@x.org')],
      organization,
    })

  test('the next one of that source is followed', async () => {
    const [from, here] = [createNetkeep(), createNetkeep()]
    importRows(from.store(), { contacts: [ada('Analytics')] })
    await here.ok('add', 'Ada Lovelace <ada@x.org>')
    importText(here.store(), exportText(from.store()))
    expect(importText(here.store(), exportText(from.store())).command).toBeUndefined()
    importRows(here.store(), { contacts: [ada('Engines')] })
    expect(await here.json('show', 'ada')).toMatchObject({ organization: 'Engines' })
  })

  test('also where the source told less here', async () => {
    const [from, here] = [createNetkeep(), createNetkeep()]
    importRows(from.store(), { contacts: [ada('Analytics')] })
    importRows(here.store(), { contacts: [{ ...ada(''), organization: null }] })
    importText(here.store(), exportText(from.store()))
    importRows(here.store(), { contacts: [ada('Engines')] })
    expect(await here.json('show', 'ada')).toMatchObject({ organization: 'Engines' })
  })

  test('what the user said here stays', async () => {
    const [from, here] = [createNetkeep(), createNetkeep()]
    importRows(from.store(), { contacts: [ada('Analytics')] })
    await here.ok('add', 'Ada Lovelace <ada@x.org>', '--org', 'Royal Society')
    importText(here.store(), exportText(from.store()))
    importRows(here.store(), { contacts: [ada('Engines')] })
    expect(await here.json('show', 'ada')).toMatchObject({ organization: 'Royal Society' })
  })
})

test('a contact with a known e-mail address is the one here: empty fields are filled, others kept and told', async () => {
  const from = createNetkeep()
  await from.ok(
    'add',
    'Grace Hopper <grace@navy.mil>',
    '--org',
    'Navy',
    '--title',
    'Admiral',
    '--tag',
    'mentor',
  )
  await from.ok('log', 'grace', '-m', 'lunch', '--on', '2026-11-01')
  const here = createNetkeep()
  await here.ok('add', 'Amazing Grace <GRACE@navy.mil>', '--title', 'Captain', '--every', '10d')
  const { value } = importText(here.store(), exportText(from.store()))
  expect(value.contacts).toMatchObject({ created: [], unchanged: 0, removed: 0 })
  expect(value.contacts.updated).toHaveLength(1)
  expect(value.contacts.kept).toEqual([
    { name: 'Amazing Grace', field: 'name', mine: 'Amazing Grace', theirs: 'Grace Hopper' },
    { name: 'Amazing Grace', field: 'title', mine: 'Captain', theirs: 'Admiral' },
    { name: 'Amazing Grace', field: 'circle', mine: null, theirs: 'wide' },
  ])
  expect(await here.json('show', 'grace')).toMatchObject({
    name: 'Amazing Grace',
    organization: 'Navy',
    title: 'Captain',
    interval: '10d',
    tags: ['mentor'],
    lastTouchOn: '2026-11-01',
  })
  expect(importText(here.store(), exportText(from.store())).command).toBeUndefined()
})

test('what the file says is taken where it is preferred', async () => {
  const from = createNetkeep()
  await from.ok('add', 'Grace Hopper <grace@navy.mil>', '--title', 'Admiral')
  const here = createNetkeep()
  await here.ok('add', 'Amazing Grace <grace@navy.mil>', '--title', 'Captain')
  const { value } = importText(here.store(), exportText(from.store()), { prefer: 'theirs' })
  expect(value.contacts.kept).toEqual([])
  expect(await here.json('show', 'grace')).toMatchObject({ name: 'Grace Hopper', title: 'Admiral' })
})

test('two contacts of the file that share an address stay two', async () => {
  const from = createNetkeep()
  await from.ok('add', 'Grace Hopper <home@x.org>')
  await from.ok('add', 'Vincent Hopper <home@x.org>')
  const here = createNetkeep()
  await here.ok('add', 'Vincent Hopper <home@x.org>')
  const { value } = importText(here.store(), exportText(from.store()))
  expect(value.contacts.created).toHaveLength(1)
  expect(
    json(here)
      .contacts.map(({ name }) => name)
      .sort(),
  ).toEqual(['Grace Hopper', 'Vincent Hopper'])
  expect(importText(here.store(), exportText(from.store())).command).toBeUndefined()
})

test('what the user took away stays away: contacts, addresses, tags', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace <ada@x.org>', '--tag', 'math')
  await netkeep.ok('add', 'Grace Hopper')
  await netkeep.ok('log', 'grace', '-m', 'lunch')
  const text = exportText(netkeep.store())
  await netkeep.ok('tag', 'ada', '--remove', 'math')
  await netkeep.ok('edit', 'ada', '--remove-email', 'ada@x.org')
  await netkeep.ok('remove', 'grace')
  const { value, command } = importText(netkeep.store(), text)
  expect(command).toBeUndefined()
  expect(value.contacts).toMatchObject({ created: [], updated: [], unchanged: 1, removed: 1 })
  expect(value.touchpoints).toMatchObject({ created: 0, updated: 0, unchanged: 0, withNobody: 1 })
  importText(netkeep.store(), text, { includesRemoved: true })
  expect(await netkeep.json('show', 'grace')).toMatchObject({ lastTouchOn: '2026-11-22' })
})

test('a circle that was removed here comes back when a new contact is in it', async () => {
  const from = createNetkeep()
  await from.ok('circle', 'set', 'team', 'weekly')
  await from.ok('add', 'Ada Lovelace', '--circle', 'team')
  const here = createNetkeep()
  await here.ok('circle', 'set', 'team', '2w')
  await here.ok('circle', 'remove', 'team')
  importText(here.store(), exportText(from.store()))
  expect(await here.json('show', 'ada')).toMatchObject({ circle: 'team', interval: '2w' })
})

test('a contact that was merged keeps meaning the one it went into', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper')
  const store = netkeep.store()
  const [survivor] = json(netkeep).contacts
  const merged = '01900000-0000-7000-8000-00000000000b'
  const text = exportText(store).replace(
    '"mergedContacts": []',
    `"mergedContacts": [\n{"uid":"${merged}","into":"${survivor?.uid}"}\n]`,
  )
  const other = createNetkeep()
  importText(other.store(), text)
  expect(exportText(other.store())).toBe(text)
  // The merged one comes along in an older file, with something to fill in.
  const older = text
    .replace(/"mergedContacts": \[[^\]]*\]/, '"mergedContacts": []')
    .replaceAll(survivor?.uid ?? '', merged)
    .replace('"organization":null', '"organization":"Navy"')
  expect(importText(other.store(), older).value.contacts).toMatchObject({
    created: [],
    updated: [survivor?.uid],
  })
  expect(await other.json('list')).toMatchObject([{ uid: survivor?.uid, organization: 'Navy' }])
})

test('what is recorded after an import comes after all that it brought, though its clock was ahead', async () => {
  const from = createNetkeep('2026-11-22')
  await from.ok('add', 'Grace Hopper', '--every', '1w')
  await from.ok('snooze', 'grace', '2w')
  const ahead = exportText(from.store()).replaceAll(
    /"recordedAt":"[0-9a-f]{12}/g,
    '"recordedAt":"020000000000',
  )
  const here = createNetkeep()
  importText(here.store(), ahead)
  expect(await here.json('show', 'grace')).toMatchObject({ snoozedUntil: '2026-12-06' })
  await here.ok('log', 'grace')
  expect(await here.json('show', 'grace')).toMatchObject({ snoozedUntil: null, dueOn: '2026-11-29' })
})

test('a clock that ran centuries ahead is not followed: what comes after can be exported, and comes back', async () => {
  const from = createNetkeep()
  await from.ok('add', 'Grace Hopper', '--every', '1w')
  await from.ok('log', 'grace', '-m', 'first')
  await from.ok('log', 'grace', '-m', 'second')
  await from.ok('snooze', 'grace', '2w')
  const ahead = exportText(from.store()).replaceAll('"recordedAt":"01', '"recordedAt":"7f')
  const here = createNetkeep()
  importText(here.store(), ahead)
  const notesOf = (text: string): readonly string[] =>
    [...text.matchAll(/first|second|third/g)].map(([note]) => note)
  await here.ok('log', 'grace', '-m', 'third')
  expect(await here.json('show', 'grace')).toMatchObject({ snoozedUntil: null, dueOn: '2026-11-29' })
  expect(notesOf(await here.ok('show', 'grace'))).toEqual(['third', 'second', 'first'])
  const [clock] = here.store().db.prepare('SELECT clock / 65536 FROM replica').pluck().all() as number[]
  expect(new Date(clock ?? 0).toISOString().slice(0, 10)).toBe('2026-11-24')
  const again = createNetkeep()
  importText(again.store(), exportText(here.store()))
  expect(exportText(again.store())).toBe(exportText(here.store()))
  expect(importText(here.store(), ahead).command).toBeUndefined()
})

test('removed contacts are not exported, nor touchpoints that only they were part of', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace')
  await netkeep.ok('add', 'Grace Hopper')
  await netkeep.ok('log', 'grace', 'ada', '-m', 'both')
  await netkeep.ok('log', 'grace', '-m', 'alone')
  await netkeep.ok('remove', 'grace')
  const text = exportText(netkeep.store())
  expect(text).toContain('both')
  expect(text).not.toContain('alone')
  expect(text).not.toContain('Grace')
})
