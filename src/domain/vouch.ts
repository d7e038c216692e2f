/** Who could vouch for the user: by what they gave before, what was given to them, and how the user has tagged them. */
import type { CalendarDate } from './calendar-date.ts'
import type { HelpSide } from './help.ts'

/** How often help of one kind went one way, and when last. */
export interface HelpCount {
  readonly side: HelpSide
  readonly kind: string
  readonly count: number
  readonly lastOn: CalendarDate
}

/** Tags that say so, until the command is given others. */
export const VOUCHING_TAGS: readonly string[] = ['reference', 'vouch', 'vouches']

/** What each kind of help they gave is worth: who vouched once may do it again, who judged one's work can speak of it. */
const WORTH_GOT: ReadonlyMap<string, number> = new Map([
  ['vouching', 6],
  ['referral', 5],
  ['feedback', 3],
  ['introduction', 3],
])
const WORTH_GOT_OTHER = 1
/** To have helped somebody lets them tell of it: each time a little, but no number of times outweighs one vouching. */
const WORTH_GAVE = 1
const MOST_WORTH_GAVE = 3
const WORTH_TAG = 6

export interface Vouching {
  readonly score: number
  /** The help that speaks for it, the weightiest first. */
  readonly help: readonly HelpCount[]
  readonly tag: string | null
}

/** Undefined for somebody of whom nothing speaks for it. */
export function vouchingOf(help: readonly HelpCount[], tag: string | null): Vouching | undefined {
  const weighed = help
    .filter(({ side }) => side !== 'asked')
    .map((count) => ({ count, worth: worthOf(count) }))
    .sort((a, b) => b.worth - a.worth || b.count.count - a.count.count)
  const got = weighed.filter(({ count }) => count.side === 'got').reduce((sum, { worth }) => sum + worth, 0)
  const gave = weighed.filter(({ count }) => count.side === 'gave').reduce((sum, { worth }) => sum + worth, 0)
  const score = got + Math.min(gave, MOST_WORTH_GAVE) + (tag === null ? 0 : WORTH_TAG)
  return score === 0 ? undefined : { score, help: weighed.map(({ count }) => count), tag }
}

/** A second time of the same adds one. */
function worthOf({ side, kind, count }: HelpCount): number {
  if (side === 'gave') return WORTH_GAVE * count
  return (WORTH_GOT.get(kind) ?? WORTH_GOT_OTHER) + count - 1
}
