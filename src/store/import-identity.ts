/** Who is meant by a row of an import: somebody known, or somebody new. */
import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import type { CheckedContact } from '../domain/import-check.ts'
import type { ImportedPoint } from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { isProfileKey } from '../domain/url-key.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { REMOVED } from './schema.ts'

interface KeyedPoint extends ImportedPoint {
  /** Under which two spellings of it are the same. */
  readonly key: string
}

/** A row, with what it is compared by. */
export interface ImportedRow {
  readonly contact: CheckedContact
  readonly nameKey: string
  /** URLs first, then e-mail addresses, then phone numbers. */
  readonly points: readonly KeyedPoint[]
}

const KIND_ORDER: readonly PointKind[] = ['url', 'email', 'phone']

export function importedRowOf(contact: CheckedContact): ImportedRow {
  const points = contact.points.map((point) => ({ ...point, key: pointKeyOf(point.kind, point.value) }))
  return {
    contact,
    nameKey: nameKeyOf(contact.name),
    points: points.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)),
  }
}

/** A page of one person; the homepage of a company is none, and many share it. */
function isProfile({ kind, key, isProfile }: KeyedPoint): boolean {
  return kind === 'url' && (isProfile ?? isProfileKey(key))
}

/**
 * Tells which contact a row means, and remembers it for the rows that follow:
 *
 * 1. by uid, where netkeep wrote the file; by what the file calls it for good;
 * 2. by a profile;
 * 3. by an e-mail address: of those who have it the one with this name, else one that no row of another name has taken yet: some
 *    families and offices share an address, and a file tells of each of them once;
 * 4. by the same name and day met, where the row or the contact has no profile.
 *
 * Never by name alone. Somebody new gets an id that is the same on every device and in every import.
 */
export interface Recogniser {
  /** @param isNew whether an earlier row of this import has made a new contact with that id */
  uidOf(row: ImportedRow, isNew: (uid: string) => boolean): string
}

export function createRecogniser(db: Database): Recogniser {
  const exists = db.prepare('SELECT 1 FROM contact WHERE id = ?').pluck()
  // One that was merged lives on in another, which the caller finds.
  const isLive = db.prepare('SELECT 1 FROM contact WHERE id = ? AND deleted IS NULL').pluck()
  const byCardId = db
    .prepare(
      "SELECT contact FROM contact_property WHERE line = ? AND line GLOB 'UID:*' AND deleted IS NULL ORDER BY contact",
    )
    .pluck()
  const byPoint = pointFinder(db)
  const byNameAndDay = namesakeFinder(db)
  /** By contact: the name under which a row of this import took it. */
  const taken = new Map<string, string>()
  const isFree = (uid: string, nameKey: string): boolean => (taken.get(uid) ?? nameKey) === nameKey

  function find(row: ImportedRow, isNew: (uid: string) => boolean): string {
    const { contact, nameKey, points } = row
    const isThere = (uid: string): boolean => isNew(uid) || isLive.get(uid) !== undefined
    if (contact.uid !== null && exists.get(contact.uid) !== undefined) return contact.uid
    const profile = points.find(isProfile)
    const own = ownIdOf(row, profile)
    if (own !== undefined && isThere(own)) return own
    if (contact.sourceId !== null) {
      const source = bulkNaturalId('contact', 'source', contact.sourceId)
      if (isThere(source)) return source
      // Of a card that netkeep wrote, other programs may have left nothing but the UID.
      const cardId = contact.sourceId.slice(contact.sourceId.indexOf(':') + 1)
      const known = byCardId.get(`UID:${cardId}`)
      if (known !== undefined) return known as string
      if (exists.get(cardId) !== undefined) return cardId
    }
    for (const point of points) {
      const [found] = isProfile(point) ? byPoint(point) : []
      if (found !== undefined) return found
    }
    const emails = points.filter(({ kind }) => kind === 'email')
    for (const { key } of emails) {
      const shared = bulkNaturalId('contact', 'email', key, nameKey)
      if (isThere(shared)) return shared
      const first = bulkNaturalId('contact', 'email', key)
      if (isNew(first) && isFree(first, nameKey)) return first
    }
    for (const point of emails) {
      const found = byPoint(point, nameKey).find((uid) => isFree(uid, nameKey))
      if (found !== undefined) return found
    }
    return byNameAndDay(row, profile !== undefined) ?? contact.uid ?? own ?? idByAddress(row, isFree)
  }

  return {
    uidOf: (row, isNew) => {
      const uid = find(row, isNew)
      if (!taken.has(uid)) taken.set(uid, row.nameKey)
      return uid
    },
  }
}

/** The id by what is one contact's alone. */
function ownIdOf(
  { contact, nameKey, points }: ImportedRow,
  profile: KeyedPoint | undefined,
): string | undefined {
  if (profile !== undefined) return bulkNaturalId('contact', 'url', profile.key)
  if (contact.sourceId !== null) return bulkNaturalId('contact', 'source', contact.sourceId)
  if (points.some(({ kind }) => kind === 'email')) return undefined
  const phone = points.find(({ kind }) => kind === 'phone')
  const key = [nameKey, contact.metOn ?? '']
  return bulkNaturalId('contact', 'name', ...key, ...(phone === undefined ? [] : [phone.key]))
}

function idByAddress(
  { nameKey, points }: ImportedRow,
  isFree: (uid: string, nameKey: string) => boolean,
): string {
  const key = points.find(({ kind }) => kind === 'email')?.key ?? ''
  const first = bulkNaturalId('contact', 'email', key)
  return isFree(first, nameKey) ? first : bulkNaturalId('contact', 'email', key, nameKey)
}

/** The contacts with an address: those of that name first, removed ones last. */
function pointFinder(db: Database): (point: KeyedPoint, nameKey?: string) => readonly string[] {
  const byKey = db
    .prepare(
      `SELECT k.contact FROM match_key k LEFT JOIN contact_state s ON s.contact = k.contact
       WHERE k.kind = :kind AND k.key = :key ORDER BY s.name_key <> :nameKey, k.contact`,
    )
    .pluck()
  const removed = removedByPoint(db)
  return ({ kind, key }, nameKey = '') => {
    const gone = removed.get(`${kind} ${key}`)
    return [...(byKey.all({ kind, key, nameKey }) as string[]), ...(gone === undefined ? [] : [gone])]
  }
}

function namesakeFinder(db: Database): (row: ImportedRow, hasProfile: boolean) => string | undefined {
  const hasUrl = db.prepare("SELECT 1 FROM match_key WHERE contact = ? AND kind = 'url'").pluck()
  const byNameAndDay = db
    .prepare(
      `SELECT c.id FROM match_key k JOIN contact c ON c.id = k.contact WHERE k.kind = 'name' AND k.key = ? AND c.met_on = ?`,
    )
    .pluck()
  return ({ contact, nameKey }, hasProfile) => {
    if (contact.metOn === null) return undefined
    const namesakes = byNameAndDay.all(nameKey, contact.metOn) as string[]
    return hasProfile ? namesakes.find((uid) => hasUrl.get(uid) === undefined) : namesakes[0]
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
