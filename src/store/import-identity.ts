/** Who is meant by a row of an import: somebody known, or somebody new. */
import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import type { CheckedContact } from '../domain/import-merge.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { REMOVED } from './schema.ts'

interface ImportedPoint {
  readonly kind: PointKind
  readonly value: string
  /** Under which two spellings of it are the same. */
  readonly key: string
}

/** A row, with what it is compared by. */
export interface ImportedRow {
  readonly contact: CheckedContact
  readonly nameKey: string
  /** URLs first, then e-mail addresses, then phone numbers. */
  readonly points: readonly ImportedPoint[]
}

export function importedRowOf(contact: CheckedContact): ImportedRow {
  const points = contact.points.map(({ kind, value }) => ({ kind, value, key: pointKeyOf(kind, value) }))
  const ofKind = (wanted: PointKind): readonly ImportedPoint[] => points.filter(({ kind }) => kind === wanted)
  return {
    contact,
    nameKey: nameKeyOf(contact.name),
    points: [...ofKind('url'), ...ofKind('email'), ...ofKind('phone')],
  }
}

/** A contact from a file has the same id on every device and in every import: that of its URL, else its address, else its name and day. */
export function identityOf({ contact, nameKey, points }: ImportedRow): string {
  const [first] = points
  return first === undefined || first.kind === 'phone'
    ? bulkNaturalId('contact', 'name', nameKey, contact.metOn ?? '')
    : bulkNaturalId('contact', first.kind, first.key)
}

/**
 * Finds the contact a row means: by URL, by e-mail, and, where the row or the contact has no URL, by the same name and day met.
 * Never by name alone: the same name with another URL is another person.
 */
export function contactFinder(db: Database): (row: ImportedRow) => string | undefined {
  const byKey = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ?').pluck()
  const hasUrl = db.prepare("SELECT 1 FROM match_key WHERE contact = ? AND kind = 'url'").pluck()
  const byNameAndDay = db
    .prepare(
      `SELECT c.id FROM match_key k JOIN contact c ON c.id = k.contact WHERE k.kind = 'name' AND k.key = ? AND c.met_on = ?`,
    )
    .pluck()
  const removed = removedByPoint(db)
  return ({ contact, nameKey, points }) => {
    for (const { kind, key } of points) {
      if (kind === 'phone') continue
      const found = (byKey.get(kind, key) as string | undefined) ?? removed.get(`${kind} ${key}`)
      if (found !== undefined) return found
    }
    if (contact.metOn === null) return undefined
    const namesakes = byNameAndDay.all(nameKey, contact.metOn) as string[]
    return points.every(({ kind }) => kind !== 'url')
      ? namesakes[0]
      : namesakes.find((uid) => hasUrl.get(uid) === undefined)
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
export function nameChecker(db: Database): (row: ImportedRow) => boolean {
  const find = db.prepare("SELECT 1 FROM match_key WHERE kind = 'name' AND key = ?").pluck()
  const seen = new Set<string>()
  return ({ nameKey }) => {
    const isNamed = seen.has(nameKey) || find.get(nameKey) !== undefined
    seen.add(nameKey)
    return isNamed
  }
}
