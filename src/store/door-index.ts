/** Answers the questions of domain/path.ts: who is near, and what links contacts to each other. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { DoorIndex, KnownMember } from '../domain/path.ts'
import type { Database } from './driver.ts'
import { staysAt, staysOf } from './stays.ts'
import { tiesTo } from './ties.ts'

interface StateRow {
  readonly uid: string
  readonly nameKey: string
  readonly lastOn: CalendarDate | null
  readonly plainDueOn: CalendarDate | null
}

/** Every contact is read once. */
export function doorIndexOf(db: Database, today: CalendarDate): DoorIndex {
  const known = new Map<string, KnownMember | undefined>()
  return {
    members: (contacts) => {
      const unknown = contacts.filter((uid) => !known.has(uid))
      const found = readMembers(db, unknown)
      for (const uid of unknown) known.set(uid, found.get(uid))
      return new Map(
        contacts.flatMap((uid) => {
          const member = known.get(uid)
          return member === undefined ? [] : [[uid, member] as const]
        }),
      )
    },
    tiesTo: (contacts) => tiesTo(db, contacts),
    staysOf: (contacts, way) => staysOf(db, contacts, way, today),
    staysAt: (ground, hasYears) => staysAt(db, ground, hasYears, today),
  }
}

function readMembers(db: Database, contacts: readonly string[]): ReadonlyMap<string, KnownMember> {
  if (contacts.length === 0) return new Map()
  const rows = db
    .prepare(
      `SELECT s.contact AS uid, s.name_key AS nameKey, s.last_counted_on AS lastOn, s.plain_due_on AS plainDueOn
       FROM json_each(?) g CROSS JOIN contact_state s ON s.contact = g.value`,
    )
    .all(JSON.stringify(contacts)) as StateRow[]
  return new Map(
    rows.map(({ uid, nameKey, lastOn, plainDueOn }) => [
      uid,
      { uid, nameKey, nearness: lastOn === null ? null : { lastOn, plainDueOn } },
    ]),
  )
}
