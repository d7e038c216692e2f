/** Who is or was part of an employer, a group or an event. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formerStay, type Ground, PRESENT, presentStay, type STRONGEST } from '../domain/common-ground.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { StayAt } from '../domain/path.ts'
import type { Database } from './driver.ts'

/** What these contacts are or were part of. CROSS JOIN keeps SQLite from going through all there are. */
export function staysOf(
  db: Database,
  contacts: readonly string[],
  way: keyof typeof STRONGEST,
  today: CalendarDate,
): readonly StayAt[] {
  const given = JSON.stringify(contacts)
  switch (way) {
    case 'present':
      return employed(db.prepare(PRESENT_JOBS).all(given) as JobRow[], ({ since_on }) =>
        presentStay(since_on, today),
      )
    case 'former':
      return employed(db.prepare(FORMER_JOBS).all(given) as JobRow[], ({ since_on, until_on }) =>
        formerStay(since_on, until_on, today),
      )
    case 'group':
      return present('group', db.prepare(GROUPS_OF).all(given) as PresenceRow[])
    case 'event':
      return present('event', db.prepare(EVENTS_OF).all({ given }) as PresenceRow[])
  }
}

/** All who are or were part of it. @param hasYears whether it matters since when those there are */
export function staysAt(
  db: Database,
  ground: Ground,
  hasYears: boolean,
  today: CalendarDate,
): readonly StayAt[] {
  const { kind, key } = ground
  if (kind === 'employer')
    return [...staffOf(db, ground, hasYears, today), ...formerStaffOf(db, ground, today)]
  const contacts = db
    .prepare(kind === 'group' ? MEMBERS : ATTENDEES)
    .pluck()
    .all({ key }) as string[]
  return contacts.map((contact) => ({ contact, ground, stay: PRESENT }))
}

interface JobRow {
  readonly contact: string
  readonly organization: string
  readonly since_on: string | null
  readonly until_on: string | null
}

const PRESENT_JOBS = `
SELECT c.id AS contact, c.organization, c.job_since AS since_on, NULL AS until_on
FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value WHERE c.organization IS NOT NULL`

const FORMER_JOBS = `
SELECT j.contact, j.organization, j.noted_on AS since_on, j.until_on
FROM json_each(?) g CROSS JOIN contact_job j ON j.contact = g.value WHERE j.organization IS NOT NULL AND j.deleted IS NULL`

function employed(rows: readonly JobRow[], stayOf: (row: JobRow) => StayAt['stay']): readonly StayAt[] {
  return rows.flatMap((row) => {
    const key = organizationKeyOf(row.organization)
    if (key === '') return []
    return [{ contact: row.contact, ground: { kind: 'employer', key, on: null }, stay: stayOf(row) }]
  })
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

/** Those who are to be met there, and those with whom a touchpoint there was recorded. */
const EVENTS_OF = `
SELECT p.contact, e.id AS key, coalesce(e.to_on, e.from_on) AS "on" FROM (
  SELECT c.contact, c.event FROM json_each(:given) g CROSS JOIN event_contact c ON c.contact = g.value WHERE c.deleted IS NULL
  UNION
  SELECT tc.contact, t.event FROM json_each(:given) g CROSS JOIN touchpoint_contact tc ON tc.contact = g.value
  CROSS JOIN touchpoint t ON t.id = tc.touchpoint
  WHERE tc.deleted IS NULL AND t.deleted IS NULL AND t.event IS NOT NULL) p
JOIN event e ON e.id = p.event WHERE e.deleted IS NULL`

const MEMBERS =
  'SELECT contact FROM group_member WHERE contact_group = :key AND deleted IS NULL AND contact IS NOT NULL'

const ATTENDEES = `
SELECT contact FROM event_contact WHERE event = :key AND deleted IS NULL AND contact IS NOT NULL
UNION
SELECT tc.contact FROM touchpoint t CROSS JOIN touchpoint_contact tc ON tc.touchpoint = t.id
WHERE t.event = :key AND t.deleted IS NULL AND tc.deleted IS NULL AND tc.contact IS NOT NULL`

function staffOf(db: Database, ground: Ground, hasYears: boolean, today: CalendarDate): readonly StayAt[] {
  const rows = db
    .prepare(
      hasYears
        ? `SELECT k.contact, c.job_since AS since_on FROM match_key k CROSS JOIN contact c ON c.id = k.contact
           WHERE k.kind = 'employer' AND k.key = ?`
        : "SELECT contact, NULL AS since_on FROM match_key WHERE kind = 'employer' AND key = ?",
    )
    .all(ground.key) as Pick<JobRow, 'contact' | 'since_on'>[]
  return rows.map(({ contact, since_on }) => ({ contact, ground, stay: presentStay(since_on, today) }))
}

const FORMER_STAFF = `
SELECT j.contact, j.organization, j.noted_on AS since_on, j.until_on FROM match_key k CROSS JOIN contact_job j ON j.contact = k.contact
WHERE k.kind = 'former-employer' AND k.key = ? AND j.organization IS NOT NULL AND j.deleted IS NULL`

/** They may have worked elsewhere too. */
function formerStaffOf(db: Database, ground: Ground, today: CalendarDate): readonly StayAt[] {
  const rows = db.prepare(FORMER_STAFF).all(ground.key) as JobRow[]
  return rows
    .filter(({ organization }) => organizationKeyOf(organization) === ground.key)
    .map(({ contact, since_on, until_on }) => ({
      contact,
      ground,
      stay: formerStay(since_on, until_on, today),
    }))
}
