/** Finding contacts that may be one. */
import { type DuplicateOptions, type DuplicatePair, findDuplicates } from '../domain/duplicate.ts'
import type { Comparable } from '../domain/duplicate-facts.ts'
import type { Database } from './driver.ts'
import { notSameKeys } from './not-same.ts'

type ContactRow = readonly [
  uid: string,
  name: string | null,
  organization: string | null,
  location: string | null,
  birthday: string | null,
  touchpoints: number,
  isScheduled: number,
  isImported: number,
]

const CONTACTS = `
SELECT c.id, c.name, c.organization, c.location, c.birthday, s.touchpoints, s.due_on IS NOT NULL, c.imported IS NOT NULL
FROM contact_state s JOIN contact c ON c.id = s.contact ORDER BY c.id`

/** Of whoever: those of contacts that are no more are passed over. */
const VALUES = `
SELECT contact, kind, value FROM contact_point WHERE deleted IS NULL
UNION ALL SELECT contact, 'alias', alias FROM contact_alias WHERE deleted IS NULL`

/** Pairs of live contacts, the likeliest first. */
export function listDuplicates(
  db: Database,
  options: Omit<DuplicateOptions, 'notSame'>,
): readonly DuplicatePair[] {
  return findDuplicates(readComparables(db), { ...options, notSame: notSameKeys(db) })
}

type Values = { readonly [kind in 'email' | 'phone' | 'url' | 'alias']: string[] }

/** All in two queries: asked for one by one, 100,000 contacts would take three times as long. */
function readComparables(db: Database): readonly Comparable[] {
  const valuesOf = new Map<string, Values>()
  for (const [contact, kind, value] of db.prepare(VALUES).raw().all() as [string, keyof Values, string][]) {
    const values = valuesOf.get(contact) ?? { email: [], phone: [], url: [], alias: [] }
    valuesOf.set(contact, values)
    values[kind].push(value)
  }
  const rows = db.prepare(CONTACTS).raw().all() as ContactRow[]
  return rows.map(([uid, name, organization, location, birthday, touchpoints, isScheduled, isImported]) => {
    const values = valuesOf.get(uid) ?? NO_VALUES
    return {
      uid,
      name: name ?? '',
      organization,
      location,
      birthday,
      touchpoints,
      isScheduled: isScheduled === 1,
      isImported: isImported === 1,
      emails: values.email,
      phones: values.phone,
      urls: values.url,
      aliases: values.alias,
    }
  })
}

const NO_VALUES: Values = { email: [], phone: [], url: [], alias: [] }
