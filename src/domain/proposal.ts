/** What would make cadences ask for less. */

import type { Circle } from './circle.ts'
import { compareText } from './compare-text.ts'
import { type Interval, type IntervalUnit, isNeverShorter, MOST_COUNT, meanDaysOf } from './interval.ts'
import { isAtMost, loadPerDay } from './spread.ts'

/** A contact who has a cadence. */
export interface ScheduledContact {
  readonly uid: string
  readonly nameKey: string
  /** Uid of its circle; null in none. */
  readonly circle: string | null
  readonly interval: Interval
  /** Whether the interval is its own, and not its circle's. */
  readonly isOwn: boolean
  /** Days overdue in intervals; below 0 before the due date. */
  readonly lateness: number
  /** Since the latest touch, or since it is tracked. */
  readonly quietDays: number
  /** Touches in the last year, as a part of those that the interval asked for. */
  readonly keptShare: number
  /** Whether an import brought it, and nobody was ever in touch with it. */
  readonly isUntouched: boolean
}

/** A change that makes the load less, of whole circles or of some contacts. */
export type PlanChange =
  | { readonly kind: 'move'; readonly uids: readonly string[]; readonly from: Circle; readonly to: Circle }
  | { readonly kind: 'widen'; readonly circle: Circle; readonly interval: Interval }
  | { readonly kind: 'let-go'; readonly uids: readonly string[]; readonly untouched: number }

export interface Proposal {
  readonly changes: readonly PlanChange[]
  /** What all cadences would ask for then. */
  readonly loadPerDay: number
  /** Whether that is no more than there is room for. */
  readonly fits: boolean
}

/** Nobody is let go with whom there was a touch, unless it is twice the interval ago, and half a year. */
const LET_GO_LATENESS = 1
const LET_GO_DAYS = 182

/**
 * Up to three ways to ask for no more than `room` touches a day: a wider circle for some contacts, those first who had the smallest part of
 * the touches that their interval asked for; longer intervals for circles; and no cadence for those who were
 * never in touch, or not for longest. Where a way does not suffice, it is as much of it as there is. One that changes nothing is left out.
 * @param circles the closest first.
 */
export function proposalsFor(
  contacts: readonly ScheduledContact[],
  circles: readonly Circle[],
  room: number,
): readonly Proposal[] {
  const load = loadPerDay(contacts.map(({ interval }) => interval))
  if (isAtMost(load, room)) return []
  const excess = load - room
  const leastKeptFirst = contacts.toSorted(
    (a, b) =>
      a.keptShare - b.keptShare ||
      b.lateness - a.lateness ||
      compareText(a.nameKey, b.nameKey) ||
      compareText(a.uid, b.uid),
  )
  const propose = (changes: readonly PlanChange[]): Proposal => {
    const after = loadAfter(contacts, changes)
    return { changes, loadPerDay: after, fits: isAtMost(after, room) }
  }
  return [
    moves(leastKeptFirst, circles, excess),
    widenings(contacts, circles, excess),
    lettingGo(contacts, excess),
  ]
    .map(propose)
    .filter((proposal) => proposal.loadPerDay < load)
}

/** What the contacts ask for once these changes are made. */
function loadAfter(contacts: readonly ScheduledContact[], changes: readonly PlanChange[]): number {
  const intervals = new Map<string, Interval | null>()
  const ofCircle = new Map<string, Interval>()
  for (const change of changes) {
    if (change.kind === 'widen') ofCircle.set(change.circle.uid, change.interval)
    else for (const uid of change.uids) intervals.set(uid, change.kind === 'move' ? change.to.interval : null)
  }
  return loadPerDay(
    contacts.flatMap(({ uid, circle, interval, isOwn }) => {
      const given = intervals.get(uid)
      if (given !== undefined) return given === null ? [] : [given]
      return [(isOwn || circle === null ? undefined : ofCircle.get(circle)) ?? interval]
    }),
  )
}

/**
 * As few as it takes: into the circle nearest to the rhythm at which each was really kept; where that does not suffice, everybody a circle
 * wider, and another one.
 */
function moves(
  leastKeptFirst: readonly ScheduledContact[],
  circles: readonly Circle[],
  excess: number,
): readonly PlanChange[] {
  const movable = leastKeptFirst.flatMap(({ uid, circle, isOwn, keptShare }) => {
    const from = isOwn ? undefined : circles.find((known) => known.uid === circle)
    return from === undefined ? [] : [{ uid, from, to: from, kept: keptCircle(circles, from, keptShare) }]
  })
  let saved = 0
  const move = (contact: { to: Circle }, to: Circle | undefined): boolean => {
    if (to === undefined || to === contact.to || saved >= excess) return false
    saved += loadPerDay([contact.to.interval]) - loadPerDay([to.interval])
    contact.to = to
    return true
  }
  for (const contact of movable) move(contact, contact.kept)
  while (movable.filter((contact) => move(contact, widerThan(circles, contact.to)[0])).length > 0);
  return circles.flatMap((from) =>
    circles.flatMap((to) => {
      const uids = movable.filter((moved) => moved.from === from && moved.to === to).map(({ uid }) => uid)
      return from === to || uids.length === 0 ? [] : [{ kind: 'move' as const, uids, from, to }]
    }),
  )
}

/** Circles in which nobody of this one would be due earlier, the closest first. */
function widerThan(circles: readonly Circle[], circle: Circle): readonly Circle[] {
  return circles.filter(
    ({ interval }) =>
      isNeverShorter(interval, circle.interval) && meanDaysOf(interval) > meanDaysOf(circle.interval),
  )
}

/** Of its own and the wider circles the one whose interval is nearest, as a ratio, to the one that was really kept. */
function keptCircle(circles: readonly Circle[], own: Circle, keptShare: number): Circle {
  const kept = meanDaysOf(own.interval) / keptShare
  return widerThan(circles, own).reduce(
    (nearest, circle) =>
      kept * kept > meanDaysOf(nearest.interval) * meanDaysOf(circle.interval) ? circle : nearest,
    own,
  )
}

/** A circle twice as wide is another circle: beyond that all get wider instead, and none more than three times. */
const MOST_FOR_ONE = 2
const MOST_FOR_ALL = 3

/** Of one circle, where that suffices and leaves it closer than the next, the one that changes the least; else of all. */
function widenings(
  contacts: readonly ScheduledContact[],
  circles: readonly Circle[],
  excess: number,
): readonly PlanChange[] {
  const members = circles.map(({ uid }) => contacts.filter(({ circle, isOwn }) => circle === uid && !isOwn))
  const loads = members.map((list) => loadPerDay(list.map(({ interval }) => interval)))
  const [single] = circles
    .flatMap((circle, index) => {
      const factor = factorFor(loads[index] ?? 0, excess)
      const interval = longerBy(circle.interval, factor)
      const next = circles[index + 1]
      const isCloser = next === undefined || meanDaysOf(interval) < meanDaysOf(next.interval)
      return factor <= MOST_FOR_ONE && isCloser ? [{ circle, interval, factor }] : []
    })
    .sort((a, b) => a.factor - b.factor)
  if (single !== undefined) return [{ kind: 'widen', circle: single.circle, interval: single.interval }]
  const factor = Math.min(
    MOST_FOR_ALL,
    factorFor(
      loads.reduce((sum, load) => sum + load, 0),
      excess,
    ),
  )
  return circles
    .filter((_, index) => (loads[index] ?? 0) > 0)
    .map((circle) => ({ kind: 'widen', circle, interval: longerBy(circle.interval, factor) }))
}

/** By how much longer intervals save so much of a load; infinite where nothing does. */
function factorFor(load: number, excess: number): number {
  return load > excess ? load / (load - excess) : Number.POSITIVE_INFINITY
}

/** Units in which an interval is made longer, so that a few steps lie between it and its double. */
const FINER: Readonly<
  Record<IntervalUnit, { readonly unit: IntervalUnit; readonly count: number; readonly below: number }>
> = {
  d: { unit: 'd', count: 1, below: 0 },
  w: { unit: 'd', count: 7, below: 4 },
  m: { unit: 'w', count: 52 / 12, below: 3 },
  q: { unit: 'm', count: 3, below: 1000 },
  y: { unit: 'm', count: 12, below: 3 },
}

/** At least so many times as long, in whole units. */
function longerBy(interval: Interval, factor: number): Interval {
  const { unit, count, below } = FINER[interval.unit]
  const finer = interval.count < below ? { unit, count: interval.count * count } : interval
  // What is whole but for the rounding of fractions stays.
  const longer = Math.ceil(finer.count * factor - 1e-9)
  return inWholeUnits({ unit: finer.unit, count: Math.min(MOST_COUNT[finer.unit], longer) })
}

/** 42 days are six weeks, 24 months two years. */
function inWholeUnits({ count, unit }: Interval): Interval {
  if (unit === 'd' && count % 7 === 0) return { count: count / 7, unit: 'w' }
  if (unit === 'm' && count % 12 === 0) return { count: count / 12, unit: 'y' }
  return { count, unit }
}

/** As few as it takes of those who were never in touch, then of those who are long out of it: the longest first, for a close one is late soon. */
function lettingGo(contacts: readonly ScheduledContact[], excess: number): readonly PlanChange[] {
  const gone = contacts
    .filter(
      ({ isUntouched, lateness, quietDays }) =>
        isUntouched || (lateness >= LET_GO_LATENESS && quietDays >= LET_GO_DAYS),
    )
    .sort((a, b) => Number(b.isUntouched) - Number(a.isUntouched) || b.quietDays - a.quietDays)
  const chosen: ScheduledContact[] = []
  let saved = 0
  for (const contact of gone) {
    if (saved >= excess) break
    saved += loadPerDay([contact.interval])
    chosen.push(contact)
  }
  if (chosen.length === 0) return []
  const untouched = chosen.filter(({ isUntouched }) => isUntouched).length
  return [{ kind: 'let-go', uids: chosen.map(({ uid }) => uid), untouched }]
}
