/** Reads all touchpoints for a snapshot. */
import type { SnapshotTouchpoint } from '../domain/snapshot.ts'
import type { Database } from './driver.ts'
import { helpOf, TOUCHPOINT_COLUMNS, type TouchpointRow, wishOf } from './touchpoints.ts'

/** How many are read together. */
const PART = 1000

/** SQL: whether the touchpoint of that id is live, and one of its contacts too. */
export function hasLiveContact(touchpoint: string): string {
  return `EXISTS (SELECT 1 FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id JOIN contact_state s ON s.contact = x.contact
    WHERE t.id = ${touchpoint} AND t.deleted IS NULL AND x.deleted IS NULL)`
}

interface Row extends TouchpointRow {
  readonly recordedAt: string | null
  readonly eventUid: string | null
  readonly meetingUid: string | null
}

/** Field by field: copying the rest of an object takes longer than reading it. */
function snapshotOf(
  row: Row,
  contacts: readonly string[],
  occasions: ReadonlySet<string>,
): SnapshotTouchpoint {
  const live = (uid: string | null): string | null => (uid !== null && occasions.has(uid) ? uid : null)
  return {
    uid: row.uid,
    on: row.on,
    channel: row.channel,
    direction: row.direction,
    kind: row.kind,
    minutes: row.minutes,
    place: row.place,
    note: row.note,
    help: helpOf(row),
    wish: wishOf(row),
    event: live(row.eventUid),
    meeting: live(row.meetingUid),
    recordedAt: row.recordedAt,
    contacts,
  }
}

/**
 * By uid, with those of their contacts that are live; those without one are left out.
 * @param occasions the uids of the events and meetings that they may refer to.
 */
export function* readTouchpoints(
  db: Database,
  occasions: ReadonlySet<string>,
): Generator<SnapshotTouchpoint> {
  const next = db.prepare(
    `SELECT ${TOUCHPOINT_COLUMNS}, t.recorded_at AS recordedAt, t.event AS eventUid, t.meeting AS meetingUid FROM touchpoint t
     WHERE t.id > ? AND t.deleted IS NULL AND t.touched_on IS NOT NULL ORDER BY t.id LIMIT ${PART}`,
  )
  // Looked up for each link, they would take half of the time.
  const live = new Set(db.prepare('SELECT contact FROM contact_state').pluck().all() as string[])
  for (let after = ''; ; ) {
    const rows = next.all(after) as Row[]
    const [first, last] = [rows.at(0), rows.at(-1)]
    if (first === undefined || last === undefined) return
    const contacts = contactsBetween(db, first.uid, last.uid, live)
    for (const row of rows) {
      const among = contacts.get(row.uid)
      if (among !== undefined) yield snapshotOf(row, among, occasions)
    }
    after = last.uid
  }
}

/** Of the touchpoints from one uid to another: one walk through an index that holds all of it. */
function contactsBetween(
  db: Database,
  first: string,
  last: string,
  live: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const rows = db
    .prepare(
      `SELECT touchpoint, contact FROM touchpoint_contact
       WHERE touchpoint BETWEEN ? AND ? AND deleted IS NULL ORDER BY touchpoint, contact`,
    )
    .raw()
    .all(first, last) as [touchpoint: string, contact: string][]
  const contacts = new Map<string, string[]>()
  for (const [touchpoint, contact] of rows) {
    if (!live.has(contact)) continue
    const among = contacts.get(touchpoint)
    if (among === undefined) contacts.set(touchpoint, [contact])
    else among.push(contact)
  }
  return contacts
}
