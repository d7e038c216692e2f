/** LinkedIn's Connections.csv: one contact a row. */
import { type CalendarDate, calendarDateOf } from '../../domain/calendar-date.ts'
import {
  type ImportedContact,
  type ImportedPoint,
  importedContact,
  type RowReport,
  type SourceRow,
} from '../../domain/import-file.ts'
import { urlKey } from '../../domain/url-key.ts'
import { type CsvTable, cellReader, findMisfit, quoteCell } from '../csv.ts'

export interface Connections {
  readonly contacts: readonly ImportedContact[]
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
}

/** The columns that say who it is: a row that ends before one of them was cut off. */
const NEEDED = ['First Name', 'Last Name', 'URL', 'Email Address']

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY_MONTH_YEAR = /^(\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2})$/i
const NUMBERS = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Reads a table with the columns `First Name` and `Last Name`; all others may be missing. `seen` holds the profiles read so far,
 * by URL key, and grows: a second row of the same profile is skipped, in this file or in the next.
 */
export function readConnections(table: CsvTable, file: string, seen: Map<string, SourceRow>): Connections {
  const [first, last, company] = [
    cellReader(table, 'First Name'),
    cellReader(table, 'Last Name'),
    cellReader(table, 'Company'),
  ]
  const [url, email, position] = [
    cellReader(table, 'URL'),
    cellReader(table, 'Email Address'),
    cellReader(table, 'Position'),
  ]
  const connectedOn = cellReader(table, 'Connected On')
  const isDayFirst = table.rows.some((row) => Number(NUMBERS.exec(connectedOn(row))?.[1]) > 12)
  const contacts: ImportedContact[] = []
  const skipped: RowReport[] = []
  const bad: RowReport[] = [...table.bad]
  for (const row of table.rows) {
    const source = { file, line: row.line }
    const misfit = findMisfit(table, row, NEEDED)
    if (misfit !== undefined) {
      bad.push({ source, reason: misfit })
      continue
    }
    const name = `${first(row)} ${last(row)}`.replace(/ {2,}/g, ' ').trim()
    if (name === '' && email(row) === '' && url(row) === '') {
      skipped.push({ source, reason: 'no name, e-mail or URL' })
      continue
    }
    const written = connectedOn(row)
    const metOn = written === '' ? null : findDate(written, isDayFirst)
    if (metOn === undefined) {
      bad.push({ source, reason: `Connected On ${quoteCell(written)} is not a date between 1800 and 9999` })
      continue
    }
    const key = urlKey(url(row))
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      const place = earlier.file === file ? '' : ` of ${earlier.file}`
      skipped.push({ source, reason: `the same profile as line ${earlier.line}${place}` })
      continue
    }
    if (key !== '') seen.set(key, source)
    const points: readonly ImportedPoint[] = [
      { kind: 'url', value: url(row), isProfile: true },
      { kind: 'email', value: email(row) },
    ]
    contacts.push(
      importedContact({
        source,
        name,
        organization: company(row) || null,
        title: position(row) || null,
        points: points.filter(({ value }) => value !== ''),
        metOn,
      }),
    )
  }
  return { contacts, skipped, bad }
}

/** `12 Jan 2024` as LinkedIn writes it, `7-Feb-22` or `10/15/2023` after a trip through a spreadsheet, ISO; undefined for others. */
function findDate(text: string, isDayFirst: boolean): CalendarDate | undefined {
  const iso = ISO.exec(text)
  if (iso !== null) return calendarDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = DAY_MONTH_YEAR.exec(text)
  if (named !== null) {
    const month = MONTHS.indexOf(String(named[2]).toLowerCase()) + 1
    return calendarDateOf(fullYear(String(named[3])), month, Number(named[1]))
  }
  const numbers = NUMBERS.exec(text)
  if (numbers === null) return undefined
  const [month, day] = isDayFirst ? [numbers[2], numbers[1]] : [numbers[1], numbers[2]]
  return calendarDateOf(fullYear(String(numbers[3])), Number(month), Number(day))
}

/** LinkedIn opened in 2003, so two digits are a year of this century. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}
