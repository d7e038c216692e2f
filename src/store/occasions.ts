/** Queries of the dates of contacts: birthdays, which stand in table contact, and those of table contact_date. */
import { addDays, type CalendarDate, earlierDate, laterDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import { foldText } from '../domain/match-key.ts'
import {
  BIRTHDAY,
  DAYS_AFTER,
  dayToThinkOf,
  isKept,
  MOST_NOTICE_DAYS,
  monthDaysBetween,
  type Occasion,
  type OccasionLine,
  yearsOn,
} from '../domain/occasion.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { noticeDays } from './settings.ts'

export interface NewDate extends Occasion {
  readonly label: string
  /** Days of notice; null for those of the setting. */
  readonly notice: number | null
}

/** Adds a date, or changes the one that has this label, which keeps its notice where none is given. Not for birthdays. */
export function setContactDate(
  db: Database,
  contact: string,
  { label, date, isYearly, notice }: NewDate,
): void {
  db.prepare(
    `INSERT INTO contact_date (id, contact, label, date, yearly, notice) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET label = excluded.label, date = excluded.date, yearly = excluded.yearly,
       notice = CASE WHEN deleted IS NULL THEN coalesce(excluded.notice, notice) ELSE excluded.notice END, deleted = NULL`,
  ).run(dateId(contact, label), contact, label, date, isYearly ? 1 : null, notice)
}

/** Returns whether there was such a date. */
export function removeContactDate(db: Database, contact: string, label: string): boolean {
  return markRemoved(db, 'contact_date', dateId(contact, label))
}

export function dateId(contact: string, label: string, idOf: typeof naturalId = naturalId): string {
  return idOf('contact_date', contact, foldText(label))
}

interface Row {
  readonly key: string
  readonly label: string
  readonly date: string
  readonly yearly: number | null
  readonly notice: number | null
  readonly contact: string
  readonly name: string
  readonly name_key: string
  readonly last_counted_on: CalendarDate | null
}

const BIRTHDAYS = `
SELECT '${BIRTHDAY}' AS key, '${BIRTHDAY}' AS label, c.birthday AS date, 1 AS yearly, c.birthday_notice AS notice,
  c.id AS contact, c.name, s.name_key, s.last_counted_on
FROM contact c JOIN contact_state s ON s.contact = c.id WHERE c.birthday IS NOT NULL`
const DATES = `
SELECT d.id AS key, d.label, d.date, d.yearly, d.notice, c.id AS contact, c.name, s.name_key, s.last_counted_on
FROM contact_date d JOIN contact_state s ON s.contact = d.contact JOIN contact c ON c.id = d.contact WHERE d.deleted IS NULL`

/** All dates of a contact, each at its next day, the nearest first; single ones that are past last. */
export function listOccasionsOf(db: Database, contact: string, today: CalendarDate): readonly OccasionLine[] {
  const rows = db
    .prepare(`${BIRTHDAYS} AND c.id = :contact UNION ALL ${DATES} AND d.contact = :contact`)
    .all({ contact }) as Row[]
  return toLines(db, rows, today).sort(compareOccasions)
}

/** What dates are called, for completion; at most `most`. */
export function listDateLabels(db: Database, most: number): readonly string[] {
  return db
    .prepare('SELECT DISTINCT label FROM contact_date WHERE deleted IS NULL ORDER BY label LIMIT ?')
    .pluck()
    .all(most) as string[]
}

export interface OccasionQuery {
  readonly today: CalendarDate
  readonly filter: ContactFilter
  /** How far to look ahead; undefined for as far as the notice of each. */
  readonly until: CalendarDate | undefined
  /** At most so many; undefined for all. */
  readonly limit: number | undefined
  /** Whether those that were kept are left out: nothing is left to do about them. */
  readonly hidesKept: boolean
}

/** How many days are read first where only the first dates are wanted; each time twice as many. */
const FIRST_DAYS = 2

/**
 * The dates to think of, the earliest first: from some days ago, where they were not kept, to as many days ahead as each is to
 * be noticed, or up to the day asked for. Found by month and day in the indexes; those that have a notice of their own apart, so that a
 * long one lets nobody read the dates of all others up to there.
 */
export function listOccasions(db: Database, query: OccasionQuery): readonly OccasionLine[] {
  const { today, until, limit, hidesKept } = query
  const horizonOf = (notice: number): CalendarDate => laterDate(addDays(today, notice), until ?? null)
  const isNoticed = (line: OccasionLine): boolean =>
    !line.isPast && !(line.isKept && hidesKept) && line.on <= horizonOf(line.notice)
  const usual = horizonOf(noticeDays(db))
  const first = addDays(today, -DAYS_AFTER)
  // Within a year each month and day comes once; whatever lies further ahead is found by them too.
  const last = earlierDate(laterDate(usual, horizonOf(longestNotice(db))), addDays(first, MOST_NOTICE_DAYS))
  const found = new Map<string, OccasionLine>()
  let length = limit === undefined ? MOST_NOTICE_DAYS + 1 : FIRST_DAYS
  for (let from = first; from <= last; length *= 2) {
    const to = earlierDate(addDays(from, length - 1), last)
    const rows = [
      ...readRows(db, query, 'NOT NULL', from, to),
      ...(from <= usual ? readRows(db, query, 'NULL', from, earlierDate(to, usual)) : []),
    ]
    for (const line of toLines(db, rows, today).filter(isNoticed))
      found.set(`${line.contact.uid} ${line.key}`, line)
    if (limit !== undefined && [...found.values()].filter(({ on }) => on <= to).length >= limit) break
    from = addDays(to, 1)
  }
  return [...found.values()].sort(compareOccasions).slice(0, limit)
}

/** The dates with months and days from one day to another, with a notice of their own or without. */
function readRows(
  db: Database,
  { filter, today }: OccasionQuery,
  notice: 'NULL' | 'NOT NULL',
  from: CalendarDate,
  to: CalendarDate,
): readonly Row[] {
  const { where, values } = conditionsOf(filter, 's', today)
  const days = JSON.stringify(monthDaysBetween(from, to))
  const within = 'IN (SELECT value FROM json_each(?))'
  return db
    .prepare(
      `${BIRTHDAYS} AND c.birthday_notice IS ${notice} AND substr(c.birthday, -5) ${within} ${where}
       UNION ALL ${DATES} AND d.notice IS ${notice} AND substr(d.date, -5) ${within} ${where}`,
    )
    .all(days, ...values, days, ...values) as Row[]
}

/** The longest notice that any date has of its own. */
function longestNotice(db: Database): number {
  return db
    .prepare(
      `SELECT max(coalesce((SELECT max(notice) FROM contact_date WHERE notice IS NOT NULL), 0),
         coalesce((SELECT max(birthday_notice) FROM contact WHERE birthday_notice IS NOT NULL), 0))`,
    )
    .pluck()
    .get() as number
}

function toLines(db: Database, rows: readonly Row[], today: CalendarDate): OccasionLine[] {
  const wishes = readWishes(db, rows, today)
  const notice = noticeDays(db)
  return rows.map((row) => {
    const occasion = { date: row.date, isYearly: row.yearly === 1 }
    const wishedFor = wishes.get(`${row.contact} ${row.key}`) ?? []
    const kept = (on: CalendarDate): boolean => isKept({ on, wishedFor, lastTouchOn: row.last_counted_on })
    const on = dayToThinkOf(occasion, today, kept)
    return {
      key: row.key,
      contact: { uid: row.contact, name: row.name, nameKey: row.name_key },
      label: row.label,
      ...occasion,
      on: on ?? (row.date as CalendarDate),
      isPast: on === undefined,
      isKept: on !== undefined && kept(on),
      years: yearsOn(occasion, on ?? today),
      notice: row.notice ?? notice,
    }
  })
}

function compareOccasions(a: OccasionLine, b: OccasionLine): number {
  return (
    Number(a.isPast) - Number(b.isPast) ||
    compareText(a.on, b.on) ||
    compareText(a.contact.nameKey, b.contact.nameKey) ||
    compareText(a.label, b.label)
  )
}

/**
 * The days that wishes for the dates were for, by contact and key. Found through the wishes there are: going through the touchpoints of
 * every contact with a date took longer than all else that `due` reads.
 */
function readWishes(
  db: Database,
  rows: readonly Row[],
  today: CalendarDate,
): ReadonlyMap<string, readonly CalendarDate[]> {
  if (rows.length === 0) return new Map()
  const keys = JSON.stringify([...new Set(rows.map(({ key }) => key))])
  const found = db
    .prepare(
      `SELECT x.contact || ' ' || t.occasion AS key, t.occasion_on AS "on" FROM json_each(?) k
       CROSS JOIN touchpoint t ON t.occasion = k.value JOIN touchpoint_contact x ON x.touchpoint = t.id
       WHERE t.occasion IS NOT NULL AND t.occasion_on >= ? AND t.deleted IS NULL AND x.deleted IS NULL`,
    )
    .all(keys, addDays(today, -DAYS_AFTER)) as { key: string; on: CalendarDate }[]
  const byKey = new Map<string, CalendarDate[]>()
  for (const { key, on } of found) byKey.set(key, [...(byKey.get(key) ?? []), on])
  return byKey
}
