/** Queries of table contact_group. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { compareGroups, type GroupLine, groupLineOn, type StoredGroup } from '../domain/group.ts'
import { groupBy } from '../domain/group-by.ts'
import { findInterval, leastDaysOf } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import { goneMeanwhile } from '../errors.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { REMOVED, UNDONE } from './schema.ts'
import { shortIdsAmong } from './short-ids.ts'

export interface NewGroup {
  readonly name: string
  readonly kind: string | null
  /** As it is stored: `2w`. */
  readonly interval: string | null
}

/**
 * Adds a group, tracked from `today`, and returns its uid. A name may have been that of a group which is called otherwise now, or was
 * removed: then this is another one.
 */
export function insertGroup(db: Database, group: NewGroup, today: CalendarDate): string {
  const uid = freeId(db, group.name)
  db.prepare(
    `INSERT INTO contact_group (id, name, kind, interval, tracked_from) VALUES (:uid, :name, :kind, :interval, :today)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, interval = excluded.interval,
       tracked_from = excluded.tracked_from, deleted = NULL`,
  ).run({ ...group, uid, today })
  return uid
}

/** The first id of the name that no group has, or one whose adding was taken back. */
function freeId(db: Database, name: string): string {
  const isTaken = db.prepare(`SELECT 1 FROM contact_group WHERE id = ? AND deleted IS NOT ${UNDONE}`).pluck()
  for (let count = 1; ; count++) {
    const id = groupId(name, count)
    if (isTaken.get(id) === undefined) return id
  }
}

/** @param count the first group of that name is 1. */
function groupId(name: string, count: number, idOf: typeof naturalId = naturalId): string {
  return count === 1
    ? idOf('contact_group', foldText(name))
    : idOf('contact_group', foldText(name), String(count))
}

export function renameGroup(db: Database, uid: string, name: string): void {
  db.prepare('UPDATE contact_group SET name = ? WHERE id = ?').run(name, uid)
}

/** @param trackedFrom the day from which it is tracked, where it has not met yet and had no interval either. */
export function setGroupInterval(
  db: Database,
  uid: string,
  interval: string | null,
  trackedFrom: CalendarDate,
): void {
  db.prepare(
    `UPDATE contact_group SET tracked_from = :trackedFrom WHERE id = :uid AND interval IS NULL AND :interval IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM meeting WHERE contact_group = :uid AND deleted IS NULL)`,
  ).run({ uid, interval, trackedFrom })
  db.prepare('UPDATE contact_group SET interval = ? WHERE id = ?').run(interval, uid)
}

/** With its memberships; its meetings, and the touchpoints at them, have happened all the same. */
export function removeGroup(db: Database, uid: string): void {
  markRemoved(db, 'contact_group', uid)
  db.prepare(`UPDATE group_member SET deleted = ${REMOVED} WHERE contact_group = ? AND deleted IS NULL`).run(
    uid,
  )
}

/** @throws UserError (no-match) where another shell has removed the group since it was looked up */
export function requireGroup(db: Database, uid: string): void {
  if (db.prepare('SELECT 1 FROM contact_group WHERE id = ? AND deleted IS NULL').get(uid) !== undefined)
    return
  throw goneMeanwhile('group', 'See those there are: netkeep group')
}

type Row = Omit<StoredGroup, 'id' | 'isOnlyOfName'>

/** The live groups as they stand on a day, due ones first. */
export function listGroups(db: Database, today: CalendarDate): readonly GroupLine[] {
  const rows = readRows(db)
  return toLines(rows, rows, today)
}

function readRows(db: Database): readonly Row[] {
  return db
    .prepare(
      `SELECT g.id AS uid, coalesce(g.name, '') AS name, g.kind, g.interval, g.tracked_from AS trackedFrom,
         (SELECT max(held_on) FROM meeting WHERE contact_group = g.id AND deleted IS NULL) AS lastOn
       FROM contact_group g WHERE g.deleted IS NULL`,
    )
    .all() as Row[]
}

/** @param all whose ids and names theirs are told from */
function toLines(rows: readonly Row[], all: readonly Row[], today: CalendarDate): readonly GroupLine[] {
  const idOf = shortIdsAmong(all.map(({ uid }) => uid))
  const namesakes = groupBy(all, ({ name }) => foldText(name))
  return rows
    .map((row) => {
      const isOnlyOfName = namesakes.get(foldText(row.name))?.length === 1
      return groupLineOn({ ...row, id: idOf(row.uid), isOnlyOfName }, today)
    })
    .sort(compareGroups)
}

export function getGroup(db: Database, uid: string, today: CalendarDate): GroupLine {
  const group = listGroups(db, today).find((other) => other.uid === uid)
  if (group === undefined) throw new Error('The group is not there')
  return group
}

/** Groups that are due by this day. */
export function listDueGroups(db: Database, today: CalendarDate, until: CalendarDate): readonly GroupLine[] {
  const all = readRows(db)
  const rows = all.filter((row) => mayBeDue(row, until))
  if (rows.length === 0) return []
  return toLines(rows, all, today).filter(({ dueOn }) => dueOn !== null && dueOn <= until)
}

/** On most mornings no group is due, and the first look into the calendar takes milliseconds. */
function mayBeDue({ interval, lastOn, trackedFrom }: Row, until: CalendarDate): boolean {
  const [every, anchor] = [findInterval(interval ?? ''), lastOn ?? trackedFrom]
  return every !== undefined && anchor !== null && daysBetween(anchor, until) >= leastDaysOf(every)
}

/** Names, for completion. */
export function listGroupNames(db: Database): readonly string[] {
  return db
    .prepare('SELECT name FROM contact_group WHERE deleted IS NULL AND name IS NOT NULL ORDER BY name')
    .pluck()
    .all() as string[]
}

/** The groups of a contact, by name. */
export function listGroupsOf(
  db: Database,
  contact: string,
): readonly { readonly uid: string; readonly name: string }[] {
  return db
    .prepare(
      `SELECT g.id AS uid, coalesce(g.name, '') AS name FROM group_member m JOIN contact_group g ON g.id = m.contact_group
       WHERE m.contact = ? AND m.deleted IS NULL AND g.deleted IS NULL ORDER BY g.name, g.id`,
    )
    .all(contact) as { uid: string; name: string }[]
}
