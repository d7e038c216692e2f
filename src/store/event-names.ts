/** The names of events for completion, apart from what reads all of an event: its bundle is small. */
import type { Database } from './driver.ts'

/** The latest first, those ahead before them all; at most `most`. */
export function listEventNames(
  db: Database,
  most: number,
): readonly { readonly value: string; readonly description: string }[] {
  return db
    .prepare(
      `SELECT name AS value, from_on || iif(to_on > from_on, '..' || to_on, '') || coalesce(', ' || place, '') AS description
       FROM event WHERE deleted IS NULL AND name IS NOT NULL AND from_on IS NOT NULL ORDER BY from_on DESC, id LIMIT ?`,
    )
    .all(most) as { value: string; description: string }[]
}
