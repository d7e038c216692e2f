/** Reads how far an introduction is. */
import { findState, INTRODUCTION_STATES, type IntroductionState } from '../domain/introduction.ts'
import { usageError } from '../errors.ts'

/** @param example a command with a state in it. @throws UserError (usage) naming the states there are */
export function requireState(typed: string, example: string): IntroductionState {
  const state = findState(typed)
  if (state !== undefined) return state
  throw usageError(
    `"${typed}" is no state of an introduction.`,
    `Choose one of: ${INTRODUCTION_STATES.join(', ')}. Type: ${example}`,
  )
}
