/** An employer that the user wants to get to, and what is known of it. */
import type { CalendarDate } from './calendar-date.ts'
import type { Joining } from './joining.ts'

export interface Watch {
  readonly uid: string
  /** As it was spelt when the watch began. */
  readonly company: string
  readonly since: CalendarDate | null
}

export interface WatchedEmployer extends Watch {
  /** The uids of all who work there. */
  readonly there: readonly string[]
  /** How many of them the user has been in touch with. */
  readonly known: number
  /** The uids of those of the others who are linked to somebody the user has been in touch with. */
  readonly secondDegree: readonly string[]
  /** The latest touchpoint that counts with anybody there. */
  readonly lastTouchOn: CalendarDate | null
  /** Who joined it, the latest first. */
  readonly news: readonly News[]
}

export interface News extends Joining {
  readonly uid: string
  readonly name: string
}
