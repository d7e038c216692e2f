import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../src/domain/calendar-date.ts'
import {
  type DateReading,
  findTypedDate,
  parseTypedDate,
  splitTrailingDate,
} from '../../src/domain/typed-date.ts'
import { UserError } from '../../src/errors.ts'

/** A Wednesday in the middle of a year, unless the test says otherwise. */
const reading = (direction: 'past' | 'future', today = '2026-08-05', order: DateReading['order'] = null) =>
  ({ today: today as CalendarDate, direction, order }) satisfies DateReading

const EXAMPLE =
  'Write a date like today, friday, 2w or 2026-11-20; in quotes where it has spaces: "20 Nov", "3 days ago".'

test.each([
  ['today', '2026-08-05'],
  ['now', '2026-08-05'],
  ['this evening', '2026-08-05'],
  ['tonight', '2026-08-05'],
  ['yesterday', '2026-08-04'],
  ['last night', '2026-08-04'],
  ['Tomorrow', '2026-08-06'],
  ['day before yesterday', '2026-08-03'],
  ['the day before yesterday', '2026-08-03'],
  ['day after tomorrow', '2026-08-07'],
  ['The day after  tomorrow ', '2026-08-07'],
  ['3 days ago', '2026-08-02'],
  ['a week ago', '2026-07-29'],
  ['2 weeks ago', '2026-07-22'],
  ['three months ago', '2026-05-05'],
  ['a couple of days ago', '2026-08-03'],
  ['2w ago', '2026-07-22'],
  ['P2W ago', '2026-07-22'],
  ['in 3 days', '2026-08-08'],
  ['in a month', '2026-09-05'],
  ['in 2w', '2026-08-19'],
  ['3 weeks from now', '2026-08-26'],
  ['2 days before 2026-03-01', '2026-02-27'],
  ['last week', '2026-07-29'],
  ['next week', '2026-08-12'],
  ['last month', '2026-07-05'],
  ['next month', '2026-09-05'],
  ['next quarter', '2026-11-05'],
  ['last year', '2025-08-05'],
  ['last friday', '2026-07-31'],
  ['next friday', '2026-08-07'],
  ['this friday', '2026-08-07'],
  ['last wednesday', '2026-07-29'],
  ['next wed', '2026-08-12'],
  ['this wednesday', '2026-08-05'],
  ['this Tue.', '2026-08-11'],
  ['2026-11-20', '2026-11-20'],
  ['2026/11/20', '2026-11-20'],
  ['1800-01-01', '1800-01-01'],
  ['9999-12-31', '9999-12-31'],
  ['2024-02-29', '2024-02-29'],
  ['20 November 2026', '2026-11-20'],
  ['20-Nov-2026', '2026-11-20'],
  ['20. november 2026', '2026-11-20'],
  ['Nov 20, 2026', '2026-11-20'],
  ['sept. 3rd 2025', '2025-09-03'],
  ['Friday, 20 November 2026', '2026-11-20'],
  ['20.11.2026', '2026-11-20'],
  ['3.4.2026', '2026-04-03'],
  ['25/12/2026', '2026-12-25'],
  ['12/25/2026', '2026-12-25'],
  ['25-12-2026', '2026-12-25'],
  ['04/04/2026', '2026-04-04'],
])('%j says its day itself, whatever the direction: %s', (text, date) => {
  expect(findTypedDate(text, reading('past'))).toBe(date)
  expect(findTypedDate(text, reading('future'))).toBe(date)
})

test.each([
  ['wednesday', '2026-07-29', '2026-08-12'],
  ['tuesday', '2026-08-04', '2026-08-11'],
  ['Thu', '2026-07-30', '2026-08-06'],
  ['on friday', '2026-07-31', '2026-08-07'],
  ['tues', '2026-08-04', '2026-08-11'],
  ['thurs', '2026-07-30', '2026-08-06'],
  ['2w', '2026-07-22', '2026-08-19'],
  ['for 3 days', '2026-08-02', '2026-08-08'],
  ['a week', '2026-07-29', '2026-08-12'],
  ['Two Weeks', '2026-07-22', '2026-08-19'],
  ['P3M', '2026-05-05', '2026-11-05'],
  ['monthly', '2026-07-05', '2026-09-05'],
  ['20 Nov', '2025-11-20', '2026-11-20'],
  ['until nov 20', '2025-11-20', '2026-11-20'],
  ['20th of november', '2025-11-20', '2026-11-20'],
  ['may the 4th', '2026-05-04', '2027-05-04'],
  ['5 aug', '2026-08-05', '2026-08-05'],
  ['6 August', '2025-08-06', '2026-08-06'],
  ['31/12', '2025-12-31', '2026-12-31'],
  ['29 feb', '2024-02-29', '2028-02-29'],
  ['a week after friday', '2026-08-07', '2026-08-14'],
])('%j looks back to %s and ahead to %s', (text, past, future) => {
  expect(findTypedDate(text, reading('past'))).toBe(past)
  expect(findTypedDate(text, reading('future'))).toBe(future)
})

test.each([
  ['2026-12-31', '1 jan', '2026-01-01', '2027-01-01'],
  ['2027-01-01', '31 dec', '2026-12-31', '2027-12-31'],
  ['2026-12-31', 'thursday', '2026-12-24', '2027-01-07'],
  ['2027-01-01', 'thu', '2026-12-31', '2027-01-07'],
  ['2026-08-09', 'sunday', '2026-08-02', '2026-08-16'],
  ['2026-08-09', 'monday', '2026-08-03', '2026-08-10'],
  ['2026-08-08', 'sun', '2026-08-02', '2026-08-09'],
  ['2024-02-29', '29 feb', '2024-02-29', '2024-02-29'],
  ['2024-03-01', '29 feb', '2024-02-29', '2028-02-29'],
  ['2024-02-29', '1y', '2023-02-28', '2025-02-28'],
  ['1900-01-01', 'feb 29', '1896-02-29', '1904-02-29'],
  ['1896-03-01', 'feb 29', '1896-02-29', '1904-02-29'],
  ['2026-01-31', '1 month', '2025-12-31', '2026-02-28'],
])('on %s, %j looks back to %s and ahead to %s', (today, text, past, future) => {
  expect(findTypedDate(text, reading('past', today))).toBe(past)
  expect(findTypedDate(text, reading('future', today))).toBe(future)
})

test.each([
  ['dmy', '03/04/2026', '2026-04-03'],
  ['mdy', '03/04/2026', '2026-03-04'],
  ['mdy', '3-4-2026', '2026-03-04'],
  ['mdy', '25/12/2026', '2026-12-25'],
  ['dmy', '12/25/2026', '2026-12-25'],
  ['mdy', '3.4.2026', '2026-04-03'],
  ['mdy', '8/9', '2026-08-09'],
] as const)('with dates = %s, %s is %s', (order, text, date) => {
  expect(findTypedDate(text, reading('future', '2026-08-05', order))).toBe(date)
})

test('a date that can be read in two ways is refused with both', () => {
  expect(() => findTypedDate('03/04/2026', reading('past'))).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: '"03/04/2026" can be 2026-04-03 or 2026-03-04.',
      hint: 'Write 2026-04-03 or 2026-03-04, or choose an order once: netkeep config set dates dmy (or mdy).',
    }),
  )
  expect(() => findTypedDate('3/4', reading('future'))).toThrow('"3/4" can be 2027-04-03 or 2027-03-04.')
})

test.each([
  ['2026-02-30', '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
  ['2026-13-45', '"2026-13-45" is not a day from 1800-01-01 to 9999-12-31.'],
  ['0000-00-00', '"0000-00-00" is not a day from 1800-01-01 to 9999-12-31.'],
  ['0000-01-01', '"0000-01-01" is not a day from 1800-01-01 to 9999-12-31.'],
  ['1799-12-31', '"1799-12-31" is not a day from 1800-01-01 to 9999-12-31.'],
  ['10000-01-01', '"10000-01-01" is not a date.'],
  ['2026-1-5', '"2026-1-5" is not a date.'],
  ['2025-02-29', '"2025-02-29" is not a day from 1800-01-01 to 9999-12-31.'],
  ['29 feb 2026', '"29 feb 2026" is not a day from 1800-01-01 to 9999-12-31.'],
  ['31 june', '"31 june" is not a day from 1800-01-01 to 9999-12-31.'],
  ['Nov 99', '"Nov 99" is not a day from 1800-01-01 to 9999-12-31.'],
  ['20 nov 20000', '"20 nov 20000" is not a day from 1800-01-01 to 9999-12-31.'],
  ['25.13.2026', '"25.13.2026" is not a day from 1800-01-01 to 9999-12-31.'],
  ['31/31/2026', '"31/31/2026" is not a day from 1800-01-01 to 9999-12-31.'],
  ['3/4/26', '"3/4/26" needs a year of four digits.'],
  ['20 nov 26', '"20 nov 26" needs a year of four digits.'],
  ['fri 21 nov 2026', '"fri 21 nov 2026" cannot be: 2026-11-21 is a Saturday.'],
  ['1', '"1" is not a date.'],
  ['20', '"20" is not a date.'],
  ['2026', '"2026" is not a date.'],
])('%j is plainly meant as a date, and refused with an example', (text, message) => {
  const refusal = expect.objectContaining({ exitCode: 2, message, hint: EXAMPLE })
  expect(() => findTypedDate(text, reading('past'))).toThrow(refusal)
  expect(() => findTypedDate(text, reading('future'))).toThrow(refusal)
})

test.each(['0d', '-1w', '1e9y', '1.5m', '2 fortnights', '11 years'])(
  '%j is plainly meant as an interval, and refused with an example',
  (text) => {
    expect(() => findTypedDate(text, reading('future'))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: `"${text}" is not an interval.`,
        hint: expect.stringContaining('10d, 2w, 3m'),
      }),
    )
  },
)

test.each([
  '',
  'tomorow',
  'grace',
  'may',
  'nov 2026',
  'sunday best',
  '12345d',
  '123456',
  '20-11',
  '1.5',
  'ago',
  'in',
])('%j is no date of the grammar', (text) => {
  expect(findTypedDate(text, reading('past'))).toBeUndefined()
})

test.each([
  'tomorow',
  '',
  '5pm',
  'noon',
  'may',
  'nov 2026',
  'this month',
  'this weekend',
  'monday of last week',
  '20 nov to 25 nov',
  '20 25 nov',
  'in half a day',
  'friday first of may 2026 2027',
  'last two and a half',
  '300 years before',
  'in 9000 years',
  '2026-11-20T10:00:00Z',
  'see you yesterday',
  'constructor',
])('%j is refused with an example', async (text) => {
  await expect(parseTypedDate(text, reading('future'))).rejects.toThrow(
    expect.objectContaining({ exitCode: 2, message: `"${text}" is not a date.`, hint: EXAMPLE }),
  )
})

test.each([
  ['2026-08-05', 'a few days ago', '2026-08-02'],
  ['2026-08-05', 'in a few weeks', '2026-08-26'],
  ['2026-08-05', 'yesterday evening', '2026-08-04'],
  ['2026-08-05', '40 years ago', '1986-08-05'],
  ['2026-08-05', 'end of month', '2026-08-31'],
  ['2026-01-31', 'until the end of next month', '2026-02-28'],
  ['2026-08-31', 'in half a year', '2027-02-28'],
  ['2024-02-29', 'in 11 years', '2035-02-28'],
  ['2026-12-31', 'in several days', '2027-01-07'],
])('on %s, %j is %s, read by chrono', async (today, text, date) => {
  expect(findTypedDate(text, reading('past', today))).toBeUndefined()
  expect(await parseTypedDate(text, reading('past', today))).toBe(date)
  expect(await parseTypedDate(text, reading('future', today))).toBe(date)
})

test.each([
  ['2026-08-05', 'first of may', '2026-05-01', '2027-05-01'],
  ['2026-04-02', 'May fourth', '2025-05-04', '2026-05-04'],
  ['2026-05-31', 'end of may', '2026-05-31', '2026-05-31'],
  ['2026-06-01', 'end of may', '2026-05-31', '2027-05-31'],
  ['2028-03-01', 'end of february', '2028-02-29', '2029-02-28'],
  ['2027-06-01', 'end of february', '2027-02-28', '2028-02-29'],
  ['2026-01-01', 'end of december', '2025-12-31', '2026-12-31'],
])('on %s, %j read by chrono still looks back to %s and ahead to %s', async (today, text, past, future) => {
  expect(await parseTypedDate(text, reading('past', today))).toBe(past)
  expect(await parseTypedDate(text, reading('future', today))).toBe(future)
})

test.each(['America/New_York', 'Pacific/Kiritimati', 'Africa/Cairo'])(
  'chrono reads the same day in %s, daylight saving or not',
  async (zone) => {
    const { TZ } = process.env
    Object.assign(process.env, { TZ: zone })
    try {
      // New York's clocks change in the first span, Cairo's in the second, at midnight; Kiritimati is 14 hours ahead.
      expect(await parseTypedDate('in a few weeks', reading('future', '2026-03-01'))).toBe('2026-03-22')
      expect(await parseTypedDate('several days ago', reading('past', '2026-05-01'))).toBe('2026-04-24')
      expect(await parseTypedDate('end of month', reading('past', '2026-10-31'))).toBe('2026-10-31')
    } finally {
      Object.assign(process.env, { TZ })
    }
  },
)

test('a weekday that contradicts its date is refused, read by chrono too', async () => {
  expect(await parseTypedDate('friday first of may', reading('past'))).toBe('2026-05-01')
  await expect(
    splitTrailingDate(['ada', 'friday', 'first', 'of', 'may'], 1, reading('future')),
  ).rejects.toThrow('"friday first of may" is not a date.')
})

test.each([
  ['grace hopper 2w', 1, 'grace hopper', '2026-08-19'],
  ['grace hopper', 1, 'grace hopper', undefined],
  ['grace', 1, 'grace', undefined],
  ['', 0, '', undefined],
  ['may 2w', 1, 'may', '2026-08-19'],
  ['april', 1, 'april', undefined],
  ['ada april', 1, 'ada april', undefined],
  ['sunday', 1, 'sunday', undefined],
  ['sunday adeyemi', 1, 'sunday adeyemi', undefined],
  ['sunday sunday', 1, 'sunday', '2026-08-09'],
  ['friday', 0, '', '2026-08-07'],
  ['grace next friday', 1, 'grace', '2026-08-07'],
  ['grace june 3', 1, 'grace', '2027-06-03'],
  ['grace june 3 days', 1, 'grace june', '2026-08-08'],
  ['grace june 2 days ago', 1, 'grace june', '2026-08-03'],
  ['ada may 2 weeks', 1, 'ada may', '2026-08-19'],
  ['grace ada until 20 november 2026', 1, 'grace ada', '2026-11-20'],
  ['grace the day after tomorrow', 1, 'grace', '2026-08-07'],
  ['grace end of next month', 1, 'grace', '2026-09-30'],
  ['grace 123456 2w', 1, 'grace 123456', '2026-08-19'],
  ['grace 123456', 1, 'grace 123456', undefined],
  ['2026-02-30', 1, '2026-02-30', undefined],
  ['a b c d e f g h i j k l m n 2w', 1, 'a b c d e f g h i j k l m n', '2026-08-19'],
])('%j, keeping %i, names %j and the day %s', async (typed, keep, names, on) => {
  const words = typed === '' ? [] : typed.split(' ')
  expect(await splitTrailingDate(words, keep, reading('future'))).toEqual({
    words: names === '' ? [] : names.split(' '),
    on,
  })
})

test('a date typed as one argument is one too', async () => {
  expect(await splitTrailingDate(['grace', '20 nov'], 1, reading('future'))).toEqual({
    words: ['grace'],
    on: '2026-11-20',
  })
})

test('a note given as a date, or a long list of names, is no work', async () => {
  expect(findTypedDate(`${'a day after '.repeat(20_000)}today`, reading('past'))).toBeUndefined()
  const names = Array.from({ length: 100_000 }, () => 'grace')
  expect(await splitTrailingDate([...names, '2w'], 1, reading('future'))).toEqual({
    words: names,
    on: '2026-08-19',
  })
})

test.each([
  ['grace 2026-02-30', '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
  ['grace hopper 31 june', '"31 june" is not a day from 1800-01-01 to 9999-12-31.'],
  ['grace 03/04/2026', '"03/04/2026" can be 2026-04-03 or 2026-03-04.'],
  ['grace 0d', '"0d" is not an interval.'],
  ['grace 20', '"20" is not a date.'],
])('%j is refused, not taken for names', async (typed, message) => {
  await expect(splitTrailingDate(typed.split(' '), 1, reading('future'))).rejects.toThrow(message)
})

test('chrono is loaded for nothing but date words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'netkeep-typed-date-'))
  try {
    const outfile = join(folder, 'typed-date.cjs')
    const entryPoints = [join(import.meta.dirname, '../../src/domain/typed-date.ts')]
    // Out here chrono cannot be found: whatever loads it fails.
    buildSync({
      entryPoints,
      outfile,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      external: ['chrono-node'],
    })
    const built: { splitTrailingDate: typeof splitTrailingDate } = createRequire(import.meta.url)(outfile)
    const split = (typed: string) => built.splitTrailingDate(typed.split(' '), 1, reading('future'))

    await expect(split('grace a few days ago')).rejects.toThrow('chrono-node')
    for (const typed of [
      'grace hopper 2w',
      'grace may',
      'grace june mars',
      'ada lovelace',
      'grace may 2w',
      'mark next',
    ]) {
      await expect(split(typed)).resolves.toBeDefined()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const anyDay = fc
  .integer({ min: -50_000, max: 2_000_000 })
  .map((days) => addDays('1970-01-01' as CalendarDate, days))
const anyReading = fc.record<DateReading>({
  today: anyDay,
  direction: fc.constantFrom('past', 'future'),
  order: fc.constantFrom('dmy', 'mdy', null),
})
const dateWords =
  'a the of in next last this end half few first second may feb friday mon week months day days years ago before after from now tomorrow 0 1 2 29 31 99 2026 9999 2w 0d 30/02 29.2.2025 grace'
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.constantFrom(...dateWords.split(' ')), { maxLength: 6 }).map((words) => words.join(' ')),
)

test('any text is a calendar date or refused with an example', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyReading, async (text, at) => {
      try {
        expect(await parseTypedDate(text, at)).toSatisfy(isCalendarDate)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        expect(error).toMatchObject({ code: 'usage', hint: expect.stringContaining('2') })
      }
    }),
    { numRuns: 1000 },
  )
})

test('an ISO date is itself', () => {
  fc.assert(
    fc.property(anyDay, anyReading, (day, at) => {
      expect(findTypedDate(day, at)).toBe(day)
    }),
  )
})

test('a bare weekday is one to seven days away, in the direction', () => {
  const weekday = fc.constantFrom('sun', 'Monday', 'tue', 'wed', 'thursday', 'FRI', 'saturday')
  fc.assert(
    fc.property(weekday, anyReading, (text, at) => {
      const date = findTypedDate(text, at)
      const away = date === undefined ? 0 : daysBetween(at.today, date)
      expect(at.direction === 'past' ? -away : away).toBeOneOf([1, 2, 3, 4, 5, 6, 7])
    }),
  )
})

test('a day without its year is never on the wrong side of today, nor further than eight years', () => {
  fc.assert(
    fc.property(anyDay, anyReading, (day, at) => {
      const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
      const date = findTypedDate(`${day.slice(8)} ${months[Number(day.slice(5, 7)) - 1]}`, at)
      expect(date?.slice(4)).toBe(day.slice(4))
      const away = date === undefined ? -1 : daysBetween(at.today, date)
      const inDirection = at.direction === 'past' ? -away : away
      expect(inDirection).toBeGreaterThanOrEqual(0)
      expect(inDirection).toBeLessThanOrEqual(day.endsWith('02-29') ? 8 * 366 : 366)
    }),
  )
})
