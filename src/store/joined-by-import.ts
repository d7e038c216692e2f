/** Whom an import brought to employers that the user watches. */
import type { JoinedWatched } from '../domain/joining.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { Database } from './driver.ts'
import type { ContactsImported } from './import-contacts.ts'
import { listWatches } from './watches.ts'

/** Those who changed to a watched employer, then new contacts there, both in the order of the files. */
export function findJoined(
  db: Database,
  { news, created }: Pick<ContactsImported, 'news' | 'created'>,
): readonly JoinedWatched[] {
  const watched = new Map(listWatches(db).map(({ company }) => [organizationKeyOf(company), company]))
  if (watched.size === 0) return []
  const companyOf = (organization: string | null): string | undefined =>
    organization === null ? undefined : watched.get(organizationKeyOf(organization))
  const newcomers = db
    .prepare(
      `SELECT coalesce(c.name, '') AS name, NULL AS mine, c.organization AS theirs FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value
       WHERE c.organization IS NOT NULL ORDER BY g.key`,
    )
    .all(JSON.stringify(created)) as typeof news
  return [...news, ...newcomers].flatMap(({ name, mine, theirs }) => {
    const company = companyOf(theirs)
    // Another spelling of one employer is no other employer.
    return company === undefined || company === companyOf(mine) ? [] : [{ name, company, before: mine }]
  })
}
