/** How close the contacts of a real network are, and when they were last in touch. */
import type { Random } from './random.ts'

export interface Tie {
  readonly circle: string | null
  /** The part of all contacts that it holds. */
  readonly share: number
  /** Touchpoints of one contact, relative to the other ties. */
  readonly weight: number
  /** Days from one touchpoint to the next, on average. */
  readonly gapDays: number
  /** Days of the circle's interval. */
  readonly intervalDays: number | null
}

const TIES: readonly Tie[] = [
  { circle: 'inner', share: 0.02, weight: 60, gapDays: 11, intervalDays: 14 },
  { circle: 'close', share: 0.05, weight: 35, gapDays: 35, intervalDays: 42 },
  { circle: 'wide', share: 0.2, weight: 14, gapDays: 75, intervalDays: 90 },
  { circle: 'outer', share: 0.38, weight: 8, gapDays: 200, intervalDays: 365 },
  { circle: null, share: 0.35, weight: 3.5, gapDays: 250, intervalDays: null },
]

/** One in five whose turn came lets it pass, so that about an eighth of all are cold. */
const LATE = 0.2

export function drawTie(random: Random): Tie {
  let rest = random.next()
  for (const tie of TIES) {
    rest -= tie.share
    if (rest < 0) return tie
  }
  return random.pick(TIES)
}

/** How many days ago the contact's touchpoints were, the newest first. */
export function drawDaysAgo(random: Random, tie: Tie, count: number): readonly number[] {
  const days: number[] = []
  for (
    let daysAgo = drawLast(random, tie);
    days.length < count;
    daysAgo += 1 + Math.floor(tie.gapDays * (0.3 + 1.4 * random.next()))
  ) {
    days.push(Math.min(daysAgo, LONGEST_AGO))
  }
  return days
}

export const LONGEST_AGO = 7000

/** How many days ago the contact was last thought of. */
function drawLast(random: Random, { intervalDays }: Tie): number {
  if (intervalDays === null) return random.below(1500)
  return random.chance(LATE)
    ? Math.ceil(intervalDays * (1.05 + random.next() ** 3 * 2))
    : random.below(intervalDays)
}
