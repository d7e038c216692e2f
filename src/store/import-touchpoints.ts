/** Applies the touchpoints of an import: each once, with everyone in it who is a contact. */
import { pointKeyOf } from '../domain/contact.ts'
import type { Correspondent, ImportedTouchpoint } from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { removedByPoint } from './import-identity.ts'
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
  /** Correspondents who are no contacts; netkeep does not add them. Contacts that were removed do not count. */
  readonly strangers: ReadonlySet<string>
}

export function importTouchpoints(
  change: Change,
  touchpoints: readonly ImportedTouchpoint[],
  contactsByUrl: ReadonlyMap<string, string>,
  onRow: (done: number) => void,
): TouchpointsImported {
  const { db } = change
  const strangers = new Set<string>()
  const result = { created: 0, updated: 0, unchanged: 0, attempts: 0, light: 0, strangers }
  if (touchpoints.length === 0) return result
  const findContact = correspondentFinder(db, contactsByUrl)
  const removed = removedByPoint(db)
  for (const [index, touchpoint] of touchpoints.entries()) {
    onRow(index)
    const contacts: string[] = []
    for (const correspondent of touchpoint.with) {
      const contact = findContact(correspondent)
      const key = keyOf(correspondent)
      if (contact !== undefined) contacts.push(contact)
      else if (!removed.has(`url ${key}`)) strangers.add(key)
    }
    if (contacts.length === 0) continue
    const outcome = storeTouchpoint(change, touchpoint, contacts)
    result[outcome]++
    if (outcome !== 'created') continue
    if (touchpoint.kind === 'attempt') result.attempts++
    if (touchpoint.kind === 'light') result.light++
  }
  return result
}

function storeTouchpoint(
  change: Change,
  touchpoint: ImportedTouchpoint,
  contacts: readonly string[],
): 'created' | 'updated' | 'unchanged' {
  const { db } = change
  const { key, on, channel, direction, kind } = touchpoint
  const uid = naturalId('touchpoint', key)
  const deleted = db.prepare('SELECT deleted FROM touchpoint WHERE id = ?').pluck().get(uid) as
    | number
    | null
    | undefined
  if (deleted === undefined) {
    const fields = { on, channel, direction, kind, minutes: null, place: null, note: null }
    insertTouchpoint(change, fields, contacts, uid)
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

function keyOf({ url, name }: Correspondent): string {
  return url == null ? nameKeyOf(name) : pointKeyOf('url', url)
}

/** Finds a correspondent by profile URL; one without a URL by whole name, where only one contact has it. */
function correspondentFinder(
  db: Database,
  contactsByUrl: ReadonlyMap<string, string>,
): (correspondent: Correspondent) => string | undefined {
  const byKey = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? LIMIT 2').pluck()
  const byName = new Map<string, string | undefined>()
  return (correspondent) => {
    const key = keyOf(correspondent)
    if (correspondent.url != null)
      return contactsByUrl.get(key) ?? (byKey.get('url', key) as string | undefined)
    if (!byName.has(key)) {
      const found = byKey.all('name', key) as string[]
      byName.set(key, found.length === 1 ? found[0] : undefined)
    }
    return byName.get(key)
  }
}
