/** After a gap: who starts again on which day, so that no day asks for more than its minutes. */
import { addDays, type CalendarDate, daysBetween, LAST_DATE, weekdayOf } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import type { ContactLine } from './contact-line.ts'
import type { DateRange } from './period.ts'

/** A contact who is cold or due. */
export interface Revivable {
  readonly uid: string
  readonly nameKey: string
  /** The last touch that counts; without one, the day since when it is tracked. */
  readonly anchorOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly intervalDays: number
  /** What it takes to reach the contact. */
  readonly minutes: number
}

/** The days ahead. */
export interface DaysAhead {
  readonly today: CalendarDate
  /** What there is on a day. */
  readonly minutes: number
  /** Days on which nobody starts, beside every Saturday and Sunday. */
  readonly frozen: readonly DateRange[]
  /** What those ask for who fall due anyway; days without any are left out. */
  readonly taken: ReadonlyMap<CalendarDate, number>
}

interface Start<C> {
  readonly contact: C
  readonly on: CalendarDate
}

/**
 * The warmest and closest first: by days since the last touch × days of the interval, the fewest first; then by due date and name.
 *
 * How warm a contact is and how close it is are both ratios: half as long ago and half the interval count the same, so they are
 * multiplied, and no weight has to be chosen between them. Lateness, their quotient, is for a day on which a few are late: after a gap
 * it puts those first who were silent longest, and of whom the least is left to go on from.
 */
export function orderForRestart<C extends Revivable>(
  contacts: readonly C[],
  today: CalendarDate,
): readonly C[] {
  const rankOf = ({ anchorOn, intervalDays }: C): number => daysBetween(anchorOn, today) * intervalDays
  return contacts
    .map((contact) => ({ contact, rank: rankOf(contact) }))
    .sort((a, b) => a.rank - b.rank || compareDueAndName(a.contact, b.contact))
    .map(({ contact }) => contact)
}

function compareDueAndName(a: Revivable, b: Revivable): number {
  return compareText(a.dueOn, b.dueOn) || compareText(a.nameKey, b.nameKey) || compareText(a.uid, b.uid)
}

/**
 * A starting day for each: as many a day, in their order, as its minutes hold beside those who fall due anyway. At least one starts
 * on every open day, whatever it takes and whatever else is due, so all of them start some day. Nobody starts before whoever comes
 * earlier in the order: a short one does not slip in where a longer one found no room.
 */
export function spreadRestart<C extends Revivable>(
  contacts: readonly C[],
  ahead: DaysAhead,
): readonly Start<C>[] {
  let day: OpenDay | undefined
  return orderForRestart(contacts, ahead.today).map((contact) => {
    if (day === undefined || contact.minutes > day.left)
      day = openDayFrom(day === undefined ? ahead.today : addDays(day.on, 1), ahead)
    day.left -= contact.minutes
    return { contact, on: day.on }
  })
}

interface OpenDay {
  readonly on: CalendarDate
  /** Its minutes that nobody takes yet. */
  left: number
}

/** The first open day from this one on. Whoever falls due on a closed day before it is still there then. */
function openDayFrom(from: CalendarDate, { minutes, frozen, taken }: DaysAhead): OpenDay {
  let on = from
  let left = minutes - (taken.get(on) ?? 0)
  while (isClosed(on, frozen) && on < LAST_DATE) {
    on = addDays(on, 1)
    left -= taken.get(on) ?? 0
  }
  return { on, left }
}

function isClosed(day: CalendarDate, frozen: readonly DateRange[]): boolean {
  return [0, 6].includes(weekdayOf(day)) || frozen.some(({ from, to }) => from <= day && day <= to)
}

export interface RestartedContact extends Revivable {
  readonly line: ContactLine
}

export interface Restart {
  readonly today: CalendarDate
  /** What there is on a day. */
  readonly minutes: number
  /** In the order of the days; none where nobody is cold. */
  readonly starts: readonly Start<RestartedContact>[]
}

/** How many weeks it takes until all have started: 0 for nobody, 1 where the last one starts within seven days from today. */
export function weeksOf({ today, starts }: Restart): number {
  const last = starts.at(-1)
  return last === undefined ? 0 : Math.ceil((daysBetween(today, last.on) + 1) / 7)
}

/** A restart that takes more weeks than this is told with what would make it shorter. */
export const LONG_RESTART_WEEKS = 12

/** So many days without any touchpoint are a gap. */
export const GAP_DAYS = 14
