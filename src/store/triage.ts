/** Imported contacts that wait for a circle. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { TriageCard, WaitingContact } from '../domain/triage.ts'
import { getDetails } from './contact-details.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import { getListed, shortIdOf } from './contact-list.ts'
import type { Database } from './driver.ts'
import { listTouchpoints } from './touchpoints.ts'

/** Of contact_state `s` and its contact `c`. A circle that is no more is none; a prospect waits for an answer first. */
const WAITS = `c.imported IS NOT NULL AND c.interval IS NULL AND c.paused_on IS NULL
  AND (c.prospect_on IS NULL OR s.last_counted_on IS NOT NULL)
  AND (c.circle IS NULL OR c.circle NOT IN (SELECT id FROM circle WHERE deleted IS NULL))`
const STATES = 'FROM contact_state s JOIN contact c ON c.id = s.contact'

/**
 * The uids of those who wait, the likely important first: by the number of touchpoints, whatever their kind, then by the latest of
 * them (of those never touched, by the day met), then by name.
 */
export function listWaiting(db: Database, today: CalendarDate, filter: ContactFilter): readonly string[] {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(
      `SELECT s.contact ${STATES} WHERE ${WAITS} ${where}
       ORDER BY s.touchpoints DESC, coalesce(s.last_on, c.met_on) DESC, s.name_key, s.contact`,
    )
    .pluck()
    .all(...values) as string[]
}

export function countWaiting(db: Database, today: CalendarDate, filter: ContactFilter): number {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(`SELECT count(*) ${STATES} WHERE ${WAITS} ${where}`)
    .pluck()
    .get(...values) as number
}

/** How a contact stands to triage: it waits, or it was removed, or else it has a circle or an interval, or is paused. */
export type WaitingState = 'waiting' | 'removed' | 'settled'

export function waitingStateOf(db: Database, uid: string): WaitingState {
  const waits = db.prepare(`SELECT ${WAITS} ${STATES} WHERE s.contact = ?`).pluck().get(uid)
  return waits === undefined ? 'removed' : waits === 1 ? 'waiting' : 'settled'
}

/** Whether an import ever brought anybody who is still there. */
export function hasImported(db: Database): boolean {
  return db.prepare(`SELECT 1 ${STATES} WHERE c.imported IS NOT NULL LIMIT 1`).get() !== undefined
}

type WaitingRow = Omit<WaitingContact, 'id'>

/** These contacts, in the order given. */
export function getWaiting(db: Database, uids: readonly string[]): readonly WaitingContact[] {
  const rows = db
    .prepare(
      `SELECT c.id AS uid, c.name, c.organization, c.title, s.touchpoints, s.last_on AS lastOn, c.met_on AS metOn
       FROM json_each(?) g JOIN contact_state s ON s.contact = g.value JOIN contact c ON c.id = s.contact ORDER BY g.key`,
    )
    .all(JSON.stringify(uids)) as WaitingRow[]
  return rows.map((row) => ({ ...row, id: shortIdOf(db, row.uid) }))
}

/** How many {@link getWaitingInParts} reads at once. */
const PART = 1000

/** The same for a list of any length, a part of it at a time; a contact removed meanwhile is left out. */
export function* getWaitingInParts(
  db: Database,
  uids: readonly string[],
): Generator<readonly WaitingContact[]> {
  for (let start = 0; start < uids.length; start += PART)
    yield getWaiting(db, uids.slice(start, start + PART))
}

/** @returns undefined where the contact waits no longer. */
export function findTriageCard(db: Database, uid: string, today: CalendarDate): TriageCard | undefined {
  const [contact] = getWaiting(db, [uid])
  const [line] = getListed(db, [uid], today)
  if (contact === undefined || line === undefined || waitingStateOf(db, uid) !== 'waiting') return undefined
  const { emails, urls } = line
  return { contact, details: getDetails(db, uid), emails, urls, last: listTouchpoints(db, uid, 1)[0] }
}
