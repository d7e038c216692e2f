/** Applies the contacts of an import: who is new, who is known, which fields follow the file. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFields, PointKind } from '../domain/contact.ts'
import {
  type CheckedContact,
  chooseField,
  FOLLOWED_FIELDS,
  type FollowedField,
  type FollowedValues,
} from '../domain/import-merge.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Change } from './command-log.ts'
import { addPoint, type CadenceChoice, insertContact, pointId, setFields, updateFields } from './contacts.ts'
import type { Database } from './driver.ts'
import { contactFinder, type ImportedRow, identityOf, importedRowOf, nameChecker } from './import-identity.ts'
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

/** Somebody new, who is written when all rows are read. */
interface NewContact {
  readonly contact: CheckedContact
  readonly imported: string
  readonly points: NewPoint[]
}

interface NewPoint {
  readonly id: string
  readonly kind: PointKind
  readonly value: string
}

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
  const added = new Map<string, NewContact>()
  for (const [index, contact] of contacts.entries()) {
    onRow(index)
    const imported = importedRowOf(contact)
    const identity = identityOf(imported)
    const isThere = added.has(identity) || isLive.get(identity) !== undefined
    const uid = isThere ? identity : (findKnown(imported) ?? identity)
    const row = known.get(uid) as KnownRow | undefined
    if (row?.deleted === REMOVED && !options.includesRemoved) {
      result.removed++
      continue
    }
    for (const { kind, key } of imported.points) if (kind === 'url') result.byUrl.set(key, uid)
    const newcomer = added.get(uid)
    if (newcomer !== undefined) {
      const more = newPointsOf(uid, imported).filter(({ id }) =>
        newcomer.points.every((point) => point.id !== id),
      )
      newcomer.points.push(...more)
      if (more.length > 0) result.updated.push(uid)
      else result.unchanged++
      continue
    }
    const values = JSON.stringify(rememberedValues(row, contact))
    if (row === undefined || row.deleted === UNDONE) {
      if (isNamed(imported)) result.sameName.push(contact.name)
      if (row !== undefined) bringBack(change, uid, imported, options)
      else added.set(uid, { contact, imported: values, points: newPointsOf(uid, imported) })
      result.created.push(uid)
    } else {
      const before = changesSoFar(db)
      if (row.deleted === REMOVED) db.prepare('UPDATE contact SET deleted = NULL WHERE id = ?').run(uid)
      if (!seen.has(uid)) mergeFields(db, row, contact, options, result)
      mergePoints(db, uid, imported, options)
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
  insertNew(change, added, options)
  return result
}

function newPointsOf(uid: string, row: ImportedRow): NewPoint[] {
  return row.points.map(({ kind, value, key }) => ({
    id: pointId(uid, kind, key, bulkNaturalId),
    kind,
    value,
  }))
}

/** In the order of their ids, in which the table is kept: thousands of rows write each of its pages once. */
function insertNew(change: Change, added: ReadonlyMap<string, NewContact>, options: ImportOptions): void {
  for (const [uid, { contact, imported, points }] of [...added].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fields = {
      ...fieldsOf(contact),
      location: null,
      birthday: null,
      note: null,
      metAt: null,
      introducedBy: null,
    }
    insertContact(change, fields, options.cadence ?? UNSCHEDULED, options.today, { uid, imported })
    for (const { id, kind, value } of points) addPoint(change.db, uid, kind, value, null, id)
  }
}

const UNSCHEDULED: CadenceChoice = { circle: null, interval: null }

/** A contact that undo took back comes again as if for the first time. */
function bringBack(change: Change, uid: string, row: ImportedRow, options: ImportOptions): void {
  change.db
    .prepare(
      `UPDATE contact SET deleted = NULL, circle = :circle, interval = :interval, tracked_from = :today, paused_on = NULL,
         job_since = :jobSince, snoozed_until = NULL, snoozed_on = NULL, snooze_recorded_at = NULL, starting = NULL WHERE id = :uid`,
    )
    .run({
      uid,
      today: options.today,
      jobSince: hasJob(row.contact) ? options.today : null,
      ...(options.cadence ?? UNSCHEDULED),
    })
  setFields(change.db, uid, fieldsOf(row.contact))
  for (const { kind, value } of row.points) addPoint(change.db, uid, kind, value)
}

function fieldsOf(contact: CheckedContact): Pick<CheckedContact, FollowedField> {
  const { name, organization, title, metOn } = contact
  return { name, organization, title, metOn }
}

function hasJob({ organization, title }: CheckedContact): boolean {
  return organization !== null || title !== null
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
  const followed: Partial<Record<FollowedField, string | null>> = {}
  for (const field of FOLLOWED_FIELDS) {
    const choice = chooseField(row[field], before?.[field] ?? null, theirs[field], options.prefer)
    if (choice === 'same') continue
    const difference = { name: row.name ?? contact.name, field, mine: row[field], theirs: theirs[field] }
    if (choice === 'kept') {
      result.kept.push(difference)
    } else {
      followed[field] = theirs[field]
      if (field === 'organization' && row.organization !== null) result.news.push(difference)
    }
  }
  // Together: employer and title change as one job.
  updateFields(db, row.uid, followed as Partial<ContactFields>, options.today)
}

/** Adds addresses. One that the user took away stays away, unless the file is preferred. */
function mergePoints(db: Database, uid: string, row: ImportedRow, options: ImportOptions): void {
  const find = db.prepare('SELECT deleted FROM contact_point WHERE id = ?').pluck()
  for (const { kind, value, key } of row.points) {
    const id = pointId(uid, kind, key, bulkNaturalId)
    const deleted = find.get(id) as number | null | undefined
    if (deleted === null) continue
    if (deleted === REMOVED && options.prefer === 'mine') continue
    addPoint(db, uid, kind, value, null, id)
  }
}

/** Grows with every operation: two equal readings mean that nothing was changed between them. */
function changesSoFar(db: Database): number {
  return db.prepare('SELECT clock & 0xffffffffffff FROM replica').pluck().get() as number
}
