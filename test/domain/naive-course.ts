/**
 * Days played through slowly: the cadence is derived anew from facts and dates for each contact on each day, as the due list and a day's
 * plan do it. It knows nothing of the engine.
 */

import {
  type Cadence,
  type CadenceFacts,
  cadenceOf,
  daysOverdueOn,
  type Standing,
  standingOn,
} from '../../src/domain/cadence.ts'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { addInterval, type Interval } from '../../src/domain/interval.ts'

export interface KnownContact {
  readonly interval: Interval
  readonly touchedOn: CalendarDate
  readonly snoozedUntil: CalendarDate | null
  readonly triedOn: CalendarDate | null
}

export interface NaiveCourse {
  readonly from: CalendarDate
  readonly days: number
  readonly roomOn: (day: CalendarDate) => number
  readonly earlyPercent: number
  readonly restDays: number
  /** By the place in the list. */
  readonly isAnswered: (place: number, day: CalendarDate) => boolean
}

export interface MorningOf {
  readonly anchorOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly standing: Standing
}

interface Line {
  readonly place: number
  readonly cadence: Cadence
}

export function factsOf(known: KnownContact, restDays: number): CadenceFacts {
  const { interval, touchedOn, snoozedUntil, triedOn } = known
  return {
    interval,
    isPaused: false,
    isProspect: false,
    trackedFrom: touchedOn,
    snooze:
      snoozedUntil === null ? null : { until: snoozedUntil, setOn: touchedOn, recordedAt: 'after the touch' },
    lastCountedOn: touchedOn,
    hasTouchSinceSnooze: false,
    lastAttemptOn: triedOn,
    attemptRestDays: restDays,
  }
}

/** @throws Error where there is none. */
export function getCadence(facts: CadenceFacts): Cadence {
  const cadence = cadenceOf(facts)
  if (cadence === null) throw new Error('this contact has no cadence')
  return cadence
}

/** Where everybody stands each morning. */
export function playNaively(
  contacts: readonly KnownContact[],
  course: NaiveCourse,
): readonly (readonly MorningOf[])[] {
  const { from, days, roomOn, earlyPercent, restDays, isAnswered } = course
  let facts = contacts.map((known) => factsOf(known, restDays))
  return Array.from({ length: days }, (_, index) => {
    const today = addDays(from, index)
    const lines = facts.map((known, place) => ({ place, cadence: getCadence(known) }))
    const reached = reachedOn(lines, today, roomOn(today), earlyPercent)
    facts = facts.map((known, place) => {
      if (!reached.includes(place)) return known
      return isAnswered(place, today)
        ? { ...known, lastCountedOn: today, hasTouchSinceSnooze: true, lastAttemptOn: null }
        : { ...known, lastAttemptOn: today }
    })
    return lines.map(({ cadence }) => ({
      anchorOn: cadence.anchorOn,
      dueOn: cadence.dueOn,
      standing: standingOn(cadence, today),
    }))
  })
}

/** The places of those reached: the first of the due list, and where all of it is done, the first of the nearly due. */
function reachedOn(
  lines: readonly Line[],
  today: CalendarDate,
  room: number,
  percent: number,
): readonly number[] {
  const due = lines.filter(({ cadence }) => ['due', 'cold'].includes(standingOn(cadence, today)))
  const early = due.length > room ? [] : lines.filter(({ cadence }) => isNearlyDue(cadence, today, percent))
  return [...inOrder(due, today), ...inOrder(early, today)].slice(0, room).map(({ place }) => place)
}

function isNearlyDue(cadence: Cadence, today: CalendarDate, percent: number): boolean {
  const { anchorOn, dueOn, plainDueOn, restsUntil, interval } = cadence
  const left = daysBetween(today, dueOn)
  const length = daysBetween(anchorOn, addInterval(anchorOn, interval))
  const isFree = dueOn === plainDueOn && (restsUntil === null || restsUntil <= today)
  return isFree && left > 0 && left * 100 <= length * percent
}

/** The latest in intervals first, compared in whole numbers; then by due date, then by place. */
function inOrder(lines: readonly Line[], today: CalendarDate): readonly Line[] {
  return lines.toSorted(
    (a, b) =>
      daysOverdueOn(b.cadence, today) * a.cadence.intervalDays -
        daysOverdueOn(a.cadence, today) * b.cadence.intervalDays ||
      daysBetween(b.cadence.dueOn, a.cadence.dueOn) ||
      a.place - b.place,
  )
}
