/** Events to think of: aligned for eyes, and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { phaseOf } from '../domain/event.ts'
import type { NearEvent } from '../domain/near-event.ts'
import { formatDay } from './dates.ts'
import { describePhase } from './event-lines.ts'
import { describeOccasionDay } from './occasion-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable } from './table.ts'
import { typedAgain } from './typed-again.ts'

/** `in 3 days (25 Nov)`, `today`, `until 27 Nov`, `ended 2 days ago`. */
function describeNearEvent(event: NearEvent, today: CalendarDate): string {
  switch (phaseOf(event, today)) {
    case 'ahead':
      return describeOccasionDay(event.on, today)
    case 'over':
      return `ended ${describePhase(event, today)}`
    case 'under way':
      if (event.on === event.until) return 'today'
      return event.until === today ? 'ends today' : `until ${formatDay(event.until, today)}`
  }
}

/** Where it is, how many are to be met there, and what for; nothing of one that is over. */
function describeMore(event: NearEvent, today: CalendarDate, more: string): string {
  if (phaseOf(event, today) === 'over') return ''
  const { place, toMeet, goal } = event
  const parts = [
    place === null ? '' : firstLine(place, more),
    toMeet === 0 ? '' : `${toMeet} to meet`,
    goal === null ? '' : firstLine(goal, more),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What to type of one that has begun. */
function describeNext(event: NearEvent, today: CalendarDate): string {
  return event.on > today ? '' : `netkeep event log ${typedAgain(event, event.isSurelyNamed)}`
}

/** Name, when, what else there is to say, what to type. */
export function renderNearEvents(
  events: readonly NearEvent[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { more } = style.glyphs
  const rows = events.map((event) => [
    safeText(event.name),
    describeNearEvent(event, today),
    describeMore(event, today, more),
    describeNext(event, today),
  ])
  const paint = (text: string, row: number): string => {
    const event = events[row]
    return event === undefined || event.on > today ? text : style.standing.due(text)
  }
  return renderTable(rows, [{ shrinksTo: 14 }, { paint }, { shrinksTo: 0 }, {}], width, more)
}

/** The day that matters of it: the first, of one that is over the last. */
export function dayOf({ on, until }: NearEvent, today: CalendarDate): CalendarDate {
  return until < today ? until : on
}

export function nearEventJson(
  { uid, name, on, until, place, goal, toMeet }: NearEvent,
  today: CalendarDate,
): object {
  return { uid, name, on, to: until, place, goal, toMeet, over: until < today }
}
