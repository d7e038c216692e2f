/** Puts the sample network into an empty database, as if somebody had kept it up for a year. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { inTransaction, recordStep } from '../store/command-log.ts'
import type { Store } from '../store/open.ts'
import { additionOf, editOf } from './add-steps.ts'
import { eventSteps } from './event-steps.ts'
import { groupSteps } from './group-steps.ts'
import { goalSteps } from './habit-steps.ts'
import { introductionSteps } from './introduction-steps.ts'
import { changesOf, promisesOf, touchpointStep } from './later-steps.ts'
import type { DemoContact } from './people.ts'
import type { DayOf, Step, Uids } from './step.ts'
import { watchSteps } from './watch-steps.ts'

/** Every step is a command of its own, the oldest first, so that history and undo have something to show. */
export function fillDemo(store: Store, network: readonly DemoContact[], now: string): void {
  const today = now.slice(0, 10) as CalendarDate
  const day: DayOf = (daysAgo) => addDays(today, -daysAgo)
  const found = new Map<string, string>()
  const uids: Uids = {
    of: (name) => {
      const uid = found.get(name)
      if (uid === undefined) throw new Error(`${name} is not in the demo, or is added later`)
      return uid
    },
    add: (name, uid) => found.set(name, uid),
  }
  inTransaction(store, (db) => {
    for (const { typed, daysAgo, take } of stepsFor(network, day)) {
      const input = { typed, at: `${day(daysAgo)}${now.slice(10)}` }
      recordStep(store, db, 'do', input, null, (change) => take(change, uids))
    }
  })
}

/** In the order of time; on one day a contact is added before anything is said of it. */
function stepsFor(network: readonly DemoContact[], day: DayOf): readonly Step[] {
  return [
    ...network.map((contact) => additionOf(contact, day)),
    ...network.flatMap((contact) => editOf(contact, day)),
    ...network.flatMap((contact) => contact.touchpoints.map((touch) => touchpointStep(contact, touch, day))),
    ...network.flatMap((contact) => promisesOf(contact, day)),
    ...network.flatMap((contact) => changesOf(contact, day)),
    ...introductionSteps(day),
    ...groupSteps(day),
    ...eventSteps(day),
    ...goalSteps(day),
    ...watchSteps(day),
  ].sort((a, b) => b.daysAgo - a.daysAgo)
}
