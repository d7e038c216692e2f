/** Triage: the card of a contact to judge by, the contacts that wait, and what was answered. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { loadPerDay } from '../domain/spread.ts'
import { type TriageCard, tallyOf, type Verdict, type WaitingContact } from '../domain/triage.ts'
import { describeMeeting } from './contact-card.ts'
import { formatAgo, formatDay, plural } from './dates.ts'
import { sayLoad } from './load.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { truncate, widthOf, wrapText } from './text-width.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

/** Name and id, title and organization, how they met, addresses, and the last touchpoint with its note; each of two lines at most. */
export function renderTriageCard(
  { contact, details, emails, urls, last }: TriageCard,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { more } = style.glyphs
  const job = [details.title, contact.organization].filter((part) => part !== null).join(', ')
  const meeting = describeMeeting(details, today)
  const fields = [
    job,
    meeting === '' ? '' : `met ${meeting}`,
    [...emails, ...urls].join(', '),
    last === undefined
      ? 'not yet in touch'
      : `${sayTouchpoints(contact.touchpoints)} ${formatAgo(last.on, today)}: ${describeTouchpoint(last, contact.uid)}`,
  ]
  const name = truncate(safeText(contact.name), Math.max(10, width - widthOf(contact.id) - 3), more)
  return [
    `${style.heading(name)}  ${style.faint(contact.id)}`,
    ...fields
      .filter((text) => text !== '')
      .flatMap((text) => wrapText(truncate(safeText(text), 2 * width - 10, more), width - 1)),
    ...(last?.note == null
      ? []
      : [style.faint(truncate(`  ${firstLine(last.note, more)}`, width - 1, more))]),
  ]
}

function sayTouchpoints(count: number): string {
  return count === 1 ? 'one touchpoint,' : `${formatCount(count)} touchpoints, the last`
}

/** `12 of 1,858; so far 3 close, 5 wide`. */
export function sayProgress(place: number, total: number, verdicts: readonly Verdict[]): string {
  const where = `${formatCount(place)} of ${formatCount(total)}`
  return verdicts.length === 0 ? where : `${where}; so far ${sayTally(verdicts)}`
}

/** `3 close, 5 wide, 2 none, 1 removed, 4 skipped`. */
function sayTally(verdicts: readonly Verdict[]): string {
  return tallyOf(verdicts)
    .map(({ verdict, count }) => `${formatCount(count)} ${sayVerdict(verdict)}`)
    .join(', ')
}

export function sayVerdict(verdict: Verdict): string {
  return verdict.kind === 'circle' ? safeText(verdict.circle.name) : verdict.kind
}

/** What was answered, what that asks for, who is left, and how to take it back: a sentence or two a line. */
export function renderTriageSummary(
  verdicts: readonly Verdict[],
  left: number,
  { again, undo }: { readonly again: string; readonly undo: string },
): readonly string[] {
  const settled = verdicts.filter(({ kind }) => kind !== 'skipped')
  const skipped = verdicts.length - settled.length
  const intervals = verdicts.flatMap((verdict) =>
    verdict.kind === 'circle' ? [verdict.circle.interval] : [],
  )
  const done =
    settled.length === 0
      ? 'Nothing was changed'
      : `Triaged ${formatCount(settled.length)} ${settled.length === 1 ? 'contact' : 'contacts'}: ${sayTally(settled)}`
  return [
    `${done}${skipped === 0 ? '' : `; ${formatCount(skipped)} skipped`}.`,
    ...(intervals.length === 0 ? [] : [sayLoad(loadPerDay(intervals), 0)]),
    left === 0
      ? 'Nobody is left. Who is due: netkeep due'
      : `${formatCount(left)} ${left === 1 ? 'is' : 'are'} left. To go on: ${safeText(again)}`,
    ...(settled.length === 0 ? [] : [`Undo: ${undo}`]),
  ]
}

const COLUMNS = [{ shrinksTo: 14 }, { shrinksTo: 0 }, { shrinksTo: 0 }, {}, {}]

/** For a terminal on which nothing can be asked: name, organization, title, touchpoints, the last touch or the day met. */
export function renderWaitingLines(
  contacts: readonly WaitingContact[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = contacts.map(({ name, organization, title, touchpoints, lastOn, metOn }) => [
    safeText(name),
    safeText(organization ?? ''),
    safeText(title ?? ''),
    touchpoints === 0 ? '' : plural(touchpoints, 'touchpoint'),
    lastOn !== null ? formatAgo(lastOn, today) : metOn !== null ? `met ${formatDay(metOn, today)}` : '',
  ])
  return renderTable(rows, COLUMNS, width, style.glyphs.more)
}

/** id, name, organization, title, touchpoints, last touch, met on. */
export function renderWaitingTsv(contacts: readonly WaitingContact[]): string {
  return renderTsv(
    contacts.map(({ id, name, organization, title, touchpoints, lastOn, metOn }) => [
      id,
      safeText(name),
      safeText(organization ?? ''),
      safeText(title ?? ''),
      touchpoints,
      lastOn,
      metOn,
    ]),
  )
}

export function waitingJson(contact: WaitingContact): object {
  const { uid, id, name, organization, title, touchpoints, lastOn, metOn } = contact
  return { uid, id, name, organization, title, touchpoints, lastOn, metOn }
}

/** `1,858`. */
function formatCount(count: number): string {
  return count.toLocaleString('en')
}
