/** Addresses, aliases, tags and all else of which a contact has several, out of an import. */
import { nameKeyOf } from '../domain/match-key.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import { addAlias, addPoint, addTag, aliasId, pointId, preferPoint, tagId } from './contacts.ts'
import type { Database } from './driver.ts'
import type { ImportedRow } from './import-identity.ts'
import { addFormerJob, formerJobId } from './jobs.ts'
import { findPhone } from './known-phones.ts'
import { dateId, setContactDate } from './occasions.ts'
import { addProperty, propertyId } from './properties.ts'
import { REMOVED, UNDONE } from './schema.ts'
import { addTrait, traitId } from './traits.ts'

interface Member {
  readonly table: string
  readonly id: string
  /** A telephone number, of which another spelling may be there. */
  readonly phone?: string
  add(): void
}

/** Adds all of it: the contact is new, or comes back. */
export function addSets(db: Database, uid: string, row: ImportedRow): void {
  const isOneNumber = row.points.filter(({ kind }) => kind === 'phone').length < 2
  for (const { add, phone } of membersOf(db, uid, row))
    if (phone === undefined || isOneNumber || findPhone(db, uid, phone) !== 'live') add()
  preferPoints(db, uid, row)
}

/** Adds what was never there. What the user took away stays away, unless the file is preferred. @returns what was added, in words. */
export function uniteSets(
  db: Database,
  uid: string,
  row: ImportedRow,
  prefer: 'mine' | 'theirs',
): readonly string[] {
  const tables = new Set<string>()
  for (const { table, id, add, phone } of membersOf(db, uid, row)) {
    const state = db.prepare(`SELECT ifnull(deleted, 0) FROM ${table} WHERE id = ?`).pluck().get(id)
    const isNew = state === undefined || state === UNDONE
    const other = isNew && phone !== undefined ? findPhone(db, uid, phone) : undefined
    if (other === 'live' || (other === 'removed' && prefer === 'mine')) continue
    if (isNew || (state === REMOVED && prefer === 'theirs')) {
      add()
      tables.add(table)
    }
  }
  preferPoints(db, uid, row)
  return [...tables].map((table) => KINDS[table] ?? table)
}

/** What the tables hold, in words. */
const KINDS: Readonly<Record<string, string>> = {
  contact_point: 'addresses',
  contact_alias: 'aliases',
  contact_tag: 'tags',
  contact_trait: 'interests',
  contact_date: 'dates',
  contact_job: 'former jobs',
  contact_property: 'other properties',
}

/** Which address is the one to use follows the first file that says so. */
function preferPoints(db: Database, uid: string, { points }: ImportedRow): void {
  for (const { kind, key, isPreferred } of points)
    if (isPreferred === true) preferPoint(db, uid, kind, pointId(uid, kind, key, bulkNaturalId))
}

function* membersOf(db: Database, uid: string, { contact, nameKey, points }: ImportedRow): Generator<Member> {
  for (const { kind, key, value, label } of points) {
    const id = pointId(uid, kind, key, bulkNaturalId)
    const add = (): void => addPoint(db, uid, kind, value, label ?? null, id)
    yield { table: 'contact_point', id, add, ...(kind === 'phone' ? { phone: value } : {}) }
  }
  for (const alias of contact.aliases) {
    // The name in another spelling is found without.
    if (nameKeyOf(alias) === nameKey) continue
    yield { table: 'contact_alias', id: aliasId(uid, alias), add: () => addAlias(db, uid, alias) }
  }
  for (const tag of contact.tags)
    yield { table: 'contact_tag', id: tagId(uid, tag), add: () => addTag(db, uid, tag) }
  for (const trait of contact.traits) {
    const id = traitId(uid, trait.kind, trait.value)
    yield { table: 'contact_trait', id, add: () => addTrait(db, uid, trait) }
  }
  for (const date of contact.dates) {
    const id = dateId(uid, date.label)
    yield { table: 'contact_date', id, add: () => setContactDate(db, uid, { ...date, notice: null }) }
  }
  for (const job of contact.formerJobs ?? [])
    yield { table: 'contact_job', id: formerJobId(uid, job), add: () => addFormerJob(db, uid, job) }
  for (const line of contact.properties) {
    const id = propertyId(uid, line, bulkNaturalId)
    yield { table: 'contact_property', id, add: () => addProperty(db, uid, line, id) }
  }
}
