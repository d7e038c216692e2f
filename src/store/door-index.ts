/** Answers the questions of domain/path.ts: who is near, and what links contacts to each other. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { presentStay } from '../domain/common-ground.ts'
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
  const asked = new Set<string>()
  const known = new Map<string, Employed>()
  const staff = new Map<string, readonly Employed[]>()
  const keep = (row: Row): Employed => {
    const one = toEmployed(row)
    asked.add(one.uid)
    known.set(one.uid, one)
    return one
  }
  const staffOf = (key: string): readonly Employed[] => {
    const found = staff.get(key) ?? (db.prepare(STAFF).raw().all(key) as Row[]).map(keep)
    staff.set(key, found)
    return found
  }
  const members: StaffIndex['members'] = (contacts) => {
    const unknown = contacts.filter((uid) => !asked.has(uid))
    for (const uid of unknown) asked.add(uid)
    if (unknown.length > 0)
      for (const row of db.prepare(MEMBERS).raw().all(JSON.stringify(unknown)) as Row[]) keep(row)
    return known
  }
  const presentStays = (contacts: readonly (Employed | undefined)[]): readonly StayAt[] =>
    contacts.flatMap((one) =>
      one === undefined || one.employer === null ? [] : stayAt(one, one.employer, today),
    )
  return {
    members,
    staffOf,
    tiesTo: (contacts) => tiesTo(db, contacts),
    staysOf: (contacts, way) => {
      if (way !== 'present') return staysOf(db, contacts, way, today)
      const found = members(contacts)
      return presentStays(contacts.map((uid) => found.get(uid)))
    },
    staysAt: (ground) =>
      ground.kind === 'employer'
        ? [...presentStays(staffOf(ground.key)), ...formerStaffOf(db, ground, today)]
        : staysAt(db, ground),
  }
}

function stayAt({ uid, since }: Employed, employer: string, today: CalendarDate): StayAt {
  return {
    contact: uid,
    ground: { kind: 'employer', key: employer, on: null },
    stay: presentStay(since, today),
  }
}

function toEmployed([uid, nameKey, lastOn, plainDueOn, employer, since]: Row): Employed {
  return { uid, nameKey, nearness: lastOn === null ? null : { lastOn, plainDueOn }, employer, since }
}
