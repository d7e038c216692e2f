/** The days of mail that earlier imports have left in the database. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { type MailDay, mailKeyOf, sidesOf } from '../domain/mail-day.ts'
import { emailKeyOf } from '../domain/match-key.ts'
import type { Direction, TouchpointKind } from '../domain/touchpoint.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'

export interface StoredMail {
  readonly uid: string
  readonly day: MailDay
  readonly kind: TouchpointKind
  /** Whether the contact is in it. */
  readonly isLinked: boolean
}

interface Row {
  readonly uid: string
  readonly contact: string
  readonly on: CalendarDate
  readonly direction: Direction | null
  readonly kind: TouchpointKind
}

/** Made by an import, as their ids tell (UUIDv5), whoever recorded e-mail by hand since. */
const BY_CONTACT = `
SELECT t.id AS uid, g.value AS contact, t.touched_on AS "on", t.direction, coalesce(t.kind, 'counted') AS kind
FROM json_each(?) g CROSS JOIN touchpoint_contact tc ON tc.contact = g.value JOIN touchpoint t ON t.id = tc.touchpoint
WHERE tc.deleted IS NULL AND t.deleted IS NULL AND t.channel = 'email' AND substr(t.id, 15, 1) = '5'`

const BY_ID = `
SELECT t.id AS uid, '' AS contact, t.touched_on AS "on", t.direction, coalesce(t.kind, 'counted') AS kind
FROM json_each(?) g JOIN touchpoint t ON t.id = g.value WHERE t.deleted IS NULL`

/** Addresses that were taken away are still those of older mail. */
const ADDRESSES = `
SELECT p.contact, p.value FROM json_each(?) g CROSS JOIN contact_point p ON p.contact = g.value WHERE p.kind = 'email'`

/**
 * For each contact: the days of mail that it has in the database, and those of `given` that are there without it.
 * Only those whose id is that of a day and an address tell what they are; the rest of the contact's touchpoints are left out.
 */
export function storedMail(
  db: Database,
  given: ReadonlyMap<string, readonly MailDay[]>,
): ReadonlyMap<string, readonly StoredMail[]> {
  const contacts = JSON.stringify([...given.keys()])
  const addresses = addressesOf(db, contacts, given)
  const found = new Map<string, Map<string, StoredMail>>()
  const add = (contact: string, stored: StoredMail): void => {
    const rows = found.get(contact) ?? new Map<string, StoredMail>()
    found.set(contact, rows)
    if (!rows.has(stored.uid)) rows.set(stored.uid, stored)
  }
  for (const row of db.prepare(BY_CONTACT).all(contacts) as Row[]) {
    const day = dayOf(row, addresses.get(row.contact) ?? new Set())
    if (day !== undefined) add(row.contact, { uid: row.uid, day, kind: row.kind, isLinked: true })
  }
  const owners = new Map<string, { readonly contact: string; readonly day: MailDay }>()
  for (const [contact, days] of given)
    for (const day of days) owners.set(bulkNaturalId('touchpoint', mailKeyOf(day)), { contact, day })
  for (const row of db.prepare(BY_ID).all(JSON.stringify([...owners.keys()])) as Row[]) {
    const owner = owners.get(row.uid)
    if (owner === undefined) continue
    const day = { ...owner.day, ...sidesOf(row.direction) }
    add(owner.contact, { uid: row.uid, day, kind: row.kind, isLinked: false })
  }
  return new Map([...found].map(([contact, rows]) => [contact, [...rows.values()]]))
}

function addressesOf(
  db: Database,
  contacts: string,
  given: ReadonlyMap<string, readonly MailDay[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const addresses = new Map<string, Set<string>>()
  for (const [contact, days] of given) addresses.set(contact, new Set(days.map(({ address }) => address)))
  const points = db.prepare(ADDRESSES).all(contacts) as { contact: string; value: string | null }[]
  for (const { contact, value } of points) addresses.get(contact)?.add(emailKeyOf(value ?? ''))
  return addresses
}

/** Which day and address a touchpoint's id was made of. A letter dated tomorrow stands on the day of its import. */
function dayOf(row: Row, addresses: ReadonlySet<string>): MailDay | undefined {
  for (const on of [row.on, addDays(row.on, 1)]) {
    for (const address of addresses) {
      for (const isToMany of [false, true]) {
        const key = { address, on, isToMany }
        if (bulkNaturalId('touchpoint', mailKeyOf(key)) !== row.uid) continue
        return { ...key, ...sidesOf(row.direction), source: { file: '', line: 0 } }
      }
    }
  }
  return undefined
}
