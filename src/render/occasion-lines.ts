/** Dates of contacts: aligned for eyes, tab-separated and as JSON for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { BIRTHDAY, type OccasionLine } from '../domain/occasion.ts'
import { formatAnnualDay, formatDay, plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/** `birthday, turns 40`, `work anniversary, 5 years`. */
export function describeOccasion({ label, years }: OccasionLine): string {
  if (years === null || years < 1) return safeText(label)
  return `${safeText(label)}, ${label === BIRTHDAY ? `turns ${years}` : plural(years, 'year')}`
}

/** `today`, `tomorrow`, `in 3 days (25 Nov)`, `2 days ago (20 Nov)`. */
export function describeOccasionDay(on: CalendarDate, today: CalendarDate): string {
  const ahead = daysBetween(today, on)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  if (ahead === -1) return 'yesterday'
  const days = plural(Math.abs(ahead), 'day')
  return `${ahead > 0 ? `in ${days}` : `${days} ago`} (${formatDay(on, today)})`
}

/** Name, what, when. */
export function renderOccasionLines(
  dates: readonly OccasionLine[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = dates.map((date) => [
    safeText(date.contact.name),
    describeOccasion(date),
    describeOccasionDay(date.on, today),
  ])
  const paint = (text: string, row: number): string => {
    const on = dates[row]?.on
    return on === undefined || on > today ? text : style.standing[on === today ? 'due' : 'cold'](text)
  }
  return renderTable(rows, [{ shrinksTo: 10 }, { shrinksTo: 8 }, { paint }], width, style.glyphs.more)
}

/** The date itself, as it was given: `9 Dec 1906`, `9 Dec`. */
export function describeDate({ date, isYearly }: OccasionLine): string {
  return `${formatAnnualDay(date)}${isYearly ? ', every year' : ''}`
}

/** name, label, next day, date as given, `yearly` or `once`, years, days of notice. */
export function renderOccasionTsv(dates: readonly OccasionLine[]): string {
  return renderTsv(
    dates.map(({ contact, label, on, date, isYearly, years, notice }) => [
      safeText(contact.name),
      safeText(label),
      on,
      date,
      isYearly ? 'yearly' : 'once',
      years,
      notice,
    ]),
  )
}

export function occasionJson(line: OccasionLine): object {
  const { contact, label, date, isYearly, on, isPast, years, notice } = line
  return {
    contact: contact.name,
    contactUid: contact.uid,
    label,
    date,
    yearly: isYearly,
    on,
    past: isPast,
    years,
    notice,
  }
}
