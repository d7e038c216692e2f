/** Introductions: of two contacts to each other by the user, or of a contact to the user by another one. */
import type { CalendarDate } from './calendar-date.ts'

/** What becomes of an introduction, in order; any of them may be skipped. `declined` ends one that comes to nothing. */
export const INTRODUCTION_STATES = ['offered', 'agreed', 'made', 'met', 'outcome', 'declined'] as const
export type IntroductionState = (typeof INTRODUCTION_STATES)[number]

/** The day of each state that was reached, none before one to its left; it is in the last that has one. Who declined has not met. */
export type IntroductionDays = Readonly<Record<IntroductionState, CalendarDate | null>>

export const NO_DAYS: IntroductionDays = {
  offered: null,
  agreed: null,
  made: null,
  met: null,
  outcome: null,
  declined: null,
}

interface Named {
  readonly uid: string
  readonly name: string
}

export interface IntroductionRecord {
  readonly uid: string
  /** The shortest unambiguous end of the uid, at least 6 characters. */
  readonly id: string
  readonly a: Named
  /** Whom `a` is introduced to; null for the user. */
  readonly b: Named | null
  /** Who introduces them; null for the user. */
  readonly by: Named | null
  readonly purpose: string | null
  /** What came of it; of one that was declined, why. */
  readonly outcome: string | null
  readonly days: IntroductionDays
  readonly state: IntroductionState
  /** The day of the state. */
  readonly on: CalendarDate
  /** Uid of the touchpoint that it was recorded with. */
  readonly touchpoint: string | null
}

/** The state that these days say, and its day; undefined without any. */
export function stateOf(
  days: IntroductionDays,
): { readonly state: IntroductionState; readonly on: CalendarDate } | undefined {
  for (const state of INTRODUCTION_STATES.toReversed()) {
    const on = days[state]
    if (on !== null) return { state, on }
  }
  return undefined
}

export function findState(word: string): IntroductionState | undefined {
  return INTRODUCTION_STATES.find((state) => state === word.trim().toLowerCase())
}

/** What it may come to next: `agreed` after `offered`; undefined where it has ended. */
export function nextState(state: IntroductionState): IntroductionState | undefined {
  return hasText(state) ? undefined : INTRODUCTION_STATES[INTRODUCTION_STATES.indexOf(state) + 1]
}

/** Both ends of an introduction may be told in words. */
export function hasText(state: IntroductionState): boolean {
  return state === 'outcome' || state === 'declined'
}

export function isBefore(state: IntroductionState, other: IntroductionState): boolean {
  return INTRODUCTION_STATES.indexOf(state) < INTRODUCTION_STATES.indexOf(other)
}

/** Whether somebody is still to do something: until the two have met. */
export function isUnderWay(state: IntroductionState): boolean {
  return isBefore(state, 'met')
}

/** Whether one in this state is likely the one that is put into the other: it has not come so far. */
export function canMoveOn(state: IntroductionState, to: IntroductionState): boolean {
  return to === 'declined' ? isUnderWay(state) : isBefore(state, to)
}

/** The states whose days stay once it is in this one. */
function statesKept(state: IntroductionState): readonly IntroductionState[] {
  return INTRODUCTION_STATES.filter((earlier) => canMoveOn(earlier, state))
}

/** The days once it is in this state since `on`: those of later states are cleared, and with `declined` what came of meeting. */
export function moveTo(days: IntroductionDays, state: IntroductionState, on: CalendarDate): IntroductionDays {
  const kept = statesKept(state)
  return { ...NO_DAYS, ...Object.fromEntries(kept.map((earlier) => [earlier, days[earlier]])), [state]: on }
}

/** An earlier state that was reached after that day only: the last such one. It has to be put right first. */
export function findLaterDay(
  days: IntroductionDays,
  state: IntroductionState,
  on: CalendarDate,
): { readonly state: IntroductionState; readonly on: CalendarDate } | undefined {
  for (const earlier of statesKept(state).toReversed()) {
    const day = days[earlier]
    if (day !== null && day > on) return { state: earlier, on: day }
  }
  return undefined
}

/** The day on which it was made, at the latest: who has met was introduced. Null for one that is yet to be made, or came to nothing. */
export function madeOn({ made, met, outcome, declined }: IntroductionDays): CalendarDate | null {
  return declined === null ? (made ?? met ?? outcome) : null
}

/** Whether it has an outcome, and nobody ever said that it was made: perhaps it was not. */
export function isSaidMadeByOutcome({ state, days }: Pick<IntroductionRecord, 'state' | 'days'>): boolean {
  return state === 'outcome' && days.made === null && days.met === null
}

/** The states whose days are no longer there. */
export function clearedStates(
  before: IntroductionDays,
  after: IntroductionDays,
): readonly IntroductionState[] {
  return INTRODUCTION_STATES.filter((state) => before[state] !== null && after[state] === null)
}

/** Everyone in it, whoever introduces whom. */
export function contactsOf({ a, b, by }: Pick<IntroductionRecord, 'a' | 'b' | 'by'>): readonly Named[] {
  return [a, b, by].filter((contact) => contact !== null)
}
