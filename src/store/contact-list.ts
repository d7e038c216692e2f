/** Reading contacts: the line that lists show of each. */

import { daysOverdueOn, latenessOn, standingOn } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { PointKind } from '../domain/contact.ts'
import type { ContactLine, ListedContact } from '../domain/contact-line.ts'
import { findInterval } from '../domain/interval.ts'
import type { TraitKind } from '../domain/trait.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import type { Database } from './driver.ts'
import { shortIdIn } from './short-ids.ts'

/** A row of {@link STATE} as an array: with a name at every value, a long list takes a fifth longer to read. */
type StateRow = readonly [
  uid: string,
  shortId: string | null,
  name: string,
  organization: string | null,
  circle: string | null,
  interval: string | null,
  lastCountedOn: CalendarDate | null,
  channel: string | null,
  note: string | null,
  dueOn: CalendarDate | null,
  plainDueOn: CalendarDate | null,
  intervalDays: number | null,
  restsUntil: CalendarDate | null,
  snoozedUntil: CalendarDate | null,
  pausedOn: CalendarDate | null,
  starting: number | null,
  nameKey: string,
  anchorOn: CalendarDate | null,
  unanswered: number,
  lastAttemptOn: CalendarDate | null,
  prospectOn: CalendarDate | null,
  droppedOn: CalendarDate | null,
]

const STATE = `
SELECT c.id,
  CASE WHEN (SELECT count(*) FROM contact x WHERE substr(x.id, -6) = substr(c.id, -6)) = 1 THEN substr(c.id, -6) END,
  c.name, c.organization, ci.name,
  CASE WHEN c.interval IS NULL THEN ci.interval ELSE nullif(c.interval, 'none') END,
  s.last_counted_on, nullif(t.channel, ''), n.note, s.due_on, s.plain_due_on, s.interval_days, s.rests_until, s.snoozed_until,
  c.paused_on, c.starting, s.name_key, s.anchor_on, s.unanswered, s.last_attempt_on,
  c.prospect_on, c.prospect_dropped_on
FROM contact_state s JOIN contact c ON c.id = s.contact
LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL
LEFT JOIN touchpoint t ON t.id = s.last_touchpoint
LEFT JOIN touchpoint n ON n.id = s.last_note_touchpoint`

/** These contacts, in the order given. */
export function getLines(db: Database, uids: readonly string[], today: CalendarDate): readonly ContactLine[] {
  const rows = db
    .prepare(`${STATE} JOIN json_each(?) g ON g.value = s.contact ORDER BY g.key`)
    .raw()
    .all(JSON.stringify(uids)) as StateRow[]
  return rows.map((row) => toLine(db, row, today))
}

/** How many contacts {@link getLinesInParts} reads at once. */
const PART = 50

/**
 * The same for a list of any length, a part of it at a time: no more than one part has to be in memory. Nor have the 16 MB of pages
 * that SQLite would keep: reading with 2 takes no longer. Each part is of its own moment, since no lock may be held while others print it:
 * a contact removed meanwhile is not in it.
 */
export function* getLinesInParts(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
): Generator<readonly ContactLine[]> {
  db.pragma('cache_size = -2000')
  for (let start = 0; start < uids.length; start += PART) {
    yield getLines(db, uids.slice(start, start + PART), today)
  }
}

/** More of these at once: each part asks three tables more, and with parts of 50 a list of 100,000 takes twice as long. */
const LISTED_PART = 1000

/** The same with tags, addresses and traits. */
export function* getListedInParts(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
): Generator<readonly ListedContact[]> {
  for (let start = 0; start < uids.length; start += LISTED_PART) {
    yield getListed(db, uids.slice(start, start + LISTED_PART), today)
  }
}

export function getListed(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
): readonly ListedContact[] {
  return listedFrom(db, getLines(db, uids, today))
}

function listedFrom(db: Database, lines: readonly ContactLine[]): readonly ListedContact[] {
  const byContact = collectLists(
    db,
    lines.map(({ uid }) => uid),
  )
  return lines.map((line) => ({ ...line, ...(byContact.get(line.uid) ?? NO_LISTS) }))
}

/** All live contacts, or those that the filter lets through, by name. */
export function listAll(
  db: Database,
  today: CalendarDate,
  filter: ContactFilter = {},
): readonly ListedContact[] {
  return getListed(db, listMatching(db, today, filter), today)
}

/** Orders of contacts, each on top of the one by name; those that have no such value come last. `?` is the day that is asked about. */
const ORDERS = {
  name: '',
  due: 's.due_on IS NULL, s.due_on,',
  last: 's.last_counted_on DESC,',
  lateness: 's.due_on IS NULL, (julianday(?) - julianday(s.due_on)) / s.interval_days DESC,',
  organization: 'c.organization IS NULL, folded_words(c.organization),',
} as const
export type ListOrder = keyof typeof ORDERS
export const LIST_ORDERS: readonly string[] = Object.keys(ORDERS)

/** The uids of all live contacts, or of those that the filter lets through. */
export function listMatching(
  db: Database,
  today: CalendarDate,
  filter: ContactFilter,
  order: ListOrder = 'name',
): readonly string[] {
  const { where, values } = conditionsOf(filter, 's', today)
  return db
    .prepare(
      `SELECT s.contact FROM contact_state s JOIN contact c ON c.id = s.contact WHERE 1 ${where}
       ORDER BY ${ORDERS[order]} s.name_key, s.contact`,
    )
    .pluck()
    .all(...values, ...(order === 'lateness' ? [today] : [])) as string[]
}

type Lists = Omit<ListedContact, keyof ContactLine>
type MutableLists = { -readonly [kind in keyof Lists]: string[] }

/** Which list the rows of each kind belong to. */
const LIST_OF = {
  tag: 'tags',
  email: 'emails',
  phone: 'phones',
  url: 'urls',
  interest: 'interests',
  cause: 'causes',
  offers: 'offers',
  'looks-for': 'looksFor',
} as const satisfies Readonly<Record<PointKind | TraitKind | 'tag', keyof Lists>>

const emptyLists = (): MutableLists => ({
  tags: [],
  emails: [],
  phones: [],
  urls: [],
  interests: [],
  causes: [],
  offers: [],
  looksFor: [],
})
const NO_LISTS: Lists = emptyLists()

/** Tags, contact points and traits by contact, each kind in alphabetical order behind what is preferred. */
function collectLists(db: Database, uids: readonly string[]): ReadonlyMap<string, Lists> {
  const given = JSON.stringify(uids)
  const where = 'deleted IS NULL AND contact IN (SELECT value FROM json_each(?))'
  const rows = db
    .prepare(
      `SELECT contact, kind, preferred IS NULL, value FROM contact_point WHERE ${where}
       UNION ALL SELECT contact, 'tag', 1, tag FROM contact_tag WHERE ${where}
       UNION ALL SELECT contact, kind, 1, value FROM contact_trait WHERE ${where} ORDER BY 1, 2, 3, 4`,
    )
    .all(given, given, given) as { contact: string; kind: keyof typeof LIST_OF; value: string }[]
  const byContact = new Map<string, MutableLists>()
  for (const { contact, kind, value } of rows) {
    const lists = byContact.get(contact) ?? emptyLists()
    byContact.set(contact, lists)
    lists[LIST_OF[kind]].push(value)
  }
  return byContact
}

function toLine(db: Database, row: StateRow, today: CalendarDate): ContactLine {
  const [uid, shortId] = [row[0], row[1]]
  const [dueOn, plainDueOn, intervalDays, restsUntil] = [row[9], row[10], row[11], row[12]]
  const cadence =
    dueOn === null || plainDueOn === null || intervalDays === null
      ? null
      : { plainDueOn, dueOn, intervalDays, restsUntil }
  return {
    uid,
    id: shortId ?? shortIdOf(db, uid),
    name: row[2],
    organization: row[3],
    circle: row[4],
    // What cannot be read, as a newer netkeep may write it on another device, is none.
    interval: findInterval(row[5] ?? '') === undefined ? null : row[5],
    lastTouchOn: row[6],
    lastChannel: row[7],
    lastNote: row[8],
    dueOn,
    daysOverdue: cadence === null ? null : daysOverdueOn(cadence, today),
    lateness: cadence === null ? null : latenessOn(cadence, today),
    standing: standingOn(cadence, today),
    snoozedUntil: row[13],
    pausedOn: row[14],
    isStarting: row[15] === 1,
    nameKey: row[16],
    anchorOn: row[17],
    plainDueOn,
    intervalDays,
    restsUntil,
    unanswered: row[18],
    lastAttemptOn: row[19],
    prospect: row[20] === null || row[6] !== null ? null : { since: row[20], droppedOn: row[21] },
  }
}

/** The short id of one contact, as {@link ContactLine.id}. */
export function shortIdOf(db: Database, uid: string): string {
  return shortIdIn(db, 'contact', uid)
}

/** The tags in use, in order. From each to the next by the index: there are few tags on very many contacts. */
export function listTags(db: Database): readonly string[] {
  return db
    .prepare(
      `WITH RECURSIVE known(tag) AS (
         SELECT min(tag) FROM contact_tag
         UNION ALL SELECT (SELECT min(tag) FROM contact_tag WHERE tag > known.tag) FROM known WHERE tag IS NOT NULL)
       SELECT tag FROM known WHERE EXISTS (SELECT 1 FROM contact_tag t WHERE t.tag = known.tag AND t.deleted IS NULL)`,
    )
    .pluck()
    .all() as string[]
}

/** How many live contacts have this folded whole name or e-mail address, for the remark about a possible duplicate. */
export function countMatches(db: Database, kind: 'name' | 'email', key: string): number {
  return db
    .prepare('SELECT count(*) FROM match_key WHERE kind = ? AND key = ?')
    .pluck()
    .get(kind, key) as number
}

export function countContacts(db: Database): number {
  return db.prepare('SELECT count(*) FROM contact_state').pluck().get() as number
}
