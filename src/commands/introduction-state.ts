/** Reads how far an introduction is, and whether it can be so far on that day. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  findLaterDay,
  findState,
  INTRODUCTION_STATES,
  type IntroductionRecord,
  type IntroductionState,
} from '../domain/introduction.ts'
import { usageError } from '../errors.ts'
import { formatDay } from '../render/dates.ts'

/** @param example a command with a state in it. @throws UserError (usage) naming the states there are */
export function requireState(typed: string, example: string): IntroductionState {
  const state = findState(typed)
  if (state !== undefined) return state
  throw usageError(
    `"${typed}" is no state of an introduction.`,
    `Choose one of: ${INTRODUCTION_STATES.join(', ')}. Type: ${example}`,
  )
}

/** @throws UserError (usage) where an earlier state was reached after that day */
export function requireOrder(
  introduction: IntroductionRecord,
  state: IntroductionState,
  on: CalendarDate,
  today: CalendarDate,
): void {
  const later = findLaterDay(introduction.days, state, on)
  if (later === undefined) return
  throw usageError(
    `${formatDay(on, today)} lies before ${formatDay(later.on, today)}, when ${later.state === 'met' ? 'they met' : `it was ${later.state}`}.`,
    `Put the earlier day right first: netkeep intro update ${introduction.id} ${later.state} --on ${on}`,
  )
}
