/** Queries of table contact_job: where contacts worked before. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type FormerJob, findResumedJob, isFormerJob, jobSince } from '../domain/job.ts'
import { foldText } from '../domain/match-key.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { REMOVED } from './schema.ts'

interface Job {
  readonly organization?: string | null
  readonly title?: string | null
}

/** To be called before organization or title are set to these: keeps what they take the place of, and the day from which they are known. */
export function noteJobChange(db: Database, contact: string, job: Job, today: CalendarDate): void {
  if (job.organization === undefined && job.title === undefined) return
  const before = db
    .prepare('SELECT organization, title, job_since AS since FROM contact WHERE id = ?')
    .get(contact) as { organization: string | null; title: string | null; since: CalendarDate | null }
  const now = {
    organization: job.organization === undefined ? before.organization : job.organization,
    title: job.title === undefined ? before.title : job.title,
  }
  if (now.organization === before.organization && now.title === before.title) return
  const former = formerJobsOf(db, contact)
  const resumed = findResumedJob(former, now, today)
  if (resumed !== undefined) markRemovedJob(db, resumed.id)
  else if (isFormerJob(before, now, today, former)) {
    addFormerJob(db, contact, { ...before, notedOn: before.since, untilOn: today })
  }
  const since = resumed === undefined ? jobSince(before, now, today) : resumed.notedOn
  db.prepare('UPDATE contact SET job_since = ? WHERE id = ?').run(since, contact)
}

export function addFormerJob(db: Database, contact: string, job: FormerJob): void {
  const { organization, title, notedOn, untilOn } = job
  db.prepare(
    `INSERT INTO contact_job (id, contact, organization, title, noted_on, until_on) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET organization = excluded.organization, title = excluded.title,
       noted_on = excluded.noted_on, until_on = excluded.until_on, deleted = NULL`,
  ).run(formerJobId(contact, job), contact, organization, title, notedOn, untilOn)
}

/** With the day it was noted: somebody may come back to an employer. */
export function formerJobId(
  contact: string,
  { organization, title, notedOn }: FormerJob,
  idOf: typeof naturalId = naturalId,
): string {
  return idOf('contact_job', contact, foldText(organization ?? ''), foldText(title ?? ''), notedOn ?? '')
}

/** A former job of which only the employer is known; nothing where one there is known already. */
export function addPastEmployer(db: Database, contact: string, organization: string): void {
  const key = foldText(organization)
  const isKnown = listFormerJobs(db, contact).some((job) => foldText(job.organization ?? '') === key)
  if (isKnown) return
  addFormerJob(db, contact, { organization, title: null, notedOn: null, untilOn: null })
}

/** Forgets the former jobs at an organization, however it is spelt. Returns whether there were any. */
export function removeFormerJobs(db: Database, contact: string, organization: string): boolean {
  const key = foldText(organization)
  const meant = formerJobsOf(db, contact).filter((job) => foldText(job.organization ?? '') === key)
  for (const { id } of meant) markRemovedJob(db, id)
  return meant.length > 0
}

function markRemovedJob(db: Database, id: string): void {
  db.prepare(`UPDATE contact_job SET deleted = ${REMOVED} WHERE id = ?`).run(id)
}

/** The newest first. */
export function listFormerJobs(db: Database, contact: string): readonly FormerJob[] {
  return formerJobsOf(db, contact).map(({ id: _, ...job }) => job)
}

function formerJobsOf(db: Database, contact: string): readonly (FormerJob & { readonly id: string })[] {
  return db
    .prepare(
      `SELECT id, organization, title, noted_on AS notedOn, until_on AS untilOn FROM contact_job
       WHERE contact = ? AND deleted IS NULL ORDER BY until_on DESC, noted_on DESC, organization, title, id`,
    )
    .all(contact) as (FormerJob & { readonly id: string })[]
}
