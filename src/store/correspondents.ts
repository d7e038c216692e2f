/** Which contact a correspondent of an import is. */
import { laterDate } from '../domain/calendar-date.ts'
import { pointKeyOf } from '../domain/contact.ts'
import type { Correspondent, ImportedTouchpoint } from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { compareStrangers, type Stranger } from '../domain/stranger.ts'
import type { Database } from './driver.ts'
import { removedByPoint } from './known-contacts.ts'

/** By what a correspondent is known best, with its kind: `source ID`, `url KEY`, `email KEY`, `name KEY`. */
function correspondentKeyOf({ sourceId, url, email, name }: Correspondent): string {
  if (sourceId != null) return `source ${sourceId}`
  if (url != null) return `url ${pointKeyOf('url', url)}`
  return email == null ? `name ${nameKeyOf(name)}` : `email ${pointKeyOf('email', email)}`
}

/**
 * Finds a correspondent by what the file calls it, by profile, by address; one with none of these by whole name, where only one contact
 * has it. Match keys must be up to date.
 * @param contactsByKey what this import has found out already.
 */
export function correspondentFinder(
  db: Database,
  contactsByKey: ReadonlyMap<string, string>,
): (correspondent: Correspondent) => string | undefined {
  const byKey = db
    .prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? ORDER BY contact')
    .pluck()
  const isNamed = db
    .prepare("SELECT 1 FROM match_key WHERE contact = ? AND kind = 'name' AND key = ?")
    .pluck()
  const known = new Map<string, string | undefined>()
  const chosen = (found: readonly string[], kind: string, name: string): string | undefined => {
    if (found.length < 2) return found[0]
    if (kind === 'name') return undefined
    return found.find((uid) => isNamed.get(uid, nameKeyOf(name)) !== undefined) ?? found[0]
  }
  return (correspondent) => {
    const what = correspondentKeyOf(correspondent)
    // Families share addresses: then the name tells who it is.
    const key = what.startsWith('email ') ? `${what}\n${nameKeyOf(correspondent.name)}` : what
    if (!known.has(key)) {
      const at = what.indexOf(' ')
      const [kind, value] = [what.slice(0, at), what.slice(at + 1)]
      const found = byKey.all(kind, value) as string[]
      known.set(key, contactsByKey.get(what) ?? chosen(found, kind, correspondent.name))
    }
    return known.get(key)
  }
}

/** Everyone in the touchpoints who is no contact, by key; contacts that were removed are not among them. */
export function strangersIn(
  db: Database,
  touchpoints: readonly ImportedTouchpoint[],
  contactsByKey: ReadonlyMap<string, string>,
): readonly Stranger[] {
  const find = correspondentFinder(db, contactsByKey)
  const removed = removedByPoint(db)
  const strangers = new Map<string, Stranger>()
  for (const { kind, on, source, with: correspondents } of touchpoints) {
    for (const correspondent of correspondents) {
      const key = correspondentKeyOf(correspondent)
      if (removed.has(key) || find(correspondent) !== undefined) continue
      const before = strangers.get(key) ?? { correspondent, exchanges: 0, lastOn: on, source }
      strangers.set(key, {
        ...before,
        exchanges: before.exchanges + (kind === 'counted' ? 1 : 0),
        lastOn: laterDate(before.lastOn, on),
      })
    }
  }
  return [...strangers.values()].sort(compareStrangers)
}
