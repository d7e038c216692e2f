/** Which contacts share an organization, a tag, a circle, an interest, or for how long they are known. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ContactGroup, type GroupKind, groupsOf, type Membership } from '../domain/contact-groups.ts'
import { parseInterval, subtractInterval } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import { traitKeyOf } from '../domain/trait.ts'
import { firstDaysOf } from './counted-days.ts'
import type { Database } from './driver.ts'

interface Row {
  readonly contact: string
  readonly value: string
  readonly key: string
}

/** The value of each live contact, and the key where it is in the database. */
const VALUES: Readonly<Record<Exclude<GroupKind, 'known'>, string>> = {
  organization: `SELECT s.contact, c.organization AS value, s.employer AS key
    FROM contact_state s JOIN contact c ON c.id = s.contact WHERE s.employer IS NOT NULL AND c.organization IS NOT NULL`,
  circle: `SELECT s.contact, ci.name AS value, ci.id AS key
    FROM contact_state s JOIN contact c ON c.id = s.contact JOIN circle ci ON ci.id = c.circle
    WHERE ci.deleted IS NULL AND ci.name IS NOT NULL`,
  tag: `SELECT g.contact, g.tag AS value, g.tag AS key FROM contact_tag g JOIN contact_state s ON s.contact = g.contact
    WHERE g.deleted IS NULL AND g.tag IS NOT NULL`,
  interest: `SELECT g.contact, g.value, g.value AS key FROM contact_trait g JOIN contact_state s ON s.contact = g.contact
    WHERE g.kind = 'interest' AND g.deleted IS NULL AND g.value IS NOT NULL`,
}

/** How the others are told apart, where two spellings may mean one. */
const KEY_OF: Readonly<Partial<Record<GroupKind, (value: string) => string>>> = {
  tag: foldText,
  interest: traitKeyOf,
}

/**
 * The groups of a kind that have live contacts.
 * @param among only these contacts (uids); undefined for all.
 */
export function listContactGroups(
  db: Database,
  kind: GroupKind,
  today: CalendarDate,
  among?: ReadonlySet<string>,
): readonly ContactGroup[] {
  if (kind === 'known') return groupsOf(agesOf(db, today, among))
  const rows = (db.prepare(VALUES[kind]).all() as Row[]).filter(
    ({ contact }) => among?.has(contact) !== false,
  )
  const keyOf = KEY_OF[kind]
  if (keyOf === undefined) return groupsOf(rows)
  const keys = new Map([...new Set(rows.map(({ value }) => value))].map((value) => [value, keyOf(value)]))
  return groupsOf(rows.map((row) => ({ ...row, key: keys.get(row.value) ?? '' })))
}

/** For how long contacts are known, the shortest first: up to so long, and what that is called. */
const AGES = [
  ['1y', 'under a year'],
  ['3y', '1 to 3 years'],
  ['10y', '3 to 10 years'],
] as const
const LONGEST = 'over 10 years'

/** By the day they met, else by the first touchpoint, of whatever kind; those of whom neither is known are in no group. */
function agesOf(
  db: Database,
  today: CalendarDate,
  among: ReadonlySet<string> | undefined,
): readonly Membership[] {
  const contacts = db
    .prepare(
      'SELECT s.contact, c.met_on AS metOn, s.touchpoints FROM contact_state s JOIN contact c ON c.id = s.contact',
    )
    .all() as { contact: string; metOn: CalendarDate | null; touchpoints: number }[]
  const asked = contacts.filter(({ contact }) => among?.has(contact) !== false)
  const firstDays = firstDaysOf(
    db,
    asked.filter(({ metOn, touchpoints }) => metOn === null && touchpoints > 0).map(({ contact }) => contact),
  )
  const since = AGES.map(([age, name]) => ({ from: subtractInterval(today, parseInterval(age)), name }))
  return asked.flatMap(({ contact, metOn }) => {
    const day = metOn ?? firstDays.get(contact)
    if (day === undefined) return []
    const value = since.find(({ from }) => day > from)?.name ?? LONGEST
    return [{ contact, value, key: value }]
  })
}
