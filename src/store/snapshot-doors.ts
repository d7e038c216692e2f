/** Reads introductions, events, groups and watched employers for a snapshot. */
import { groupBy } from '../domain/group-by.ts'
import type {
  SnapshotEvent,
  SnapshotGroup,
  SnapshotIntroduction,
  SnapshotMeeting,
  SnapshotMember,
  SnapshotWatch,
} from '../domain/snapshot.ts'
import type { Database } from './driver.ts'
import { IS_EVENT, LAST_DAY } from './event-rows.ts'
import { hasLiveContact } from './snapshot-touchpoints.ts'

/** What can be told of; another device may know no more of it than that it is there. */
const IS_GROUP = 'deleted IS NULL AND name IS NOT NULL'
const IS_MEETING = 'deleted IS NULL AND held_on IS NOT NULL'

/** Those in which everybody is a contact still: without one of them it would be another introduction. */
export function readIntroductions(db: Database): readonly SnapshotIntroduction[] {
  const isContact = (column: string): string =>
    `EXISTS (SELECT 1 FROM contact_state WHERE contact = ${column})`
  return db
    .prepare(
      `SELECT id AS uid, a, b, introducer AS "by", purpose AS "for", offered_on AS offeredOn, agreed_on AS agreedOn, made_on AS madeOn,
         met_on AS metOn, outcome_on AS outcomeOn, declined_on AS declinedOn, outcome,
         CASE WHEN ${hasLiveContact('i.touchpoint')} THEN i.touchpoint END AS touchpoint
       FROM introduction i
       WHERE deleted IS NULL AND ${isContact('a')} AND (b IS NULL OR ${isContact('b')}) AND (introducer IS NULL OR ${isContact('introducer')})
         AND coalesce(b, introducer) IS NOT NULL
         AND coalesce(offered_on, agreed_on, made_on, met_on, outcome_on, declined_on) IS NOT NULL ORDER BY id`,
    )
    .all() as SnapshotIntroduction[]
}

export function readEvents(db: Database): readonly SnapshotEvent[] {
  const events = db
    .prepare(
      `SELECT id AS uid, name, from_on AS "from", ${LAST_DAY} AS "to", place, goal FROM event
       WHERE ${IS_EVENT} ORDER BY id`,
    )
    .all() as Omit<SnapshotEvent, 'contacts'>[]
  const planned = db
    .prepare(
      `SELECT x.event, x.contact FROM event_contact x JOIN contact_state s ON s.contact = x.contact
       WHERE x.deleted IS NULL ORDER BY x.contact`,
    )
    .all() as { event: string; contact: string }[]
  const contacts = groupBy(
    planned,
    ({ event }) => event,
    ({ contact }) => contact,
  )
  return events.map((event) => ({ ...event, contacts: contacts.get(event.uid) ?? [] }))
}

export function readGroups(db: Database): readonly SnapshotGroup[] {
  const groups = db
    .prepare(
      `SELECT id AS uid, name, kind, interval, tracked_from AS trackedFrom FROM contact_group WHERE ${IS_GROUP} ORDER BY id`,
    )
    .all() as Omit<SnapshotGroup, 'members' | 'meetings'>[]
  const members = membersByGroup(db)
  const meetings = meetingsByGroup(db)
  return groups.map((group) => ({
    ...group,
    members: members.get(group.uid) ?? [],
    meetings: meetings.get(group.uid) ?? [],
  }))
}

function membersByGroup(db: Database): ReadonlyMap<string, readonly SnapshotMember[]> {
  const rows = db
    .prepare(
      `SELECT m.contact_group AS "of", m.contact, m.joined_on AS joinedOn
       FROM group_member m JOIN contact_state s ON s.contact = m.contact WHERE m.deleted IS NULL ORDER BY m.contact`,
    )
    .all() as (SnapshotMember & { of: string })[]
  return groupBy(
    rows,
    ({ of }) => of,
    ({ contact, joinedOn }) => ({ contact, joinedOn }),
  )
}

function meetingsByGroup(db: Database): ReadonlyMap<string, readonly SnapshotMeeting[]> {
  const rows = db
    .prepare(
      `SELECT contact_group AS "of", id AS uid, held_on AS "on", note FROM meeting WHERE ${IS_MEETING} ORDER BY id`,
    )
    .all() as (SnapshotMeeting & { of: string })[]
  return groupBy(
    rows,
    ({ of }) => of,
    ({ uid, on, note }) => ({ uid, on, note }),
  )
}

export function readWatches(db: Database): readonly SnapshotWatch[] {
  return db
    .prepare(
      'SELECT organization, since FROM watch WHERE deleted IS NULL AND organization IS NOT NULL ORDER BY organization, id',
    )
    .all() as SnapshotWatch[]
}

/** The uids of all events and meetings that a snapshot tells of: touchpoints refer to these alone. */
export function readOccasionUids(db: Database): ReadonlySet<string> {
  const uids = db
    .prepare(
      `SELECT id FROM event WHERE ${IS_EVENT}
       UNION ALL SELECT id FROM meeting WHERE ${IS_MEETING} AND contact_group IN (SELECT id FROM contact_group WHERE ${IS_GROUP})`,
    )
    .pluck()
    .all() as string[]
  return new Set(uids)
}
