/** Opening the database for completion: quickly, without a trace, or not at all. */
import { connectToRead, type Database } from './driver.ts'
import { readVersion } from './file-checks.ts'
import { MIGRATIONS } from './migrations.ts'

/** Whoever pressed TAB rather gets nothing than waits for a writer. */
const BUSY_TIMEOUT_MS = 200

/**
 * Undefined where the file is of an older format: a command that may write brings it up to date first.
 * @throws an error of netkeep, SQLite or the system for what cannot be opened.
 */
export function openToRead(file: string): Database | undefined {
  if (readVersion(file, MIGRATIONS.length) !== MIGRATIONS.length) return undefined
  const db = connectToRead(file, BUSY_TIMEOUT_MS)
  db.exec('PRAGMA trusted_schema=OFF; PRAGMA query_only=ON')
  return db
}
