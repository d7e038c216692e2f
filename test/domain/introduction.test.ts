import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import {
  canMoveOn,
  clearedStates,
  findLaterDay,
  INTRODUCTION_STATES,
  type IntroductionDays,
  madeOn,
  moveTo,
  NO_DAYS,
  stateOf,
} from '../../src/domain/introduction.ts'

const day = (number: number): CalendarDate => addDays('2026-11-22' as CalendarDate, number)

const move = fc.record({ state: fc.constantFrom(...INTRODUCTION_STATES), on: fc.nat(9).map(day) })

/** The days after those moves that are in order. */
function after(moves: readonly { readonly state: keyof IntroductionDays; readonly on: CalendarDate }[]) {
  return moves.reduce<IntroductionDays>(
    (days, { state, on }) => (findLaterDay(days, state, on) === undefined ? moveTo(days, state, on) : days),
    NO_DAYS,
  )
}

test('however an introduction moves, its days are in order and it is in the last state that has one', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) => {
      const days = after(moves)
      const reached = INTRODUCTION_STATES.flatMap((state) => days[state] ?? [])
      expect(reached).toEqual(reached.toSorted())
      const { state, on } = stateOf(days) ?? {}
      expect(on).toBe(reached.at(-1))
      expect(INTRODUCTION_STATES.filter((other) => days[other] !== null).at(-1)).toBe(state)
    }),
  )
})

test('a move that is in order is where it stands afterwards, and clears what came later, nothing else', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 8 }), move, (moves, { state, on }) => {
      const before = after(moves)
      const days = moveTo(before, state, on)
      expect(stateOf(days)).toEqual({ state, on })
      for (const other of INTRODUCTION_STATES) {
        if (canMoveOn(other, state)) expect(days[other]).toBe(before[other])
        else if (other !== state) expect(days[other]).toBeNull()
      }
      expect(clearedStates(before, days)).toEqual(
        INTRODUCTION_STATES.filter(
          (other) => other !== state && !canMoveOn(other, state) && before[other] !== null,
        ),
      )
    }),
  )
})

test('the day that stands in the way is that of the last state before which was reached later', () => {
  const days = { ...NO_DAYS, offered: day(1), agreed: day(3), met: day(5) }
  expect(findLaterDay(days, 'made', day(2))).toEqual({ state: 'agreed', on: day(3) })
  expect(findLaterDay(days, 'made', day(3))).toBeUndefined()
  expect(findLaterDay(days, 'outcome', day(4))).toEqual({ state: 'met', on: day(5) })
  expect(findLaterDay(days, 'offered', day(0))).toBeUndefined()
})

test('who has met was introduced by then: the first day of made or later is that of making', () => {
  expect(madeOn({ ...NO_DAYS, offered: day(1), agreed: day(2) })).toBeNull()
  expect(madeOn({ ...NO_DAYS, made: day(3), met: day(4) })).toBe(day(3))
  expect(madeOn({ ...NO_DAYS, met: day(4), outcome: day(5) })).toBe(day(4))
  expect(madeOn({ ...NO_DAYS, outcome: day(5) })).toBe(day(5))
  expect(madeOn({ ...NO_DAYS, made: day(3), declined: day(5) })).toBeNull()
})

test('without a day there is no state', () => {
  expect(stateOf(NO_DAYS)).toBeUndefined()
})

test('who declined has not met: what came of meeting is cleared, and the days before are kept', () => {
  const days = { ...NO_DAYS, offered: day(1), made: day(3), met: day(5), outcome: day(6) }
  expect(moveTo(days, 'declined', day(4))).toEqual({
    ...NO_DAYS,
    offered: day(1),
    made: day(3),
    declined: day(4),
  })
  expect(findLaterDay(days, 'declined', day(4))).toBeUndefined()
  expect(findLaterDay(days, 'declined', day(2))).toEqual({ state: 'made', on: day(3) })
})
