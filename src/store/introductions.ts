/** Queries of table introduction. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  contactsOf,
  INTRODUCTION_STATES,
  type IntroductionDays,
  type IntroductionRecord,
  stateOf,
} from '../domain/introduction.ts'
import type { Change } from './command-log.ts'
import { markRemoved } from './contacts.ts'
import type { Database } from './driver.ts'
import { shortIdIn } from './short-ids.ts'

/** Contacts by uid; null stands for the user. */
export interface NewIntroduction {
  readonly a: string
  readonly b: string | null
  readonly introducer: string | null
  readonly purpose: string | null
  readonly outcome: string | null
  readonly days: IntroductionDays
}

export function insertIntroduction(change: Change, introduction: NewIntroduction): string {
  const { a, b, introducer, purpose, outcome, days } = introduction
  const uid = change.newId()
  change.db
    .prepare(
      `INSERT INTO introduction (id, a, b, introducer, purpose, outcome, offered_on, agreed_on, made_on, met_on, outcome_on, declined_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(uid, a, b, introducer, purpose, outcome, ...INTRODUCTION_STATES.map((state) => days[state]))
  return uid
}

export function setIntroductionDays(
  db: Database,
  uid: string,
  days: IntroductionDays,
  outcome: string | null,
): void {
  db.prepare(
    'UPDATE introduction SET offered_on = ?, agreed_on = ?, made_on = ?, met_on = ?, outcome_on = ?, declined_on = ?, outcome = ? WHERE id = ?',
  ).run(...INTRODUCTION_STATES.map((state) => days[state]), outcome, uid)
}

export function setPurpose(db: Database, uid: string, purpose: string): void {
  db.prepare('UPDATE introduction SET purpose = ? WHERE id = ?').run(purpose, uid)
}

/** @param touchpoint the uid of the one that it is recorded with; null for none. */
export function setIntroductionTouchpoint(db: Database, uid: string, touchpoint: string | null): void {
  db.prepare('UPDATE introduction SET touchpoint = ? WHERE id = ?').run(touchpoint, uid)
}

export function removeIntroduction(db: Database, uid: string): void {
  markRemoved(db, 'introduction', uid)
}

export interface IntroductionQuery {
  /** Only those that this contact is in, on whatever side. */
  readonly contact?: string
  /** Only those under way. */
  readonly isOpen?: boolean
  readonly limit?: number | undefined
}

/** The days of the states, as queries name them. */
export interface DaysRow {
  readonly offered: CalendarDate | null
  readonly agreed: CalendarDate | null
  readonly made: CalendarDate | null
  readonly met: CalendarDate | null
  readonly ended: CalendarDate | null
  readonly declined: CalendarDate | null
}

export function daysOf({ offered, agreed, made, met, ended, declined }: DaysRow): IntroductionDays {
  return { offered, agreed, made, met, outcome: ended, declined }
}

interface Row extends DaysRow {
  readonly uid: string
  readonly a: string
  readonly a_name: string | null
  readonly b: string | null
  readonly b_name: string | null
  readonly introducer: string | null
  readonly introducer_name: string | null
  readonly purpose: string | null
  readonly outcome: string | null
  readonly touchpoint: string | null
}

/** The day of the state it is in. */
const DAY = 'coalesce(i.declined_on, i.outcome_on, i.met_on, i.made_on, i.agreed_on, i.offered_on)'
const IS_OVER = '(coalesce(i.met_on, i.outcome_on, i.declined_on) IS NOT NULL)'

const COLUMNS = `
SELECT i.id AS uid, a.id AS a, a.name AS a_name, b.id AS b, b.name AS b_name, y.id AS introducer, y.name AS introducer_name, i.purpose, i.outcome,
  i.offered_on AS offered, i.agreed_on AS agreed, i.made_on AS made, i.met_on AS met, i.outcome_on AS ended, i.declined_on AS declined, i.touchpoint`

/**
 * Those whose contacts are all still there; another device may send one that names nobody, or has no day. A join in brackets would be made
 * of all contacts first.
 */
const FROM = `
FROM introduction i JOIN contact_state sa ON sa.contact = i.a JOIN contact a ON a.id = sa.contact
LEFT JOIN contact_state sb ON sb.contact = i.b LEFT JOIN contact b ON b.id = sb.contact
LEFT JOIN contact_state sy ON sy.contact = i.introducer LEFT JOIN contact y ON y.id = sy.contact
WHERE i.deleted IS NULL AND (i.b IS NULL) = (b.id IS NULL) AND (i.introducer IS NULL) = (y.id IS NULL)
  AND (b.id IS NOT NULL OR y.id IS NOT NULL) AND ${DAY} IS NOT NULL`

/** Those under way first, what waits longest at the top; then the finished ones, newest first. */
export function listIntroductions(
  db: Database,
  query: IntroductionQuery = {},
): readonly IntroductionRecord[] {
  const rows = db
    .prepare(
      `${COLUMNS} ${FROM} ${conditionsOf(query)}
       ORDER BY ${IS_OVER}, iif(${IS_OVER}, NULL, ${DAY}), iif(${IS_OVER}, NULL, i.id), ${DAY} DESC, i.id DESC LIMIT :limit`,
    )
    .all({ contact: query.contact ?? null, limit: query.limit ?? -1 }) as Row[]
  return toRecords(db, rows)
}

export function countIntroductions(db: Database, query: IntroductionQuery = {}): number {
  return db
    .prepare(`SELECT count(*) ${FROM} ${conditionsOf(query)}`)
    .pluck()
    .get({ contact: query.contact ?? null }) as number
}

function conditionsOf({ contact, isOpen }: IntroductionQuery): string {
  const about = `
    AND i.id IN (SELECT id FROM introduction WHERE a = :contact UNION SELECT id FROM introduction WHERE b = :contact
      UNION SELECT id FROM introduction WHERE introducer = :contact)`
  return `${contact === undefined ? '' : about} ${isOpen === true ? `AND NOT ${IS_OVER}` : ''}`
}

/** Introductions for completion, once for each contact in it, those under way first; at most `most` introductions. */
export function listIntroductionTexts(
  db: Database,
  most: number,
): readonly { readonly id: string; readonly name: string; readonly text: string }[] {
  return listIntroductions(db, { limit: most }).flatMap((introduction) => {
    const contacts = contactsOf(introduction)
    return contacts.map(({ uid, name }) => {
      const others = contacts.filter((other) => other.uid !== uid).map((other) => other.name)
      return { id: introduction.id, name, text: `${others.join(' and ')}, ${introduction.state}` }
    })
  })
}

/** Those whose uid ends so. */
export function findIntroductionsByEnd(db: Database, suffix: string): readonly IntroductionRecord[] {
  const rows = db
    .prepare(
      `${COLUMNS} ${FROM} AND substr(i.id, -6) = substr(:suffix, -6) AND substr(i.id, -length(:suffix)) = :suffix`,
    )
    .all({ suffix }) as Row[]
  return toRecords(db, rows)
}

/** @returns undefined where it, or a contact in it, is no longer there. */
export function findIntroduction(db: Database, uid: string): IntroductionRecord | undefined {
  return toRecords(db, db.prepare(`${COLUMNS} ${FROM} AND i.id = ?`).all(uid) as Row[])[0]
}

function toRecords(db: Database, rows: readonly Row[]): readonly IntroductionRecord[] {
  return rows.flatMap((row) => {
    const days = daysOf(row)
    const reached = stateOf(days)
    return reached === undefined ? [] : [{ ...toParties(db, row), days, ...reached }]
  })
}

function toParties(db: Database, row: Row): Omit<IntroductionRecord, 'days' | 'state' | 'on'> {
  return {
    uid: row.uid,
    id: shortIdIn(db, 'introduction', row.uid),
    a: { uid: row.a, name: row.a_name ?? '' },
    b: row.b === null ? null : { uid: row.b, name: row.b_name ?? '' },
    by: row.introducer === null ? null : { uid: row.introducer, name: row.introducer_name ?? '' },
    purpose: row.purpose,
    outcome: row.outcome,
    touchpoint: row.touchpoint,
  }
}
