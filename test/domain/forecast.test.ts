import { describe, expect, test } from 'vitest'
import { createWorld, isWorkday, type World } from '../../bench/policy/world.ts'
import { addDays, type CalendarDate, dateOfEpochDay, epochDayOf } from '../../src/domain/calendar-date.ts'
import { NEARLY_DUE_PERCENT } from '../../src/domain/day-plan.ts'
import { forecastOf } from '../../src/domain/forecast.ts'
import { parseInterval } from '../../src/domain/interval.ts'
import { evenPace, MOST_PACE_DAYS, paceOf } from '../../src/domain/pace.ts'
import { byLateness, isColdOn, type SimulatedContact, simulate } from '../../src/domain/simulation.ts'

const YEAR = 365
/** So far off may a forecast be: three of a hundred contacts. */
const POINTS = 0.03

/** Of a year that is played: how many are cold each morning, on average, and what a forecast said of it at its beginning. */
interface Compared {
  readonly forecast: number
  readonly happened: number
}

/** A weekday without work is one of a holiday, known beforehand as a freeze. */
const isHoliday = (on: CalendarDate): boolean => {
  const day = epochDayOf(on)
  return (day + 3) % 7 < 5 && !isWorkday(day)
}

function compare(world: World): Compared {
  const begin = addDays(world.from, YEAR)
  const reached = new Map<string, { on: CalendarDate; reached: number; answered: number }>()
  const isAnswered = (contact: Readonly<SimulatedContact>, day: number): boolean => {
    const on = dateOfEpochDay(day)
    const known = reached.get(on) ?? { on, reached: 0, answered: 0 }
    const answers = world.isAnswered(contact, day)
    reached.set(on, { on, reached: known.reached + 1, answered: known.answered + Number(answers) })
    return answers
  }
  let atBegin: readonly SimulatedContact[] = []
  const happened: number[] = []
  const course = { ...world, rank: byLateness, earlyPercent: NEARLY_DUE_PERCENT, isAnswered }
  for (const day of simulate(world.contacts, course)) {
    if (day === epochDayOf(begin)) atBegin = world.contacts.map((contact) => ({ ...contact }))
    if (day >= epochDayOf(begin))
      happened.push(world.contacts.filter((contact) => isColdOn(contact, day)).length)
  }
  const before = [...reached.values()].filter(({ on }) => on < begin)
  const range = { from: addDays(begin, -MOST_PACE_DAYS), to: addDays(begin, -1) }
  const pace = paceOf(
    before.filter(({ on }) => on >= range.from),
    range,
    before,
    isHoliday,
  )
  if (pace === undefined) throw new Error('There is no pace')
  const { days } = forecastOf(atBegin, {
    today: begin,
    days: YEAR,
    pace,
    reachedToday: 0,
    isFrozen: isHoliday,
    restDays: world.restDays,
  })
  const share = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + count, 0) / counts.length / world.contacts.length
  return { forecast: share(days.map(({ cold }) => cold)), happened: share(happened) }
}

describe('the forecast of a year', () => {
  const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
  const errors = new Map(
    [0.6, 0.9, 1.05, 1.3].map((share) => [
      share,
      SEEDS.map((seed) => {
        const { forecast, happened } = compare(createWorld({ seed, share, days: 2 * YEAR }))
        return forecast - happened
      }),
    ]),
  )

  test.each([...errors])(
    'at %f of the capacity is within 3 points of what then happens, and leans to neither side',
    (_, found) => {
      expect(Math.abs(found.reduce((sum, error) => sum + error, 0) / found.length)).toBeLessThan(POINTS / 2)
    },
  )

  test('is within 3 points of what then happens in nine of ten years, of which some have more luck with answers', () => {
    const all = [...errors.values()].flat()
    expect(all.filter((error) => Math.abs(error) < POINTS).length).toBeGreaterThanOrEqual(all.length * 0.9)
  })
})

describe('a forecast', () => {
  const TODAY = '2026-11-23' as CalendarDate
  const day = epochDayOf(TODAY)

  const contact = (uid: string, dueIn: number): SimulatedContact => ({
    uid,
    interval: parseInterval('90d'),
    lastOn: day + dueIn - 90,
    dueOn: day + dueIn,
    intervalDays: 90,
    isSnoozed: false,
    restsUntil: 0,
  })
  const from = {
    today: TODAY,
    days: 12,
    pace: evenPace(0),
    reachedToday: 0,
    isFrozen: () => false,
    restDays: 3,
  }
  const coldOf = ({ days }: { days: readonly { cold: number }[] }): readonly number[] =>
    days.map(({ cold }) => cold)

  test('begins with the morning of today, before anybody is reached', () => {
    const contacts = [contact('late', -5), contact('due', 0), contact('ahead', 3)]
    const { days } = forecastOf(contacts, { ...from, days: 6, pace: evenPace(1) })
    expect(days[0]).toEqual({ on: TODAY, cold: 1 })
    expect(coldOf({ days })).toEqual([1, 1, 0, 0, 0, 0])
  })

  test('without any pace lets everybody go cold, and names who stays so for a week, the earliest first', () => {
    const contacts = [contact('far', 5), contact('near', 1), contact('late', -5), contact('at the end', 8)]
    const { days, goingCold } = forecastOf(contacts, from)
    expect(coldOf({ days })).toEqual([1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    expect(goingCold).toEqual([{ uid: 'near', on: '2026-11-25' }])
    const later = forecastOf([contact('far', 5), contact('near', 1)], { ...from, days: 20 })
    expect(later.goingCold).toEqual([
      { uid: 'near', on: '2026-11-25' },
      { uid: 'far', on: '2026-11-29' },
    ])
  })

  test('never names who is cold today, not when it has been warm and is cold again either', () => {
    const weekly = { ...contact('weekly', -1), interval: parseInterval('7d'), intervalDays: 7 }
    const { days, goingCold } = forecastOf([weekly], {
      ...from,
      days: 30,
      pace: evenPace(1),
      isFrozen: (on) => on > addDays(TODAY, 1),
    })
    expect(days.map(({ cold }) => cold).slice(0, 10)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    expect(goingCold).toEqual([])
  })

  test('names who rests today, late as it is, from the day on which the rest is over', () => {
    const resting = { ...contact('resting', -5), restsUntil: day + 2 }
    expect(forecastOf([resting], from)).toMatchObject({
      days: [{ cold: 0 }, { cold: 0 }, { cold: 1 }, ...Array(9).fill({ cold: 1 })],
      goingCold: [{ uid: 'resting', on: '2026-11-25' }],
    })
  })

  test('reaches nobody early who is snoozed', () => {
    const snoozed = { ...contact('snoozed', 10), isSnoozed: true }
    const early = contact('early', 10)
    forecastOf([snoozed, early], { ...from, days: 1, pace: evenPace(5) })
    expect([snoozed.lastOn, early.lastOn]).toEqual([day - 80, day])
  })

  test('leaves out what was done today already, and frozen days', () => {
    const contacts = (): SimulatedContact[] => [contact('a', -3), contact('b', -2)]
    const one = { ...from, days: 4, pace: evenPace(1) }
    expect(coldOf(forecastOf(contacts(), one))).toEqual([2, 1, 0, 0])
    expect(coldOf(forecastOf(contacts(), { ...one, reachedToday: 1 }))).toEqual([2, 2, 1, 0])
    expect(coldOf(forecastOf(contacts(), { ...one, isFrozen: (on) => on === TODAY }))).toEqual([2, 2, 1, 0])
  })
})
