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

/** Live contacts with this very trait but for `except`, the most recently touched first. */
export function findByTrait(
  db: Database,
  { kind, value }: Trait,
  except: string,
  most: number,
): readonly { readonly uid: string; readonly name: string }[] {
  return db
    .prepare(
      `SELECT c.id AS uid, c.name FROM match_key k JOIN contact_state s ON s.contact = k.contact JOIN contact c ON c.id = k.contact
       WHERE k.kind = ? AND k.key = ? AND k.contact <> ? ORDER BY s.last_counted_on DESC, s.name_key, c.id LIMIT ?`,
    )
    .all(kind, nameKeyOf(value), except, most) as { uid: string; name: string }[]
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
