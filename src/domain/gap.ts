/** Gaps: days in a row without being in touch with anybody. */
import { addDays, type CalendarDate } from './calendar-date.ts'

/** So many days, frozen ones left out, are a gap. */
export const GAP_DAYS = 14

/**
 * Whether the days since the last one with anybody, today among them, are a gap.
 * @param days how many it takes, where that is more than usual.
 */
export function isGap(
  last: CalendarDate,
  today: CalendarDate,
  isFrozen: (day: CalendarDate) => boolean,
  days: number = GAP_DAYS,
): boolean {
  let quiet = 0
  for (let day = today; day > last && quiet < days; day = addDays(day, -1)) if (!isFrozen(day)) quiet += 1
  return quiet >= days
}
