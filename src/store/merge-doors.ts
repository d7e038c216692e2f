/** Merging introductions, plans to meet at events, and memberships of groups. Each function returns how many came over. */
import { type CalendarDate, earlierDate } from '../domain/calendar-date.ts'
import type { Database } from './driver.ts'
import { eventContactId } from './events.ts'
import { memberId } from './group-members.ts'
import { removeIntroduction } from './introductions.ts'

interface IntroductionRow {
  readonly id: string
  readonly a: string | null
  readonly b: string | null
  readonly introducer: string | null
  readonly deleted: number | null
}

/** Introductions pass over as they are: their ids are known to whoever types them. Nobody is introduced to themselves: such a one ends. */
export function joinIntroductions(db: Database, into: string, from: string): number {
  const rows = db
    .prepare(
      'SELECT id, a, b, introducer, deleted FROM introduction WHERE a = :from OR b = :from OR introducer = :from ORDER BY id',
    )
    .all({ from }) as IntroductionRow[]
  const pass = db.prepare('UPDATE introduction SET a = ?, b = ?, introducer = ? WHERE id = ?')
  let joined = 0
  for (const { id, a, b, introducer, deleted } of rows) {
    if ([a, b, introducer].includes(into)) {
      removeIntroduction(db, id)
      continue
    }
    pass.run(...[a, b, introducer].map((contact) => (contact === from ? into : contact)), id)
    if (deleted === null) joined++
  }
  return joined
}

/** The plans of the one that goes stay as they are, hidden with it, and so do its memberships. */
export function joinPlans(db: Database, into: string, from: string): number {
  const rows = db
    .prepare(
      `SELECT x.event, e.id IS NOT NULL AND e.deleted IS NULL AS is_live FROM event_contact x LEFT JOIN event e ON e.id = x.event
       WHERE x.contact = :from AND x.deleted IS NULL AND x.event IS NOT NULL
         AND x.event NOT IN (SELECT event FROM event_contact WHERE contact = :into AND deleted IS NULL AND event IS NOT NULL)
       ORDER BY x.id`,
    )
    .all({ into, from }) as { event: string; is_live: number }[]
  const plan = db.prepare(
    'INSERT INTO event_contact (id, event, contact) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET deleted = NULL',
  )
  for (const { event } of rows) plan.run(eventContactId(event, into), event, into)
  return rows.filter(({ is_live }) => is_live === 1).length
}

interface MemberRow {
  readonly contact_group: string
  readonly joined_on: CalendarDate | null
  readonly is_live: number
}

const MEMBERSHIPS = `
SELECT m.contact_group, m.joined_on, g.id IS NOT NULL AND g.deleted IS NULL AS is_live
FROM group_member m LEFT JOIN contact_group g ON g.id = m.contact_group
WHERE m.contact = ? AND m.deleted IS NULL AND m.contact_group IS NOT NULL ORDER BY m.id`

/** Of a group that both are in, the survivor is a member since the earlier day. */
export function joinMemberships(db: Database, into: string, from: string): number {
  const list = db.prepare(MEMBERSHIPS)
  const mine = new Map((list.all(into) as MemberRow[]).map((row) => [row.contact_group, row]))
  const join = db.prepare(
    `INSERT INTO group_member (id, contact_group, contact, joined_on) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET joined_on = excluded.joined_on, deleted = NULL`,
  )
  let joined = 0
  for (const { contact_group, joined_on, is_live } of list.all(from) as MemberRow[]) {
    const known = mine.get(contact_group)
    const since = known === undefined ? joined_on : earlierDate(known.joined_on, joined_on)
    join.run(memberId(contact_group, into), contact_group, into, since)
    if (known === undefined && is_live === 1) joined++
  }
  return joined
}
