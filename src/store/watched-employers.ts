/** Reads what is known of the employers that the user watches. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { earliestNews, joiningOf } from '../domain/joining.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { findSecondDegree } from '../domain/path.ts'
import type { News, Watch, WatchedEmployer } from '../domain/watch.ts'
import { doorIndexOf, type Employed } from './door-index.ts'
import type { Database } from './driver.ts'
import { listFormerJobs } from './jobs.ts'
import { listWatches } from './watches.ts'

/** By name. */
export function readWatchedEmployers(db: Database, today: CalendarDate): readonly WatchedEmployer[] {
  return readEmployers(db, listWatches(db), today)
}

/** @throws Error where there is no such watch */
export function readWatchedEmployer(db: Database, uid: string, today: CalendarDate): WatchedEmployer {
  const watches = listWatches(db).filter((watch) => watch.uid === uid)
  const [employer] = readEmployers(db, watches, today)
  if (employer === undefined) throw new Error(`no watch ${uid}`)
  return employer
}

function readEmployers(
  db: Database,
  watches: readonly Watch[],
  today: CalendarDate,
): readonly WatchedEmployer[] {
  const index = doorIndexOf(db, today)
  const watched = watches.map((watch) => {
    const key = organizationKeyOf(watch.company)
    return { watch, key, staff: [...index.staffOf(key)].sort(byName) }
  })
  // Where somebody is known, the others are linked by working there; only for the rest has a link to be looked for.
  const strangers = watched
    .filter(({ staff }) => staff.every(({ nearness }) => nearness === null))
    .flatMap(({ staff }) => staff.map(({ uid }) => uid))
  const linked = findSecondDegree(strangers, index, today)
  return watched.map(({ watch, key, staff }) => {
    const touched = staff.flatMap(({ nearness }) => nearness?.lastOn ?? [])
    return {
      ...watch,
      there: staff.map(({ uid }) => uid),
      known: touched.length,
      secondDegree: staff
        .filter(({ uid, nearness }) => nearness === null && (touched.length > 0 || linked.has(uid)))
        .map(({ uid }) => uid),
      lastTouchOn: touched.sort().at(-1) ?? null,
      news: readNews(db, { key, staff, since: watch.since }, today),
    }
  })
}

/** In their order. */
export function namesOf(db: Database, uids: readonly string[]): readonly string[] {
  return db
    .prepare(
      "SELECT coalesce(c.name, '') FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value ORDER BY g.key",
    )
    .pluck()
    .all(JSON.stringify(uids)) as string[]
}

function byName(a: Employed, b: Employed): number {
  return a.nameKey < b.nameKey || (a.nameKey === b.nameKey && a.uid < b.uid) ? -1 : 1
}

interface JoinerRow {
  readonly uid: string
  readonly name: string
  readonly jobSince: CalendarDate | null
  readonly importedOn: CalendarDate | null
}

/** An import gives contacts ids of its own, see store/import-identity.ts. */
const JOINERS = `
SELECT c.id AS uid, coalesce(c.name, '') AS name, c.job_since AS jobSince,
  CASE WHEN substr(c.id, 15, 1) <> '7' THEN c.tracked_from END AS importedOn
FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value`

interface Staffed {
  readonly key: string
  readonly staff: readonly Employed[]
  /** Of the watch. */
  readonly since: CalendarDate | null
}

/** Only of those whose job is that new there can be news: an import that brings somebody brings the job. */
function readNews(db: Database, { key, staff, since }: Staffed, today: CalendarDate): readonly News[] {
  const earliest = earliestNews(today)
  const recent = staff.filter((one) => one.since !== null && one.since >= earliest)
  if (recent.length === 0) return []
  const rows = db.prepare(JOINERS).all(JSON.stringify(recent.map(({ uid }) => uid))) as JoinerRow[]
  return rows
    .flatMap(({ uid, name, jobSince, importedOn }): readonly News[] => {
      const joiner = { jobSince, importedOn, formerJobs: listFormerJobs(db, uid) }
      const joining = joiningOf(joiner, key, since, today)
      return joining === undefined ? [] : [{ uid, name, ...joining }]
    })
    .sort((a, b) => (a.on > b.on || (a.on === b.on && a.name < b.name) ? -1 : 1))
}
