/** What would make cadences ask for less. */

import type { Circle } from './circle.ts'
import { compareText } from './compare-text.ts'
import { type Interval, type IntervalUnit, meanDaysOf } from './interval.ts'
import { loadPerDay } from './spread.ts'

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
}

/** A change that makes the load less, of whole circles or of some contacts. */
export type PlanChange =
  | { readonly kind: 'move'; readonly uids: readonly string[]; readonly from: Circle; readonly to: Circle }
  | { readonly kind: 'widen'; readonly circle: Circle; readonly interval: Interval }
  | { readonly kind: 'let-go'; readonly uids: readonly string[] }

export interface Proposal {
  readonly changes: readonly PlanChange[]
  /** What all cadences would ask for then. */
  readonly loadPerDay: number
  /** Whether that is no more than there is room for. */
  readonly fits: boolean
}

/** Sums of fractions miss what they stand for by less than this. */
const ROUNDING = 1e-9

/** Nobody is let go who was not out of touch for twice the interval, and half a year. */
const LET_GO_LATENESS = 1
const LET_GO_DAYS = 182

/**
 * Up to three ways to ask for no more than `room` touches a day: some contacts into the next wider circle, the latest first, since these
 * were kept at a wider rhythm all along; longer intervals for circles; and no cadence for those who are longest out of touch. Where a way
 * does not suffice, it is as much of it as there is. One that asks for as much as before, or that another does too, is left out.
 * @param circles the closest first.
 */
export function proposalsFor(
  contacts: readonly ScheduledContact[],
  circles: readonly Circle[],
  room: number,
): readonly Proposal[] {
  const load = loadPerDay(contacts.map(({ interval }) => interval))
  if (load <= room) return []
  const excess = load - room
  const latestFirst = contacts.toSorted(
    (a, b) => b.lateness - a.lateness || compareText(a.nameKey, b.nameKey) || compareText(a.uid, b.uid),
  )
  const propose = (changes: readonly PlanChange[]): Proposal => {
    const after = loadAfter(contacts, changes)
    return { changes, loadPerDay: after, fits: after <= room + ROUNDING }
  }
  return [
    moves(latestFirst, circles, excess),
    widenings(contacts, circles, excess),
    lettingGo(latestFirst, excess),
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

/** As few as it takes, each one circle wider. */
function moves(
  latestFirst: readonly ScheduledContact[],
  circles: readonly Circle[],
  excess: number,
): readonly PlanChange[] {
  const places = new Map(circles.map(({ uid }, index) => [uid, index]))
  const moved = new Map<number, string[]>()
  let saved = 0
  for (const { uid, circle, interval, isOwn } of latestFirst) {
    if (saved >= excess) break
    const place = isOwn || circle === null ? undefined : places.get(circle)
    const to = place === undefined ? undefined : circles[place + 1]
    const less = to === undefined ? 0 : loadPerDay([interval]) - loadPerDay([to.interval])
    if (place === undefined || less <= 0) continue
    saved += less
    moved.set(place, [...(moved.get(place) ?? []), uid])
  }
  return circles.flatMap((from, place) => {
    const uids = moved.get(place)
    const to = circles[place + 1]
    return uids === undefined || to === undefined ? [] : [{ kind: 'move', uids, from, to }]
  })
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

/** Ten years: no interval is longer. */
const MOST_DAYS = 3652

/** At least so many times as long, in whole units. */
function longerBy(interval: Interval, factor: number): Interval {
  const { unit, count, below } = FINER[interval.unit]
  const finer = interval.count < below ? { unit, count: interval.count * count } : interval
  const days = meanDaysOf({ ...finer, count: 1 })
  const most = Math.floor(MOST_DAYS / days)
  return inWholeUnits({ unit: finer.unit, count: Math.min(most, Math.ceil(finer.count * factor - ROUNDING)) })
}

/** 42 days are six weeks, 24 months two years. */
function inWholeUnits({ count, unit }: Interval): Interval {
  if (unit === 'd' && count % 7 === 0) return { count: count / 7, unit: 'w' }
  if (unit === 'm' && count % 12 === 0) return { count: count / 12, unit: 'y' }
  return { count, unit }
}

/** As few as it takes of those who are long out of touch, the longest first: a close one is late soon, but was there lately. */
function lettingGo(latestFirst: readonly ScheduledContact[], excess: number): readonly PlanChange[] {
  const uids: string[] = []
  let saved = 0
  const gone = latestFirst.filter(
    ({ lateness, quietDays }) => lateness >= LET_GO_LATENESS && quietDays >= LET_GO_DAYS,
  )
  for (const { uid, interval } of gone.toSorted((a, b) => b.quietDays - a.quietDays)) {
    if (saved >= excess) break
    saved += loadPerDay([interval])
    uids.push(uid)
  }
  return uids.length === 0 ? [] : [{ kind: 'let-go', uids }]
}
