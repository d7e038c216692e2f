/** Reads contacts with all that other programs can be given of them, a part at a time, each part with a few queries. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import type { ExportedContact } from '../domain/exported-contact.ts'
import { inverseOf } from '../domain/relation.ts'
import { type ContactFilter, conditionsOf } from './contact-filter.ts'
import { type ContactSets, readContactSets } from './contact-sets.ts'
import type { Database } from './driver.ts'
import { survivorOf } from './survivor.ts'

/** How many are read together. */
const PART = 500

const CONTACTS = `
SELECT c.id AS uid, c.name, c.organization, c.title, c.location, c.birthday, c.note, c.met_on AS metOn, c.met_at AS metAt,
  i.contact AS introducer, (SELECT name FROM contact WHERE id = i.contact) AS introducerName,
  ci.name AS circleName, ci.interval AS circleInterval, c.interval AS ownInterval,
  s.snoozed_until AS snoozedUntil, c.paused_on AS pausedOn, s.last_counted_on AS lastTouchOn, s.due_on AS dueOn
FROM json_each(?) g JOIN contact_state s ON s.contact = g.value JOIN contact c ON c.id = s.contact
LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL
LEFT JOIN contact_state i ON i.contact = c.introduced_by
ORDER BY g.key`

interface Row extends Omit<ExportedContact, keyof ContactSets | 'introducedBy' | 'circle' | 'relations'> {
  readonly introducer: string | null
  readonly introducerName: string | null
  readonly circleName: string | null
  readonly circleInterval: string | null
}

/** Those that the filter lets through, by uid. */
export function* exportContacts(
  db: Database,
  filter: ContactFilter,
  today: CalendarDate,
): Generator<ExportedContact> {
  for (const part of exportContactsInParts(db, filter, today)) yield* part
}

/** The same, some together: what else is asked of them can be asked of the part. */
export function* exportContactsInParts(
  db: Database,
  filter: ContactFilter,
  today: CalendarDate,
): Generator<readonly ExportedContact[]> {
  const { where, values } = conditionsOf(filter, 's', today)
  const uids = db
    .prepare(`SELECT s.contact FROM contact_state s WHERE 1 ${where} ORDER BY s.contact`)
    .pluck()
    .all(...values) as string[]
  for (let start = 0; start < uids.length; start += PART) yield readPart(db, uids.slice(start, start + PART))
}

function readPart(db: Database, uids: readonly string[]): readonly ExportedContact[] {
  const rows = db.prepare(CONTACTS).all(JSON.stringify(uids)) as Row[]
  const setsOf = readContactSets(db, uids)
  const relations = readRelations(db, uids)
  return rows.map(({ introducer, introducerName, circleName, circleInterval, ...row }) => {
    const { formerJobs, ...sets } = setsOf(row.uid)
    return {
      ...row,
      introducedBy: introducer === null ? null : { uid: introducer, name: introducerName ?? '' },
      circle: circleName === null ? null : { name: circleName, interval: circleInterval },
      ...sets,
      formerJobs: formerJobs.toReversed(),
      relations: relations.get(row.uid) ?? [],
    }
  })
}

interface RelationRow {
  readonly contact: string
  readonly kind: string
  readonly name: string
  readonly isOtherSide: number
}

const RELATIONS = `
SELECT x.contact, x.kind, c.name, x.isOtherSide FROM (
  SELECT g.value AS contact, r.kind, r.b AS other, 0 AS isOtherSide
  FROM json_each(:uids) g CROSS JOIN relation r ON r.a = g.value WHERE r.deleted IS NULL
  UNION ALL
  SELECT g.value, r.kind, r.a, 1 FROM json_each(:uids) g CROSS JOIN relation r ON r.b = g.value WHERE r.deleted IS NULL) x
JOIN contact_state s ON s.contact = x.other JOIN contact c ON c.id = x.other WHERE x.kind IS NOT NULL`

/** What each is to others, by kind and name. */
function readRelations(
  db: Database,
  uids: readonly string[],
): ReadonlyMap<string, readonly { readonly kind: string; readonly name: string }[]> {
  const rows = db.prepare(RELATIONS).all({ uids: JSON.stringify(uids) }) as RelationRow[]
  const relations = new Map<string, { kind: string; name: string }[]>()
  for (const { contact, kind, name, isOtherSide } of rows) {
    const relation = { kind: isOtherSide === 1 ? inverseOf(kind) : kind, name }
    relations.set(contact, [...(relations.get(contact) ?? []), relation])
  }
  for (const own of relations.values())
    own.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name))
  return relations
}

/** By contact: the uids of those that were merged into it. */
export function mergedUids(db: Database): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, string[]>()
  const uids = db.prepare('SELECT id FROM contact WHERE merged_into IS NOT NULL ORDER BY id').pluck().all()
  for (const uid of uids as string[]) {
    const survivor = survivorOf(db, uid)
    merged.set(survivor, [...(merged.get(survivor) ?? []), uid])
  }
  return merged
}
