/** Where a contact worked before. */
import type { CalendarDate } from './calendar-date.ts'
import { isOneTypoApart, nameKeyOf } from './match-key.ts'

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

/** A job, and since when it is known. */
interface KnownJob extends Job {
  readonly since: CalendarDate | null
}

/**
 * Whether something known of a job gives way to something else, or to nothing. What is only filled in belongs to the job there is, and so
 * does another spelling: other case or accents, or on the day it was noted one typing slip.
 */
function isAnotherJob(before: KnownJob, now: Job, today: CalendarDate): boolean {
  const isAnother = (old: string | null, text: string | null): boolean =>
    old !== null && (text === null || !isRespelt(old, text, before.since === today))
  return isAnother(before.organization, now.organization) || isAnother(before.title, now.title)
}

function isRespelt(before: string, now: string, isSameDay: boolean): boolean {
  const [old, key] = [nameKeyOf(before), nameKeyOf(now)]
  return old === key || (isSameDay && isOneTypoApart(old, key))
}

/** Whether a job is worth keeping when another takes its place. Of several changes on one day only the first is: the others correct it. */
export function isFormerJob(
  before: KnownJob,
  now: Job,
  today: CalendarDate,
  former: readonly FormerJob[],
): boolean {
  const isCorrected = before.since === today && former.some(({ untilOn }) => untilOn === today)
  return isAnotherJob(before, now, today) && !isCorrected
}

/** The job among the former ones that is taken up again on the day it was replaced: a slip put right, it never ended. */
export function findResumedJob<T extends FormerJob>(
  former: readonly T[],
  now: Job,
  today: CalendarDate,
): T | undefined {
  return former.find(
    ({ organization, title, untilOn }) =>
      untilOn === today &&
      nameKeyOf(organization ?? '') === nameKeyOf(now.organization ?? '') &&
      nameKeyOf(title ?? '') === nameKeyOf(now.title ?? ''),
  )
}

/** Since when the job that is told now is known. */
export function jobSince(before: KnownJob, now: Job, today: CalendarDate): CalendarDate | null {
  if (now.organization === null && now.title === null) return null
  const isFirst = before.organization === null && before.title === null
  return isFirst || isAnotherJob(before, now, today) ? today : before.since
}
