/** Reads everything that is live, a part at a time: 100,000 contacts need not be in memory together. */
import { compareText } from '../domain/compare-text.ts'
import { MOST_TARGET } from '../domain/goal.ts'
import { GOAL_KINDS } from '../domain/goal-thing.ts'
import { PERIODS } from '../domain/period.ts'
import type { Relation } from '../domain/relation.ts'
import type {
  SnapshotCircle,
  SnapshotGoal,
  SnapshotMerger,
  SnapshotParts,
  SnapshotPromise,
  SnapshotSetting,
} from '../domain/snapshot.ts'
import type { Database } from './driver.ts'
import { readContacts } from './snapshot-contacts.ts'
import { readEvents, readGroups, readIntroductions, readOccasionUids, readWatches } from './snapshot-doors.ts'
import { hasLiveContact, readTouchpoints } from './snapshot-touchpoints.ts'
import { listFreezes } from './streak.ts'

/** What belongs to contacts is read with those of contacts that are live. Each object with its keys in the order of the file. */
export function readSnapshot(db: Database): SnapshotParts {
  return {
    settings: readSettings(db),
    circles: readCircles(db),
    contacts: readContacts(db),
    mergedContacts: readMergers(db),
    touchpoints: readTouchpoints(db, readOccasionUids(db)),
    promises: readPromises(db),
    relations: readRelations(db),
    notSame: readNotSame(db),
    goals: readGoals(db),
    freezes: listFreezes(db).map(({ from, to }) => ({ from, to })),
    introductions: readIntroductions(db),
    events: readEvents(db),
    groups: readGroups(db),
    watches: readWatches(db),
  }
}

function readSettings(db: Database): readonly SnapshotSetting[] {
  return db
    .prepare('SELECT id AS name, value FROM setting WHERE deleted IS NULL AND value IS NOT NULL ORDER BY id')
    .all() as SnapshotSetting[]
}

function readCircles(db: Database): readonly SnapshotCircle[] {
  return db
    .prepare(
      'SELECT id AS uid, name, interval FROM circle WHERE deleted IS NULL AND name IS NOT NULL AND interval IS NOT NULL ORDER BY id',
    )
    .all() as SnapshotCircle[]
}

/** Each with the contact that it is now, through however many mergers. Crosswise ones of two devices end nowhere. */
function readMergers(db: Database): readonly SnapshotMerger[] {
  return db
    .prepare(
      `WITH RECURSIVE chain (uid, into_uid) AS (
         SELECT id, merged_into FROM contact WHERE merged_into IS NOT NULL
         UNION SELECT chain.uid, c.merged_into FROM chain JOIN contact c ON c.id = chain.into_uid WHERE c.merged_into IS NOT NULL)
       SELECT chain.uid, chain.into_uid AS "into" FROM chain JOIN contact_state s ON s.contact = chain.into_uid ORDER BY 1, 2`,
    )
    .all() as SnapshotMerger[]
}

interface PromiseRow extends Omit<SnapshotPromise, 'isMine'> {
  readonly theirs: number | null
}

function readPromises(db: Database): readonly SnapshotPromise[] {
  const rows = db
    .prepare(
      `SELECT p.id AS uid, p.contact, p.text, p.due_on AS "on", p.theirs, coalesce(p.state, 'open') AS state, p.made_on AS madeOn,
         p.closed_on AS closedOn, CASE WHEN ${hasLiveContact('p.touchpoint')} THEN p.touchpoint END AS touchpoint
       FROM promise p JOIN contact_state s ON s.contact = p.contact WHERE p.deleted IS NULL AND p.text IS NOT NULL ORDER BY p.id`,
    )
    .all() as PromiseRow[]
  return rows.map(({ uid, contact, text, on, theirs, state, madeOn, closedOn, touchpoint }) => ({
    uid,
    contact,
    text,
    on,
    isMine: theirs !== 1,
    state,
    madeOn,
    closedOn,
    touchpoint,
  }))
}

function readRelations(db: Database): readonly Relation[] {
  return db
    .prepare(
      `SELECT r.a, r.kind, r.b FROM relation r JOIN contact_state x ON x.contact = r.a JOIN contact_state y ON y.contact = r.b
       WHERE r.deleted IS NULL AND r.kind IS NOT NULL ORDER BY r.a, r.kind, r.b`,
    )
    .all() as Relation[]
}

function readNotSame(db: Database): readonly { readonly a: string; readonly b: string }[] {
  return db
    .prepare(
      `SELECT n.a, n.b FROM not_same n JOIN contact_state x ON x.contact = n.a JOIN contact_state y ON y.contact = n.b
       WHERE n.deleted IS NULL ORDER BY n.a, n.b`,
    )
    .all() as { a: string; b: string }[]
}

/** Those that this netkeep knows how to count. */
function readGoals(db: Database): readonly SnapshotGoal[] {
  const rows = db
    .prepare('SELECT kind, detail, target, period, set_on AS setOn FROM goal WHERE deleted IS NULL')
    .all() as SnapshotGoal[]
  return rows
    .filter(
      ({ kind, target, period }) =>
        GOAL_KINDS.includes(kind) && PERIODS.includes(period) && target > 0 && target <= MOST_TARGET,
    )
    .sort(
      (a, b) =>
        compareText(a.kind, b.kind) ||
        compareText(a.detail ?? '', b.detail ?? '') ||
        PERIODS.indexOf(a.period) - PERIODS.indexOf(b.period),
    )
}
