/** What the cadences ask for beside what was done, and what follows from both. */
import type { CalendarDate } from './calendar-date.ts'
import type { Circle } from './circle.ts'
import type { Forecast } from './forecast.ts'
import type { Pace } from './pace.ts'
import type { Proposal } from './proposal.ts'

export interface CircleLoad {
  /** Null for the contacts with an interval of their own who are in none. */
  readonly circle: Circle | null
  /** Those with a cadence. */
  readonly contacts: number
  readonly loadPerDay: number
  /** Touches with these contacts. */
  readonly donePerDay: number
}

/** What a forecast goes on with: what was done lately, before a gap, or what the minutes of a day hold while too little is known. */
type PaceBasis = 'lately' | 'before-gap' | 'minutes'

interface PlannedContact {
  readonly uid: string
  /** The shortest unambiguous end of the uid. */
  readonly id: string
  readonly name: string
}

export interface Plan {
  /** Touches a day that all cadences ask for. */
  readonly loadPerDay: number
  /** Touches a day with anybody, over so many days. */
  readonly donePerDay: number
  readonly days: number
  /** Of these the ones with contacts who have a cadence. */
  readonly withCadencePerDay: number
  /** Touches a day that there is room for. */
  readonly roomPerDay: number
  /** Whether that is what the minutes of a day hold, or what was done eight weeks before. */
  readonly roomOf: 'lately' | 'minutes' | 'before'
  /** What the reach-outs of the pace take, from Monday to Friday. */
  readonly paceMinutes: number
  readonly keepable: boolean
  /** The closest first. */
  readonly byCircle: readonly CircleLoad[]
  readonly cold: number
  readonly pace: Pace
  readonly basis: PaceBasis
  /** The last day on which anybody with a cadence was reached out to, in the last year. */
  readonly lastReachedOn: CalendarDate | null
  readonly dailyMinutes: number
  readonly forecast: Forecast
  /** Everybody who has a cadence, by uid. */
  readonly contacts: ReadonlyMap<string, PlannedContact>
  readonly proposals: readonly Proposal[]
}
