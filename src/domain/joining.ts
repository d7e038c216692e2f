/** Who joined an employer lately: somebody who was known to work elsewhere before, or whom an import brought. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import type { FormerJob } from './job.ts'
import { organizationKeyOf } from './organization-key.ts'

/** How long it is news. */
const NEWS_DAYS = 90

/** The first day of which news is told. */
export function earliestNews(today: CalendarDate): CalendarDate {
  return addDays(today, -NEWS_DAYS)
}

/** What is known of somebody at the employer. */
export interface Joiner {
  /** Since when netkeep knows of the job. */
  readonly jobSince: CalendarDate | null
  /** Of a contact that came with an import, the day it did. */
  readonly importedOn: CalendarDate | null
  readonly formerJobs: readonly Pick<FormerJob, 'organization' | 'untilOn'>[]
}

export interface Joining {
  readonly on: CalendarDate
  /** The employer before; null where none is known. */
  readonly before: string | null
}

/**
 * Undefined for whoever has been there for long, or may have been: an employer entered for somebody known before says nothing of when.
 * @param key of the employer
 * @param watchedSince whom an import brought before, or on that day, is no news: it brought all who are there
 */
export function joiningOf(
  { jobSince, importedOn, formerJobs }: Joiner,
  key: string,
  watchedSince: CalendarDate | null,
  today: CalendarDate,
): Joining | undefined {
  const isNews = (day: CalendarDate | null): day is CalendarDate =>
    day !== null && day <= today && day >= earliestNews(today)
  if (isNews(jobSince)) {
    const last = lastJobBefore(formerJobs, jobSince)
    const before = last?.organization ?? null
    if (before !== null && organizationKeyOf(before) !== key) return { on: jobSince, before }
    if (before !== null) return undefined
  }
  if (!isNews(importedOn) || (watchedSince !== null && importedOn <= watchedSince)) return undefined
  return { on: importedOn, before: null }
}

/** The job that ended last, on the day or before. */
function lastJobBefore(
  jobs: Joiner['formerJobs'],
  day: CalendarDate,
): Joiner['formerJobs'][number] | undefined {
  return jobs
    .filter(({ untilOn }) => untilOn !== null && untilOn <= day)
    .sort((a, b) => ((a.untilOn ?? '') > (b.untilOn ?? '') ? -1 : 1))[0]
}

/** Somebody whom an import brought to a watched employer. */
export interface JoinedWatched {
  readonly name: string
  /** As the watch spells it. */
  readonly company: string
  readonly before: string | null
}
