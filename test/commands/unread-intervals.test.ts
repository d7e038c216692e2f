/** Intervals that another device wrote and this netkeep cannot read, as a newer one may: they are none, and nothing stops at them. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

/** Grace is in the circle close, Ada in inner, Alan in close with an interval of his own. */
async function withContacts(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.ok('add', 'Grace', '--circle', 'close')
  await netkeep.ok('add', 'Ada', '--circle', 'inner')
  await netkeep.ok('add', 'Alan', '--circle', 'close', '--every', '1m')
  netkeep.today = '2026-11-22'
  return netkeep
}

function writeCircle(netkeep: Netkeep, interval: string | null): void {
  netkeep.store().db.prepare("UPDATE circle SET interval = ? WHERE name = 'close'").run(interval)
}

describe.each(['abc', '0w', '99999y', '-1d', '', null])('a circle every %s', (interval) => {
  test('stops no command: its contacts have no cadence, but for an interval of their own', async () => {
    const netkeep = await withContacts()
    writeCircle(netkeep, interval)
    // Before anything is written, the standings are still those of the interval that was there.
    for (const typed of [
      'due --why',
      'today',
      'stats',
      'heat',
      'plan',
      'restart --dry-run',
      'list',
      'circle',
    ])
      expect((await netkeep.run(...typed.split(' '))).exitCode, typed).toBe(0)
    await netkeep.ok('log', 'ada', '-m', 'tea')
    await netkeep.ok('add', 'Mary', '--circle', 'close')
    await netkeep.ok('snooze', 'alan', '3d')
    await netkeep.ok('undo')
    for (const typed of [
      'due --why',
      'today',
      'stats',
      'heat',
      'plan',
      'restart --dry-run',
      'list',
      'setup',
      '',
    ])
      expect((await netkeep.run(...typed.split(' ').filter((word) => word !== ''))).exitCode, typed).toBe(0)
    expect(await namesIn(netkeep, 'due')).toEqual(['Alan'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      circle: 'close',
      interval: null,
      dueOn: null,
      standing: 'unscheduled',
    })
    expect(await netkeep.json('show', 'alan')).toMatchObject({ interval: '1m', standing: 'cold' })
    // Alan has an interval of his own, and a circle that asks for nothing.
    expect((await netkeep.json('plan')).byCircle.at(-1)).toMatchObject({ circle: null, contacts: 1 })
    expect((await netkeep.json('stats')).byCircle).toContainEqual(
      expect.objectContaining({ circle: 'close', contacts: 3, withCadence: 1 }),
    )
  })

  test('has its place in the list, the last, and is given an interval as any other', async () => {
    const netkeep = await withContacts()
    writeCircle(netkeep, interval)
    expect((await netkeep.json('circle')).at(-1)).toMatchObject({
      name: 'close',
      interval: null,
      contacts: 2,
    })
    expect(await netkeep.ok('circle')).toBe(
      lines('inner\t2w\t1', 'wide\t3m\t0', 'outer\t1y\t0', 'close\t\t2'),
    )
    expect(await netkeep.ok('circle', 'set', 'close', '6w')).toContain('The circle close is now every 6w.')
    expect((await netkeep.json('circle'))[1]).toMatchObject({ name: 'close', interval: '6w' })
    expect(await netkeep.json('show', 'grace')).toMatchObject({ interval: '6w' })
  })

  test('can be removed', async () => {
    const netkeep = await withContacts()
    writeCircle(netkeep, interval)
    await netkeep.ok('circle', 'remove', 'close', '--move-to', 'wide')
    expect(await namesIn(netkeep, 'circle')).toEqual(['inner', 'wide', 'outer'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: 'wide', interval: '3m' })
  })
})

test('on a terminal the list says what is written there and what to type', async () => {
  const netkeep = await withContacts()
  await netkeep.ok('circle', 'set', 'my club', '1w')
  netkeep.store().db.exec("UPDATE circle SET interval = 'a\u202ebc' WHERE name = 'close'")
  netkeep.store().db.exec("UPDATE circle SET interval = NULL WHERE name = 'my club'")
  expect((await netkeep.onTerminal(['circle'])).stdout).toBe(
    lines(
      'inner    every 2w      1 contact',
      'wide     every 3m     0 contacts  default',
      'outer    every 1y     0 contacts',
      'close    no interval  2 contacts',
      'my club  no interval  0 contacts',
      'close has no interval that can be read ("a\\u{202e}bc").',
      'Give it one: netkeep circle set close 6w',
      "my club has no interval. Give it one: netkeep circle set 'my club' 6w",
    ),
  )
})

test('a circle without a name is none', async () => {
  const netkeep = await withContacts()
  netkeep.store().db.exec("UPDATE circle SET name = NULL WHERE name = 'close'")
  expect(await netkeep.ok('circle')).toBe(lines('inner\t2w\t1', 'wide\t3m\t0', 'outer\t1y\t0'))
  expect(await netkeep.ok('move', 'grace', 'wide')).toContain('Moved Grace to wide.')
})

test('those who get a cadence with the interval of their circle are spread over it', async () => {
  const netkeep = createNetkeep('2026-09-20')
  await netkeep.withInput('Grace\nAda\nAlan', 'add', '-', '--circle', 'close')
  writeCircle(netkeep, 'abc')
  await netkeep.ok('edit', 'ada', '--title', 'Countess')
  netkeep.today = '2027-11-22'
  expect(await netkeep.ok('circle', 'set', 'close', '6w')).toContain(
    '3 contacts that would be due at once are spread',
  )
})

test.each(['abc', '-1d', ''])(
  'a contact with an interval of its own of "%s" has no cadence',
  async (interval) => {
    const netkeep = await withContacts()
    netkeep.store().db.prepare("UPDATE contact SET interval = ? WHERE name = 'Grace'").run(interval)
    await netkeep.ok('log', 'grace', '-m', 'tea')
    await netkeep.ok('edit', 'grace', '--title', 'Admiral')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ interval: null, dueOn: null })
    expect((await netkeep.run('due', '--why')).exitCode).toBe(0)
    await netkeep.ok('every', 'grace', '2w')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ interval: '2w', dueOn: '2026-12-06' })
  },
)
