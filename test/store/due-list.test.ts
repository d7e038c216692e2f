import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ContactLine } from '../../src/domain/contact-line.ts'
import { findCircle } from '../../src/store/circles.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import { listAll } from '../../src/store/contact-list.ts'
import { addTag, insertContact, setSnooze } from '../../src/store/contacts.ts'
import {
  countCold,
  countColdAmong,
  countDue,
  type DueQuery,
  listComing,
  listDue,
} from '../../src/store/due-list.ts'
import type { Store } from '../../src/store/open.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep } from '../harness.ts'

const today = '2026-11-22' as CalendarDate
const EVERYBODY: DueQuery = { today, until: today, limit: undefined, filter: {} }
const ago = (days: number): CalendarDate => addDays(today, -days)

interface Known {
  readonly name: string
  readonly interval: string | null
  readonly circle: string | null
  readonly touchedAgo: number
  readonly triedAgo?: number | undefined
  readonly snoozedFor?: number | undefined
  readonly tag?: string | undefined
}

const FIELDS = {
  organization: null,
  title: null,
  location: null,
  birthday: null,
  note: null,
  metOn: null,
  metAt: null,
  introducedBy: null,
}

function addKnown(change: Change, known: Known): void {
  const circle = known.circle === null ? null : (findCircle(change.db, known.circle)?.uid ?? null)
  const uid = insertContact(
    change,
    { ...FIELDS, name: known.name },
    { circle, interval: known.interval },
    today,
  )
  const touch = (on: CalendarDate, kind: 'counted' | 'attempt'): void => {
    insertTouchpoint(
      change,
      { on, kind, channel: null, direction: null, minutes: null, place: null, note: null },
      [uid],
    )
  }
  touch(ago(known.touchedAgo), 'counted')
  if (known.triedAgo !== undefined) touch(ago(known.triedAgo), 'attempt')
  if (known.snoozedFor !== undefined) setSnooze(change, uid, addDays(today, known.snoozedFor), today)
  if (known.tag !== undefined) addTag(change.db, uid, known.tag)
}

function storeOf(...contacts: readonly Known[]): Store {
  const store = createNetkeep(today).store()
  recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) => {
    for (const known of contacts) addKnown(change, known)
  })
  return store
}

const query = (says: Partial<DueQuery> = {}): DueQuery => ({
  today,
  until: says.today ?? today,
  limit: undefined,
  filter: {},
  ...says,
})

/** The due list by its definition: every contact looked at, the fractions compared as fractions. */
function slowly(
  store: Store,
  { today: on, until, limit, filter: { circle, tags } }: DueQuery,
): readonly ContactLine[] {
  const circleName = store.db
    .prepare('SELECT name FROM circle WHERE id = ?')
    .pluck()
    .get(circle ?? '')
  return listAll(store.db, on)
    .filter(({ dueOn }) => dueOn !== null && dueOn <= until)
    .filter(({ restsUntil }) => restsUntil === null || restsUntil <= until)
    .filter((line) => circle === undefined || line.circle === circleName)
    .filter((line) => tags === undefined || line.tags.some((tag) => tags.includes(tag)))
    .sort((a, b) => {
      const [left, right] = [BigInt(a.daysOverdue ?? 0), BigInt(b.daysOverdue ?? 0)]
      const lateness = right * BigInt(a.intervalDays ?? 1) - left * BigInt(b.intervalDays ?? 1)
      if (lateness !== 0n) return lateness < 0n ? -1 : 1
      const keys = (line: ContactLine): string => [line.dueOn, line.nameKey.padEnd(20), line.uid].join(' ')
      return keys(a) < keys(b) ? -1 : 1
    })
    .slice(0, limit)
}

const someone: fc.Arbitrary<Known> = fc.record({
  name: fc.constantFrom('ada', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'ada king'),
  interval: fc.constantFrom(null, null, 'none', '1d', '1w', '7d', '2w', '1m', '30d', '1y'),
  circle: fc.constantFrom(null, 'inner', 'close', 'outer'),
  touchedAgo: fc.nat(60),
  triedAgo: fc.option(fc.nat(5), { nil: undefined, freq: 3 }),
  snoozedFor: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined, freq: 3 }),
  tag: fc.option(fc.constantFrom('mentor', 'navy'), { nil: undefined }),
})

test('the first lines of the due list are those of the whole list, sorted, whatever the day and the filter', () => {
  fc.assert(
    fc.property(fc.array(someone, { minLength: 5, maxLength: 40, size: 'max' }), (contacts) => {
      const store = storeOf(...contacts)
      const circle = findCircle(store.db, 'inner')?.uid
      for (const on of [today, addDays(today, 3), addDays(today, 45)]) {
        for (const filter of [
          {},
          { circle },
          { tags: ['mentor'] },
          { circle, tags: ['mentor', 'navy'] },
          { tags: [] },
        ]) {
          for (const limit of [undefined, 0, 1, 3, 10]) {
            for (const ahead of [0, 7]) {
              const asked = query({ filter, today: on, until: addDays(on, ahead), limit })
              expect(listDue(store.db, asked)).toEqual(slowly(store, asked).map(({ uid }) => uid))
            }
          }
          const all = query({ filter, today: on })
          const cold = slowly(store, all).filter(({ standing }) => standing === 'cold').length
          expect(countDue(store.db, all)).toBe(slowly(store, all).length)
          expect(countColdAmong(store.db, all)).toBe(cold)
          if (filter.circle === undefined && filter.tags === undefined)
            expect(countCold(store.db, on)).toBe(cold)
        }
      }
    }),
    { seed: 20_261_122, numRuns: 20 },
  )
}, 60_000)

const weekly = (name: string, touchedAgo: number, more: Partial<Known> = {}): Known => ({
  name,
  interval: '1w',
  circle: null,
  touchedAgo,
  ...more,
})

describe('the due list', () => {
  const due = (store: Store, says: Partial<DueQuery> = {}): readonly string[] => {
    const names = new Map(listAll(store.db, today).map(({ uid, name }) => [uid, name]))
    return listDue(store.db, query(says)).map((uid) => names.get(uid) ?? '')
  }

  test('has the cold, the latest first, and those who are due today, but nobody who is warm', () => {
    const store = storeOf(weekly('Warm', 6), weekly('Due', 7), weekly('Cold', 8), weekly('Colder', 30), {
      ...weekly('Yearly, a month late', 396),
      interval: '1y',
    })
    expect(due(store)).toEqual(['Colder', 'Cold', 'Yearly, a month late', 'Due'])
    expect(countCold(store.db, today)).toBe(3)
  })

  test('compares lateness exactly: a third is a third, whatever it is a third of', () => {
    const late = (name: string, daysOverdue: number, intervalDays: number): Known => ({
      ...weekly(name, daysOverdue + intervalDays),
      interval: `${intervalDays}d`,
    })
    // Equally late, the earlier due date comes first.
    expect(due(storeOf(late('a', 1, 3), late('b', 1217, 3651), late('c', 1218, 3651)))).toEqual([
      'c',
      'b',
      'a',
    ])
    expect(due(storeOf(late('a', 1, 3), late('d', 1216, 3651)))).toEqual(['a', 'd'])
  })

  test('has the equally late in the order of their names where they are due on one day', () => {
    expect(due(storeOf(weekly('Grace', 9), weekly('Ada', 9)))).toEqual(['Ada', 'Grace'])
  })

  test('looks ahead by due date', () => {
    const store = storeOf(weekly('Warm', 6), weekly('Warmer', 0), weekly('Cold', 8))
    expect(due(store, { until: addDays(today, 1) })).toEqual(['Cold', 'Warm'])
    expect(due(store, { until: addDays(today, 7) })).toEqual(['Cold', 'Warm', 'Warmer'])
  })

  test('leaves out who is snoozed, until the snooze is over', () => {
    const store = storeOf(weekly('Ada', 20, { snoozedFor: 5 }))
    expect(due(store)).toEqual([])
    expect(due(store, { until: addDays(today, 4) })).toEqual([])
    expect(due(store, { until: addDays(today, 5) })).toEqual(['Ada'])
    expect(listComing(store.db, EVERYBODY, 1)).toEqual([listAll(store.db, today)[0]?.uid])
  })

  test('leaves out who rests after an attempt, until the rest is over', () => {
    const store = storeOf(weekly('Ada', 20, { triedAgo: 1 }))
    expect(due(store)).toEqual([])
    expect(due(store, { today: addDays(today, 1) })).toEqual([])
    expect(due(store, { today: addDays(today, 2) })).toEqual(['Ada'])
    expect([countCold(store.db, addDays(today, 1)), countCold(store.db, addDays(today, 2))]).toEqual([0, 1])
  })

  test('keeps one order among namesakes who are due on one day, however many lines are asked for', () => {
    const twins = Array.from({ length: 12 }, (_, number) =>
      weekly('Ada', 20, number % 2 === 0 ? {} : { triedAgo: 9 }),
    )
    const { db } = storeOf(...twins)
    const all = listDue(db, query())
    expect(all).toHaveLength(12)
    for (let limit = 1; limit < 12; limit++)
      expect(listDue(db, query({ limit }))).toEqual(all.slice(0, limit))
  })

  test('leaves out who has no cadence', () => {
    const store = storeOf(
      { ...weekly('Ada', 500), interval: null },
      { ...weekly('Bob', 500), interval: 'none', circle: 'inner' },
    )
    expect(due(store)).toEqual([])
    expect(listComing(store.db, EVERYBODY, 1)).toEqual([])
  })

  test('is of one circle, or of whoever has one of the tags', () => {
    const store = storeOf(
      weekly('Ada', 9, { circle: 'inner', tag: 'mentor' }),
      weekly('Bob', 10, { circle: 'outer', tag: 'navy' }),
      weekly('Cid', 11),
    )
    expect(due(store, { filter: { circle: findCircle(store.db, 'inner')?.uid } })).toEqual(['Ada'])
    expect(due(store, { filter: { tags: ['mentor', 'navy'] } })).toEqual(['Bob', 'Ada'])
    expect(due(store, { filter: { tags: ['nothing'] } })).toEqual([])
  })
})
