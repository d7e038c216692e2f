/** Single lines of a calendar, read by ical.js (docs/decisions/0022-reading-calendars.md). */
import ICAL from 'ical.js'
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'

/** A line as jCal (RFC 7265) has it. */
export interface Property {
  /** In lower case, as its parameters. */
  readonly name: string
  readonly parameter: (name: string) => string | undefined
  readonly values: readonly unknown[]
  /** The line as it was written: ical.js mends some values. */
  readonly text: string
}

/** Undefined for a line that is none. */
export function findProperty(text: string): Property | undefined {
  let jcal: unknown
  try {
    jcal = ICAL.parse.property(text, ICAL.design.icalendar)
  } catch {
    return undefined
  }
  if (!Array.isArray(jcal)) return undefined
  const [name, parameters, , ...values]: readonly unknown[] = jcal
  return {
    name: String(name),
    parameter: (wanted) => parameterIn(parameters, wanted),
    values,
    text,
  }
}

function parameterIn(parameters: unknown, wanted: string): string | undefined {
  if (typeof parameters !== 'object' || parameters === null || !Object.hasOwn(parameters, wanted))
    return undefined
  const value: unknown = Reflect.get(parameters, wanted)
  return typeof value === 'string' ? value : undefined
}

export function textOf({ values: [value] }: Property): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A point in time as it is written. */
export interface Moment {
  readonly day: CalendarDate
  /** Of the day; undefined for a whole day. */
  readonly minute: number | undefined
  /** `UTC`, the TZID, or undefined for the time of day wherever one is. */
  readonly zone: string | undefined
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)?(Z)?|T::Z?)?$/

/** The points in time that a property names, of a period its beginning; undefined stands for one that is none. */
export function momentsOf(property: Property): readonly (Moment | undefined)[] {
  return property.values.map((value) => {
    const text: unknown = Array.isArray(value) ? value[0] : value
    return typeof text === 'string' ? findMoment(text, property.parameter('tzid')) : undefined
  })
}

export function findMoment(text: string, tzid: string | undefined): Moment | undefined {
  const [, day = '', hour, minute, , utc] = DATE_TIME.exec(text) ?? []
  if (!isCalendarDate(day)) return undefined
  if (hour === undefined) return { day, minute: undefined, zone: undefined }
  return { day, minute: Number(hour) * 60 + Number(minute), zone: utc === undefined ? tzid : 'UTC' }
}

/** Whole minutes of a duration; undefined for what is none. */
export function findMinutes(text: string): number | undefined {
  try {
    return Math.round(ICAL.Duration.fromString(text).toSeconds() / 60)
  } catch {
    return undefined
  }
}
