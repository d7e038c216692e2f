/** Who is meant by a row of an import: somebody known, or somebody new. */
import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import type { CheckedContact } from '../domain/import-check.ts'
import type { ImportedPoint } from '../domain/import-file.ts'
import { emailKeyOf, nameKeyOf } from '../domain/match-key.ts'
import { canShareAddress } from '../domain/same-person.ts'
import { isProfileKey } from '../domain/url-key.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { findersOf } from './import-finders.ts'
import { type KnownContact, MOST_HOLDERS } from './known-contacts.ts'

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
  /** What the row is known by from import to import: the id that a contact made of it has. */
  readonly source: string
  /** Under which it is remembered what the row said: two files that know a contact by one profile or address are two sources. */
  readonly memory: string
}

const KIND_ORDER: readonly PointKind[] = ['url', 'email', 'phone']

export function importedRowOf(contact: CheckedContact): ImportedRow {
  const points = contact.points
    .map((point) => ({ ...point, key: pointKeyOf(point.kind, point.value) }))
    .sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind))
  const nameKey = nameKeyOf(contact.name)
  const source = sourceOf(contact, nameKey, points)
  return { contact, nameKey, points, source, memory: memoryOf(contact, source) }
}

/** The same on every device and in every import: by a profile, by what the file calls it for good, by address, by name. */
function sourceOf(contact: CheckedContact, nameKey: string, points: readonly KeyedPoint[]): string {
  const profile = points.find(isProfile)
  if (profile !== undefined) return bulkNaturalId('contact', 'url', profile.key)
  if (contact.sourceId !== null) return bulkNaturalId('contact', 'source', contact.sourceId)
  const email = points.find(({ kind }) => kind === 'email')
  if (email !== undefined) return bulkNaturalId('contact', 'email', email.key)
  const phone = points.find(({ kind }) => kind === 'phone')
  const key = [nameKey, contact.metOn ?? '']
  return bulkNaturalId('contact', 'name', ...key, ...(phone === undefined ? [] : [phone.key]))
}

function memoryOf({ sourceId, origin }: CheckedContact, source: string): string {
  if (sourceId !== null) return bulkNaturalId('contact', 'source', sourceId)
  return origin === undefined ? source : bulkNaturalId('source', origin, source)
}

/** Whether the row's source is what is one contact's alone. */
function hasOwnSource({ contact, points }: ImportedRow): boolean {
  return contact.sourceId !== null || points.some(isProfile)
}

/** A page of one person; the homepage of a company is none, and many share it. */
function isProfile({ kind, key, isProfile }: KeyedPoint): boolean {
  return kind === 'url' && (isProfile ?? isProfileKey(key))
}

/**
 * Tells which contact a row means:
 *
 * 1. by uid, where netkeep wrote the file, if a name or an address fits too: whoever was given a card can write that uid into another; by
 *    what the file calls it for good;
 * 2. by a profile;
 * 3. by an e-mail address: of those who have it the one with this name; else one whose name may be this one's, unless the import has
 *    a row of that very name with the address. Families and offices share addresses;
 * 4. by name, where an address or number that the contact has, or had, is the row's;
 * 5. by the same name and day met, where the row or the contact has no profile.
 *
 * Never by name alone. Two rows with ids of their own are never one contact: the file tells them apart.
 */
export interface Recogniser {
  /** @param isNew whether an earlier row of this import has made a new contact with that id */
  uidOf(row: ImportedRow, isNew: (uid: string) => boolean): string
}

/** @param contacts all of the import. */
export function createRecogniser(db: Database, contacts: readonly CheckedContact[]): Recogniser {
  const finders = findersOf(db)
  const namedInFile = namesByAddress(contacts)
  /** By contact: the id that a row of this import knows it by. */
  const claimed = new Map<string, string>()
  /** Contacts of this import by address, and where they work: the database does not tell of new ones yet. */
  const made = newcomers()
  const organizations = new Map<string, string>()
  const isFree = ({ sourceId }: CheckedContact, uid: string): boolean =>
    sourceId === null || (claimed.get(uid) ?? sourceId) === sourceId

  function findByEmail({ contact, nameKey, points }: ImportedRow): string | undefined {
    for (const { kind, key } of points) {
      if (kind !== 'email') continue
      const known = [...finders.byAddress(kind, key, nameKey), ...made.with(key, nameKey)].filter(({ uid }) =>
        isFree(contact, uid),
      )
      const named = known.find(({ names }) => names.includes(nameKey))
      if (named !== undefined) return named.uid
      const inFile = namedInFile.get(key)
      const alike = known.find(
        ({ names }) =>
          names.some((name) => canShareAddress(name, nameKey, key)) &&
          !names.some((name) => inFile?.has(name) === true),
      )
      if (alike !== undefined) return alike.uid
    }
    return undefined
  }

  function find(row: ImportedRow, isNew: (uid: string) => boolean): string {
    const { contact, nameKey, points, source } = row
    if (contact.uid !== null && finders.isPlausible(contact.uid, nameKey, points)) return contact.uid
    if (hasOwnSource(row) && (isNew(source) || finders.isLive(source))) return source
    const byId = contact.sourceId === null ? undefined : finders.bySourceId(contact.sourceId)
    if (byId !== undefined && finders.isPlausible(byId, nameKey, points)) return byId
    const profiles = points.filter(isProfile)
    for (const { key } of profiles) {
      const [found] = finders.byAddress('url', key)
      if (found !== undefined) return found.uid
    }
    const reachable = points.filter(({ kind }) => kind !== 'url')
    const hasEmail = points.some(({ kind }) => kind === 'email')
    if (!hasEmail && contact.metOn !== null && (isNew(source) || finders.isLive(source))) return source
    const found =
      findByEmail(row) ??
      finders.byNameAndPoint(nameKey, reachable).find((uid) => isFree(contact, uid)) ??
      finders.byNameAndDay(nameKey, contact.metOn, profiles.length > 0)
    if (found !== undefined) return found
    return contact.uid !== null && !finders.exists(contact.uid) ? contact.uid : newIdOf(row, isNew)
  }

  /** The row's source, unless that is somebody of another name or, where only names tell, at another organization. */
  function newIdOf(row: ImportedRow, isNew: (uid: string) => boolean): string {
    const { contact, nameKey, points, source } = row
    if (hasOwnSource(row)) return source
    const email = points.find(({ kind }) => kind === 'email')
    const own =
      email === undefined
        ? bulkNaturalId('contact', 'name', nameKey, contact.metOn ?? '', '', contact.organization ?? '')
        : bulkNaturalId('contact', 'email', email.key, nameKey)
    if (finders.exists(own)) return own
    if (email === undefined) {
      const organization = organizations.get(source) ?? contact.organization
      return organization === contact.organization || contact.metOn !== null ? source : own
    }
    const there = finders.find(source)
    if (there === undefined) return isNew(source) ? own : source
    return !there.isLive && canShareAddress(there.nameKey, nameKey, email.key) ? source : own
  }

  return {
    uidOf: (row, isNew) => {
      const uid = find(row, isNew)
      const { sourceId, organization } = row.contact
      if (sourceId !== null && !claimed.has(uid)) claimed.set(uid, sourceId)
      if (organization !== null && !organizations.has(uid)) organizations.set(uid, organization)
      for (const { kind, key } of row.points) {
        if (kind !== 'email') continue
        made.note(key, row.nameKey, uid)
      }
      return uid
    },
  }
}

interface Newcomers {
  note(address: string, nameKey: string, uid: string): void
  /** Those of this name first, then the first of the others. */
  with(address: string, nameKey: string): readonly KnownContact[]
}

/** The contacts that an import has met so far, by address. Thousands may share one, so not all of them are ever looked at. */
function newcomers(): Newcomers {
  const first = new Map<string, KnownContact[]>()
  const named = new Map<string, KnownContact[]>()
  const add = (map: Map<string, KnownContact[]>, key: string, known: KnownContact): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [known])
    else if (list.length < MOST_HOLDERS) list.push(known)
  }
  return {
    note: (address, nameKey, uid) => {
      const known = { uid, names: [nameKey], isRemoved: false }
      add(first, address, known)
      add(named, `${address}\n${nameKey}`, known)
    },
    with: (address, nameKey) => [
      ...(named.get(`${address}\n${nameKey}`) ?? []),
      ...(first.get(address) ?? []),
    ],
  }
}

/** By e-mail address: the names that the import has for it. */
function namesByAddress(contacts: readonly CheckedContact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { name, points } of contacts) {
    for (const { kind, value } of points) {
      if (kind !== 'email') continue
      const key = emailKeyOf(value)
      const known = names.get(key)
      if (known === undefined) names.set(key, new Set([nameKeyOf(name)]))
      else known.add(nameKeyOf(name))
    }
  }
  return names
}
