import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelToReachBy, minutesOf, planDay, type Task } from '../../src/domain/day-plan.ts'

const of = (...minutes: readonly number[]): readonly Task[] => minutes.map((count) => ({ minutes: count }))
const tasks = fc.array(
  fc.integer({ min: 1, max: 90 }).map((minutes) => ({ minutes })),
  { maxLength: 12 },
)
const anyTasks = fc.record({ due: tasks, nearlyDue: tasks, promises: tasks, dates: tasks })
const anyMinutes = fc.integer({ min: 1, max: 240 })

describe('the plan of a day', () => {
  test('takes contacts in their order while they fit', () => {
    const due = of(5, 5, 5, 5)
    const plan = planDay({ due, nearlyDue: of(5), promises: [], dates: [] }, 15)
    expect(plan.due).toEqual(due.slice(0, 3))
    expect(plan.early).toEqual([])
  })

  test('passes over what does not fit for a shorter one behind it', () => {
    const due = of(5, 20, 5)
    expect(planDay({ due, nearlyDue: [], promises: [], dates: [] }, 15).due).toEqual([due[0], due[2]])
  })

  test('takes the first of each kind, however long', () => {
    const [due, promises, dates] = [of(60, 5), of(30), of(20)]
    expect(planDay({ due, nearlyDue: [], promises, dates }, 10)).toEqual({
      due: due.slice(0, 1),
      early: [],
      promises,
      dates,
    })
  })

  test('gives dates and promises half of the minutes, and more only where contacts leave it', () => {
    const [due, promises, dates] = [of(5, 5, 5, 5), of(5, 5), of(5)]
    expect(planDay({ due, nearlyDue: [], promises, dates }, 20)).toMatchObject({
      due: due.slice(0, 2),
      promises: promises.slice(0, 1),
      dates,
    })
    expect(planDay({ due: due.slice(0, 1), nearlyDue: [], promises, dates }, 20)).toMatchObject({ promises })
  })

  test('the first of each kind are kept room for: a second date does not make it longer than there is time', () => {
    const dates = of(3, 3)
    const plan = planDay({ due: of(5), nearlyDue: [], promises: of(5), dates }, 15)
    expect(plan.dates).toEqual(dates.slice(0, 1))
    expect(minutesOf([...plan.due, ...plan.promises, ...plan.dates])).toBe(13)
  })

  test('what takes no time is always in it', () => {
    const dates = of(3, 0, 0)
    expect(planDay({ due: of(60), nearlyDue: [], promises: of(5), dates }, 1).dates).toEqual(dates)
  })

  test('fills up with the nearly due where all that are due are in it', () => {
    const [due, nearlyDue] = [of(5), of(5, 30, 5)]
    const plan = planDay({ due, nearlyDue, promises: [], dates: [] }, 15)
    expect(plan.early).toEqual([nearlyDue[0], nearlyDue[2]])
  })

  test('takes longer than there is time only for the first of each kind', () => {
    fc.assert(
      fc.property(anyTasks, anyMinutes, (given, minutes) => {
        const { due, early, promises, dates } = planDay(given, minutes)
        const firsts = minutesOf([due, promises, dates].flatMap((list) => list.slice(0, 1)))
        const taken = minutesOf([...due, ...early, ...promises, ...dates])
        expect(taken).toBeLessThanOrEqual(Math.max(minutes, firsts))
        if (taken > minutes)
          expect([...due.slice(1), ...promises.slice(1), ...dates.slice(1), ...early]).toEqual([])
      }),
    )
  })

  test('leaves nothing out that would still fit', () => {
    fc.assert(
      fc.property(anyTasks, anyMinutes, (given, minutes) => {
        const plan = planDay(given, minutes)
        const left = minutes - minutesOf([...plan.due, ...plan.early, ...plan.promises, ...plan.dates])
        const out = [
          ...given.dates.filter((task) => !plan.dates.includes(task)),
          ...given.promises.filter((task) => !plan.promises.includes(task)),
          ...given.due.filter((task) => !plan.due.includes(task)),
          ...(plan.due.length === given.due.length
            ? given.nearlyDue.filter((task) => !plan.early.includes(task))
            : []),
        ]
        expect(out.filter((task) => task.minutes <= left)).toEqual([])
      }),
    )
  })

  test('keeps the order, and takes the first of each kind that there is', () => {
    fc.assert(
      fc.property(anyTasks, anyMinutes, (given, minutes) => {
        const plan = planDay(given, minutes)
        for (const kind of ['due', 'promises', 'dates'] as const) {
          expect(plan[kind]).toEqual(given[kind].filter((task) => plan[kind].includes(task)))
          expect(plan[kind][0]).toBe(given[kind][0])
        }
        expect(plan.early).toEqual(given.nearlyDue.filter((task) => plan.early.includes(task)))
        if (plan.due.length < given.due.length) expect(plan.early).toEqual([])
      }),
    )
  })
})

describe('the channel to reach somebody by', () => {
  const minutesBy = (channel: string): number => ({ call: 15, video: 30 })[channel] ?? 5

  test('is the last one', () => {
    expect(channelToReachBy('call', minutesBy, 15)).toBe('call')
  })

  test('is a message where they met, where it takes longer than there is time, and where there was none', () => {
    expect(channelToReachBy('coffee', minutesBy, 240)).toBe('message')
    expect(channelToReachBy('video', minutesBy, 15)).toBe('message')
    expect(channelToReachBy('video', minutesBy, 30)).toBe('video')
    expect(channelToReachBy(null, minutesBy, 15)).toBe('message')
  })
})
