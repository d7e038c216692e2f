/** Applies the touchpoints of an import: each once, with everyone in it who is a contact. */
import type { ImportedTouchpoint } from '../domain/import-file.ts'
import type { Change } from './command-log.ts'
import { correspondentFinder } from './correspondents.ts'
import { naturalId } from './ids.ts'
import { UNDONE } from './schema.ts'
import { insertTouchpoint, linkContact } from './touchpoints.ts'

export interface TouchpointsImported {
  created: number
  /** Known ones that were answered since, or that a new contact was part of. */
  updated: number
  unchanged: number
  /** Of those created: how many were attempts, how many light. */
  attempts: number
  light: number
  /** How many of those created or updated each contact is part of, by uid. */
  readonly byContact: Map<string, number>
}

export function noTouchpoints(): TouchpointsImported {
  return { created: 0, updated: 0, unchanged: 0, attempts: 0, light: 0, byContact: new Map() }
}

/** Adds what another part of the import did. */
export function addTouchpoints(all: TouchpointsImported, more: TouchpointsImported): void {
  for (const count of ['created', 'updated', 'unchanged', 'attempts', 'light'] as const)
    all[count] += more[count]
  for (const [uid, touchpoints] of more.byContact)
    all.byContact.set(uid, (all.byContact.get(uid) ?? 0) + touchpoints)
}

export function importTouchpoints(
  change: Change,
  touchpoints: readonly ImportedTouchpoint[],
  contactsByKey: ReadonlyMap<string, string>,
  onRow: (done: number) => void,
): TouchpointsImported {
  const result = noTouchpoints()
  if (touchpoints.length === 0) return result
  const findContact = correspondentFinder(change.db, contactsByKey)
  for (const [index, touchpoint] of touchpoints.entries()) {
    onRow(index)
    const found = touchpoint.with.map(findContact).filter((uid) => uid !== undefined)
    const contacts = [...new Set(found)]
    if (contacts.length > 0)
      noteOutcome(result, touchpoint, contacts, storeTouchpoint(change, touchpoint, contacts))
  }
  return result
}

type Outcome = 'created' | 'updated' | 'unchanged'

/** Counts what became of a touchpoint. */
export function noteOutcome(
  result: TouchpointsImported,
  { kind }: Pick<ImportedTouchpoint, 'kind'>,
  contacts: readonly string[],
  outcome: Outcome,
): void {
  result[outcome]++
  if (outcome === 'unchanged') return
  for (const uid of contacts) result.byContact.set(uid, (result.byContact.get(uid) ?? 0) + 1)
  if (outcome === 'updated') return
  if (kind === 'attempt') result.attempts++
  if (kind === 'light') result.light++
}

/** Stores a touchpoint under its natural key, with these contacts. One that undo took back comes again; one that the user changed keeps what it was given. */
export function storeTouchpoint(
  change: Change,
  touchpoint: Omit<ImportedTouchpoint, 'source' | 'with'>,
  contacts: readonly string[],
): Outcome {
  const { db } = change
  const { key, on, channel, direction, kind, minutes = null, place = null, note = null } = touchpoint
  const uid = naturalId('touchpoint', key)
  const deleted = db.prepare('SELECT deleted FROM touchpoint WHERE id = ?').pluck().get(uid) as
    | number
    | null
    | undefined
  if (deleted === undefined) {
    insertTouchpoint(change, { on, channel, direction, kind, minutes, place, note }, contacts, uid)
    return 'created'
  }
  if (deleted !== null) {
    db.prepare('UPDATE touchpoint SET deleted = NULL, recorded_at = ? WHERE id = ?').run(
      change.recordedAt,
      uid,
    )
  }
  // An attempt may have been answered since the last export.
  const setKind = db.prepare('UPDATE touchpoint SET kind = :kind WHERE id = :uid AND kind IS NOT :kind')
  const isAnswered = setKind.run({ uid, kind }).changes > 0
  const isLinked = db
    .prepare('SELECT 1 FROM touchpoint_contact WHERE touchpoint = ? AND contact = ? AND deleted IS NOT ?')
    .pluck()
  const missing = contacts.filter((contact) => isLinked.get(uid, contact, UNDONE) === undefined)
  for (const contact of missing) linkContact(db, uid, contact)
  if (deleted !== null) return 'created'
  return isAnswered || missing.length > 0 ? 'updated' : 'unchanged'
}
