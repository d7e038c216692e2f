/** Who is part of a group or an event, or was of an employer. Who works where is in contact_state, see store/door-index.ts. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formerStay, type Ground, PRESENT } from '../domain/common-ground.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { StayAt } from '../domain/path.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY, MET } from './event-rows.ts'

/** What these contacts are or were part of. CROSS JOIN keeps SQLite from going through all there are. */
export function staysOf(
  db: Database,
  contacts: readonly string[],
  way: 'group' | 'former' | 'event',
  today: CalendarDate,
): readonly StayAt[] {
  const given = JSON.stringify(contacts)
  switch (way) {
    case 'former':
      return (db.prepare(FORMER_JOBS).all(given) as JobRow[]).flatMap((row) => formerStayAt(row, today))
    case 'group':
      return present('group', db.prepare(GROUPS_OF).all(given) as PresenceRow[])
    case 'event':
      return present('event', db.prepare(EVENTS_OF).all({ given }) as PresenceRow[])
  }
}

/** All who are in a group, or at an event. */
export function staysAt(db: Database, ground: Ground): readonly StayAt[] {
  const contacts = db
    .prepare(ground.kind === 'group' ? MEMBERS : ATTENDEES)
    .pluck()
    .all({ key: ground.key }) as string[]
  return contacts.map((contact) => ({ contact, ground, stay: PRESENT }))
}

/** Who worked for an employer; they may have worked elsewhere too. */
export function formerStaffOf(db: Database, { key }: Ground, today: CalendarDate): readonly StayAt[] {
  const rows = db.prepare(FORMER_STAFF).all(key) as JobRow[]
  return rows.flatMap((row) => formerStayAt(row, today)).filter(({ ground }) => ground.key === key)
}

interface JobRow {
  readonly contact: string
  readonly organization: string
  readonly since_on: string | null
  readonly until_on: string | null
}

const FORMER_JOBS = `
SELECT j.contact, j.organization, j.noted_on AS since_on, j.until_on
FROM json_each(?) g CROSS JOIN contact_job j ON j.contact = g.value WHERE j.organization IS NOT NULL AND j.deleted IS NULL`

const FORMER_STAFF = `
SELECT j.contact, j.organization, j.noted_on AS since_on, j.until_on FROM match_key k CROSS JOIN contact_job j ON j.contact = k.contact
WHERE k.kind = 'former-employer' AND k.key = ? AND j.organization IS NOT NULL AND j.deleted IS NULL`

function formerStayAt(
  { contact, organization, since_on, until_on }: JobRow,
  today: CalendarDate,
): readonly StayAt[] {
  const key = organizationKeyOf(organization)
  if (key === '') return []
  const ground: Ground = { kind: 'employer', key, on: null }
  return [{ contact, ground, stay: formerStay(since_on, until_on, today) }]
}

interface PresenceRow {
  readonly contact: string
  readonly key: string
  readonly on: CalendarDate | null
}

function present(kind: 'group' | 'event', rows: readonly PresenceRow[]): readonly StayAt[] {
  return rows.map(({ contact, key, on }) => ({ contact, ground: { kind, key, on }, stay: PRESENT }))
}

const GROUPS_OF = `
SELECT m.contact, m.contact_group AS key, NULL AS "on" FROM json_each(?) g CROSS JOIN group_member m ON m.contact = g.value
JOIN contact_group cg ON cg.id = m.contact_group WHERE m.deleted IS NULL AND cg.deleted IS NULL`

/** Those who are to be met there, and those who were met there. */
const EVENTS_OF = `
SELECT p.contact, e.id AS key, ${LAST_DAY} AS "on" FROM (
  SELECT c.contact, c.event FROM json_each(:given) g CROSS JOIN event_contact c ON c.contact = g.value WHERE c.deleted IS NULL
  UNION
  SELECT tc.contact, t.event FROM json_each(:given) g CROSS JOIN touchpoint_contact tc ON tc.contact = g.value
  CROSS JOIN touchpoint t ON t.id = tc.touchpoint
  WHERE tc.deleted IS NULL AND ${MET}) p
JOIN event e ON e.id = p.event WHERE ${IS_EVENT}`

const MEMBERS =
  'SELECT contact FROM group_member WHERE contact_group = :key AND deleted IS NULL AND contact IS NOT NULL'

const ATTENDEES = `
SELECT contact FROM event_contact WHERE event = :key AND deleted IS NULL AND contact IS NOT NULL
UNION
SELECT tc.contact FROM touchpoint t CROSS JOIN touchpoint_contact tc ON tc.touchpoint = t.id
WHERE t.event = :key AND ${MET} AND tc.deleted IS NULL AND tc.contact IS NOT NULL`
