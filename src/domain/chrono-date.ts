/**
 * Dates outside our grammar, read by chrono: `a few weeks ago`, `end of next month`, `first of may`. chrono finds a date
 * inside any text and works on Dates in the local zone, so it gets nothing but date words, and of its answer only the
 * parts it is sure of are believed.
 */
import { addDays, type CalendarDate, calendarDateOf, datePartsOf, weekdayOf } from './calendar-date.ts'
import { type DateReading, nearestDay, notADate, phraseOf } from './date-grammar.ts'

/** None of a range (`to`, `-`): chrono would answer with its first day. */
const DATE_WORDS: ReadonlySet<string> = new Set(
  `a an the of and in within about half few several couple
  ago before after from later earlier past last this next end
  today yesterday tomorrow morning afternoon evening night
  day days week weeks month months quarter quarters year years
  one two three four five six seven eight nine ten eleven twelve
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twenty twentieth thirty thirtieth
  sun sunday mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday
  jan january feb february mar march apr april may jun june jul july aug august sep sept september
  oct october nov november dec december`.split(/\s+/),
)
const NUMBER = /^\d{1,4}(?:st|nd|rd|th)?$/

/** True where a phrase may be worth loading chrono for (29 ms); a lone word never is, our grammar has them all. */
function isAllDateWords(phrase: string): boolean {
  const words = phrase.toLowerCase().split(' ')
  return words.length > 1 && words.every((word) => DATE_WORDS.has(word) || NUMBER.test(word))
}

/**
 * The day that all of a text means to chrono, or undefined; a month, a weekend or a time of day is no day.
 * @throws UserError (usage) where a weekday contradicts its date
 */
export async function findChronoDate(text: string, reading: DateReading): Promise<CalendarDate | undefined> {
  const phrase = phraseOf(text)
  if (!isAllDateWords(phrase)) return undefined
  const today = datePartsOf(reading.today)
  const { parse } = await import('chrono-node/en')
  // Noon is far from any clock change. No `forwardDate`: it turns what was said of the past into the future.
  const [found] = parse(phrase, new Date(today.year, today.month - 1, today.day, 12))
  if (found === undefined || found.text !== phrase) return undefined

  const { start } = found
  if (start.isCertain('hour')) return undefined
  const [year, month, day] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  if (!start.isCertain('day')) {
    // Weekdays alone are not believed: "monday of last week" said on a Tuesday gave yesterday.
    const date = start.tags().has('result/relativeDate') ? calendarDateOf(year, month, day) : undefined
    // chrono runs over a month's end (31 August + half a year = 3 March); here months are clamped to it.
    return date !== undefined && day !== today.day ? addDays(date, -day) : date
  }
  const isEnd = start.tags().has('refiner/ENEndOfPeriodRefiner')
  const nearest = isEnd ? nearestMonthEnd(month, reading) : nearestDay(month, day, reading)
  const date = start.isCertain('year') ? calendarDateOf(year, month, day) : nearest
  if (date !== undefined && start.isCertain('weekday') && start.get('weekday') !== weekdayOf(date)) {
    throw notADate(phrase)
  }
  return date
}

/** The eve of the next month's first day, so that February ends right in any year. */
function nearestMonthEnd(month: number, reading: DateReading): CalendarDate | undefined {
  const first = nearestDay((month % 12) + 1, 1, { ...reading, today: addDays(reading.today, 1) })
  return first && addDays(first, -1)
}
