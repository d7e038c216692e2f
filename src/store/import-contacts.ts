/** Applies the contacts of an import: who is new, who is known, which fields follow the file. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import {
  type CheckedContact,
  chooseField,
  FOLLOWED_FIELDS,
  type FollowedField,
  type FollowedValues,
} from '../domain/import-merge.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Change } from './command-log.ts'
import {
  addPoint,
  type CadenceChoice,
  insertContact,
  type Origin,
  pointId,
  updateFields,
} from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { REMOVED, UNDONE } from './schema.ts'

export interface ImportOptions {
  readonly today: CalendarDate
  /** The cadence for new and unscheduled contacts; undefined leaves them as they are. */
  readonly cadence: CadenceChoice | undefined
  readonly prefer: 'mine' | 'theirs'
  readonly includesRemoved: boolean
}

/** A field in which the file and the database differed. */
interface FieldDifference {
  readonly name: string
  readonly field: FollowedField
  readonly mine: string | null
  readonly theirs: string | null
}

export interface ContactsImported {
  readonly created: string[]
  readonly updated: string[]
  unchanged: number
  /** Contacts that the user removed earlier, left removed. */
  removed: number
  /** Unscheduled contacts that were there before and got the cadence. */
  readonly scheduled: string[]
  /** Organizations that changed since the last import. */
  readonly news: FieldDifference[]
  /** Fields kept as the user had edited them. */
  readonly kept: FieldDifference[]
  /** New contacts with the name of another contact. */
  readonly sameName: string[]
  /** The contact for each profile URL key in the file. */
  readonly byUrl: Map<string, string>
}

interface KnownRow extends FollowedValues {
  readonly uid: string
  readonly imported: string | null
  readonly deleted: number | null
  readonly circle: string | null
  readonly interval: string | null
  readonly pausedOn: string | null
}

const KNOWN = `SELECT id AS uid, name, organization, title, met_on AS metOn, imported, deleted, interval,
  (SELECT id FROM circle WHERE id = contact.circle AND deleted IS NULL) AS circle, paused_on AS pausedOn
FROM contact WHERE id = ? AND merged_into IS NULL`

export function importContacts(
  change: Change,
  contacts: readonly CheckedContact[],
  options: ImportOptions,
  onRow: (done: number) => void,
): ContactsImported {
  const { db } = change
  const result: ContactsImported = {
    created: [],
    updated: [],
    unchanged: 0,
    removed: 0,
    scheduled: [],
    news: [],
    kept: [],
    sameName: [],
    byUrl: new Map(),
  }
  const known = db.prepare(KNOWN)
  const isLive = db
    .prepare('SELECT 1 FROM contact WHERE id = ? AND deleted IS NULL AND merged_into IS NULL')
    .pluck()
  const findKnown = contactFinder(db)
  const isNamed = nameChecker(db)
  const remember = db.prepare('UPDATE contact SET imported = ? WHERE id = ?')
  const seen = new Set<string>()
  for (const [index, contact] of contacts.entries()) {
    onRow(index)
    const identity = identityOf(contact)
    const uid = isLive.get(identity) === undefined ? (findKnown(contact) ?? identity) : identity
    const row = known.get(uid) as KnownRow | undefined
    if (row?.deleted === REMOVED && !options.includesRemoved) {
      result.removed++
      continue
    }
    for (const url of contact.urls) result.byUrl.set(pointKeyOf('url', url), uid)
    const values = JSON.stringify(rememberedValues(row, contact))
    if (row === undefined || row.deleted === UNDONE) {
      if (isNamed(contact.name)) result.sameName.push(contact.name)
      if (row === undefined) createContact(change, { uid, imported: values }, contact, options)
      else bringBack(change, uid, contact, options)
      result.created.push(uid)
    } else {
      const before = changesSoFar(db)
      if (row.deleted === REMOVED) db.prepare('UPDATE contact SET deleted = NULL WHERE id = ?').run(uid)
      if (!seen.has(uid)) mergeFields(db, row, contact, options, result)
      mergePoints(db, uid, contact, options)
      if (options.cadence !== undefined && isUnscheduled(row)) {
        db.prepare('UPDATE contact SET circle = :circle, interval = :interval WHERE id = :uid').run({
          uid,
          ...options.cadence,
        })
        result.scheduled.push(uid)
      }
      if (changesSoFar(db) === before) result.unchanged++
      else result.updated.push(uid)
    }
    // Of two rows that mean one contact, the first tells its fields, or each import would change them back and forth.
    if (row !== undefined && row.imported !== values && !seen.has(uid)) remember.run(values, uid)
    seen.add(uid)
  }
  return result
}

/** A contact from a file has the same id on every device and in every import: that of its URL, else its address, else its name and day. */
function identityOf(contact: CheckedContact): string {
  const [url] = contact.urls
  if (url !== undefined) return naturalId('contact', 'url', pointKeyOf('url', url))
  const [email] = contact.emails
  if (email !== undefined) return naturalId('contact', 'email', pointKeyOf('email', email))
  return naturalId('contact', 'name', nameKeyOf(contact.name), contact.metOn ?? '')
}

/**
 * Finds the contact a row means: by URL, by e-mail, and, where the row or the contact has no URL, by the same name and day met.
 * Never by name alone: the same name with another URL is another person.
 */
function contactFinder(db: Database): (contact: CheckedContact) => string | undefined {
  const byKey = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ?').pluck()
  const hasUrl = db.prepare("SELECT 1 FROM match_key WHERE contact = ? AND kind = 'url'").pluck()
  const byNameAndDay = db
    .prepare(
      `SELECT c.id FROM match_key k JOIN contact c ON c.id = k.contact WHERE k.kind = 'name' AND k.key = ? AND c.met_on = ?`,
    )
    .pluck()
  const removed = removedByPoint(db)
  return (contact) => {
    const points = pointsOf(contact).filter(({ kind }) => kind !== 'phone')
    for (const { kind, value } of points) {
      const key = pointKeyOf(kind, value)
      const found = (byKey.get(kind, key) as string | undefined) ?? removed.get(`${kind} ${key}`)
      if (found !== undefined) return found
    }
    if (contact.metOn === null) return undefined
    const namesakes = byNameAndDay.all(nameKeyOf(contact.name), contact.metOn) as string[]
    return contact.urls.length === 0 ? namesakes[0] : namesakes.find((uid) => hasUrl.get(uid) === undefined)
  }
}

/** Removed contacts have no match keys, but an import must recognise them. */
export function removedByPoint(db: Database): ReadonlyMap<string, string> {
  const rows = db
    .prepare(
      `SELECT p.contact, p.kind, p.value FROM contact c JOIN contact_point p ON p.contact = c.id
       WHERE c.deleted = ${REMOVED} AND c.merged_into IS NULL AND p.deleted IS NULL`,
    )
    .all() as { contact: string; kind: PointKind; value: string }[]
  return new Map(rows.map((row) => [`${row.kind} ${pointKeyOf(row.kind, row.value)}`, row.contact]))
}

/** Tells whether a name was there before this import, or occurred in it already. */
function nameChecker(db: Database): (name: string) => boolean {
  const find = db.prepare("SELECT 1 FROM match_key WHERE kind = 'name' AND key = ?").pluck()
  const seen = new Set<string>()
  return (name) => {
    const key = nameKeyOf(name)
    const isNamed = seen.has(key) || find.get(key) !== undefined
    seen.add(key)
    return isNamed
  }
}

function createContact(
  change: Change,
  origin: Origin,
  contact: CheckedContact,
  options: ImportOptions,
): void {
  const fields = { ...fieldsOf(contact), location: null, birthday: null, note: null, metAt: null }
  insertContact(change, fields, options.cadence ?? UNSCHEDULED, options.today, origin)
  for (const { kind, value } of pointsOf(contact)) addPoint(change.db, origin.uid, kind, value)
}

const UNSCHEDULED: CadenceChoice = { circle: null, interval: null }

/** A contact that undo took back comes again as if for the first time. */
function bringBack(change: Change, uid: string, contact: CheckedContact, options: ImportOptions): void {
  change.db
    .prepare(
      `UPDATE contact SET deleted = NULL, circle = :circle, interval = :interval, tracked_from = :today, paused_on = NULL,
         snoozed_until = NULL, snoozed_on = NULL, snooze_recorded_at = NULL, starting = NULL WHERE id = :uid`,
    )
    .run({ uid, today: options.today, ...(options.cadence ?? UNSCHEDULED) })
  updateFields(change.db, uid, fieldsOf(contact))
  for (const { kind, value } of pointsOf(contact)) addPoint(change.db, uid, kind, value)
}

function fieldsOf(contact: CheckedContact): Pick<CheckedContact, FollowedField> {
  const { name, organization, title, metOn } = contact
  return { name, organization, title, metOn }
}

function followedValuesOf(contact: CheckedContact): FollowedValues {
  return fieldsOf(contact)
}

/** What the next import compares with: the file's values, and for what it does not say, those of the last one that did. */
function rememberedValues(row: KnownRow | undefined, contact: CheckedContact): FollowedValues {
  const before =
    row?.imported == null || row.deleted === UNDONE ? undefined : (JSON.parse(row.imported) as FollowedValues)
  const { name, organization, title, metOn } = followedValuesOf(contact)
  return {
    name,
    organization: organization ?? before?.organization ?? null,
    title: title ?? before?.title ?? null,
    metOn: metOn ?? before?.metOn ?? null,
  }
}

function pointsOf(contact: CheckedContact): readonly { kind: PointKind; value: string }[] {
  return [
    ...contact.urls.map((value) => ({ kind: 'url' as const, value })),
    ...contact.emails.map((value) => ({ kind: 'email' as const, value })),
    ...contact.phones.map((value) => ({ kind: 'phone' as const, value })),
  ]
}

function isUnscheduled(row: KnownRow): boolean {
  return row.circle === null && row.interval === null && row.pausedOn === null
}

function mergeFields(
  db: Database,
  row: KnownRow,
  contact: CheckedContact,
  options: ImportOptions,
  result: ContactsImported,
): void {
  const before = row.imported === null ? undefined : (JSON.parse(row.imported) as FollowedValues)
  const theirs = followedValuesOf(contact)
  for (const field of FOLLOWED_FIELDS) {
    const choice = chooseField(row[field], before?.[field] ?? null, theirs[field], options.prefer)
    if (choice === 'same') continue
    const difference = { name: row.name ?? contact.name, field, mine: row[field], theirs: theirs[field] }
    if (choice === 'kept') {
      result.kept.push(difference)
    } else {
      updateFields(db, row.uid, { [field]: theirs[field] })
      if (field === 'organization' && row.organization !== null) result.news.push(difference)
    }
  }
}

/** Adds addresses. One that the user took away stays away, unless the file is preferred. */
function mergePoints(db: Database, uid: string, contact: CheckedContact, options: ImportOptions): void {
  const find = db.prepare('SELECT deleted FROM contact_point WHERE id = ?').pluck()
  for (const { kind, value } of pointsOf(contact)) {
    const deleted = find.get(pointId(uid, kind, value)) as number | null | undefined
    if (deleted === null) continue
    if (deleted === REMOVED && options.prefer === 'mine') continue
    addPoint(db, uid, kind, value)
  }
}

/** Grows with every operation: two equal readings mean that nothing was changed between them. */
function changesSoFar(db: Database): number {
  return db.prepare('SELECT clock & 0xffffffffffff FROM replica').pluck().get() as number
}
