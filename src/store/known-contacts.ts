/** Finding the contacts that are here already by an address, with the names they have. */
import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'
import { REMOVED } from './schema.ts'

export interface KnownContact {
  readonly uid: string
  /** Keys of its name and aliases. */
  readonly names: readonly string[]
  readonly isRemoved: boolean
}

/**
 * The contacts with an e-mail address or URL of this key; live ones first, those with the name before others, then those that the user
 * removed. Of an address that very many have only the first. Match keys must be up to date.
 */
export type ByAddress = (kind: PointKind, key: string, nameKey?: string) => readonly KnownContact[]

/** Of the contacts with one address, no more are looked at: a file may give thousands the same. */
export const MOST_HOLDERS = 50

export function addressFinder(db: Database): ByAddress {
  const holders = db
    .prepare(
      `SELECT contact FROM match_key WHERE kind = ? AND key = ? ORDER BY contact LIMIT ${MOST_HOLDERS}`,
    )
    .pluck()
  // The name first: fewer have one name than one address, where that is many.
  const namesakes = db
    .prepare(
      `SELECT n.contact FROM match_key n WHERE n.kind = 'name' AND n.key = ?
       AND EXISTS (SELECT 1 FROM match_key k WHERE k.contact = n.contact AND k.kind = ? AND k.key = ?)
       ORDER BY n.contact LIMIT ${MOST_HOLDERS}`,
    )
    .pluck()
  const names = db.prepare("SELECT key FROM match_key WHERE contact = ? AND kind = 'name'").pluck()
  const removed = removedByPoint(db)
  return (kind, key, nameKey) => {
    const found = holders.all(kind, key) as string[]
    const named =
      nameKey === undefined || found.length < MOST_HOLDERS
        ? []
        : (namesakes.all(nameKey, kind, key) as string[])
    return [
      ...[...new Set([...named, ...found])].map((uid) => ({
        uid,
        names: names.all(uid) as string[],
        isRemoved: false,
      })),
      ...(removed.get(`${kind} ${key}`) ?? []),
    ]
  }
}

/** Removed contacts have no match keys, but an import must recognise them. By `kind key`. */
export function removedByPoint(db: Database): ReadonlyMap<string, readonly KnownContact[]> {
  const rows = db
    .prepare(
      `SELECT p.contact, p.kind, p.value, c.name FROM contact c JOIN contact_point p ON p.contact = c.id
       WHERE c.deleted = ${REMOVED} AND c.merged_into IS NULL AND p.deleted IS NULL ORDER BY c.id`,
    )
    .all() as { contact: string; kind: PointKind; value: string; name: string }[]
  const removed = new Map<string, KnownContact[]>()
  for (const { contact, kind, value, name } of rows) {
    const key = `${kind} ${pointKeyOf(kind, value)}`
    const known = { uid: contact, names: [nameKeyOf(name)], isRemoved: true }
    const others = removed.get(key)
    if (others === undefined) removed.set(key, [known])
    else others.push(known)
  }
  return removed
}

/** Tells whether a name was there before this import, or occurred in it already. */
export function nameChecker(db: Database): (name: string) => boolean {
  const find = db.prepare("SELECT 1 FROM match_key WHERE kind = 'name' AND key = ?").pluck()
  const seen = new Set<string>()
  return (name) => {
    const key = nameKeyOf(name)
    const isNamed = seen.has(key) || find.get(key) !== undefined
    seen.add(key)
    return isNamed
  }
}
