/**
 * What becomes of contacts day after day when so many can be reached each day, in some order. The forecast of `plan` is made with it, and
 * so is the proof of the order (bench/policy). Days are counted from 1970-01-01, as `epochDayOf` does.
 */
import { type CalendarDate, dateOfEpochDay, epochDayOf } from './calendar-date.ts'
import { addInterval, formatInterval, type Interval } from './interval.ts'

/** A contact in the course of a simulation, which moves it on. */
export interface SimulatedContact {
  readonly uid: string
  readonly interval: Interval
  /** The day of the latest touch, or the one it is tracked from. */
  lastOn: number
  /** The plain due date, or the snooze date where that is later. */
  dueOn: number
  /** Days of the interval under way. */
  intervalDays: number
  /** Whether the due date is that of a snooze: nobody is reached early then. */
  isSnoozed: boolean
  /** Until then it is left alone, after an attempt without answer; 0 where there was none. */
  restsUntil: number
}

/** Who comes first on a day: the greater value. Of equal ones the earlier due date, then the place in the list. */
export type Rank = (contact: Readonly<SimulatedContact>, day: number) => number

export interface Course {
  readonly from: CalendarDate
  readonly days: number
  /** How many can be reached on a day. */
  readonly roomOn: (day: number) => number
  readonly rank: Rank
  /** Where room is left, those are reached who have at most this part of their interval left; 0 for nobody. */
  readonly earlyPercent: number
  /** Whether a contact that is reached answers, and how long it rests where not; everybody does unless it is given. */
  readonly isAnswered?: (contact: Readonly<SimulatedContact>, day: number) => boolean
  readonly restDays?: number
}

/** The order of the due list: days overdue in intervals, as `latenessOn` of cadence.ts. */
export const byLateness: Rank = ({ dueOn, intervalDays }, day) => (day - dueOn) / intervalDays

/**
 * Yields each day in its morning, before anybody is reached: the contacts stand then as they do on that day.
 * @param contacts in the order of their names; they are changed.
 */
export function* simulate(contacts: readonly SimulatedContact[], course: Course): Generator<number> {
  const { days, roomOn, rank, earlyPercent, isAnswered = () => true, restDays = 0 } = course
  const dueAfter = dueDays()
  const from = epochDayOf(course.from)
  for (let day = from; day < from + days; day++) {
    yield day
    const room = roomOn(day)
    if (room <= 0) continue
    const awake = contacts.filter(({ restsUntil }) => restsUntil <= day)
    const due = firstOf(
      awake.filter(({ dueOn }) => dueOn <= day),
      room,
      day,
      rank,
    )
    const left = room - due.length
    const early =
      left > 0 && earlyPercent > 0
        ? firstOf(
            awake.filter((contact) => isNearlyDue(contact, day, earlyPercent)),
            left,
            day,
            byLateness,
          )
        : []
    for (const contact of [...due, ...early]) {
      if (!isAnswered(contact, day)) {
        contact.restsUntil = day + restDays
        continue
      }
      contact.lastOn = day
      contact.dueOn = dueAfter(contact.interval, day)
      contact.intervalDays = contact.dueOn - day
      contact.isSnoozed = false
    }
  }
}

/** Whether a contact is cold in the morning of a day, see `coldFrom` of cadence.ts. */
export function isColdOn({ dueOn, restsUntil }: Readonly<SimulatedContact>, day: number): boolean {
  return dueOn < day && restsUntil <= day
}

/** As the nearly due of a day's plan are found. */
function isNearlyDue(
  { dueOn, intervalDays, isSnoozed }: SimulatedContact,
  day: number,
  percent: number,
): boolean {
  return !isSnoozed && dueOn > day && dueOn - day <= Math.floor((intervalDays * percent) / 100)
}

/** Those of the greatest rank, `room` of them: without putting thousands in order, of whom a few are asked for. */
function firstOf(
  contacts: readonly SimulatedContact[],
  room: number,
  day: number,
  rank: Rank,
): readonly SimulatedContact[] {
  if (contacts.length <= room) return contacts
  const ranks = Float64Array.from(contacts, (contact) => rank(contact, day))
  const least = ranks.toSorted()[ranks.length - room] ?? 0
  const above = contacts.filter((_, index) => (ranks[index] ?? 0) > least)
  const tied = contacts.filter((_, index) => ranks[index] === least)
  return [...above, ...tied.sort((a, b) => a.dueOn - b.dueOn).slice(0, room - above.length)]
}

/** The day one interval later; each is asked of the calendar once. */
function dueDays(): (interval: Interval, day: number) => number {
  const known = new Map<string, number>()
  return (interval, day) => {
    const key = `${formatInterval(interval)} ${day}`
    const due = known.get(key) ?? epochDayOf(addInterval(dateOfEpochDay(day), interval))
    known.set(key, due)
    return due
  }
}
