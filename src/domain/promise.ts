/** Promises: what the user owes a contact, or a contact owes the user. */
import type { CalendarDate } from './calendar-date.ts'

export type PromiseState = 'open' | 'done' | 'dropped'

/** A promise as it is made. */
export interface NewPromise {
  readonly text: string
  /** The day it is promised for; null for no day. */
  readonly on: CalendarDate | null
  /** Whether the user made it; otherwise the contact did. */
  readonly isMine: boolean
}

export interface PromiseRecord extends NewPromise {
  readonly uid: string
  /** The shortest unambiguous end of the uid, at least 6 characters. */
  readonly id: string
  readonly contact: { readonly uid: string; readonly name: string }
  readonly state: PromiseState
  readonly madeOn: CalendarDate
  /** The day it was done or dropped. */
  readonly closedOn: CalendarDate | null
}
