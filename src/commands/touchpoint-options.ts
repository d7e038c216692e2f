/** The options that say when, how and what of a touchpoint; log and the verbs of the help ledger share them. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkNote } from '../domain/contact.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { formatDay } from '../render/dates.ts'
import type { Session } from '../session.ts'
import { requireChannel } from './known-channel.ts'
import { readText } from './standard-input.ts'

export interface TouchpointOptions {
  readonly note?: string
  readonly on?: string
  readonly by?: string
}

export const NOTE_OPTION = ['-m, --note <text>', 'what to remember; - reads it from standard input'] as const
export const ON_OPTION = [
  '--on <date>',
  'when: yesterday, friday, 3 days ago, 2026-11-20 (default: today)',
] as const
export const BY_OPTION = [
  '--by <channel>',
  'how: call, video, email, message, meeting, coffee, meal, event, social, letter, other',
] as const

interface Read {
  readonly on: CalendarDate
  readonly channel: string | null
  readonly note: string | null
}

/** @throws UserError (usage) */
export async function readTouchpointOptions(session: Session, options: TouchpointOptions): Promise<Read> {
  const note = options.note === '-' ? await readText(session, 'note') : options.note
  return {
    on: options.on === undefined ? session.today : await parsePastDate(session, options.on),
    channel: options.by === undefined ? null : requireChannel((await session.store()).db, options.by),
    note: note === undefined ? null : checkNote(note) || null,
  }
}

/** Verbs that log meetings: nobody is to be reminded of a single contact. */
const MEETS: readonly string[] = ['event', 'group']

/** @throws UserError (usage) for a day ahead */
export async function parsePastDate(session: Session, typed: string): Promise<CalendarDate> {
  const date = await parseTypedDate(typed, await session.dateReading('past'))
  if (date <= session.today) return date
  if (MEETS.includes(session.verb))
    throw usageError(
      `${formatDay(date, session.today)}: a meeting that lies ahead cannot be logged yet.`,
      'Log it afterwards; without --on it is of today.',
    )
  throw usageError(
    `${formatDay(date, session.today)} lies ahead: ${session.verb} is for what has happened.`,
    `To be reminded on that day: netkeep promise add WHO "what" --on ${date}, or: netkeep snooze WHO ${date}`,
  )
}
