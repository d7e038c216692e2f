import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { countInPromptFile, formatPromptFile, MOST_BYTES } from '../../src/domain/prompt-file.ts'
import { lines } from '../harness.ts'

const FIRST = '2026-11-20' as CalendarDate
const day = (offset: number): CalendarDate => addDays(FIRST, offset)

describe('the text of a prompt file', () => {
  test('is a line with the version, then a day and the count from then on, ascending', () => {
    const turning = [
      { day: day(0), contacts: 3 },
      { day: day(2), contacts: 1 },
      { day: day(40), contacts: 20 },
    ]
    expect(formatPromptFile(turning)).toBe(lines('netkeep 1', '20261120 3', '20261122 4', '20261230 24'))
  })

  test('stops at 9999: nothing changes after that', () => {
    const turning = [
      { day: day(0), contacts: 9_000 },
      { day: day(1), contacts: 5_000 },
      { day: day(2), contacts: 1 },
    ]
    expect(formatPromptFile(turning)).toBe(lines('netkeep 1', '20261120 9000', '20261121 9999'))
  })

  test('is never larger than what is read of it', () => {
    const turning = Array.from({ length: 401 }, (_, index) => ({ day: day(index), contacts: 20 }))
    expect(formatPromptFile(turning).length).toBeLessThan(MOST_BYTES)
  })
})

describe('the count of a day', () => {
  test('is that of the last line that is not after it', () => {
    const text = lines('netkeep 1', '20261120 3', '20261122 4')
    expect([0, 1, 2, 3, 4000].map((offset) => countInPromptFile(text, day(offset)))).toEqual([3, 3, 4, 4, 4])
  })

  test('is unknown before the first line', () => {
    expect(countInPromptFile(lines('netkeep 1', '20261120 3'), day(-1))).toBeUndefined()
  })

  test('is that of the sums, for any days (property)', () => {
    const days = fc
      .uniqueArray(fc.nat(500), { minLength: 1, maxLength: 60 })
      .map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(
        days,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 60, maxLength: 60 }),
        fc.nat(600),
        (offsets, counts, asked) => {
          const turning = offsets.map((offset, index) => ({ day: day(offset), contacts: counts[index] ?? 1 }))
          const sum = turning
            .filter((turn) => turn.day <= day(asked))
            .reduce((total, { contacts }) => total + contacts, 0)
          const first = offsets[0] ?? 0
          expect(countInPromptFile(formatPromptFile(turning), day(asked))).toBe(
            asked < first ? undefined : Math.min(sum, 9999),
          )
        },
      ),
    )
  })

  test.each([
    ['empty', ''],
    ['no version', lines('20261120 3')],
    ['another version', lines('netkeep 2', '20261120 3')],
    ['a last line that was cut off', 'netkeep 1\n20261120 3'],
    ['octal', lines('netkeep 1', '20261120 010')],
    ['more than 9999', lines('netkeep 1', '20261120 10000')],
    ['a negative number', lines('netkeep 1', '20261120 -1')],
    ['other digits', lines('netkeep 1', '20261120 ٣')],
    ['code', lines('netkeep 1', '20261120 a[$(touch x)]')],
    ['an empty line', lines('netkeep 1', '20261120 3', '')],
    ['CRLF', 'netkeep 1\r\n20261120 3\r\n'],
    ['a byte order mark', `\ufeff${lines('netkeep 1', '20261120 3')}`],
  ])('is unknown where the file is odd: %s', (_what, text) => {
    expect(countInPromptFile(text, day(2))).toBeUndefined()
  })
})
