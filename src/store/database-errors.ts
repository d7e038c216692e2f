/** Turns what SQLite reports into what a person can act on. */
import { UserError } from '../errors.ts'

/** A refusal to use this file: exit 4, with what to do next. */
export function databaseError(message: string, hint: string): UserError {
  return new UserError('database', message, hint)
}

/** The UserError for an error thrown by SQLite, or undefined for any other error. */
export function asDatabaseError(error: unknown, path: string): UserError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const code = error.code
  if (!code.startsWith('SQLITE_')) return undefined
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return databaseError(
      `Another program has kept ${path} busy for 15 seconds.`,
      'Nothing was changed. Close what is using it, then try again.',
    )
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return databaseError(
      `${path} is read-only, so nothing was changed.`,
      `Make it writable: chmod u+w '${path}'`,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damagedDatabase(path)
  if (code === 'SQLITE_FULL') {
    return new UserError(
      'failed',
      `The disk is full: nothing was changed in ${path}.`,
      'Free some space, then try again.',
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return databaseError(`${path} cannot be opened.`, 'Check that you may read and write it and its folder.')
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new UserError(
      'failed',
      `Reading or writing ${path} failed: nothing was changed.`,
      'Check the disk, then try again.',
    )
  }
  return undefined
}

export function damagedDatabase(path: string): UserError {
  return databaseError(
    `${path} is damaged; netkeep left it as it is.`,
    `Put a backup of it in its place, or save what is readable: sqlite3 '${path}' .recover > rescued.sql`,
  )
}
