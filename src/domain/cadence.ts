/**
 * The cadence engine: when a contact is due, where it stands on a day, how late it is.
 * Everything here is a pure function of stored facts and the day that is asked about.
 */
import { addDays, type CalendarDate, daysBetween, laterDate } from './calendar-date.ts'
import { addInterval, formatInterval, type Interval } from './interval.ts'

/**
 * Where a contact stands on a day: `unscheduled` (no interval, paused, or a prospect never reached), `snoozed` (would be due, but is snoozed or
 * rests after an attempt), `warm` (before the due date), `due` (the day itself), `cold` (after it).
 */
export const STANDINGS = ['unscheduled', 'snoozed', 'warm', 'due', 'cold'] as const
export type Standing = (typeof STANDINGS)[number]

/** A snooze as it was set: a day to wait for, the day it was set on, and when that was recorded (see {@link Recorded}). */
export interface Snooze {
  readonly until: CalendarDate
  readonly setOn: CalendarDate
  readonly recordedAt: Recorded
}

/** The order in which facts were recorded, as comparable text: a device's clock may be wrong, this order is not. */
type Recorded = string

/** One touchpoint, as far as the cadence is concerned. */
export interface Touch {
  readonly on: CalendarDate
  readonly recordedAt: Recorded
}

/** The stored facts a contact's cadence follows from. */
export interface CadenceFacts {
  /** The effective interval; null for none. */
  readonly interval: Interval | null
  readonly isPaused: boolean
  /** Whether it is to be reached first: until the first touchpoint that counts, a prospect has no cadence. */
  readonly isProspect: boolean
  /** The day since when the contact is tracked: its anchor until there is a touchpoint that counts. */
  readonly trackedFrom: CalendarDate
  readonly snooze: Snooze | null
  /** The date of the latest touchpoint that counts. */
  readonly lastCountedOn: CalendarDate | null
  /** Whether a counted touchpoint recorded after the snooze is dated on or after the day the snooze was set. */
  readonly hasTouchSinceSnooze: boolean
  /** The date of the latest attempt since the last counted touchpoint. */
  readonly lastAttemptOn: CalendarDate | null
  /** How many days an unanswered attempt rests a contact. */
  readonly attemptRestDays: number
}

/** How long an unanswered attempt rests a contact, until the setting attempt-rest says otherwise. */
export const DEFAULT_ATTEMPT_REST_DAYS = 3

/** A contact's timetable, valid for any day until a fact changes. */
export interface Cadence {
  readonly interval: Interval
  readonly anchorOn: CalendarDate
  /** Anchor + interval, before any snooze. */
  readonly plainDueOn: CalendarDate
  /** The plain due date, or the snooze date where that is later. */
  readonly dueOn: CalendarDate
  /** Days of the interval: plain due date − anchor. */
  readonly intervalDays: number
  /** The day on which the rest after an unanswered attempt is over; null without one. It leaves the due date alone. */
  readonly restsUntil: CalendarDate | null
}

/** The timetable that follows from the facts; null for a contact without cadence: no interval, paused, or a prospect never reached. */
export function cadenceOf(facts: CadenceFacts): Cadence | null {
  if (facts.interval === null || facts.isPaused) return null
  if (facts.isProspect && facts.lastCountedOn === null) return null
  const anchorOn = facts.lastCountedOn ?? facts.trackedFrom
  const plainDueOn = addInterval(anchorOn, facts.interval)
  return {
    interval: facts.interval,
    anchorOn,
    plainDueOn,
    dueOn: laterDate(plainDueOn, activeSnoozeOf(facts)),
    intervalDays: daysBetween(anchorOn, plainDueOn),
    restsUntil: facts.lastAttemptOn === null ? null : addDays(facts.lastAttemptOn, facts.attemptRestDays),
  }
}

/** The day a snooze that no touchpoint has ended waits for. */
export function activeSnoozeOf(
  facts: Pick<CadenceFacts, 'snooze' | 'hasTouchSinceSnooze'>,
): CalendarDate | null {
  return facts.snooze === null || facts.hasTouchSinceSnooze ? null : facts.snooze.until
}

/** Whether this counted touchpoint ends that snooze: recorded after it, and dated on or after the day it was set. */
export function endsSnooze(touch: Touch, snooze: Snooze): boolean {
  return touch.recordedAt > snooze.recordedAt && touch.on >= snooze.setOn
}

/** The part of a {@link Cadence} that a standing needs. */
export type DueDates = Pick<Cadence, 'plainDueOn' | 'dueOn' | 'restsUntil'>

export function standingOn(cadence: DueDates | null, today: CalendarDate): Standing {
  if (cadence === null) return 'unscheduled'
  if (today < cadence.plainDueOn) return 'warm'
  if (today < cadence.dueOn) return 'snoozed'
  if (cadence.restsUntil !== null && today < cadence.restsUntil) return 'snoozed'
  return today === cadence.dueOn ? 'due' : 'cold'
}

/**
 * The first day on which the contact is cold, if nothing happens before: a contact is cold exactly on the days from then on,
 * so that counting the cold ones on any day is counting dates.
 */
export function coldFrom(cadence: DueDates): CalendarDate {
  return laterDate(addDays(cadence.dueOn, 1), cadence.restsUntil)
}

/** Today − due date; negative before it. */
export function daysOverdueOn(cadence: Pick<Cadence, 'dueOn'>, today: CalendarDate): number {
  return daysBetween(cadence.dueOn, today)
}

/** Days overdue in intervals: two weeks late on a weekly tie is 2, on a yearly one 0.04. */
export function latenessOn(cadence: Pick<Cadence, 'dueOn' | 'intervalDays'>, today: CalendarDate): number {
  return daysOverdueOn(cadence, today) / cadence.intervalDays
}

/** The arithmetic behind a line of the due list, for `--why`: `last touch 2026-11-05 + 1w = 2026-11-12; 10 days overdue / 7 = lateness 1.43`. */
export function explainCadence(cadence: Cadence, today: CalendarDate, hasTouch: boolean): string {
  const { anchorOn, interval, plainDueOn, dueOn, intervalDays, restsUntil } = cadence
  const overdue = daysOverdueOn(cadence, today)
  const days = Math.abs(overdue) === 1 ? 'day' : 'days'
  return [
    `${hasTouch ? 'last touch' : 'tracked from'} ${anchorOn} + ${formatInterval(interval)} = ${plainDueOn}`,
    ...(dueOn === plainDueOn ? [] : [`waits until ${dueOn}`]),
    ...(restsUntil !== null && today < restsUntil ? [`tried, rests until ${restsUntil}`] : []),
    `${overdue} ${days} ${overdue < 0 ? 'from due' : 'overdue'} / ${intervalDays} = lateness ${(overdue / intervalDays).toFixed(2)}`,
  ].join('; ')
}
