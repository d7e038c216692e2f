/** Draws what opens doors: introductions, events with whom was met there, groups with their meetings, watched employers, prospects. */
import { addDays, type CalendarDate } from '../src/domain/calendar-date.ts'
import type { Change } from '../src/store/command-log.ts'
import { insertTouchpoint } from '../src/store/touchpoints.ts'
import { addWatch } from '../src/store/watches.ts'
import type { Random } from './random.ts'
import { NOTES, ORGANIZATIONS, PLACES } from './words.ts'

/** The part of all contacts that has any of each. */
const INTRODUCED = 0.02
const PROSPECT = 0.01
/** One for so many contacts. */
const CONTACTS_PER_GROUP = 400
/** However many contacts: nobody has time for more. */
const MOST_GROUPS = 12
const CONTACTS_PER_EVENT = 400
const MEETINGS = 12
const WATCHED = 10

const STATES = ['offered_on', 'agreed_on', 'made_on', 'met_on', 'outcome_on'] as const

export function addDoors(
  change: Change,
  random: Random,
  today: CalendarDate,
  contacts: readonly string[],
): void {
  const { db } = change
  for (const contact of contacts) {
    if (random.chance(INTRODUCED)) addIntroduction(change, random, today, contact, contacts)
    if (random.chance(PROSPECT))
      db.prepare('UPDATE contact SET prospect_on = ? WHERE id = ?').run(
        addDays(today, -random.below(200)),
        contact,
      )
  }
  for (let left = Math.min(MOST_GROUPS, contacts.length / CONTACTS_PER_GROUP); left > 0; left--)
    addGroup(change, random, today, drawSome(random, contacts, 6 + random.below(20)))
  for (let left = contacts.length / CONTACTS_PER_EVENT; left > 0; left--)
    addEvent(change, random, today, drawSome(random, contacts, 10 + random.below(30)))
  for (const company of drawSome(random, ORGANIZATIONS, WATCHED)) addWatch(db, company, today)
}

function drawSome(random: Random, all: readonly string[], count: number): readonly string[] {
  return [...new Set(Array.from({ length: count }, () => random.pick(all)))]
}

/** A third of them the user received, from somebody. */
function addIntroduction(
  { db, newId }: Change,
  random: Random,
  today: CalendarDate,
  contact: string,
  others: readonly string[],
): void {
  const other = random.pick(others)
  if (other === contact) return
  const [b, introducer] = random.chance(0.3) ? [null, other] : [other, null]
  const reached = random.below(STATES.length)
  const first = random.below(900)
  const days = STATES.map((_, nth) => (nth > reached ? null : addDays(today, nth * 7 - 40 - first)))
  db.prepare(
    `INSERT INTO introduction (id, a, b, introducer, purpose, ${STATES.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(newId(), contact, b, introducer, random.pick(NOTES), ...days)
}

function addGroup(
  { db, newId }: Change,
  random: Random,
  today: CalendarDate,
  members: readonly string[],
): void {
  const group = newId()
  db.prepare(
    "INSERT INTO contact_group (id, name, kind, interval, tracked_from) VALUES (?, ?, 'mastermind', '1m', ?)",
  ).run(group, `${random.pick(PLACES)} circle of ${random.pick(ORGANIZATIONS)}`, addDays(today, -700))
  for (const member of members)
    db.prepare('INSERT INTO group_member (id, contact_group, contact, joined_on) VALUES (?, ?, ?, ?)').run(
      newId(),
      group,
      member,
      addDays(today, -random.below(700)),
    )
  for (let nth = 1; nth <= MEETINGS; nth++)
    db.prepare('INSERT INTO meeting (id, contact_group, held_on) VALUES (?, ?, ?)').run(
      newId(),
      group,
      addDays(today, -30 * nth),
    )
}

/** A tenth lies ahead; of those planned for one that is over, half were met. */
function addEvent(change: Change, random: Random, today: CalendarDate, contacts: readonly string[]): void {
  const { db, newId } = change
  const event = newId()
  const on = addDays(today, random.below(1500) * -1 + 150)
  db.prepare('INSERT INTO event (id, name, from_on, to_on, place) VALUES (?, ?, ?, ?, ?)').run(
    event,
    `${random.pick(ORGANIZATIONS)} days`,
    on,
    addDays(on, 2),
    random.pick(PLACES),
  )
  for (const contact of contacts) {
    db.prepare('INSERT INTO event_contact (id, event, contact) VALUES (?, ?, ?)').run(newId(), event, contact)
    if (on > today || random.chance(0.5)) continue
    const note = random.pick(NOTES)
    const met = {
      on,
      channel: 'event',
      note,
      direction: null,
      kind: 'counted',
      minutes: null,
      place: null,
    } as const
    const touchpoint = insertTouchpoint(change, met, [contact])
    db.prepare('UPDATE touchpoint SET event = ? WHERE id = ?').run(event, touchpoint)
  }
}
