/** Any CSV of contacts: Google's, Outlook's, Thunderbird's, one that somebody made. */
import { type ColumnMap, isByNumber } from '../../domain/column-map.ts'
import type { ImportFile, RowReport, SourceRow } from '../../domain/import-file.ts'
import { quoteWord } from '../../domain/shell-words.ts'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import { type CsvFile, type CsvRecord, findMisfitAt, parseCsv, quoteCell } from '../csv.ts'
import type { ReadOptions, Source } from '../source.ts'
import { decodeText } from '../text-encoding.ts'
import type { Column, Field } from './column.ts'
import { contactOf, type RowReading } from './contact-row.ts'
import { type DateOrder, orderIn } from './csv-dates.ts'
import { guessColumns } from './guess-columns.ts'
import { applyMap } from './map-columns.ts'
import { isOwnHeader, readOwnRows } from './own-csv.ts'

export interface ContactsCsvOptions extends ReadOptions {
  /** What the user says the columns hold. */
  readonly map: ColumnMap | undefined
  /** What was said of a file with these headers before. */
  readonly mapFor: (headers: readonly string[]) => ColumnMap | undefined
}

export interface ContactsCsv extends ImportFile {
  /** The header, none for a file without one. */
  readonly headers: readonly string[]
  /** What was read as what: `E-mail` of `E-mail 2 - Value`. */
  readonly columns: readonly { readonly header: string; readonly field: string }[]
  /** Columns that hold something, which was not read. */
  readonly unread: readonly string[]
}

/** How far down the header is looked for, below notes. */
const FIRST_RECORDS = 20
/** Of a header in a command that is shown. */
const LONGEST_TYPED = 100
/** Fields that can say who somebody is. */
const NAMING: readonly Field[] = ['name', 'first', 'last', 'email', 'alias', 'fileAs']

/**
 * Reads a CSV of contacts. Which column holds what is guessed from the header, unless the user says it, or said it of such a header.
 * @throws UserError (input) for a file that is no text, or has no column that can be a name or an e-mail address; (usage) for a map of
 *   columns that it does not have
 */
export function readContactsCsv(source: Source, options: ContactsCsvOptions): ContactsCsv {
  const file = baseNameOf(source.name)
  const csv = parseCsv(decodeText(source.bytes(), source.name, options.encoding), file)
  if (csv.records.length === 0) return { ...nothingIn([]), bad: csv.bad }
  const table = findHeader(csv, source.name, options)
  return isOwnHeader(table.headers) && options.map === undefined
    ? {
        ...readOwnRows(table.headers, table.rows, csvBad(csv, table), file, options.today),
        headers: table.headers,
        columns: [],
        unread: [],
      }
    : withNameless(readRows(csv, table, file, options), table, source.name)
}

interface Table {
  readonly headers: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly CsvRecord[]
  /** Where the header stands, 0 for none. */
  readonly line: number
  /** Whether the user said what columns hold. */
  readonly isMapped: boolean
}

function nothingIn(headers: readonly string[]): ContactsCsv {
  return {
    contacts: [],
    touchpoints: [],
    skipped: [],
    bad: [],
    partial: [],
    headers,
    columns: [],
    unread: [],
  }
}

function findHeader(csv: CsvFile, name: string, options: ContactsCsvOptions): Table {
  const [top = { line: 0, fields: [] }] = csv.records
  const hasNoHeader = isDataRow(top)
  if (hasNoHeader || options.map !== undefined) {
    const table =
      options.map !== undefined && isByNumber(options.map) ? withoutHeader(csv, options.map) : undefined
    if (table !== undefined && (hasNoHeader || !isNamed(guessColumns(top.fields)))) return table
  }
  if (hasNoHeader) throw noHeader(name, top)
  for (const [at, record] of csv.records.slice(0, FIRST_RECORDS).entries()) {
    if (isDataRow(record)) break
    const headers = record.fields.map((field) => field.trim())
    const guessed = guessColumns(headers)
    const map = options.map ?? options.mapFor(headers)
    if (!isNamed(guessed) && !(map !== undefined && hasColumns(headers, map))) continue
    const columns = map === undefined ? guessed : applyMap(guessed, map, headers)
    if (!isNamed(columns)) break
    return {
      headers,
      columns,
      rows: csv.records.slice(at + 1),
      line: record.line,
      isMapped: map !== undefined,
    }
  }
  const headers = likeliestHeader(csv)
  // A map that names columns which no header has is wrong in a way that can be told.
  if (options.map !== undefined) applyMap([], options.map, headers)
  throw noName(name, headers)
}

/** The widest of the first records: a note above the header has a field or two. */
function likeliestHeader(csv: CsvFile): readonly string[] {
  const widths = csv.records.slice(0, FIRST_RECORDS).map(({ fields }) => widthOf(fields))
  const widest = csv.records[widths.indexOf(Math.max(...widths))]?.fields ?? []
  return widest.map((field) => field.trim())
}

function widthOf(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1
}

function isNamed(columns: readonly Column[]): boolean {
  return columns.some(({ field }) => NAMING.includes(field))
}

function hasColumns(headers: readonly string[], map: ColumnMap): boolean {
  try {
    applyMap([], map, headers)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

/** An address or a telephone number stands where the header should. */
function isDataRow({ fields }: CsvRecord): boolean {
  return fields.some((field) => EMAIL.test(field.trim()) || PHONE.test(field.trim()))
}

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}\.[^\s@<>".]{2,63}$/
const PHONE = /^(?!\d{1,4}([-./])\d{1,2}\1\d{1,4}$)\+?[(\d][\d ()./-]{5,20}\d$/

function withoutHeader(csv: CsvFile, map: ColumnMap): Table {
  const width = Math.max(...csv.records.slice(0, FIRST_RECORDS).map(({ fields }) => fields.length))
  const headers = Array.from({ length: width }, () => '')
  return { headers: [], columns: applyMap([], map, headers), rows: csv.records, line: 0, isMapped: true }
}

function noHeader(name: string, { fields }: CsvRecord): UserError {
  const at = fields.findIndex((field) => EMAIL.test(field.trim()) || PHONE.test(field.trim()))
  const email = fields.findIndex((field) => EMAIL.test(field.trim()))
  const example = email === -1 ? 'name=1' : `name=${email === 0 ? 2 : 1},email=${email + 1}`
  return new UserError(
    'input',
    `"${name}" has no header: where the names of the columns should stand is ${quoteCell(fields[at]?.trim() ?? '')}.`,
    `Say by number which column holds what: netkeep import ${quoteWord(name)} --map ${example}`,
  )
}

function noName(name: string, headers: readonly string[]): UserError {
  const shown = headers.filter((header) => header !== '').slice(0, 12)
  const list =
    shown.length === 0 ? '' : ` Its columns: ${shown.map((header) => quoteCell(header)).join(', ')}.`
  const [first = 'Column'] = shown
  // Columns may be told by number too: nobody types a page of text.
  const column = first.length > LONGEST_TYPED ? String(headers.indexOf(first) + 1) : quoteWord(first)
  return new UserError(
    'input',
    `"${name}" has no name or e-mail column.${list}`,
    `Say which column holds what: netkeep import ${quoteWord(name)} --map name=${column}`,
  )
}

function csvBad(csv: CsvFile, { line }: Table): readonly RowReport[] {
  return csv.bad.filter((report) => report.source.line > line)
}

function readRows(csv: CsvFile, table: Table, file: string, options: ContactsCsvOptions): ContactsCsv {
  const { headers, columns, rows } = table
  const reading = readingOf(table, options)
  const width = headers.length === 0 ? Math.max(0, ...columns.map(({ place }) => place + 1)) : headers.length
  const least = lastNameIn(columns)
  const contacts = []
  const [skipped, partial]: [RowReport[], RowReport[]] = [[], []]
  const bad: RowReport[] = [...csvBad(csv, table)]
  let photos = 0
  for (const row of rows) {
    const source: SourceRow = { file, line: row.line }
    const misfit = headers.length === 0 ? undefined : findMisfitAt(width, row, least)
    if (misfit !== undefined) {
      bad.push({ source, reason: misfit })
      continue
    }
    const left: RowReport[] = []
    const contact = contactOf(row.fields, source, reading, (reason) => left.push({ source, reason }))
    partial.push(...left)
    if (contact === undefined) skipped.push({ source, reason: 'no name, e-mail or URL' })
    else contacts.push(contact)
    if (hasPhoto(row, reading)) photos++
  }
  return {
    contacts,
    touchpoints: [],
    skipped,
    bad,
    partial,
    photos,
    headers,
    columns: columns
      .filter(({ field }) => field !== 'ignored')
      .map(({ header, field }) => ({ header, field })),
    unread: unreadIn(table),
  }
}

/** Names made of addresses are second best: says how to do better, where there is a column that may hold them. */
function withNameless(read: ContactsCsv, { columns, line, isMapped }: Table, name: string): ContactsCsv {
  const [column] = read.unread
  const isNameless = columns.every(({ field }) => field === 'email' || !NAMING.includes(field))
  if (isMapped || !isNameless || column === undefined || read.contacts.length === 0) return read
  const reason = `no column for the names, so they are made of the addresses; to say which it is: netkeep import ${quoteWord(name)} --map name=${quoteWord(column)}`
  return { ...read, partial: [{ source: { file: baseNameOf(name), line }, reason }, ...(read.partial ?? [])] }
}

/** The last column of the name, or else the first e-mail address: a row that ends before it was cut off. */
function lastNameIn(columns: readonly Column[]): number {
  const placesOf = (...fields: readonly Field[]): readonly number[] =>
    columns.filter(({ field }) => fields.includes(field)).map(({ place }) => place)
  const names = placesOf('name', 'first', 'last')
  return names.length > 0 ? Math.max(...names) : (placesOf('email')[0] ?? 0)
}

function hasPhoto(row: CsvRecord, { columns }: RowReading): boolean {
  return (columns.get('photo') ?? []).some(({ place }) => (row.fields[place]?.trim() ?? '') !== '')
}

function unreadIn({ headers, columns, rows }: Table): readonly string[] {
  const read = new Set(columns.map(({ place }) => place))
  return headers.filter(
    (header, place) =>
      header !== '' && !read.has(place) && rows.some(({ fields }) => (fields[place]?.trim() ?? '') !== ''),
  )
}

function readingOf({ columns, rows, headers }: Table, options: ContactsCsvOptions): RowReading {
  const byField = new Map<Field, Column[]>()
  for (const column of columns) {
    const others = byField.get(column.field)
    if (others === undefined) byField.set(column.field, [column])
    else others.push(column)
  }
  const dated = columns.filter(({ field }) => field === 'birthday' || field === 'date' || field === 'met-on')
  const told =
    options.dateOrder ?? orderIn(dated.flatMap(({ place }) => rows.map(({ fields }) => fields[place] ?? '')))
  const isOutlook = isOutlooks(headers)
  return {
    columns: byField,
    // Only English writes the month first; Outlook in English does.
    order: (column): DateOrder | undefined =>
      told ?? (!column.isEnglish ? 'dmy' : isOutlook ? 'mdy' : undefined),
    today: options.today,
    hasCommas: !isOutlook,
  }
}

/** Columns that no other program has together. */
function isOutlooks(headers: readonly string[]): boolean {
  return ['E-mail Address', 'Business Street', 'Categories'].every((name) => headers.includes(name))
}
