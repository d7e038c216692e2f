/** Mail to touchpoints: one for each address and day, and what it is worth. docs/import-and-export.md tells the rules. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import type { ImportedTouchpoint, SourceRow } from './import-file.ts'
import type { Direction, TouchpointKind } from './touchpoint.ts'

/** On one day: whether the user wrote, and whether the other side did. One of them is true. */
export interface Sides {
  readonly on: CalendarDate
  readonly isMine: boolean
  readonly isTheirs: boolean
}

/** What was written to and from one address on one day. */
export interface MailDay extends Sides {
  readonly source: SourceRow
  /** Folded as addresses are compared. */
  readonly address: string
  /** Of letters with many recipients, which are no exchange between two; letters of the same day to few are another. */
  readonly isToMany: boolean
}

/** How long after or before a letter another one still belongs to the same exchange. */
const EXCHANGE_DAYS = 30

/**
 * What each day is worth. It counts where both sides wrote, on it or within 30 days before or after; without that, a letter of the
 * user's is an attempt and one of the others light.
 * @param days all days with one contact, whatever the address; a day may occur more than once
 */
export function judgeDays(days: readonly Sides[]): readonly TouchpointKind[] {
  const mine = daysOf(days, ({ isMine }) => isMine)
  const theirs = daysOf(days, ({ isTheirs }) => isTheirs)
  return days.map(({ on, isMine, isTheirs }) => {
    const counts = (isMine || hasWithin(mine, on)) && (isTheirs || hasWithin(theirs, on))
    return counts ? 'counted' : isMine ? 'attempt' : 'light'
  })
}

function daysOf(days: readonly Sides[], isMeant: (day: Sides) => boolean): readonly CalendarDate[] {
  return days
    .filter(isMeant)
    .map(({ on }) => on)
    .sort()
}

/** Whether one of the sorted days lies within the days of an exchange around `on`. */
function hasWithin(days: readonly CalendarDate[], on: CalendarDate): boolean {
  const [first, last] = [addDays(on, -EXCHANGE_DAYS), addDays(on, EXCHANGE_DAYS)]
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? first) < first) low = middle + 1
    else high = middle
  }
  const found = days[low]
  return found !== undefined && found <= last
}

/** Out where only the user wrote, in where only the others did, null where both did: so it says all that the next import must know. */
export function directionOf({ isMine, isTheirs }: Pick<Sides, 'isMine' | 'isTheirs'>): Direction | null {
  if (isMine && isTheirs) return null
  return isMine ? 'out' : 'in'
}

/** Who wrote on a day that is stored with this direction. */
export function sidesOf(direction: Direction | null): Pick<Sides, 'isMine' | 'isTheirs'> {
  return { isMine: direction !== 'in', isTheirs: direction !== 'out' }
}

/** The natural key of a day, the same in every mailbox and import. */
export function mailKeyOf({ address, on, isToMany }: Pick<MailDay, 'address' | 'on' | 'isToMany'>): string {
  return `${isToMany ? 'mail-to-many' : 'mail'}:${address}:${on}`
}

/** A day ahead of `today`, where the sender's clock was, becomes today. */
export function touchpointOf(
  day: MailDay,
  kind: TouchpointKind,
  today: CalendarDate,
): Omit<ImportedTouchpoint, 'source' | 'with'> {
  return {
    key: mailKeyOf(day),
    on: day.on > today ? today : day.on,
    channel: 'email',
    direction: directionOf(day),
    kind,
  }
}
