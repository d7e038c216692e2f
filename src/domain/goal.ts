/** Goals: so many of something in each period, as in `5 touches a week`. Fed by what is recorded, so there is nothing to tick off. */
import { usageError } from '../errors.ts'
import type { CalendarDate } from './calendar-date.ts'
import { daysBetween, laterDate } from './calendar-date.ts'
import { countThing, findThing, type GoalThing, type KnownWords } from './goal-thing.ts'
import { foldText } from './match-key.ts'
import { type DateRange, daysIn, PERIODS, type Period } from './period.ts'

/** There is one goal for each thing and period. */
export interface Goal extends GoalThing {
  readonly target: number
  readonly period: Period
}

/** `behind` when less is done than the part of the period that is over asks for. */
export type Pace = 'done' | 'on pace' | 'behind'

interface PastPeriod {
  readonly periodStart: CalendarDate
  readonly periodEnd: CalendarDate
  readonly done: number
}

/** A goal and how it stands in the period under way. */
export interface GoalProgress extends Goal {
  readonly uid: string
  /** Short, for typing. */
  readonly id: string
  /** As {@link formatGoal} writes it. */
  readonly text: string
  readonly done: number
  readonly periodStart: CalendarDate
  readonly periodEnd: CalendarDate
  /** Today is one of them. */
  readonly daysLeft: number
  readonly pace: Pace
  /** How many are missing to be on pace; 0 unless behind. */
  readonly behind: number
  /** Earlier periods, the latest first; the goal as it is now applies to them. */
  readonly past: readonly PastPeriod[]
}

export const MOST_TARGET = 1000
/** No goal is longer; it bounds the work on a whole note given as one. */
const LONGEST_GOAL = 120

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COUNT_FIRST = new RegExp(`^(\\d+|an?|${NUMBERS.join('|')}) (.+)$`)
const UNIT_LAST = /^(.*?) ?(?:\/ ?|(?<![^ ])(?:an?|per|each|every) )(day|week|month|quarter|year)$/
const ADVERB_LAST = /^(.*?) ?(?<![^ ])(daily|weekly|monthly|quarterly|yearly)$/
const ADVERBS: Readonly<Record<string, Period>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
}

const GOAL_HINT = 'Type: netkeep goal set 5 touches a week'
const THINGS_HINT =
  'What can be counted: touches, new contacts, events, gives, asks, promises kept, reach-outs; a channel, as in 2 coffees a month; a kind of help, as in 1 introduction a month.'

/** `5 touches a week`, the words that {@link parseGoal} reads back. */
export function formatGoal(goal: Goal): string {
  return `${countThing(goal, goal.target)} a ${goal.period}`
}

/** @throws UserError (usage) saying what is missing, or what can be counted. */
export function parseGoal(text: string, known: KnownWords): Goal {
  const { what, period } = splitPeriod(text)
  if (what === '') throw usageError('Say what the goal is.', GOAL_HINT)
  if (period === undefined) {
    throw usageError(
      `"${text}" does not say in which time.`,
      `End it with a day, a week, a month, a quarter or a year. ${GOAL_HINT}`,
    )
  }
  const [, count, thingText = ''] = COUNT_FIRST.exec(what) ?? []
  if (count === undefined) throw usageError(`"${text}" does not begin with a number.`, GOAL_HINT)
  const thing = findThing(thingText, known)
  if (thing === undefined)
    throw usageError(`Nothing that netkeep counts is called "${thingText}".`, THINGS_HINT)
  return { ...thing, target: parseTarget(count), period }
}

/** What a goal counts and in which time, its number left out or not: by that it is found again. The time may be left out too. */
export function findGoalWords(
  text: string,
  known: KnownWords,
): (GoalThing & { readonly period: Period | undefined }) | undefined {
  const { what, period } = splitPeriod(text)
  const thing = findThing(what, known) ?? findThing(COUNT_FIRST.exec(what)?.[2] ?? '', known)
  return thing === undefined ? undefined : { ...thing, period }
}

function splitPeriod(text: string): { what: string; period: Period | undefined } {
  const typed = text.length > LONGEST_GOAL ? '' : foldText(text).replace(/[.!]$/, '')
  const [, before, unit] = UNIT_LAST.exec(typed) ?? []
  if (before !== undefined) return { what: before, period: PERIODS.find((period) => period === unit) }
  const [, first = typed, adverb = ''] = ADVERB_LAST.exec(typed) ?? []
  return { what: first, period: ADVERBS[adverb] }
}

function parseTarget(count: string): number {
  const target = /^\d/.test(count) ? Number(count) : Math.max(1, NUMBERS.indexOf(count) + 1)
  if (target >= 1 && target <= MOST_TARGET) return target
  throw usageError(`${count} is no goal: it is a number from 1 to ${MOST_TARGET}.`, GOAL_HINT)
}

/**
 * Whether the goal keeps up with the calendar. Only days that are over ask for something, in whole numbers: 5 a week asks for the
 * first on the second day's end. A goal that is set in the middle of a period asks for nothing of the days before.
 */
export function paceOf(
  target: number,
  done: number,
  period: DateRange,
  today: CalendarDate,
  setOn: CalendarDate | null,
): { readonly pace: Pace; readonly behind: number } {
  if (done >= target) return { pace: 'done', behind: 0 }
  const expected = Math.floor((target * daysBetween(laterDate(period.from, setOn), today)) / daysIn(period))
  const behind = Math.max(0, expected - done)
  return { pace: behind > 0 ? 'behind' : 'on pace', behind }
}
