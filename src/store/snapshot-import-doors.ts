/** Applies what a snapshot tells of introductions, events, groups and watched employers. */
import { isBefore, stateOf } from '../domain/introduction.ts'
import { foldText } from '../domain/match-key.ts'
import type { Snapshot, SnapshotEvent, SnapshotIntroduction, SnapshotMeeting } from '../domain/snapshot.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { eventContactId } from './events.ts'
import { memberId } from './group-members.ts'
import { type DaysRow, daysOf, setIntroductionDays, setIntroductionTouchpoint } from './introductions.ts'
import { noteMeeting } from './meetings.ts'
import { REMOVED } from './schema.ts'
import { rowWriter } from './snapshot-put.ts'
import { watchId } from './watches.ts'

/** The uid that a contact of the file has here; undefined where there is no such live contact. */
export type UidHere = (uid: string) => string | undefined

interface Came {
  readonly created: number
  /** What each of the file is here, by its uid there. */
  readonly meant: ReadonlyMap<string, string>
}

/** One that is here stays as it is; those to be met there are united. */
export function importEvents(db: Database, { events }: Snapshot, here: UidHere): Came {
  const known = db
    .prepare('SELECT id AS uid, deleted, name, from_on AS "from", to_on AS "to" FROM event')
    .all() as (KnownRow & SnapshotEvent)[]
  const meant = resolveByKey(events, known, eventKeyOf)
  const writer = rowWriter(db, 'event', ['name', 'from_on', 'to_on', 'place', 'goal'])
  const planned = rowWriter(db, 'event_contact', ['event', 'contact'])
  let created = 0
  for (const { uid: there, name, from, to, place, goal, contacts } of events) {
    const uid = meant.get(there) ?? there
    const outcome = writer.put(uid, name, from, to, place, goal)
    if (outcome === 'created') created++
    if (outcome === 'removed') continue
    for (const contact of contactsHere(contacts, here))
      planned.put(eventContactId(uid, contact, bulkNaturalId), uid, contact)
  }
  return { created, meant }
}

function eventKeyOf({ name, from, to }: Pick<SnapshotEvent, 'name' | 'from' | 'to'>): string {
  return JSON.stringify([foldText(name ?? ''), from, to])
}

/** One that is here keeps its name and interval; members and meetings are united, and so are the notes of a meeting. */
export function importGroups(
  db: Database,
  { groups }: Snapshot,
  here: UidHere,
): Came & { readonly meetings: ReadonlyMap<string, string> } {
  const known = db.prepare('SELECT id AS uid, deleted, name FROM contact_group').all() as (KnownRow & {
    name: string
  })[]
  const meant = resolveByKey(groups, known, ({ name }) => foldText(name ?? ''))
  const writer = rowWriter(db, 'contact_group', ['name', 'kind', 'interval', 'tracked_from'])
  const membership = rowWriter(db, 'group_member', ['contact_group', 'contact', 'joined_on'])
  const held = meetingsHere(db, groups, meant)
  const meeting = rowWriter(db, 'meeting', ['contact_group', 'held_on', 'note'])
  let created = 0
  for (const { uid: there, name, kind, interval, trackedFrom, members, meetings } of groups) {
    const uid = meant.get(there) ?? there
    const outcome = writer.put(uid, name, kind, interval, trackedFrom)
    if (outcome === 'created') created++
    if (outcome === 'removed') continue
    for (const { contact, joinedOn } of members) {
      const member = here(contact)
      if (member !== undefined) membership.put(memberId(uid, member, bulkNaturalId), uid, member, joinedOn)
    }
    for (const { uid: id, on, note } of meetings) {
      const known = held.get(id) ?? id
      if (meeting.put(known, uid, on, note) === 'there') noteMeeting(db, known, note)
    }
  }
  return { created, meant, meetings: held }
}

/** A group meets once a day: a meeting of the file is the one here of that day. */
function meetingsHere(
  db: Database,
  groups: Snapshot['groups'],
  meant: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = db
    .prepare('SELECT id AS uid, deleted, contact_group AS "group", held_on AS "on" FROM meeting')
    .all() as (KnownRow & SnapshotMeeting & { group: string })[]
  const told = groups.flatMap(({ uid, meetings }) =>
    meetings.map((meeting) => ({ ...meeting, group: meant.get(uid) ?? uid })),
  )
  return resolveByKey(told, known, ({ group, on }) => `${group} ${on}`)
}

/**
 * An introduction is whole or it is none: those in which somebody is not here are left out. To be called after the touchpoints were
 * imported, which one that has come further there brings along.
 */
export function importIntroductions(db: Database, { introductions }: Snapshot, here: UidHere): number {
  const writer = rowWriter(db, 'introduction', [
    ...['a', 'b', 'introducer', 'purpose', 'offered_on', 'agreed_on', 'made_on', 'met_on', 'outcome_on'],
    ...['declined_on', 'outcome', 'touchpoint'],
  ])
  const isFree = touchpointFinder(db)
  let created = 0
  for (const introduction of introductions) {
    const { uid, offeredOn, agreedOn, madeOn, metOn, outcomeOn, declinedOn, outcome, touchpoint } =
      introduction
    const { a, b, by } = introduction
    const among = [a, b, by].filter((contact) => contact !== null)
    if (contactsHere(among, here).size < among.length) continue
    const [one, other, introducer] = [a, b, by].map((contact) => contact && (here(contact) ?? null))
    const values = [one ?? null, other ?? null, introducer ?? null, introduction.for]
    const days = [offeredOn, agreedOn, madeOn, metOn, outcomeOn, declinedOn]
    const own = touchpoint !== null && isFree(uid, touchpoint, [one, other, introducer]) ? touchpoint : null
    const came = writer.put(uid, ...values, ...days, outcome, own)
    if (came === 'created') created++
    if (came === 'there') followIntroduction(db, introduction, own)
  }
  return created
}

/**
 * One that was recorded with no touchpoint here goes on to where it is there, and has its touchpoint: recorded here too, there would be
 * two. Where the user has taken that touchpoint away, by moving the introduction back, it stays as it is.
 */
function followIntroduction(db: Database, told: SnapshotIntroduction, own: string | null): void {
  const { uid, touchpoint, outcome } = told
  const here = db
    .prepare(
      'SELECT offered_on AS offered, agreed_on AS agreed, made_on AS made, met_on AS met, outcome_on AS ended, declined_on AS declined, touchpoint FROM introduction WHERE id = ?',
    )
    .get(uid) as DaysRow & { touchpoint: string | null }
  if (here.touchpoint !== null) return
  const deleted = db.prepare('SELECT ifnull(deleted, 0) FROM touchpoint WHERE id = ?').pluck().get(touchpoint)
  if (deleted === REMOVED) return
  const { offeredOn: offered, agreedOn: agreed, madeOn: made, metOn: met, outcomeOn: ended } = told
  const days = daysOf({ offered, agreed, made, met, ended, declined: told.declinedOn })
  const [before, after] = [stateOf(daysOf(here))?.state, stateOf(days)?.state]
  if (after !== undefined && (before === undefined || isBefore(before, after)))
    setIntroductionDays(db, uid, days, outcome)
  if (own !== null) setIntroductionTouchpoint(db, uid, own)
}

/**
 * Whether a touchpoint may be that of an introduction between these: what is here under its uid may be another one than the file's, and it
 * is removed with the introduction.
 */
function touchpointFinder(
  db: Database,
): (introduction: string, touchpoint: string, among: readonly (string | null | undefined)[]) => boolean {
  const isHelp = db.prepare(
    "SELECT 1 FROM touchpoint WHERE id = ? AND deleted IS NULL AND help_kind = 'introduction'",
  )
  const contacts = db
    .prepare('SELECT contact FROM touchpoint_contact WHERE touchpoint = ? AND deleted IS NULL')
    .pluck()
  const taken = new Map(
    db
      .prepare('SELECT touchpoint, id FROM introduction WHERE touchpoint IS NOT NULL AND deleted IS NULL')
      .raw()
      .all() as [string, string][],
  )
  return (introduction, touchpoint, among) =>
    isHelp.get(touchpoint) !== undefined &&
    (taken.get(touchpoint) ?? introduction) === introduction &&
    (contacts.all(touchpoint) as string[]).every((contact) => among.includes(contact))
}

export function importWatches(db: Database, { watches }: Snapshot): number {
  const writer = rowWriter(db, 'watch', ['organization', 'since'])
  return watches.filter(
    ({ organization, since }) =>
      writer.put(watchId(organization, bulkNaturalId), organization, since) === 'created',
  ).length
}

/** Each once: two of the file may be one here. */
function contactsHere(contacts: readonly string[], here: UidHere): ReadonlySet<string> {
  return new Set(contacts.map(here).filter((found) => found !== undefined))
}

interface KnownRow {
  readonly uid: string
  readonly deleted: number | null
}

/**
 * What each of the file is here: the same uid, else a live one of the same key. Two of a file are never one here, though they may be
 * called the same.
 */
function resolveByKey<Row extends { readonly uid: string }, Known extends KnownRow>(
  rows: readonly Row[],
  known: readonly Known[],
  keyOf: (row: Row | Known) => string,
): ReadonlyMap<string, string> {
  const told = new Set(
    known.filter(({ deleted }) => deleted === null || deleted === REMOVED).map(({ uid }) => uid),
  )
  const meant = new Map(rows.filter(({ uid }) => told.has(uid)).map(({ uid }) => [uid, uid]))
  const live = known.filter(({ uid, deleted }) => deleted === null && !meant.has(uid))
  const byKey = new Map(live.map((row) => [keyOf(row), row.uid]))
  for (const row of rows) {
    if (meant.has(row.uid)) continue
    const key = keyOf(row)
    meant.set(row.uid, byKey.get(key) ?? row.uid)
    byKey.delete(key)
  }
  return meant
}
