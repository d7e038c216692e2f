/** The touchpoint of a contact at an event on a day: `event log` keeps one, however often it is told. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkNote } from '../domain/contact.ts'
import type { EventRecord } from '../domain/event.ts'
import { joinNotes } from '../domain/touchpoint.ts'
import type { Change } from './command-log.ts'
import { MET } from './event-rows.ts'
import { insertTouchpoint } from './touchpoints.ts'

interface RecordedMeeting {
  readonly touchpoint: string
  /** `noted` where it was there and got another note, `known` where nothing of it is new. */
  readonly outcome: 'new' | 'noted' | 'known'
}

/** Records that a contact was met; another note goes below the one that is there. @throws UserError (usage) where both are too long */
export function recordMeetingAt(
  change: Change,
  event: EventRecord,
  on: CalendarDate,
  contact: string,
  note: string | null,
): RecordedMeeting {
  const known = change.db.prepare(KNOWN).get({ event: event.uid, on, contact }) as
    | { id: string; note: string | null }
    | undefined
  if (known === undefined) {
    const touchpoint = insertTouchpoint(
      change,
      {
        on,
        channel: 'event',
        direction: null,
        kind: 'counted',
        minutes: null,
        place: event.place,
        note,
        event: event.uid,
      },
      [contact],
    )
    return { touchpoint, outcome: 'new' }
  }
  const whole = joinNotes(known.note, note)
  if (whole === null || whole === known.note) return { touchpoint: known.id, outcome: 'known' }
  change.db.prepare('UPDATE touchpoint SET note = ? WHERE id = ?').run(checkNote(whole), known.id)
  return { touchpoint: known.id, outcome: 'noted' }
}

/** With nobody else in it: a note of one contact is none of another. */
const KNOWN = `
SELECT t.id, t.note FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id
WHERE t.event = :event AND t.touched_on = :on AND t.channel = 'event' AND ${MET} AND x.contact = :contact AND x.deleted IS NULL
  AND NOT EXISTS (SELECT 1 FROM touchpoint_contact y WHERE y.touchpoint = t.id AND y.contact <> :contact AND y.deleted IS NULL)
ORDER BY t.id LIMIT 1`
