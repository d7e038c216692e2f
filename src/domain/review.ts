/** The review of a day: the plan, walked through one thing at a time. */
import type { CalendarDate } from './calendar-date.ts'

export interface ReviewItem {
  readonly kind: 'contact' | 'promise' | 'date'
  /** Of a contact or promise its uid; of a date the contact's uid and the key of the date. */
  readonly reference: string
  /** Of the contact that it is about. */
  readonly contact: string
  /** The day it is due: while it stays the same, the item is open. */
  readonly on: CalendarDate | null
  readonly minutes: number
  /** The channel to reach the contact by; null for what is no contact. */
  readonly by: string | null
  readonly isEarly: boolean
}

export interface Review {
  readonly day: CalendarDate
  /** The minutes that it was planned for. */
  readonly minutes: number
  readonly items: readonly ReviewItem[]
  /** References of what is not to be shown again on that day. */
  readonly skipped: readonly string[]
}

/** The review with that item skipped, or no longer. */
export function withSkip(review: Review, reference: string, isSkipped: boolean): Review {
  const others = review.skipped.filter((other) => other !== reference)
  return { ...review, skipped: isSkipped ? [...others, reference] : others }
}

/** How an item was answered. */
export type ReviewAnswer =
  | 'logged'
  | 'tried'
  | 'snoozed'
  | 'paused'
  | 'fulfilled'
  | 'dropped'
  | 'wished'
  | 'skipped'
