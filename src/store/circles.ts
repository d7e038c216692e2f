/** Queries of table circle. */
import type { Circle } from '../domain/circle.ts'
import { meanDaysOf, parseInterval } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

/** The live circles, the closest (shortest interval) first. */
export function listCircles(db: Database): readonly Circle[] {
  const rows = db.prepare('SELECT id, name, interval FROM circle WHERE deleted IS NULL').all() as {
    id: string
    name: string
    interval: string
  }[]
  return rows
    .map((row) => ({ uid: row.id, name: row.name, interval: parseInterval(row.interval) }))
    .sort((a, b) => meanDaysOf(a.interval) - meanDaysOf(b.interval) || (a.name < b.name ? -1 : 1))
}

/** The circle of that name, in any case. */
export function findCircle(db: Database, name: string): Circle | undefined {
  const key = foldText(name)
  return listCircles(db).find((circle) => foldText(circle.name) === key)
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
