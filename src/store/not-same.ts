/** Queries of table not_same: pairs that look like one contact, and are two. */
import { pairKeyOf } from '../domain/duplicate.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

export function setNotSame(db: Database, first: string, second: string): void {
  const [a, b] = inOrder(first, second)
  db.prepare(
    'INSERT INTO not_same (id, a, b) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET deleted = NULL',
  ).run(notSameId(a, b), a, b)
}

export function removeNotSame(db: Database, first: string, second: string): void {
  markRemoved(db, 'not_same', notSameId(first, second))
}

/** The same for both orders. */
export function notSameId(first: string, second: string, idOf: typeof naturalId = naturalId): string {
  return idOf('not_same', ...inOrder(first, second))
}

/** Whom a contact is not. */
export function listNotSameAs(db: Database, contact: string): readonly string[] {
  return db
    .prepare(
      `SELECT b FROM not_same WHERE a = :contact AND deleted IS NULL
       UNION SELECT a FROM not_same WHERE b = :contact AND deleted IS NULL ORDER BY 1`,
    )
    .pluck()
    .all({ contact }) as string[]
}

/** The keys of all such pairs. */
export function notSameKeys(db: Database): ReadonlySet<string> {
  const pairs = db.prepare('SELECT a, b FROM not_same WHERE deleted IS NULL').raw().all() as [
    string,
    string,
  ][]
  return new Set(pairs.map(([a, b]) => pairKeyOf(a, b)))
}

function inOrder(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a]
}
