import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgendaEntry, compareByLateness } from '../../src/domain/agenda.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'

const entry = (
  nameKey: string,
  daysOverdue: number,
  intervalDays: number,
  dueOn = '2026-11-01',
): AgendaEntry => ({
  uid: nameKey,
  nameKey,
  dueOn: dueOn as CalendarDate,
  daysOverdue,
  intervalDays,
})
const inOrder = (...entries: readonly AgendaEntry[]): readonly string[] =>
  [...entries].sort(compareByLateness).map(({ uid }) => uid)

test('two weeks late on a weekly tie comes before two weeks late on a yearly one', () => {
  expect(inOrder(entry('yearly', 14, 365), entry('weekly', 14, 7))).toEqual(['weekly', 'yearly'])
})

test('who is due today comes after the cold, and who is not due yet last, the nearest first', () => {
  expect(
    inOrder(entry('far', -7, 14), entry('near', -1, 14), entry('today', 0, 14), entry('cold', 1, 365)),
  ).toEqual(['cold', 'today', 'near', 'far'])
})

test('equally late, the earlier due date comes first', () => {
  expect(inOrder(entry('monthly', 10, 30, '2026-11-12'), entry('quarterly', 30, 90, '2026-10-23'))).toEqual([
    'quarterly',
    'monthly',
  ])
})

test('equally late and due on one day, the names decide, and after them the uids', () => {
  expect(inOrder(entry('grace', 3, 7), entry('ada', 3, 7))).toEqual(['ada', 'grace'])
  const namesake = { ...entry('ada', 3, 7), uid: 'a' }
  expect(inOrder(entry('ada', 3, 7), namesake)).toEqual(['a', 'ada'])
})

test('lateness is compared exactly: a third is a third, whatever it is a third of', () => {
  const third = entry('a', 1, 3, '2026-11-02')
  expect(inOrder(third, entry('b', 1217, 3651, '2026-11-01'))).toEqual(['b', 'a'])
  expect(inOrder(third, entry('c', 1218, 3651, '2026-11-03'))).toEqual(['c', 'a'])
})

test('the order is one: it never contradicts itself', () => {
  const entries = fc
    .record({
      name: fc.constantFrom('ada', 'bob', 'grace'),
      daysOverdue: fc.integer({ min: -20, max: 20 }),
      intervalDays: fc.integer({ min: 1, max: 12 }),
      dueOn: fc.constantFrom('2026-11-01', '2026-11-02'),
    })
    .map(({ name, daysOverdue, intervalDays, dueOn }) => entry(name, daysOverdue, intervalDays, dueOn))
  fc.assert(
    fc.property(entries, entries, entries, (a, b, c) => {
      expect(Math.sign(compareByLateness(a, b))).toBe(-Math.sign(compareByLateness(b, a)) + 0)
      if (compareByLateness(a, b) <= 0 && compareByLateness(b, c) <= 0) {
        expect(compareByLateness(a, c)).toBeLessThanOrEqual(0)
      }
    }),
    { seed: 1 },
  )
})
