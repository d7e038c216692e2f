/** Queries of table circle. */
import type { Circle, NamedCircle } from '../domain/circle.ts'
import { findInterval, type Interval, meanDaysOf } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

/** A circle as it is stored: to what another device, or a newer netkeep, wrote there may be no interval here. */
interface StoredCircle extends NamedCircle {
  readonly interval: Interval | null
  /** The interval as it is written. */
  readonly written: string | null
}

/** The live circles, the closest (shortest interval) first, those without an interval last. */
export function listStoredCircles(db: Database): readonly StoredCircle[] {
  const rows = db
    .prepare(
      'SELECT id AS uid, name, interval AS written FROM circle WHERE deleted IS NULL AND name IS NOT NULL',
    )
    .all() as Omit<StoredCircle, 'interval'>[]
  const length = ({ interval }: StoredCircle): number =>
    interval === null ? Number.MAX_VALUE : meanDaysOf(interval)
  return rows
    .map((row) => ({ ...row, interval: findInterval(row.written ?? '') ?? null }))
    .sort((a, b) => length(a) - length(b) || (a.name < b.name ? -1 : 1))
}

/** Those of them that have an interval: what a contact can be kept in touch by. */
export function listCircles(db: Database): readonly Circle[] {
  return listStoredCircles(db).flatMap(({ uid, name, interval }) =>
    interval === null ? [] : [{ uid, name, interval }],
  )
}

/** The circle of that name, in any case; one without an interval too, so that it can be given one. */
export function findCircle(db: Database, name: string): NamedCircle | undefined {
  const key = foldText(name)
  return listStoredCircles(db).find((circle) => foldText(circle.name) === key)
}

/** Adds a circle, or brings back a removed one of that name. Returns its uid. */
export function insertCircle(db: Database, name: string, interval: string): string {
  const uid = naturalId('circle', foldText(name))
  db.prepare(
    `INSERT INTO circle (id, name, interval) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, interval = excluded.interval, deleted = NULL`,
  ).run(uid, name, interval)
  return uid
}

export function setCircleInterval(db: Database, uid: string, interval: string): void {
  db.prepare('UPDATE circle SET interval = ? WHERE id = ?').run(interval, uid)
}

export function removeCircle(db: Database, uid: string): void {
  db.prepare('UPDATE circle SET deleted = 1 WHERE id = ?').run(uid)
}

/** The live contacts in a circle. */
export function membersOf(db: Database, circle: string): readonly string[] {
  return db
    .prepare('SELECT c.id FROM contact c JOIN contact_state s ON s.contact = c.id WHERE c.circle = ?')
    .pluck()
    .all(circle) as string[]
}

export function countMembers(db: Database, circle: string): number {
  return db
    .prepare('SELECT count(*) FROM contact c JOIN contact_state s ON s.contact = c.id WHERE c.circle = ?')
    .pluck()
    .get(circle) as number
}
