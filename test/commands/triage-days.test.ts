import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { Netkeep } from '../harness.ts'
import { withFive, withNumbered } from './imported.ts'
import { interrupt, triage } from './triaging.ts'

describe('the starting days', () => {
  type Listed = { name: string; circle: string | null; dueOn: CalendarDate; standing: string }
  const datesOf = async (netkeep: Netkeep): Promise<Readonly<Record<string, string>>> => {
    const list: readonly Listed[] = await netkeep.json('list')
    return Object.fromEntries(list.map(({ name, dueOn }) => [name.split(' ')[0], dueOn]))
  }

  test('the first starts today, the second half an interval later, then the quarters', async () => {
    const netkeep = await withNumbered(4)
    await triage(netkeep, '1', '1', '1', '1')
    // Never touched, the one met last comes first.
    expect(await datesOf(netkeep)).toEqual({
      C04: '2026-11-22',
      C03: '2026-11-29',
      C02: '2026-11-25',
      C01: '2026-12-02',
    })
  })

  test('whoever is warm keeps the plain day, and the others keep away from it', async () => {
    const netkeep = await withFive()
    await triage(netkeep, '2', '2', 'n', '2', 'q')
    expect(await datesOf(netkeep)).toMatchObject({
      Grace: '2026-12-24', // 12 November + 6 weeks
      Ada: '2026-12-03', // half of 42 days away from it on either side
      Kay: '2026-11-22', // the middle of the other half, which goes around
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      standing: 'snoozed',
      lastTouchOn: '2026-01-20',
    })
    expect(await netkeep.json('show', 'kay')).toMatchObject({ standing: 'due', lastTouchOn: null })
  })

  test('each answer changes one contact only', async () => {
    const netkeep = await withNumbered(3)
    await triage(netkeep, '3', '3', '3')
    const entries: readonly { changes: readonly { uid: string }[] }[] = await netkeep.json('history')
    expect(entries.slice(0, 3).map(({ changes }) => new Set(changes.map(({ uid }) => uid)).size)).toEqual([
      1, 1, 1,
    ])
  })

  test('are the same whether triaged in one go or in several', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => String(1 + (index % 3)))
    const inOne = await withNumbered(20)
    await triage(inOne, ...keys)
    const inSeveral = await withNumbered(20)
    await triage(inSeveral, ...keys.slice(0, 7), 'q')
    await inSeveral.onTerminal(['triage'], [...keys.slice(7, 12), interrupt])
    await triage(inSeveral, ...keys.slice(12, 15), 'n', 'u', ...keys.slice(15))
    expect(await datesOf(inSeveral)).toEqual(await datesOf(inOne))
  })

  test('go on the next day around those who are there', async () => {
    const netkeep = await withNumbered(3)
    await triage(netkeep, '1', '1', 'q')
    netkeep.today = '2026-11-23'
    await triage(netkeep, '1')
    expect(await datesOf(netkeep)).toEqual({
      C03: '2026-11-22',
      C02: '2026-11-29',
      C01: '2026-12-06', // of the 14 days from the 23rd on, a week from the 29th either way around
    })
  })

  test('also where no day lies one interval before: 31 May less three months', async () => {
    const netkeep = await withNumbered(92)
    netkeep.today = '2027-05-01'
    await triage(netkeep, ...Array<string>(92).fill('3'))
    const dates = Object.values(await datesOf(netkeep)).sort()
    expect(new Set(dates).size).toBe(92)
    expect([dates[0], dates.at(-1)]).toEqual(['2027-05-01', '2027-07-31'])
  })

  test('after 40 contacts, what is due on each day is what the rows say', async () => {
    const netkeep = await withNumbered(40)
    await triage(netkeep, ...Array.from({ length: 40 }, (_, index) => (index % 4 === 3 ? '2' : '1')))
    const { db } = netkeep.store()
    const rows = db
      .prepare(
        `SELECT ci.name AS circle, c.tracked_from AS trackedFrom, c.snoozed_until AS snoozedUntil, ci.interval
         FROM contact c JOIN circle ci ON ci.id = c.circle`,
      )
      .all() as { circle: string; trackedFrom: string; snoozedUntil: string | null; interval: string }[]
    const weeks = { '2w': 14, '6w': 42 } as Readonly<Record<string, number>>
    const expected: Record<string, number> = {}
    for (const { trackedFrom, interval, snoozedUntil } of rows) {
      expect(snoozedUntil).toBeNull()
      const due = new Date(Date.parse(trackedFrom) + (weeks[interval] ?? 0) * 86_400_000)
      const day = due.toISOString().slice(0, 10)
      expected[day] = (expected[day] ?? 0) + 1
    }
    const seen: Record<string, number> = {}
    let before = 0
    for (let index = 0; index < 42; index++) {
      const day = new Date(Date.UTC(2026, 10, 22 + index)).toISOString().slice(0, 10)
      const due: readonly Listed[] = await netkeep.json('due', '--on', day)
      const onDay = due.filter(({ dueOn }) => dueOn === day).length
      expect(due).toHaveLength(before + onDay)
      before += onDay
      if (onDay > 0) seen[day] = onDay
    }
    expect(seen).toEqual(expected)
    expect(before).toBe(40)
    const list: readonly Listed[] = await netkeep.json('list')
    const perDay = (circle: string, length: number): readonly number[] =>
      Array.from({ length }, (_, index) => {
        const day = new Date(Date.UTC(2026, 10, 22 + index)).toISOString().slice(0, 10)
        return list.filter((line) => line.circle === circle && line.dueOn === day).length
      })
    expect(perDay('inner', 14).toSorted()).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3])
    expect(Math.max(...perDay('close', 42))).toBe(1)
  })
})
