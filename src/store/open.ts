/** Opening the database: create it when missing, check it before use, make it durable and private. */
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import path from 'node:path'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { FIRST_CIRCLES } from '../domain/circle.ts'
import { UserError } from '../errors.ts'
import { insertCircle } from './circles.ts'
import { asDatabaseError, databaseError } from './database-errors.ts'
import { connect, type Database } from './driver.ts'
import { checkFile, makePrivate } from './file-checks.ts'
import { FINGERPRINT, fingerprintOf, MIGRATIONS, type Migration, migrate, versionOf } from './migrations.ts'
import { refreshPromptFile } from './prompt-file.ts'

export interface Store {
  readonly db: Database
  readonly path: string
  /** What the user should know about the file, in whole sentences. */
  readonly warnings: readonly string[]
  /** The day it is for this command. */
  readonly today: CalendarDate
  /** Whether the prompt file was brought up to date after a commit of this command. */
  isPromptFresh: boolean
  /** The machine's name, to notice a database that was copied to another one. */
  host(): string
}

export interface OpenOptions {
  readonly host: () => string
  readonly today: CalendarDate
  /** Whether the folder is netkeep's own, to be created and kept private. Another one must exist. */
  readonly ownsFolder: boolean
  /** Called before a database of an older format is copied and brought up to date, which takes 20 seconds for a million touchpoints. */
  readonly onUpgrade?: () => void
  /** For tests of the migration runner. */
  readonly migrations?: readonly Migration[]
}

/**
 * How long to wait for another process that writes. Nobody holds the lock while printing or asking, so that even eight
 * shells writing at once get their turn well within it.
 */
const BUSY_TIMEOUT_MS = 15_000

/**
 * A rollback journal with `synchronous=EXTRA`: the driver's default lost acknowledged rows in simulated power losses, this none.
 * `recursive_triggers` lets the triggers that keep rows see INSERT OR REPLACE too.
 */
const PRAGMAS = `
PRAGMA journal_mode=DELETE;
PRAGMA synchronous=EXTRA;
PRAGMA foreign_keys=ON;
PRAGMA trusted_schema=OFF;
PRAGMA cell_size_check=ON;
PRAGMA secure_delete=ON;
PRAGMA recursive_triggers=ON;
PRAGMA temp_store=MEMORY;
PRAGMA fullfsync=ON;
`

/** @throws UserError (database) when the file is not ours, newer, damaged, or cannot be opened. */
export function openStore(file: string, options: OpenOptions): Store {
  const migrations = options.migrations ?? MIGRATIONS
  try {
    const warnings = [...prepareFolder(path.dirname(file), options.ownsFolder)]
    if (!existsSync(file)) create(file, options.host(), migrations)
    warnings.push(...checkFile(file, migrations.length))
    const db = connectSafely(file)
    try {
      if (versionOf(db) < migrations.length) {
        options.onUpgrade?.()
        warnings.push(...upgrade(db, file, migrations))
      }
      if (migrations === MIGRATIONS && fingerprintOf(db) !== FINGERPRINT) throw changedSchema(file)
    } catch (error) {
      db.close()
      throw error
    }
    return { db, path: file, warnings, today: options.today, isPromptFresh: false, host: options.host }
  } catch (error) {
    throw asDatabaseError(error, file) ?? asFileError(error, file) ?? error
  }
}

/** Closes the database, with a prompt file beside it that is up to date. */
export function closeStore({ db, path, today, isPromptFresh }: Store): void {
  if (!isPromptFresh) {
    // Who writes at this moment brings the file up to date too: nothing to wait for.
    db.pragma('busy_timeout = 0')
    refreshPromptFile(db, path, today)
  }
  db.close()
}

function connectSafely(file: string): Database {
  const db = connect(file, BUSY_TIMEOUT_MS)
  db.exec(PRAGMAS)
  return db
}

function prepareFolder(folder: string, isOwn: boolean): readonly string[] {
  if (isOwn) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return makePrivate(folder, statSync(folder).mode)
  }
  if (existsSync(folder)) return []
  throw databaseError(`There is no folder ${folder} for the database.`, `Create it: mkdir -p '${folder}'`)
}

/** Built beside its place and moved there whole, so that a database is never seen half made, not even after a crash. */
function create(file: string, host: string, migrations: readonly Migration[]): void {
  const draft = `${file}.new-${Math.random().toString(36).slice(2)}`
  closeSync(openSync(draft, 'wx', 0o600))
  try {
    const db = connectSafely(draft)
    try {
      migrate(db, migrations)
      fillFirst(db, host)
    } finally {
      db.close()
    }
    moveIntoPlace(draft, file)
  } finally {
    if (existsSync(draft)) unlinkSync(draft)
  }
}

/** A hard link never replaces a file that another process put there meanwhile; some file systems have no links. */
function moveIntoPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && !existsSync(file)) renameSync(draft, file)
  }
}

/** The circles every database starts with. Written at clock 0, they lose against any later change, on whatever device. */
function fillFirst(db: Database, host: string): void {
  db.exec('BEGIN IMMEDIATE')
  db.prepare(
    `INSERT INTO replica (id, device, nonce, host, clock, applying, derived_through)
     VALUES (1, lower(hex(randomblob(4))), lower(hex(randomblob(2))), ?, 0, 0, '')`,
  ).run(host)
  for (const circle of FIRST_CIRCLES) insertCircle(db, circle.name, circle.interval)
  db.exec('COMMIT')
}

/** A plain copy first: whatever goes wrong with the new version, the old file is there. */
function upgrade(db: Database, file: string, migrations: readonly Migration[]): readonly string[] {
  const draft = `${file}.copy-${Math.random().toString(36).slice(2)}`
  closeSync(openSync(draft, 'wx', 0o600))
  const copy = freeName(`${file}.before-v${migrations.length}`)
  try {
    db.prepare('VACUUM INTO ?').run(draft)
    // Another process may have been first, and has its own copy.
    if (versionOf(db) === migrations.length) return []
    renameSync(draft, copy)
  } finally {
    if (existsSync(draft)) unlinkSync(draft)
  }
  migrate(db, migrations)
  return [`The database was brought up to format ${migrations.length}; the old one is kept as ${copy}.`]
}

function freeName(wanted: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    if (!existsSync(name)) return name
  }
}

function changedSchema(file: string): Error {
  return databaseError(
    `${file} was changed by another program: its tables or triggers are not netkeep's.`,
    `Put a copy from before that in its place, or see what it holds: sqlite3 '${file}' .schema`,
  )
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'is a link to nothing',
  EACCES: 'may not be opened by you',
  EPERM: 'may not be opened by you',
  EROFS: 'is on a read-only disk',
  ENOTDIR: 'lies below something that is not a folder',
  ENAMETOOLONG: 'has too long a name',
  ELOOP: 'is a link that leads to itself',
  EISDIR: 'is a folder',
}

function asFileError(error: unknown, file: string): Error | undefined {
  const code = codeOf(error)
  if (error instanceof UserError) return undefined
  if (code === 'ENOSPC')
    return new UserError(
      'failed',
      `The disk is full: ${file} could not be created.`,
      'Free some space, then try again.',
    )
  const what = code === undefined ? undefined : FILE_ERRORS[code]
  return what === undefined
    ? undefined
    : databaseError(`${file} ${what}.`, 'Choose another place with --db PATH or NETKEEP_DB.')
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
