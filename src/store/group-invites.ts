/** Reads who could be invited to a group. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  type Candidate,
  type Ground,
  type Invitation,
  type Named,
  rankInvitations,
} from '../domain/group-invite.ts'
import { SHARED_KINDS, type Trait, traitKeyOf } from '../domain/trait.ts'
import type { Database } from './driver.ts'
import { listMembers } from './group-members.ts'

/**
 * Best first: contacts who are warm (and were in touch once), are no members, and share an interest or a cause with one. What else ties them
 * is read for these alone, and every interest and employer once: a thousand members may work for one with thousands of others.
 */
export function listInvitations(
  db: Database,
  group: string,
  today: CalendarDate,
  most: number | undefined,
): { readonly invitations: readonly Invitation[]; readonly count: number } {
  const members = listMembers(db, group)
  const shared = sharedWith(db, members)
  const warm = warmAmong(db, [...shared.keys()], today)
  if (warm.length === 0) return { invitations: [], count: 0 }
  const staff = staffOf(db, members)
  const related = relatedTo(db, members)
  const candidates = warm.map(({ employer, ...contact }) => ({
    ...contact,
    shared: shared.get(contact.uid) ?? [],
    colleagues: [employer === null ? undefined : staff.get(employer)].filter(
      (ground) => ground !== undefined,
    ),
    related: related.get(contact.uid) ?? [],
  }))
  return { invitations: rankInvitations(candidates, most), count: candidates.length }
}

/** By contact that is no member: what it shares with members, in their order, each as the last of them writes it. */
function sharedWith(db: Database, members: readonly Named[]): ReadonlyMap<string, readonly Ground[]> {
  const inGroup = new Set(members.map(({ uid }) => uid))
  const holders = db.prepare('SELECT contact FROM match_key WHERE kind = ? AND key = ?').pluck()
  const shared = new Map<string, Ground[]>()
  for (const { kind, key, ...ground } of traitsOf(db, members)) {
    for (const contact of holders.all(kind, key) as string[])
      if (!inGroup.has(contact)) pushTo(shared, contact, ground)
  }
  return shared
}

interface HeldTrait extends Ground {
  readonly kind: string
  readonly key: string
  what: string
  readonly members: Named[]
}

/** The interests and causes of members, each once, with those who have it. */
function traitsOf(db: Database, members: readonly Named[]): Iterable<HeldTrait> {
  const list = db.prepare(
    'SELECT kind, value FROM contact_trait WHERE contact = ? AND deleted IS NULL ORDER BY kind DESC, value',
  )
  const traits = new Map<string, HeldTrait>()
  for (const member of members) {
    for (const { kind, value } of list.all(member.uid) as Trait[]) {
      if (!SHARED_KINDS.includes(kind)) continue
      const key = traitKeyOf(value)
      const trait = traits.get(`${kind} ${key}`) ?? { kind, key, what: value, members: [] }
      traits.set(`${kind} ${key}`, trait)
      trait.what = value
      trait.members.push(member)
    }
  }
  return traits.values()
}

interface Warm extends Pick<Candidate, 'uid' | 'nameKey' | 'lastOn'> {
  /** Key of the employer. */
  readonly employer: string | null
}

function warmAmong(db: Database, contacts: readonly string[], today: CalendarDate): readonly Warm[] {
  return db
    .prepare(
      `SELECT s.contact AS uid, s.name_key AS nameKey, s.last_counted_on AS lastOn, s.employer
       FROM json_each(?) g CROSS JOIN contact_state s ON s.contact = g.value
       WHERE s.plain_due_on > ? AND s.last_counted_on IS NOT NULL`,
    )
    .all(JSON.stringify(contacts), today) as Warm[]
}

/** The members at each employer, by its key; the first of them says how it is spelt. */
function staffOf(db: Database, members: readonly Named[]): ReadonlyMap<string, Ground> {
  const find = db.prepare(
    `SELECT s.employer AS key, c.organization AS what FROM contact_state s JOIN contact c ON c.id = s.contact
     WHERE s.contact = ? AND s.employer IS NOT NULL`,
  )
  const staff = new Map<string, Ground & { readonly members: Named[] }>()
  for (const member of members) {
    const job = find.get(member.uid) as { key: string; what: string } | undefined
    if (job === undefined) continue
    const ground = staff.get(job.key) ?? { what: job.what, members: [] }
    staff.set(job.key, ground)
    ground.members.push(member)
  }
  return staff
}

/** The members that each contact is related to, in their order. */
function relatedTo(db: Database, members: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const find = db
    .prepare(
      `SELECT b FROM relation WHERE a = :uid AND deleted IS NULL
       UNION SELECT a FROM relation WHERE b = :uid AND deleted IS NULL`,
    )
    .pluck()
  const related = new Map<string, Named[]>()
  for (const member of members)
    for (const contact of find.all({ uid: member.uid }) as string[]) pushTo(related, contact, member)
  return related
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
