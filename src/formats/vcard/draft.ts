/** What has been read of a card so far, and the ways to put something to it. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ImportedContact, ImportedDate, ImportedPoint, RowReport } from '../../domain/import-file.ts'
import type { FormerJob } from '../../domain/job.ts'
import type { Trait } from '../../domain/trait.ts'
import { UserError } from '../../errors.ts'
import type { Property } from './properties.ts'
import { splitEscaped, unescapeText } from './value-text.ts'

export interface PreferredPoint extends ImportedPoint {
  readonly isPreferred: boolean
}

export interface Draft {
  readonly file: string
  readonly today: CalendarDate
  /** X-ABLabel by group: what Address Book calls an address, a date or a relative. */
  readonly labels: ReadonlyMap<string, { readonly text: string; readonly property: Property }>
  /** Whether netkeep wrote the card. */
  readonly isOwn: boolean
  /** netkeep's own. */
  uid: string | null
  /** UID, as any program writes it. */
  readonly uids: { readonly uid: string; readonly property: Property }[]
  readonly names: string[]
  readonly n: Property[]
  readonly organizations: Property[]
  readonly titles: Property[]
  readonly roles: Property[]
  readonly addresses: Property[]
  location: string | null
  birthday: string | null
  readonly notes: string[]
  metOn: CalendarDate | null
  metAt: string | null
  readonly points: PreferredPoint[]
  readonly aliases: string[]
  readonly tags: string[]
  readonly traits: Trait[]
  readonly dates: ImportedDate[]
  readonly formerJobs: FormerJob[]
  readonly kept: Property[]
  circle: { readonly name: string; readonly interval: string | null } | null
  interval: string | null
  snoozedUntil: CalendarDate | null
  isPaused: boolean
  readonly partial: RowReport[]
}

export function newDraft(file: string, today: CalendarDate, labels: Draft['labels'], isOwn: boolean): Draft {
  return {
    file,
    today,
    labels,
    isOwn,
    uid: null,
    uids: [],
    names: [],
    n: [],
    organizations: [],
    titles: [],
    roles: [],
    addresses: [],
    location: null,
    birthday: null,
    notes: [],
    metOn: null,
    metAt: null,
    points: [],
    aliases: [],
    tags: [],
    traits: [],
    dates: [],
    formerJobs: [],
    kept: [],
    circle: null,
    interval: null,
    snoozedUntil: null,
    isPaused: false,
    partial: [],
  }
}

/** The value as text, trimmed. */
export function textOf({ value, isQuotedPrintable }: Property): string {
  return unescapeText(value, isQuotedPrintable).trim()
}

/** The values between separators as text, trimmed; empty ones too, for their place can count. */
export function partsOf({ value, isQuotedPrintable }: Property, separator: ';' | ','): readonly string[] {
  return splitEscaped(value, separator).map((part) => unescapeText(part, isQuotedPrintable).trim())
}

export function leaveOut(draft: Draft, property: Property, reason: string): void {
  draft.partial.push({ source: { file: draft.file, line: property.line }, reason })
}

/**
 * The value that `check` makes of it, or undefined: one value that cannot be stored is no reason to refuse somebody's address book, so it
 * is left out and reported.
 */
export function checked<T>(draft: Draft, property: Property, check: () => T): T | undefined {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const said = error.message.replace(/\.$/, '')
    leaveOut(draft, property, `${said.charAt(0).toLowerCase()}${said.slice(1)}, so it is left out`)
    return undefined
  }
}

/** What came of the cadence, or null where the card tells nothing of one. */
export function cadenceOf(draft: Draft): ImportedContact['cadence'] {
  const { circle, interval, snoozedUntil, isPaused } = draft
  if (circle === null && interval === null && snoozedUntil === null && !isPaused) return null
  return { circle, interval, snoozedUntil, isPaused }
}
