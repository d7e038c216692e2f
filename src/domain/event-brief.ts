/** What to know before an event. */
import type { Brief } from './brief.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { EventLine } from './event.ts'

export interface EventBrief {
  readonly event: EventLine
  /** Of those to be met and those met, by name. */
  readonly contacts: readonly Brief[]
  readonly alsoLikely: readonly AlsoLikely[]
}

/** Somebody who may be there too, and why. */
export interface AlsoLikely {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly organization: string | null
  /** Where they live, when it is there. */
  readonly location: string | null
  /** The last earlier event of the series at which they were met. */
  readonly metAt: { readonly name: string; readonly on: CalendarDate } | null
}
