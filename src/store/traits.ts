/** Queries of table contact_trait: interests, causes, what contacts offer and look for. */
import { foldText, nameKeyOf } from '../domain/match-key.ts'
import { SHARED_KINDS, type Trait, type TraitKind } from '../domain/trait.ts'
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

function traitId(contact: string, kind: TraitKind, value: string): string {
  return naturalId('contact_trait', contact, kind, foldText(value))
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
  const given = { kind, key: nameKeyOf(value), except, most: FEW }
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
  const rows = db
    .prepare(
      `SELECT o.contact, t.value FROM contact_trait t JOIN match_key m ON m.contact = t.contact AND m.kind = t.kind
         AND m.key = folded_words(t.value)
       JOIN match_key o ON o.kind = m.kind AND o.key = m.key AND o.contact <> t.contact
       WHERE t.contact = ? AND t.deleted IS NULL AND t.kind IN (SELECT value FROM json_each(?)) ORDER BY t.kind DESC, t.value`,
    )
    .all(contact, JSON.stringify(SHARED_KINDS)) as { contact: string; value: string }[]
  const shared = new Map<string, string[]>()
  for (const row of rows) {
    const values = shared.get(row.contact)
    if (values === undefined) shared.set(row.contact, [row.value])
    else if (!values.includes(row.value)) values.push(row.value)
  }
  return shared
}
