/** Merging what ties a contact to others: relations, introductions, and who is not the same. */
import { compareText } from '../domain/compare-text.ts'
import { inverseOf } from '../domain/relation.ts'
import type { Database } from './driver.ts'
import { listNotSameAs, removeNotSame, setNotSame } from './not-same.ts'
import { addRelation, isRelated } from './relations.ts'

/** Nobody is related to themselves: what the two were to each other ends. Returns how many relations the survivor got. */
export function joinRelations(db: Database, into: string, from: string): number {
  db.prepare(
    'UPDATE relation SET deleted = 1 WHERE (a, b) IN (VALUES (:into, :from), (:from, :into)) AND deleted IS NULL',
  ).run({ into, from })
  const rows = db
    .prepare(
      `SELECT kind, b AS other, 0 AS is_other_side FROM relation WHERE a = :from AND deleted IS NULL
       UNION ALL SELECT kind, a, 1 FROM relation WHERE b = :from AND deleted IS NULL`,
    )
    .all({ from }) as { kind: string; other: string; is_other_side: number }[]
  const relations = rows
    .map(({ kind, other, is_other_side }) => ({
      a: into,
      kind: is_other_side === 1 ? inverseOf(kind) : kind,
      b: other,
    }))
    .filter((relation) => !isRelated(db, relation))
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.b, b.b))
  for (const relation of relations) addRelation(db, relation)
  return relations.length
}

/** Whoever was introduced by the one that goes was introduced by the survivor, but for the survivor. */
export function passOnIntroductions(db: Database, into: string, from: string): void {
  db.prepare('UPDATE contact SET introduced_by = ? WHERE introduced_by = ? AND id <> ?').run(into, from, into)
}

export function passOnNotSame(db: Database, into: string, from: string): void {
  removeNotSame(db, into, from)
  for (const other of listNotSameAs(db, from)) if (other !== into) setNotSame(db, into, other)
}
