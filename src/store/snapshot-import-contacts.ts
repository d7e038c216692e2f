/** Applies the contacts of a snapshot. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Snapshot, SnapshotContact } from '../domain/snapshot.ts'
import { changesOf } from './command-log.ts'
import type { Database } from './driver.ts'
import type { FieldDifference } from './import-fields.ts'
import { nameChecker } from './known-contacts.ts'
import { circleFinder } from './snapshot-circles.ts'
import { mergeSnapshotFields } from './snapshot-fields.ts'
import { type Meant, resolveContacts } from './snapshot-identity.ts'
import { rowWriter } from './snapshot-put.ts'
import { setsWriter } from './snapshot-sets.ts'

export interface SnapshotOptions {
  readonly today: CalendarDate
  readonly prefer: 'mine' | 'theirs'
  /** Whether contacts that the user removed come back. */
  readonly includesRemoved: boolean
  readonly onRow?: (done: number) => void
}

export interface SnapshotContactsImported {
  /** Uids as they are here. */
  readonly created: readonly string[]
  readonly updated: readonly string[]
  readonly unchanged: number
  /** Contacts that the user removed earlier, left removed. */
  readonly removed: number
  /** Fields kept as they are here. */
  readonly kept: readonly FieldDifference[]
  /** New contacts with the name of another contact. */
  readonly sameName: readonly string[]
  /** Who each contact of the file is here, by its uid there. */
  readonly meant: ReadonlyMap<string, Meant>
}

const COLUMNS = [
  ...['name', 'organization', 'title', 'job_since', 'location', 'birthday', 'birthday_notice', 'note'],
  ...['met_on', 'met_at', 'introduced_by', 'circle', 'interval', 'tracked_from', 'paused_on'],
  ...['prospect_on', 'prospect_dropped_on'],
  ...['snoozed_until', 'snoozed_on', 'snooze_recorded_at', 'starting', 'imported'],
]

export function importSnapshotContacts(
  db: Database,
  { contacts, circles }: Pick<Snapshot, 'contacts' | 'circles'>,
  options: SnapshotOptions,
): SnapshotContactsImported {
  const meant = resolveContacts(db, contacts)
  const circleHere = circleFinder(db, circles)
  const writer = rowWriter(db, 'contact', COLUMNS)
  const unite = setsWriter(db, options.prefer === 'theirs')
  const isNamed = nameChecker(db)
  const bringBack = db.prepare('UPDATE contact SET deleted = NULL WHERE id = ?')
  const created: string[] = []
  const updated: string[] = []
  const kept: FieldDifference[] = []
  const sameName: string[] = []
  let [unchanged, removed] = [0, 0]
  for (const [index, row] of inOrderOfUid(contacts, meant).entries()) {
    options.onRow?.(index)
    const { contact, uid, state } = row
    if (state === 'removed' && !options.includesRemoved) {
      removed++
      continue
    }
    const introducer = contact.introducedBy === null ? undefined : meant.get(contact.introducedBy)?.uid
    const here: SnapshotContact = {
      ...contact,
      circle: circleHere(contact.circle),
      introducedBy: introducer ?? null,
    }
    if (state === 'new') {
      if (isNamed(contact.name)) sameName.push(contact.name)
      writer.put(uid, ...valuesOf(here))
      unite(uid, here)
      created.push(uid)
      continue
    }
    const before = changesOf(db)
    if (state === 'removed') bringBack.run(uid)
    kept.push(...mergeSnapshotFields(db, uid, here, options))
    unite(uid, here)
    if (changesOf(db) === before) unchanged++
    else updated.push(uid)
  }
  return { created, updated, unchanged, removed, kept, sameName, meant }
}

/** In the order in which the table is kept: thousands of rows write each of its pages once. */
function inOrderOfUid(
  contacts: readonly SnapshotContact[],
  meant: ReadonlyMap<string, Meant>,
): readonly (Meant & { readonly contact: SnapshotContact })[] {
  return contacts
    .map((contact) => ({
      contact,
      ...(meant.get(contact.uid) ?? { uid: contact.uid, state: 'new' as const }),
    }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
}

function valuesOf(contact: SnapshotContact): readonly (string | number | null)[] {
  const { name, organization, title, jobSince, location, birthday, birthdayNotice, note } = contact
  const { metOn, metAt, introducedBy, circle, interval, trackedFrom, pausedOn, snooze, imported } = contact
  const { prospectOn, prospectDroppedOn } = contact
  return [
    ...[name, organization, title, jobSince, location, birthday, birthdayNotice, note],
    ...[metOn, metAt, introducedBy, circle, interval, trackedFrom, pausedOn, prospectOn, prospectDroppedOn],
    ...[snooze?.until ?? null, snooze?.setOn ?? null, snooze?.recordedAt ?? null],
    snooze?.isStarting === true ? 1 : null,
    imported === null ? null : JSON.stringify(imported),
  ]
}
