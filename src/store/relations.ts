/** Queries of table relation, and of who introduced whom. */
import { compareText } from '../domain/compare-text.ts'
import { canonicalRelation, inverseOf, type Relation, type RelationLine } from '../domain/relation.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

/** Stores a relation, from whichever side it is told. */
export function addRelation(db: Database, relation: Relation): string {
  const { a, kind, b } = canonicalRelation(relation)
  const id = relationId(relation)
  db.prepare(
    `INSERT INTO relation (id, a, kind, b) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET deleted = NULL`,
  ).run(id, a, kind, b)
  return id
}

export function isRelated(db: Database, relation: Relation): boolean {
  return (
    db.prepare('SELECT 1 FROM relation WHERE id = ? AND deleted IS NULL').get(relationId(relation)) !==
    undefined
  )
}

/** Returns whether there was such a relation. */
export function removeRelation(db: Database, relation: Relation): boolean {
  return markRemoved(db, 'relation', relationId(relation))
}

export function relationId(relation: Relation, idOf: typeof naturalId = naturalId): string {
  const { a, kind, b } = canonicalRelation(relation)
  return idOf('relation', a, kind, b)
}

interface Row {
  readonly uid: string
  readonly kind: string
  readonly other: string
  readonly name: string
  readonly is_other_side: number
}

/** What a contact is to others, by kind as it is shown, and name. */
export function listRelations(db: Database, contact: string): readonly RelationLine[] {
  const rows = db
    .prepare(
      `SELECT r.id AS uid, r.kind, c.id AS other, c.name, r.is_other_side FROM (
         SELECT id, kind, b AS other, 0 AS is_other_side FROM relation WHERE a = :contact AND deleted IS NULL
         UNION ALL SELECT id, kind, a, 1 FROM relation WHERE b = :contact AND deleted IS NULL) r
       JOIN contact c ON c.id = r.other JOIN contact_state s ON s.contact = c.id ORDER BY s.name_key, c.id`,
    )
    .all({ contact }) as Row[]
  return rows
    .map(({ uid, kind, other, name, is_other_side }) => ({
      uid,
      kind: is_other_side === 1 ? inverseOf(kind) : kind,
      contact: { uid: other, name },
    }))
    .sort((a, b) => compareText(a.kind, b.kind))
}

/** The kinds of all relations there are. */
export function storedRelationKinds(db: Database): readonly string[] {
  return db.prepare('SELECT DISTINCT kind FROM relation WHERE deleted IS NULL').pluck().all() as string[]
}

/** Whom a contact introduced to the user, by name. */
export function listIntroduced(
  db: Database,
  contact: string,
): readonly { readonly uid: string; readonly name: string }[] {
  return db
    .prepare(
      `SELECT c.id AS uid, c.name FROM contact c JOIN contact_state s ON s.contact = c.id
       WHERE c.introduced_by = ? ORDER BY s.name_key, c.id`,
    )
    .all(contact) as { uid: string; name: string }[]
}
