/**
 * Keeps the prompt file beside the database right (domain/prompt-file.ts). It is a copy of what the database says, made for shells:
 * never read back, never the reason for a command to fail.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { formatPromptFile, MOST_BYTES, MOST_CHANGES, type TurningDay } from '../domain/prompt-file.ts'
import type { Database } from './driver.ts'

/** Where the prompt file of a database lies. */
function promptFileOf(database: string): string {
  return `${database}.prompt`
}

/** In another shell it may be yesterday still. */
const DAYS_BEFORE = 1
/** As often as other commands may come in between. */
const MOST_TRIES = 20

/**
 * Brings the prompt file up to date where it is not: missing, of another day or version, older than the database. After writing it the
 * database is read again: of several commands that write at once, the one whose file lands last sees whether it still tells the truth.
 */
export function refreshPromptFile(db: Database, database: string, today: CalendarDate): void {
  const file = promptFileOf(database)
  let isUnsure = false
  try {
    let text = promptTextOf(db, today)
    if (isCurrent(file, text, database)) return
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      replaceFile(file, text, database)
      isUnsure = true
      const written = text
      text = promptTextOf(db, today)
      if (text === written) return
    }
  } catch {
    // The database is busy, or the place cannot be written.
  }
  withdraw(file, database, isUnsure)
}

/** One statement, so that both halves are of one moment. */
const TURNING = `
SELECT :first AS day, coalesce(sum(contacts), 0) AS contacts FROM due_day WHERE day <= :first
UNION ALL SELECT * FROM (SELECT day, contacts FROM due_day WHERE day > :first ORDER BY day LIMIT ${MOST_CHANGES})`

function promptTextOf(db: Database, today: CalendarDate): string {
  return formatPromptFile(db.prepare(TURNING).all({ first: addDays(today, -DAYS_BEFORE) }) as TurningDay[])
}

function isCurrent(file: string, text: string, database: string): boolean {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const stat = fstatSync(handle)
      return (
        stat.isFile() &&
        (stat.mode & 0o777) === 0o600 &&
        stat.size <= MOST_BYTES &&
        stat.mtimeMs >= statSync(database).mtimeMs &&
        readFileSync(handle, 'latin1') === text
      )
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

function replaceFile(file: string, text: string, database: string): void {
  const draft = `${file}.${Math.random().toString(36).slice(2)}`
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
    // A database from the future, after the clock was set back, must not make the file look old.
    const { mtimeMs } = statSync(database)
    if (statSync(draft).mtimeMs < mtimeMs) {
      const seconds = Math.ceil(mtimeMs + 1) / 1000
      utimesSync(draft, seconds, seconds)
    }
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** An old file must not go on telling an old number, nor one of which nobody knows whether it is right. A missing one is safe. */
function withdraw(file: string, database: string, isUnsure: boolean): void {
  try {
    const stat = lstatSync(file)
    if (stat.isFile() && (isUnsure || stat.mtimeMs < statSync(database).mtimeMs)) rmSync(file)
  } catch {
    // Missing already, or the place is read-only.
  }
}
