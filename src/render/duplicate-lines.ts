/** Pairs of contacts that may be one: in lines, as two cards to compare, and what was answered. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactDetails, ListedContact } from '../domain/contact-line.ts'
import type { DuplicateReason } from '../domain/duplicate.ts'
import { listJson } from './contact-json.ts'
import { describeCadence, describeLastTouch } from './contact-lines.ts'
import { plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
import { truncate, wrapText } from './text-width.ts'

/** A pair with what is told of both; the first is the one to keep. */
export interface ShownPair {
  readonly score: number
  readonly reasons: readonly DuplicateReason[]
  readonly a: ListedContact
  readonly b: ListedContact
}

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { shrinksTo: 16 },
  { shrinksTo: 16 },
  { shrinksTo: 0 },
]

/** Score, both with their ids, the reasons; then what to type. */
export function renderPairs(pairs: readonly ShownPair[], style: Style, width: number): readonly string[] {
  const rows = pairs.map(({ score, reasons, a, b }) => [
    String(score),
    `${a.id} ${safeText(a.name)}`,
    `${b.id} ${safeText(b.name)}`,
    sayReasons(reasons),
  ])
  const [first] = pairs
  const ids = first === undefined ? 'ID ID' : `${first.a.id} ${first.b.id}`
  return [
    ...renderTable(rows, COLUMNS, width, style.glyphs.more),
    ...[`One contact: netkeep merge ${ids}`, `Two: netkeep duplicates --not-same ${ids}`].map((line) =>
      style.faint(line),
    ),
  ]
}

/** score, id and name of the one to keep, id and name of the other, reasons. */
export function renderPairsTsv(pairs: readonly ShownPair[]): string {
  return renderTsv(
    pairs.map(({ score, reasons, a, b }) => [
      score,
      a.id,
      safeText(a.name),
      b.id,
      safeText(b.name),
      sayReasons(reasons),
    ]),
  )
}

export function pairJson({ score, reasons, a, b }: ShownPair): object {
  return { score, reasons, a: listJson(a), b: listJson(b) }
}

function sayReasons(reasons: readonly DuplicateReason[]): string {
  return reasons.map(({ text }) => safeText(text)).join('; ')
}

/** One of the two: name and id, job, where and when born, addresses, cadence and last touch; each of two lines at most. */
export function renderSide(
  line: ListedContact,
  details: ContactDetails,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { more } = style.glyphs
  const told = [
    [details.title, line.organization],
    [details.location, details.birthday],
    [...line.emails, ...line.phones, ...line.urls],
    [describeCadence(line), describeLastTouch(line, today), ...line.tags.map((tag) => `+${tag}`)],
  ]
  const name = [line.name, ...details.aliases].join(', also ')
  return [
    `${style.heading(truncate(safeText(name), Math.max(10, width - line.id.length - 3), more))}  ${style.faint(line.id)}`,
    ...told
      .map((parts) => parts.filter((part) => part !== null && part !== '').join(', '))
      .filter((text) => text !== '')
      .flatMap((text) => wrapText(truncate(safeText(text), 2 * width - 10, more), width - 3))
      .map((text) => `  ${text}`),
  ]
}

/** `3 of 12: 96, same e-mail address ada@x.org; same name`. */
export function sayPair(
  { score, reasons }: Pick<ShownPair, 'score' | 'reasons'>,
  place: number,
  total: number,
): string {
  return `${place.toLocaleString('en')} of ${total.toLocaleString('en')}: ${score}, ${sayReasons(reasons)}`
}

export type PairVerdict = 'merged' | 'not the same' | 'skipped'

/** What was answered, how many are left, and how to take it back. */
export function renderPairSummary(
  verdicts: readonly PairVerdict[],
  left: number,
  { again, undo }: { readonly again: string; readonly undo: string },
): readonly string[] {
  const count = (wanted: PairVerdict): number => verdicts.filter((verdict) => verdict === wanted).length
  const [merged, apart, skipped] = [count('merged'), count('not the same'), count('skipped')]
  const parts = [
    ...(merged > 0 ? [`merged ${plural(merged, 'pair')}`] : []),
    ...(apart > 0 ? [`${plural(apart, 'pair')} not the same`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ]
  const done = merged + apart === 0 ? ['nothing was changed', ...parts] : parts
  const text = done.join(', ')
  return [
    `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    left === 0
      ? 'No pair is left.'
      : `${plural(left, 'pair')} ${left === 1 ? 'is' : 'are'} left. To go on: ${safeText(again)}`,
    ...(merged + apart === 0 ? [] : [`Undo: ${undo}`]),
  ]
}
