import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { parseDateRange } from '../../src/domain/date-range.ts'

/** A Sunday. */
const reading = { today: '2026-11-22' as CalendarDate, direction: 'future', order: null } as const
const read = async (text: string): Promise<string> => {
  const { from, to } = await parseDateRange(text, reading)
  return from === to ? from : `${from}..${to}`
}

describe('a first and a last day', () => {
  test.each([
    ['20 dec 6 jan', '2026-12-20..2027-01-06'],
    ['dec 20 jan 6', '2026-12-20..2027-01-06'],
    ['20 dec to 6 jan', '2026-12-20..2027-01-06'],
    ['from 20 dec until 6 jan', '2026-12-20..2027-01-06'],
    ['20 Dec - 6 Jan', '2026-12-20..2027-01-06'],
    ['20 dec 2026 6 jan 2027', '2026-12-20..2027-01-06'],
    ['2026-12-20..2027-01-06', '2026-12-20..2027-01-06'],
    ['2026-12-20 .. 2027-01-06', '2026-12-20..2027-01-06'],
    ['2026-12-20 2027-01-06', '2026-12-20..2027-01-06'],
    ['20 dec', '2026-12-20'],
    ['20 dec 2027', '2027-12-20'],
    ['friday 27 nov', '2026-11-27'],
    ['next friday', '2026-11-27'],
    ['monday friday', '2026-11-23..2026-11-27'],
    ['next monday friday', '2026-11-23..2026-11-27'],
    ['today', '2026-11-22'],
    ['today 1w', '2026-11-22..2026-11-28'],
    ['until friday', '2026-11-22..2026-11-27'],
    ['last monday', '2026-11-16'],
    ['last monday to today', '2026-11-16..2026-11-22'],
    ['last monday yesterday', '2026-11-16..2026-11-21'],
    ['2026-11-02 8 nov', '2026-11-02..2026-11-08'],
    ['1-3 dec', '2026-12-01..2026-12-03'],
    ['1–3 December', '2026-12-01..2026-12-03'],
    ['dec 1-3', '2026-12-01..2026-12-03'],
    ['1..3 dec', '2026-12-01..2026-12-03'],
    ['1 .. 3 dec 2027', '2027-12-01..2027-12-03'],
    ['1st to 3rd dec', '2026-12-01..2026-12-03'],
    ['1 dec..3', '2026-12-01..2026-12-03'],
    ['1 dec 2027..3', '2027-12-01..2027-12-03'],
    ['dec 1 to 3', '2026-12-01..2026-12-03'],
    ['30 nov..12 dec', '2026-11-30..2026-12-12'],
    ['2026-12-04..06', '2026-12-04..2026-12-06'],
    ['1 week ago to today', '2026-11-15..2026-11-22'],
  ])('%s', async (text, expected) => {
    expect(await read(text)).toBe(expected)
  })

  test.each([
    ['6 jan 20 dec 2026', '2026-12-20 is before 2027-01-06.'],
    ['2026-12-20..2026-12-01', '2026-12-01 is before 2026-12-20.'],
    ['2026-02-30', '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
    ['2026-12-20..2026-02-30', '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
    ['3 dec..1', '"3 dec..1" is not a date, nor a first and a last one.'],
    ['3..6', '"3" is not a date.'],
    ['1..31 nov', '"31 nov" is not a day from 1800-01-01 to 9999-12-31.'],
    ['soon', '"soon" is not a date.'],
    ['20 dec to', '"20 dec to" is not a date, nor a first and a last one.'],
    ['some time next year', '"some time next year" is not a date, nor a first and a last one.'],
    ['a..b..c', '"a..b..c" is not a date, nor a first and a last one.'],
  ])('%s is refused', async (text, message) => {
    await expect(parseDateRange(text, reading)).rejects.toThrow(message)
  })

  test('two ISO dates are read whatever stands between them, in their order only', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(800),
        fc.integer({ min: -40, max: 400 }),
        fc.constantFrom(' ', '..', ' to ', ' - ', ' until '),
        async (start, length, between) => {
          const from = addDays('2026-01-01' as CalendarDate, start)
          const to = addDays(from, length)
          const result = parseDateRange(`${from}${between}${to}`, reading)
          if (length >= 0) expect(await result).toEqual({ from, to })
          else await expect(result).rejects.toThrow(`${to} is before ${from}.`)
        },
      ),
    )
  })
})
