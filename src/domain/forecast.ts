/** Who will be cold, day by day, if everything goes on as it does. */
import { type CalendarDate, dateOfEpochDay, daysBetween } from './calendar-date.ts'
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
  const goingCold = new Map<string, CalendarDate>()
  const coldSince = new Map<string, CalendarDate>()
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
    const on = dateOfEpochDay(day)
    let count = 0
    for (const contact of contacts) {
      const { uid } = contact
      if (!isColdOn(contact, day)) {
        coldSince.delete(uid)
        continue
      }
      count += 1
      const since = coldSince.get(uid) ?? on
      coldSince.set(uid, since)
      const isNew = since > today && !goingCold.has(uid)
      if (isNew && daysBetween(since, on) + 1 >= LONG_COLD_DAYS) goingCold.set(uid, since)
    }
    days.push({ on, cold: count })
  }
  return {
    days,
    goingCold: [...goingCold].map(([uid, on]) => ({ uid, on })),
  }
}
