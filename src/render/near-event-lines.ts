/** Events to think of: aligned for eyes, and as JSON for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { NearEvent } from '../domain/near-event.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { formatDay, plural } from './dates.ts'
import { describeOccasionDay } from './occasion-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable } from './table.ts'

/** `in 3 days (25 Nov)`, `today`, `until 27 Nov`, `ended 2 days ago: netkeep event log pycon`. */
export function describeNearEvent(event: NearEvent, today: CalendarDate): string {
  const { from, to } = event
  if (to < today) return `ended ${sayAgo(to, today)}: netkeep event log ${typedName(event)}`
  if (from > today) return describeOccasionDay(from, today)
  if (from === to) return 'today'
  return to === today ? 'ends today' : `until ${formatDay(to, today)}`
}

function sayAgo(to: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(to, today)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** A longer name would leave no room for itself. */
const LONGEST_TYPED = 30

/** By name where it can be typed as it is shown, else by id. */
function typedName({ name, id }: NearEvent): string {
  const isShort = name !== '' && name.length <= LONGEST_TYPED
  const isPlain = isShort && safeText(name) === name && !name.startsWith('-')
  return isPlain ? quoteWord(name) : id
}

/** Name, when, where, how many are to be met there. */
export function renderNearEvents(
  events: readonly NearEvent[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = events.map((event) => [
    safeText(event.name),
    describeNearEvent(event, today),
    event.to < today ? '' : safeText(event.place ?? ''),
    event.to < today || event.toMeet === 0 ? '' : `${plural(event.toMeet, 'contact')} to meet`,
  ])
  const paint = (text: string, row: number): string => {
    const event = events[row]
    return event === undefined || event.from > today ? text : style.standing.due(text)
  }
  const columns = [{ shrinksTo: 14 }, { paint }, { shrinksTo: 0 }, { shrinksTo: 0 }]
  return renderTable(rows, columns, width, style.glyphs.more)
}

/** The day that matters of it: the first, of one that is over the last. */
export function dayOf({ from, to }: NearEvent, today: CalendarDate): CalendarDate {
  return to < today ? to : from
}

export function nearEventJson(
  { uid, name, from, to, place, toMeet }: NearEvent,
  today: CalendarDate,
): object {
  return { uid, name, on: from, to, place, toMeet, over: to < today }
}
