/** A way to a contact as it is told: with names, and what is known of the first step. */
import type { Standing } from './cadence.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Stay } from './common-ground.ts'
import type { Tie } from './door.ts'

export interface NamedContact {
  readonly uid: string
  readonly name: string
}

/** How one contact is linked to the next. */
export type NamedLink =
  | { readonly kind: 'tie'; readonly tie: Tie }
  | { readonly kind: 'group' | 'event'; readonly name: string }
  | EmployerLink

export interface EmployerLink {
  readonly kind: 'employer'
  readonly name: string
  readonly from: Stay
  readonly to: Stay
}

export interface PathLine {
  /** From the one to ask to the one to reach; one contact where they are the same. */
  readonly contacts: readonly NamedContact[]
  readonly links: readonly NamedLink[]
  readonly weight: number
  /** Of the first contact; the standing is told as the way is weighed, without snoozes. */
  readonly lastTouchOn: CalendarDate
  readonly standing: Standing
}
