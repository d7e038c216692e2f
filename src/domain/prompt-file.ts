/**
 * The prompt file: the overdue count on each day to come, so small and plain that a shell can read it without starting anything.
 *
 *     netkeep 1
 *     20261121 3
 *     20261125 4
 *
 * A line with the format's version, then `YYYYMMDD COUNT`, ascending: from this day on, so many contacts are cold, as long as nothing
 * is changed. It begins the day before, for shells in a time zone where today is still to come. docs/prompt.md has it for other programs.
 */
import type { CalendarDate } from './calendar-date.ts'

/** How many contacts turn cold on a day. */
export interface TurningDay {
  readonly day: CalendarDate
  readonly contacts: number
}

/** So much of a count fits into a prompt. */
const MOST_COUNTED = 9999
/** The next so many changes of the count: at one a day, more than a year. */
export const MOST_CHANGES = 400
const FIRST_LINE = 'netkeep 1'
const LINE = /^([0-9]{8}) (0|[1-9][0-9]{0,3})$/
/** Larger files are not netkeep's: more than all lines there can be. */
export const MOST_BYTES = 8192

/** @param turning ascending; the first of them with all contacts that are cold by then. */
export function formatPromptFile(turning: readonly TurningDay[]): string {
  const lines = [FIRST_LINE]
  let count = 0
  for (const { day, contacts } of turning) {
    count += contacts
    lines.push(`${day.replaceAll('-', '')} ${Math.min(count, MOST_COUNTED)}`)
    if (count >= MOST_COUNTED) break
  }
  return `${lines.join('\n')}\n`
}

/** The overdue count that a prompt file tells for this day; undefined where it is not a whole and proper one, or begins later. */
export function countInPromptFile(text: string, today: CalendarDate): number | undefined {
  const [first, ...lines] = text.split('\n')
  if (first !== FIRST_LINE || lines.pop() !== '') return undefined
  const day = today.replaceAll('-', '')
  let count: number | undefined
  for (const line of lines) {
    const match = LINE.exec(line)
    if (match === null) return undefined
    if ((match[1] ?? '') > day) return count
    count = Number(match[2])
  }
  return count
}
