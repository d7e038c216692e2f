/** Short ids: the last 6 characters of a uid, or as many more as tell it from the others of its table. */
import type { Database } from './driver.ts'

/** Tables with an index on the last 6 characters, or with a handful of rows. */
type ShortIdTable = 'contact' | 'promise' | 'goal' | 'introduction'

export function shortIdIn(db: Database, table: ShortIdTable, uid: string): string {
  const others = db
    .prepare(`SELECT id FROM ${table} WHERE substr(id, -6) = substr(:uid, -6) AND id <> :uid`)
    .pluck()
    .all({ uid }) as string[]
  for (let length = 6; length < uid.length; length++) {
    const suffix = uid.slice(-length)
    if (!others.some((other) => other.endsWith(suffix))) return suffix
  }
  return uid
}
