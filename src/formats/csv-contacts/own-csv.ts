/** Reads netkeep's own CSV: every value comes back as it was, with the contact's uid and cadence. */
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import { checkName, checkNote, checkShortText, type PointKind } from '../../domain/contact.ts'
import {
  type ImportedCadence,
  type ImportedContact,
  type ImportedDate,
  type ImportedPoint,
  type ImportFile,
  importedContact,
  type RowReport,
} from '../../domain/import-file.ts'
import { findInterval } from '../../domain/interval.ts'
import { checkTrait, TRAIT_KINDS, type Trait } from '../../domain/trait.ts'
import { type CsvRecord, findMisfitAt, quoteCell } from '../csv.ts'
import { readDate } from './csv-dates.ts'
import { unguardFormula } from './formula-guard.ts'
import { splitCell } from './joined-cell.ts'
import { kept, keptLabels, keptPoints, type Tell } from './kept-values.ts'
import { DATE_HEADER, labelOf, numbered, POINT_HEADERS, TRAIT_HEADERS, UID_HEADER } from './own-columns.ts'

type CellOf = (header: string) => string

const UID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isOwnHeader(headers: readonly string[]): boolean {
  return headers.includes(UID_HEADER) && headers.includes('Name')
}

export function readOwnRows(
  headers: readonly string[],
  rows: readonly CsvRecord[],
  unreadable: readonly RowReport[],
  file: string,
  today: CalendarDate,
): ImportFile {
  const places = new Map(headers.map((header, place): [string, number] => [header, place]).reverse())
  const contacts: ImportedContact[] = []
  const [skipped, partial]: [RowReport[], RowReport[]] = [[], []]
  const bad = [...unreadable]
  for (const row of rows) {
    const source = { file, line: row.line }
    const misfit = findMisfitAt(headers.length, row, headers.indexOf('Name'))
    if (misfit !== undefined) {
      bad.push({ source, reason: misfit })
      continue
    }
    const cell: CellOf = (header) => unguardFormula(row.fields[places.get(header) ?? -1]?.trim() ?? '')
    const said = contactIn(cell, today, headers, (reason) => partial.push({ source, reason }))
    if (said.name === '' && !said.points.some(({ kind }) => kind !== 'phone'))
      skipped.push({ source, reason: 'no name, e-mail or URL' })
    else contacts.push(importedContact({ ...said, source }))
  }
  return { contacts, touchpoints: [], skipped, bad, partial }
}

function contactIn(
  cell: CellOf,
  today: CalendarDate,
  headers: readonly string[],
  tell: Tell,
): Omit<ImportedContact, 'source'> {
  const short = (header: string, field: string): string | null =>
    kept(cell(header), (text) => checkShortText(text, field), tell)
  const uid = cell(UID_HEADER).toLowerCase()
  return {
    sourceId: null,
    uid: UID.test(uid) ? uid : null,
    name: kept(cell('Name'), checkName, tell) ?? '',
    organization: short('Organization Name', 'organization'),
    title: short('Organization Title', 'title'),
    location: short('Location', 'location'),
    birthday: dayIn(cell('Birthday'), 'birthday', today, tell),
    note: kept(cell('Notes'), (text) => checkNote(text), tell),
    metOn: calendarDayIn(cell('Met On'), 'day met', today, tell),
    metAt: short('Met At', 'place of meeting'),
    points: keptPoints(pointsIn(cell, headers), tell),
    aliases: keptLabels(splitCell(cell('Nickname')), 'alias', tell),
    tags: keptLabels(splitCell(cell('Labels')), 'tag', tell),
    traits: traitsIn(cell, tell),
    dates: datesIn(cell, headers, today, tell),
    properties: splitCell(cell('vCard Properties')),
    cadence: cadenceIn(cell, tell),
  }
}

function pointsIn(cell: CellOf, headers: readonly string[]): readonly ImportedPoint[] {
  const kinds: readonly PointKind[] = ['email', 'phone', 'url']
  return kinds.flatMap((kind) =>
    numbersOf(POINT_HEADERS[kind], headers)
      .map((number) => ({
        kind,
        value: cell(numbered(POINT_HEADERS[kind], number, 'Value')),
        ...labelOf(cell(numbered(POINT_HEADERS[kind], number, 'Label'))),
      }))
      .filter(({ value }) => value !== ''),
  )
}

/** The numbers that a header has columns for. */
function numbersOf(what: string, headers: readonly string[]): readonly number[] {
  const known = new Set(headers)
  const numbers: number[] = []
  for (let number = 1; known.has(numbered(what, number, 'Value')); number++) numbers.push(number)
  return numbers
}

function traitsIn(cell: CellOf, tell: Tell): readonly Trait[] {
  return TRAIT_KINDS.flatMap((kind) =>
    splitCell(cell(TRAIT_HEADERS[kind])).flatMap((text): readonly Trait[] => {
      const value = kept(text, (trait) => checkTrait(kind, trait), tell)
      return value === null ? [] : [{ kind, value }]
    }),
  )
}

function datesIn(
  cell: CellOf,
  headers: readonly string[],
  today: CalendarDate,
  tell: Tell,
): readonly ImportedDate[] {
  return numbersOf(DATE_HEADER, headers).flatMap((number): readonly ImportedDate[] => {
    const label = kept(
      cell(numbered(DATE_HEADER, number, 'Label')),
      (text) => checkShortText(text, 'label of a date'),
      tell,
    )
    const isYearly = cell(numbered(DATE_HEADER, number, 'Repeats')) !== 'once'
    const written = cell(numbered(DATE_HEADER, number, 'Value'))
    // A single date may lie ahead.
    const date = isCalendarDate(written) ? written : dayIn(written, label ?? 'date', today, tell)
    return label === null || date === null ? [] : [{ label, date, isYearly }]
  })
}

function cadenceIn(cell: CellOf, tell: Tell): ImportedCadence | null {
  const circle = kept(cell('Circle'), (text) => checkShortText(text, 'circle'), tell)
  const interval = intervalIn(cell('Own Interval'), tell)
  const snoozed = cell('Snoozed Until')
  const snoozedUntil = isCalendarDate(snoozed) ? snoozed : null
  if (snoozed !== '' && snoozedUntil === null) tell(`the day of the snooze ${quoteCell(snoozed)} is no date`)
  const isPaused = cell('Paused On') !== ''
  if (circle === null && interval === null && snoozedUntil === null && !isPaused) return null
  return {
    circle: circle === null ? null : { name: circle, interval: intervalIn(cell('Circle Interval'), tell) },
    interval,
    snoozedUntil,
    isPaused,
  }
}

function intervalIn(text: string, tell: Tell): string | null {
  if (text === '' || text === 'none' || findInterval(text) !== undefined) return text || null
  tell(`the interval ${quoteCell(text)} is none`)
  return null
}

function dayIn(text: string, what: string, today: CalendarDate, tell: Tell): string | null {
  const found = readDate(text, undefined, today)
  if ('date' in found) return found.date
  tell(`the ${what} ${quoteCell(text)} ${found.problem}`)
  return null
}

function calendarDayIn(text: string, what: string, today: CalendarDate, tell: Tell): CalendarDate | null {
  const date = dayIn(text, what, today, tell)
  return date !== null && isCalendarDate(date) ? date : null
}
