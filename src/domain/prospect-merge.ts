/** Whether somebody to reach still is when two contacts are one. */
import { type CalendarDate, earlierDate } from './calendar-date.ts'

interface ProspectFields {
  /** Since when it is, or was, somebody to reach, and when that was given up. */
  readonly prospectOn: CalendarDate | null
  readonly prospectDroppedOn: CalendarDate | null
}

interface ProspectSide extends ProspectFields {
  readonly circle: string | null
  readonly interval: string | null
  /** The date of the latest touchpoint that counts. */
  readonly lastCountedOn: CalendarDate | null
}

/**
 * Of `b` that goes into `a`: to be reached since the earlier day, and given up only where both were. Nobody is to be reached whom the
 * user was in touch with already, or keeps in touch with by a cadence of the survivor's.
 */
export function mergeProspect(a: ProspectSide, b: ProspectSide): ProspectFields {
  const isReached = [a, b].some((side) => side.prospectOn === null && side.lastCountedOn !== null)
  const isKept = a.prospectOn === null && (a.circle !== null || a.interval !== null)
  if (isReached || isKept) return { prospectOn: null, prospectDroppedOn: null }
  const prospects = [a, b].filter(({ prospectOn }) => prospectOn !== null)
  const dropped = prospects.map(({ prospectDroppedOn }) => prospectDroppedOn)
  return {
    prospectOn: earlierDate(a.prospectOn, b.prospectOn),
    prospectDroppedOn: dropped.includes(null) ? null : (dropped.toSorted().at(-1) ?? null),
  }
}
