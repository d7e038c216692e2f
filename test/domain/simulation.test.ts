import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, dateOfEpochDay, epochDayOf } from '../../src/domain/calendar-date.ts'
import { parseInterval } from '../../src/domain/interval.ts'
import {
  byLateness,
  type Course,
  isColdOn,
  type SimulatedContact,
  simulate,
} from '../../src/domain/simulation.ts'
import { factsOf, getCadence, type KnownContact, playNaively } from './naive-course.ts'

const FROM = '2026-11-23' as CalendarDate
const START = epochDayOf(FROM)
const REST_DAYS = 3

/** One who was touched so many days ago, and nothing else. */
function touched(uid: string, interval: string, daysAgo: number, more: Partial<KnownContact> = {}) {
  const touchedOn = addDays(FROM, -daysAgo)
  return simulated(
    { interval: parseInterval(interval), touchedOn, snoozedUntil: null, triedOn: null, ...more },
    uid,
  )
}

function simulated(known: KnownContact, uid: string): SimulatedContact {
  const cadence = getCadence(factsOf(known, REST_DAYS))
  return {
    uid,
    interval: known.interval,
    lastOn: epochDayOf(cadence.anchorOn),
    dueOn: epochDayOf(cadence.dueOn),
    intervalDays: cadence.intervalDays,
    isSnoozed: cadence.dueOn !== cadence.plainDueOn,
    restsUntil: cadence.restsUntil === null ? 0 : epochDayOf(cadence.restsUntil),
  }
}

/** Who is reached on each day, one after another: `ada` on the first, nobody on the second and so on. */
function reachedBy(contacts: readonly SimulatedContact[], course: Partial<Course>): readonly string[] {
  const { isAnswered = () => true, days = 1 } = course
  const reached = Array<string>(days).fill('')
  const noting: Course = {
    from: FROM,
    days,
    roomOn: () => 1,
    rank: byLateness,
    earlyPercent: 0,
    restDays: REST_DAYS,
    ...course,
    isAnswered: (contact, day) => {
      reached[day - START] = `${reached[day - START] ?? ''} ${contact.uid}`.trim()
      return isAnswered(contact, day)
    },
  }
  expect([...simulate(contacts, noting)]).toEqual(Array.from({ length: days }, (_, index) => START + index))
  return reached
}

describe('as due lists and plans of one day after another', () => {
  const known: fc.Arbitrary<KnownContact> = fc
    .record({
      interval: fc
        .constantFrom('1d', '3d', '10d', '1w', '2w', '20d', '1m', '2m', '1q', '1y')
        .map(parseInterval),
      touchedAgo: fc.integer({ min: 0, max: 120 }),
      snoozedFor: fc.option(fc.integer({ min: -5, max: 60 })),
      triedAgo: fc.option(fc.integer({ min: 0, max: 5 })),
    })
    .map(({ interval, touchedAgo, snoozedFor, triedAgo }) => ({
      interval,
      touchedOn: addDays(FROM, -touchedAgo),
      snoozedUntil: snoozedFor === null ? null : addDays(FROM, snoozedFor),
      triedOn: triedAgo === null ? null : addDays(FROM, -Math.min(triedAgo, touchedAgo)),
    }))
  const luck = {
    rooms: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 }),
    earlyPercent: fc.constantFrom(0, 15, 30, 100),
    answers: fc.array(fc.boolean(), { minLength: 1, maxLength: 11 }),
  }

  test('contacts stand each morning where their cadence says', () => {
    const days = 80
    fc.assert(
      fc.property(
        fc.array(known, { maxLength: 12 }),
        fc.record(luck),
        (contacts, { rooms, earlyPercent, answers }) => {
          const roomOn = (day: number): number => rooms[day % rooms.length] ?? 0
          const isAnswered = (place: number, day: number): boolean =>
            answers[(place * 5 + day) % answers.length] ?? true
          const same = { from: FROM, days, earlyPercent, restDays: REST_DAYS }

          const moving = contacts.map((contact, place) => simulated(contact, String(place)))
          const mornings = Array.from(
            simulate(moving, {
              ...same,
              roomOn,
              rank: byLateness,
              isAnswered: ({ uid }, day) => isAnswered(Number(uid), day),
            }),
            (day) =>
              moving.map((contact) => ({
                anchorOn: dateOfEpochDay(contact.lastOn),
                dueOn: dateOfEpochDay(contact.dueOn),
                isCold: isColdOn(contact, day),
              })),
          )

          const naive = playNaively(contacts, {
            ...same,
            roomOn: (day) => roomOn(epochDayOf(day)),
            isAnswered: (place, day) => isAnswered(place, epochDayOf(day)),
          })
          expect(mornings).toEqual(
            naive.map((morning) =>
              morning.map(({ anchorOn, dueOn, standing }) => ({
                anchorOn,
                dueOn,
                isCold: standing === 'cold',
              })),
            ),
          )
        },
      ),
    )
  })
})

describe('who is reached', () => {
  test('the latest in intervals comes first', () => {
    // ada is 3 days of 7 late, bob 10 of 30
    const contacts = [touched('bob', '30d', 40), touched('ada', '1w', 10)]
    expect(reachedBy(contacts, {})).toEqual(['ada'])
  })

  test('of those equally late the earlier due date comes first, then the place in the list', () => {
    const contacts = [touched('ada', '1w', 14), touched('bob', '2w', 28), touched('cid', '2w', 28)]
    expect(reachedBy(contacts, { days: 2 })).toEqual(['bob', 'ada'])
    const due = [touched('eve', '1w', 7), touched('dan', '1w', 7)]
    expect(reachedBy(due, { days: 2 })).toEqual(['eve', 'dan'])
  })

  test('another rank makes another order', () => {
    const contacts = [touched('ada', '1w', 10), touched('bob', '30d', 40)]
    expect(reachedBy(contacts, { rank: ({ dueOn }) => -dueOn })).toEqual(['bob'])
  })

  test('with no room nobody is reached, and with room for all everybody', () => {
    const contacts = [touched('ada', '1w', 10), touched('bob', '1w', 9)]
    const roomOn = (day: number): number => (day === START ? 0 : 5)
    expect(reachedBy(contacts, { days: 3, roomOn })).toEqual(['', 'ada bob', ''])
  })

  test('one who is reached is due an interval later, in months of the calendar', () => {
    const contacts = [touched('ada', '1m', 40)]
    expect(reachedBy(contacts, { days: 31 }).flatMap((uids, index) => (uids === '' ? [] : [index]))).toEqual([
      0, 30,
    ])
    expect(contacts.map(({ lastOn }) => dateOfEpochDay(lastOn))).toEqual(['2026-12-23'])
    expect(contacts.map(({ dueOn }) => dateOfEpochDay(dueOn))).toEqual(['2027-01-23'])
  })

  test('one who does not answer keeps the due date and rests', () => {
    const contacts = [touched('ada', '1w', 10)]
    expect(reachedBy(contacts, { days: 5, isAnswered: () => false })).toEqual(['ada', '', '', 'ada', ''])
    expect(contacts.map(({ dueOn }) => dateOfEpochDay(dueOn))).toEqual(['2026-11-20'])
  })

  test('without days of rest the next attempt is on the next day', () => {
    const contacts = [touched('ada', '1w', 10)]
    expect(reachedBy(contacts, { days: 2, restDays: 0, isAnswered: () => false })).toEqual(['ada', 'ada'])
  })

  test('one who is snoozed waits, and counts from the day of the snooze', () => {
    const snoozedUntil = addDays(FROM, 2)
    const contacts = [touched('ada', '1w', 30, { snoozedUntil }), touched('bob', '1w', 9)]
    expect(reachedBy(contacts, { days: 3 })).toEqual(['bob', '', 'ada'])
    expect(contacts.map(({ isSnoozed }) => isSnoozed)).toEqual([false, false])
  })
})

describe('room that is left', () => {
  const early: Partial<Course> = { earlyPercent: 15 }

  test('is for those in the last part of their interval, the least of it left first', () => {
    // 3 days of 20 are 15%; 4 days of 20 are 20%; 1 of 10 is 10%
    const contacts = [touched('ada', '20d', 17), touched('bob', '20d', 16), touched('cid', '10d', 9)]
    expect(reachedBy(contacts, { ...early, days: 2 })).toEqual(['cid', 'ada'])
    expect(reachedBy([touched('bob', '20d', 16)], early)).toEqual([''])
  })

  test('comes after all who are due', () => {
    const contacts = [touched('ada', '20d', 19), touched('bob', '1w', 7), touched('cid', '1y', 400)]
    expect(reachedBy(contacts, { ...early, roomOn: () => 2 })).toEqual(['bob cid'])
  })

  test('is left where nobody is to be reached early', () => {
    expect(reachedBy([touched('ada', '20d', 19)], {})).toEqual([''])
  })

  test('is not for those who are snoozed or rest', () => {
    const contacts = [
      touched('ada', '20d', 25, { snoozedUntil: addDays(FROM, 1) }),
      touched('bob', '20d', 19, { triedOn: addDays(FROM, -2) }),
    ]
    expect(reachedBy(contacts, { ...early, roomOn: () => 9 })).toEqual([''])
  })

  test('leads to a rest too where there is no answer', () => {
    const contacts = [touched('ada', '20d', 17)]
    const days = reachedBy(contacts, { ...early, days: 4, isAnswered: () => false })
    expect(days).toEqual(['ada', '', '', 'ada'])
  })
})

describe('who is cold in the morning', () => {
  test('the day after the due date, unless it rests', () => {
    const contact = touched('ada', '1w', 7)
    expect([START, START + 1].map((day) => isColdOn(contact, day))).toEqual([false, true])
    const resting = touched('bob', '1w', 10, { triedOn: FROM })
    expect([START + 2, START + 3].map((day) => isColdOn(resting, day))).toEqual([false, true])
  })
})
