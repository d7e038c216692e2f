/** What is told of a contact: the line that lists show on a given day, and the details behind it. */
import type { Standing } from './cadence.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Balance } from './help.ts'
import type { FormerJob } from './job.ts'

/** A contact on a given day. */
export interface ContactLine {
  readonly uid: string
  /** The shortest unambiguous end of the uid, at least 6 characters. */
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly circle: string | null
  /** The effective interval, `2w`; null for none. */
  readonly interval: string | null
  /** Date and channel of the latest touchpoint that counts. */
  readonly lastTouchOn: CalendarDate | null
  readonly lastChannel: string | null
  /** The newest note of a touchpoint. */
  readonly lastNote: string | null
  readonly dueOn: CalendarDate | null
  /** Today − due date, negative before it; null without cadence. */
  readonly daysOverdue: number | null
  readonly lateness: number | null
  readonly standing: Standing
  readonly snoozedUntil: CalendarDate | null
  readonly pausedOn: CalendarDate | null
  /** Whether netkeep chose the snooze, as a starting day. */
  readonly isStarting: boolean
  /** The folded name, for an order that is the same on every machine. */
  readonly nameKey: string
  /** The arithmetic behind the due date, see cadence.ts; null without cadence. */
  readonly anchorOn: CalendarDate | null
  readonly plainDueOn: CalendarDate | null
  readonly intervalDays: number | null
  readonly restsUntil: CalendarDate | null
  /** Attempts since the last touchpoint that counts: how many, and the date of the latest. */
  readonly unanswered: number
  readonly lastAttemptOn: CalendarDate | null
  /** Of a prospect: null for everybody else, and from the first touchpoint that counts on. */
  readonly prospect: ProspectMark | null
}

/** Since when a contact is somebody to reach, and the day it was given up. */
export interface ProspectMark {
  readonly since: CalendarDate
  readonly droppedOn: CalendarDate | null
}

/** A contact with its tags, addresses and traits, each in alphabetical order. */
export interface ListedContact extends ContactLine {
  readonly tags: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly urls: readonly string[]
  readonly interests: readonly string[]
  readonly causes: readonly string[]
  readonly offers: readonly string[]
  readonly looksFor: readonly string[]
}

/** What `show` and `edit` tell besides the line. */
export interface ContactDetails {
  readonly title: string | null
  readonly location: string | null
  readonly birthday: string | null
  readonly metOn: CalendarDate | null
  readonly metAt: string | null
  readonly note: string | null
  readonly aliases: readonly string[]
  /** The contact's own interval as stored: null for the circle's, `none` for no cadence. */
  readonly ownInterval: string | null
  /** Through whom they met. */
  readonly introducedBy: { readonly uid: string; readonly name: string } | null
  /** Since when netkeep knows the organization and title. */
  readonly jobSince: CalendarDate | null
  /** The newest first. */
  readonly formerJobs: readonly FormerJob[]
  readonly balance: Balance
}
