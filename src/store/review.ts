/** Table review: what this device's review of the day has planned and skipped. All else about it follows from the facts. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Review, type ReviewItem, withSkip } from '../domain/review.ts'
import { inTransaction } from './command-log.ts'
import { referenceOf, type StoredDayPlan } from './day-plan.ts'
import type { Database } from './driver.ts'
import { countDue } from './due-list.ts'
import { listOccasionsOf } from './occasions.ts'
import type { Store } from './open.ts'

/** The review begun on that day; undefined without one, and for a row that is not as this netkeep writes them: it is worth no more than a day. */
export function findReview(db: Database, day: CalendarDate): Review | undefined {
  const row = db.prepare('SELECT minutes, items FROM review WHERE day = ?').get(day) as
    | { minutes: number; items: string }
    | undefined
  const plan = row === undefined ? undefined : parsePlan(row.items)
  return row === undefined || plan === undefined ? undefined : { day, minutes: row.minutes, ...plan }
}

function parsePlan(text: string): Pick<Review, 'items' | 'skipped'> | undefined {
  try {
    const plan: unknown = JSON.parse(text)
    return isPlan(plan) ? plan : undefined
  } catch {
    return undefined
  }
}

function isPlan(plan: unknown): plan is Pick<Review, 'items' | 'skipped'> {
  if (typeof plan !== 'object' || plan === null || !('items' in plan) || !('skipped' in plan)) return false
  const { items, skipped } = plan
  return (
    Array.isArray(items) &&
    items.every(isItem) &&
    Array.isArray(skipped) &&
    skipped.every((reference) => typeof reference === 'string')
  )
}

function isItem(item: Partial<ReviewItem> | null): boolean {
  return (
    item !== null &&
    (item.kind === 'contact' || item.kind === 'promise' || item.kind === 'date') &&
    typeof item.reference === 'string' &&
    typeof item.contact === 'string' &&
    (item.on === null || typeof item.on === 'string') &&
    typeof item.minutes === 'number'
  )
}

/** It is no command: it changes nothing that is shared or could be undone. */
export function storeReview(store: Store, review: Review): void {
  inTransaction(store, (db) => writeReview(db, review))
}

/** Skips an item, or no longer. Read and written in one transaction: another shell may review too, or have planned the day anew. */
export function setSkipped(store: Store, day: CalendarDate, reference: string, isSkipped: boolean): void {
  inTransaction(store, (db) => {
    const review = findReview(db, day)
    if (review !== undefined) writeReview(db, withSkip(review, reference, isSkipped))
  })
}

function writeReview(db: Database, { day, minutes, items, skipped }: Review): void {
  db.prepare(
    `INSERT INTO review (id, day, minutes, items) VALUES (1, :day, :minutes, :items)
     ON CONFLICT (id) DO UPDATE SET day = excluded.day, minutes = excluded.minutes, items = excluded.items`,
  ).run({ day, minutes, items: JSON.stringify({ items, skipped }) })
}

/** What a plan has to walk through, in its order. A date ahead is for thinking of: nothing is done about it yet. */
export function reviewItemsOf(plan: StoredDayPlan, today: CalendarDate): readonly ReviewItem[] {
  return [
    ...[...plan.due, ...plan.early].map(({ line, by, minutes, isEarly }) => ({
      kind: 'contact' as const,
      reference: line.uid,
      contact: line.uid,
      on: line.dueOn,
      minutes,
      by,
      isEarly,
    })),
    ...plan.promises.map(({ promise, minutes }) => ({
      kind: 'promise' as const,
      reference: promise.uid,
      contact: promise.contact.uid,
      on: promise.on,
      minutes,
      by: null,
      isEarly: false,
    })),
    ...plan.dates
      .filter(({ date }) => date.on <= today)
      .map(({ date, minutes }) => ({
        kind: 'date' as const,
        reference: referenceOf(date),
        contact: date.contact.uid,
        on: date.on,
        minutes,
        by: null,
        isEarly: false,
      })),
  ]
}

/** How many contacts are due whom the review neither has nor has skipped. */
export function countDueBesides(db: Database, { day: today, items, skipped }: Review): number {
  const known = [...items.map(({ reference }) => reference), ...skipped]
  const stillDue = db
    .prepare(
      `SELECT count(*) FROM json_each(?) g JOIN contact_state s ON s.contact = g.value
       WHERE s.due_on <= ? AND (s.rests_until IS NULL OR s.rests_until <= ?)`,
    )
    .pluck()
    .get(JSON.stringify([...new Set(known)]), today, today) as number
  return countDue(db, { today, until: today, limit: undefined, filter: {} }) - stillDue
}

/** Whether the review of that day has still to come to this item. */
export function isToDo(db: Database, { day, skipped }: Review, item: ReviewItem): boolean {
  return !skipped.includes(item.reference) && isOpen(db, item, day)
}

/** Whether there is still something to do: it is open until a touch, a snooze or the like has moved its day; and again after an undo. */
export function isOpen(
  db: Database,
  { kind, reference, contact, on }: ReviewItem,
  today: CalendarDate,
): boolean {
  switch (kind) {
    case 'contact':
      return (
        db
          .prepare(
            'SELECT 1 FROM contact_state WHERE contact = ? AND due_on = ? AND (rests_until IS NULL OR rests_until <= ?)',
          )
          .get(reference, on, today) !== undefined
      )
    case 'promise':
      return (
        db
          .prepare(
            `SELECT 1 FROM promise JOIN contact_state ON contact_state.contact = promise.contact
             WHERE promise.id = ? AND promise.due_on IS ? AND state = 'open' AND deleted IS NULL`,
          )
          .get(reference, on) !== undefined
      )
    case 'date':
      return listOccasionsOf(db, contact, today).some(
        (date) => referenceOf(date) === reference && date.on === on && !date.isKept,
      )
  }
}
