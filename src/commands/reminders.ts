/** Reads the promises, dates, groups and events to think of on a day. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type EventWindow, eventsOfDay, eventWindow } from '../domain/near-event.ts'
import type { GroupsAndEvents, Reminders } from '../render/reminder-lines.ts'
import type { Database } from '../store/driver.ts'
import type { DueQuery } from '../store/due-list.ts'
import { listDueGroups } from '../store/groups.ts'
import { listNearEvents } from '../store/near-events.ts'
import { listOccasions } from '../store/occasions.ts'
import { listPromises } from '../store/promises.ts'

/**
 * @param limit how many of each kind at most; undefined for all.
 * @param isFiltered whether only some contacts are asked for: a group or an event is none of them.
 */
export function readReminders(
  db: Database,
  query: DueQuery,
  limit: number | undefined,
  isFiltered: boolean = false,
): Reminders {
  const { today, until, filter } = query
  const given = { today, until, filter, limit: limit === undefined ? undefined : limit + 1 }
  const promises = listPromises(db, given)
  const dates = listOccasions(db, { ...given, hidesKept: true })
  return {
    promises: promises.slice(0, limit),
    hasMorePromises: limit !== undefined && promises.length > limit,
    dates: dates.slice(0, limit),
    hasMoreDates: limit !== undefined && dates.length > limit,
    ...(isFiltered ? NEITHER : groupsAndEvents(db, today, until, eventWindow(today, until), limit)),
  }
}

const NEITHER: GroupsAndEvents = { groups: [], hasMoreGroups: false, events: [], hasMoreEvents: false }

/** The groups due today, the events of today, and those just past in which nobody was logged. */
export function readGroupsAndEventsOf(db: Database, today: CalendarDate): GroupsAndEvents {
  return groupsAndEvents(db, today, today, eventsOfDay(today), undefined)
}

function groupsAndEvents(
  db: Database,
  today: CalendarDate,
  until: CalendarDate,
  window: EventWindow,
  limit: number | undefined,
): GroupsAndEvents {
  const groups = listDueGroups(db, today, until)
  const events = listNearEvents(db, window, limit === undefined ? undefined : limit + 1)
  return {
    groups: groups.slice(0, limit),
    hasMoreGroups: limit !== undefined && groups.length > limit,
    events: events.slice(0, limit),
    hasMoreEvents: limit !== undefined && events.length > limit,
  }
}
