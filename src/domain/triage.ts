/** Triage: imported contacts that wait for a circle, and what was answered about them. */
import type { CalendarDate } from './calendar-date.ts'
import type { Circle } from './circle.ts'
import type { ContactDetails } from './contact-line.ts'
import { meanDaysOf } from './interval.ts'
import type { TouchpointRecord } from './touchpoint.ts'

/** A contact that an import brought, and that has neither circle nor interval yet. */
export interface WaitingContact {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  /** Touchpoints of whatever kind, and the date of the latest. */
  readonly touchpoints: number
  readonly lastOn: CalendarDate | null
  readonly metOn: CalendarDate | null
}

/** What there is to judge by. */
export interface TriageCard {
  readonly contact: WaitingContact
  readonly details: ContactDetails
  readonly emails: readonly string[]
  readonly urls: readonly string[]
  /** The latest touchpoint, of whatever kind. */
  readonly last: TouchpointRecord | undefined
}

/** What one key says of a contact: a circle, no cadence ever, away with it, or another time. */
export type Verdict =
  | { readonly kind: 'circle'; readonly circle: Circle }
  | { readonly kind: 'none' | 'removed' | 'skipped' }

interface Share {
  readonly verdict: Verdict
  readonly count: number
}

/** How many contacts got which verdict: the circles first, the closest of them first; then those without cadence, removed, skipped. */
export function tallyOf(verdicts: readonly Verdict[]): readonly Share[] {
  const circles = new Map(
    verdicts.flatMap((verdict) => (verdict.kind === 'circle' ? [[verdict.circle.uid, verdict.circle]] : [])),
  )
  const byCloseness = [...circles.values()].sort((a, b) => meanDaysOf(a.interval) - meanDaysOf(b.interval))
  const all: readonly Verdict[] = [
    ...byCloseness.map((circle): Verdict => ({ kind: 'circle', circle })),
    { kind: 'none' },
    { kind: 'removed' },
    { kind: 'skipped' },
  ]
  return all
    .map((verdict) => ({ verdict, count: verdicts.filter((other) => isSame(other, verdict)).length }))
    .filter(({ count }) => count > 0)
}

function isSame(a: Verdict, b: Verdict): boolean {
  if (a.kind === 'circle' && b.kind === 'circle') return a.circle.uid === b.circle.uid
  return a.kind === b.kind
}
