/** What the cadences ask for beside what was done, and what follows from both. */
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

export interface Plan {
  /** Touches a day that all cadences ask for. */
  readonly loadPerDay: number
  /** Touches a day with anybody, over so many days. */
  readonly donePerDay: number
  readonly days: number
  /** Of these the ones with contacts who have a cadence. */
  readonly withCadencePerDay: number
  readonly keepable: boolean
  /** The closest first. */
  readonly byCircle: readonly CircleLoad[]
  readonly cold: number
  /** What the forecast goes on with. */
  readonly pace: Pace
  /** Whether that is what the minutes of a day hold, since too few days tell of another. */
  readonly isAssumed: boolean
  readonly dailyMinutes: number
  readonly forecast: Forecast
  /** Of everybody who has a cadence, by uid. */
  readonly names: ReadonlyMap<string, string>
  readonly proposals: readonly Proposal[]
}
