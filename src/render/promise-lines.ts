/** Promises: aligned for eyes, tab-separated and as JSON for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { NewPromise, PromiseRecord } from '../domain/promise.ts'
import { formatDay, plural } from './dates.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { truncate } from './text-width.ts'

/** `2 days overdue`, `due today`, `by 27 Nov`, `done on 3 Nov`; nothing for an open one without a day. */
export function describePromise({ on, state, closedOn }: PromiseRecord, today: CalendarDate): string {
  if (state !== 'open') return closedOn === null ? state : `${state} on ${formatDay(closedOn, today)}`
  return describeDueDay(on, today)
}

/** For which day an open one is: `2 days overdue`, `due today`, `by 27 Nov`; nothing without a day. */
export function describeDueDay(on: CalendarDate | null, today: CalendarDate): string {
  if (on === null) return ''
  const overdue = daysBetween(on, today)
  if (overdue > 0) return `${plural(overdue, 'day')} overdue`
  return overdue === 0 ? 'due today' : `by ${formatDay(on, today)}`
}

/** What was promised on an occasion, behind another sentence: ` You promised: send the paper, by 27 Nov.`; empty for nothing. */
export function sayPromised(next: NewPromise | undefined, today: CalendarDate): string {
  if (next === undefined) return ''
  return ` You promised: ${safeText(next.text)}${next.on === null ? '' : `, by ${formatDay(next.on, today)}`}.`
}

/** A narrower terminal has what was promised on a line of its own, where names are told. */
const WIDE_ENOUGH = 60

/** Name (unless they are all of one contact), who promised what, when, id. */
export function renderPromiseLines(
  promises: readonly PromiseRecord[],
  today: CalendarDate,
  style: Style,
  width: number,
  hasNames: boolean = true,
): readonly string[] {
  const { more } = style.glyphs
  const isBelow = hasNames && width < WIDE_ENOUGH
  const said = promises.map(({ isMine, text }) => `${isMine ? 'you' : 'they'}: ${firstLine(text, more)}`)
  const rows = promises.map((promise, index) => [
    hasNames ? safeText(promise.contact.name) : '',
    isBelow ? '' : (said[index] ?? ''),
    describePromise(promise, today),
    promise.id,
  ])
  const paint = (text: string, row: number): string => {
    const promise = promises[row]
    if (promise?.state !== 'open' || promise.on === null || promise.on > today) return text
    return style.standing[promise.on === today ? 'due' : 'cold'](text)
  }
  const columns = [{ shrinksTo: 14 }, { shrinksTo: 12 }, { paint }, {}]
  const table = renderTable(rows, columns, width, more)
  if (!isBelow) return table
  return table.flatMap((row, index) => [row, truncate(`  ${said[index] ?? ''}`, width, more)])
}

/** id, name, text, day, who made it (`mine` or `theirs`), state. */
export function renderPromiseTsv(promises: readonly PromiseRecord[]): string {
  return renderTsv(
    promises.map(({ id, contact, text, on, isMine, state }) => [
      id,
      safeText(contact.name),
      safeText(text),
      on,
      isMine ? 'mine' : 'theirs',
      state,
    ]),
  )
}

export function promiseJson(promise: PromiseRecord): object {
  const { uid, id, contact, text, on, isMine, state, madeOn, closedOn } = promise
  return {
    uid,
    id,
    contact: contact.name,
    contactUid: contact.uid,
    text,
    on,
    mine: isMine,
    state,
    madeOn,
    closedOn,
  }
}
