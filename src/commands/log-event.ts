/** `log … --event EVENT`: a touchpoint that was at an event. */
import type { EventRecord } from '../domain/event.ts'
import type { Touchpoint } from '../domain/touchpoint.ts'
import type { Session } from '../session.ts'
import { dayAtEvent } from './event-options.ts'
import type { LogOptions } from './log.ts'
import { resolveEvent } from './which-event.ts'

/**
 * The touchpoint with what the event tells of it, where the options do not: its day, its place, the channel.
 * @throws UserError (usage, no-match, ambiguous)
 */
export async function atEvent(
  session: Session,
  typed: string,
  touchpoint: Touchpoint,
  options: LogOptions,
): Promise<{ readonly touchpoint: Touchpoint; readonly event: EventRecord }> {
  const event = await resolveEvent(session, [typed], 'begun')
  return {
    event,
    touchpoint: {
      ...touchpoint,
      on: dayAtEvent(session, event, options.on === undefined ? undefined : touchpoint.on),
      channel: touchpoint.channel ?? 'event',
      place: options.at === undefined ? event.place : touchpoint.place,
      event: event.uid,
    },
  }
}
