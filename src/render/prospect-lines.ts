/** Prospects: aligned for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { NextStep, ProspectLine } from '../domain/prospect.ts'
import { formatAgo, formatDay, formatOn } from './dates.ts'
import { describeDueDay } from './promise-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/** `prospect since 3 Nov, tried twice, no answer yet`; empty for a contact that is none. */
export function describeProspect({ prospect, unanswered }: ContactLine, today: CalendarDate): string {
  if (prospect === null) return ''
  const { since, droppedOn } = prospect
  const end = droppedOn !== null ? `given up ${formatOn(droppedOn, today)}` : 'no answer yet'
  const tried = describeTries(unanswered)
  const parts = unanswered === 0 && droppedOn === null ? [tried] : [tried, end]
  return [`prospect since ${formatDay(since, today)}`, ...parts].join(', ')
}

/** `not tried yet`, `tried once`, `tried twice`, `tried 3 times`. */
function describeTries(count: number): string {
  const times = ['', 'once', 'twice'][count] ?? `${count} times`
  return count === 0 ? 'not tried yet' : `tried ${times}`
}

/** The prospect within `show` and `brief`; null for a contact that is none, or was reached. */
export function prospectMarkJson({ prospect, unanswered }: ContactLine): object | null {
  return prospect === null
    ? null
    : { since: prospect.since, attempts: unanswered, droppedOn: prospect.droppedOn }
}

/** The same as a row of fields: since, attempts, day given up. */
export function prospectMarkRow({ prospect, unanswered }: ContactLine): (string | number | null)[][] {
  return prospect === null ? [] : [['prospect', prospect.since, unanswered, prospect.droppedOn]]
}

/** After an attempt: what may come next with the prospect; undefined where there is none, or several. */
export function sayNextStep(tried: readonly ProspectLine[], today: CalendarDate): string | undefined {
  const [prospect] = tried
  if (prospect === undefined || tried.length > 1 || prospect.state === 'dropped') return undefined
  const { id, next } = prospect
  return next === null
    ? `Next step: netkeep promise add ${id} "write again" --on 1w`
    : sayOpenStep(next, today)
}

/** A step that was planned, and perhaps was taken just now. */
export function sayOpenStep({ id, text, on }: NextStep, today: CalendarDate): string {
  const when = describeDueDay(on, today)
  return `Next step: ${safeText(text)}${when === '' ? '' : `, ${when}`}. Done? netkeep promise done ${id}`
}

/** Narrower terminals do without the day since when. */
const WIDE_ENOUGH = 100

/** Name, organization, tries and the last of them, next step and its day, since when. */
export function renderProspectLines(
  prospects: readonly ProspectLine[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { more } = style.glyphs
  const rows = prospects.map(({ name, organization, attempts, lastAttemptOn, lastChannel, next, since }) => [
    safeText(name),
    safeText(organization ?? ''),
    describeTries(attempts),
    lastAttemptOn === null
      ? ''
      : `${formatAgo(lastAttemptOn, today)}${lastChannel === null ? '' : `, ${safeText(lastChannel)}`}`,
    next === null ? 'no next step' : firstLine(next.text, more),
    describeDueDay(next?.on ?? null, today),
    width < WIDE_ENOUGH ? '' : `since ${formatDay(since, today)}`,
  ])
  const paint = (text: string, row: number): string => {
    const on = prospects[row]?.next?.on
    if (on == null || on > today) return text
    return style.standing[on === today ? 'due' : 'cold'](text)
  }
  const columns = [
    { shrinksTo: 14 },
    { shrinksTo: 0 },
    {},
    { shrinksTo: 20 },
    { shrinksTo: 12 },
    { paint },
    { paint: (text: string) => style.faint(text) },
  ]
  return renderTable(rows, columns, width, more)
}

/** id, name, organization, since, attempts, last attempt, its channel, next step, its day, state. */
export function renderProspectTsv(prospects: readonly ProspectLine[]): string {
  return renderTsv(
    prospects.map((prospect) => [
      prospect.id,
      safeText(prospect.name),
      safeText(prospect.organization ?? ''),
      prospect.since,
      prospect.attempts,
      prospect.lastAttemptOn,
      safeText(prospect.lastChannel ?? ''),
      safeText(prospect.next?.text ?? ''),
      prospect.next?.on ?? null,
      prospect.state,
    ]),
  )
}

export function prospectJson(prospect: ProspectLine): object {
  const { uid, id, name, organization, since, attempts, lastAttemptOn, lastChannel, next, state } = prospect
  return {
    uid,
    id,
    name,
    organization,
    since,
    attempts,
    lastAttemptOn,
    lastChannel,
    nextStep: next?.text ?? null,
    nextOn: next?.on ?? null,
    nextId: next?.id ?? null,
    state,
  }
}
