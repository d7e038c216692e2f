/** The agenda of a restart: who falls due on which day beside those who start, and falls due again. */
import type { CalendarDate } from './calendar-date.ts'
import { addInterval, type Interval, meanDaysOf } from './interval.ts'

/** What a contact asks for, again and again. */
export interface Recurring {
  readonly interval: Interval
  /** What it takes to reach the contact. */
  readonly minutes: number
}

/** A contact who falls due anyway, and the day of it. */
export interface Returning extends Recurring {
  readonly on: CalendarDate
}

/** Who falls due when, each again an interval after the day on which it was its turn. */
export interface Agenda {
  /** Those of this day, the closest first, come behind those who are still there from the days before. */
  fallDue(on: CalendarDate): void
  /** Their turn, while there are minutes. @returns what is left; below 0 where the last one took more. */
  work(on: CalendarDate, minutes: number): number
  workedOn(on: CalendarDate, contact: Recurring): void
}

/** @param ofDay the minutes of a day: nobody takes more. */
export function agendaFrom(returning: readonly Returning[], ofDay: number): Agenda {
  const byDay = new Map<CalendarDate, Recurring[]>()
  const add = (on: CalendarDate, contact: Recurring): void => {
    const day = byDay.get(on) ?? []
    byDay.set(on, day)
    day.push(contact)
  }
  const workedOn = (on: CalendarDate, contact: Recurring): void =>
    add(addInterval(on, contact.interval), contact)
  for (const contact of returning) add(contact.on, contact)
  const due: Recurring[] = []
  let done = 0
  return {
    workedOn,
    fallDue: (on) => {
      for (const contact of (byDay.get(on) ?? []).sort(compareCloseness)) due.push(contact)
      byDay.delete(on)
    },
    work: (on, minutes) => {
      let left = minutes
      for (let next = due[done]; next !== undefined && left > 0; next = due[done]) {
        done += 1
        left -= Math.min(next.minutes, ofDay)
        workedOn(on, next)
      }
      return left
    },
  }
}

function compareCloseness(a: Recurring, b: Recurring): number {
  return meanDaysOf(a.interval) - meanDaysOf(b.interval) || a.minutes - b.minutes
}
