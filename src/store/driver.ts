/** The only file that imports better-sqlite3. The build inlines its JavaScript (docs/decisions/0001-one-bundle.md). */
import Driver from 'better-sqlite3'
import { wordsOf } from '../domain/match-key.ts'
import { UserError } from '../errors.ts'

export type Database = Driver.Database

/**
 * Opens an existing file. Statements are prepared once for each text and kept: preparing costs more than most of them take to run,
 * and an import runs a few of them a hundred thousand times. So one text is always used in one way, plucked or not.
 */
export function connect(path: string, timeoutMs: number): Database {
  const db = open(path, timeoutMs)
  const prepare = db.prepare.bind(db)
  const statements = new Map<string, Driver.Statement>()
  const prepareOnce = (sql: string): Driver.Statement => {
    const statement = statements.get(sql) ?? prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  // For whole tables at once: split into words as names and searches are, so that "O'Brien" is one word on both sides.
  db.function('folded_words', { deterministic: true, directOnly: true }, (text) =>
    wordsOf(String(text)).join(' '),
  )
  return Object.assign(db, { prepare: prepareOnce })
}

/** Opens an existing file for a few questions, each asked once. Nothing is written, not even to repair it after a crash. */
export function connectToRead(path: string, timeoutMs: number): Database {
  return open(path, timeoutMs, true)
}

function open(path: string, timeoutMs: number, readonly = false): Database {
  try {
    return new Driver(path, { timeout: timeoutMs, fileMustExist: true, readonly })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^(ERR_DLOPEN_FAILED|MODULE_NOT_FOUND)$/.test(code)) throw error
    throw new UserError(
      'failed',
      "SQLite's driver does not fit this version of Node, or was not built.",
      'Build it again, in the folder of netkeep: npm rebuild better-sqlite3',
    )
  }
}
