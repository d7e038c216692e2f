/** Reading a database as it is at one moment. */
import type { Database } from './driver.ts'

/**
 * Runs `body`; all that it reads is of the moment of its first look, whatever other shells write meanwhile. They wait for it where they
 * want to commit, so nothing may be printed or asked in it.
 */
export function inOneMoment<T>(db: Database, body: () => T): T {
  begin(db)
  try {
    return body()
  } finally {
    db.exec('ROLLBACK')
  }
}

/** The same for a body that lets signals through in between. */
export async function throughOneMoment<T>(db: Database, body: () => Promise<T>): Promise<T> {
  begin(db)
  try {
    return await body()
  } finally {
    db.exec('ROLLBACK')
  }
}

function begin(db: Database): void {
  db.exec('BEGIN')
  // Going through a million rows would fill the cache with pages that nobody asks for again.
  db.pragma('cache_size = -2000')
}
