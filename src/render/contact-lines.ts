/** Lists of contacts: aligned for eyes, tab-separated for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { ContactLine, ListedContact } from '../domain/contact-line.ts'
import { formatAgo, formatDay, plural } from './dates.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
import { truncate, wrapText } from './text-width.ts'

/** How a contact stands, in words: `12 days overdue`, `due today`, `due in 5 days`, `snoozed until 3 Dec`, `starts 3 Dec`. */
export function describeStanding(line: ContactLine, today: CalendarDate): string {
  switch (line.standing) {
    case 'unscheduled':
      return line.pausedOn !== null ? 'paused' : isToBeReached(line) ? 'prospect' : 'no cadence'
    case 'snoozed':
      return describeSnooze(line, today)
    default:
      return describeDueDay(line.daysOverdue ?? 0)
  }
}

/** Whether it is a prospect who was neither reached yet nor given up. */
function isToBeReached({ prospect }: ContactLine): boolean {
  return prospect !== null && prospect.droppedOn === null
}

/** `12 days overdue`, `due today`, `due in 5 days`. */
export function describeDueDay(daysOverdue: number): string {
  if (daysOverdue > 0) return `${plural(daysOverdue, 'day')} overdue`
  return daysOverdue === 0 ? 'due today' : `due in ${plural(-daysOverdue, 'day')}`
}

/** A contact that rests after an attempt keeps its due date; a snoozed one has the snooze date for one. */
function describeSnooze(line: ContactLine, today: CalendarDate): string {
  if (line.snoozedUntil !== null && line.snoozedUntil > today)
    return `${line.isStarting ? 'starts' : 'snoozed until'} ${formatDay(line.snoozedUntil, today)}`
  if (line.lastAttemptOn === null) return 'snoozed'
  const days = daysBetween(line.lastAttemptOn, today)
  return days === 0 ? 'tried today' : days === 1 ? 'tried yesterday' : `tried ${days} days ago`
}

/** The last touch in words: `6 weeks ago, coffee`; `never` without one. */
export function describeLastTouch(line: ContactLine, today: CalendarDate): string {
  if (line.lastTouchOn === null) return 'not yet in touch'
  const ago = formatAgo(line.lastTouchOn, today)
  return line.lastChannel === null ? ago : `${ago}, ${safeText(line.lastChannel)}`
}

const DUE_COLUMNS: readonly Column[] = [
  { shrinksTo: 10 },
  {},
  { shrinksTo: 10 },
  { shrinksTo: 0 },
  { shrinksTo: 24 },
]
/** A narrower terminal has the note on a line of its own. */
const WIDE_ENOUGH = 110

/**
 * The due list for a terminal: name, standing, last touch, organization, and the last note, behind or below.
 * @param why adds the arithmetic of each line.
 */
export function renderDueLines(
  lines: readonly ContactLine[],
  today: CalendarDate,
  style: Style,
  width: number,
  why?: (line: ContactLine) => string,
): readonly string[] {
  const { more } = style.glyphs
  const isWide = width >= WIDE_ENOUGH
  const rows = lines.map((line) => [
    safeText(line.name),
    describeStanding(line, today),
    describeLastTouch(line, today),
    safeText(line.organization ?? ''),
    isWide ? firstLine(line.lastNote ?? '', more) : '',
  ])
  const paint = (text: string, row: number): string => style.standing[lines[row]?.standing ?? 'warm'](text)
  const columns = DUE_COLUMNS.map((column, index) => (index === 1 ? { ...column, paint } : column))
  return renderTable(rows, columns, width, more).flatMap((row, index) => {
    const line = lines[index]
    const note =
      isWide || line?.lastNote == null ? [] : [truncate(`  ${firstLine(line.lastNote, more)}`, width, more)]
    const arithmetic =
      why === undefined || line === undefined ? [] : wrapText(why(line), width - 2).map((part) => `  ${part}`)
    return [row, ...[...note, ...arithmetic].map((text) => style.faint(text))]
  })
}

/** id, name, organization, last touch, channel, last note, due date, days overdue, standing. */
export function renderDueTsv(lines: readonly ContactLine[], why?: (line: ContactLine) => string): string {
  return renderTsv(
    lines.map((line) => [
      line.id,
      safeText(line.name),
      safeText(line.organization ?? ''),
      line.lastTouchOn,
      safeText(line.lastChannel ?? ''),
      safeText(line.lastNote ?? ''),
      line.dueOn,
      line.daysOverdue,
      line.standing,
      ...(why === undefined ? [] : [why(line)]),
    ]),
  )
}

const LIST_COLUMNS: readonly Column[] = [
  { shrinksTo: 16 },
  { shrinksTo: 0 },
  { shrinksTo: 5 },
  {},
  { shrinksTo: 6 },
  { shrinksTo: 0 },
]

/** Contacts for a terminal: name, organization, circle or interval, standing, last touch, tags. */
export function renderListLines(
  lines: readonly ListedContact[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = lines.map((line) => [
    safeText(line.name),
    safeText(line.organization ?? ''),
    safeText(describeCadence(line)),
    describeStanding(line, today),
    describeLastTouch(line, today),
    line.tags.map((tag) => `+${safeText(tag)}`).join(' '),
  ])
  const paint = (text: string, row: number): string => style.standing[lines[row]?.standing ?? 'warm'](text)
  const columns = LIST_COLUMNS.map((column, index) => (index === 3 ? { ...column, paint } : column))
  return renderTable(rows, columns, width, style.glyphs.more)
}

/** Contacts who share something: name, what they share, last touch, organization. */
export function renderSharedLines(
  lines: readonly ListedContact[],
  today: CalendarDate,
  style: Style,
  width: number,
  sharedBy: (line: ListedContact) => readonly string[],
): readonly string[] {
  const rows = lines.map((line) => [
    safeText(line.name),
    sharedBy(line).map(safeText).join(', '),
    describeLastTouch(line, today),
    safeText(line.organization ?? ''),
  ])
  return renderTable(
    rows,
    [{ shrinksTo: 16 }, { shrinksTo: 20 }, {}, { shrinksTo: 0 }],
    width,
    style.glyphs.more,
  )
}

/** `close 6w`, `3m` for an interval without circle, `close` inside a circle but without cadence. */
export function describeCadence(line: ContactLine): string {
  return [line.circle, line.interval].filter((part) => part !== null).join(' ')
}

/** id, name, organization, circle, interval, standing, due date, last touch, tags, e-mail addresses, what they share. */
export function renderListTsv(
  lines: readonly ListedContact[],
  sharedBy?: (line: ListedContact) => readonly string[],
): string {
  return renderTsv(
    lines.map((line) => [
      line.id,
      safeText(line.name),
      safeText(line.organization ?? ''),
      safeText(line.circle ?? ''),
      line.interval,
      line.standing,
      line.dueOn,
      line.lastTouchOn,
      line.tags.map(safeText).join(','),
      line.emails.map(safeText).join(','),
      ...(sharedBy === undefined ? [] : [sharedBy(line).map(safeText).join(',')]),
    ]),
  )
}
