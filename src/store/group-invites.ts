/** Reads who could be invited to a group. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Candidate, type Invitation, type MemberLink, rankInvitations } from '../domain/group-invite.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { Database } from './driver.ts'
import { type GroupMember, listMembers } from './group-members.ts'
import { sharedTraits } from './traits.ts'

/** Best first: contacts who are warm (and were in touch once), are no members, and share an interest or a cause with one. */
export function listInvitations(db: Database, group: string, today: CalendarDate): readonly Invitation[] {
  const members = listMembers(db, group)
  const links = members.flatMap((member) => [
    ...sharing(db, member),
    ...workingWith(db, member),
    ...relatedTo(db, member),
  ])
  return rankInvitations(warmAmong(db, links, members, today), links)
}

/** Those of the contacts in the links who may be invited. */
function warmAmong(
  db: Database,
  links: readonly MemberLink[],
  members: readonly GroupMember[],
  today: CalendarDate,
): readonly Candidate[] {
  const inGroup = new Set(members.map(({ uid }) => uid))
  const others = new Set(links.map(({ contact }) => contact).filter((uid) => !inGroup.has(uid)))
  return db
    .prepare(
      `SELECT s.contact AS uid, s.name_key AS nameKey, s.last_counted_on AS lastOn FROM json_each(?) g JOIN contact_state s ON s.contact = g.value
       WHERE s.plain_due_on > ? AND s.last_counted_on IS NOT NULL`,
    )
    .all(JSON.stringify([...others]), today) as Candidate[]
}

function sharing(db: Database, member: GroupMember): readonly MemberLink[] {
  return [...sharedTraits(db, member.uid)].flatMap(([contact, values]) =>
    values.map((what): MemberLink => ({ contact, member, kind: 'shares', what })),
  )
}

function workingWith(db: Database, member: GroupMember): readonly MemberLink[] {
  const employer = db.prepare('SELECT organization FROM contact WHERE id = ?').pluck().get(member.uid)
  const key = typeof employer === 'string' ? organizationKeyOf(employer) : ''
  if (typeof employer !== 'string' || key === '') return []
  const colleagues = db
    .prepare("SELECT contact FROM match_key WHERE kind = 'employer' AND key = ? AND contact <> ?")
    .pluck()
    .all(key, member.uid) as string[]
  return colleagues.map((contact) => ({ contact, member, kind: 'works at', what: employer }))
}

function relatedTo(db: Database, member: GroupMember): readonly MemberLink[] {
  const related = db
    .prepare(
      `SELECT b FROM relation WHERE a = :uid AND deleted IS NULL
       UNION SELECT a FROM relation WHERE b = :uid AND deleted IS NULL`,
    )
    .pluck()
    .all({ uid: member.uid }) as string[]
  return related.map((contact) => ({ contact, member, kind: 'related' }))
}
