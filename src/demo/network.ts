/**
 * The sample network of `netkeep demo`: 42 invented contacts, two of them prospects, and a year of touchpoints, told in days before
 * the day it is made, so that its due list is a good one on any day: 8 cold, 2 due, 5 more within the week.
 */
import type { DemoContact, DemoTouchpoint } from './people.ts'
import { CLOSE } from './people-close.ts'
import { INNER } from './people-inner.ts'
import { OUTER, PROSPECTS, UNSCHEDULED } from './people-outer.ts'
import { WIDE } from './people-wide.ts'

const HISTORY_DAYS = 365

/** Mean days between the older touchpoints; further out, those written by hand are all there are. */
const GAP_DAYS = { inner: 32, close: 80, wide: 120 } as const

export const DEMO_NETWORK: readonly DemoContact[] = [
  ...INNER,
  ...CLOSE,
  ...WIDE,
  ...OUTER,
  ...UNSCHEDULED,
  ...PROSPECTS,
].map((contact) => ({ ...contact, touchpoints: [...contact.touchpoints, ...olderTouchpoints(contact)] }))

/**
 * The rest of the year, back to the day they met: the channels, places and lengths of the touchpoints written by hand
 * in turn (but events and letters, which are rare), up to a quarter more or less than the gap apart.
 */
function olderTouchpoints({ name, circle, metDaysAgo, touchpoints }: DemoContact): readonly DemoTouchpoint[] {
  const habits = touchpoints.filter(
    ({ kind, channel }) => kind === 'counted' && channel !== 'event' && channel !== 'letter',
  )
  if (circle === null || circle === 'outer' || habits.length === 0) return []
  const older: DemoTouchpoint[] = []
  const earliest = Math.min(HISTORY_DAYS, metDaysAgo ?? HISTORY_DAYS)
  let daysAgo = Math.max(...touchpoints.map((touchpoint) => touchpoint.daysAgo))
  for (let seed = name.length; ; seed++) {
    const wobble = 0.75 + ((seed * 7) % 11) / 20
    daysAgo += Math.round(GAP_DAYS[circle] * wobble)
    const habit = habits[seed % habits.length]
    if (daysAgo > earliest || habit === undefined) return older
    older.push({ ...habit, daysAgo, note: null, alsoWith: [], help: null, next: null })
  }
}
