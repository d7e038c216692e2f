/** One row of an address book to a contact. */
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import { checkName, checkNote, checkShortText } from '../../domain/contact.ts'
import {
  type ImportedContact,
  type ImportedDate,
  type ImportedPoint,
  importedContact,
  type SourceRow,
} from '../../domain/import-file.ts'
import { wordsOf } from '../../domain/match-key.ts'
import { checkTrait, type Trait } from '../../domain/trait.ts'
import { quoteCell } from '../csv.ts'
import { emailsIn, jointValues, marksIn, phonesIn, pointLabel, splitList, tagsIn, urlsIn } from './cells.ts'
import type { Column, Field } from './column.ts'
import { type DateOrder, readDate } from './csv-dates.ts'
import { unguardFormula } from './formula-guard.ts'
import { kept, keptLabels, keptPoints, type Tell } from './kept-values.ts'
import { fullName } from './name-parts.ts'
import { postalOf } from './postal.ts'

/** What holds for all rows of a file. */
export interface RowReading {
  readonly columns: ReadonlyMap<Field, readonly Column[]>
  readonly order: (column: Column) => DateOrder | undefined
  readonly today: CalendarDate
  /** Outlook has only semicolons between categories: a comma is part of one. */
  readonly hasCommas: boolean
}

/** A row's cells, by its columns. */
interface Row {
  /** The cells of all columns with this field, in the order of the file, with their columns; those that are empty are not among them. */
  all(field: Field): readonly { readonly column: Column; readonly text: string }[]
  /** The first of them, '' for none. */
  first(field: Field): string
}

/** The contact of a row, undefined where it has neither name nor e-mail address nor URL. */
export function contactOf(
  fields: readonly string[],
  source: SourceRow,
  reading: RowReading,
  tell: Tell,
): ImportedContact | undefined {
  const row = rowOf(fields, reading)
  const short = (field: Field, name: string): string | null =>
    kept(row.first(field), (text) => checkShortText(text, name), tell)
  const points = keptPoints(withPreferred(pointsOf(row, tell)), tell)
  const name =
    kept(
      fullName((field) => row.first(field)),
      checkName,
      tell,
    ) ?? ''
  if (name === '' && !points.some(hasName)) return undefined
  const postal = postalOf(reading.columns.get('address') ?? [], (column) => cellAt(fields, column))
  const dates = row.all('date').flatMap(({ column, text }) => dateOf(row, column, text, reading, tell))
  return importedContact({
    source,
    name,
    organization: short('org', 'organization'),
    title: short('title', 'title'),
    location:
      short('location', 'location') ??
      kept(postal.location, (text) => checkShortText(text, 'location'), tell),
    birthday: birthdayOf(row, reading, tell),
    note: kept(noteOf(row), (text) => checkNote(text), tell),
    metOn: metOnOf(row, reading, tell),
    metAt: short('met-at', 'place of meeting'),
    points,
    aliases: keptLabels(aliasesOf(row, name), 'alias', tell),
    tags: keptLabels(
      row.all('tag').flatMap(({ text }) => tagsIn(text, reading.hasCommas)),
      'tag',
      tell,
    ),
    traits: traitsOf(row, tell),
    dates,
    properties: postal.properties,
  })
}

function rowOf(fields: readonly string[], { columns }: RowReading): Row {
  const all: Row['all'] = (field) =>
    (columns.get(field) ?? []).flatMap((column) => {
      const text = cellAt(fields, column)
      return text === '' ? [] : [{ column, text }]
    })
  return { all, first: (field) => all(field)[0]?.text ?? '' }
}

/** Other programs keep spreadsheets from formulas in the same way as netkeep does. */
function cellAt(fields: readonly string[], { place }: Column): string {
  return unguardFormula(fields[place]?.trim() ?? '')
}

/** Whether an address or URL can give a contact a name. */
function hasName({ kind, value }: ImportedPoint): boolean {
  if (kind === 'phone') return false
  if (kind === 'email') return true
  const [path = ''] = value.split(/[?#]/)
  return wordsOf(path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1)).length > 0
}

/** A point with the column it stands in. */
interface ColumnPoint extends ImportedPoint {
  readonly column: Column
}

/** What the file marks is the one to use; else, of several, the first: phones only of numbered columns, for Outlook's begin with the assistant's. */
function withPreferred(points: readonly ColumnPoint[]): readonly ImportedPoint[] {
  const chosen = new Set(
    (['email', 'phone', 'url'] as const).flatMap((kind) => {
      const own = points.filter((point) => point.kind === kind)
      const marked = own.find(({ isPreferred }) => isPreferred)
      if (marked !== undefined || own.length < 2) return marked ?? []
      return own.find(({ column }) => kind === 'email' || column.group === '1') ?? []
    }),
  )
  return points.map((point) => {
    const { kind, value, label = null } = point
    return chosen.has(point) ? { kind, value, label, isPreferred: true } : { kind, value, label }
  })
}

function pointsOf(row: Row, tell: Tell): readonly ColumnPoint[] {
  return [
    ...row.all('email').flatMap(({ column, text }) => {
      const cell = labelCell(row, 'emailLabel', column)
      const labels = jointValues(cell)
      if (/^ex$/i.test(labels[0] ?? '') || /^\/o=/i.test(text)) {
        tell(`${quoteCell(text)} is an address within Exchange, not an e-mail address`)
        return []
      }
      return valuesWith('email', emailsIn(text), /^smtp$/i.test(labels[0] ?? '') ? '' : cell, column)
    }),
    ...lastlyMachines(
      row
        .all('phone')
        .flatMap(({ column, text }) =>
          valuesWith('phone', phonesIn(text), labelCell(row, 'phoneLabel', column), column),
        ),
    ),
    ...row
      .all('url')
      .flatMap(({ column, text }) =>
        valuesWith('url', urlsIn(text), labelCell(row, 'urlLabel', column), column),
      )
      .filter(({ value }) => isUrl(value, tell)),
  ]
}

/** Where nobody answers, or somebody else: a program's columns are in the order of their names, and the first number is the one to call. */
const NOT_FIRST = /\b(?:fax|pager|telex|tty|isdn|callback|radio|work main)\b/i

/** The numbers at which a contact answers come first. */
function lastlyMachines(phones: readonly ColumnPoint[]): readonly ColumnPoint[] {
  const isLate = ({ label }: ImportedPoint): boolean => NOT_FIRST.test(label ?? '')
  return [...phones.filter((phone) => !isLate(phone)), ...phones.filter(isLate)]
}

/** A URL has a dot in its host: `@ada` and `https://` are none. */
function isUrl(value: string, tell: Tell): boolean {
  if (/[^\s.]\.[^\s.]/.test(value)) return true
  tell(`${quoteCell(value)} is not a URL`)
  return false
}

/** Several values in one cell have one label for each, or one for all. */
function valuesWith(
  kind: ImportedPoint['kind'],
  values: readonly string[],
  cell: string,
  column: Column,
): readonly ColumnPoint[] {
  const [labels, marks] = [jointValues(cell), marksIn(cell)]
  return values
    .map((value, at) => ({
      kind,
      value,
      label: pointLabel((labels.length > 1 ? labels[at] : labels[0]) || column.label),
      isPreferred: marks[at] === true,
      column,
    }))
    .filter(({ value }) => value !== '')
}

function labelsFor(row: Row, field: Field, column: Column): readonly string[] {
  return jointValues(labelCell(row, field, column))
}

/** The labels of a column as they stand, '' for none. */
function labelCell(row: Row, field: Field, column: Column): string {
  return row.all(field).find((label) => label.column.group === column.group)?.text ?? ''
}

/** Nicknames, the reading of a name in kana, each once and not the name itself. */
function aliasesOf(row: Row, name: string): readonly string[] {
  const phonetic = row
    .all('phonetic')
    .map(({ text }) => text)
    .join(' ')
  const nicknames = row.all('alias').flatMap(({ text }) => jointValues(text))
  return [...nicknames, phonetic].filter((alias) => alias !== '' && alias !== name)
}

function traitsOf(row: Row, tell: Tell): readonly Trait[] {
  return row
    .all('interest')
    .flatMap(({ text }) => jointValues(text))
    .flatMap((text) => splitList(text, true).flatMap((part) => part.split(',')))
    .flatMap((text): readonly Trait[] => {
      const value = kept(text.trim(), (trait) => checkTrait('interest', trait), tell)
      return value === null ? [] : [{ kind: 'interest', value }]
    })
}

/** The note, and below it what there is no field for: `Department: Research`. */
function noteOf(row: Row): string {
  const extras = row.all('extra').flatMap(({ column, text }) => {
    const labels = labelsFor(row, 'extraLabel', column)
    return jointValues(text).map(
      (value, at) => `${labels[at] || labels[0] || column.label || column.header}: ${value}`,
    )
  })
  const notes = row.all('note').map(({ text }) => text)
  return [...new Set([...notes, ...extras])].join('\n')
}

function birthdayOf(row: Row, reading: RowReading, tell: Tell): string | null {
  const [written] = row.all('birthday')
  if (written !== undefined) return readCell(written.column, written.text, 'birthday', reading, tell)
  const [year, month, day] = [row.first('birthYear'), row.first('birthMonth'), row.first('birthDay')]
  if (!/[1-9]/.test(month + day)) return null
  const text = `${/[1-9]/.test(year) ? year.padStart(4, '0') : '-'}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const found = readDate(text, undefined, reading.today)
  if ('date' in found) return found.date
  tell(`the birthday ${quoteCell(text)} ${found.problem}`)
  return null
}

function readCell(
  column: Column,
  text: string,
  what: string,
  reading: RowReading,
  tell: Tell,
): string | null {
  const found = readDate(text, reading.order(column), reading.today)
  if ('date' in found) return found.date
  tell(`the ${what} ${quoteCell(text)} ${found.problem}`)
  return null
}

function dateOf(
  row: Row,
  column: Column,
  cell: string,
  reading: RowReading,
  tell: Tell,
): readonly ImportedDate[] {
  const labels = labelsFor(row, 'dateLabel', column)
  return jointValues(cell).flatMap((text, at): readonly ImportedDate[] => {
    const label = kept(
      (labels[at] || column.label || 'date').toLowerCase(),
      (value) => checkShortText(value, 'label of a date'),
      tell,
    )
    if (label === null) return []
    const date = readCell(column, text, label, reading, tell)
    return date === null ? [] : [{ label, date, isYearly: true }]
  })
}

function metOnOf(row: Row, reading: RowReading, tell: Tell): CalendarDate | null {
  const [written] = row.all('met-on')
  if (written === undefined) return null
  const date = readCell(written.column, written.text, 'day met', reading, tell)
  return date !== null && isCalendarDate(date) ? date : null
}
