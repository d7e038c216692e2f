/** Everything that a database holds, as netkeep's own JSON has it: what is live, and nothing that follows from the rest. */
import type { CalendarDate } from './calendar-date.ts'
import type { ContactFields, PointKind } from './contact.ts'
import type { GoalThing } from './goal-thing.ts'
import type { RowReport, SourceRow } from './import-file.ts'
import type { FormerJob } from './job.ts'
import type { Period } from './period.ts'
import type { NewPromise, PromiseState } from './promise.ts'
import type { Relation } from './relation.ts'
import type { Touchpoint } from './touchpoint.ts'
import type { Trait } from './trait.ts'

/** Of the format. It grows where an older netkeep would misread a file; fields that it does not know it leaves out. */
export const SNAPSHOT_VERSION = 1

export interface SnapshotSetting {
  readonly name: string
  readonly value: string
}

export interface SnapshotCircle {
  readonly uid: string
  readonly name: string
  readonly interval: string
}

export interface SnapshotPoint {
  readonly kind: PointKind
  readonly value: string
  readonly label: string | null
  readonly isPreferred: boolean
}

export interface SnapshotDate {
  /** What wishes for it are stored with. */
  readonly uid: string
  readonly label: string
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly date: string
  readonly isYearly: boolean
  /** Days; null for those of the setting. */
  readonly notice: number | null
}

export interface SnapshotSnooze {
  readonly until: CalendarDate
  readonly setOn: CalendarDate
  readonly recordedAt: string
  /** Whether netkeep chose the day, as a starting day. */
  readonly isStarting: boolean
}

type SaidFields = Readonly<Record<string, string | null>>
/** The fields as the first source gave them, with its name in `by`; those of further sources in `more`. */
type SnapshotMemory = Readonly<Record<string, string | null | Readonly<Record<string, SaidFields>>>>

export interface SnapshotContact extends ContactFields {
  readonly uid: string
  /** Since when organization and title are known. */
  readonly jobSince: CalendarDate | null
  /** Days; null for those of the setting. */
  readonly birthdayNotice: number | null
  /** Uid of the circle. */
  readonly circle: string | null
  /** Its own, `2w`; `none` for no cadence; null for the circle's. */
  readonly interval: string | null
  readonly trackedFrom: CalendarDate
  readonly pausedOn: CalendarDate | null
  /** Since when it is, or was, somebody to reach. */
  readonly prospectOn: CalendarDate | null
  readonly prospectDroppedOn: CalendarDate | null
  readonly snooze: SnapshotSnooze | null
  readonly points: readonly SnapshotPoint[]
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly traits: readonly Trait[]
  readonly dates: readonly SnapshotDate[]
  readonly formerJobs: readonly FormerJob[]
  readonly properties: readonly string[]
  /** What imports said of it, as domain/import-memory.ts has it in the database. */
  readonly imported: SnapshotMemory | null
}

/** A contact that has gone into another: whoever imports it again means that one. */
export interface SnapshotMerger {
  readonly uid: string
  readonly into: string
}

export interface SnapshotTouchpoint extends Required<Touchpoint> {
  readonly uid: string
  /** Its place in the order of recording, see {@link findRecordedAtClock}. */
  readonly recordedAt: string | null
  /** Uids, in order. */
  readonly contacts: readonly string[]
}

export interface SnapshotPromise extends NewPromise {
  readonly uid: string
  readonly contact: string
  readonly state: PromiseState
  readonly madeOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
  /** Uid of the one it was made in. */
  readonly touchpoint: string | null
}

export interface SnapshotGoal extends GoalThing {
  readonly target: number
  readonly period: Period
  readonly setOn: CalendarDate | null
}

export interface SnapshotFreeze {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface SnapshotIntroduction {
  readonly uid: string
  readonly a: string
  /** Null for the user, to whom `a` was introduced. */
  readonly b: string | null
  /** Null where the user introduces them. */
  readonly by: string | null
  readonly for: string | null
  /** The days of its states, each on or after the one before; at least one is there. */
  readonly offeredOn: CalendarDate | null
  readonly agreedOn: CalendarDate | null
  readonly madeOn: CalendarDate | null
  readonly metOn: CalendarDate | null
  readonly outcomeOn: CalendarDate | null
  readonly declinedOn: CalendarDate | null
  readonly outcome: string | null
  /** Uid of the one that was recorded when it was made. */
  readonly touchpoint: string | null
}

export interface SnapshotEvent {
  readonly uid: string
  readonly name: string
  /** Both days inclusive. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly place: string | null
  readonly goal: string | null
  /** Uids of those to be met there, in order. */
  readonly contacts: readonly string[]
}

export interface SnapshotMember {
  readonly contact: string
  readonly joinedOn: CalendarDate | null
}

export interface SnapshotMeeting {
  readonly uid: string
  readonly on: CalendarDate
  readonly note: string | null
}

export interface SnapshotGroup {
  readonly uid: string
  readonly name: string
  readonly kind: string | null
  /** Null for no cadence. */
  readonly interval: string | null
  readonly trackedFrom: CalendarDate | null
  readonly members: readonly SnapshotMember[]
  readonly meetings: readonly SnapshotMeeting[]
}

export interface SnapshotWatch {
  readonly organization: string
  readonly since: CalendarDate | null
}

/** The sections of a snapshot, in the order in which a file has them. */
export interface SnapshotSections {
  readonly settings: SnapshotSetting
  readonly circles: SnapshotCircle
  readonly contacts: SnapshotContact
  readonly mergedContacts: SnapshotMerger
  readonly touchpoints: SnapshotTouchpoint
  readonly promises: SnapshotPromise
  readonly relations: Relation
  readonly notSame: { readonly a: string; readonly b: string }
  readonly goals: SnapshotGoal
  readonly freezes: SnapshotFreeze
  readonly introductions: SnapshotIntroduction
  readonly events: SnapshotEvent
  readonly groups: SnapshotGroup
  readonly watches: SnapshotWatch
}

/** A database being read, a part at a time. */
export type SnapshotParts = { readonly [name in keyof SnapshotSections]: Iterable<SnapshotSections[name]> }

/** A file that was read. */
export type Snapshot = { readonly [name in keyof SnapshotSections]: readonly SnapshotSections[name][] } & {
  /** Checked later, by the program's own list of settings: each with the place that it has in the file. */
  readonly settings: readonly (SnapshotSetting & { readonly source: SourceRow })[]
  /** Objects with values that cannot be: they stop the import unless `--skip-bad`. */
  readonly bad: readonly RowReport[]
  /** Objects that were read without a part of them. */
  readonly partial: readonly RowReport[]
}

const RECORDED_AT = /^([0-7][0-9a-f]{15})-[0-9a-f]{12}$/

/** The reading of a hybrid logical clock, ms × 65536 + counter in 63 bits; undefined for what is none. */
export function findRecordedAtClock(text: string): bigint | undefined {
  const reading = RECORDED_AT.exec(text)?.[1]
  return reading === undefined ? undefined : BigInt(`0x${reading}`)
}
