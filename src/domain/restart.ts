/** After a gap: who starts again on which day, so that no day asks for more than its minutes. */
import { addDays, type CalendarDate, daysBetween, LAST_DATE, weekdayOf } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import type { ContactLine } from './contact-line.ts'
import { agendaFrom, type Recurring, type Returning } from './restart-agenda.ts'
import { loadPerDay } from './spread.ts'

/** A contact who is cold or due. */
export interface Revivable extends Recurring {
  readonly uid: string
  readonly nameKey: string
  /** The last touch that counts; without one, the day since when it is tracked. */
  readonly anchorOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly intervalDays: number
}

/** The days ahead. */
export interface DaysAhead {
  readonly today: CalendarDate
  /** What there is on a day. */
  readonly minutes: number
  /** Nobody starts on a frozen day, nor on a Saturday or Sunday. */
  readonly isFrozen: (day: CalendarDate) => boolean
  readonly returning: readonly Returning[]
  /** Whether in the long run the cadences ask for more than the minutes hold. */
  readonly isTooMuch: boolean
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
 * A starting day for each: as many a day, in their order, as its minutes hold beside those who fall due by then, the ones that started
 * and fall due again among them. The first of a day may take more than is left, which the next day then lacks. Nobody starts before
 * whoever comes earlier in the order: a short one does not slip in where a longer one found no room.
 *
 * On a full day nobody starts. So that all of them start some day, one does all the same after {@link MOST_FULL_DAYS} full ones; on
 * every open day where the cadences ask for more than the minutes hold, for then no day would ever have room.
 */
export function spreadRestart<C extends Revivable>(
  contacts: readonly C[],
  ahead: DaysAhead,
): readonly Start<C>[] {
  const waiting = orderForRestart(contacts, ahead.today)
  const starts: Start<C>[] = []
  const agenda = agendaFrom(ahead.returning, ahead.minutes)
  const effortOf = (contact: C): number => Math.min(contact.minutes, ahead.minutes)
  let left = 0
  let fullDays = 0
  for (let on = ahead.today; starts.length < waiting.length; on = addDays(on, 1)) {
    agenda.fallDue(on)
    if (isClosed(on, ahead.isFrozen) && on < LAST_DATE) continue
    left = agenda.work(on, ahead.minutes + Math.min(left, 0))
    const isFull = left <= 0
    fullDays = isFull ? fullDays + 1 : 0
    if (isFull && !ahead.isTooMuch && fullDays <= MOST_FULL_DAYS) continue
    fullDays = 0
    for (let next = waiting[starts.length]; next !== undefined; next = waiting[starts.length]) {
      starts.push({ contact: next, on })
      agenda.workedOn(on, next)
      // What one takes on a full day comes on top of its minutes.
      if (isFull) break
      left -= effortOf(next)
      const after = waiting[starts.length]
      if (after === undefined || effortOf(after) > left) break
    }
  }
  return starts
}

/** Two weeks of them. */
const MOST_FULL_DAYS = 10

function isClosed(day: CalendarDate, isFrozen: (day: CalendarDate) => boolean): boolean {
  return [0, 6].includes(weekdayOf(day)) || isFrozen(day)
}

export interface RestartedContact extends Revivable {
  readonly line: ContactLine
}

/** What the cadences ask for in a week, in the long run, and what the minutes of its Mondays to Fridays hold of that. */
export interface WeeklyLoad {
  readonly asked: number
  readonly held: number
  readonly isTooMuch: boolean
}

/** @param all who have a cadence, and how many there are of each. */
export function weeklyLoad(
  all: readonly (Recurring & { readonly contacts: number })[],
  minutes: number,
): WeeklyLoad {
  let asked = 0
  let askedMinutes = 0
  for (const { interval, contacts, minutes: effort } of all) {
    const touches = 7 * contacts * loadPerDay([interval])
    asked += touches
    askedMinutes += touches * Math.min(effort, minutes)
  }
  const heldMinutes = OPEN_DAYS * minutes
  return {
    asked,
    held: askedMinutes === 0 ? Infinity : (asked * heldMinutes) / askedMinutes,
    // Sums of fractions: what fits exactly may be more by the last digit.
    isTooMuch: askedMinutes > heldMinutes * (1 + 1e-9),
  }
}

/** Of a week. */
const OPEN_DAYS = 5

export interface Restart {
  readonly today: CalendarDate
  /** What there is on a day. */
  readonly minutes: number
  /** What `today` plans. */
  readonly dailyMinutes: number
  /** In the order of the days; none where nobody is cold. */
  readonly starts: readonly Start<RestartedContact>[]
  readonly load: WeeklyLoad
  /** Of one that takes long: how many weeks it would take with twice the minutes. */
  readonly weeksWithTwice: number | null
}

/** How many weeks it takes until all have started: 0 for nobody, 1 where the last one starts within seven days from today. */
export function weeksOf({
  today,
  starts,
}: Pick<Restart, 'today'> & { readonly starts: readonly { readonly on: CalendarDate }[] }): number {
  const last = starts.at(-1)
  return last === undefined ? 0 : Math.ceil((daysBetween(today, last.on) + 1) / 7)
}

/** A restart that takes more weeks than this is told with what would make it shorter. */
export const LONG_RESTART_WEEKS = 12

/** How many open days it takes until all have started. */
export function openDaysOf({ today, starts }: Restart, isFrozen: (day: CalendarDate) => boolean): number {
  const last = starts.at(-1)?.on
  let days = 0
  for (let on = today; last !== undefined && on <= last; on = addDays(on, 1))
    if (!isClosed(on, isFrozen)) days += 1
  return days
}

/** Who are cold are a wall where they take more open days than this. */
export const WALL_DAYS = 5
