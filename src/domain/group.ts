/** Groups that meet: masterminds, job clubs, committees. They keep a cadence of their own, by the rules of contacts. */
import { cadenceOf, daysOverdueOn, latenessOn, type Standing, standingOn } from './cadence.ts'
import type { CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { checkLabel } from './contact.ts'
import { findInterval, formatInterval } from './interval.ts'
import { foldText } from './match-key.ts'

/** The kinds that are suggested; any other short text is a kind too. */
export const GROUP_KINDS = ['mastermind', 'job-club', 'committee', 'other'] as const

/** A group as it is stored. */
export interface StoredGroup {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly interval: string | null
  readonly trackedFrom: CalendarDate | null
  /** The day of its latest meeting. */
  readonly lastOn: CalendarDate | null
  /** Whether no other group is called the same. */
  readonly isOnlyOfName: boolean
}

/** A group as it stands on a day. */
export interface GroupLine {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly interval: string | null
  readonly lastOn: CalendarDate | null
  readonly dueOn: CalendarDate | null
  readonly daysOverdue: number | null
  readonly lateness: number | null
  readonly standing: Standing
  readonly isOnlyOfName: boolean
}

/** An interval that only a newer netkeep can read counts as none. */
export function groupLineOn(group: StoredGroup, today: CalendarDate): GroupLine {
  const { uid, id, name, kind, trackedFrom, lastOn, isOnlyOfName } = group
  const interval = findInterval(group.interval ?? '') ?? null
  const anchor = lastOn ?? trackedFrom
  const cadence =
    anchor === null
      ? null
      : cadenceOf({
          interval,
          isPaused: false,
          isProspect: false,
          trackedFrom: anchor,
          snooze: null,
          lastCountedOn: lastOn,
          hasTouchSinceSnooze: false,
          lastAttemptOn: null,
          attemptRestDays: 0,
        })
  return {
    uid,
    id,
    name,
    kind,
    interval: interval === null ? null : formatInterval(interval),
    lastOn,
    dueOn: cadence?.dueOn ?? null,
    daysOverdue: cadence === null ? null : daysOverdueOn(cadence, today),
    lateness: cadence === null ? null : latenessOn(cadence, today),
    standing: standingOn(cadence, today),
    isOnlyOfName,
  }
}

/** As the due list is ordered: by lateness, then due date, then name; those without a cadence last. */
export function compareGroups(a: GroupLine, b: GroupLine): number {
  return (
    (b.lateness ?? Number.NEGATIVE_INFINITY) - (a.lateness ?? Number.NEGATIVE_INFINITY) ||
    compareText(a.dueOn ?? '', b.dueOn ?? '') ||
    compareText(foldText(a.name), foldText(b.name))
  )
}

/** @throws UserError (usage) */
export function checkGroupName(typed: string): string {
  return checkLabel(typed, 'group name')
}

/** @throws UserError (usage) */
export function checkGroupKind(typed: string): string {
  return checkLabel(typed, 'kind of group')
}
