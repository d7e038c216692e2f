/** Who will be cold, day by day, if everything goes on as it does. */
import { type CalendarDate, dateOfEpochDay, epochDayOf } from './calendar-date.ts'
import { NEARLY_DUE_PERCENT } from './day-plan.ts'
import { answersOf, type Pace, roomsOf } from './pace.ts'
import { byLateness, isColdOn, type SimulatedContact, simulate } from './simulation.ts'

export interface Forecast {
  /** How many are cold in the morning, today first. */
  readonly days: readonly { readonly on: CalendarDate; readonly cold: number }[]
  /** Contacts who are not cold today and will be for {@link LONG_COLD_DAYS} or more, with the first day of it, the earliest first. */
  readonly goingCold: readonly { readonly uid: string; readonly on: CalendarDate }[]
}

/** Over a weekend, or until somebody answers, contacts are cold for some days at any pace. */
const LONG_COLD_DAYS = 7

export interface ForecastFrom {
  readonly today: CalendarDate
  readonly days: number
  readonly pace: Pace
  /** How many were reached out to today already. */
  readonly reachedToday: number
  readonly isFrozen: (day: CalendarDate) => boolean
  readonly restDays: number
}

/**
 * Plays the days in the order of the due list, filling up with the nearly due, as `today` does.
 * @param contacts in the order of their names; they are changed.
 */
export function forecastOf(contacts: readonly SimulatedContact[], from: ForecastFrom): Forecast {
  const { today, pace, isFrozen, reachedToday, restDays } = from
  const days: { on: CalendarDate; cold: number }[] = []
  const goingCold: { uid: string; on: CalendarDate }[] = []
  /** Of each contact, the first of the days in a row on which it is cold; 0 where it is not. */
  const coldSince = new Int32Array(contacts.length)
  const first = epochDayOf(today)
  const course = {
    from: today,
    days: from.days,
    roomOn: roomsOf(pace, isFrozen, reachedToday),
    rank: byLateness,
    earlyPercent: NEARLY_DUE_PERCENT,
    isAnswered: answersOf(pace),
    restDays,
  }
  for (const day of simulate(contacts, course)) {
    let cold = 0
    for (const [index, contact] of contacts.entries()) {
      const since = coldSince[index] ?? 0
      if (!isColdOn(contact, day)) {
        if (since > 0) coldSince[index] = 0
        continue
      }
      cold += 1
      if (since === 0) coldSince[index] = day === first ? NOT_TOLD : day
      else if (since > 0 && day - since + 1 >= LONG_COLD_DAYS) {
        goingCold.push({ uid: contact.uid, on: dateOfEpochDay(since) })
        coldSince[index] = NOT_TOLD
      }
    }
    days.push({ on: dateOfEpochDay(day), cold })
  }
  return { days, goingCold }
}

/** In place of a day, for good: of who is cold today, and who was told of already. */
const NOT_TOLD = -1
