/** Calendars (RFC 5545) to meetings: who was invited, when and where. What it was about is never looked at. */
import { addToDate, type CalendarDate } from '../../domain/calendar-date.ts'
import type { ImportFile, Meeting, RowReport } from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import type { ReadOptions, Source } from '../source.ts'
import { decodeText } from '../text-encoding.ts'
import { cutComponents } from './components.ts'
import { type CalendarEvent, eventOf } from './event.ts'
import { daysOf, identify, idOf, isRepeated } from './occurrences.ts'
import type { Budget, Window } from './recurrence.ts'
import { createZones, type Zones } from './zones.ts'

/** More people than this are an audience. */
const MOST_ATTENDEES = 8
/** How far back repeated events are followed where nobody says. */
const YEARS_BACK = 2
/** All repetitions of a file together. */
const MOST_PERIODS = 2_000_000

const OTHER_COMPONENTS: Readonly<Record<string, string>> = {
  VTODO: 'a to-do',
  VJOURNAL: 'a journal entry',
  VFREEBUSY: 'free and busy times',
}

interface Reading {
  readonly file: string
  readonly window: Window
  readonly since: CalendarDate | undefined
  readonly zones: Zones
  readonly budget: Budget
  readonly meetings: Meeting[]
  readonly skipped: RowReport[]
  readonly partial: RowReport[]
}

/**
 * Each time of each event up to today is a meeting, by the day as it is written, or for a time in UTC by the calendar's own zone where
 * it tells one. Repeated events are followed from `since` on, without it two years back. A broken event is in `bad`, the others are read.
 * @throws UserError (input) for what is no calendar, or no text.
 */
export function readCalendar(source: Source, options: ReadOptions): ImportFile {
  const file = baseNameOf(source.name)
  const cut = cutComponents(decodeText(source.bytes(), source.name, options.encoding), file)
  if (!cut.isCalendar)
    throw new UserError('input', `"${source.name}" is not a calendar: it has no line BEGIN:VCALENDAR.`)
  const { today, since } = options
  const reading: Reading = {
    file,
    window: { from: since ?? addToDate(today, -YEARS_BACK, 'year'), to: today },
    since,
    zones: createZones(today),
    budget: { left: MOST_PERIODS },
    meetings: [],
    skipped: [],
    partial: [],
  }
  const bad = [...cut.bad]
  const events: CalendarEvent[] = []
  for (const component of cut.components) {
    if (component.name !== 'VEVENT') {
      const reason = OTHER_COMPONENTS[component.name]
      if (reason !== undefined) reading.skipped.push({ source: { file, line: component.line }, reason })
      continue
    }
    const event = eventOf(component, file, reading.partial)
    if ('reason' in event) bad.push(event)
    else events.push(event)
  }
  const { byId, changed } = identify(events, reading.zones)
  for (const [id, event] of byId) {
    const reason = readEvent(reading, id, event, changed.get(event.uid) ?? new Set())
    if (reason !== undefined) reading.skipped.push({ source: { file, line: event.line }, reason })
  }
  const { meetings, skipped, partial } = reading
  bad.sort((a, b) => a.source.line - b.source.line)
  return { contacts: [], touchpoints: [], meetings, skipped, bad, partial }
}

/** Adds the meetings of an event. @returns why it has none, in words for a report. */
function readEvent(
  reading: Reading,
  id: string,
  event: CalendarEvent,
  changed: ReadonlySet<CalendarDate>,
): string | undefined {
  const reason = reasonToSkip(event)
  if (reason !== undefined) return reason
  if (isRepeated(event)) return readRepeated(reading, event, changed)
  return readOnce(reading, id, event)
}

function readRepeated(
  reading: Reading,
  event: CalendarEvent,
  changed: ReadonlySet<CalendarDate>,
): string | undefined {
  const { file, window, zones, budget, partial } = reading
  const days = daysOf(event, window, changed, zones, budget)
  if (days === undefined) {
    const reason = 'repeats in a way that netkeep does not follow: only its first time is imported'
    partial.push({ source: { file, line: event.line }, reason })
    return readOnce(reading, idOf(event.uid, event.start.day), event)
  }
  for (const day of days) add(reading, event, idOf(event.uid, day), day)
  return days.length === 0 ? 'repeated, but not within the time that is imported' : undefined
}

function readOnce(reading: Reading, id: string, event: CalendarEvent): string | undefined {
  const { day } = reading.zones.atHome(event.start, event.calendar)
  if (day > reading.window.to) return 'still to come'
  if (reading.since !== undefined && day < reading.since) return `from before ${reading.since}`
  add(reading, event, id, event.start.day)
  return undefined
}

function reasonToSkip({
  attendees,
  invited,
  isCancelled,
  isTransparent,
  start,
}: CalendarEvent): string | undefined {
  if (isCancelled) return 'cancelled'
  if (attendees.length === 0) return 'nobody was invited'
  if (invited > MOST_ATTENDEES) return `more than ${MOST_ATTENDEES} attendees`
  return isTransparent && start.minute === undefined ? 'all day, and not taking up time' : undefined
}

/** @param day by the clock of the event */
function add({ file, zones, meetings }: Reading, event: CalendarEvent, id: string, day: CalendarDate): void {
  const { line, calendar, start, minutes, place, isVideo, attendees } = event
  const on = zones.atHome({ ...start, day }, calendar).day
  meetings.push({ source: { file, line }, id, on, minutes, place, isVideo, attendees })
}
