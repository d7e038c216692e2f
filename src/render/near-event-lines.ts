/** Events to think of: aligned for eyes, and as JSON for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { NearEvent } from '../domain/near-event.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { formatDay } from './dates.ts'
import { describeOccasionDay } from './occasion-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable } from './table.ts'

/** `in 3 days (25 Nov)`, `today`, `until 27 Nov`, `ended 2 days ago`. */
function describeNearEvent({ from, to }: NearEvent, today: CalendarDate): string {
  if (to < today) return `ended ${sayAgo(to, today)}`
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

/** Where it is and how many are to be met there; of one that is over what to type next. */
function describeMore(event: NearEvent, today: CalendarDate): string {
  if (event.to < today) return `netkeep event log ${typedName(event)}`
  const { place, toMeet } = event
  return [...(place === null ? [] : [safeText(place)]), ...(toMeet === 0 ? [] : [`${toMeet} to meet`])].join(
    ', ',
  )
}

/** Name, when, and what else there is to say. */
export function renderNearEvents(
  events: readonly NearEvent[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = events.map((event) => [
    safeText(event.name),
    describeNearEvent(event, today),
    describeMore(event, today),
  ])
  const paint = (text: string, row: number): string => {
    const event = events[row]
    return event === undefined || event.from > today ? text : style.standing.due(text)
  }
  return renderTable(rows, [{ shrinksTo: 14 }, { paint }, { shrinksTo: 40 }], width, style.glyphs.more)
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
