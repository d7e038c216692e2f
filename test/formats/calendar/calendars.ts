/** Calendars for tests. */
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { readCalendar } from '../../../src/formats/calendar/read-calendar.ts'
import { sourceOf } from '../../../src/formats/source.ts'

const GRACE = 'ATTENDEE;CN=Grace:mailto:grace@x.org'

/** An event with Grace on 2 November 2026; lines given take the place of those with the same name, or come after. */
export function event(...lines: readonly string[]): string {
  const usual = ['UID:1@x.org', 'DTSTART:20261102T100000', GRACE]
  const nameOf = (line: string): string => /^[A-Z-]*/.exec(line)?.[0] ?? ''
  const names = lines.map(nameOf)
  const all = [
    'BEGIN:VEVENT',
    ...usual.filter((line) => !names.includes(nameOf(line))),
    ...lines,
    'END:VEVENT',
  ]
  return all.join('\r\n')
}

export function calendar(...parts: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n')
}

export function read(text: string | Uint8Array, since?: string, today = '2026-11-22'): ImportFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readCalendar(sourceOf('work.ics', bytes), {
    today: today as CalendarDate,
    since: since as CalendarDate | undefined,
    encoding: undefined,
    dateOrder: null,
  })
}

/** The days of the meetings in a calendar with these parts. */
export function daysIn(...parts: readonly string[]): readonly string[] | undefined {
  return read(calendar(...parts)).meetings?.map(({ on }) => on)
}
