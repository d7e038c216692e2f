/** Events to think of: those near, and those just past in which nobody was logged yet. */
import { addDays, type CalendarDate } from './calendar-date.ts'

export interface NearEvent {
  readonly uid: string
  readonly id: string
  readonly name: string
  /** Its first and last day. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly place: string | null
  /** How many contacts are still to be met there. */
  readonly toMeet: number
}

/** An event is near so many days before it; and, where nobody was logged, so many after it. */
const DAYS_AHEAD = 7
const DAYS_AFTER = 7

/** Events that begin up to `ahead`, and those that ended since `since` without anybody logged. */
export interface EventWindow {
  readonly today: CalendarDate
  readonly since: CalendarDate
  readonly ahead: CalendarDate
}

/** @param until the last day to look at, where that is after `today`. */
export function eventWindow(today: CalendarDate, until: CalendarDate): EventWindow {
  return {
    today,
    since: addDays(today, -DAYS_AFTER),
    ahead: until > today ? until : addDays(today, DAYS_AHEAD),
  }
}

/** The same for what a day itself asks for: nothing ahead of it. */
export function eventsOfDay(today: CalendarDate): EventWindow {
  return { today, since: addDays(today, -DAYS_AFTER), ahead: today }
}
