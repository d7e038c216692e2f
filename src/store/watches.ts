/** Queries of table watch: the employers that the user wants to get to. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { Watch } from '../domain/watch.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

/** Begins to watch an employer; one that is watched already stays as it is. */
export function addWatch(db: Database, company: string, today: CalendarDate): void {
  db.prepare(
    `INSERT INTO watch (id, organization, since) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET organization = excluded.organization, since = excluded.since, deleted = NULL
     WHERE deleted IS NOT NULL`,
  ).run(watchId(company), company, today)
}

export function removeWatch(db: Database, uid: string): void {
  markRemoved(db, 'watch', uid)
}

export function watchId(company: string, idOf: typeof naturalId = naturalId): string {
  return idOf('watch', organizationKeyOf(company))
}

/** By name. */
export function listWatches(db: Database): readonly Watch[] {
  const rows = db
    .prepare(
      'SELECT id AS uid, organization AS company, since FROM watch WHERE deleted IS NULL AND organization IS NOT NULL',
    )
    .all() as Watch[]
  const named = rows.map((watch) => ({ watch, key: organizationKeyOf(watch.company) }))
  return named.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ watch }) => watch)
}
