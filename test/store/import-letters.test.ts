import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { exchangeIn } from '../../src/domain/exchange.ts'
import type { Letter } from '../../src/domain/import-file.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { importLetters, strangersInLetters } from '../../src/store/import-letters.ts'
import type { TouchpointsImported } from '../../src/store/import-touchpoints.ts'
import type { Store } from '../../src/store/open.ts'
import { letter, ME } from '../domain/letters.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

const GRACE = 'grace@x.org'
const MANY = Array.from({ length: 9 }, (_, at) => `many${at}@x.org`)

/** A netkeep with Grace, who has two addresses, and Ada. */
async function withContacts(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--email', GRACE, '--email', 'hopper@navy.mil')
  await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
  return netkeep
}

function bring(
  store: Store,
  letters: readonly Letter[],
  today = '2026-11-22',
): Omit<TouchpointsImported, 'byContact'> {
  const exchange = exchangeIn(letters, [ME])
  const { byContact, ...counts } = recordCommand(
    store,
    { typed: 'import', at: '2026-11-22T10:00:00+00:00' },
    (change) => importLetters(change, exchange, today as CalendarDate, new Map(), () => undefined),
  ).value
  expect([...byContact.values()].reduce((sum, count) => sum + count, 0)).toBe(counts.created + counts.updated)
  return counts
}

interface Kept {
  readonly name: string
  readonly on: string
  readonly direction: string | null
  readonly kind: string
}

/** The touchpoints there are, by day and name: `11-02 Grace in light`. */
function kept(store: Store): readonly string[] {
  const rows = store.db
    .prepare(
      `SELECT c.name, t.touched_on AS "on", t.direction, t.kind FROM touchpoint t JOIN touchpoint_contact tc ON tc.touchpoint = t.id
       JOIN contact c ON c.id = tc.contact WHERE t.deleted IS NULL AND tc.deleted IS NULL
       ORDER BY t.touched_on, c.name, t.id`,
    )
    .all() as Kept[]
  return rows.map(
    ({ name, on, direction, kind }) => `${on.slice(5)} ${name.split(' ')[0]} ${direction ?? 'both'} ${kind}`,
  )
}

describe('an import of mail', () => {
  test('writes a touchpoint for each address and day with a contact', async () => {
    const store = (await withContacts()).store()
    const letters = [
      letter(1, ME, GRACE, 'ada@x.org', 'nobody@x.org'),
      letter(2, GRACE, ME),
      letter(3, 'hopper@navy.mil', ME),
      letter(3, ME, 'hopper@navy.mil'),
    ]
    expect(bring(store, letters)).toEqual({ created: 4, updated: 0, unchanged: 0, attempts: 1, light: 0 })
    expect(kept(store)).toEqual([
      '11-01 Ada out attempt',
      '11-01 Grace out counted',
      '11-02 Grace in counted',
      '11-03 Grace both counted',
    ])
  })

  test('again changes nothing, and is no step of history', async () => {
    const netkeep = await withContacts()
    const letters = [letter(1, ME, GRACE), letter(2, GRACE, ME), letter(5, ME, ...MANY, GRACE)]
    const store = netkeep.store()
    bring(store, letters)
    const before = kept(store)
    const commands = (await netkeep.json('history')).length
    expect(bring(store, letters)).toEqual({ created: 0, updated: 0, unchanged: 3, attempts: 0, light: 0 })
    expect(kept(store)).toEqual(before)
    expect(await netkeep.json('history')).toHaveLength(commands)
  })

  test('an answer in another folder makes the letter count, whichever is imported first', async () => {
    const [sent, inbox] = [[letter(1, ME, GRACE)], [letter(20, 'hopper@navy.mil', ME)]]
    for (const [first, second, then] of [
      [sent, inbox, '11-01 Grace out attempt'],
      [inbox, sent, '11-20 Grace in light'],
    ] as const) {
      const store = (await withContacts()).store()
      bring(store, first)
      expect(kept(store)).toEqual([then])
      expect(bring(store, second)).toMatchObject({ created: 1, updated: 1 })
      expect(kept(store)).toEqual(['11-01 Grace out counted', '11-20 Grace in counted'])
    }
  })

  test('a mail to many is light, and makes nothing count', async () => {
    const store = (await withContacts()).store()
    bring(store, [
      letter(1, ME, GRACE, ...MANY),
      letter(2, GRACE, ME),
      letter(3, 'ada@x.org', ME, ...MANY),
      letter(4, ME, 'ada@x.org'),
    ])
    expect(kept(store)).toEqual([
      '11-01 Grace out light',
      '11-02 Grace in light',
      '11-03 Ada in light',
      '11-04 Ada out attempt',
    ])
  })

  test('however it is divided and ordered, it ends the same', async () => {
    const address = fc.constantFrom(GRACE, 'hopper@navy.mil', 'ada@x.org')
    const day = fc
      .integer({ min: 0, max: 120 })
      .map((n) => new Date(Date.UTC(2026, 6, 25 + n)).toISOString().slice(0, 10))
    const one = fc
      .tuple(day, address, fc.constantFrom('in', 'out', 'in many', 'out many'))
      .map(([on, other, how]) => {
        const more = how.endsWith('many') ? MANY : []
        return how.startsWith('in') ? letter(on, other, ME, ...more) : letter(on, ME, other, ...more)
      })
    const divided = fc.array(fc.tuple(one, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(divided, async (letters) => {
        const [together, apart] = [(await withContacts()).store(), (await withContacts()).store()]
        bring(
          together,
          letters.map(([written]) => written),
        )
        for (const part of [0, 1, 2, 3, 0])
          bring(
            apart,
            letters.filter(([, at]) => at === part).map(([written]) => written),
          )
        expect(kept(apart)).toEqual(kept(together))
      }),
      { numRuns: 25 },
    )
  })

  test('can be undone; imported again it comes back, with what is known then', async () => {
    const netkeep = await withContacts()
    const store = netkeep.store()
    bring(store, [letter(1, GRACE, ME)])
    await netkeep.ok('undo')
    expect(kept(store)).toEqual([])
    expect(bring(store, [letter(1, ME, GRACE)])).toMatchObject({ created: 1, attempts: 1 })
    expect(kept(store)).toEqual(['11-01 Grace out attempt'])
    expect(bring(store, [letter(1, GRACE, ME)])).toMatchObject({ updated: 1 })
    expect(kept(store)).toEqual(['11-01 Grace both counted'])
  })

  test('leaves what was logged by hand alone, and takes it for no letter', async () => {
    const netkeep = await withContacts()
    await netkeep.ok('log', 'grace', '--by', 'email', '--on', '2026-11-01')
    const store = netkeep.store()
    bring(store, [letter(2, ME, GRACE)])
    expect(kept(store)).toEqual(['11-01 Grace both counted', '11-02 Grace out attempt'])
  })

  test('a letter dated tomorrow is one of today, and moves to its day in a later import', async () => {
    const store = (await withContacts()).store()
    bring(store, [letter(23, GRACE, ME)])
    expect(kept(store)).toEqual(['11-22 Grace in light'])
    bring(store, [letter(22, ME, GRACE)], '2026-11-23')
    expect(kept(store)).toEqual(['11-22 Grace out counted', '11-23 Grace in counted'])
  })

  test('an address that has gone over to another contact brings its mail along', async () => {
    const netkeep = await withContacts()
    const store = netkeep.store()
    bring(store, [letter(1, GRACE, ME)])
    await netkeep.ok('edit', 'grace', '--remove-email', GRACE)
    await netkeep.ok('edit', 'ada', '--email', GRACE)
    expect(bring(store, [letter(1, GRACE, ME), letter(2, ME, GRACE)])).toMatchObject({
      created: 1,
      updated: 1,
    })
    expect(kept(store).filter((line) => line.includes('Ada'))).toEqual([
      '11-01 Ada in counted',
      '11-02 Ada out counted',
    ])
  })
})

describe('strangers in mail', () => {
  test('are those the user exchanged letters with, by the number of days that count', async () => {
    const netkeep = await withContacts()
    await netkeep.ok('add', 'Gone', '--email', 'gone@x.org')
    await netkeep.ok('remove', 'gone')
    const both = (address: string, ...days: readonly number[]) =>
      days.flatMap((day) => [letter(day, ME, address), letter(day, address, ME)])
    const letters = [
      ...both('Bob <bob@x.org>', 1),
      ...both('Carol <carol@x.org>', 2, 3),
      ...both('gone@x.org', 1),
      ...both(GRACE, 1),
      letter(1, 'spam@x.org', ME),
      letter(1, ME, 'silent@x.org'),
    ]
    expect(strangersInLetters(netkeep.store().db, exchangeIn(letters, [ME]), new Map())).toEqual([
      {
        correspondent: { name: 'Carol', email: 'carol@x.org' },
        exchanges: 2,
        lastOn: '2026-11-03',
        source: { file: 'mail', line: 1 },
      },
      {
        correspondent: { name: 'Bob', email: 'bob@x.org' },
        exchanges: 1,
        lastOn: '2026-11-01',
        source: { file: 'mail', line: 1 },
      },
    ])
  })
})
