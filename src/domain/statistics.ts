/** What statistics tell of a stretch of days. */
import type { ChannelAttempts } from './answer.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { SharedTouches } from './contact-groups.ts'
import type { DateRange } from './period.ts'
import type { WarmWeek } from './warm-weeks.ts'

export interface Statistics {
  readonly range: DateRange
  /** Touchpoints that count, touches, and with how many contacts, removed since or not. */
  readonly touchpoints: number
  readonly touches: number
  readonly touched: number
  /** Touches of contacts that were removed since. */
  readonly removedTouches: number
  /** Live contacts; those with a cadence today, and those of them who are warm today. */
  readonly contacts: number
  readonly withCadence: number
  readonly warm: number
  readonly newContacts: number
  /** Weeks without any have 0 here. */
  readonly perWeek: readonly WeekTouches[]
  /** Over the days since the first touchpoint there is; null where they are fewer than 14. */
  readonly meanPerWeek: number | null
  /** From the first week on in which a contact with a cadence was there. */
  readonly warmPerWeek: readonly WarmWeek[]
  /** The most first. */
  readonly byChannel: readonly ChannelTouches[]
  readonly withoutChannel: number
  /** The closest first, contacts in none last. */
  readonly byCircle: readonly CircleTouches[]
  readonly tags: SharedTouches
  readonly attempts: readonly ChannelAttempts[]
  readonly light: number
  readonly minutes: MinutesSpent
}

export interface WeekTouches {
  /** The Monday. */
  readonly on: CalendarDate
  readonly count: number
}

export interface ChannelTouches {
  readonly channel: string
  readonly touches: number
}

export interface CircleTouches {
  /** Null for contacts in no circle. */
  readonly circle: string | null
  readonly contacts: number
  readonly touches: number
  readonly withCadence: number
  readonly warm: number
}

export interface MinutesSpent {
  /** Minutes told with `log --for`, and of how many touchpoints. */
  readonly told: number
  readonly toldTouchpoints: number
  /** What the others take by their channels. */
  readonly estimated: number
  readonly estimatedTouchpoints: number
}

/** How many tags are shown, and the others summed. */
export const SHOWN_TAGS = 4

/** A part of a whole as a number from 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
