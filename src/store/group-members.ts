/** Queries of table group_member. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

export interface GroupMember {
  readonly uid: string
  readonly name: string
  readonly joinedOn: CalendarDate | null
}

/** Returns whether the contact was no member until now. */
export function addMember(db: Database, group: string, contact: string, today: CalendarDate): boolean {
  return (
    db
      .prepare(
        `INSERT INTO group_member (id, contact_group, contact, joined_on) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET joined_on = excluded.joined_on, deleted = NULL WHERE deleted IS NOT NULL`,
      )
      .run(memberId(group, contact), group, contact, today).changes > 0
  )
}

/** Returns whether the contact was a member. */
export function removeMember(db: Database, group: string, contact: string): boolean {
  return markRemoved(db, 'group_member', memberId(group, contact))
}

export function memberId(group: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('group_member', group, contact)
}

/** The live contacts in each live group, by name. */
export function readMembers(db: Database): (group: string) => readonly GroupMember[] {
  const members = groupBy(rowsOf(db, undefined), ({ group }) => group, memberOf)
  return (group) => members.get(group) ?? []
}

/** The live contacts in a group, by name. */
export function listMembers(db: Database, group: string): readonly GroupMember[] {
  return rowsOf(db, group).map(memberOf)
}

interface Row extends GroupMember {
  readonly group: string
}

function rowsOf(db: Database, group: string | undefined): readonly Row[] {
  const from = group === undefined ? '' : 'AND m.contact_group = :group'
  return db
    .prepare(
      `SELECT m.contact_group AS "group", c.id AS uid, c.name, m.joined_on AS joinedOn
       FROM group_member m JOIN contact c ON c.id = m.contact JOIN contact_state s ON s.contact = c.id
       WHERE m.deleted IS NULL ${from} ORDER BY s.name_key, c.id`,
    )
    .all(group === undefined ? {} : { group }) as Row[]
}

function memberOf({ uid, name, joinedOn }: Row): GroupMember {
  return { uid, name, joinedOn }
}
