/** LinkedIn's messages.csv: who wrote to whom, when and in which conversation. What was written is never looked at. */
import { addDays, type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import type { RowReport, SourceRow } from '../../domain/import-file.ts'
import { urlKey } from '../../domain/url-key.ts'
import { type CsvTable, cellReader, findMisfit, quoteCell } from '../csv.ts'

/** Somebody by profile URL; in old exports by name only. */
export interface Profile {
  readonly name: string
  readonly url: string | null
}

export interface Message {
  readonly source: SourceRow
  readonly conversation: string
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly at: string
  readonly from: Profile
  readonly to: readonly Profile[]
}

export interface Messages {
  readonly messages: readonly Message[]
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
}

/** The columns that say who wrote to whom and when: a row that ends before one of them was cut off. */
const NEEDED = ['CONVERSATION ID', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE']
const DATE = /^(\d{4}-\d{2}-\d{2})[ T]((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?: ?(?:UTC|Z))?$/

/** Drafts and spam are skipped. A day in UTC may be a day ahead of `today`, so only what lies beyond is in the future. */
export function readMessages(table: CsvTable, file: string, today: CalendarDate): Messages {
  const conversation = cellReader(table, 'CONVERSATION ID')
  const [from, fromUrl] = [cellReader(table, 'FROM'), cellReader(table, 'SENDER PROFILE URL')]
  const [to, toUrls] = [cellReader(table, 'TO'), cellReader(table, 'RECIPIENT PROFILE URLS')]
  const [date, folder, draft] = [
    cellReader(table, 'DATE'),
    cellReader(table, 'FOLDER'),
    cellReader(table, 'IS MESSAGE DRAFT'),
  ]
  const tomorrow = addDays(today, 1)
  const senders = new Set(table.rows.map(from))
  const isDay = remember(isCalendarDate)
  const urlsIn = remember(splitUrls)
  const messages: Message[] = []
  const skipped: RowReport[] = []
  const bad: RowReport[] = [...table.bad]
  for (const row of table.rows) {
    const source = { file, line: row.line }
    const misfit = findMisfit(table, row, NEEDED)
    const at = findTime(date(row), isDay)
    if (misfit !== undefined) bad.push({ source, reason: misfit })
    else if (draft(row).toLowerCase() === 'true') skipped.push({ source, reason: 'a draft' })
    else if (folder(row).toUpperCase() === 'SPAM') skipped.push({ source, reason: 'spam' })
    else if (conversation(row) === '') bad.push({ source, reason: 'has no CONVERSATION ID' })
    else if (at === undefined)
      bad.push({ source, reason: `DATE ${quoteCell(date(row))} is not a date and time` })
    else if (dayOf(at) > tomorrow) bad.push({ source, reason: 'is dated in the future' })
    else {
      messages.push({
        source,
        conversation: conversation(row),
        at,
        from: { name: from(row), url: urlsIn(fromUrl(row))[0] ?? null },
        to: recipientsOf(to(row), urlsIn(toUrls(row)), senders),
      })
    }
  }
  return { messages, skipped, bad }
}

function findTime(text: string, isDay: (day: string) => boolean): string | undefined {
  const match = DATE.exec(text)
  return match !== null && isDay(String(match[1])) ? `${match[1]} ${match[2]}${match[3] ?? ':00'}` : undefined
}

/** The UTC day of {@link Message.at}. */
export function dayOf(at: string): CalendarDate {
  return at.slice(0, 10) as CalendarDate
}

/** Exports differ in what stands between URLs: a comma or a space. */
function splitUrls(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((url) => urlKey(url) !== '')
}

/**
 * Names hold commas themselves ("Hopper, PhD"), so the URLs say how many recipients there are: one URL has the whole text for
 * its name, several have theirs only where there are as many names. Without URLs (old files) the commas must do, unless the
 * whole text is the name of somebody who wrote.
 */
function recipientsOf(
  names: string,
  urls: readonly string[],
  senders: ReadonlySet<string>,
): readonly Profile[] {
  const parts = senders.has(names) ? [names] : names.split(',').map((name) => name.trim())
  if (urls.length === 0) return parts.filter((name) => name !== '').map((name) => ({ name, url: null }))
  const paired = urls.length === 1 ? [names] : parts.length === urls.length ? parts : []
  return urls.map((url, place) => ({ name: paired[place] ?? '', url }))
}

/** `compute`, once for each text: names, URLs and days repeat thousands of times in a file. */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const found = known.get(text) ?? { value: compute(text) }
    known.set(text, found)
    return found.value
  }
}
