/** Queries of table contact_trait: interests, causes, what contacts offer and look for. */
import { SHARED_KINDS, type Trait, type TraitKind, traitKeyOf } from '../domain/trait.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

export function addTrait(db: Database, contact: string, { kind, value }: Trait): void {
  db.prepare(
    `INSERT INTO contact_trait (id, contact, kind, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, deleted = NULL`,
  ).run(traitId(contact, kind, value), contact, kind, value)
}

/** Returns whether it was there. */
export function removeTrait(db: Database, contact: string, { kind, value }: Trait): boolean {
  return markRemoved(db, 'contact_trait', traitId(contact, kind, value))
}

export function traitId(
  contact: string,
  kind: TraitKind,
  value: string,
  idOf: typeof naturalId = naturalId,
): string {
  return idOf('contact_trait', contact, kind, traitKeyOf(value))
}

/** Values in use, in order, for completion; at most `most`. */
export function listTraitValues(db: Database, kind: TraitKind, most: number): readonly string[] {
  return db
    .prepare(
      'SELECT DISTINCT value FROM contact_trait WHERE kind = ? AND deleted IS NULL ORDER BY value LIMIT ?',
    )
    .pluck()
    .all(kind, most) as string[]
}

/** Above so many it is quicker to meet one on the way back in time than to look up when each was last touched. */
const FEW = 100

/** The name of the live contact with this very trait, but for `except`, that was touched last; undefined where there is none. */
export function findByTrait(db: Database, { kind, value }: Trait, except: string): string | undefined {
  const given = { kind, key: traitKeyOf(value), except, most: FEW }
  const count = db
    .prepare('SELECT count(*) FROM (SELECT 1 FROM match_key WHERE kind = :kind AND key = :key LIMIT :most)')
    .pluck()
    .get(given) as number
  const holders =
    count < FEW
      ? `FROM match_key k JOIN contact_state s ON s.contact = k.contact
         WHERE k.kind = :kind AND k.key = :key AND k.contact <> :except ORDER BY s.last_counted_on DESC, s.name_key, s.contact`
      : `FROM contact_state s WHERE s.contact <> :except
         AND EXISTS (SELECT 1 FROM match_key k WHERE k.contact = s.contact AND k.kind = :kind AND k.key = :key)
         ORDER BY s.last_counted_on DESC`
  return db
    .prepare(`SELECT (SELECT name FROM contact WHERE id = s.contact) ${holders} LIMIT 1`)
    .pluck()
    .get(given) as string | undefined
}

/** What others have in common with a contact, by contact: its own spelling of each interest and cause. */
export function sharedTraits(db: Database, contact: string): ReadonlyMap<string, readonly string[]> {
  const own = db
    .prepare(
      'SELECT kind, value FROM contact_trait WHERE contact = ? AND deleted IS NULL ORDER BY kind DESC, value',
    )
    .all(contact) as Trait[]
  const holders = db
    .prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ? AND contact <> ?')
    .pluck()
  const shared = new Map<string, string[]>()
  for (const { kind, value } of own) {
    if (!SHARED_KINDS.includes(kind)) continue
    for (const other of holders.all(kind, traitKeyOf(value), contact) as string[]) {
      const values = shared.get(other)
      if (values === undefined) shared.set(other, [value])
      else if (!values.includes(value)) values.push(value)
    }
  }
  return shared
}
