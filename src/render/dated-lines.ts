/** What happened on a day: the day, what it was, and below the note, which goes on where it is long. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatDay } from './dates.ts'
import { safeLines } from './safe-text.ts'
import type { Style } from './style.ts'
import { padStart, wrapText } from './text-width.ts'

const DATE_WIDTH = 11
const INDENT = ' '.repeat(DATE_WIDTH + 2)

/** How wide a text behind the day may be. */
export function roomBehindDay(width: number): number {
  return Math.max(20, width - INDENT.length)
}

/** @param what lines of safe text. */
export function datedLines(
  on: CalendarDate | null,
  [first = '', ...rest]: readonly string[],
  note: string | null,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const notes = note === null ? [] : safeLines(note).flatMap((text) => wrapText(text, roomBehindDay(width)))
  return [
    `${padStart(on === null ? '' : formatDay(on, today), DATE_WIDTH)}  ${first}`,
    ...rest.map((text) => INDENT + text),
    ...notes.map((text) => INDENT + style.faint(text)),
  ]
}
