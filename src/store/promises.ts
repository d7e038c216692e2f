/** Queries of table promise. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { NewPromise, PromiseRecord, PromiseState } from '../domain/promise.ts'
import type { Change } from './command-log.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import type { Database } from './driver.ts'
import { shortIdIn } from './short-ids.ts'

/** @param touchpoint the uid of the one in which it was made; null where it was made by itself. */
export function insertPromise(
  change: Change,
  contact: string,
  { text, on, isMine }: NewPromise,
  today: CalendarDate,
  touchpoint: string | null,
): string {
  const uid = change.newId()
  change.db
    .prepare(
      `INSERT INTO promise (id, contact, text, due_on, theirs, state, made_on, touchpoint) VALUES (?, ?, ?, ?, ?, 'open', ?, ?)`,
    )
    .run(uid, contact, text, on, isMine ? null : 1, today, touchpoint)
  return uid
}

/** Ends an open promise; returns whether it was open until now. */
export function closePromise(
  db: Database,
  uid: string,
  state: Exclude<PromiseState, 'open'>,
  today: CalendarDate,
): boolean {
  return (
    db
      .prepare(
        "UPDATE promise SET state = ?, closed_on = ? WHERE id = ? AND state = 'open' AND deleted IS NULL",
      )
      .run(state, today, uid).changes > 0
  )
}

export interface PromiseQuery {
  readonly today: CalendarDate
  readonly filter?: ContactFilter
  /** Only of this contact. */
  readonly contact?: string
  /** Only those made in a touchpoint of this event. */
  readonly event?: string
  /** Only mine, or only theirs. */
  readonly isMine?: boolean | undefined
  /** Also those that are done or dropped. */
  readonly hasClosed?: boolean
  /** Only those with a day, on this one or before. */
  readonly until?: CalendarDate
  readonly limit?: number | undefined
}

interface Row {
  readonly uid: string
  readonly short_id: string | null
  readonly text: string | null
  readonly due_on: CalendarDate | null
  readonly theirs: number | null
  readonly state: PromiseState | null
  readonly made_on: CalendarDate
  readonly closed_on: CalendarDate | null
  readonly contact: string
  readonly name: string
}

const COLUMNS = `
SELECT p.id AS uid,
  CASE WHEN (SELECT count(*) FROM promise x WHERE substr(x.id, -6) = substr(p.id, -6)) = 1 THEN substr(p.id, -6) END AS short_id,
  p.text, p.due_on, p.theirs, p.state, p.made_on, p.closed_on, c.id AS contact, c.name`

/** The open ones first, by day, those without one last; then the others, the last closed first (but by day where one is asked for). */
export function listPromises(db: Database, query: PromiseQuery): readonly PromiseRecord[] {
  const { from, values } = fromOf(query)
  // The open ones with a day come in the order of their index: of thousands only the first are read.
  const order =
    query.until === undefined
      ? "p.state <> 'open', p.closed_on DESC, p.due_on IS NULL, p.due_on, p.made_on, p.id"
      : 'p.due_on, p.made_on, p.id'
  const rows = db
    .prepare(`${COLUMNS} ${from} ORDER BY ${order} LIMIT ?`)
    .all(...values, query.limit ?? -1) as Row[]
  return rows.map((row) => toRecord(db, row))
}

export function countPromises(db: Database, query: PromiseQuery): number {
  const { from, values } = fromOf(query)
  return db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(...values) as number
}

/** Of live contacts only. */
function fromOf(query: PromiseQuery): { from: string; values: readonly string[] } {
  const { today, filter = {}, contact, event, isMine, hasClosed, until } = query
  const { where, values } = conditionsOf(filter, 's', today)
  const conditions = [
    'p.deleted IS NULL',
    ...(hasClosed === true ? [] : ["p.state = 'open'"]),
    ...(contact === undefined ? [] : ['p.contact = ?']),
    ...(event === undefined
      ? []
      : ['p.touchpoint IN (SELECT id FROM touchpoint WHERE event = ? AND deleted IS NULL)']),
    ...(until === undefined ? [] : ['p.due_on <= ?']),
    ...(isMine === undefined ? [] : [`p.theirs IS ${isMine ? '' : 'NOT '}NULL`]),
  ]
  return {
    from: `FROM promise p JOIN contact_state s ON s.contact = p.contact JOIN contact c ON c.id = p.contact
      WHERE ${conditions.join(' AND ')} ${where}`,
    values: [contact, event, until].filter((value) => value !== undefined).concat(values),
  }
}

/** Promises of live contacts, open or not, whose uid ends so. */
export function findPromisesByEnd(db: Database, suffix: string): readonly PromiseRecord[] {
  const rows = db
    .prepare(
      `${COLUMNS} FROM promise p JOIN contact_state s ON s.contact = p.contact JOIN contact c ON c.id = p.contact
       WHERE p.deleted IS NULL AND substr(p.id, -6) = substr(:suffix, -6) AND substr(p.id, -length(:suffix)) = :suffix`,
    )
    .all({ suffix }) as Row[]
  return rows.map((row) => toRecord(db, row))
}

/** The open promises for completion, those due first; at most `most`. */
export function listOpenTexts(
  db: Database,
  most: number,
): readonly { readonly id: string; readonly name: string; readonly text: string }[] {
  const rows = db
    .prepare(
      `SELECT p.id AS uid, c.name, p.text FROM promise p JOIN contact_state s ON s.contact = p.contact JOIN contact c ON c.id = p.contact
       WHERE p.state = 'open' AND p.deleted IS NULL ORDER BY p.due_on IS NULL, p.due_on, p.id LIMIT ?`,
    )
    .all(most) as { uid: string; name: string; text: string }[]
  return rows.map(({ uid, name, text }) => ({ id: shortIdIn(db, 'promise', uid), name, text }))
}

export function getPromise(db: Database, uid: string): PromiseRecord {
  const row = db
    .prepare(`${COLUMNS} FROM promise p JOIN contact c ON c.id = p.contact WHERE p.id = ?`)
    .get(uid) as Row
  return toRecord(db, row)
}

function toRecord(db: Database, row: Row): PromiseRecord {
  return {
    uid: row.uid,
    id: row.short_id ?? shortIdIn(db, 'promise', row.uid),
    contact: { uid: row.contact, name: row.name },
    text: row.text ?? '',
    on: row.due_on,
    isMine: row.theirs === null,
    state: row.state ?? 'open',
    madeOn: row.made_on,
    closedOn: row.closed_on,
  }
}
