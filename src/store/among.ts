/** Counting of certain contacts only. */
import { countContacts } from './contact-list.ts'
import type { Database } from './driver.ts'

/**
 * A condition on a link `x`, behind an AND; its value is that of {@link listOf}. A few contacts are looked up with all their touchpoints.
 * Of many, the days are gone through: the plus keeps SQLite from the index of contacts. Of 2,000 among 5,000, a year takes 9 ms instead
 * of 33.
 */
export function isAmong(db: Database, among: readonly string[] | undefined): string {
  if (among === undefined) return ''
  const contact = among.length * MANY > countContacts(db) ? '+x.contact' : 'x.contact'
  return isOneOf(contact, among)
}

/** The same of any column with the id of a contact. */
export function isOneOf(column: string, among: readonly string[] | undefined): string {
  return among === undefined ? '' : `AND ${column} IN (SELECT value FROM json_each(:among))`
}

/** So many-th part of all contacts takes as long either way. */
const MANY = 8

export function listOf(among: readonly string[] | undefined): string | null {
  return among === undefined ? null : JSON.stringify(among)
}
