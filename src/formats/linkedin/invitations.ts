/** LinkedIn's Invitations.csv: who asked whom to connect, and when. What was written along is never looked at. */
import { addDays, type CalendarDate, calendarDateOf, isCalendarDate } from '../../domain/calendar-date.ts'
import type { ImportedTouchpoint, RowReport } from '../../domain/import-file.ts'
import { urlKey } from '../../domain/url-key.ts'
import { type CsvTable, cellReader, findMisfit, quoteCell } from '../csv.ts'

/** The columns that tell Invitations.csv from LinkedIn's other files. */
export const INVITATION_COLUMNS: readonly string[] = [
  'Sent At',
  'Direction',
  'inviterProfileUrl',
  'inviteeProfileUrl',
]

export interface Invitations {
  readonly touchpoints: readonly ImportedTouchpoint[]
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/
/** `1/14/26, 9:05 AM`; in other settings of the account the day comes first. */
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,? |$)/

/**
 * One light touchpoint for each profile and day, oldest first. The other side is known by its URL: a row without one is skipped.
 * @param order how 1/2/26 is read where no row of the file tells; the month first, unless it is given.
 */
export function readInvitations(
  table: CsvTable,
  file: string,
  today: CalendarDate,
  order: 'dmy' | 'mdy' | null,
): Invitations {
  const [from, to] = [cellReader(table, 'From'), cellReader(table, 'To')]
  const [inviter, invitee] = [cellReader(table, 'inviterProfileUrl'), cellReader(table, 'inviteeProfileUrl')]
  const [sentAt, direction] = [cellReader(table, 'Sent At'), cellReader(table, 'Direction')]
  const isDayFirst =
    order === null ? table.rows.some((row) => Number(NUMBERS.exec(sentAt(row))?.[1]) > 12) : order === 'dmy'
  const tomorrow = addDays(today, 1)
  const touchpoints = new Map<string, ImportedTouchpoint>()
  const skipped: RowReport[] = []
  const bad: RowReport[] = [...table.bad]
  for (const row of table.rows) {
    const source = { file, line: row.line }
    const misfit = findMisfit(table, row, INVITATION_COLUMNS)
    const isOut = /^outgoing$/i.test(direction(row))
    const on = findDay(sentAt(row), isDayFirst)
    const [name, url] = isOut ? [to(row), invitee(row)] : [from(row), inviter(row)]
    const profile = urlKey(url)
    if (misfit !== undefined) bad.push({ source, reason: misfit })
    else if (!isOut && !/^incoming$/i.test(direction(row)))
      bad.push({ source, reason: `Direction ${quoteCell(direction(row))} is neither OUTGOING nor INCOMING` })
    else if (on === undefined)
      bad.push({ source, reason: `Sent At ${quoteCell(sentAt(row))} is not a date and time` })
    else if (on > tomorrow) bad.push({ source, reason: 'is dated in the future' })
    else if (profile === '') skipped.push({ source, reason: 'names no profile' })
    else {
      const key = `linkedin-invitation:${profile}:${on}`
      if (touchpoints.has(key)) skipped.push({ source, reason: 'the same profile and day as a row before' })
      else {
        touchpoints.set(key, {
          source,
          key,
          // The day in UTC may be a day ahead.
          on: on > today ? today : on,
          channel: 'social',
          direction: isOut ? 'out' : 'in',
          kind: 'light',
          with: [{ name, url }],
        })
      }
    }
  }
  return { touchpoints: [...touchpoints.values()].sort(byDay), skipped, bad }
}

function byDay(a: ImportedTouchpoint, b: ImportedTouchpoint): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

function findDay(text: string, isDayFirst: boolean): CalendarDate | undefined {
  const iso = ISO.exec(text)?.[1]
  if (iso !== undefined) return isCalendarDate(iso) ? iso : undefined
  const [, first, second, digits] = NUMBERS.exec(text) ?? []
  if (digits === undefined) return undefined
  // LinkedIn opened in 2003, so two digits are a year of this century.
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  return calendarDateOf(year, Number(month), Number(day))
}
