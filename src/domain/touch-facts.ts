/** What a contact's touchpoints mean for its cadence. */

import { endsSnooze, type Snooze, type Touch } from './cadence.ts'
import type { CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import type { Balance, HelpSide } from './help.ts'
import type { TouchpointKind } from './touchpoint.ts'

export interface StoredTouch extends Touch {
  readonly uid: string
  readonly kind: TouchpointKind
  readonly hasNote: boolean
  readonly helpSide: HelpSide | null
}

export interface TouchFacts {
  /** Touchpoints of whatever kind, and the date of the latest. */
  readonly count: number
  readonly lastOn: CalendarDate | null
  /** The latest touchpoint that counts. */
  readonly lastCounted: StoredTouch | null
  /** The newest touchpoint with a note, of whatever kind. */
  readonly lastNoted: StoredTouch | null
  readonly hasTouchSinceSnooze: boolean
  /** Attempts since the last counted touchpoint, and the date of the latest one. */
  readonly unanswered: number
  readonly lastAttemptOn: CalendarDate | null
  readonly balance: Balance
}

/** Folds touchpoints, in any order, into the facts of a cadence. */
export function touchFactsOf(touches: readonly StoredTouch[], snooze: Snooze | null): TouchFacts {
  const counted = touches.filter((touch) => touch.kind === 'counted')
  const lastCounted = latestOf(counted)
  const attempts = touches.filter(
    (touch) => touch.kind === 'attempt' && (lastCounted === null || compareTouches(touch, lastCounted) > 0),
  )
  return {
    count: touches.length,
    lastOn: latestOf(touches)?.on ?? null,
    lastCounted,
    lastNoted: latestOf(touches.filter((touch) => touch.hasNote)),
    hasTouchSinceSnooze: snooze !== null && counted.some((touch) => endsSnooze(touch, snooze)),
    unanswered: attempts.length,
    lastAttemptOn: latestOf(attempts)?.on ?? null,
    balance: balanceOf(touches),
  }
}

function balanceOf(touches: readonly StoredTouch[]): Balance {
  const [gives, asks, receipts] = (['gave', 'asked', 'got'] as const).map((side) =>
    touches.filter(({ helpSide }) => helpSide === side),
  ) as [StoredTouch[], StoredTouch[], StoredTouch[]]
  const lastGive = latestOf(gives)
  return {
    given: gives.length,
    asked: asks.length,
    received: receipts.length,
    asksSinceGive: asks.filter((ask) => lastGive === null || compareTouches(ask, lastGive) > 0).length,
  }
}

/** By date; on one day in the order they were recorded. */
export function compareTouches(a: StoredTouch, b: StoredTouch): number {
  return compareText(a.on, b.on) || compareText(a.recordedAt, b.recordedAt) || compareText(a.uid, b.uid)
}

function latestOf(touches: readonly StoredTouch[]): StoredTouch | null {
  return touches.reduce<StoredTouch | null>(
    (latest, touch) => (latest === null || compareTouches(touch, latest) > 0 ? touch : latest),
    null,
  )
}
