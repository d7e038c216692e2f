/** Reads what to know before an event: those to be met, and who else is likely to be there. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import { contactsOf, type EventLine, livesThere, seriesKeyOf } from '../domain/event.ts'
import type { AlsoLikely, EventBrief } from '../domain/event-brief.ts'
import { findBrief } from './brief.ts'
import { shortIdOf } from './contact-list.ts'
import type { Database } from './driver.ts'
import { listEvents, withContacts } from './events.ts'

/** A list that is longer helps nobody to look out for them. */
const MOST_LIKELY = 10

export function getEventBrief(db: Database, event: EventLine, today: CalendarDate): EventBrief {
  const contacts = contactsOf(event)
  return {
    event,
    contacts: contacts.flatMap(({ uid }) => findBrief(db, uid, today) ?? []),
    alsoLikely: listAlsoLikely(db, event, new Set(contacts.map(({ uid }) => uid))),
  }
}

interface Likely {
  readonly uid: string
  readonly name: string
  readonly organization: string | null
  readonly location: string | null
}

/** Of the many who may live there only who is shown is read whole. CROSS JOIN keeps SQLite from going through everybody. */
const LIKELY = `
SELECT c.id AS uid, c.name, c.organization, c.location FROM (
  SELECT s.contact, s.contact NOT IN (SELECT value FROM json_each(:met)) AS is_new, s.last_counted_on, s.name_key
  FROM (
    SELECT value AS contact FROM json_each(:met)
    UNION SELECT l.id FROM json_each(:locations) g CROSS JOIN contact l ON l.location = g.value AND l.deleted IS NULL) k
  CROSS JOIN contact_state s ON s.contact = k.contact
  ORDER BY is_new, s.last_counted_on DESC, s.name_key, s.contact LIMIT :most) f
CROSS JOIN contact c ON c.id = f.contact ORDER BY f.is_new, f.last_counted_on DESC, f.name_key, f.contact`

/** Those met at an earlier event of the series first, then those who live there; each the last touched first. */
function listAlsoLikely(db: Database, event: EventLine, besides: ReadonlySet<string>): readonly AlsoLikely[] {
  const earlier = metEarlier(db, event)
  const locations = event.place === null ? [] : locationsAt(db, event.place)
  const rows = db.prepare(LIKELY).all({
    met: JSON.stringify([...earlier.keys()]),
    locations: JSON.stringify(locations),
    most: MOST_LIKELY + besides.size,
  }) as Likely[]
  return rows
    .filter(({ uid }) => !besides.has(uid))
    .slice(0, MOST_LIKELY)
    .map((row) => ({
      ...row,
      id: shortIdOf(db, row.uid),
      location: row.location !== null && locations.includes(row.location) ? row.location : null,
      metAt: earlier.get(row.uid) ?? null,
    }))
}

/** By uid: the last event of the series before this one. */
function metEarlier(
  db: Database,
  event: EventLine,
): ReadonlyMap<string, { readonly name: string; readonly on: CalendarDate }> {
  const series = seriesKeyOf(event.name)
  const before = listEvents(db)
    .filter(({ name, on }) => on < event.on && seriesKeyOf(name) === series)
    .sort((a, b) => compareText(a.on, b.on))
  return new Map(
    withContacts(db, before).flatMap(({ name, on, met }) =>
      met.map(({ uid }) => [uid, { name, on }] as const),
    ),
  )
}

/** The locations of contacts that are at this place, as they are spelt. */
function locationsAt(db: Database, place: string): readonly string[] {
  const all = db
    .prepare('SELECT DISTINCT location FROM contact WHERE location IS NOT NULL AND deleted IS NULL')
    .pluck()
    .all() as string[]
  return all.filter((location) => livesThere(location, place))
}
