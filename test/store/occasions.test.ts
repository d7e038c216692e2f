import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { OccasionLine } from '../../src/domain/occasion.ts'
import { nearestOccurrence } from '../../src/domain/occasion.ts'
import type { Wish } from '../../src/domain/touchpoint.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { listAll } from '../../src/store/contact-list.ts'
import { addTag, insertContact, setBirthdayNotice } from '../../src/store/contacts.ts'
import { listOccasions, listOccasionsOf, setContactDate } from '../../src/store/occasions.ts'
import type { Store } from '../../src/store/open.ts'
import { storeSetting } from '../../src/store/settings.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

const today = '2026-11-22' as CalendarDate

interface Known {
  readonly name: string
  readonly birthday: string | null
  readonly notice: number | null
  readonly isTagged: boolean
  readonly dates: readonly {
    readonly label: string
    readonly date: string
    readonly isYearly: boolean
    readonly notice: number | null
  }[]
  /** How long ago a wish was sent, and somebody was in touch. */
  readonly wishedAgo: number | null
  readonly touchedAgo: number | null
}

const nearDay = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((days) => addDays(today, days)),
  fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
  fc.constantFrom('2024-02-29', '2025-12-31', '2026-01-01').map((date) => date as CalendarDate),
)
const notice = fc.option(fc.constantFrom(0, 1, 7, 40, 366), { freq: 2 })
const withoutYear = (date: string): string => `-${date.slice(4)}`
const aDate = fc.record({
  label: fc.constantFrom('first day', 'founding day'),
  date: nearDay,
  isYearly: fc.boolean(),
  notice,
})
const someone: fc.Arbitrary<Known> = fc.record({
  name: fc.constantFrom('Ada', 'Bob', 'Cid', 'Dan'),
  birthday: fc.option(fc.oneof(nearDay, nearDay.map(withoutYear)), { freq: 3 }),
  notice,
  isTagged: fc.boolean(),
  dates: fc.uniqueArray(
    fc.oneof(
      aDate,
      aDate.map((found) => ({ ...found, date: withoutYear(found.date), isYearly: true })),
    ),
    { selector: ({ label }) => label, maxLength: 2 },
  ),
  wishedAgo: fc.option(fc.nat(6)),
  touchedAgo: fc.option(fc.nat(400)),
})

function storeOf(contacts: readonly Known[], noticeDays: number | null): Store {
  const store = createNetkeep(today).store()
  recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) => {
    if (noticeDays !== null) storeSetting(change.db, 'date-notice', String(noticeDays))
    for (const known of contacts) {
      const fields = { organization: null, title: null, location: null, note: null, metOn: null, metAt: null }
      const uid = insertContact(
        change,
        { ...fields, introducedBy: null, name: known.name, birthday: known.birthday },
        { circle: null, interval: null },
        today,
      )
      setBirthdayNotice(change.db, uid, known.notice)
      if (known.isTagged) addTag(change.db, uid, 'mentor')
      for (const date of known.dates) setContactDate(change.db, uid, date)
      const touch = (on: CalendarDate, kind: 'counted' | 'light', wish: Wish | null): void => {
        const nothing = { channel: null, direction: null, minutes: null, place: null, note: null }
        insertTouchpoint(change, { ...nothing, on, kind, wish }, [uid])
      }
      if (known.wishedAgo !== null && known.birthday !== null) {
        const on = addDays(today, -known.wishedAgo)
        const birthday = { date: known.birthday, isYearly: true }
        touch(on, 'light', { key: 'birthday', on: nearestOccurrence(birthday, on) })
      }
      if (known.touchedAgo !== null) touch(addDays(today, -known.touchedAgo), 'counted', null)
    }
  })
  return store
}

test('the dates to think of are, of all dates of all contacts, those within their notice or the days asked for', () => {
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 3, maxLength: 12, size: 'max' }),
      fc.constantFrom(null, 0, 30),
      (contacts, noticeDays) => {
        const store = storeOf(contacts, noticeDays)
        for (const on of [
          today,
          addDays(today, 2),
          '2027-02-27' as CalendarDate,
          '2028-02-28' as CalendarDate,
        ]) {
          for (const filter of [{}, { tags: ['mentor'] }]) {
            const all = listAll(store.db, on, filter).flatMap(({ uid }) => listOccasionsOf(store.db, uid, on))
            for (const ahead of [undefined, 0, 5, 40, 363, 370, 5000]) {
              const until = ahead === undefined ? undefined : addDays(on, ahead)
              const expected = all.filter(
                (line) =>
                  !line.isPast &&
                  !line.isKept &&
                  (line.on <= addDays(on, line.notice) || (until !== undefined && line.on <= until)),
              )
              const found = listOccasions(store.db, {
                today: on,
                filter,
                until,
                limit: undefined,
                hidesKept: true,
              })
              const key = (line: OccasionLine): string =>
                `${line.on} ${line.contact.name} ${line.label} ${line.contact.uid}`
              expect(found.map(key).sort()).toEqual(expected.map(key).sort())
              const order = found.map((line) => `${line.on} ${line.contact.name} ${line.label}`)
              expect(order).toEqual(order.toSorted())
              for (const limit of [1, 2, 5]) {
                const first = listOccasions(store.db, { today: on, filter, until, limit, hidesKept: true })
                expect(first).toEqual(found.slice(0, limit))
              }
            }
          }
        }
      },
    ),
    { seed: 1, numRuns: 25 },
  )
}, 60_000)

describe('a date', () => {
  async function withGrace(): Promise<Netkeep> {
    const netkeep = createNetkeep('2026-12-08')
    await netkeep.ok('add', 'Grace Hopper', '--birthday', '1906-12-09', '--every', '1y')
    return netkeep
  }
  const next = async (netkeep: Netkeep): Promise<unknown> =>
    (await netkeep.json('date', 'list', 'grace')).map(({ on }: { on: string }) => on)
  const toThinkOf = async (netkeep: Netkeep): Promise<string> =>
    (await netkeep.onTerminal(['due'])).stdout.includes('birthday') ? 'shown' : 'not shown'

  test('stays in sight for three days after it, then is that of the next year', async () => {
    const netkeep = await withGrace()
    netkeep.today = '2026-12-12'
    expect(await next(netkeep)).toEqual(['2026-12-09'])
    expect(await toThinkOf(netkeep)).toBe('shown')
    netkeep.today = '2026-12-13'
    expect(await next(netkeep)).toEqual(['2027-12-09'])
    expect(await toThinkOf(netkeep)).toBe('not shown')
  })

  test('is settled by a wish before it, on it or after it, and open again when that is undone', async () => {
    for (const on of ['2026-12-08', '2026-12-09', '2026-12-11']) {
      const netkeep = await withGrace()
      netkeep.today = on
      expect(await toThinkOf(netkeep)).toBe('shown')
      await netkeep.ok('wish', 'grace')
      expect(await toThinkOf(netkeep)).toBe('not shown')
      expect(await next(netkeep)).toEqual([on < '2026-12-10' ? '2026-12-09' : '2027-12-09'])
      await netkeep.ok('undo')
      expect(await next(netkeep)).toEqual(['2026-12-09'])
      expect(await toThinkOf(netkeep)).toBe('shown')
    }
  })

  test('is settled by a conversation on the day or since, not by an attempt or one the day before', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('log', 'grace')
    netkeep.today = '2026-12-09'
    expect(await toThinkOf(netkeep)).toBe('shown')
    await netkeep.ok('log', 'grace', '--attempt')
    expect(await toThinkOf(netkeep)).toBe('shown')
    await netkeep.ok('log', 'grace')
    expect(await toThinkOf(netkeep)).toBe('not shown')
    expect(await next(netkeep)).toEqual(['2026-12-09'])
  })

  test('is not settled by a wish for another one', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('date', 'add', 'grace', 'founding day', '--on', '1990-12-10')
    await netkeep.ok('wish', 'grace', '--for', 'founding day')
    expect(await next(netkeep)).toEqual(['2026-12-09', '2026-12-10'])
    expect(await toThinkOf(netkeep)).toBe('shown')
  })

  test('that is corrected after a wish is open again', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('wish', 'grace')
    await netkeep.ok('edit', 'grace', '--birthday', '1906-12-10')
    expect(await toThinkOf(netkeep)).toBe('shown')
  })

  test('some weeks ahead is not settled by a wish for the new year', async () => {
    const netkeep = await withGrace()
    netkeep.today = '2026-11-30'
    await netkeep.ok('wish', 'grace', '-m', 'a good end of the year')
    netkeep.today = '2026-12-08'
    expect(await toThinkOf(netkeep)).toBe('shown')
  })

  test('is not settled by the wish of last year', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('wish', 'grace')
    netkeep.today = '2027-12-07'
    expect(await toThinkOf(netkeep)).toBe('shown')
  })

  test('a wish is a light touch unless it counts', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('wish', 'grace')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ lastTouchOn: null })
    await netkeep.ok('wish', 'grace', '--counts')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ lastTouchOn: '2026-12-08' })
  })
})
