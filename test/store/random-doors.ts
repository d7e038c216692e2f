/** Random rows of introductions, events, groups, watched employers and prospects, each written as one command. */
import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import { eventContactId } from '../../src/store/events.ts'
import { memberId } from '../../src/store/group-members.ts'
import { naturalId } from '../../src/store/ids.ts'
import type { Store } from '../../src/store/open.ts'
import type { SyncedTable } from '../../src/store/schema.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { watchId } from '../../src/store/watches.ts'
import type { Line } from './random-words.ts'

/** Stands for a command: what comes behind it says which rows are written. */
export const A_DOOR = 'door#'

/** One of several, by a number of any size. */
type Pick = (list: readonly string[]) => string

type Value = string | number | null
/** What a step chooses from: its numbers, in their order. */
interface Choice extends Change {
  readonly on: (daysAgo: number) => string
  /** The next number. */
  readonly next: () => number
  readonly pick: Pick
  /** A row of the table, live or not; empty where there is none. */
  readonly row: (table: SyncedTable) => string
  readonly put: (table: SyncedTable, id: string, values: Readonly<Record<string, Value>>) => void
}

const COMPANIES = ['Navy', 'NAVY Inc.', 'Univac', 'Bletchley']
const EVENTS = ['PyCon', 'pycon', 'A fair\u001b[31m']
const GROUPS = ['Job club', 'job club', 'Zürich "five"']

const DOORS: Readonly<Record<string, (choice: Choice) => void>> = {
  introduce({ newId, put, row, on, next, pick }) {
    const [a, other] = [row('contact'), row('contact')]
    if (a === other) return
    const isMine = next() % 2 === 0
    put('introduction', newId(), {
      a,
      [isMine ? 'b' : 'introducer']: other,
      purpose: pick(['a job', '']) || null,
      [pick(['offered_on', 'agreed_on', 'made_on'])]: on(20),
    })
  },
  move(choice) {
    const { put, row, on, next, pick } = choice
    const id = row('introduction')
    if (id === '') return
    if (next() % 4 === 0) put('introduction', id, { deleted: 1 })
    else if (next() % 2 === 0)
      put('introduction', id, {
        met_on: on(0),
        outcome_on: null,
        declined_on: null,
        touchpoint: touchpointOf(choice, id),
      })
    else {
      // Who declined has not met: no program writes both.
      const end = pick(['outcome_on', 'declined_on'])
      const cleared = end === 'declined_on' ? { met_on: null, outcome_on: null } : { declined_on: null }
      put('introduction', id, { ...cleared, [end]: on(0), outcome: pick(['hired', 'a "talk"']) })
    }
  },
  plan({ newId, put, on, next, pick }) {
    const daysAgo = (next() % 60) - 30
    const values = { name: pick(EVENTS), from_on: on(daysAgo), to_on: on(daysAgo - (next() % 3)) }
    put('event', newId(), { ...values, place: pick(['Berlin', '']) || null, goal: null })
  },
  meetAt({ put, row, next }) {
    const [event, contact] = [row('event'), row('contact')]
    if (event === '' || contact === '') return
    const deleted = next() % 4 === 0 ? 1 : null
    put('event_contact', eventContactId(event, contact), { event, contact, deleted })
  },
  attend({ put, row, next }) {
    const [touchpoint, event, meeting] = [row('touchpoint'), row('event'), row('meeting')]
    if (touchpoint !== '')
      put(
        'touchpoint',
        touchpoint,
        next() % 2 === 0 ? { event: event || null } : { meeting: meeting || null },
      )
  },
  found({ db, put, on, pick }) {
    const name = pick(GROUPS)
    if (isGroup(db, name)) return
    const id = naturalId('contact_group', name.toLowerCase())
    const values = { name, kind: 'job-club', interval: pick(['2w', '']) || null, tracked_from: on(30) }
    put('contact_group', id, { ...values, deleted: null })
  },
  rename({ db, put, row, next, pick }) {
    const [group, event] = [row('contact_group'), row('event')]
    const name = pick(['Circle of five', 'job club'])
    if (group !== '' && next() % 2 === 0 && !isGroup(db, name)) put('contact_group', group, { name })
    if (event !== '' && next() % 3 === 0) put('event', event, { deleted: 1 })
    if (group !== '' && next() % 5 === 0) put('contact_group', group, { deleted: 1 })
  },
  join({ put, row, on, next }) {
    const [group, contact] = [row('contact_group'), row('contact')]
    if (group === '' || contact === '') return
    const values = { contact_group: group, contact, joined_on: on(next() % 40) }
    put('group_member', memberId(group, contact), { ...values, deleted: next() % 4 === 0 ? 1 : null })
  },
  hold({ db, newId, put, row, on, next, pick }) {
    const group = row('contact_group')
    const day = on(next() % 40)
    const met = 'SELECT 1 FROM meeting WHERE contact_group = ? AND held_on = ? AND deleted IS NULL'
    if (group === '' || db.prepare(met).get(group, day) !== undefined) return
    put('meeting', newId(), { contact_group: group, held_on: day, note: pick(['about CVs', '']) || null })
  },
  watch({ put, on, next, pick }) {
    const organization = pick(COMPANIES)
    const deleted = next() % 4 === 0 ? 1 : null
    put('watch', watchId(organization), { organization, since: on(9), deleted })
  },
  prospect({ put, row, on, next }) {
    const contact = row('contact')
    if (contact === '') return
    put('contact', contact, { prospect_on: on(30), prospect_dropped_on: next() % 3 === 0 ? on(2) : null })
  },
}

/** No two groups are called the same. */
function isGroup(db: Change['db'], name: string): boolean {
  const sameName = 'SELECT 1 FROM contact_group WHERE lower(name) = lower(?) AND deleted IS NULL'
  return db.prepare(sameName).get(name) !== undefined
}

/** That of its making; a new one where there is none. */
function touchpointOf(change: Choice, introduction: string): string {
  const { a, b, introducer, touchpoint } = change.db
    .prepare('SELECT a, b, introducer, touchpoint FROM introduction WHERE id = ?')
    .get(introduction) as Record<'a' | 'b' | 'introducer' | 'touchpoint', string | null>
  if (touchpoint !== null) return touchpoint
  const contacts = introducer === null ? [a, b] : [introducer]
  return insertTouchpoint(
    change,
    {
      ...{ on: change.on(0) as CalendarDate, kind: 'counted', channel: null, direction: null },
      ...{ minutes: null, place: null, note: null },
      help: { side: introducer === null ? 'gave' : 'got', kind: 'introduction' },
    },
    contacts.filter((contact) => contact !== null),
  )
}

/** One of each. */
const FIRST = ['plan', 'found', 'introduce', 'hold', 'meetAt', 'join'].map((name) => DOORS[name])

const someNumbers = (count: number): fc.Arbitrary<readonly string[]> =>
  fc.array(fc.nat(99).map(String), { minLength: count, maxLength: count })

/** A door and the numbers from which it chooses. */
export const door: Line = fc
  .tuple(fc.constantFrom(...Object.keys(DOORS)), someNumbers(8))
  .map(([name, chosen]) => [A_DOOR, name, ...chosen])

/** What there is from the beginning, so that others find it. */
export const firstDoors: Line = someNumbers(24).map((chosen) => [A_DOOR, 'everything', ...chosen])

/** Writes the rows as one command. */
export function openDoor(store: Store, [, name = '', ...numbers]: readonly string[]): void {
  recordCommand(store, { typed: `test ${name}`, at: `${store.today}T12:00:00Z` }, (change) => {
    let used = 0
    const next = (): number => Number(numbers[used++ % numbers.length])
    const pick: Pick = (list) => list[next() % Math.max(list.length, 1)] ?? ''
    const choice: Choice = {
      ...change,
      next,
      pick,
      on: (daysAgo) => addDays(store.today, -daysAgo),
      row: (table) => pick(listIds(change, table)),
      put: (table, id, values) => putRow(change, table, id, values),
    }
    for (const open of name === 'everything' ? FIRST : [DOORS[name]]) open?.(choice)
  })
}

function listIds({ db }: Change, table: SyncedTable): readonly string[] {
  const only = table === 'contact' ? 'WHERE id IN (SELECT contact FROM contact_state)' : ''
  return db.prepare(`SELECT id FROM ${table} ${only} ORDER BY id`).pluck().all() as string[]
}

function putRow(
  { db }: Change,
  table: SyncedTable,
  id: string,
  values: Readonly<Record<string, Value>>,
): void {
  const columns = Object.keys(values)
  const set = columns.map((column) => `${column} = excluded.${column}`).join(', ')
  db.prepare(
    `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)}) ON CONFLICT (id) DO UPDATE SET ${set}`,
  ).run(id, ...Object.values(values))
}
