/** Times in UTC, as the clock on a wall in some zone showed them. */
import ICAL from 'ical.js'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import type { Calendar, Component } from './components.ts'
import { findMoment, findProperty, type Moment, textOf } from './property.ts'

/** A clock: what it shows at a time in UTC. */
type Clock = (utc: Moment) => Moment

export interface Zones {
  /** A time in UTC by the clock of that zone; any other time, and one of an unknown zone, as it is. */
  inZone(moment: Moment, tzid: string | undefined, calendar: Calendar): Moment
  /** The same by the clock of whoever keeps the calendar: X-WR-TIMEZONE, else the only zone that the calendar describes. */
  atHome(moment: Moment, calendar: Calendar): Moment
}

/** More zones are in no calendar, and each takes a while to work out. */
const MOST_ZONES = 100

/** Zones by name as the platform knows them, others as the calendar describes them. Each is worked out once. */
export function createZones(): Zones {
  const clocks = new Map<Calendar, (tzid: string) => Clock | undefined>()
  const inZone: Zones['inZone'] = (moment, tzid, calendar) => {
    if (moment.zone !== 'UTC' || tzid === undefined || tzid === 'UTC') return moment
    const clockFor = clocks.get(calendar) ?? clocksOf(calendar)
    clocks.set(calendar, clockFor)
    return clockFor(tzid)?.(moment) ?? moment
  }
  return {
    inZone,
    atHome: (moment, calendar) => inZone(moment, calendar.zone ?? onlyZoneOf(calendar), calendar),
  }
}

function clocksOf({ zones }: Calendar): (tzid: string) => Clock | undefined {
  const described = new Map(zones.slice(0, MOST_ZONES).map((zone) => [textIn(zone, 'TZID'), zone]))
  const clocks = new Map<string, Clock | undefined>()
  return (tzid) => {
    if (!clocks.has(tzid)) {
      clocks.set(tzid, clocks.size < MOST_ZONES ? makeClock(tzid, described.get(tzid)) : undefined)
    }
    return clocks.get(tzid)
  }
}

function onlyZoneOf({ zones }: Calendar): string | undefined {
  const [zone] = zones
  return zone === undefined || zones.length > 1 ? undefined : textIn(zone, 'TZID')
}

function textIn(zone: Component, name: string): string | undefined {
  const line = zone.lines.find(({ text }) => text.toUpperCase().startsWith(name))
  const property = line === undefined ? undefined : findProperty(line.text)
  return property === undefined ? undefined : textOf(property)
}

function makeClock(tzid: string, described: Component | undefined): Clock | undefined {
  const place = described === undefined ? undefined : textIn(described, 'X-LIC-LOCATION')
  // Old programs put a path before the name: /mozilla.org/20050126_1/Europe/Berlin.
  for (const name of [tzid, place, tzid.split('/').slice(-2).join('/')]) {
    const clock = name === undefined ? undefined : clockByName(name)
    if (clock !== undefined) return clock
  }
  return described === undefined ? undefined : clockByDescription(described)
}

function clockByName(name: string): Clock | undefined {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: name,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  } catch {
    return undefined
  }
  return (utc) => {
    const shown = new Map(format.formatToParts(epochOf(utc)).map(({ type, value }) => [type, value]))
    const day = `${shown.get('year')}-${shown.get('month')}-${shown.get('day')}`
    if (!isCalendarDate(day)) return utc
    return { day, minute: Number(shown.get('hour')) * 60 + Number(shown.get('minute')), zone: name }
  }
}

function epochOf({ day, minute = 0 }: Moment): number {
  return Date.parse(day) + minute * 60_000
}

/** What changes of a zone's clock repeat by: others can keep ical.js looking for a day that never comes. */
const PLAIN_RULE =
  /^RRULE:(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ]+|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=[+-]?[1-4]?(?:SU|MO|TU|WE|TH|FR|SA)|;)+$/

function clockByDescription(zone: Component): Clock | undefined {
  const lines = zone.lines
    .map(({ text }) => text)
    .filter((text) => !/^RRULE/i.test(text) || PLAIN_RULE.test(text))
  try {
    const component = new ICAL.Component(
      ICAL.parse(['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'].join('\r\n')),
    )
    const timezone = new ICAL.Timezone(component)
    return (utc) => shownBy(timezone, utc)
  } catch {
    return undefined
  }
}

function shownBy(timezone: ICAL.Timezone, utc: Moment): Moment {
  try {
    const time = ICAL.Time.fromJSDate(new Date(epochOf(utc)), true).convertToZone(timezone)
    return findMoment(time.toString(), timezone.tzid) ?? utc
  } catch {
    return utc
  }
}
