/** Reading contacts: the line that lists show of each, and what else `show` tells. */

import { daysOverdueOn, latenessOn, standingOn } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import type { ContactDetails, ContactLine, ListedContact } from '../domain/contact-line.ts'
import type { Database } from './driver.ts'

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
]

const STATE = `
SELECT c.id,
  CASE WHEN (SELECT count(*) FROM contact x WHERE substr(x.id, -6) = substr(c.id, -6)) = 1 THEN substr(c.id, -6) END,
  c.name, c.organization, ci.name,
  CASE WHEN c.interval IS NULL THEN ci.interval ELSE nullif(c.interval, 'none') END,
  s.last_counted_on, t.channel, n.note, s.due_on, s.plain_due_on, s.interval_days, s.rests_until, s.snoozed_until,
  c.paused_on, c.starting, s.name_key, s.anchor_on, s.unanswered, s.last_attempt_on
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

/** The same with tags and addresses. */
export function getListed(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
): readonly ListedContact[] {
  const where = 'AND contact IN (SELECT value FROM json_each(?))'
  return withAddresses(getLines(db, uids, today), collectAddresses(db, where, JSON.stringify(uids)))
}

/** All live contacts, by name. */
export function listAll(db: Database, today: CalendarDate): readonly ListedContact[] {
  const rows = db.prepare(`${STATE} ORDER BY s.name_key, s.contact`).raw().all() as StateRow[]
  return withAddresses(
    rows.map((row) => toLine(db, row, today)),
    collectAddresses(db, ''),
  )
}

function withAddresses(
  lines: readonly ContactLine[],
  byContact: ReadonlyMap<string, Addresses>,
): readonly ListedContact[] {
  return lines.map((line) => {
    const { tag: tags, email: emails, phone: phones, url: urls } = byContact.get(line.uid) ?? NO_ADDRESSES
    return { ...line, tags, emails, phones, urls }
  })
}

interface Addresses {
  readonly tag: readonly string[]
  readonly email: readonly string[]
  readonly phone: readonly string[]
  readonly url: readonly string[]
}
type MutableAddresses = { -readonly [kind in keyof Addresses]: string[] }

const NO_ADDRESSES: Addresses = { tag: [], email: [], phone: [], url: [] }

/** Tags and contact points by contact, each kind in alphabetical order. */
function collectAddresses(
  db: Database,
  where: string,
  ...values: readonly string[]
): ReadonlyMap<string, Addresses> {
  const rows = db
    .prepare(
      `SELECT contact, kind, value FROM contact_point WHERE deleted IS NULL ${where}
       UNION ALL SELECT contact, 'tag', tag FROM contact_tag WHERE deleted IS NULL ${where} ORDER BY 1, 2, 3`,
    )
    .all(...values, ...values) as { contact: string; kind: keyof Addresses; value: string }[]
  const byContact = new Map<string, MutableAddresses>()
  for (const { contact, kind, value } of rows) {
    const addresses = byContact.get(contact) ?? { tag: [], email: [], phone: [], url: [] }
    byContact.set(contact, addresses)
    addresses[kind].push(value)
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
    id: shortId ?? longerIdOf(db, uid),
    name: row[2],
    organization: row[3],
    circle: row[4],
    interval: row[5],
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
  }
}

/** For the rare uids that share their last 6 characters with another. */
function longerIdOf(db: Database, uid: string): string {
  const others = db
    .prepare('SELECT id FROM contact WHERE substr(id, -6) = substr(:uid, -6) AND id <> :uid')
    .pluck()
    .all({ uid }) as string[]
  for (let length = 7; length < uid.length; length++) {
    const suffix = uid.slice(-length)
    if (!others.some((other) => other.endsWith(suffix))) return suffix
  }
  return uid
}

/** The short id of one contact, as {@link ContactLine.id}. */
export function shortIdOf(db: Database, uid: string): string {
  const sharing = db
    .prepare('SELECT count(*) FROM contact WHERE substr(id, -6) = substr(?, -6)')
    .pluck()
    .get(uid) as number
  return sharing === 1 ? uid.slice(-6) : longerIdOf(db, uid)
}

export function getDetails(db: Database, uid: string): ContactDetails {
  const row = db
    .prepare(
      `SELECT title, location, birthday, met_on AS metOn, met_at AS metAt, note, interval AS ownInterval FROM contact WHERE id = ?`,
    )
    .get(uid) as Omit<ContactDetails, 'aliases'>
  const aliases = db
    .prepare('SELECT alias FROM contact_alias WHERE contact = ? AND deleted IS NULL')
    .pluck()
    .all(uid) as string[]
  return { ...row, aliases: aliases.sort(compareText) }
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
