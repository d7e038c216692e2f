/** What stands under the contacts in `due`, each kind in a section of its own: promises, dates, groups and events. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { GroupLine } from '../domain/group.ts'
import type { NearEvent } from '../domain/near-event.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { type GroupWithMembers, groupJson, renderDueGroups } from './group-lines.ts'
import { dayOf, nearEventJson, renderNearEvents } from './near-event-lines.ts'
import { describeOccasion, renderOccasionLines } from './occasion-lines.ts'
import { renderPromiseLines } from './promise-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'

/** The first of each kind, and whether there are more: counting them would be reading them. */
export interface Reminders {
  readonly promises: readonly PromiseRecord[]
  readonly hasMorePromises: boolean
  readonly dates: readonly OccasionLine[]
  readonly hasMoreDates: boolean
  readonly groups: readonly GroupLine[]
  readonly hasMoreGroups: boolean
  readonly events: readonly NearEvent[]
  readonly hasMoreEvents: boolean
}

/** The sections, a blank line before each; nothing for one that is empty. */
export function renderReminders(
  reminders: Reminders,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { promises, hasMorePromises, dates, hasMoreDates } = reminders
  return [
    ...section(
      'Promises',
      renderPromiseLines(promises, today, style, width),
      hasMorePromises ? 'and more: netkeep promise list' : '',
      style,
    ),
    ...section(
      'Dates',
      renderOccasionLines(dates, today, style, width),
      hasMoreDates ? 'and more: netkeep date list' : '',
      style,
    ),
    ...renderGroupsAndEvents(reminders, today, style, width),
  ]
}

export type GroupsAndEvents = Pick<Reminders, 'groups' | 'hasMoreGroups' | 'events' | 'hasMoreEvents'>

/** Those two sections alone. */
export function renderGroupsAndEvents(
  { groups, hasMoreGroups, events, hasMoreEvents }: GroupsAndEvents,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  return [
    ...section(
      'Groups',
      renderDueGroups(groups, today, style, width),
      hasMoreGroups ? 'and more: netkeep group list' : '',
      style,
    ),
    ...section(
      'Events',
      renderNearEvents(events, today, style, width),
      hasMoreEvents ? 'and more: netkeep event list' : '',
      style,
    ),
  ]
}

/** A blank line and a heading above the lines; nothing where there are none. */
export function section(
  heading: string,
  lines: readonly string[],
  more: string,
  style: Style,
): readonly string[] {
  if (lines.length === 0) return []
  return ['', style.heading(heading), ...lines, ...(more === '' ? [] : [style.faint(more)])]
}

/**
 * Lines of the same fields as those of contacts: id, name, organization, last touch, channel, text, day, days overdue, and what it is:
 * `promise`, `their promise`, `date`, `group` or `event`. The id is that of the promise, group or event; a date has none. The last touch
 * of a group is its last meeting, the text of an event its place.
 */
export function renderRemindersTsv(
  { promises = [], dates = [], groups = [], events = [] }: Partial<Reminders>,
  today: CalendarDate,
): string {
  return renderTsv([
    ...promises.map(({ id, contact, text, on, isMine }) => [
      id,
      safeText(contact.name),
      null,
      null,
      null,
      safeText(text),
      on,
      on === null ? null : daysBetween(on, today),
      isMine ? 'promise' : 'their promise',
    ]),
    ...dates.map((date) => [
      null,
      safeText(date.contact.name),
      null,
      null,
      null,
      describeOccasion(date),
      date.on,
      daysBetween(date.on, today),
      'date',
    ]),
    ...groups.map(({ id, name, lastOn, dueOn, daysOverdue }) => [
      id,
      safeText(name),
      null,
      lastOn,
      null,
      null,
      dueOn,
      daysOverdue,
      'group',
    ]),
    ...events.map((event) => [
      event.id,
      safeText(event.name),
      null,
      null,
      null,
      safeText(event.place ?? ''),
      dayOf(event, today),
      daysBetween(dayOf(event, today), today),
      'event',
    ]),
  ])
}

/** `{groups, events}`, to stand beside promises and dates. */
export function groupsAndEventsJson(
  { groups, events }: GroupsAndEvents,
  membersOf: (group: string) => GroupWithMembers['members'],
  today: CalendarDate,
): { readonly groups: readonly object[]; readonly events: readonly object[] } {
  return {
    groups: groups.map((group) => groupJson({ group, members: membersOf(group.uid) })),
    events: events.map((event) => nearEventJson(event, today)),
  }
}
