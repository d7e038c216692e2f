/** One event in full: what for, whom to meet, who was met, what follows. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type EventCard, type EventLine, phaseOf } from '../domain/event.ts'
import { groupBy } from '../domain/group-by.ts'
import { renderCardHeading } from './card-heading.ts'
import { datedLines, roomBehindDay } from './dated-lines.ts'
import { plural, sayDays } from './dates.ts'
import { describePhase, eventJson } from './event-lines.ts'
import { promiseJson, renderPromiseLines } from './promise-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, wrapText } from './text-width.ts'

const LABEL_WIDTH = 6

export function renderEventCard(card: EventCard, today: CalendarDate, style: Style, width: number): string {
  const { event, meetings, promises } = card
  const isMet = new Set(event.met.map(({ uid }) => uid))
  const missing = event.planned.filter(({ uid }) => !isMet.has(uid))
  const isOver = phaseOf(event, today) === 'over'
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.heading(heading), ...lines]
  const names = missing.map(({ name }) => safeText(name)).join(', ')
  const lines = [
    ...renderEventHead(event, today, style, width),
    ...section(
      isOver ? `Not met: ${missing.length}` : `To meet: ${missing.length}`,
      names === '' ? [] : wrapText(names, width),
    ),
    ...section(
      `Met: ${event.met.length}`,
      [...groupBy(meetings, ({ touchpoint }) => touchpoint).values()].flatMap((together) => {
        const [first] = together
        const names = wrapText(together.map(({ name }) => safeText(name)).join(', '), roomBehindDay(width))
        return first === undefined ? [] : datedLines(first.on, names, first.note, today, style, width)
      }),
    ),
    ...section(plural(promises.length, 'promise'), renderPromiseLines(promises, today, style, width)),
  ]
  return `${lines.join('\n')}\n`
}

/** Name and id, days, place, goal. */
export function renderEventHead(
  event: EventLine,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const fields = [
    ['days', `${sayDays({ from: event.on, to: event.until }, today)}, ${describePhase(event, today)}`],
    ['place', safeText(event.place ?? '')],
    ['goal', safeText(event.goal ?? '')],
  ] as const
  return [
    ...renderCardHeading(firstLine(event.name, style.glyphs.more), event.id, style, width),
    ...fields
      .filter(([, value]) => value !== '')
      .flatMap(([label, value]) =>
        wrapText(value, Math.max(20, width - LABEL_WIDTH - 1)).map(
          (text, index) => `${style.faint(padEnd(index === 0 ? label : '', LABEL_WIDTH))} ${text}`,
        ),
      ),
  ]
}

/** A line a field; `planned`, name; `met`, day, name, note; `promise`, id, name, text, day, state. */
export function renderEventCardTsv({ event, meetings, promises }: EventCard): string {
  const fields = [
    ['name', safeText(event.name)],
    ['id', event.id],
    ['on', event.on],
    ['until', event.until],
    ['place', safeText(event.place ?? '')],
    ['goal', safeText(event.goal ?? '')],
  ]
  return renderTsv([
    ...fields.filter(([, value]) => value !== ''),
    ...event.planned.map(({ name }) => ['planned', safeText(name)]),
    ...meetings.map(({ on, name, note }) => ['met', on, safeText(name), safeText(note ?? '')]),
    ...promises.map(({ id, contact, text, on, state }) => [
      'promise',
      id,
      safeText(contact.name),
      safeText(text),
      on,
      state,
    ]),
  ])
}

/** What `event list` has of it, with each time somebody was met, and the promises. */
export function eventCardJson({ event, meetings, promises }: EventCard): object {
  return {
    ...eventJson(event),
    meetings: meetings.map(({ uid, name, touchpoint, on, note }) => ({
      contact: name,
      contactUid: uid,
      touchpointUid: touchpoint,
      on,
      note,
    })),
    promises: promises.map(promiseJson),
  }
}
