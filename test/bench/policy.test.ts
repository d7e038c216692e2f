import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getOrder, ORDERS } from '../../bench/policy/orders.ts'
import { rowOfOrder, SHARES } from '../../bench/policy/tables.ts'
import { play, type Trial } from '../../bench/policy/trial.ts'
import { CIRCLES, createWorld, isWorkday, LOAD_PER_DAY } from '../../bench/policy/world.ts'
import { renderAsMarkdown, renderAsText } from '../../bench/policy/write-table.ts'
import { createRandom } from '../../bench/random.ts'
import { type CalendarDate, epochDayOf } from '../../src/domain/calendar-date.ts'
import { meanDaysOf, parseInterval } from '../../src/domain/interval.ts'
import { byLateness, type SimulatedContact, simulate } from '../../src/domain/simulation.ts'

describe('the world', () => {
  const options = { seed: 4, share: 0.9, days: 365 }
  const { contacts, from, roomOn, isAnswered } = createWorld(options)
  const days = Array.from({ length: 365 }, (_, index) => epochDayOf(from) + index)

  test('has 300 contacts: 10 at 2w, 40 at 6w, 100 at 3m, 150 at 1y', () => {
    const sizes = CIRCLES.map(({ name }) => contacts.filter(({ circle }) => circle === name).length)
    expect(sizes).toEqual([10, 40, 100, 150])
    expect(new Set(contacts.map(({ uid }) => uid)).size).toBe(300)
    expect(LOAD_PER_DAY).toBeCloseTo(10 / 14 + 40 / 42 + 100 / 91.32 + 150 / 365.25, 9)
  })

  test('has room on workdays alone, on each alike, and for its share of the attempts in all', () => {
    const rooms = days.map(roomOn)
    const worked = days.filter((day) => roomOn(day) > 0)
    expect(worked).toEqual(days.filter(isWorkday))
    expect(new Set(worked.map(roomOn))).toEqual(new Set([6, 7]))
    expect(rooms.reduce((sum, room) => sum + room, 0)).toBe(Math.floor((LOAD_PER_DAY / 0.7) * 0.9 * 365))
  })

  test('has Monday to Friday as workdays, but in three weeks of August', () => {
    const off = (text: string): boolean => !isWorkday(epochDayOf(text as CalendarDate))
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(off)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(['2026-07-31', '2026-08-03', '2026-08-21', '2026-08-24'].map(off)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('answers seven attempts of ten, whatever was tried before', () => {
    const asked = contacts.flatMap((contact) => days.map((day) => isAnswered(contact, day)))
    expect(asked.filter(Boolean).length / asked.length).toBeCloseTo(0.7, 2)
    expect(contacts.flatMap((contact) => days.map((day) => isAnswered(contact, day)))).toEqual(asked)
  })

  test('is the same for the same seed, and another for another one', () => {
    expect(createWorld(options).contacts).toEqual(contacts)
    expect(createWorld({ ...options, seed: 5 }).contacts).not.toEqual(contacts)
  })
})

describe('an order', () => {
  const today = epochDayOf('2026-11-23' as CalendarDate)
  const contactOf = (interval: string, days: number, daysAgo: number): SimulatedContact => ({
    uid: interval,
    interval: parseInterval(interval),
    lastOn: today - daysAgo,
    dueOn: today - daysAgo + days,
    intervalDays: days,
    isSnoozed: false,
    restsUntil: 0,
  })

  test.each([
    // 2w is 6 days late, 0.43 intervals; 3m is 45 days late, 0.49; 1y is 30 days late, 0.08
    ['lateness', ['3m', '2w', '1y']],
    ['due date', ['3m', '1y', '2w']],
    ['last contacted first', ['2w', '3m', '1y']],
    ['longest ago first', ['1y', '3m', '2w']],
    ['closest circle first', ['2w', '3m', '1y']],
    ['lateness × closeness', ['2w', '3m', '1y']],
    ['lateness × √closeness', ['2w', '3m', '1y']],
  ])('%s', (name, expected) => {
    const rank = getOrder(name).rankBy(createRandom(1))
    const contacts = [contactOf('1y', 365, 395), contactOf('2w', 14, 20), contactOf('3m', 92, 137)]
    const ordered = contacts.toSorted((a, b) => rank(b, today) - rank(a, today))
    expect(ordered.map(({ uid }) => uid)).toEqual(expected)
  })
})

describe('a trial', () => {
  const trial: Trial = { order: getOrder('lateness'), share: 0.6, earlyPercent: 15, years: 2, seed: 3 }

  test.each(ORDERS.map((order) => [order.name, order] as const))('by %s has one outcome', (_, order) => {
    expect(play({ ...trial, order, years: 1 })).toEqual(play({ ...trial, order, years: 1 }))
  })

  test('counts what is to be counted in its contact-days', () => {
    const world = createWorld({ ...trial, days: 730 })
    const tried: { readonly day: number; readonly isAnswered: boolean }[] = []
    const rows = Array.from(
      simulate(world.contacts, {
        ...world,
        rank: byLateness,
        earlyPercent: 15,
        isAnswered: (contact, day) => {
          tried.push({ day, isAnswered: world.isAnswered(contact, day) })
          return world.isAnswered(contact, day)
        },
      }),
      (day) =>
        world.contacts.map(({ circle, interval, dueOn, intervalDays }) => ({
          day,
          circle,
          closeness: 1 / meanDaysOf(interval),
          lateness: day > dueOn ? (day - dueOn) / intervalDays : 0,
        })),
    ).flat()
    const year = (day: number): number => (day < epochDayOf(world.from) + 365 ? 0 : 1)
    const total = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0)
    const standings = (list: typeof rows) => ({
      warmShare: list.filter(({ lateness }) => lateness === 0).length / list.length,
      meanLateness: expect.closeTo(total(list.map(({ lateness }) => lateness)) / list.length, 9),
      worstLateness: list.reduce((most, { lateness }) => Math.max(most, lateness), 0),
    })

    expect(play(trial)).toEqual(
      [0, 1].map((index) => {
        const list = rows.filter(({ day }) => year(day) === index)
        const attempts = tried.filter(({ day }) => year(day) === index)
        const felt = total(list.map(({ lateness, closeness }) => lateness * closeness))
        return {
          ...standings(list),
          latenessByCloseness: expect.closeTo(felt / total(list.map(({ closeness }) => closeness)), 9),
          circles: CIRCLES.map(({ name }) => standings(list.filter(({ circle }) => circle === name))),
          attempts: attempts.length,
          touches: attempts.filter(({ isAnswered }) => isAnswered).length,
        }
      }),
    )
  })
})

describe('a table', () => {
  const table = {
    title: 'Figures',
    head: ['order', 'warm'],
    rows: [
      ['lateness × closeness', '0.9'],
      ['random', '0.125'],
    ],
  }

  test('is aligned as text', () => {
    expect(renderAsText(table)).toBe(
      'Figures\norder                 warm\nlateness × closeness  0.9\nrandom                0.125\n',
    )
  })

  test('is aligned as Markdown', () => {
    expect(renderAsMarkdown(table)).toBe(
      [
        '**Figures**',
        '',
        '| order                | warm  |',
        '| -------------------- | ----- |',
        '| lateness × closeness | 0.9   |',
        '| random               | 0.125 |',
        '',
      ].join('\n'),
    )
  })
})

test('the decision record has the figures that this makes', () => {
  const record = readFileSync('docs/decisions/0027-order-of-the-due-list.md', 'utf8').replace(/ +/g, ' ')
  const rows = SHARES.flatMap((share) => rowOfOrder(getOrder('lateness'), share, 0).join(' | '))
  expect(rows.filter((row) => !record.includes(`| ${row} |`))).toEqual([])
})
