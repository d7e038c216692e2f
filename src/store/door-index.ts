/** Answers the questions of domain/path.ts: who is near, and what links contacts to each other. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Ground, presentStay } from '../domain/common-ground.ts'
import type { DoorIndex, KnownMember, StayAt } from '../domain/path.ts'
import type { Database } from './driver.ts'
import { formerStaffOf, staysAt, staysOf } from './stays.ts'
import { tiesTo } from './ties.ts'

/** A live contact, and where it works. */
export interface Employed extends KnownMember {
  /** Key of the employer; null for none. */
  readonly employer: string | null
  /** Since when it is known. */
  readonly since: string | null
}

export interface StaffIndex extends DoorIndex {
  members(contacts: readonly string[]): ReadonlyMap<string, Employed>
  /** All who work for the employer with this key. */
  staffOf(key: string): readonly Employed[]
}

type Row = readonly [
  uid: string,
  nameKey: string,
  lastOn: CalendarDate | null,
  plainDueOn: CalendarDate | null,
  employer: string | null,
  since: string | null,
]

const COLUMNS =
  'SELECT s.contact, s.name_key, s.last_counted_on, s.plain_due_on, s.employer, s.employer_since FROM'
/** CROSS JOIN keeps SQLite from going through everybody. */
const MEMBERS = `${COLUMNS} json_each(?) g CROSS JOIN contact_state s ON s.contact = g.value`
const STAFF = `${COLUMNS} contact_state s WHERE s.employer = ? ORDER BY s.contact`

/** Every contact is read once; those of one employer together, from one place of an index. */
export function doorIndexOf(db: Database, today: CalendarDate): StaffIndex {
  const known = new Map<string, Employed | undefined>()
  const staff = new Map<string, readonly Employed[]>()
  const staffOf = (key: string): readonly Employed[] => {
    const found = staff.get(key) ?? (db.prepare(STAFF).raw().all(key) as Row[]).map(toEmployed)
    staff.set(key, found)
    for (const one of found) known.set(one.uid, one)
    return found
  }
  const members: StaffIndex['members'] = (contacts) => {
    const unknown = contacts.filter((uid) => !known.has(uid))
    for (const uid of unknown) known.set(uid, undefined)
    if (unknown.length > 0)
      for (const row of db.prepare(MEMBERS).raw().all(JSON.stringify(unknown)) as Row[])
        known.set(row[0], toEmployed(row))
    const found = new Map<string, Employed>()
    for (const uid of contacts) {
      const member = known.get(uid)
      if (member !== undefined) found.set(uid, member)
    }
    return found
  }
  const employerStay = ({ uid, employer, since }: Employed): readonly StayAt[] => {
    if (employer === null) return []
    const ground: Ground = { kind: 'employer', key: employer, on: null }
    return [{ contact: uid, ground, stay: presentStay(since, today) }]
  }
  return {
    members,
    staffOf,
    tiesTo: (contacts) => tiesTo(db, contacts),
    staysOf: (contacts, way) =>
      way === 'present'
        ? [...members(contacts).values()].flatMap(employerStay)
        : staysOf(db, contacts, way, today),
    staysAt: (ground) =>
      ground.kind === 'employer'
        ? [...staffOf(ground.key).flatMap(employerStay), ...formerStaffOf(db, ground, today)]
        : staysAt(db, ground),
  }
}

function toEmployed([uid, nameKey, lastOn, plainDueOn, employer, since]: Row): Employed {
  return { uid, nameKey, nearness: lastOn === null ? null : { lastOn, plainDueOn }, employer, since }
}
