/** The times of repeated events: which days a rule, its exceptions and its changes leave. */
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import type { CalendarEvent } from './event.ts'
import type { Moment } from './property.ts'
import { type Budget, daysOfRule, type Window } from './recurrence.ts'
import { findRule } from './rule.ts'
import type { Zones } from './zones.ts'

/** The events of a file, each in its last version, by id: the UID, and of a changed time of a repeated event the day it would have been on. */
export interface Events {
  readonly byId: ReadonlyMap<string, CalendarEvent>
  /** For each repeated event by UID: the days that are events of their own. */
  readonly changed: ReadonlyMap<string, ReadonlySet<CalendarDate>>
}

export function identify(events: readonly CalendarEvent[], zones: Zones): Events {
  const repeated = new Map(events.filter(isRepeated).map((event) => [event.uid, event]))
  const byId = new Map<string, CalendarEvent>()
  const changed = new Map<string, Set<CalendarDate>>()
  for (const event of events) {
    const { uid, instead, sequence } = event
    const day = instead === undefined ? undefined : dayIn(instead, repeated.get(uid) ?? event, zones)
    if (day !== undefined) changed.set(uid, (changed.get(uid) ?? new Set()).add(day))
    const id = idOf(uid, day)
    const before = byId.get(id)
    if (before === undefined || before.sequence <= sequence) byId.set(id, event)
  }
  return { byId, changed }
}

export function isRepeated({ instead, rule, alsoOn }: CalendarEvent): boolean {
  return instead === undefined && (rule !== undefined || alsoOn.length > 0)
}

/** UID and RECURRENCE-ID, this by its day: so a time that is changed later keeps the id that it had. */
export function idOf(uid: string, day: CalendarDate | undefined): string {
  return day === undefined ? uid : `${uid}/${day}`
}

/** The day by the clock by which the event is kept: what RECURRENCE-ID, EXDATE and UNTIL are compared by. */
function dayIn(moment: Moment, { start, calendar }: CalendarEvent, zones: Zones): CalendarDate {
  return zones.inZone(moment, start.zone, calendar).day
}

/**
 * The days of a repeated event by its own clock, of which those at home lie within the window; undefined where its rule cannot be
 * followed. Without `changed` days, which have events of their own.
 */
export function daysOf(
  event: CalendarEvent,
  { from, to }: Window,
  changed: ReadonlySet<CalendarDate>,
  zones: Zones,
  budget: Budget,
): readonly CalendarDate[] | undefined {
  // A day more on both sides: at home it may be another one.
  const byRule = daysByRule(event, { from: addDays(from, -1), to: addDays(to, 1) }, zones, budget)
  if (byRule === undefined) return undefined
  const dropped = new Set(event.notOn.map((moment) => dayIn(moment, event, zones)))
  const also = event.alsoOn.map((moment) => dayIn(moment, event, zones))
  return [...new Set([...byRule, ...also])].filter((day) => {
    const at = zones.atHome({ ...event.start, day }, event.calendar).day
    return !dropped.has(day) && !changed.has(day) && at >= from && at <= to
  })
}

function daysByRule(
  event: CalendarEvent,
  window: Window,
  zones: Zones,
  budget: Budget,
): readonly CalendarDate[] | undefined {
  const { start, rule: property, calendar } = event
  if (property === undefined) return [start.day]
  const rule = findRule(property, (until) => lastDay(zones.inZone(until, start.zone, calendar), start))
  return rule === undefined ? undefined : daysOfRule(rule, start.day, window, budget)
}

/** The last day that an end of repetition leaves to an event of that time of day. */
function lastDay(until: Moment, start: Moment): CalendarDate {
  const isTooLate = until.minute !== undefined && start.minute !== undefined && until.minute < start.minute
  return isTooLate ? addDays(until.day, -1) : until.day
}
