/** Events to think of: those near, and those just past in which nobody was logged yet. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import type { NewEvent } from './event.ts'

export interface NearEvent extends NewEvent {
  readonly uid: string
  readonly id: string
  /** How many contacts are still to be met there. */
  readonly toMeet: number
  /** Whether its name means no other event. */
  readonly isSurelyNamed: boolean
}

/** An event is near so many days before it; and, where nobody was logged, so many after it. */
const DAYS_AHEAD = 7
const DAYS_AFTER = 7
/** Where nobody was to be met either there may be nobody to log: such a one is thought of for so many days. */
const DAYS_AFTER_UNPLANNED = 2

/**
 * Events that begin up to `ahead`, and those that ended without anybody logged: since `since` where somebody was to be met there, any
 * since `recently`.
 */
export interface EventWindow {
  readonly today: CalendarDate
  readonly since: CalendarDate
  readonly recently: CalendarDate
  readonly ahead: CalendarDate
}

/** @param until the last day to look at, where that is after `today`. */
export function eventWindow(today: CalendarDate, until: CalendarDate): EventWindow {
  return { ...eventsOfDay(today), ahead: until > today ? until : addDays(today, DAYS_AHEAD) }
}

/** The same for what a day itself asks for: nothing ahead of it. */
export function eventsOfDay(today: CalendarDate): EventWindow {
  return {
    today,
    since: addDays(today, -DAYS_AFTER),
    recently: addDays(today, -DAYS_AFTER_UNPLANNED),
    ahead: today,
  }
}
