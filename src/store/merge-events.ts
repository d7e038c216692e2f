/** Merging what happened with a contact, and what is planned: dates, promises, touchpoints. */
import type { Beaten } from '../domain/contact-merge.ts'
import type { Database } from './driver.ts'
import { dateId } from './occasions.ts'
import { linkContact } from './touchpoints.ts'

interface DateRow {
  readonly id: string
  readonly label: string
  readonly date: string
  readonly yearly: number | null
  readonly notice: number | null
}

/** Each date of the one that goes, with the date of the survivor that has the same label. */
function listPaired(
  db: Database,
  into: string,
  from: string,
): readonly { readonly theirs: DateRow; readonly mine: DateRow | undefined; readonly id: string }[] {
  const rows = db.prepare('SELECT * FROM contact_date WHERE contact = ? AND deleted IS NULL ORDER BY id')
  const mine = new Map((rows.all(into) as DateRow[]).map((row) => [row.id, row]))
  return (rows.all(from) as DateRow[]).map((theirs) => {
    const id = dateId(into, theirs.label)
    return { theirs, mine: mine.get(id), id }
  })
}

/** Dates that cannot join, since the survivor has another one by that label. */
export function beatenDates(db: Database, into: string, from: string): readonly Beaten[] {
  return listPaired(db, into, from).flatMap(({ theirs, mine }) =>
    mine === undefined || mine.date === theirs.date ? [] : [{ what: theirs.label, value: theirs.date }],
  )
}

/** Wishes for a date follow it. Returns how many dates the survivor got. */
export function joinDates(db: Database, into: string, from: string): number {
  const insert = db.prepare(
    `INSERT INTO contact_date (id, contact, label, date, yearly, notice) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET label = excluded.label, date = excluded.date, yearly = excluded.yearly, notice = excluded.notice,
       deleted = NULL`,
  )
  const setNotice = db.prepare('UPDATE contact_date SET notice = ? WHERE id = ? AND notice IS NULL')
  const passOnWishes = db.prepare('UPDATE touchpoint SET occasion = ? WHERE occasion = ?')
  const paired = listPaired(db, into, from).filter(
    ({ theirs, mine }) => mine === undefined || mine.date === theirs.date,
  )
  for (const { theirs, mine, id } of paired) {
    if (mine === undefined) insert.run(id, into, theirs.label, theirs.date, theirs.yearly, theirs.notice)
    else setNotice.run(theirs.notice, id)
    passOnWishes.run(id, theirs.id)
  }
  return paired.filter(({ mine }) => mine === undefined).length
}

/** Promises pass over as they are: their ids are known to whoever types them. Returns how many. */
export function joinPromises(db: Database, into: string, from: string): number {
  const live = db.prepare('SELECT count(*) FROM promise WHERE contact = ? AND deleted IS NULL').pluck()
  const count = live.get(from) as number
  db.prepare('UPDATE promise SET contact = ? WHERE contact = ?').run(into, from)
  return count
}

/**
 * Links pass over, also those of touchpoints that may come back: touches are counted by their links, so the one that goes must not keep
 * any. Returns how many touchpoints the survivor was no part of before.
 */
export function joinTouchpoints(db: Database, into: string, from: string): number {
  const rows = db
    .prepare(
      `SELECT x.id, x.touchpoint, t.deleted IS NULL AS is_live,
         EXISTS (SELECT 1 FROM touchpoint_contact y WHERE y.touchpoint = x.touchpoint AND y.contact = :into AND y.deleted IS NULL) AS is_in
       FROM touchpoint_contact x JOIN touchpoint t ON t.id = x.touchpoint WHERE x.contact = :from AND x.deleted IS NULL ORDER BY x.id`,
    )
    .all({ into, from }) as { id: string; touchpoint: string; is_live: number; is_in: number }[]
  const remove = db.prepare('UPDATE touchpoint_contact SET deleted = 1 WHERE id = ?')
  for (const { id, touchpoint, is_in } of rows) {
    if (is_in === 0) linkContact(db, touchpoint, into)
    remove.run(id)
  }
  return rows.filter(({ is_live, is_in }) => is_live === 1 && is_in === 0).length
}
