import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  type CalendarDate,
  daysBetween,
  laterDate,
  weekdayOf,
} from '../../src/domain/calendar-date.ts'
import { addInterval, type Interval, meanDaysOf, parseInterval } from '../../src/domain/interval.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { countCold, listDue } from '../../src/store/due-list.ts'
import { applyRestart, planRestart } from '../../src/store/restart.ts'
import { insertFreeze } from '../../src/store/streak.ts'
import { createNetkeep } from '../harness.ts'
import { addAll, ago, type Known, TODAY } from './known-contacts.ts'

/** Minutes of the channels that the contacts below have. */
const MINUTES: Readonly<Record<string, number>> = { call: 15, video: 30, message: 5 }

/** A contact by the definitions, from what was told of it: nothing is read from the database. */
interface Told {
  readonly uid: string
  readonly rank: number
  readonly key: string
  readonly dueOn: CalendarDate
  /** Due, and no longer at rest. */
  readonly from: CalendarDate
  readonly effort: number
  readonly interval: Interval
}

function timetable(
  contacts: readonly Known[],
  uids: readonly string[],
  today: CalendarDate,
  minutes: number,
): readonly Told[] {
  return contacts.flatMap((known, index) => {
    if (known.isPaused === true) return []
    const uid = uids[index] ?? ''
    const anchor = ago(known.touchedAgo)
    const plain = addInterval(anchor, parseInterval(known.interval))
    const dueOn = laterDate(plain, known.snoozedFor === undefined ? null : addDays(TODAY, known.snoozedFor))
    const isTried = known.triedAgo !== undefined && known.triedAgo <= known.touchedAgo
    const usual = MINUTES[known.channel ?? 'coffee'] ?? 5
    return {
      uid,
      rank: daysBetween(anchor, today) * daysBetween(anchor, plain),
      key: [dueOn, known.name.padEnd(20), uid].join(' '),
      dueOn,
      from: laterDate(dueOn, isTried ? addDays(ago(known.triedAgo), 3) : null),
      effort: usual > minutes ? 5 : usual,
      interval: parseInterval(known.interval),
    }
  })
}

/**
 * Day after day: whoever is due by then has its minutes, and again an interval later, then those who wait start while there are
 * minutes. On a full day nobody does; one does all the same after ten of them, or every day where all that is asked for never fits.
 */
function slowly(
  told: readonly Told[],
  today: CalendarDate,
  minutes: number,
  isFrozen: (day: CalendarDate) => boolean,
): readonly (readonly [uid: string, on: CalendarDate])[] {
  const waiting = told
    .filter(({ from }) => from <= today)
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
  const agenda = told.filter(({ from }) => from > today).map((one) => ({ ...one }))
  if (waiting.every(({ dueOn }) => dueOn === today)) return []
  const inTurn = (a: Told, b: Told): number =>
    daysBetween(b.from, a.from) || meanDaysOf(a.interval) - meanDaysOf(b.interval) || a.effort - b.effort
  const perWeek = told.reduce((sum, { effort, interval }) => sum + (7 * effort) / meanDaysOf(interval), 0)
  const starts: [string, CalendarDate][] = []
  let left = 0
  let full = 0
  for (let on = today; waiting.length > 0; on = addDays(on, 1)) {
    if ([0, 6].includes(weekdayOf(on)) || isFrozen(on)) continue
    left = minutes + Math.min(0, left)
    for (const one of agenda.filter(({ from }) => from <= on).sort(inTurn)) {
      if (left <= 0) break
      left -= one.effort
      agenda[agenda.indexOf(one)] = { ...one, from: addInterval(on, one.interval) }
    }
    const isFull = left <= 0
    full = isFull ? full + 1 : 0
    if (isFull && perWeek <= 5 * minutes && full <= 10) continue
    full = 0
    do {
      const next = waiting.shift()
      if (next === undefined) break
      if (!isFull) left -= next.effort
      starts.push([next.uid, on])
      agenda.push({ ...next, from: addInterval(on, next.interval) })
    } while (!isFull && (waiting[0]?.effort ?? 0) <= left)
  }
  return starts
}

/** Most of them past their interval, some of them snoozed, at rest or paused. */
const someone: fc.Arbitrary<Known> = fc.record({
  name: fc.constantFrom('ada', 'bob', 'cid', 'dan', 'eve', 'ada king'),
  interval: fc.constantFrom('1w', '2w', '6w', '1q', '1y'),
  touchedAgo: fc.oneof(fc.nat(60), fc.nat(600)),
  channel: fc.constantFrom(null, 'coffee', 'message', 'call', 'video'),
  triedAgo: fc.option(fc.nat(5), { nil: undefined, freq: 2 }),
  snoozedFor: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 2 }),
  isPaused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
})

test('a restart equals one computed day by day from what was told, leaves nobody cold, and a second one has nothing to do', () => {
  let started = 0
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 10, maxLength: 50, size: 'max' }),
      fc.nat(7),
      fc.constantFrom(5, 15, 45),
      fc.option(fc.tuple(fc.nat(10), fc.nat(10))),
      (contacts, later, minutes, freeze) => {
        const store = createNetkeep(TODAY).store()
        const uids = addAll(store, contacts)
        const today = addDays(TODAY, later)
        const [from, to] = freeze === null ? [1, 0] : [freeze[0], freeze[0] + freeze[1]]
        const range = { from: addDays(today, from), to: addDays(today, to) }
        const told = timetable(contacts, uids, today, minutes)
        const expected = slowly(told, today, minutes, (day) => range.from <= day && day <= range.to)
        const restart = recordCommand(store, { typed: 'test', at: `${today}T13:00:00Z` }, (change) => {
          if (freeze !== null) insertFreeze(change.db, range)
          const planned = planRestart(change.db, today, minutes)
          applyRestart(change, planned)
          return planned
        }).value
        expect(restart.starts.map(({ contact, on }) => [contact.uid, on])).toEqual(expected)
        expect(countCold(store.db, today)).toBe(0)
        expect(planRestart(store.db, today, minutes).starts).toEqual([])
        for (const on of new Set(expected.map(([, day]) => day))) {
          const due = listDue(store.db, { today: on, until: on, limit: undefined, filter: {} })
          const starting = expected.filter(([, day]) => day === on).map(([uid]) => uid)
          expect(due).toEqual(expect.arrayContaining(starting))
        }
        started += expected.length
      },
    ),
    { seed: 20_261_122, numRuns: 30 },
  )
  expect(started).toBeGreaterThan(150)
}, 60_000)
