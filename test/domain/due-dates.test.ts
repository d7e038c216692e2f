/** Due-date arithmetic against a model of its own: a calendar counted day by day, without dayjs or Date. */
import { expect, test } from 'vitest'
import { type CadenceFacts, cadenceOf } from '../../src/domain/cadence.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { IntervalUnit } from '../../src/domain/interval.ts'

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthLength = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
const text = ({ year, month, day }: Civil): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Every day from 2020-01-01 to 2051-12-31, one after the other. */
const calendar: Civil[] = []
for (let year = 2020; year <= 2051; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= monthLength(year, month); day++) calendar.push({ year, month, day })
  }
}
const place = new Map(calendar.map((civil, index) => [text(civil), index]))

function dueAfter(index: number, count: number, unit: IntervalUnit): string {
  const anchor = calendar[index] ?? { year: 0, month: 0, day: 0 }
  if (unit === 'd' || unit === 'w') return text(calendar[index + count * (unit === 'w' ? 7 : 1)] ?? anchor)
  const months = anchor.year * 12 + (anchor.month - 1) + count * { m: 1, q: 3, y: 12 }[unit]
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return text({ year, month, day: Math.min(anchor.day, monthLength(year, month)) })
}

const tracked = (trackedFrom: string, count: number, unit: IntervalUnit): CadenceFacts => ({
  interval: { count, unit },
  isPaused: false,
  isProspect: false,
  trackedFrom: trackedFrom as CalendarDate,
  snooze: null,
  lastCountedOn: null,
  hasTouchSinceSnooze: false,
  lastAttemptOn: null,
  attemptRestDays: 3,
})

test.each<[IntervalUnit, readonly number[]]>([
  ['d', [1, 10, 29, 365, 3652]],
  ['w', [1, 2, 6, 52, 521]],
  ['m', [1, 2, 3, 11, 120]],
  ['q', [1, 2, 3, 40]],
  ['y', [1, 2, 4, 10]],
])('from every day of 2020 to 2040, an interval in %s ends where the calendar says', (unit, counts) => {
  const last = place.get('2040-12-31') ?? 0
  const wrong: string[] = []
  for (let index = 0; index <= last; index++) {
    const anchor = text(calendar[index] ?? { year: 0, month: 0, day: 0 })
    for (const count of counts) {
      const due = dueAfter(index, count, unit)
      const days = (place.get(due) ?? Number.NaN) - index
      const cadence = cadenceOf(tracked(anchor, count, unit))
      if (cadence?.dueOn !== due || cadence.intervalDays !== days) {
        wrong.push(
          `${anchor} + ${count}${unit}: ${cadence?.dueOn} after ${cadence?.intervalDays}, not ${due} after ${days}`,
        )
      }
    }
  }
  expect(last).toBe(7670)
  expect(wrong).toEqual([])
})
