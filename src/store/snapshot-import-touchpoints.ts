/** Applies the touchpoints of a snapshot. */
import { BIRTHDAY } from '../domain/occasion.ts'
import type { Snapshot, SnapshotTouchpoint } from '../domain/snapshot.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { type MeetingTouchpoint, noteTouchpoint, touchpointsOf } from './meetings.ts'
import { dateId } from './occasions.ts'
import { REMOVED } from './schema.ts'
import type { SnapshotOptions } from './snapshot-import-contacts.ts'
import { rowWriter } from './snapshot-put.ts'
import { linkId, NO_OCCASION } from './touchpoints.ts'

export interface SnapshotTouchpointsImported {
  readonly created: number
  /** Of the new ones. */
  readonly attempts: number
  readonly light: number
  /** Known ones that another contact was part of. */
  readonly updated: number
  readonly unchanged: number
  /** Those of which no contact is here: they were removed. */
  readonly withNobody: number
}

const COLUMNS = [
  ...['touched_on', 'channel', 'direction', 'kind', 'minutes', 'place', 'note'],
  ...['help', 'help_kind', 'occasion', 'occasion_on', 'event', 'meeting', 'recorded_at'],
]

/** What the file refers to, as it is here. */
export interface Here {
  /** The uid of a contact; undefined where there is no such live one. */
  contact(uid: string): string | undefined
  /** The uids of events and of meetings of groups. */
  readonly occasions: ReadonlyMap<string, string>
}

/**
 * A touchpoint that is there stays as it is, and so does who the user took out of it; who is missing is added. A new one at a meeting that
 * had one here before is that one.
 */
export function importSnapshotTouchpoints(
  db: Database,
  snapshot: Snapshot,
  here: Here,
  options: SnapshotOptions,
): SnapshotTouchpointsImported {
  const writer = rowWriter(db, 'touchpoint', COLUMNS)
  const links = rowWriter(db, 'touchpoint_contact', ['touchpoint', 'contact'])
  const occasionHere = occasionFinder(snapshot, here.contact)
  const atMeeting = meetingFinder(db, here)
  const counts = { created: 0, attempts: 0, light: 0, updated: 0, unchanged: 0, withNobody: 0 }
  for (const [index, touchpoint] of snapshot.touchpoints.entries()) {
    options.onRow?.(index)
    const { uid } = touchpoint
    const contacts = new Set(touchpoint.contacts.map(here.contact).filter((found) => found !== undefined))
    if (contacts.size === 0) {
      counts.withNobody++
      continue
    }
    const known = atMeeting(touchpoint)
    const outcome = known.length > 0 ? 'there' : writer.put(uid, ...valuesOf(touchpoint, occasionHere, here))
    if (outcome === 'removed') {
      counts.unchanged++
      continue
    }
    let added = known.filter((other) => noteTouchpoint(db, other, touchpoint.note)).length
    const of = known[0]?.uid ?? uid
    const isThere = new Set(known.flatMap((other) => other.contacts))
    for (const contact of contacts) {
      const id = linkId(of, contact, bulkNaturalId)
      if (!isThere.has(contact) && links.put(id, of, contact) === 'created') added++
    }
    if (outcome === 'created') {
      counts.created++
      if (touchpoint.kind === 'attempt') counts.attempts++
      if (touchpoint.kind === 'light') counts.light++
    } else if (added > 0) counts.updated++
    else counts.unchanged++
  }
  return counts
}

/** What was there of a meeting before the import, for a touchpoint of the file that is not known here itself. */
function meetingFinder(
  db: Database,
  { occasions }: Here,
): (touchpoint: SnapshotTouchpoint) => readonly MeetingTouchpoint[] {
  const held = db
    .prepare('SELECT DISTINCT meeting FROM touchpoint WHERE meeting IS NOT NULL AND deleted IS NULL')
    .pluck()
    .all() as string[]
  const before = new Set(held)
  const isKnown = db.prepare(
    `SELECT 1 FROM touchpoint WHERE id = ? AND ifnull(deleted, ${REMOVED}) = ${REMOVED}`,
  )
  return ({ uid, meeting }) => {
    const meant = meeting === null ? '' : (occasions.get(meeting) ?? meeting)
    return before.has(meant) && isKnown.get(uid) === undefined ? touchpointsOf(db, meant) : []
  }
}

function valuesOf(
  touchpoint: SnapshotTouchpoint,
  occasionHere: (key: string) => string,
  here: Here,
): readonly (string | number | null)[] {
  const { on, channel, direction, kind, minutes, place, note, help, wish, recordedAt } = touchpoint
  const { event, meeting } = touchpoint
  return [
    ...[on, channel, direction, kind, minutes, place, note],
    ...[help?.side ?? null, help?.kind ?? null],
    wish === null ? null : wish.key === null ? NO_OCCASION : occasionHere(wish.key),
    wish?.on ?? null,
    ...[event, meeting].map((uid) => uid && (here.occasions.get(uid) ?? uid)),
    recordedAt,
  ]
}

/** A wish is stored with the uid of the date that it was for, which follows from the contact's. */
function occasionFinder(
  { contacts }: Snapshot,
  here: (uid: string) => string | undefined,
): (key: string) => string {
  const dates = new Map<string, string>()
  for (const contact of contacts) {
    const uid = here(contact.uid)
    if (uid === undefined) continue
    for (const date of contact.dates) dates.set(date.uid, dateId(uid, date.label, bulkNaturalId))
  }
  return (key) => (key === BIRTHDAY ? key : (dates.get(key) ?? key))
}
