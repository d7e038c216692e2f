/** Applies the touchpoints of an import: each once, with everyone in it who is a contact. */
import { pointKeyOf } from '../domain/contact.ts'
import type { Correspondent, ImportedTouchpoint } from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { UNDONE } from './schema.ts'
import { insertTouchpoint, linkContact } from './touchpoints.ts'

export interface TouchpointsImported {
  created: number
  unchanged: number
  /** Of those created: how many were attempts, how many light. */
  attempts: number
  light: number
  /** People in the conversations who are no contacts; netkeep does not add them. */
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
  const result = { created: 0, unchanged: 0, attempts: 0, light: 0, strangers }
  const findContact = correspondentFinder(db, contactsByUrl)
  const find = db.prepare('SELECT deleted FROM touchpoint WHERE id = ?').pluck()
  const isLinked = db
    .prepare('SELECT 1 FROM touchpoint_contact WHERE touchpoint = ? AND contact = ? AND deleted IS NOT ?')
    .pluck()
  const bringBack = db.prepare('UPDATE touchpoint SET deleted = NULL, recorded_at = ? WHERE id = ?')
  const setKind = db.prepare('UPDATE touchpoint SET kind = :kind WHERE id = :uid AND kind IS NOT :kind')
  for (const [index, touchpoint] of touchpoints.entries()) {
    onRow(index)
    const contacts: string[] = []
    for (const person of touchpoint.with) {
      const contact = findContact(person)
      if (contact === undefined)
        strangers.add(person.url === null ? nameKeyOf(person.name) : pointKeyOf('url', person.url))
      else contacts.push(contact)
    }
    if (contacts.length === 0) continue
    const uid = naturalId('touchpoint', touchpoint.key)
    const deleted = find.get(uid) as number | null | undefined
    if (deleted === null) {
      result.unchanged++
      // An attempt may have been answered since the last export.
      setKind.run({ uid, kind: touchpoint.kind })
    } else {
      result.created++
      if (touchpoint.kind === 'attempt') result.attempts++
      if (touchpoint.kind === 'light') result.light++
      if (deleted === undefined) {
        const { on, channel, direction, kind } = touchpoint
        insertTouchpoint(
          change,
          { on, channel, direction, kind, minutes: null, place: null, note: null },
          contacts,
          uid,
        )
        continue
      }
      bringBack.run(change.recordedAt, uid)
      setKind.run({ uid, kind: touchpoint.kind })
    }
    for (const contact of contacts)
      if (isLinked.get(uid, contact, UNDONE) === undefined) linkContact(db, uid, contact)
  }
  return result
}

/** Finds a correspondent by profile URL; one without a URL by whole name, where only one contact has it. */
function correspondentFinder(
  db: Database,
  contactsByUrl: ReadonlyMap<string, string>,
): (person: Correspondent) => string | undefined {
  const byKey = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? LIMIT 2').pluck()
  const byName = new Map<string, string | undefined>()
  return ({ url, name }) => {
    if (url !== null) {
      const key = pointKeyOf('url', url)
      return contactsByUrl.get(key) ?? (byKey.get('url', key) as string | undefined)
    }
    const key = nameKeyOf(name)
    if (!byName.has(key)) {
      const found = byKey.all('name', key) as string[]
      byName.set(key, found.length === 1 ? found[0] : undefined)
    }
    return byName.get(key)
  }
}
