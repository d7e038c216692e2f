/** Prospects: the contacts marked as such. That one was reached is told by its touchpoints, and stands nowhere else. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import type { ProspectHistory, ProspectLine } from '../domain/prospect.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import { shortIdOf } from './contact-list.ts'
import type { Database } from './driver.ts'
import { shortIdIn } from './short-ids.ts'

/**
 * Makes the contact a prospect from this day on; one given up is taken up again, since the day it was one first.
 * @param circle for one that has neither circle nor interval, so that its cadence begins by itself with the answer.
 */
export function markProspect(db: Database, uid: string, today: CalendarDate, circle: string | null): void {
  db.prepare(
    `UPDATE contact SET prospect_on = coalesce(prospect_on, :today), prospect_dropped_on = NULL,
       circle = iif(circle IS NULL AND interval IS NULL, :circle, circle) WHERE id = :uid`,
  ).run({ uid, today, circle })
}

export function dropProspect(db: Database, uid: string, today: CalendarDate): void {
  db.prepare('UPDATE contact SET prospect_dropped_on = ? WHERE id = ?').run(today, uid)
}

/** Those of the contacts who are prospects and were not reached yet, given up or not. From them on: SQLite would begin with all who were never reached. */
export function unreachedAmong(db: Database, uids: readonly string[]): readonly string[] {
  return db
    .prepare(
      `SELECT c.id FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value JOIN contact_state s ON s.contact = c.id
       WHERE c.prospect_on IS NOT NULL AND s.last_counted_on IS NULL`,
    )
    .pluck()
    .all(JSON.stringify(uids)) as string[]
}

/** All prospects who were not reached yet, given up or not. */
export function listUnreached(db: Database): readonly string[] {
  return db
    .prepare(
      `SELECT c.id FROM contact c CROSS JOIN contact_state s ON s.contact = c.id
       WHERE c.prospect_on IS NOT NULL AND s.last_counted_on IS NULL ORDER BY c.id`,
    )
    .pluck()
    .all() as string[]
}

interface Row extends Omit<ProspectLine, 'id' | 'next' | 'state'> {
  readonly droppedOn: CalendarDate | null
  readonly promise: string | null
  readonly text: string | null
  readonly dueOn: CalendarDate | null
}

/** Of contact_state `s`, its contact `c` and its next step `p`. */
const COLUMNS = `
SELECT c.id AS uid, c.name, c.organization, c.prospect_on AS since, c.prospect_dropped_on AS droppedOn, s.unanswered AS attempts,
  s.last_attempt_on AS lastAttemptOn, p.id AS promise, p.text, p.due_on AS dueOn,
  (SELECT nullif(t.channel, '') FROM touchpoint_contact x JOIN touchpoint t ON t.id = x.touchpoint
   WHERE x.contact = c.id AND x.deleted IS NULL AND t.deleted IS NULL AND t.kind = 'attempt'
   ORDER BY t.touched_on DESC, t.recorded_at DESC, t.id DESC LIMIT 1) AS lastChannel`
const NEXT_STEP = `LEFT JOIN promise p ON p.id = (
  SELECT id FROM promise WHERE contact = c.id AND state = 'open' AND theirs IS NULL AND deleted IS NULL
  ORDER BY due_on IS NULL, due_on, made_on, id LIMIT 1)`

/** Prospects not reached and not given up: by the day of the next step; then those without one, the longest quiet first. */
export function listProspects(
  db: Database,
  today: CalendarDate,
  filter: ContactFilter,
  limit?: number,
): readonly ProspectLine[] {
  const { where, values } = conditionsOf(filter, 's', today)
  const rows = db
    .prepare(
      `${COLUMNS} FROM contact c CROSS JOIN contact_state s ON s.contact = c.id ${NEXT_STEP} WHERE ${IS_OPEN} ${where}
       ORDER BY p.id IS NULL, p.due_on IS NULL, p.due_on, coalesce(s.last_attempt_on, c.prospect_on), s.name_key, c.id LIMIT ?`,
    )
    .all(...values, limit ?? -1) as Row[]
  return rows.map((row) => toLine(db, row))
}

const IS_OPEN = 'c.prospect_on IS NOT NULL AND c.prospect_dropped_on IS NULL AND s.last_counted_on IS NULL'

export function countProspects(db: Database, today: CalendarDate, filter: ContactFilter): number {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(
      `SELECT count(*) FROM contact c CROSS JOIN contact_state s ON s.contact = c.id WHERE ${IS_OPEN} ${where}`,
    )
    .pluck()
    .get(...values) as number
}

/** These contacts as far as they are prospects not reached yet, given up or not, in the order given. */
export function getProspects(db: Database, uids: readonly string[]): readonly ProspectLine[] {
  const rows = db
    .prepare(
      `${COLUMNS} FROM json_each(?) g JOIN contact c ON c.id = g.value JOIN contact_state s ON s.contact = c.id ${NEXT_STEP}
       WHERE c.prospect_on IS NOT NULL AND s.last_counted_on IS NULL ORDER BY g.key`,
    )
    .all(JSON.stringify(uids)) as Row[]
  return rows.map((row) => toLine(db, row))
}

function toLine(db: Database, { droppedOn, promise, text, dueOn, ...row }: Row): ProspectLine {
  return {
    ...row,
    id: shortIdOf(db, row.uid),
    next: promise === null ? null : { id: shortIdIn(db, 'promise', promise), text: text ?? '', on: dueOn },
    state: droppedOn !== null ? 'dropped' : row.attempts > 0 ? 'tried' : 'new',
  }
}

interface HistoryRow {
  readonly uid: string
  readonly droppedOn: CalendarDate | null
  readonly on: CalendarDate | null
  readonly channel: string | null
  readonly isCounted: number
}

/**
 * All live contacts that became prospects on this day or later (null: ever), reached or not. The plus keeps SQLite from reading every
 * contact there is only to have them in order.
 */
export function listProspectHistories(db: Database, since: CalendarDate | null): readonly ProspectHistory[] {
  const rows = db
    .prepare(
      `SELECT c.id AS uid, c.prospect_dropped_on AS droppedOn, t.touched_on AS "on", nullif(t.channel, '') AS channel, t.kind IS NOT 'attempt' AS isCounted
       FROM contact c JOIN contact_state s ON s.contact = c.id
       LEFT JOIN touchpoint_contact x ON x.contact = c.id AND x.deleted IS NULL
       LEFT JOIN touchpoint t ON t.id = x.touchpoint AND t.deleted IS NULL AND t.kind IS NOT 'light'
       WHERE c.prospect_on >= ? ORDER BY +c.id, t.touched_on, coalesce(t.recorded_at, ''), t.id`,
    )
    .all(since ?? '') as HistoryRow[]
  const byContact = groupBy(
    rows,
    ({ uid }) => uid,
    (row) => row,
  )
  return [...byContact.values()].map((all) => ({
    droppedOn: all[0]?.droppedOn ?? null,
    touches: all.flatMap(({ on, channel, isCounted }) =>
      on === null ? [] : [{ on, channel, isCounted: isCounted === 1 }],
    ),
  }))
}
