/** Queries of the help ledger: balances, and the entries behind them. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { BalanceLine, HelpSide } from '../domain/help.ts'
import type { HelpCount } from '../domain/vouch.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import type { Database } from './driver.ts'

/** The contacts of whom there is something to tell, found by two indexes. */
const KNOWN = `
SELECT contact FROM contact_state WHERE given + asked + received > 0
UNION SELECT contact FROM contact_state WHERE unanswered > 0`

const COLUMNS = `
SELECT s.contact AS uid, c.name, s.given, s.asked, s.received, s.unanswered, s.asks_since_give AS asksSinceGive`

export interface BalanceQuery {
  readonly today: CalendarDate
  readonly filter: ContactFilter
  readonly limit: number | undefined
}

/** First those of whom the user asked and got most over what they gave; then those with more reach-outs unanswered; then by name. */
export function listBalances(db: Database, { today, filter, limit }: BalanceQuery): readonly BalanceLine[] {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(
      `${COLUMNS} FROM (${KNOWN}) k JOIN contact_state s ON s.contact = k.contact JOIN contact c ON c.id = s.contact WHERE 1 ${where}
       ORDER BY s.asked + s.received - s.given DESC, s.unanswered DESC, s.name_key, s.contact LIMIT ?`,
    )
    .all(...values, limit ?? -1) as BalanceLine[]
}

/** How many {@link listBalances} would list without a limit. */
export function countBalances(db: Database, { today, filter }: BalanceQuery): number {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(
      `SELECT count(*) FROM (${KNOWN}) k JOIN contact_state s ON s.contact = k.contact WHERE 1 ${where}`,
    )
    .pluck()
    .get(...values) as number
}

/** Undefined where the contact is gone. */
export function findBalance(db: Database, contact: string): BalanceLine | undefined {
  return db
    .prepare(`${COLUMNS} FROM contact_state s JOIN contact c ON c.id = s.contact WHERE s.contact = ?`)
    .get(contact) as BalanceLine | undefined
}

interface HelpRow {
  readonly contact: string
  readonly side: HelpSide
  readonly kind: string
  readonly count: number
  readonly lastOn: CalendarDate
}

/** What was given and got, by contact, side and kind. */
export function countHelp(db: Database): ReadonlyMap<string, readonly HelpCount[]> {
  const rows = db
    .prepare(
      `SELECT x.contact, t.help AS side, coalesce(t.help_kind, 'other') AS kind, count(*) AS count, max(t.touched_on) AS lastOn
       FROM touchpoint t JOIN touchpoint_contact x ON x.touchpoint = t.id
       WHERE t.help IN ('gave', 'got') AND t.deleted IS NULL AND x.deleted IS NULL GROUP BY 1, 2, 3`,
    )
    .all() as HelpRow[]
  const byContact = new Map<string, HelpCount[]>()
  for (const { contact, ...count } of rows) {
    const counts = byContact.get(contact)
    if (counts === undefined) byContact.set(contact, [count])
    else counts.push(count)
  }
  return byContact
}

/** Contacts with one of these tags (as spelt in the database), each with the one it has. */
export function bearersOf(db: Database, tags: readonly string[]): ReadonlyMap<string, string> {
  const rows = db
    .prepare(
      'SELECT contact, tag FROM contact_tag WHERE deleted IS NULL AND tag IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(tags)) as { contact: string; tag: string }[]
  return new Map(rows.map(({ contact, tag }) => [contact, tag]))
}

/** Those of the contacts that are there still: the last touched first, those never touched last; then by name. */
export function lastTouchedFirst(db: Database, contacts: readonly string[]): readonly string[] {
  return db
    .prepare(
      `SELECT s.contact FROM json_each(?) g JOIN contact_state s ON s.contact = g.value
       ORDER BY s.last_counted_on DESC, s.name_key, s.contact`,
    )
    .pluck()
    .all(JSON.stringify(contacts)) as string[]
}
