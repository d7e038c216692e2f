/** The schema's versions, oldest first; append only. A database is brought up one version at a time, each in one transaction. */
import { deriveContacts } from './derived.ts'
import type { Database } from './driver.ts'
import { generateOpTriggers } from './op-triggers.ts'
import { APPLICATION_ID, VERSION_1 } from './schema.ts'
import { VERSION_2, VERSION_3, VERSION_4, VERSION_5 } from './schema-upgrades.ts'

export type Migration = (db: Database) => void

export const MIGRATIONS: readonly Migration[] = [
  (db) => db.exec(VERSION_1),
  (db) => db.exec(VERSION_2),
  (db) => db.exec(VERSION_3),
  (db) => db.exec(VERSION_4),
  (db) => db.exec(VERSION_5),
]

/**
 * Hash of the newest schema (see {@link fingerprintOf}); a test keeps it equal to what the migrations make.
 * A database whose schema differs was changed by something else, and is not touched.
 */
export const FINGERPRINT = 1950647183

/**
 * FNV-1a over the names and lengths of all definitions. Cheap on purpose, it runs at every start: it is there to notice what another
 * program added, dropped or rewrote, not to withstand somebody who wants it to match.
 */
export function fingerprintOf(db: Database): number {
  const text = db.prepare(SCHEMA_OUTLINE).pluck().get() as string
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Without what SQLite and FTS5 make themselves, which may differ between SQLite versions. */
const SCHEMA_OUTLINE = `
SELECT group_concat(name || length(sql), ' ') FROM (
  SELECT name, sql FROM sqlite_schema
  WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT GLOB 'search_index_*'
  ORDER BY name)`

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Runs what is missing. The version is read again inside the transaction: another process may have been first. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  while (versionOf(db) < migrations.length) {
    db.exec('BEGIN IMMEDIATE')
    try {
      const version = versionOf(db)
      const migration = migrations[version]
      if (migration !== undefined) {
        migration(db)
        generateOpTriggers(db, version + 1)
        // The rules of what is derived are those of this program, which fit the newest schema only.
        if (version > 0 && version + 1 === MIGRATIONS.length) deriveContacts(db)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.pragma(`user_version = ${version + 1}`)
      }
      db.exec('COMMIT')
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}
