/** Looking at events: `event list` and `event show`. */
import { orderEvents } from '../domain/event.ts'
import { usageError } from '../errors.ts'
import { eventCardJson, renderEventCard, renderEventCardTsv } from '../render/event-card.ts'
import { eventJson, renderEventLines, renderEventTsv } from '../render/event-lines.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { findEventLine, listEvents, listMet, withContacts } from '../store/events.ts'
import { listPromises } from '../store/promises.ts'
import type { EventOptions } from './event-options.ts'
import { readLimit, renderCut } from './limit.ts'
import { eventGone, resolveEvent, typedEvent } from './which-event.ts'

export async function showEvents(session: Session, options: EventOptions): Promise<void> {
  const { db } = await session.store()
  const all = orderEvents(listEvents(db), session.today)
  const events = withContacts(db, all.slice(0, readLimit(session, options.limit)))
  await session.show({
    json: () => events.map(eventJson),
    piped: () => renderEventTsv(events),
    terminal: (style) =>
      events.length === 0
        ? wrapLines(
            'No events yet. Plan one: netkeep event add "PyCon" --on 2026-12-04..2026-12-06 --with ada\n',
            session.width,
          )
        : renderCut(
            renderEventLines(events, session.today, style, session.width),
            all.length - events.length,
            style,
          ),
  })
}

export async function showEvent(session: Session, words: readonly string[]): Promise<void> {
  if (words.length === 0) throw usageError('Which event?', 'See them: netkeep event list')
  const { uid } = await resolveEvent(session, words)
  const { db } = await session.store()
  const event = findEventLine(db, uid)
  if (event === undefined) throw eventGone()
  const card = {
    event,
    meetings: listMet(db, uid),
    promises: listPromises(db, { today: session.today, event: uid, hasClosed: true }),
  }
  await session.show({
    json: () => eventCardJson(card),
    piped: () => renderEventCardTsv(card),
    terminal: (style) => {
      const isEmpty = card.meetings.length === 0 && event.planned.length === 0
      const next = isEmpty
        ? `\nWhom do you want to meet? netkeep event edit ${typedEvent(db, event)} --with ada,grace\n`
        : ''
      return `${renderEventCard(card, session.today, style, session.width)}${next}`
    },
  })
}
