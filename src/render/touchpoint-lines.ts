/** Touchpoints in words, as one of their contacts sees them. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import { datedLines } from './dated-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'

/** `coffee, at Blue Bottle, with Ada Lovelace`; `meeting, Job club`; `event, PyCon, at Berlin`; `gave: article, email`; `asked: advice, no answer yet`; `tried, no answer`. */
export function describeTouchpoint(touchpoint: TouchpointRecord, uid: string): string {
  const { channel, kind, help, wish, group, eventName, direction, minutes, place } = touchpoint
  const others = touchpoint.contacts
    .filter((contact) => contact.uid !== uid)
    .map(({ name }) => safeText(name))
  const isAsk = help?.side === 'asked'
  const bare = kind === 'attempt' ? 'tried' : 'in touch'
  const what = [
    help === null ? '' : `${help.side}: ${safeText(help.kind)}`,
    wish === null ? '' : 'a wish',
    channel === null ? (help === null && wish === null ? bare : '') : safeText(channel),
    group === null ? '' : safeText(group),
    eventName === null ? '' : safeText(eventName),
    kind === 'attempt' ? (isAsk ? 'no answer yet' : 'no answer') : kind === 'light' ? 'light' : '',
    direction === null ? '' : direction === 'in' ? 'they reached out' : 'you reached out',
    minutes === null ? '' : `${minutes} min`,
    place === null ? '' : `at ${safeText(place)}`,
    others.length === 0 ? '' : `with ${others.join(', ')}`,
  ]
  return what.filter((part) => part !== '').join(', ')
}

/** The date, what it was, and the note, which goes on below where it is long. */
export function touchpointLines(
  touchpoint: TouchpointRecord,
  uid: string,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { on, note } = touchpoint
  return datedLines(on, [describeTouchpoint(touchpoint, uid)], note, today, style, width)
}
