/** Applies netkeep's own JSON: into an empty database all of it as it was, into another what is not there yet. */
import { canonicalRelation } from '../domain/relation.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import { type Change, changesOf, receiveClock } from './command-log.ts'
import type { Database } from './driver.ts'
import { goalId } from './goals.ts'
import { notSameId } from './not-same.ts'
import { relationId } from './relations.ts'
import { applyCirclesAndSettings } from './snapshot-circles.ts'
import { withinReach } from './snapshot-clock.ts'
import type { Meant } from './snapshot-identity.ts'
import {
  importSnapshotContacts,
  type SnapshotContactsImported,
  type SnapshotOptions,
} from './snapshot-import-contacts.ts'
import {
  importEvents,
  importGroups,
  importIntroductions,
  importWatches,
  type UidHere,
} from './snapshot-import-doors.ts'
import { importSnapshotTouchpoints, type SnapshotTouchpointsImported } from './snapshot-import-touchpoints.ts'
import { type RowWriter, rowWriter } from './snapshot-put.ts'
import { freezeId } from './streak.ts'

export interface SnapshotImported {
  readonly contacts: SnapshotContactsImported
  readonly touchpoints: SnapshotTouchpointsImported
  /** How many came of each. */
  readonly created: {
    readonly settings: number
    readonly circles: number
    readonly mergedContacts: number
    readonly promises: number
    readonly relations: number
    readonly notSame: number
    readonly goals: number
    readonly freezes: number
    readonly introductions: number
    readonly events: number
    readonly groups: number
    readonly watches: number
  }
}

/** To be called within one command. Again with the same file it changes nothing. */
export function applySnapshot(change: Change, given: Snapshot, options: SnapshotOptions): SnapshotImported {
  const { db } = change
  const { snapshot, newest } = withinReach(given, options.today)
  const before = changesOf(db)
  const isFresh = db.prepare('SELECT 1 FROM command LIMIT 1').get() === undefined
  const basics = applyCirclesAndSettings(db, snapshot, isFresh)
  const contacts = importSnapshotContacts(db, snapshot, options)
  const merged = importMergers(db, snapshot, contacts.meant)
  const here = uidFinder(db, contacts.meant, merged.into)
  const events = importEvents(db, snapshot, here)
  const groups = importGroups(db, snapshot, here)
  const touchpoints = importSnapshotTouchpoints(
    db,
    snapshot,
    { contact: here, occasions: new Map([...events.meant, ...groups.meetings]) },
    {
      ...options,
      onRow: (done) => options.onRow?.(snapshot.contacts.length + done),
    },
  )
  const created = {
    ...basics,
    mergedContacts: merged.created,
    promises: importPromises(db, snapshot, here),
    relations: importRelations(db, snapshot, here),
    notSame: importNotSame(db, snapshot, here),
    goals: importGoals(db, snapshot),
    freezes: importFreezes(db, snapshot),
    introductions: importIntroductions(db, snapshot, here),
    events: events.created,
    groups: groups.created,
    watches: importWatches(db, snapshot),
  }
  // Not where nothing was changed: a clock moved on would make that a command.
  if (changesOf(db) > before) receiveClock(db, newest)
  return { contacts, touchpoints, created }
}

function uidFinder(
  db: Database,
  meant: ReadonlyMap<string, Meant>,
  mergedInto: ReadonlyMap<string, string>,
): UidHere {
  const isLive = db
    .prepare('SELECT 1 FROM contact WHERE id = ? AND deleted IS NULL AND merged_into IS NULL')
    .pluck()
  const known = new Map<string, string | undefined>()
  return (uid) => {
    if (!known.has(uid)) {
      const survivor = mergedInto.get(uid) ?? uid
      const found = meant.get(survivor)?.uid ?? survivor
      known.set(uid, isLive.get(found) === undefined ? undefined : found)
    }
    return known.get(uid)
  }
}

/** A merger of the file holds here too, where nobody here has that uid: two that are apart here stay apart. */
function importMergers(
  db: Database,
  { mergedContacts }: Snapshot,
  meant: ReadonlyMap<string, Meant>,
): { readonly created: number; readonly into: ReadonlyMap<string, string> } {
  const writer = rowWriter(db, 'contact', ['merged_into'])
  const into = new Map<string, string>()
  let created = 0
  for (const merger of mergedContacts) {
    const survivor = meant.get(merger.into)?.uid
    if (survivor === undefined || survivor === merger.uid || meant.has(merger.uid)) continue
    const outcome = writer.put(merger.uid, survivor)
    if (outcome === 'created') created++
    const row = db.prepare('SELECT merged_into FROM contact WHERE id = ?').pluck().get(merger.uid)
    if (row === survivor) into.set(merger.uid, merger.into)
  }
  return { created, into }
}

function importPromises(db: Database, { promises }: Snapshot, here: UidHere): number {
  const columns = ['contact', 'text', 'due_on', 'theirs', 'state', 'made_on', 'closed_on', 'touchpoint']
  const writer = rowWriter(db, 'promise', columns)
  return count(promises, ({ uid, contact, text, on, isMine, state, madeOn, closedOn, touchpoint }) => {
    const owner = here(contact)
    if (owner === undefined) return false
    const values = [owner, text, on, isMine ? null : 1, state, madeOn, closedOn, touchpoint]
    return writer.put(uid, ...values) === 'created'
  })
}

function importRelations(db: Database, { relations }: Snapshot, here: UidHere): number {
  const writer = rowWriter(db, 'relation', ['a', 'kind', 'b'])
  return count(relations, (relation) => {
    const [one, other] = [here(relation.a), here(relation.b)]
    if (one === undefined || other === undefined || one === other) return false
    const { a, kind, b } = canonicalRelation({ a: one, kind: relation.kind, b: other })
    return writer.put(relationId({ a, kind, b }, bulkNaturalId), a, kind, b) === 'created'
  })
}

function importNotSame(db: Database, { notSame }: Snapshot, here: UidHere): number {
  const writer = rowWriter(db, 'not_same', ['a', 'b'])
  return count(notSame, (pair) => {
    const [a, b] = [here(pair.a), here(pair.b)].sort()
    if (a === undefined || b === undefined || a === b) return false
    return writer.put(notSameId(a, b, bulkNaturalId), a, b) === 'created'
  })
}

function importGoals(db: Database, { goals }: Snapshot): number {
  const writer = rowWriter(db, 'goal', ['kind', 'detail', 'target', 'period', 'set_on'])
  return count(goals, (goal) => {
    const { kind, detail, target, period, setOn } = goal
    return writer.put(goalId(goal, bulkNaturalId), kind, detail, target, period, setOn) === 'created'
  })
}

function importFreezes(db: Database, { freezes }: Snapshot): number {
  const writer: RowWriter = rowWriter(db, 'freeze', ['from_on', 'to_on'])
  return count(
    freezes,
    ({ from, to }) => writer.put(freezeId({ from, to }, bulkNaturalId), from, to) === 'created',
  )
}

/** How many of the rows `put` says to be new. */
function count<T>(rows: readonly T[], put: (row: T) => boolean): number {
  return rows.reduce((total, row) => total + Number(put(row)), 0)
}
