/** A contact with all that other programs can be given of it. */
import type { CalendarDate } from './calendar-date.ts'
import type { ContactFields } from './contact.ts'
import type { ImportedDate, ImportedPoint } from './import-file.ts'
import type { FormerJob } from './job.ts'
import type { Trait } from './trait.ts'

export interface ExportedContact extends Omit<ContactFields, 'introducedBy'> {
  readonly uid: string
  readonly introducedBy: { readonly uid: string; readonly name: string } | null
  readonly points: readonly ImportedPoint[]
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly traits: readonly Trait[]
  readonly dates: readonly ImportedDate[]
  readonly formerJobs: readonly FormerJob[]
  /** What the contact is to others: `spouse` of Ada. */
  readonly relations: readonly { readonly kind: string; readonly name: string }[]
  readonly circle: { readonly name: string; readonly interval: string | null } | null
  /** An interval of its own, `2w`; `none` for no cadence; null for the circle's. */
  readonly ownInterval: string | null
  readonly snoozedUntil: CalendarDate | null
  readonly pausedOn: CalendarDate | null
  /** Of the latest touchpoint that counts. */
  readonly lastTouchOn: CalendarDate | null
  readonly dueOn: CalendarDate | null
  /** vCard properties that netkeep has no field for, each an unfolded line of version 3.0. */
  readonly properties: readonly string[]
}
