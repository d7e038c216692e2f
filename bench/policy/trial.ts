/** One order played in one world, and what is counted in each year of it. */
import { epochDayOf } from '../../src/domain/calendar-date.ts'
import { type SimulatedContact, simulate } from '../../src/domain/simulation.ts'
import { createRandom } from '../random.ts'
import { closenessOf, type Order } from './orders.ts'
import { CIRCLES, createWorld, type WorldOptions } from './world.ts'

export const DAYS_PER_YEAR = 365

export interface Trial extends Omit<WorldOptions, 'days'> {
  readonly order: Order
  readonly earlyPercent: number
  /** How many years are played. */
  readonly years: number
}

/** Of contacts over some days, each looked at in the morning. Lateness is in intervals, 0 until the due day is over. */
export interface Standings {
  /** Contact-days on which nobody is late, the due day itself among them. */
  readonly warmShare: number
  readonly meanLateness: number
  readonly worstLateness: number
}

export interface YearOutcome extends Standings {
  /** Mean lateness, each contact weighing as much as it is close. */
  readonly latenessByCloseness: number
  /** In the order of the circles. */
  readonly circles: readonly Standings[]
  readonly attempts: number
  readonly touches: number
}

/** Sums over the contact-days of a circle. */
interface Tally {
  readonly closeness: number
  days: number
  warmDays: number
  lateness: number
  worst: number
}

interface YearTally {
  readonly circles: readonly Tally[]
  attempts: number
  touches: number
}

/** What is counted in each year, the first one first. The same trial has the same outcome. */
export function play({ order, earlyPercent, years, ...options }: Trial): readonly YearOutcome[] {
  const world = createWorld({ ...options, days: years * DAYS_PER_YEAR })
  const tallies = Array.from({ length: years }, createTally)
  const from = epochDayOf(world.from)
  const tallyOf = (day: number): YearTally =>
    tallies[Math.floor((day - from) / DAYS_PER_YEAR)] ?? createTally()
  const course = {
    ...world,
    rank: order.rankBy(createRandom(options.seed)),
    earlyPercent,
    isAnswered: (contact: Readonly<SimulatedContact>, day: number): boolean => {
      const isAnswered = world.isAnswered(contact, day)
      const tally = tallyOf(day)
      tally.attempts += 1
      if (isAnswered) tally.touches += 1
      return isAnswered
    },
  }
  const members = CIRCLES.map(({ name }) => world.contacts.filter(({ circle }) => circle === name))
  for (const day of simulate(world.contacts, course)) {
    for (const [index, tally] of tallyOf(day).circles.entries()) count(tally, members[index] ?? [], day)
  }
  return tallies.map(outcomeOf)
}

function createTally(): YearTally {
  const circles = CIRCLES.map(
    ({ interval }): Tally => ({
      closeness: closenessOf(interval),
      days: 0,
      warmDays: 0,
      lateness: 0,
      worst: 0,
    }),
  )
  return { circles, attempts: 0, touches: 0 }
}

function count(tally: Tally, members: readonly SimulatedContact[], day: number): void {
  for (const { dueOn, intervalDays } of members) {
    const lateness = Math.max(0, (day - dueOn) / intervalDays)
    if (lateness === 0) tally.warmDays += 1
    tally.lateness += lateness
    tally.worst = Math.max(tally.worst, lateness)
  }
  tally.days += members.length
}

function outcomeOf({ circles, attempts, touches }: YearTally): YearOutcome {
  const weighted = (value: (tally: Tally) => number): number =>
    circles.reduce((sum, tally) => sum + value(tally) * tally.closeness, 0)
  return {
    ...standingsOf(circles),
    latenessByCloseness: weighted(({ lateness }) => lateness) / weighted(({ days }) => days),
    circles: circles.map((tally) => standingsOf([tally])),
    attempts,
    touches,
  }
}

function standingsOf(tallies: readonly Tally[]): Standings {
  const sum = (value: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + value(tally), 0)
  const days = sum((tally) => tally.days)
  return {
    warmShare: sum(({ warmDays }) => warmDays) / days,
    meanLateness: sum(({ lateness }) => lateness) / days,
    worstLateness: Math.max(...tallies.map(({ worst }) => worst)),
  }
}
