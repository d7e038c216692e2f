/** Events: aligned for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { contactsOf, daysAway, type EventLine, type NewEvent, phaseOf } from '../domain/event.ts'
import { formatAgo, sayDays } from './dates.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/** `PyCon, 4 Dec to 6 Dec, Berlin`; as it was typed, not yet safe for a terminal. */
export function describeEvent({ name, on, until, place }: NewEvent, today: CalendarDate): string {
  return [name, sayDays({ from: on, to: until }, today), ...(place === null ? [] : [place])].join(', ')
}

/** `in 12 days`, `under way`, `6 weeks ago`. */
export function describePhase(event: Pick<NewEvent, 'on' | 'until'>, today: CalendarDate): string {
  const days = daysAway(event, today)
  switch (phaseOf(event, today)) {
    case 'ahead':
      return days === 1 ? 'tomorrow' : `in ${days} days`
    case 'under way':
      return event.on === event.until ? 'today' : 'under way'
    case 'over':
      return formatAgo(event.until, today)
  }
}

/** `2 to meet`, `met 3`, `met 1, 2 to meet`; whoever was to be met at an event that is over is told by `event show`. */
function describeContacts({ planned, met, ...event }: EventLine, today: CalendarDate): string {
  const isMet = new Set(met.map(({ uid }) => uid))
  const left = planned.filter(({ uid }) => !isMet.has(uid)).length
  const parts = [
    met.length === 0 ? '' : `met ${met.length}`,
    left === 0 || phaseOf(event, today) === 'over' ? '' : `${left} to meet`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Name, days, how near, place, how many contacts, id. */
export function renderEventLines(
  events: readonly EventLine[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = events.map((event) => [
    firstLine(event.name, style.glyphs.more),
    sayDays({ from: event.on, to: event.until }, today),
    describePhase(event, today),
    event.place === null ? '' : firstLine(event.place, style.glyphs.more),
    describeContacts(event, today),
    event.id,
  ])
  const paint = (text: string, row: number): string => {
    const event = events[row]
    if (event === undefined) return text
    const phase = phaseOf(event, today)
    return phase === 'over' ? style.faint(text) : phase === 'ahead' ? text : style.standing.due(text)
  }
  const columns = [{ shrinksTo: 14 }, {}, { paint }, { shrinksTo: 0 }, {}, {}]
  return renderTable(rows, columns, width, style.glyphs.more)
}

/** id, name, first day, last day, place, goal, whom to meet, who was met. */
export function renderEventTsv(events: readonly EventLine[]): string {
  return renderTsv(
    events.map((event) => [
      event.id,
      safeText(event.name),
      event.on,
      event.until,
      safeText(event.place ?? ''),
      safeText(event.goal ?? ''),
      namesIn(event.planned),
      namesIn(event.met),
    ]),
  )
}

function namesIn(contacts: EventLine['met']): string {
  return contacts.map(({ name }) => safeText(name)).join(', ')
}

/** A line of `event list --json`. */
export function eventJson(event: EventLine): object {
  const { uid, id, name, on, until, place, goal, planned, met } = event
  const contacts = contactsOf(event)
  const names = (of: EventLine['met']): readonly string[] => of.map((contact) => contact.name)
  const uids = (of: EventLine['met']): readonly string[] => of.map((contact) => contact.uid)
  return {
    uid,
    id,
    name,
    on,
    until,
    place,
    goal,
    contacts: names(contacts),
    planned: names(planned),
    met: names(met),
    contactUids: uids(contacts),
    plannedUids: uids(planned),
    metUids: uids(met),
  }
}
