import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { HELP_KINDS, HELP_SIDES } from '../../src/domain/help.ts'
import { type HelpCount, vouchingOf } from '../../src/domain/vouch.ts'

/** `got vouching 2`. */
function help(...said: readonly string[]): readonly HelpCount[] {
  return said.map((line) => {
    const [side, kind, count] = line.split(' ')
    return {
      side: side as HelpCount['side'],
      kind: kind ?? '',
      count: Number(count ?? 1),
      lastOn: '2026-11-01' as CalendarDate,
    }
  })
}
const scoreOf = (...said: readonly string[]): number | undefined => vouchingOf(help(...said), null)?.score

test('nobody could vouch of whom nothing speaks for it: asks do not', () => {
  expect(vouchingOf([], null)).toBeUndefined()
  expect(scoreOf('asked vouching 3', 'asked advice')).toBeUndefined()
})

test('who vouched before comes before who referred, gave feedback or introductions, other help, and whom one helped', () => {
  expect(
    ['got vouching', 'got referral', 'got feedback', 'got introduction', 'got advice', 'gave advice'].map(
      (line) => scoreOf(line),
    ),
  ).toEqual([6, 5, 3, 3, 1, 1])
})

test('a second time of the same adds one; help given adds three at most', () => {
  expect(scoreOf('got vouching 3')).toBe(8)
  expect(scoreOf('gave advice 2')).toBe(2)
  expect(scoreOf('gave advice 9', 'gave time 4')).toBe(3)
})

test('a tag speaks for it as a vouching does, alone or with help', () => {
  expect(vouchingOf([], 'reference')).toEqual({ score: 6, help: [], tag: 'reference' })
  expect(vouchingOf(help('got referral'), 'reference')?.score).toBe(11)
})

test('the weightiest help stands first, asks are left out', () => {
  const found = vouchingOf(help('gave time', 'asked advice', 'got advice 2', 'got vouching'), null)
  expect(found?.help.map(({ side, kind }) => `${side} ${kind}`)).toEqual([
    'got vouching',
    'got advice',
    'gave time',
  ])
})

test('more help never counts for less, and asks change nothing', () => {
  const count = fc.record({
    side: fc.constantFrom(...HELP_SIDES),
    kind: fc.constantFrom(...HELP_KINDS, 'constructor'),
    count: fc.integer({ min: 1, max: 5 }),
    lastOn: fc.constant('2026-11-01' as CalendarDate),
  })
  fc.assert(
    fc.property(
      fc.array(count, { maxLength: 6 }),
      count,
      fc.constantFrom(null, 'vouch'),
      (list, more, tag) => {
        const [before, after] = [
          vouchingOf(list, tag)?.score ?? 0,
          vouchingOf([...list, more], tag)?.score ?? 0,
        ]
        if (more.side === 'asked') expect(after).toBe(before)
        else expect(after).toBeGreaterThanOrEqual(before)
        if (more.side === 'got') expect(after).toBeGreaterThan(before)
      },
    ),
    { seed: 1 },
  )
})
