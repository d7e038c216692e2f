/**
 * CSV text (RFC 4180, and what spreadsheets make of it) to records, and the table under a header. The only user of papaparse.
 */
import Papa from 'papaparse'
import type { RowReport } from '../domain/import-file.ts'
import { UserError } from '../errors.ts'

export interface CsvRecord {
  /** 1-based line of the file on which the record starts; the lines inside quoted fields count. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface CsvFile {
  /** In file order, without blank lines and lines of separators only. */
  readonly records: readonly CsvRecord[]
  /** Records whose quotes do not pair up. */
  readonly bad: readonly RowReport[]
}

type Newline = '\n' | '\r'

const SEPARATORS = [',', ';', '\t'] as const
/** How much of a file is looked at to guess its separator and line ends, and to find its header. */
const SAMPLE_CHARACTERS = 65_536
const SAMPLE_RECORDS = 20

/** Below the header: what fits into memory, with all that is made of a row (250,000 contacts: 1.6 GB). */
const MOST_ROWS = 250_000

/**
 * Reads CR, LF or CRLF lines, separated by comma, semicolon or TAB, whichever the file uses.
 * @throws UserError (input) for a file of more rows than fit into memory
 */
export function parseCsv(text: string, file: string): CsvFile {
  const unquoted = text.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*(?:"|$)/g, '')
  const newline = guessNewline(unquoted)
  const records: CsvRecord[] = []
  const bad: RowReport[] = []
  let line = 1
  Papa.parse<string[]>(text, {
    delimiter: guessSeparator(unquoted, newline),
    newline,
    // It cuts the whole text into lines at once: a hundred million of them, where there is nothing else in it.
    fastMode: false,
    // Row by row, so that those without anything are gone at once.
    step: ({ data: fields, errors: [error] }) => {
      dropCarriageReturn(fields)
      const breaks = lineBreaksIn(fields)
      if (error !== undefined)
        bad.push({ source: { file, line }, reason: quoteReason(error.code, line, breaks) })
      else if (fields.some((field) => field.trim() !== '')) records.push({ line, fields })
      line += 1 + breaks
      if (records.length + bad.length > MOST_ROWS + 1) throw tooManyRows(file)
    },
  })
  return { records, bad }
}

function tooManyRows(file: string): UserError {
  return new UserError(
    'input',
    `"${file}" has more than ${MOST_ROWS.toLocaleString('en')} rows.`,
    'Split it and import the parts.',
  )
}

/** Says how far the damage goes: a quote out of place can take the next rows into its field. */
function quoteReason(code: string, line: number, breaks: number): string {
  if (code === 'MissingQuotes') return 'opens a quote that is never closed, so nothing below it could be read'
  const reason = 'has a quote in the middle of a quoted field'
  return breaks === 0 ? reason : `${reason}, which hides everything down to line ${line + breaks}`
}

/** Files with mixed CRLF and LF are read as LF: papaparse skips a CR behind a closing quote, and this drops any other. */
function dropCarriageReturn(fields: string[]): void {
  const last = fields.at(-1)
  if (last?.endsWith('\r')) fields[fields.length - 1] = last.slice(0, -1)
}

function lineBreaksIn(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r')) breaks += field.split(/\r\n|\r|\n/).length - 1
  }
  return breaks
}

/** CR only where no LF stands outside quotes: old spreadsheets end lines with CR and write LF inside cells. */
function guessNewline(unquoted: string): Newline {
  return unquoted.includes('\r') && !unquoted.includes('\n') ? '\r' : '\n'
}

/**
 * The separator that cuts the most fields out of lines of one same width. Counting separators alone would take the commas
 * inside the notes of a semicolon file.
 */
function guessSeparator(unquoted: string, newline: Newline): string {
  const lines = unquoted.split(newline, SAMPLE_RECORDS)
  let best = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const linesOfWidth = new Map<number, number>()
    for (const line of lines) {
      const width = line.split(separator).length
      linesOfWidth.set(width, (linesOfWidth.get(width) ?? 0) + 1)
    }
    const score = Math.max(...[...linesOfWidth].map(([width, count]) => (width - 1) * count))
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** What stands under a header. */
export interface CsvTable {
  /** Place of each column by its folded name; of two columns with the same name the first. */
  readonly columns: ReadonlyMap<string, number>
  /** Number of columns, named or not. */
  readonly width: number
  readonly rows: readonly CsvRecord[]
  readonly bad: readonly RowReport[]
}

/**
 * The table whose header is the first record, of the first 20, that holds all of `names`; what stands above is a note.
 * Case and outer spaces do not matter.
 */
export function findTable(csv: CsvFile, names: readonly string[]): CsvTable | undefined {
  for (const [at, header] of csv.records.slice(0, SAMPLE_RECORDS).entries()) {
    const cells = header.fields.map(foldColumn)
    if (!names.every((name) => cells.includes(foldColumn(name)))) continue
    return {
      columns: new Map(cells.map((cell, place): [string, number] => [cell, place]).reverse()),
      width: cells.length,
      rows: csv.records.slice(at + 1),
      bad: csv.bad.filter((report) => report.source.line > header.line),
    }
  }
  return undefined
}

export function hasColumn(table: CsvTable, name: string): boolean {
  return table.columns.has(foldColumn(name))
}

/** Reads cells by column name, trimmed; '' where the column or the field is missing. Looks each column up once, not once a row. */
export function cellReader(table: CsvTable, name: string): (row: CsvRecord) => string {
  const place = table.columns.get(foldColumn(name)) ?? -1
  return (row) => row.fields[place]?.trim() ?? ''
}

/**
 * Why a row does not fit its header, or undefined when it does. It may be longer by empty fields only. It may be shorter, as
 * some programs drop empty fields at the end, unless it ends before one of the `needed` columns that the header has.
 */
export function findMisfit(table: CsvTable, row: CsvRecord, needed: readonly string[]): string | undefined {
  const places = needed.map((name) => table.columns.get(foldColumn(name)) ?? -1)
  return findMisfitAt(table.width, row, Math.max(-1, ...places))
}

/** The same for a header of that width; a row must not end before the place `least`. */
export function findMisfitAt(width: number, row: CsvRecord, least: number): string | undefined {
  const count = row.fields.length
  const fits = count < width ? least < count : row.fields.slice(width).every((field) => field.trim() === '')
  if (fits) return undefined
  return `has ${count} ${count === 1 ? 'field' : 'fields'} where the header has ${width}`
}

/** Records as lines, each with a line feed. A field is quoted where another program might take it apart, at a semicolon too. */
export function formatCsv(records: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    records.map((fields) => [...fields]),
    { newline: '\n', quotes: (field: unknown) => /[;\t\r\n]|^\s|\s$/.test(String(field)) },
  )
  return records.length === 0 ? '' : `${text}\n`
}

/** A cell's text for a message: in quotes, cut at 40 characters. */
export function quoteCell(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 39).toWellFormed()}…"` : `"${text}"`
}

function foldColumn(name: string): string {
  return name.trim().toLowerCase()
}
