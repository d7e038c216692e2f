/** Short ids: the last 6 characters of a uid, or as many more as tell it from the others of its table. */
import { groupBy } from '../domain/group-by.ts'
import type { Database } from './driver.ts'

const SHORTEST = 6

/** Tables with an index on the last 6 characters, or with a handful of rows. */
type ShortIdTable = 'contact' | 'promise' | 'goal' | 'introduction' | 'event'

export function shortIdIn(db: Database, table: ShortIdTable, uid: string): string {
  const others = db
    .prepare(`SELECT id FROM ${table} WHERE substr(id, -6) = substr(:uid, -6) AND id <> :uid`)
    .pluck()
    .all({ uid }) as string[]
  return shortestEnd(uid, others)
}

/** The same among rows that are all at hand: asking for each would cost more than reading them did. */
export function shortIdsAmong(uids: readonly string[]): (uid: string) => string {
  const byEnd = groupBy(uids, (uid) => uid.slice(-SHORTEST))
  return (uid) =>
    shortestEnd(
      uid,
      (byEnd.get(uid.slice(-SHORTEST)) ?? []).filter((other) => other !== uid),
    )
}

function shortestEnd(uid: string, others: readonly string[]): string {
  for (let length = SHORTEST; length < uid.length; length++) {
    const suffix = uid.slice(-length)
    if (!others.some((other) => other.endsWith(suffix))) return suffix
  }
  return uid
}
