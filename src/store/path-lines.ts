/** Reads what a path is told with: the names of its contacts and of what they have in common, and how near the first contact is. */
import { standingOn } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Chain, Link } from '../domain/chain.ts'
import type { Ground } from '../domain/common-ground.ts'
import type { DoorIndex } from '../domain/path.ts'
import type { NamedLink, PathLine } from '../domain/path-line.ts'
import type { Database } from './driver.ts'
import { employerName } from './employers.ts'

/** @param index the one that the chains were found in: it knows the contacts. */
export function readPathLines(
  db: Database,
  chains: readonly Chain[],
  index: DoorIndex,
  today: CalendarDate,
): readonly PathLine[] {
  const nameOf = namesOf(db, new Set(chains.flatMap(({ contacts }) => contacts.map(({ uid }) => uid))))
  const groundName = namesOfGrounds(db)
  const firsts = index.members(chains.flatMap(({ contacts }) => contacts[0]?.uid ?? []))
  return chains.map(({ contacts, links, weight }) => {
    const { lastOn, plainDueOn } = firsts.get(contacts[0]?.uid ?? '')?.nearness ?? NOWHERE
    return {
      contacts: contacts.map(({ uid }) => ({ uid, name: nameOf(uid) })),
      links: links.map((link) => namedLink(link, groundName)),
      weight,
      lastTouchOn: lastOn ?? today,
      // As it is weighed: without snoozes and rests.
      standing: standingOn(
        plainDueOn === null ? null : { plainDueOn, dueOn: plainDueOn, restsUntil: null },
        today,
      ),
    }
  })
}

const NOWHERE = { lastOn: null, plainDueOn: null }

function namesOf(db: Database, uids: ReadonlySet<string>): (uid: string) => string {
  const rows = db
    .prepare('SELECT c.id, c.name FROM json_each(?) g CROSS JOIN contact c ON c.id = g.value')
    .raw()
    .all(JSON.stringify([...uids])) as [uid: string, name: string | null][]
  const names = new Map(rows)
  return (uid) => names.get(uid) ?? ''
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
        ? employerName(db, key)
        : (db.prepare(NAMES[kind]).pluck().get(key) as string | null | undefined)) ??
      ''
    known.set(place, found)
    return found
  }
}
