/** The steps after contacts of the sample network were added: touchpoints, promises, relations, dates, pauses. */
import { type CalendarDate, datePartsOf } from '../domain/calendar-date.ts'
import { BIRTHDAY, nearestOccurrence, occurrenceIn } from '../domain/occasion.ts'
import { setPaused, setSnooze } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { listOccasionsOf, type NewDate, setContactDate } from '../store/occasions.ts'
import { closePromise, insertPromise } from '../store/promises.ts'
import { addRelation } from '../store/relations.ts'
import { insertTouchpoint } from '../store/touchpoints.ts'
import type { DemoContact, DemoDate, DemoPromise, DemoTouchpoint } from './people.ts'
import { commandLine, type DayOf, type Option, type Step } from './step.ts'

/** `netkeep log`, `gave`, `asked`, `got` or `wish`. */
export function touchpointStep({ name }: DemoContact, touchpoint: DemoTouchpoint, day: DayOf): Step {
  const { daysAgo, alsoWith, isWish, next, event, ...rest } = touchpoint
  const on = day(daysAgo)
  const names = [name, ...alsoWith]
  return {
    typed: typedFor(names, touchpoint, day),
    daysAgo,
    take: (change, uids) => {
      const contacts = names.map(uids.of)
      const wish = isWish ? { key: BIRTHDAY, on: wishedFor(change.db, contacts[0] ?? '', on) } : null
      const at = event === null ? null : uids.of(event)
      const uid = insertTouchpoint(change, { ...rest, on, wish, event: at }, contacts)
      if (next === null) return
      const promise = { text: next.text, on: next.inDays === null ? null : day(-next.inDays), isMine: true }
      for (const contact of contacts) insertPromise(change, contact, promise, on, uid)
    },
  }
}

/** The day of the birthday that a wish sent then was for. */
function wishedFor(db: Database, contact: string, on: CalendarDate): CalendarDate | null {
  const birthday = listOccasionsOf(db, contact, on).find(({ key }) => key === BIRTHDAY)
  return birthday === undefined ? null : nearestOccurrence(birthday, on)
}

function typedFor(names: readonly string[], touchpoint: DemoTouchpoint, day: DayOf): string {
  const { channel, note, kind, direction, minutes, place, event, help, isWish, next } = touchpoint
  // The event tells the channel and the place.
  const said: readonly Option[] = [
    ['-m', note],
    ['--by', event === null ? channel : null],
    ['--event', event],
  ]
  if (isWish) return commandLine(['wish', ...names], said)
  if (help !== null) return commandLine([help.side, ...names, help.kind], said)
  return commandLine(
    ['log', ...names],
    [
      ...said,
      ['--in', direction === 'in'],
      ['--out', direction === 'out'],
      ['--attempt', kind === 'attempt'],
      ['--light', kind === 'light'],
      ['--for', minutes === null ? null : `${minutes}m`],
      ['--at', event === null ? place : null],
      ['--next', next?.text ?? null],
      ['--next-on', next?.inDays == null ? null : day(-next.inDays)],
    ],
  )
}

/** `netkeep promise add`, and `done` or `drop` where it is closed. */
export function promisesOf({ name, promises }: DemoContact, day: DayOf): readonly Step[] {
  return promises.flatMap((promise) => promiseSteps(name, promise, day))
}

function promiseSteps(name: string, promise: DemoPromise, day: DayOf): readonly Step[] {
  const { madeDaysAgo, text, inDays, isMine, closed } = promise
  const on = inDays === null ? null : day(-inDays)
  let uid = ''
  const made: Step = {
    typed: commandLine(
      ['promise', 'add', name, text],
      [
        ['--on', on],
        ['--theirs', !isMine],
      ],
    ),
    daysAgo: madeDaysAgo,
    take: (change, uids) => {
      uid = insertPromise(change, uids.of(name), { text, on, isMine }, day(madeDaysAgo), null)
    },
  }
  if (closed === null) return [made]
  const { state, daysAgo } = closed
  return [
    made,
    {
      typed: commandLine(['promise', state === 'done' ? 'done' : 'drop', name]),
      daysAgo,
      take: ({ db }) => {
        closePromise(db, uid, state, day(daysAgo))
      },
    },
  ]
}

/** `netkeep relate`, `date add`, `pause` and `snooze`. */
export function changesOf(contact: DemoContact, day: DayOf): readonly Step[] {
  const { name, relations, dates, snoozedForDays, isPaused } = contact
  const today = day(0)
  return [
    ...relations.map(
      ({ toldDaysAgo, kind, to }): Step => ({
        typed: commandLine(['relate', name, kind, to]),
        daysAgo: toldDaysAgo,
        take: ({ db }, uids) => {
          addRelation(db, { a: uids.of(name), kind, b: uids.of(to) })
        },
      }),
    ),
    ...dates.map((date) => dateStep(name, date, day)),
    ...(isPaused
      ? [
          {
            typed: commandLine(['pause', name]),
            daysAgo: 0,
            take: ({ db }, uids) => setPaused(db, uids.of(name), today),
          } satisfies Step,
        ]
      : []),
    ...(snoozedForDays === null
      ? []
      : [
          {
            typed: commandLine(['snooze', name, `${snoozedForDays}d`]),
            daysAgo: 0,
            take: (change, uids) => setSnooze(change, uids.of(name), day(-snoozedForDays), today),
          } satisfies Step,
        ]),
  ]
}

function dateStep(name: string, given: DemoDate, day: DayOf): Step {
  const date: NewDate = { label: given.label, notice: given.notice, ...occasionOf(given, day) }
  return {
    typed: commandLine(
      ['date', 'add', name, date.label],
      [
        ['--on', date.date],
        ['--notice', date.notice === null ? null : String(date.notice)],
      ],
    ),
    daysAgo: given.addedDaysAgo,
    take: ({ db }, uids) => setContactDate(db, uids.of(name), date),
  }
}

function occasionOf({ date }: DemoDate, day: DayOf): Pick<NewDate, 'date' | 'isYearly'> {
  if (typeof date === 'string') return { date, isYearly: true }
  const on = day(-date.inDays)
  if (date.years === null) return { date: on, isYearly: false }
  return { date: occurrenceIn(datePartsOf(on).year - date.years, on) ?? on, isYearly: true }
}
