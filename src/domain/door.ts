/**
 * How much a door is worth: how near a contact is to the user, and how strongly two contacts are linked. All are numbers from 0 to 1 that
 * are multiplied along a chain. Nothing here was measured: the numbers put the ways people know each other in an order that most would
 * agree to, and stand in one place. docs/doors.md shows them.
 */
import { type CalendarDate, daysBetween } from './calendar-date.ts'

/** What decides how near a contact is. */
export interface Nearness {
  /** The latest touchpoint that counts. */
  readonly lastOn: CalendarDate
  /** Before any snooze: a snooze is a plan of the user's, the contact has heard no more for it. Null without cadence. */
  readonly plainDueOn: CalendarDate | null
}

/** The weight of a first step halves with each year of silence. */
const HALVED_AFTER_DAYS = 365
/** Kept up as often as wanted; with no cadence to go by; past its day. */
const WARMTH = { warm: 1, unscheduled: 0.8, cold: 0.7 } as const

/** A later touch never makes less of it: it comes with a later due date. */
export function weightOfFirst({ lastOn, plainDueOn }: Nearness, today: CalendarDate): number {
  const warmth = plainDueOn === null ? WARMTH.unscheduled : today <= plainDueOn ? WARMTH.warm : WARMTH.cold
  return warmth * 0.5 ** (Math.max(0, daysBetween(lastOn, today)) / HALVED_AFTER_DAYS)
}

/** How far the user's own introduction of two contacts to each other has come. */
type IntroductionState = 'offered' | 'made' | 'met'

/** A link of two contacts that was told of them, as the one sees it who is nearer to the user. */
export type Tie =
  | { readonly kind: 'relation'; readonly relation: string }
  /** It brought the user and the other together; or the other brought the user and it together. */
  | { readonly kind: 'introduced-you' | 'introduced-by' }
  /** The same, of an introduction that was only offered until now. */
  | { readonly kind: 'offers-you' | 'offered-by' }
  | { readonly kind: 'introduction'; readonly state: IntroductionState }

/** Of a kind of the user's own it is only known that there is something. */
const RELATIONS: ReadonlyMap<string, number> = new Map([
  // A home, or a life's work, in common.
  ['family', 0.95],
  ['partner', 0.95],
  ['friend', 0.9],
  // They chose each other, and one owes the other something.
  ['mentor', 0.85],
  ['mentee', 0.85],
  // They speak each week.
  ['reports-to', 0.8],
  ['manages', 0.8],
  ['client', 0.7],
  ['supplier', 0.7],
  ['colleague', 0.65],
  ['knows', 0.6],
])
const OTHER_RELATION = 0.6
/** Whoever introduced somebody to the user has put in a word before. */
const INTRODUCER = 0.75
/** Whoever offers to has done nothing yet, but knows them. */
const OFFERING = 0.6
/** The user's own introductions: those that led to a meeting, those made, those that have not been made and so link nobody yet. */
const INTRODUCTIONS: Readonly<Record<IntroductionState, number>> = { met: 0.6, made: 0.5, offered: 0.1 }

export function strengthOfTie(tie: Tie): number {
  if (tie.kind === 'relation') return RELATIONS.get(tie.relation) ?? OTHER_RELATION
  if (tie.kind === 'introduction') return INTRODUCTIONS[tie.state]
  return tie.kind === 'introduced-you' || tie.kind === 'introduced-by' ? INTRODUCER : OFFERING
}

export const STRONGEST_TIE: number = Math.max(...RELATIONS.values())
