/** What stands under the contacts in `due`, each kind in a section of its own: promises and dates. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { describeOccasion, renderOccasionLines } from './occasion-lines.ts'
import { renderPromiseLines } from './promise-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'

/** The first of each kind, and whether there are more: counting them would be reading them. */
export interface Reminders {
  readonly promises: readonly PromiseRecord[]
  readonly hasMorePromises: boolean
  readonly dates: readonly OccasionLine[]
  readonly hasMoreDates: boolean
}

/** The sections, a blank line before each; nothing for one that is empty. */
export function renderReminders(
  { promises, hasMorePromises, dates, hasMoreDates }: Reminders,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const section = (heading: string, lines: readonly string[], more: string): readonly string[] =>
    lines.length === 0
      ? []
      : ['', style.heading(heading), ...lines, ...(more === '' ? [] : [style.faint(more)])]
  return [
    ...section(
      'Promises',
      renderPromiseLines(promises, today, style, width),
      hasMorePromises ? 'and more: netkeep promise list' : '',
    ),
    ...section(
      'Dates',
      renderOccasionLines(dates, today, style, width),
      hasMoreDates ? 'and more: netkeep date list' : '',
    ),
  ]
}

/**
 * Lines of the same fields as those of contacts: id, name, organization, last touch, channel, text, day, days overdue, and what it is:
 * `promise`, `their promise` or `date`. The id is that of the promise; a date has none.
 */
export function renderRemindersTsv(
  { promises, dates }: Pick<Reminders, 'promises' | 'dates'>,
  today: CalendarDate,
): string {
  return renderTsv([
    ...promises.map(({ id, contact, text, on, isMine }) => [
      id,
      safeText(contact.name),
      null,
      null,
      null,
      safeText(text),
      on,
      on === null ? null : daysBetween(on, today),
      isMine ? 'promise' : 'their promise',
    ]),
    ...dates.map((date) => [
      null,
      safeText(date.contact.name),
      null,
      null,
      null,
      describeOccasion(date),
      date.on,
      daysBetween(date.on, today),
      'date',
    ]),
  ])
}
