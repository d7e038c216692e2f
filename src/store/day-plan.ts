/** The plan for a day, from what is stored. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { channelToReachBy, type DayPlan, NEARLY_DUE_PERCENT, planDay, type Task } from '../domain/day-plan.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { getLines } from './contact-list.ts'
import type { Database } from './driver.ts'
import { countDue, listDue, listNearlyDue } from './due-list.ts'
import { listOccasions } from './occasions.ts'
import { countPromises, listPromises } from './promises.ts'
import { minutesByChannel } from './time-spent.ts'

interface ContactTask extends Task {
  readonly line: ContactLine
  /** The channel to reach the contact by. */
  readonly by: string
  /** Whether the contact is not due yet. */
  readonly isEarly: boolean
}

interface PromiseTask extends Task {
  readonly promise: PromiseRecord
}

interface DateTask extends Task {
  readonly date: OccasionLine
}

export interface StoredDayPlan extends DayPlan<ContactTask, PromiseTask, DateTask> {
  /** The minutes there are. */
  readonly minutes: number
  /** How many contacts are due, and promises, that found no room; and dates. */
  readonly more: { readonly due: number; readonly promises: number; readonly dates: number }
}

/** So many of each kind are looked at, at least: a longer one behind which a shorter one would fit may stand in front. */
const LEAST_LOOKED_AT = 50

/** @param leftOut uids of contacts and promises, and references of dates, that are not to be planned. */
export function getDayPlan(
  db: Database,
  today: CalendarDate,
  minutes: number,
  leftOut: readonly string[] = [],
): StoredDayPlan {
  const minutesBy = minutesByChannel(db)
  // So many more as may be left out of them.
  const looked = Math.max(LEAST_LOOKED_AT, minutes) + leftOut.length
  const isPlanned = (reference: string): boolean => !leftOut.includes(reference)
  const query = { today, until: today, limit: looked, filter: {} }
  const toTask = (isEarly: boolean) => (line: ContactLine) => {
    const by = channelToReachBy(line.lastChannel, minutesBy, minutes)
    return { line, by, minutes: minutesBy(by), isEarly }
  }
  const contacts = (uids: readonly string[], isEarly: boolean): readonly ContactTask[] =>
    getLines(db, uids.filter(isPlanned), today).map(toTask(isEarly))
  // One's own first: theirs wait for somebody else.
  const promises = [true, false]
    .flatMap((isMine) => listPromises(db, { ...query, isMine }))
    .filter(({ uid }) => isPlanned(uid))
    .map((promise) => ({ promise, minutes: minutesBy('message') }))
  // A day ahead is for thinking of: it takes no time yet.
  const dates = listOccasions(db, { ...query, hidesKept: true })
    .filter((date) => isPlanned(referenceOf(date)))
    .map((date) => ({ date, minutes: date.on > today ? 0 : minutesBy('social') }))
  const dueUids = listDue(db, query)
  const due = contacts(dueUids, false)
  // Where more are due than are looked at there is no room for others, and finding them would cost more than all the rest.
  const isAll = dueUids.length < looked
  const nearlyDue = isAll ? contacts(listNearlyDue(db, today, NEARLY_DUE_PERCENT, looked), true) : []
  const plan = planDay({ due, nearlyDue, promises, dates }, minutes)
  return {
    ...plan,
    minutes,
    more: {
      due: countDue(db, query) - plan.due.length,
      promises: countPromises(db, query) - plan.promises.length,
      dates: dates.length - plan.dates.length,
    },
  }
}

/** What a date is told apart by: a contact has one birthday. */
export function referenceOf({ contact, key }: OccasionLine): string {
  return `${contact.uid} ${key}`
}
