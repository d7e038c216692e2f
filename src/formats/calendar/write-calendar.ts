/** Due dates as a calendar (RFC 5545), for programs that remind. */
import ICAL from 'ical.js'
import { type CalendarDate, datePartsOf } from '../../domain/calendar-date.ts'
import type { ExportedContact } from '../../domain/exported-contact.ts'

export interface CalendarOptions {
  /** To-dos, which stay until they are ticked off, or all-day events, which every calendar shows. */
  readonly as: 'todo' | 'event'
}

type DueContact = ExportedContact & { readonly dueOn: CalendarDate }

/** When a reminder rings: a due date has no time of day. */
const ALARM = 'PT9H'

/**
 * A to-do or event for each contact with a due date, by that date, with an alarm at nine in the morning. An overdue one keeps its due
 * date, so that the file is the same on every day on which nothing has changed; nobody is invited, so that an import makes nothing of it.
 * A contact's entry has the same UID in every export: a calendar that reads the file again moves it.
 */
export function formatCalendar(contacts: Iterable<ExportedContact>, { as }: CalendarOptions): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//netkeep//netkeep//EN')
  calendar.addPropertyWithValue('x-wr-calname', 'netkeep')
  for (const contact of [...contacts].filter(isDue).sort(compareDue)) {
    calendar.addSubcomponent(as === 'todo' ? todoOf(contact) : eventOf(contact))
  }
  return `${calendar.toString()}\r\n`
}

function isDue(contact: ExportedContact): contact is DueContact {
  return contact.dueOn !== null
}

function compareDue(a: DueContact, b: DueContact): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.uid < b.uid ? -1 : Number(a.uid > b.uid)
}

function todoOf(contact: DueContact): ICAL.Component {
  const todo = entryOf('vtodo', contact)
  todo.addPropertyWithValue('due', ICAL.Time.fromDateString(contact.dueOn))
  todo.addPropertyWithValue('status', 'NEEDS-ACTION')
  // A to-do without a start has its alarm by its end.
  todo.addSubcomponent(alarmOf(contact, 'END'))
  return todo
}

function eventOf(contact: DueContact): ICAL.Component {
  const event = entryOf('vevent', contact)
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(contact.dueOn))
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  event.addSubcomponent(alarmOf(contact, 'START'))
  return event
}

/** RFC 5545 asks for a DTSTAMP: made of the due date, as the time of the export would make each file another one. */
function entryOf(name: string, contact: DueContact): ICAL.Component {
  const entry = new ICAL.Component(name)
  entry.addPropertyWithValue('uid', `due-${contact.uid}`)
  const midnight = { ...datePartsOf(contact.dueOn), hour: 0, minute: 0, second: 0, isDate: false }
  entry.addPropertyWithValue('dtstamp', ICAL.Time.fromData(midnight, ICAL.Timezone.utcTimezone))
  entry.addPropertyWithValue('summary', summaryOf(contact))
  entry.addPropertyWithValue('description', descriptionOf(contact))
  return entry
}

function alarmOf(contact: DueContact, related: 'START' | 'END'): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(ALARM)).setParameter('related', related)
  alarm.addPropertyWithValue('description', summaryOf(contact))
  return alarm
}

function summaryOf({ name }: DueContact): string {
  return `Keep in touch with ${plain(name)}`
}

function descriptionOf({ organization, title, ownInterval, circle, lastTouchOn }: DueContact): string {
  const job = [title, organization].filter((part) => part !== null).map(plain)
  const interval = ownInterval ?? circle?.interval
  return [
    ...(job.length > 0 ? [job.join(', ')] : []),
    ...(interval == null ? [] : [`Every ${interval}`]),
    lastTouchOn === null ? 'Not in touch yet' : `Last in touch on ${lastTouchOn}`,
  ].join('\n')
}

/** Calendars know no control characters (RFC 5545, section 3.3.11). */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
