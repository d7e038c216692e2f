/** How fast somebody keeps in touch: what a forecast goes on with. */
import {
  addDays,
  type CalendarDate,
  dateOfEpochDay,
  daysBetween,
  epochDayOf,
  laterDate,
  weekdayOf,
} from './calendar-date.ts'
import { GAP_DAYS, isGap } from './gap.ts'
import type { DateRange } from './period.ts'

/** What is done is looked at over so many days at most: eight weeks, in which each weekday comes as often. */
export const MOST_PACE_DAYS = 56
/** In fewer days a weekday comes once, and says nothing about the others of its kind. */
const LEAST_WEEKDAY_DAYS = 14
/** Of fewer days no pace follows. */
const LEAST_PACE_DAYS = 7

/** Of a day: how many contacts were reached out to, and how many of them answered. */
interface ReachedDay {
  readonly on: CalendarDate
  readonly reached: number
  readonly answered: number
}

export interface Pace {
  /** How many contacts are reached out to, Sunday first. */
  readonly perWeekday: readonly number[]
  /** The part of them that answers. */
  readonly answered: number
}

/** The days to look at: since the first touchpoint until a day that is included, {@link MOST_PACE_DAYS} at most. */
export function paceRange(first: CalendarDate | undefined, until: CalendarDate): DateRange {
  const earliest = addDays(until, 1 - MOST_PACE_DAYS)
  return { from: first === undefined || first > until ? until : laterDate(first, earliest), to: until }
}

/** A gap is so many times as long as usually lies between two days with anybody. */
const GAP_TIMES = 3

/**
 * The day that a pace goes up to: today, or the last one before a gap. Frozen days are none of a gap.
 * @param reachedDays with anybody reached, the earliest first.
 */
export function paceUntil(
  reachedDays: readonly CalendarDate[],
  today: CalendarDate,
  isFrozen: (day: CalendarDate) => boolean,
): CalendarDate {
  const last = reachedDays.at(-1)
  if (last === undefined) return today
  const { from } = paceRange(reachedDays[0], last)
  const usual = (daysBetween(from, last) + 1) / reachedDays.filter((day) => day >= from).length
  return isGap(last, today, isFrozen, Math.max(GAP_DAYS, GAP_TIMES * usual)) ? last : today
}

/**
 * The pace of these days, frozen ones left out; undefined where they are too few to tell.
 * @param before days of the last year: who answers is a matter of luck, and more of them tell better.
 */
export function paceOf(
  days: readonly ReachedDay[],
  range: DateRange,
  before: readonly ReachedDay[],
  isFrozen: (day: CalendarDate) => boolean,
): Pace | undefined {
  const weekdays = Array.from({ length: 7 }, () => ({ days: 0, reached: 0 }))
  const reachedOn = new Map(days.map(({ on, reached }) => [on, reached]))
  for (let day = epochDayOf(range.from); day <= epochDayOf(range.to); day++) {
    const on = dateOfEpochDay(day)
    const weekday = weekdays[weekdayOf(on)]
    if (weekday === undefined || isFrozen(on)) continue
    weekday.days += 1
    weekday.reached += reachedOn.get(on) ?? 0
  }
  const looked = sumOf(weekdays, ({ days }) => days)
  if (looked < LEAST_PACE_DAYS) return undefined
  const mean = sumOf(weekdays, ({ reached }) => reached) / looked
  const isEven = looked < LEAST_WEEKDAY_DAYS
  return {
    perWeekday: weekdays.map(({ days, reached }) => (isEven || days === 0 ? mean : reached / days)),
    answered:
      sumOf(before, ({ answered }) => answered) /
      Math.max(
        1,
        sumOf(before, ({ reached }) => reached),
      ),
  }
}

/** The same every day, everybody answering. */
export function evenPace(perDay: number): Pace {
  return { perWeekday: Array<number>(7).fill(perDay), answered: 1 }
}

/** So many each day from Monday to Friday, everybody answering. */
export function workdayPace(perDay: number): Pace {
  return { perWeekday: [0, perDay, perDay, perDay, perDay, perDay, 0], answered: 1 }
}

/** Reach-outs a day, over a week. */
export function reachedPerDay({ perWeekday }: Pace): number {
  return sumOf(perWeekday, (reached) => reached) / 7
}

/** Touches a day, over a week. */
export function touchesPerDay(pace: Pace): number {
  return reachedPerDay(pace) * pace.answered
}

/** The pace at which there would be at least so many touches a day. */
export function atLeast(pace: Pace, perDay: number): Pace {
  const now = touchesPerDay(pace)
  if (now >= perDay) return pace
  if (now === 0) {
    const answered = pace.answered > 0 ? pace.answered : 1
    return { perWeekday: Array<number>(7).fill(perDay / answered), answered }
  }
  return { ...pace, perWeekday: pace.perWeekday.map((reached) => (reached * perDay) / now) }
}

/**
 * How many can be reached on each day, asked for in order: what is left over of a day that is no whole number is added to the next.
 * @param reachedToday so many fewer on the first day.
 */
export function roomsOf(
  { perWeekday }: Pace,
  isFrozen: (day: CalendarDate) => boolean,
  reachedToday: number,
): (day: number) => number {
  let left = 0
  let done = reachedToday
  return (day) => {
    const on = dateOfEpochDay(day)
    const doneThen = done
    done = 0
    if (isFrozen(on)) return 0
    left += Math.max(0, (perWeekday[weekdayOf(on)] ?? 0) - doneThen)
    const room = Math.floor(left)
    left -= room
    return room
  }
}

/** Whether the next one answers: as many as the pace says, evenly. */
export function answersOf({ answered }: Pace): () => boolean {
  let sum = 0
  return () => {
    sum += answered
    if (sum < 1 - Number.EPSILON * 1000) return false
    sum -= 1
    return true
  }
}

function sumOf<T>(list: readonly T[], numberOf: (item: T) => number): number {
  return list.reduce((sum, item) => sum + numberOf(item), 0)
}
