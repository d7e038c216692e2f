/** Reads what a path is told with: the names of its contacts and of what they have in common, and how the first contact stands. */
import { type DueDates, standingOn } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Chain, Link } from '../domain/chain.ts'
import type { Ground } from '../domain/common-ground.ts'
import type { NamedContact, NamedLink, PathLine } from '../domain/path-line.ts'
import type { Database } from './driver.ts'
import { spellingOf } from './employers.ts'

interface Row extends NamedContact {
  readonly lastOn: CalendarDate | null
  readonly plainDueOn: CalendarDate | null
  readonly dueOn: CalendarDate | null
  readonly restsUntil: CalendarDate | null
}

export function readPathLines(
  db: Database,
  chains: readonly Chain[],
  today: CalendarDate,
): readonly PathLine[] {
  const uids = new Set(chains.flatMap(({ contacts }) => contacts.map(({ uid }) => uid)))
  const rows = new Map(readRows(db, [...uids]).map((row) => [row.uid, row]))
  const nameOf = namesOfGrounds(db)
  return chains.map(({ contacts, links, weight }) => {
    const first = rows.get(contacts[0]?.uid ?? '')
    return {
      contacts: contacts.map(({ uid }) => ({ uid, name: rows.get(uid)?.name ?? '' })),
      links: links.map((link) => namedLink(link, nameOf)),
      weight,
      lastTouchOn: first?.lastOn ?? today,
      standing: standingOn(first === undefined ? null : datesOf(first), today),
    }
  })
}

function readRows(db: Database, uids: readonly string[]): readonly Row[] {
  return db
    .prepare(
      `SELECT c.id AS uid, coalesce(c.name, '') AS name, s.last_counted_on AS lastOn, s.plain_due_on AS plainDueOn, s.due_on AS dueOn,
         s.rests_until AS restsUntil
       FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value CROSS JOIN contact_state s ON s.contact = c.id`,
    )
    .all(JSON.stringify(uids)) as Row[]
}

function datesOf({ plainDueOn, dueOn, restsUntil }: Row): DueDates | null {
  return plainDueOn === null || dueOn === null ? null : { plainDueOn, dueOn, restsUntil }
}

function namedLink(link: Link, nameOf: (ground: Ground) => string): NamedLink {
  if (link.kind === 'tie') return link
  const { ground, from, to } = link
  const name = nameOf(ground)
  return ground.kind === 'employer' ? { kind: 'employer', name, from, to } : { kind: ground.kind, name }
}

const NAMES = {
  group: 'SELECT name FROM contact_group WHERE id = ?',
  event: 'SELECT name FROM event WHERE id = ?',
} as const

/** Each is looked up once. */
function namesOfGrounds(db: Database): (ground: Ground) => string {
  const known = new Map<string, string>()
  return ({ kind, key }) => {
    const place = `${kind} ${key}`
    const found =
      known.get(place) ??
      (kind === 'employer'
        ? spellingOf(db, key)
        : (db.prepare(NAMES[kind]).pluck().get(key) as string | null | undefined)) ??
      ''
    known.set(place, found)
    return found
  }
}
