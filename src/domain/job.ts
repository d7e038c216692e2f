/** Where a contact worked before. */
import type { CalendarDate } from './calendar-date.ts'

export interface FormerJob {
  readonly organization: string | null
  readonly title: string | null
  /** The day since when netkeep had known it; null where that was before such days were kept, or it was entered as past. */
  readonly notedOn: CalendarDate | null
  /** The day it was replaced; null where it was entered as past. */
  readonly untilOn: CalendarDate | null
}

interface Job {
  readonly organization: string | null
  readonly title: string | null
}

/** Whether a job is worth keeping when another takes its place: one that is corrected on the day it was noted never was. */
export function isFormerJob(
  before: Job & { since: CalendarDate | null },
  now: Job,
  today: CalendarDate,
): boolean {
  const isChanged =
    (before.organization !== null && before.organization !== now.organization) ||
    (before.title !== null && before.title !== now.title)
  return isChanged && before.since !== today
}
