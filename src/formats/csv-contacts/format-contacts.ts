/** Contacts to netkeep's own CSV, which spreadsheets open and other address books import. */
import type { PointKind } from '../../domain/contact.ts'
import type { ExportedContact } from '../../domain/exported-contact.ts'
import { formatCsv } from '../csv.ts'
import { guardFormula } from './formula-guard.ts'
import {
  DATE_HEADER,
  FIRST_COLUMNS,
  LAST_COLUMNS,
  markedLabel,
  numbered,
  POINT_HEADERS,
} from './own-columns.ts'

/** Contacts a piece of text. */
const BATCH = 200
const KINDS: readonly PointKind[] = ['email', 'phone', 'url']

interface Counts {
  readonly email: number
  readonly phone: number
  readonly url: number
  readonly dates: number
}

/**
 * The CSV in pieces: UTF-8 without a mark when written, lines end with LF. What a spreadsheet would take for a formula gets an apostrophe
 * before it, which reading takes away again; not with `isRaw`.
 */
export function* formatContactsCsv(
  contacts: Iterable<ExportedContact>,
  { isRaw }: { readonly isRaw: boolean },
): Generator<string> {
  // The header has as many numbered columns as some contact needs, so all of them are looked at first.
  const all = [...contacts]
  const counts = countsOf(all)
  yield formatCsv([headerFor(counts)])
  for (let from = 0; from < all.length; from += BATCH) {
    const rows = all.slice(from, from + BATCH).map((contact) => rowOf(contact, counts))
    yield formatCsv(isRaw ? rows : rows.map((row) => row.map(guardFormula)))
  }
}

function countsOf(contacts: readonly ExportedContact[]): Counts {
  const counts = { email: 0, phone: 0, url: 0, dates: 0 }
  for (const { points, dates } of contacts) {
    for (const kind of KINDS)
      counts[kind] = Math.max(counts[kind], points.filter((point) => point.kind === kind).length)
    counts.dates = Math.max(counts.dates, dates.length)
  }
  return counts
}

function headerFor(counts: Counts): readonly string[] {
  return [
    ...FIRST_COLUMNS.map(([header]) => header),
    ...KINDS.flatMap((kind) =>
      range(counts[kind]).flatMap((number) => [
        numbered(POINT_HEADERS[kind], number, 'Label'),
        numbered(POINT_HEADERS[kind], number, 'Value'),
      ]),
    ),
    ...range(counts.dates).flatMap((number) => [
      numbered(DATE_HEADER, number, 'Label'),
      numbered(DATE_HEADER, number, 'Value'),
      numbered(DATE_HEADER, number, 'Repeats'),
    ]),
    ...LAST_COLUMNS.map(([header]) => header),
  ]
}

function rowOf(contact: ExportedContact, counts: Counts): readonly string[] {
  const pointsOf = (kind: PointKind): readonly string[] => {
    const points = contact.points.filter((point) => point.kind === kind)
    return range(counts[kind]).flatMap((number) => {
      const point = points[number - 1]
      return point === undefined ? ['', ''] : [markedLabel(point), point.value]
    })
  }
  return [
    ...FIRST_COLUMNS.map(([, of]) => of(contact)),
    ...KINDS.flatMap(pointsOf),
    ...range(counts.dates).flatMap((number) => {
      const date = contact.dates[number - 1]
      return date === undefined ? ['', '', ''] : [date.label, date.date, date.isYearly ? 'yearly' : 'once']
    }),
    ...LAST_COLUMNS.map(([, of]) => of(contact)),
  ]
}

/** 1 to `count`. */
function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}
