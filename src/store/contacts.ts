/** Writing contacts and what belongs to them. Values are checked by domain/contact.ts before they come here. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ContactFields, type PointKind, pointKeyOf } from '../domain/contact.ts'
import { foldText } from '../domain/match-key.ts'
import { goneMeanwhile, type UserError } from '../errors.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { noteJobChange } from './jobs.ts'
import { REMOVED } from './schema.ts'

/** The columns of the fields, by field. */
const COLUMNS: Readonly<Record<keyof ContactFields, string>> = {
  name: 'name',
  organization: 'organization',
  title: 'title',
  location: 'location',
  birthday: 'birthday',
  note: 'note',
  metOn: 'met_on',
  metAt: 'met_at',
  introducedBy: 'introduced_by',
}

export interface CadenceChoice {
  /** Circle uid; null for none. */
  readonly circle: string | null
  /** An interval of its own, `none` for no cadence, null for the circle's. */
  readonly interval: string | null
  /** For a new contact: the day since when it is a prospect, who has no cadence until it is reached. */
  readonly prospectOn?: CalendarDate
}

/** What only an import gives a new contact: its id, and the fields as the file has them. */
export interface Origin {
  readonly uid: string
  readonly imported: string | null
}

/** Adds a contact, tracked from `today`, and returns its uid. */
export function insertContact(
  change: Change,
  fields: ContactFields,
  cadence: CadenceChoice,
  today: CalendarDate,
  origin?: Origin,
): string {
  const { uid, imported } = origin ?? { uid: change.newId(), imported: null }
  const { name, organization, title, location, birthday, note, metOn, metAt, introducedBy } = fields
  const jobSince = organization === null && title === null ? null : today
  const { circle, interval, prospectOn = null } = cadence
  // By place: by name, binding would take twice as long as inserting, and an import inserts tens of thousands.
  change.db
    .prepare(
      `INSERT INTO contact (id, name, organization, title, location, birthday, note, met_on, met_at, introduced_by, job_since, circle, interval,
         tracked_from, imported, prospect_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      uid,
      name,
      organization,
      title,
      location,
      birthday,
      note,
      metOn,
      metAt,
      introducedBy,
      jobSince,
      circle,
      interval,
      today,
      imported,
      prospectOn,
    )
  return uid
}

/** Changes the given fields; null empties one. A job that gives way to another is kept as a former one. */
export function updateFields(
  db: Database,
  uid: string,
  fields: Partial<ContactFields>,
  today: CalendarDate,
): void {
  noteJobChange(db, uid, fields, today)
  setFields(db, uid, fields)
}

/** Sets the given fields, as if they had never been others. */
export function setFields(db: Database, uid: string, fields: Partial<ContactFields>): void {
  for (const [field, column] of Object.entries(COLUMNS)) {
    const value = fields[field as keyof ContactFields]
    if (value !== undefined) db.prepare(`UPDATE contact SET ${column} = ? WHERE id = ?`).run(value, uid)
  }
  if (fields.birthday === null) setBirthdayNotice(db, uid, null)
}

/** Returns whether anything changed. */
export function setCadence(db: Database, uid: string, choice: Partial<CadenceChoice>): boolean {
  const set = (column: string, value: string | null): boolean =>
    db
      .prepare(`UPDATE contact SET ${column} = :value WHERE id = :uid AND ${column} IS NOT :value`)
      .run({ uid, value }).changes > 0
  const isMoved = choice.circle !== undefined && set('circle', choice.circle)
  const isReset = choice.interval !== undefined && set('interval', choice.interval)
  return isMoved || isReset
}

export function setTrackedFrom(db: Database, uids: readonly string[], date: CalendarDate): void {
  db.prepare('UPDATE contact SET tracked_from = ? WHERE id IN (SELECT value FROM json_each(?))').run(
    date,
    JSON.stringify(uids),
  )
}

/** Pauses from this day, or resumes (null). */
export function setPaused(db: Database, uid: string, date: CalendarDate | null): void {
  db.prepare('UPDATE contact SET paused_on = ? WHERE id = ?').run(date, uid)
}

/** @param isStarting whether netkeep chose the day, so that contacts do not fall due all at once. */
export function setSnooze(
  change: Change,
  uid: string,
  until: CalendarDate,
  today: CalendarDate,
  isStarting = false,
): void {
  change.db
    .prepare(
      'UPDATE contact SET snoozed_until = ?, snoozed_on = ?, snooze_recorded_at = ?, starting = ? WHERE id = ?',
    )
    .run(until, today, change.recordedAt, isStarting ? 1 : null, uid)
}

export function clearSnooze(db: Database, uid: string): void {
  db.prepare(
    'UPDATE contact SET snoozed_until = NULL, snoozed_on = NULL, snooze_recorded_at = NULL, starting = NULL WHERE id = ?',
  ).run(uid)
}

/** Marks the contact as removed, undone or (null) there again. */
export function setDeleted(db: Database, uid: string, deleted: number | null): void {
  db.prepare('UPDATE contact SET deleted = ? WHERE id = ?').run(deleted, uid)
}

/**
 * A name was looked up and questions were asked before the transaction began; meanwhile another shell may have removed the contact.
 * @throws UserError (no-match) when one of them is gone.
 */
export function requireLive(db: Database, uids: readonly string[]): void {
  const isLive = db
    .prepare('SELECT 1 FROM contact WHERE id = ? AND deleted IS NULL AND merged_into IS NULL')
    .pluck()
  for (const uid of uids) {
    if (isLive.get(uid) === undefined) {
      throw contactGone()
    }
  }
}

/** Of a contact that another shell has removed since it was looked up. */
export function contactGone(): UserError {
  return goneMeanwhile('contact')
}

/** Adds an address, or brings it back where it was removed. */
export function addPoint(
  db: Database,
  contact: string,
  kind: PointKind,
  value: string,
  label: string | null = null,
  id: string = pointId(contact, kind, pointKeyOf(kind, value)),
): void {
  db.prepare(
    `INSERT INTO contact_point (id, contact, kind, value, label) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, label = coalesce(excluded.label, label),
       preferred = CASE WHEN deleted IS NULL THEN preferred END, deleted = NULL`,
  ).run(id, contact, kind, value, label)
}

/** Makes an address the preferred one of its kind, where the contact has it and prefers none yet. */
export function preferPoint(db: Database, contact: string, kind: PointKind, id: string): void {
  db.prepare(
    `UPDATE contact_point SET preferred = 1 WHERE id = :id AND deleted IS NULL AND NOT EXISTS (
       SELECT 1 FROM contact_point WHERE contact = :contact AND kind = :kind AND preferred = 1 AND deleted IS NULL)`,
  ).run({ id, contact, kind })
}

/** Returns whether there was such an address. */
export function removePoint(db: Database, contact: string, kind: PointKind, value: string): boolean {
  return markRemoved(db, 'contact_point', pointId(contact, kind, pointKeyOf(kind, value)))
}

/** @param key the value as {@link pointKeyOf} compares it. */
export function pointId(
  contact: string,
  kind: PointKind,
  key: string,
  idOf: typeof naturalId = naturalId,
): string {
  return idOf('contact_point', contact, kind, key)
}

export function addAlias(db: Database, contact: string, alias: string): void {
  db.prepare(
    `INSERT INTO contact_alias (id, contact, alias) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET alias = excluded.alias, deleted = NULL`,
  ).run(aliasId(contact, alias), contact, alias)
}

export function removeAlias(db: Database, contact: string, alias: string): boolean {
  return markRemoved(db, 'contact_alias', aliasId(contact, alias))
}

export function aliasId(contact: string, alias: string, idOf: typeof naturalId = naturalId): string {
  return idOf('contact_alias', contact, foldText(alias))
}

/** Days of notice of the birthday; null for those of the setting. */
export function setBirthdayNotice(db: Database, uid: string, days: number | null): void {
  db.prepare('UPDATE contact SET birthday_notice = ? WHERE id = ?').run(days, uid)
}

export function addTag(db: Database, contact: string, tag: string): void {
  db.prepare(
    `INSERT INTO contact_tag (id, contact, tag) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET tag = excluded.tag, deleted = NULL`,
  ).run(tagId(contact, tag), contact, tag)
}

export function removeTag(db: Database, contact: string, tag: string): boolean {
  return markRemoved(db, 'contact_tag', tagId(contact, tag))
}

export function tagId(contact: string, tag: string, idOf: typeof naturalId = naturalId): string {
  return idOf('contact_tag', contact, foldText(tag))
}

/** Returns whether there was something to remove. */
export function markRemoved(db: Database, table: string, id: string): boolean {
  return (
    db.prepare(`UPDATE ${table} SET deleted = ${REMOVED} WHERE id = ? AND deleted IS NULL`).run(id).changes >
    0
  )
}
