/** No wall of red, applied: contacts just given a cadence that would all be due at once get starting days spread over their interval. */
import { standingOn } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Circle } from '../domain/circle.ts'
import { addInterval, findInterval, type Interval, subtractInterval } from '../domain/interval.ts'
import { type SpreadContact, spreadOver, startingDay } from '../domain/spread.ts'
import type { Change } from './command-log.ts'
import { setSnooze, setTrackedFrom } from './contacts.ts'
import { refreshDerived } from './derived.ts'
import type { Database } from './driver.ts'

interface PacedRow {
  readonly uid: string
  readonly name_key: string
  readonly last_counted_on: CalendarDate | null
  readonly met_on: CalendarDate | null
  readonly interval: string
  readonly interval_days: number
  readonly plain_due_on: CalendarDate
  readonly due_on: CalendarDate
  readonly rests_until: CalendarDate | null
  /** Whether an import brought it: one that was added by hand (its id is a UUIDv7) has a day to count from. */
  readonly is_imported: number
}

/** Contacts without a date to count from that get one starting day: of an import some hundred days are shared by thousands. */
interface StartingGroup {
  readonly start: CalendarDate
  readonly interval: Interval
  readonly rows: PacedRow[]
}

const ROWS = `
SELECT s.contact AS uid, s.name_key, s.last_counted_on, c.met_on, s.interval_days, s.plain_due_on, s.due_on, s.rests_until,
  CASE WHEN c.interval IS NULL THEN (SELECT interval FROM circle WHERE id = c.circle) ELSE c.interval END AS interval,
  c.imported IS NOT NULL AND substr(c.id, 15, 1) <> '7' AS is_imported
FROM json_each(?) g JOIN contact_state s ON s.contact = g.value JOIN contact c ON c.id = s.contact WHERE s.due_on IS NOT NULL`

/**
 * Spreads those of the contacts that would be due or cold today. An imported contact that was never touched and gets its first cadence
 * counts as due: nothing says that it is warm, and left alone all of an import would fall due on one day, an interval later.
 * @param unscheduled the contacts that had no cadence before.
 * @returns how many were given a starting day.
 */
export function paceContacts(
  change: Change,
  uids: readonly string[],
  today: CalendarDate,
  unscheduled: readonly string[],
): number {
  return pace(change, uids, today, unscheduled, (paced) => spreadOver(paced.map(spreadContactOf), today))
}

/**
 * The same for one contact that has just come into a circle, and got its first cadence there, while others may follow one by one: it
 * starts where the circle has most room ({@link startingDay}), and nobody else moves.
 */
export function paceNewMember(change: Change, uid: string, circle: Circle, today: CalendarDate): void {
  pace(change, [uid], today, [uid], () => {
    const until = addInterval(today, circle.interval)
    return new Map([
      [uid, startingDay(dueDaysOf(change.db, circle.uid, uid, today, until), today, circle.interval)],
    ])
  })
}

/** Gives those who would be due the starting days that `startsOf` finds for them. */
function pace(
  change: Change,
  uids: readonly string[],
  today: CalendarDate,
  unscheduled: readonly string[],
  startsOf: (paced: readonly PacedRow[]) => ReadonlyMap<string, CalendarDate>,
): number {
  refreshDerived(change.db)
  const rows = change.db.prepare(ROWS).all(JSON.stringify(uids)) as PacedRow[]
  const isFirst = new Set(unscheduled)
  const isUntouched = (row: PacedRow): boolean =>
    row.is_imported === 1 && row.last_counted_on === null && isFirst.has(row.uid)
  const paced = rows.filter((row) => wouldBeDue(row, today) || isUntouched(row))
  if (paced.length === 0) return 0
  const starts = startsOf(paced)
  const groups = new Map<string, StartingGroup>()
  for (const row of paced) {
    const [start, interval] = [starts.get(row.uid), findInterval(row.interval)]
    if (start === undefined || interval === undefined) continue
    if (isUntouched(row)) {
      const key = `${start} ${row.interval}`
      const group = groups.get(key) ?? { start, interval, rows: [] }
      groups.set(key, group)
      group.rows.push(row)
    } else setSnooze(change, row.uid, start, today, true)
  }
  for (const group of groups.values()) startTogether(change, group, today)
  return paced.length
}

/** How many of the circle's other members are due on each day from `from` until before `until`; days without any are left out. */
function dueDaysOf(
  db: Database,
  circle: string,
  except: string,
  from: CalendarDate,
  until: CalendarDate,
): ReadonlyMap<CalendarDate, number> {
  const rows = db
    .prepare(
      `SELECT s.due_on, count(*) FROM contact c JOIN contact_state s ON s.contact = c.id
       WHERE c.circle = ? AND c.id <> ? AND s.due_on >= ? AND s.due_on < ? GROUP BY s.due_on`,
    )
    .raw()
    .all(circle, except, from, until) as [CalendarDate, number][]
  return new Map(rows)
}

/** There is no date to count from yet: it is set so that one interval later is the starting day. */
function startTogether(change: Change, { start, interval, rows }: StartingGroup, today: CalendarDate): void {
  const trackedFrom = subtractInterval(start, interval)
  setTrackedFrom(
    change.db,
    rows.map(({ uid }) => uid),
    trackedFrom,
  )
  // No day lies three months before 31 May: from 28 February on, a snooze fills what is missing.
  if (addInterval(trackedFrom, interval) >= start) return
  for (const row of rows) {
    const isSnoozed = row.due_on > row.plain_due_on
    if (!isSnoozed) setSnooze(change, row.uid, start, today, true)
  }
}

function wouldBeDue(row: PacedRow, today: CalendarDate): boolean {
  const standing = standingOn(
    { plainDueOn: row.plain_due_on, dueOn: row.due_on, restsUntil: row.rests_until },
    today,
  )
  return standing === 'due' || standing === 'cold'
}

function spreadContactOf(row: PacedRow): SpreadContact {
  return {
    uid: row.uid,
    nameKey: row.name_key,
    lastCountedOn: row.last_counted_on,
    metOn: row.met_on,
    intervalDays: row.interval_days,
  }
}

/** Those of the contacts that have no cadence now, and are not paused. */
export function unscheduledAmong(db: Database, uids: readonly string[]): readonly string[] {
  return db
    .prepare(
      `SELECT s.contact FROM json_each(?) g JOIN contact_state s ON s.contact = g.value JOIN contact c ON c.id = s.contact
       WHERE s.due_on IS NULL AND c.paused_on IS NULL`,
    )
    .pluck()
    .all(JSON.stringify(uids)) as string[]
}
