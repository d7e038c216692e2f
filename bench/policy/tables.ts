/** What is printed of the trials: one table for each question that was asked of the order. */
import { NEARLY_DUE_PERCENT } from '../../src/domain/day-plan.ts'
import { getOrder, ORDERS, type Order } from './orders.ts'
import { DAYS_PER_YEAR, play, type Standings, type Trial, type YearOutcome } from './trial.ts'
import { CIRCLES, LOAD_PER_DAY } from './world.ts'

export interface Table {
  readonly title: string
  /** The names of the columns. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Where there is not time for all: there an order matters. */
const SHORT = 0.6
/** Parts of the capacity that the cadences ask for. */
export const SHARES: readonly number[] = [SHORT, 0.9, 1.05, 1.3]
/** Each trial is played in as many worlds, and figures are the mean of them. */
export const SEEDS = 10
const EARLY_PERCENTS = [0, 5, 10, 15, 20, 30]
const ANSWERED = [0.5, 0.7, 0.9]
/** The second year is the one that is measured elsewhere. */
const YEARS_OF_LONG_RUNS = [2, 6, 12]

type Outcomes = readonly YearOutcome[]

/** One after another, as each takes some seconds. */
export function* allTables(): Generator<Table> {
  for (const earlyPercent of [0, NEARLY_DUE_PERCENT]) {
    for (const share of SHARES) yield tableOfOrders(share, earlyPercent)
  }
  yield tableOfLongRuns()
  yield tableOfEarly()
  yield tableOfAnswers()
}

/** How all orders do at a capacity, overall and by circle. */
function tableOfOrders(share: number, earlyPercent: number): Table {
  return {
    title: `${percent(share)} of the capacity, ${earlyPercent === 0 ? 'nobody early' : `the last ${earlyPercent}% early`}`,
    head: ['order', 'warm', 'mean', 'by closeness', 'worst', ...CIRCLES.map(({ name }) => name)],
    rows: ORDERS.map((order) => rowOfOrder(order, share, earlyPercent)),
  }
}

export function rowOfOrder(order: Order, share: number, earlyPercent: number): readonly string[] {
  const outcomes = measuredYears({ order, share, earlyPercent })
  return [
    order.name,
    withSpread(outcomes, ({ warmShare }) => warmShare, 3),
    mean(outcomes, ({ meanLateness }) => meanLateness).toFixed(3),
    withSpread(outcomes, ({ latenessByCloseness }) => latenessByCloseness, 3),
    withSpread(outcomes, ({ worstLateness }) => worstLateness, 1),
    ...CIRCLES.map((_, index) => circleCell(outcomes, index)),
  ]
}

/** Whether a year after another one tells what goes on: who is given up altogether gets later with each year. */
function tableOfLongRuns(): Table {
  const years = Math.max(...YEARS_OF_LONG_RUNS)
  const trial = { share: SHORT, earlyPercent: NEARLY_DUE_PERCENT, years }
  const outer = CIRCLES.length - 1
  return {
    title: `${percent(trial.share)} of the capacity for years: mean · by closeness · worst · outer circle warm`,
    head: ['order', ...YEARS_OF_LONG_RUNS.map((year) => `year ${year}`)],
    rows: ORDERS.map((order) => {
      const runs = inWorlds((seed) => play({ ...trial, order, seed }))
      return [
        order.name,
        ...YEARS_OF_LONG_RUNS.map((year) => {
          const outcomes = runs.flatMap((run) => run.slice(year - 1, year))
          return cells(
            mean(outcomes, ({ meanLateness }) => meanLateness).toFixed(2),
            mean(outcomes, ({ latenessByCloseness }) => latenessByCloseness).toFixed(2),
            mean(outcomes, ({ worstLateness }) => worstLateness).toFixed(1),
            mean(outcomes, ({ circles }) => circles[outer]?.warmShare ?? 0).toFixed(2),
          )
        }),
      ]
    }),
  }
}

/** What filling up lifts, and what it costs: those reached early are to be reached again the earlier. */
function tableOfEarly(): Table {
  const shares = SHARES.filter((share) => share > SHORT)
  const order = getOrder('lateness')
  return {
    title: 'How much early, by lateness: warm · worst · touches as a part of those that the cadences ask for',
    head: ['early', ...shares.map((share) => percent(share))],
    rows: EARLY_PERCENTS.map((earlyPercent) => [
      `${earlyPercent}%`,
      ...shares.map((share) => {
        const outcomes = measuredYears({ order, share, earlyPercent })
        return cells(
          mean(outcomes, ({ warmShare }) => warmShare).toFixed(3),
          mean(outcomes, ({ worstLateness }) => worstLateness).toFixed(1),
          percent(mean(outcomes, ({ touches }) => touches) / (LOAD_PER_DAY * DAYS_PER_YEAR)),
        )
      }),
    ]),
  }
}

/** Whether the share of answers that was assumed decides anything. */
function tableOfAnswers(): Table {
  return {
    title: `${percent(SHORT)} of the capacity, other parts of the attempts answered: warm · by closeness · worst`,
    head: ['order', ...ANSWERED.map((answered) => `${percent(answered)} answered`)],
    rows: ORDERS.map((order) => [
      order.name,
      ...ANSWERED.map((answered) => {
        const outcomes = measuredYears({ order, share: SHORT, earlyPercent: NEARLY_DUE_PERCENT, answered })
        return cells(
          mean(outcomes, ({ warmShare }) => warmShare).toFixed(2),
          mean(outcomes, ({ latenessByCloseness }) => latenessByCloseness).toFixed(2),
          mean(outcomes, ({ worstLateness }) => worstLateness).toFixed(1),
        )
      }),
    ]),
  }
}

/** The year after a year of warm-up, in each of the worlds. */
function measuredYears(trial: Omit<Trial, 'years' | 'seed'>): Outcomes {
  return inWorlds((seed) => play({ ...trial, years: 2, seed })).flatMap((years) => years.slice(1))
}

function inWorlds<T>(played: (seed: number) => T): readonly T[] {
  return Array.from({ length: SEEDS }, (_, index) => played(index + 1))
}

/** Warm, mean and worst of a circle. */
function circleCell(outcomes: Outcomes, index: number): string {
  const of = (value: (standings: Standings) => number): number =>
    mean(outcomes, ({ circles }) => {
      const standings = circles[index]
      return standings === undefined ? 0 : value(standings)
    })
  return cells(
    of(({ warmShare }) => warmShare).toFixed(2),
    of(({ meanLateness }) => meanLateness).toFixed(2),
    of(({ worstLateness }) => worstLateness).toFixed(1),
  )
}

function mean<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((sum, item) => sum + value(item), 0) / list.length
}

/** The mean of the worlds and their standard deviation. */
function withSpread(outcomes: Outcomes, value: (outcome: YearOutcome) => number, digits: number): string {
  const middle = mean(outcomes, value)
  const variance = mean(outcomes, (outcome) => (value(outcome) - middle) ** 2)
  return `${middle.toFixed(digits)} ±${Math.sqrt(variance).toFixed(digits)}`
}

function cells(...figures: readonly string[]): string {
  return figures.join(' · ')
}

function percent(part: number): string {
  return `${Math.round(part * 100)}%`
}
