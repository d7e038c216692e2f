/** Touchpoints: one moment of being in touch, with one or more contacts. */
import { usageError } from '../errors.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Help } from './help.ts'

/** The channels netkeep knows; the setting `channels` adds more. */
export const CHANNELS = [
  'call',
  'video',
  'email',
  'message',
  'meeting',
  'coffee',
  'meal',
  'event',
  'social',
  'letter',
  'other',
] as const

export type Direction = 'in' | 'out'

/**
 * What a touchpoint is worth: `counted` moves the anchor; an `attempt` got no answer and rests the contact for a few days;
 * a `light` touch (a like, a wish sent to many) stays in history only.
 */
export type TouchpointKind = 'counted' | 'attempt' | 'light'

export interface Touchpoint {
  readonly on: CalendarDate
  readonly channel: string | null
  readonly direction: Direction | null
  readonly kind: TouchpointKind
  /** How long it took, in minutes. */
  readonly minutes: number | null
  readonly place: string | null
  readonly note: string | null
  /** What it was of the help ledger; left out where it was nothing of it. */
  readonly help?: Help | null
  /** Of a wish: what for. */
  readonly wish?: Wish | null
  /** Uid of the event at which it was. */
  readonly event?: string | null
  /** Uid of the meeting of a group at which it was. */
  readonly meeting?: string | null
}

/** What a wish was for: a date of the contact, by its key, and which day of it; both null for nothing in particular, as at New Year. */
export interface Wish {
  readonly key: string | null
  readonly on: CalendarDate | null
}

/** A stored touchpoint with everyone in it. */
export interface TouchpointRecord extends Touchpoint {
  readonly uid: string
  readonly help: Help | null
  readonly wish: Wish | null
  /** The name of the group at whose meeting it was. */
  readonly group: string | null
  /** Uid and name of the event, while it is there. */
  readonly event: string | null
  readonly eventName: string | null
  readonly contacts: readonly { readonly uid: string; readonly name: string }[]
}

/** What is remembered besides goes below what there is. Said twice is said once, line by line: of two notes that began as one, only what each has more. */
export function joinNotes(before: string | null, note: string | null): string | null {
  if (before === null || note === null) return before ?? note
  const known = new Set(before.split('\n'))
  return [before, ...note.split('\n').filter((line) => !known.has(line))].join('\n')
}

const DURATION = /^(?:(\d{1,4}) ?h(?:ours?)?)? ?(?:(\d{1,4}) ?(?:m|min|minutes?)?)?$/
/** A day. */
export const MOST_MINUTES = 1440

/**
 * Minutes of a typed duration: `30`, `30m`, `1h`, `1h30m`. At least one minute, at most a day.
 * @param example what to type instead of what cannot be a length of time.
 * @throws UserError (usage)
 */
export function parseMinutes(text: string, example: string = '--for 30m, --for 1h30m'): number {
  const match = DURATION.exec(text.trim().toLowerCase())
  const minutes = match === null ? 0 : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
  if (minutes < 1 || minutes > MOST_MINUTES) {
    throw usageError(`"${text}" is not a length of time.`, `Write minutes or hours, up to a day: ${example}.`)
  }
  return minutes
}
