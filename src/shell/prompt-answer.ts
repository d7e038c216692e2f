/** What `netkeep prompt` prints. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatPromptText } from '../domain/prompt-look.ts'
import { readOverdueCount } from './read-prompt-file.ts'

export interface PromptQuestion {
  /** Undefined where none is meant that could be. */
  readonly database: string | undefined
  readonly today: CalendarDate
  /** The number of the user who asks, where the system has such numbers. */
  readonly user: number | undefined
  /** What to print, with `{count}` in it. */
  readonly format: string | undefined
  readonly isJson: boolean
}

/** A line with the count, or nothing where nobody is cold; as JSON a number, null where it is not known. */
export function promptAnswer({ database, today, user, format = '{count}', isJson }: PromptQuestion): string {
  const count = database === undefined ? undefined : readOverdueCount(database, today, user)
  if (isJson) return `${count ?? null}\n`
  const text = formatPromptText(format, count)
  return text === '' ? '' : `${text}\n`
}
