/** Times in UTC, as the clock on a wall in some zone showed them. */
import ICAL from 'ical.js'
import { addToDate, type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
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
/** Repeated changes of a clock: those of one zone, and of all zones of a file. Each is worked out year by year. */
const MOST_RULES = 20
const MOST_RULES_IN_ALL = 200
/** From when on: meetings before are in no calendar. A leap year, for the sake of 29 February. */
const FIRST_YEAR = 1968

/**
 * Zones by name as the platform knows them, others as the calendar describes them. Each is worked out once, up to a year from now; a
 * later time is left as it is, and so are those of a zone whose clock changes by more rules than any has.
 */
export function createZones(today: CalendarDate): Zones {
  const describedClock = describedClocks(addToDate(today, 1, 'year'))
  const clocks = new Map<Calendar, (tzid: string) => Clock | undefined>()
  const inZone: Zones['inZone'] = (moment, tzid, calendar) => {
    if (moment.zone !== 'UTC' || tzid === undefined || tzid === 'UTC') return moment
    const clockFor = clocks.get(calendar) ?? clocksOf(calendar, describedClock)
    clocks.set(calendar, clockFor)
    return clockFor(tzid)?.(moment) ?? moment
  }
  return {
    inZone,
    atHome: (moment, calendar) => inZone(moment, calendar.zone ?? onlyZoneOf(calendar), calendar),
  }
}

type DescribedClock = (zone: Component) => Clock | undefined

function clocksOf({ zones }: Calendar, describedClock: DescribedClock): (tzid: string) => Clock | undefined {
  const described = new Map(zones.slice(0, MOST_ZONES).map((zone) => [textIn(zone, 'TZID'), zone]))
  const clocks = new Map<string, Clock | undefined>()
  return (tzid) => {
    if (!clocks.has(tzid)) {
      clocks.set(
        tzid,
        clocks.size < MOST_ZONES ? makeClock(tzid, described.get(tzid), describedClock) : undefined,
      )
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

function makeClock(
  tzid: string,
  described: Component | undefined,
  describedClock: DescribedClock,
): Clock | undefined {
  const place = described === undefined ? undefined : textIn(described, 'X-LIC-LOCATION')
  // Old programs put a path before the name: /mozilla.org/20050126_1/Europe/Berlin.
  for (const name of [tzid, place, tzid.split('/').slice(-2).join('/')]) {
    const clock = name === undefined ? undefined : clockByName(name)
    if (clock !== undefined) return clock
  }
  return described === undefined ? undefined : describedClock(described)
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
  /^RRULE:(?:FREQ=YEARLY|INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ]+|BYMONTH=(?:[1-9]|1[0-2])|BYDAY=[+-]?[1-4](?:SU|MO|TU|WE|TH|FR|SA)|;)+$/

/** Files that were put together from many describe one zone many times. */
function describedClocks(last: CalendarDate): DescribedClock {
  const known = new Map<string, Clock | undefined>()
  let rulesLeft = MOST_RULES_IN_ALL
  return (zone) => {
    const lines = zone.lines
      .map(({ text }) => text)
      .filter((text) => !/^RRULE/i.test(text) || PLAIN_RULE.test(text))
    const text = ['BEGIN:VTIMEZONE', ...fromFirstYear(lines), 'END:VTIMEZONE'].join('\r\n')
    if (!known.has(text)) {
      const rules = lines.filter((line) => /^RRULE/i.test(line)).length
      const isUsual = rules <= Math.min(MOST_RULES, rulesLeft)
      if (isUsual) rulesLeft -= rules
      known.set(text, isUsual ? clockByDescription(text, last) : undefined)
    }
    return known.get(text)
  }
}

/** The changes by rules begin in the first year: Outlook's begin in 1601, and others could in the year 1. */
function fromFirstYear(lines: readonly string[]): readonly string[] {
  let begin = 0
  const all = [...lines]
  for (const [at, line] of lines.entries()) {
    if (/^BEGIN:/i.test(line)) begin = at
    if (!/^END:/i.test(line)) continue
    const own = lines.slice(begin, at)
    if (!own.some((text) => /^RRULE/i.test(text))) continue
    for (const [place, text] of own.entries())
      all[begin + place] = text.replace(/^(DTSTART(?:;[^:]*)?:)(\d{4})/i, (whole, name: string, year) =>
        Number(year) < FIRST_YEAR ? `${name}${FIRST_YEAR}` : whole,
      )
  }
  return all
}

function clockByDescription(text: string, last: CalendarDate): Clock | undefined {
  try {
    const timezone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)))
    return (utc) => (utc.day > last ? utc : shownBy(timezone, utc))
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
