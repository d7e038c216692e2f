/** One VEVENT: when it was, how often, and whether it took place. */
import type { RowReport } from '../../domain/import-file.ts'
import { type Attendee, attendeesIn } from './attendees.ts'
import type { Calendar, Component } from './components.ts'
import { placeOf, wasVideo } from './place.ts'
import { findMinutes, findProperty, type Moment, momentsOf, type Property, textOf } from './property.ts'

export interface CalendarEvent {
  readonly line: number
  readonly calendar: Calendar
  readonly uid: string
  readonly sequence: number
  readonly start: Moment
  /** Of a time of a repeated event that was changed: when it would have been. */
  readonly instead: Moment | undefined
  readonly rule: Property | undefined
  readonly alsoOn: readonly Moment[]
  readonly notOn: readonly Moment[]
  readonly isCancelled: boolean
  readonly isTransparent: boolean
  readonly minutes: number | null
  readonly place: string | null
  readonly isVideo: boolean
  readonly attendees: readonly Attendee[]
  /** How many were invited, rooms left out. */
  readonly invited: number
}

/** A day: a meeting that is longer than that has no length worth telling. */
const MOST_MINUTES = 1440

/** The event; or, in words for a report, why it cannot be read. Lines of it that cannot be read go to `partial`. */
export function eventOf(component: Component, file: string, partial: RowReport[]): CalendarEvent | RowReport {
  const properties: Property[] = []
  for (const { line, text } of component.lines) {
    const property = findProperty(text)
    if (property !== undefined) properties.push(property)
    else partial.push({ source: { file, line }, reason: `a line that cannot be read (${nameOf(text)})` })
  }
  const all = (name: string): readonly Property[] => properties.filter((property) => property.name === name)
  const first = (name: string): Property | undefined => all(name)[0]
  const textIn = (name: string): string => {
    const property = first(name)
    return property === undefined ? '' : textOf(property)
  }
  const timesIn = (name: string): readonly Moment[] =>
    all(name)
      .flatMap(momentsOf)
      .filter((moment) => moment !== undefined)
  const attendees = attendeesIn(all('organizer'), all('attendee'))
  const [start] = timesIn('dtstart')
  // What nobody was invited to need not be whole.
  if (start === undefined && attendees.length > 0) {
    const reason =
      first('dtstart') === undefined ? 'an event without a start' : 'the start of an event is no date'
    return { source: { file, line: lineOf(component, 'DTSTART') }, reason }
  }
  const [instead] = timesIn('recurrence-id')
  return {
    line: component.line,
    calendar: component.calendar,
    uid: textIn('uid') || JSON.stringify([start, ...attendees.map(({ name, email }) => email ?? name)]),
    sequence: Number(textIn('sequence')) || Number(first('sequence')?.values[0]) || 0,
    start: start ?? NEVER,
    instead,
    rule: first('rrule'),
    alsoOn: timesIn('rdate'),
    notOn: timesIn('exdate'),
    isCancelled: textIn('status').toUpperCase() === 'CANCELLED',
    isTransparent: textIn('transp').toUpperCase() === 'TRANSPARENT',
    minutes: start === undefined ? null : lengthOf(start, timesIn('dtend')[0], textIn('duration')),
    place: placeOf(textIn('location')),
    isVideo: wasVideo(properties),
    attendees,
    invited: attendeesIn([], all('attendee')).length,
  }
}

/** Of an event that nobody was invited to. */
const NEVER = { day: '1800-01-01', minute: undefined, zone: undefined } as Moment

function nameOf(text: string): string {
  return (/^[A-Z-]+/i.exec(text)?.[0] ?? '').toUpperCase()
}

function lineOf(component: Component, name: string): number {
  return component.lines.find(({ text }) => nameOf(text) === name)?.line ?? component.line
}

/** Between times by the same clock only: where an event begins in one zone and ends in another, its length is not told. */
function lengthOf(start: Moment, end: Moment | undefined, duration: string): number | null {
  if (start.minute === undefined) return null
  const minutes =
    end?.minute === undefined || end.zone !== start.zone
      ? findMinutes(duration)
      : (Date.parse(end.day) - Date.parse(start.day)) / 60_000 + end.minute - start.minute
  return minutes !== undefined && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null
}
