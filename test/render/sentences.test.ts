import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ContactLine } from '../../src/domain/contact-line.ts'
import { listNames, sayNextDue } from '../../src/render/sentences.ts'

const TODAY = '2026-11-22' as CalendarDate

/** All that these sentences say of a contact. */
function contact(name: string, dueOn: string | null, pausedOn: string | null = null): ContactLine {
  return { name, dueOn, pausedOn, prospect: null } as ContactLine
}

describe('listNames', () => {
  test.each([
    [[], ''],
    [['Ada'], 'Ada'],
    [['Ada', 'Bob'], 'Ada and Bob'],
    [['Ada', 'Bob', 'Cleo', 'Dan'], 'Ada, Bob, Cleo and Dan'],
    [['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'], 'Ada, Bob, Cleo and 2 others'],
    [['A\u001b[2J', 'B\n'], 'A\\u{1b}[2J and B\\u{a}'],
  ])('%j is %j', (names, said) => {
    expect(listNames(names)).toBe(said)
  })
})

describe('sayNextDue', () => {
  test.each([
    ['one that is due later', [contact('Ada', '2026-12-03')], 'Next due 3 Dec.'],
    ['one that is due today', [contact('Ada', '2026-11-22')], 'Next due today.'],
    ['one without cadence', [contact('Ada', null)], 'No cadence.'],
    ['one that is paused', [contact('Ada', null, '2026-11-01')], 'Paused, so not due.'],
    [
      'several',
      [
        contact('Ada', '2026-12-03'),
        contact('B\u001bb', '2026-11-22'),
        contact('Cleo', null),
        contact('Dan', null, '2026-11-01'),
      ],
      'Next due: Ada 3 Dec, B\\u{1b}b today, Cleo no cadence, Dan paused.',
    ],
  ])('of %s', (_what, lines, said) => {
    expect(sayNextDue(lines, TODAY)).toBe(said)
  })

  test('names the first eight and counts the others', () => {
    const lines = Array.from({ length: 9 }, (_, index) => contact(`C${index}`, '2026-12-03'))
    expect(sayNextDue(lines, TODAY)).toContain('C7 3 Dec and 1 more.')
    expect(sayNextDue(lines, TODAY)).not.toContain('C8')
  })
})
