/** What every import reader makes of a file, whatever its format: contacts, touchpoints, and what it could not use. */
import type { CalendarDate } from './calendar-date.ts'
import type { Direction, TouchpointKind } from './touchpoint.ts'

/** Where something stood in a file, for messages: `Connections.csv line 12`. */
export interface SourceRow {
  readonly file: string
  /** 1-based line of the file on which the record starts. */
  readonly line: number
}

export interface ImportedContact {
  readonly source: SourceRow
  /** At least one of name, email, url is given; a missing name is '' here. */
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly urls: readonly string[]
  readonly metOn: CalendarDate | null
}

/** Somebody in a conversation: known by profile URL, in old exports by name only. */
export interface Correspondent {
  readonly name: string
  readonly url: string | null
}

export interface ImportedTouchpoint {
  readonly source: SourceRow
  /** Natural key: the same conversation and day give the same key in every export. */
  readonly key: string
  /** UTC day. */
  readonly on: CalendarDate
  readonly channel: string
  readonly direction: Direction
  readonly kind: TouchpointKind
  /** Everyone in it but the user. */
  readonly with: readonly Correspondent[]
}

/** A row that was left out, and why, in words that fit behind its place: `no name, e-mail or URL`. */
export interface RowReport {
  readonly source: SourceRow
  readonly reason: string
}

export interface ImportFile {
  readonly contacts: readonly ImportedContact[]
  readonly touchpoints: readonly ImportedTouchpoint[]
  /** Well-formed rows with nothing to import, drafts, spam: counted, never an error. */
  readonly skipped: readonly RowReport[]
  /** Malformed rows and impossible values: they stop the import unless `--skip-bad`. */
  readonly bad: readonly RowReport[]
}
