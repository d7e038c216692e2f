/** Places in the order of recording, as a snapshot tells them, within reach of the clock here. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { findRecordedAtClock, type Snapshot } from '../domain/snapshot.ts'

/** A clock may go wrong by a day, and a zone be a day ahead. */
const DAYS_AHEAD = 2
/** What was recorded after such readings lies a little beyond them, and is to stay as it is. */
const MOST_DAYS_AHEAD = DAYS_AHEAD + 1

/**
 * The snapshot, its readings of a clock that runs far ahead brought back to the day after tomorrow, in their order. The clock here follows
 * what it meets; after a file that somebody dated into the next century it would never again show a time that can be.
 * @returns with the newest reading that is left.
 */
export function withinReach(
  snapshot: Snapshot,
  today: CalendarDate,
): { readonly snapshot: Snapshot; readonly newest: bigint } {
  const latest = readingOn(addDays(today, DAYS_AHEAD))
  const texts = readingsOf(snapshot)
  const limit = hexOf(readingOn(addDays(today, MOST_DAYS_AHEAD)))
  const ahead = [...new Set(texts.filter((text) => text > limit))].sort()
  if (ahead.length === 0)
    return { snapshot, newest: findRecordedAtClock(texts.toSorted().at(-1) ?? '') ?? 0n }
  const moved = new Map(
    ahead.map((text, index) => [text, `${hexOf(latest + BigInt(index))}${text.slice(limit.length)}`]),
  )
  const within = <T extends string | null>(text: T): T | string =>
    text === null ? text : (moved.get(text) ?? text)
  return {
    newest: latest + BigInt(ahead.length),
    snapshot: {
      ...snapshot,
      touchpoints: snapshot.touchpoints.map((touchpoint) => ({
        ...touchpoint,
        recordedAt: within(touchpoint.recordedAt),
      })),
      contacts: snapshot.contacts.map((contact) => ({
        ...contact,
        snooze: contact.snooze && { ...contact.snooze, recordedAt: within(contact.snooze.recordedAt) },
      })),
    },
  }
}

function readingsOf({ touchpoints, contacts }: Snapshot): readonly string[] {
  const texts: string[] = []
  for (const { recordedAt } of touchpoints) if (recordedAt !== null) texts.push(recordedAt)
  for (const { snooze } of contacts) if (snooze !== null) texts.push(snooze.recordedAt)
  return texts
}

function readingOn(day: CalendarDate): bigint {
  return BigInt(Date.parse(`${day}T00:00:00Z`)) * 65_536n
}

/** As the operations of the database have it. */
function hexOf(reading: bigint): string {
  return reading.toString(16).padStart(16, '0')
}
