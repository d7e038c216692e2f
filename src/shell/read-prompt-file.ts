/** Reads the prompt file as the hooks do: warily, and never the database. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { countInPromptFile, MOST_BYTES } from '../domain/prompt-file.ts'

/** The overdue count on this day; undefined where the file is missing, not this user's own, older than the database or no prompt file. */
export function readOverdueCount(
  database: string,
  today: CalendarDate,
  user: number | undefined,
): number | undefined {
  try {
    const file = `${database}.prompt`
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const stat = fstatSync(handle)
      const isOwn = stat.isFile() && (user === undefined || stat.uid === user)
      if (!isOwn || stat.size > MOST_BYTES || stat.mtimeMs < statSync(database).mtimeMs) return undefined
      const bytes = Buffer.alloc(MOST_BYTES)
      return countInPromptFile(bytes.toString('latin1', 0, readSync(handle, bytes)), today)
    } finally {
      closeSync(handle)
    }
  } catch {
    return undefined
  }
}
