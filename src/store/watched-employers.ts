/** Reads what is known of the employers that the user watches. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { earliestNews, type Joiner, joiningOf } from '../domain/joining.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { findSecondDegree, type KnownMember } from '../domain/path.ts'
import type { News, Watch, WatchedEmployer } from '../domain/watch.ts'
import { doorIndexOf } from './door-index.ts'
import type { Database } from './driver.ts'
import { staffAt } from './employers.ts'
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
  listed: readonly Watch[],
  today: CalendarDate,
): readonly WatchedEmployer[] {
  const index = doorIndexOf(db, today)
  const watches = listed.map((watch) => ({ watch, there: staffOf(db, watch) }))
  const members = index.members([...new Set(watches.flatMap(({ there }) => there))])
  const others = [...members.values()].filter(({ nearness }) => nearness === null).map(({ uid }) => uid)
  const linked = findSecondDegree(others, index, today)
  return watches.map(({ watch, there }) => {
    const staff = there.flatMap((uid) => members.get(uid) ?? []).sort(byName)
    const touched = staff.flatMap(({ nearness }) => nearness?.lastOn ?? [])
    return {
      ...watch,
      there: staff.map(({ uid }) => uid),
      known: touched.length,
      secondDegree: staff.filter(({ uid }) => linked.has(uid)).map(({ uid }) => uid),
      lastTouchOn: touched.reduce<CalendarDate | null>(
        (last, on) => (last !== null && last > on ? last : on),
        null,
      ),
      news: readNews(db, watch, there, today),
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

function byName(a: KnownMember, b: KnownMember): number {
  return a.nameKey < b.nameKey || (a.nameKey === b.nameKey && a.uid < b.uid) ? -1 : 1
}

function staffOf(db: Database, { company }: Watch): readonly string[] {
  return staffAt(db, [organizationKeyOf(company)])
}

interface JoinerRow extends Omit<Joiner, 'formerJobs'> {
  readonly uid: string
  readonly name: string
}

/** Those of whom there may be news. An import gives contacts ids of its own, see store/import-identity.ts. */
const JOINERS = `
SELECT * FROM (
  SELECT c.id AS uid, coalesce(c.name, '') AS name, c.job_since AS jobSince,
    CASE WHEN substr(c.id, 15, 1) <> '7' THEN c.tracked_from END AS importedOn
  FROM json_each(:there) g CROSS JOIN contact c ON c.id = g.value)
WHERE jobSince >= :from OR importedOn >= :from`

function readNews(
  db: Database,
  { company, since }: Watch,
  there: readonly string[],
  today: CalendarDate,
): readonly News[] {
  const rows = db
    .prepare(JOINERS)
    .all({ there: JSON.stringify(there), from: earliestNews(today) }) as JoinerRow[]
  const key = organizationKeyOf(company)
  return rows
    .flatMap(({ uid, name, jobSince, importedOn }): readonly News[] => {
      const formerJobs = jobSince === null ? [] : listFormerJobs(db, uid)
      const joining = joiningOf({ jobSince, importedOn, formerJobs }, key, since, today)
      return joining === undefined ? [] : [{ uid, name, ...joining }]
    })
    .sort((a, b) => (a.on > b.on || (a.on === b.on && a.name < b.name) ? -1 : 1))
}
