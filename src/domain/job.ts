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

/** Whether something known of a job gives way to something else, or to nothing: what is only filled in belongs to the job there is. */
function isAnotherJob(before: Job, now: Job): boolean {
  return (
    (before.organization !== null && before.organization !== now.organization) ||
    (before.title !== null && before.title !== now.title)
  )
}

/** Whether a job is worth keeping when another takes its place: one that is corrected on the day it was noted never was. */
export function isFormerJob(
  before: Job & { since: CalendarDate | null },
  now: Job,
  today: CalendarDate,
): boolean {
  return isAnotherJob(before, now) && before.since !== today
}

/** The job among the former ones that is taken up again on the day it was replaced: a slip put right, it never ended. */
export function findResumedJob<T extends FormerJob>(
  former: readonly T[],
  now: Job,
  today: CalendarDate,
): T | undefined {
  return former.find(
    ({ organization, title, untilOn }) =>
      untilOn === today && organization === now.organization && title === now.title,
  )
}

/** Since when the job that is told now is known. */
export function jobSince(
  before: Job & { since: CalendarDate | null },
  now: Job,
  today: CalendarDate,
): CalendarDate | null {
  if (now.organization === null && now.title === null) return null
  const isFirst = before.organization === null && before.title === null
  return isFirst || isAnotherJob(before, now) ? today : before.since
}
