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
  const byKey = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? LIMIT 2').pluck()
  const known = new Map<string, string | undefined>()
  return (correspondent) => {
    const key = correspondentKeyOf(correspondent)
    if (!known.has(key)) {
      const at = key.indexOf(' ')
      const [kind, value] = [key.slice(0, at), key.slice(at + 1)]
      const found = byKey.all(kind, value) as string[]
      known.set(key, contactsByKey.get(key) ?? (kind === 'name' && found.length > 1 ? undefined : found[0]))
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
