/** What every import reader makes of a file, whatever its format: contacts, touchpoints, mail, meetings, and what it could not use. */
import type { CalendarDate } from './calendar-date.ts'
import type { PointKind } from './contact.ts'
import type { FormerJob } from './job.ts'
import type { Direction, TouchpointKind } from './touchpoint.ts'
import type { Trait } from './trait.ts'

/** Where something stood in a file, for messages: `Connections.csv line 12`. */
export interface SourceRow {
  readonly file: string
  /** 1-based line of the file on which the record starts. */
  readonly line: number
}

/** An e-mail address, phone number or URL. */
export interface ImportedPoint {
  readonly kind: PointKind
  readonly value: string
  /** `work`, `home`, or what the file calls it. */
  readonly label?: string | null
  /** Of a URL: whether it is a page of this one person, who is known by it. Where it does not say, well-known places tell. */
  readonly isProfile?: boolean
  /** Whether it is the one to use where there are several of its kind. */
  readonly isPreferred?: boolean
}

/** The points with one preferred of each kind at most: where the file names several, the first. */
export function onePreferred<P extends ImportedPoint>(points: readonly P[]): readonly P[] {
  const seen = new Set<PointKind>()
  return points.map((point) => {
    if (point.isPreferred !== true) return point
    if (seen.has(point.kind)) return { ...point, isPreferred: false }
    seen.add(point.kind)
    return point
  })
}

/** A date besides the birthday. */
export interface ImportedDate {
  readonly label: string
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly date: string
  readonly isYearly: boolean
}

/** A cadence that the file itself tells of a contact: only programs for keeping in touch write one. */
export interface ImportedCadence {
  /** A circle by its name, made with this interval where there is none. */
  readonly circle?: { readonly name: string; readonly interval: string | null } | null
  /** An interval of its own, `2w`; `none` for no cadence. */
  readonly interval?: string | null
  readonly snoozedUntil?: CalendarDate | null
  readonly isPaused?: boolean
}

export interface ImportedContact {
  readonly source: SourceRow
  /** What the file calls this contact for good (vCard's UID, Monica's uuid), with the name of the format before it: `vcard:…`. */
  readonly sourceId: string | null
  /** What tells this kind of file from others that know contacts by the same address: of a table, its header. */
  readonly origin?: string
  /** netkeep's own uid, where netkeep wrote the file. */
  readonly uid: string | null
  /** At least one of name and points is given; a missing name is '' here. */
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly location: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly birthday: string | null
  readonly note: string | null
  readonly metOn: CalendarDate | null
  readonly metAt: string | null
  readonly points: readonly ImportedPoint[]
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly traits: readonly Trait[]
  readonly dates: readonly ImportedDate[]
  /** Only files that netkeep wrote tell of them. */
  readonly formerJobs?: readonly FormerJob[]
  /** vCard properties that netkeep has no field for, each an unfolded line of version 3.0; an export gives them back. */
  readonly properties: readonly string[]
  readonly cadence: ImportedCadence | null
}

const NOTHING: Omit<ImportedContact, 'source'> = {
  sourceId: null,
  uid: null,
  name: '',
  organization: null,
  title: null,
  location: null,
  birthday: null,
  note: null,
  metOn: null,
  metAt: null,
  points: [],
  aliases: [],
  tags: [],
  traits: [],
  dates: [],
  properties: [],
  cadence: null,
}

/** A contact of which the file says this much. */
export function importedContact(
  said: Partial<ImportedContact> & Pick<ImportedContact, 'source'>,
): ImportedContact {
  return { ...NOTHING, ...said }
}

/** Somebody in a conversation, by whatever is known of them; the first of `sourceId`, `url`, `email` that is known decides, else the name. */
export interface Correspondent {
  readonly name: string
  readonly url?: string | null
  readonly email?: string | null
  /** {@link ImportedContact.sourceId} of a contact in the same import. */
  readonly sourceId?: string | null
}

export interface ImportedTouchpoint {
  readonly source: SourceRow
  /** Natural key: the same conversation and day give the same key in every export. */
  readonly key: string
  /** As the file has it: of a conversation on LinkedIn the UTC day. */
  readonly on: CalendarDate
  readonly channel: string | null
  readonly direction: Direction | null
  readonly kind: TouchpointKind
  readonly minutes?: number | null
  readonly place?: string | null
  /** Only what the user wrote down about it, never what was written to somebody. */
  readonly note?: string | null
  /** Everyone in it but the user. */
  readonly with: readonly Correspondent[]
}

/** A piece of mail: who wrote to whom, and when. Whose it is, is told by the user's own addresses. */
export interface Letter {
  readonly source: SourceRow
  /** Message-ID, or what takes its place: the same letter in two mailboxes is one. */
  readonly id: string
  /** The day as the sender's clock wrote it. */
  readonly on: CalendarDate
  readonly from: Correspondent
  /** To and Cc. */
  readonly to: readonly Correspondent[]
}

/** A meeting out of a calendar, one for each time that it took place. */
export interface Meeting {
  readonly source: SourceRow
  /** UID of the event and RECURRENCE-ID of this time. */
  readonly id: string
  readonly on: CalendarDate
  readonly minutes: number | null
  readonly place: string | null
  readonly isVideo: boolean
  /** Organizer and attendees, the user among them. */
  readonly attendees: readonly (Correspondent & {
    readonly hasDeclined: boolean
    readonly isOrganizer?: boolean
  })[]
}

/** A row that was left out, and why, in words that fit behind its place: `no name, e-mail or URL`. */
export interface RowReport {
  readonly source: SourceRow
  readonly reason: string
}

export interface ImportFile {
  readonly contacts: readonly ImportedContact[]
  readonly touchpoints: readonly ImportedTouchpoint[]
  readonly letters?: readonly Letter[]
  readonly meetings?: readonly Meeting[]
  /** Well-formed rows with nothing to import, drafts, spam: counted, never an error. */
  readonly skipped: readonly RowReport[]
  /** Malformed rows and impossible values: they stop the import unless `--skip-bad`. */
  readonly bad: readonly RowReport[]
  /** Rows that are imported without a part of them: `the birthday 0000-00-00 is no date`. */
  readonly partial?: readonly RowReport[]
  /** Photos, which netkeep does not keep. */
  readonly photos?: number
}
