/** What becomes of the fields of two contacts that are one: nothing that was known of either is lost. */

import { usageError } from '../errors.ts'
import { type CalendarDate, earlierDate } from './calendar-date.ts'
import { NOTE_LIMIT } from './contact.ts'
import { formatMemory, joinMemories, parseMemory } from './import-memory.ts'
import type { FormerJob } from './job.ts'
import { nameKeyOf } from './match-key.ts'
import { mergeProspect } from './prospect-merge.ts'

/** The fields of a contact as they are stored. */
export interface MergeFields {
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly jobSince: CalendarDate | null
  readonly location: string | null
  readonly birthday: string | null
  readonly birthdayNotice: number | null
  readonly note: string | null
  readonly metOn: CalendarDate | null
  readonly metAt: string | null
  readonly introducedBy: string | null
  /** Uid of a circle that is still there. */
  readonly circle: string | null
  readonly interval: string | null
  readonly pausedOn: CalendarDate | null
  readonly snoozedUntil: CalendarDate | null
  readonly snoozedOn: CalendarDate | null
  readonly snoozeRecordedAt: string | null
  /** 1 where netkeep chose the snooze, as a starting day. */
  readonly starting: number | null
  readonly trackedFrom: CalendarDate | null
  /** Since when it is, or was, somebody to reach, and when that was given up. */
  readonly prospectOn: CalendarDate | null
  readonly prospectDroppedOn: CalendarDate | null
  /** JSON: the fields as the last import gave them. */
  readonly imported: string | null
}

export interface MergeSide extends MergeFields {
  readonly uid: string
  /** The name of the contact through whom they met. */
  readonly introducer: string | null
  /** The date of the latest touchpoint that counts. */
  readonly lastCountedOn: CalendarDate | null
}

/** A value that had to give way to another. */
export interface Beaten {
  readonly what: string
  readonly value: string
}

export interface MergedFields {
  /** What changes in the survivor. */
  readonly set: Partial<MergeFields>
  /** The other name, where it says something that the survivor's does not. */
  readonly alias: string | null
  /** The other job, where it is another one. */
  readonly formerJob: FormerJob | null
  /** Fields of which the survivor knew nothing: `title`, `birthday`. */
  readonly filled: readonly string[]
  /** What the note now tells besides: `location`, `birthday`. */
  readonly noted: readonly string[]
}

/** What the survivor has after a merge that it had not before: how many of each. */
export interface Joined {
  readonly touchpoints: number
  readonly addresses: number
  readonly aliases: number
  readonly tags: number
  readonly interests: number
  readonly causes: number
  readonly offers: number
  readonly looksFor: number
  readonly dates: number
  readonly formerJobs: number
  readonly relations: number
  readonly promises: number
  readonly introductions: number
  /** Introductions of the two to each other, and those that would be under way twice: they are gone. */
  readonly introducedToItself: number
  readonly introducedTwice: number
  /** Those at which it is to be met. */
  readonly events: number
  readonly groups: number
  /** Fields of which it knew nothing: `title`, `birthday`. */
  readonly filled: readonly string[]
  /** What the note now tells besides: `location`, `birthday`, the label of a date. */
  readonly noted: readonly string[]
}

/**
 * `b` goes into `a`: what is empty in `a` is filled, and of two values that differ that of `a` stays. The other is kept all the same: a
 * name as an alias, a job as a former one, anything else as a line of the note.
 * @param beatenDates those of `b` that have the label of another one of `a`.
 * @throws UserError (usage) where both notes together are too long
 */
export function mergeFields(
  a: MergeSide,
  b: MergeSide,
  today: CalendarDate,
  beatenDates: readonly Beaten[] = [],
): MergedFields {
  const job = mergeJob(a, b, today)
  const { set: told, beaten: beatenTold } = mergeTold(a, b)
  const beaten = [...beatenTold, ...beatenDates]
  const note = mergeNotes(a, b, sayBeaten(b, beaten, today))
  const set = {
    ...job.set,
    ...told,
    birthdayNotice: a.birthdayNotice ?? b.birthdayNotice,
    note,
    ...mergeCadence(a, b),
    trackedFrom: earlierDate(a.trackedFrom, b.trackedFrom),
    ...mergeProspect(a, b),
    imported: mergeImported(a, b),
  }
  return {
    set: differences(a, set),
    alias: isSameText(a.name, b.name) ? null : b.name,
    formerJob: job.former,
    filled: filledIn(a, b, set),
    noted: beaten.map(({ what }) => what),
  }
}

/** Fields that are told as filled in, by what they are called. */
const FILLED: readonly (readonly [what: string, field: keyof MergeFields])[] = [
  ['organization', 'organization'],
  ['title', 'title'],
  ['location', 'location'],
  ['birthday', 'birthday'],
  ['met on', 'metOn'],
  ['met at', 'metAt'],
  ['introduced by', 'introducedBy'],
  ['note', 'note'],
  ['circle', 'circle'],
  ['interval', 'interval'],
]

/** Those that the survivor had nothing in, and the other one had. */
function filledIn(a: MergeSide, b: MergeSide, set: Partial<MergeFields>): readonly string[] {
  return FILLED.filter(
    ([, field]) => a[field] === null && b[field] !== null && (set[field] ?? null) !== null,
  ).map(([what]) => what)
}

function differences(a: MergeSide, set: Partial<MergeFields>): Partial<MergeFields> {
  const changed = Object.entries(set).filter(([field, value]) => a[field as keyof MergeFields] !== value)
  return Object.fromEntries(changed)
}

/** Case and spaces say nothing; an accent may be the better spelling. */
export function isSameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** Employer and title are one job: the title of another employer would be wrong in the gap. */
function mergeJob(
  a: MergeSide,
  b: MergeSide,
  today: CalendarDate,
): { readonly set: Partial<MergeFields>; readonly former: FormerJob | null } {
  const { organization, title, jobSince } = b
  if (organization === null && title === null) return { set: {}, former: null }
  if (agree(a.organization, organization) && agree(a.title, title)) {
    const isFirst = a.organization === null && a.title === null
    return {
      set: {
        organization: a.organization ?? organization,
        title: a.title ?? title,
        jobSince: isFirst ? jobSince : earlierDate(a.jobSince, jobSince),
      },
      former: null,
    }
  }
  return { set: {}, former: { organization, title, ...daysOfJob(b, today) } }
}

/** That a job is known since it came with an import, or since today, says nothing of when it was. */
function daysOfJob(
  { jobSince, trackedFrom, imported }: MergeSide,
  today: CalendarDate,
): Pick<FormerJob, 'notedOn' | 'untilOn'> {
  const isOfImport = imported !== null && jobSince === trackedFrom
  return jobSince === null || jobSince === today || isOfImport
    ? { notedOn: null, untilOn: null }
    : { notedOn: jobSince, untilOn: today }
}

/** Whether two texts are one, or one of them is not known. */
function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || nameKeyOf(a) === nameKeyOf(b)
}

type Told = 'location' | 'birthday' | 'metOn' | 'metAt' | 'introducedBy'

function mergeTold(
  a: MergeSide,
  b: MergeSide,
): { readonly set: Pick<MergeFields, Told>; readonly beaten: readonly Beaten[] } {
  // Nobody was introduced by themselves.
  const introducerOf = ({ introducedBy }: MergeSide): string | null =>
    introducedBy === a.uid || introducedBy === b.uid ? null : introducedBy
  const [mine, other] = [introducerOf(a), introducerOf(b)]
  const isOtherIntroducer = mine !== null && other !== null && mine !== other
  const beaten = [
    ...beatenBy(a.location, 'location', b.location),
    ...(a.birthday !== null && b.birthday !== null && isSameDay(a.birthday, b.birthday)
      ? []
      : beatenBy(a.birthday, 'birthday', b.birthday)),
    ...beatenBy(a.metOn, 'met on', b.metOn),
    ...beatenBy(a.metAt, 'met at', b.metAt),
    ...(isOtherIntroducer ? [{ what: 'introduced by', value: b.introducer ?? other }] : []),
  ]
  const set = {
    location: a.location ?? b.location,
    birthday: mergeBirthday(a.birthday, b.birthday),
    metOn: a.metOn ?? b.metOn,
    metAt: a.metAt ?? b.metAt,
    introducedBy: mine ?? other,
  }
  return { set, beaten }
}

function beatenBy(kept: string | null, what: string, value: string | null): readonly Beaten[] {
  return kept === null || value === null || isSameText(kept, value) ? [] : [{ what, value }]
}

/** Of two that are one day of the year, the one that knows the year. */
function mergeBirthday(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a.startsWith('--') && isSameDay(a, b) ? b : a
}

function isSameDay(a: string, b: string): boolean {
  const isYearless = a.startsWith('--') || b.startsWith('--')
  return isYearless ? a.slice(-5) === b.slice(-5) : a === b
}

/** `Of Jon Smith, merged on 2026-11-22: location Paris; birthday 1990-12-09`. */
function sayBeaten(b: MergeSide, beaten: readonly Beaten[], today: CalendarDate): string | null {
  if (beaten.length === 0) return null
  return `Of ${b.name}, merged on ${today}: ${beaten.map(({ what, value }) => `${what} ${value}`).join('; ')}`
}

function mergeNotes(a: MergeSide, b: MergeSide, line: string | null): string | null {
  const isTold = b.note !== null && a.note?.includes(b.note) === true
  const parts = [a.note, isTold ? null : b.note, line].filter((part) => part !== null)
  const note = parts.length === 0 ? null : parts.join('\n\n')
  if (note !== null && note.length > NOTE_LIMIT && note !== a.note)
    throw usageError(
      `The notes of ${a.name} and ${b.name} are too long to be one: ${note.length.toLocaleString('en')} characters, where at most ${NOTE_LIMIT.toLocaleString('en')} fit.`,
      'Shorten one of them: netkeep edit WHO --note',
    )
  return note
}

/**
 * The survivor keeps its cadence, none (`none`) as well as some; without one it takes that of the other, as it stands. A snooze is about
 * whoever it is, whichever of the two was snoozed: the longer one counts, but never a starting day against a cadence of the survivor's own.
 */
function mergeCadence(a: MergeSide, b: MergeSide): Partial<MergeFields> {
  const takesOver = a.circle === null && a.interval === null
  const isLonger = (b.snoozedUntil ?? '') > (a.snoozedUntil ?? '')
  const snoozed = isLonger && (takesOver || b.starting === null) ? b : a
  const { snoozedUntil, snoozedOn, snoozeRecordedAt, starting } = snoozed
  const cadence = takesOver
    ? { circle: b.circle, interval: b.interval, pausedOn: a.pausedOn ?? b.pausedOn }
    : {}
  return { ...cadence, snoozedUntil, snoozedOn, snoozeRecordedAt, starting }
}

/** Each source goes on being compared with what it said itself. */
function mergeImported(a: MergeSide, b: MergeSide): string | null {
  const memory = joinMemories(parseMemory(a.imported), parseMemory(b.imported), {
    contact: a.uid,
    otherContact: b.uid,
  })
  return memory === undefined ? null : formatMemory(memory)
}
