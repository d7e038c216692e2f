/** Cuts a calendar (RFC 5545) into its components, line by line, so that a broken one does not take the others with it. */
import type { RowReport } from '../../domain/import-file.ts'

export interface ContentLine {
  /** 1-based line of the file on which it begins. */
  readonly line: number
  /** Unfolded. */
  readonly text: string
}

export interface Component {
  readonly name: string
  readonly line: number
  /** Of an event: only what is looked at. Of a time zone: all of it. Of others: none. */
  readonly lines: readonly ContentLine[]
  readonly calendar: Calendar
}

/** What the components of one VCALENDAR have in common. */
export interface Calendar {
  /** X-WR-TIMEZONE: the zone of whoever keeps it. */
  zone: string | undefined
  readonly zones: Component[]
}

export interface CalendarFile {
  readonly components: readonly Component[]
  readonly bad: readonly RowReport[]
  /** Whether there was any line of a calendar. */
  readonly isCalendar: boolean
}

/** Who, when, where, and whether it took place. Never what it was about: no SUMMARY and no DESCRIPTION. */
const LOOKED_AT =
  /^(?:ATTENDEE|CONFERENCE|DTEND|DTSTART|DURATION|EXDATE|LOCATION|ORGANIZER|RDATE|RECURRENCE-ID|RRULE|SEQUENCE|STATUS|TRANSP|UID|URL|X-GOOGLE-[A-Z-]*|X-MICROSOFT-[A-Z-]*|X-ZOOM-[A-Z-]*)[;:]/i
/** Of one line unfolded: no property that is looked at is longer. */
const MOST_CHARACTERS = 20_000

interface Open {
  readonly name: string
  readonly line: number
  readonly lines: ContentLine[]
  readonly calendar: Calendar
  /** Components within it that have begun and not ended. */
  depth: number
}

/** Reads what is there: a missing END is reported, and so is a component inside another one of its kind. */
export function cutComponents(text: string, file: string): CalendarFile {
  const components: Component[] = []
  const bad: RowReport[] = []
  let calendar: Calendar = { zone: undefined, zones: [] }
  let open: Open | undefined
  let isCalendar = false

  const close = (): void => {
    if (open === undefined) return
    const { name, line, lines } = open
    const component = { name, line, lines, calendar: open.calendar }
    if (name === 'VTIMEZONE') open.calendar.zones.push(component)
    else components.push(component)
    open = undefined
  }
  const giveUp = (): void => {
    if (open === undefined) return
    bad.push({ source: { file, line: open.line }, reason: `${open.name} has no END:${open.name}` })
    open = undefined
  }
  const begin = (name: string, line: number): void => {
    if (name === 'VCALENDAR') {
      giveUp()
      calendar = { zone: undefined, zones: [] }
    } else if (open === undefined || name === open.name) {
      giveUp()
      open = { name, line, lines: [], calendar, depth: 0 }
    } else open.depth++
  }
  const end = (name: string): void => {
    if (name === 'VCALENDAR') giveUp()
    else if (name === open?.name) close()
    else if (open !== undefined && open.depth > 0) open.depth--
  }

  for (const { line, text: content } of contentLines(text)) {
    const tag = /^(BEGIN|END):([A-Z-]{1,40})\s*$/i.exec(content)
    const name = tag?.[2]?.toUpperCase() ?? ''
    if (tag !== null) isCalendar = true
    if (open?.name === 'VTIMEZONE' && name !== 'VTIMEZONE' && name !== 'VCALENDAR')
      open.lines.push({ line, text: content })
    if (tag?.[1]?.toUpperCase() === 'BEGIN') begin(name, line)
    else if (tag !== null) end(name)
    else if (open === undefined)
      calendar.zone ??= /^X-WR-TIMEZONE(?:;[^:]*)?:(.*)$/i.exec(content)?.[1]?.trim() || undefined
    else if (open.name === 'VEVENT' && open.depth === 0 && LOOKED_AT.test(content))
      open.lines.push({ line, text: content })
  }
  giveUp()
  return { components, bad, isCalendar }
}

/** The lines with their continuations (RFC 5545, section 3.1) put back; empty ones are left out. */
function* contentLines(text: string): Generator<ContentLine> {
  let begun: { readonly line: number; readonly pieces: string[]; length: number } | undefined
  let line = 0
  for (const physical of physicalLines(text)) {
    line++
    const isFolded = physical.startsWith(' ') || physical.startsWith('\t')
    if (isFolded && begun !== undefined) {
      if (begun.length <= MOST_CHARACTERS) begun.pieces.push(physical.slice(1))
      begun.length += physical.length
    } else {
      if (begun !== undefined) yield { line: begun.line, text: begun.pieces.join('') }
      begun = physical === '' ? undefined : { line, pieces: [physical], length: physical.length }
    }
  }
  if (begun !== undefined) yield { line: begun.line, text: begun.pieces.join('') }
}

function* physicalLines(text: string): Generator<string> {
  const newline = text.includes('\n') ? '\n' : '\r'
  let from = 0
  while (from < text.length) {
    const at = text.indexOf(newline, from)
    const end = at === -1 ? text.length : at
    const line = text.slice(from, end)
    yield line.endsWith('\r') ? line.slice(0, -1) : line
    from = end + 1
  }
}
