/** Queries of tables touchpoint and touchpoint_contact. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Help, type HelpSide, settleAsks } from '../domain/help.ts'
import type { Touchpoint, TouchpointRecord, Wish } from '../domain/touchpoint.ts'
import type { Change } from './command-log.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { REMOVED } from './schema.ts'

/** Records a touchpoint with these contacts and returns its uid. */
export function insertTouchpoint(
  change: Change,
  touchpoint: Touchpoint,
  contacts: readonly string[],
  uid: string = change.newId(),
): string {
  change.db
    .prepare(
      `INSERT INTO touchpoint (id, touched_on, channel, direction, kind, minutes, place, note, help, help_kind, occasion, occasion_on, event, meeting, recorded_at)
       VALUES (:uid, :on, :channel, :direction, :kind, :minutes, :place, :note, :help, :helpKind, :occasion, :occasionOn, :event, :meeting, :recordedAt)`,
    )
    .run({
      uid,
      ...touchpoint,
      help: touchpoint.help?.side ?? null,
      helpKind: touchpoint.help?.kind ?? null,
      occasion: touchpoint.wish == null ? null : (touchpoint.wish.key ?? NO_OCCASION),
      occasionOn: touchpoint.wish?.on ?? null,
      event: touchpoint.event ?? null,
      meeting: touchpoint.meeting ?? null,
      recordedAt: change.recordedAt,
    })
  for (const contact of contacts) linkContact(change.db, uid, contact)
  return uid
}

/** Makes the contact a part of the touchpoint, again where it was taken out. */
export function linkContact(db: Database, touchpoint: string, contact: string): void {
  db.prepare(
    `INSERT INTO touchpoint_contact (id, touchpoint, contact) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = NULL`,
  ).run(linkId(touchpoint, contact), touchpoint, contact)
}

export function linkId(touchpoint: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('touchpoint_contact', touchpoint, contact)
}

/** Moves a touchpoint that is there to another day. */
export function redateTouchpoint(db: Database, uid: string, on: CalendarDate): void {
  db.prepare('UPDATE touchpoint SET touched_on = ? WHERE id = ? AND deleted IS NULL').run(on, uid)
}

/** Takes a touchpoint away from everyone in it. */
export function removeTouchpoint(db: Database, uid: string): void {
  markRemoved(db, 'touchpoint', uid)
  db.prepare(
    `UPDATE touchpoint_contact SET deleted = ${REMOVED} WHERE touchpoint = ? AND deleted IS NULL`,
  ).run(uid)
}

/** Of a touchpoint `t`. Another device may have written an empty channel: that is none. */
export const TOUCHPOINT_COLUMNS = `t.id AS uid, t.touched_on AS "on", nullif(t.channel, '') AS channel, t.direction, coalesce(t.kind, 'counted') AS kind, t.minutes, t.place, t.note,
  t.help AS helpSide, t.help_kind AS helpKind, t.occasion, t.occasion_on AS occasionOn,
  (SELECT g.name FROM meeting m JOIN contact_group g ON g.id = m.contact_group WHERE m.id = t.meeting AND g.deleted IS NULL) AS "group"`

export interface TouchpointRow
  extends Omit<TouchpointRecord, 'contacts' | 'help' | 'wish' | 'event' | 'eventName'> {
  readonly occasion: string | null
  readonly occasionOn: CalendarDate | null
  readonly helpSide: HelpSide | null
  readonly helpKind: string | null
}

/** With the event it was at, while that is there: of a touchpoint `t` that is joined with {@link EVENT_OF}. */
export const RECORD_COLUMNS: string = `${TOUCHPOINT_COLUMNS}, e.id AS event, e.name AS eventName`
export const EVENT_OF = 'LEFT JOIN event e ON e.id = t.event AND e.deleted IS NULL'

export interface RecordRow extends TouchpointRow, Pick<TouchpointRecord, 'event' | 'eventName'> {}

/** Of touchpoints `t` joined to their contacts `tc`: those of one contact, newest first, as `compareTouches` orders them. */
export const NEWEST_OF_CONTACT = `WHERE tc.contact = ? AND tc.deleted IS NULL AND t.deleted IS NULL
       ORDER BY t.touched_on DESC, t.recorded_at DESC, t.id DESC`

/** The touchpoints of a contact, newest first; at most `limit` of them. An ask that was answered since counts. */
export function listTouchpoints(db: Database, contact: string, limit?: number): readonly TouchpointRecord[] {
  const rows = db
    .prepare(
      `SELECT ${RECORD_COLUMNS} FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint ${EVENT_OF}
       ${NEWEST_OF_CONTACT} LIMIT ?`,
    )
    .all(contact, limit ?? -1) as RecordRow[]
  return settleAsks(rows.map(toRecord)).map((row) => ({ ...row, contacts: contactsIn(db, row.uid) }))
}

/** A touchpoint as one of its contacts sees it. */
export function getTouchpoint(db: Database, uid: string, contact: string): TouchpointRecord {
  const row = db
    .prepare(`SELECT ${RECORD_COLUMNS} FROM touchpoint t ${EVENT_OF} WHERE t.id = ?`)
    .get(uid) as RecordRow
  // Whether it was answered, only those since can tell.
  const asked = row.helpSide === 'asked' && listTouchpoints(db, contact).find((other) => other.uid === uid)
  return asked || { ...toRecord(row), contacts: contactsIn(db, uid) }
}

/** In the column of what a wish is for: nothing in particular. */
export const NO_OCCASION = 'wish'

export function toRecord(row: RecordRow): Omit<TouchpointRecord, 'contacts'> {
  const { helpSide, helpKind, occasion, occasionOn, ...rest } = row
  return { ...rest, help: helpOf(row), wish: wishOf(row) }
}

export function helpOf({ helpSide, helpKind }: Pick<TouchpointRow, 'helpSide' | 'helpKind'>): Help | null {
  return helpSide === null ? null : { side: helpSide, kind: helpKind ?? 'other' }
}

export function wishOf({ occasion, occasionOn }: TouchpointRow): Wish | null {
  return occasion === null ? null : { key: occasion === NO_OCCASION ? null : occasion, on: occasionOn }
}

/** Everyone in a touchpoint who is still a contact, by name. */
function contactsIn(db: Database, touchpoint: string): readonly { uid: string; name: string }[] {
  return db
    .prepare(
      `SELECT c.id AS uid, c.name FROM touchpoint_contact tc JOIN contact c ON c.id = tc.contact
       JOIN contact_state s ON s.contact = c.id
       WHERE tc.touchpoint = ? AND tc.deleted IS NULL ORDER BY s.name_key, c.id`,
    )
    .all(touchpoint) as { uid: string; name: string }[]
}

/** The channel used last with a contact, for the questions to preselect. */
export function lastChannelWith(db: Database, contact: string): string | null {
  const channel = db
    .prepare(
      `SELECT t.channel FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint
       WHERE tc.contact = ? AND tc.deleted IS NULL AND t.deleted IS NULL AND t.channel <> ''
       ORDER BY t.touched_on DESC, t.recorded_at DESC LIMIT 1`,
    )
    .pluck()
    .get(contact) as string | undefined
  return channel ?? null
}
