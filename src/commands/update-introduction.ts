/** `netkeep intro update`: an introduction moves on, or back. */

import { checkShortText } from '../domain/contact.ts'
import {
  canMoveOn,
  findState,
  hasText,
  type IntroductionRecord,
  type IntroductionState,
} from '../domain/introduction.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { goneMeanwhile, usageError } from '../errors.ts'
import { introductionJson, sayIntroduction } from '../render/introduction-lines.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { moveIntroduction } from '../store/introducing.ts'
import { findIntroduction } from '../store/introductions.ts'
import { requireOrder, requireState } from './introduction-state.ts'
import { reportIntroduction } from './report-introduction.ts'
import { parsePastDate } from './touchpoint-options.ts'
import { resolveIntroduction } from './which-introduction.ts'
import { reportChange } from './write.ts'

interface UpdateOptions {
  readonly on?: string
  /** False with --no-log. */
  readonly log: boolean
}

export async function updateIntroduction(
  session: Session,
  words: readonly string[],
  options: UpdateOptions,
): Promise<void> {
  const { which, state, text } = readWords(words)
  const typedOn = options.on === undefined ? undefined : await parsePastDate(session, options.on)
  const { uid } = await resolveIntroduction(session, which, (introduction) =>
    canMoveOn(introduction.state, state),
  )
  const store = await session.store()
  const { value: before, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    (change) => {
      const introduction = findIntroduction(change.db, uid)
      if (introduction === undefined) throw goneMeanwhile('introduction')
      const isThere = introduction.state === state
      const on = typedOn ?? (isThere ? introduction.on : session.today)
      requireOrder(introduction, state, on, session.today)
      const outcome = text ?? textKept(introduction, state)
      moveIntroduction(change, introduction, { state, on, outcome }, options.log)
      return introduction
    },
  )
  const after = findIntroduction(store.db, uid) ?? before
  if (command !== undefined) return reportIntroduction(session, store.db, after, before)
  reportChange(
    session,
    `${sayIntroduction(after, session.today)} That was known; nothing was changed.`,
    false,
    () => introductionJson(after),
  )
}

/** The first word that is a state divides which introduction is meant from what came of it. */
function readWords(words: readonly string[]): {
  readonly which: readonly string[]
  readonly state: IntroductionState
  readonly text: string | null
} {
  const [first, ...others] = words
  if (first === undefined)
    throw usageError(
      'Which introduction?',
      'See them: netkeep intro list. Then: netkeep intro update ID agreed',
    )
  const place = words.findIndex((word, at) => at > 0 && findState(word) !== undefined)
  const typed = words[place] ?? others.at(-1)
  const which = others.length === 0 ? words : words.slice(0, -1)
  const example = `netkeep intro update ${which.map(quoteWord).join(' ')} agreed`
  if (typed === undefined) throw usageError('How far is it?', `Type: ${example}`)
  const state = requireState(typed, example)
  const text = checkShortText(words.slice(place + 1).join(' '), 'outcome') || null
  if (text !== null && !hasText(state))
    throw usageError(
      `"${text}" stands behind ${state}; only outcome and declined have a text.`,
      `Type: netkeep intro update ${words.slice(0, place).map(quoteWord).join(' ')} outcome ${quoteWord(text)}`,
    )
  return { which: words.slice(0, place), state, text }
}

/** The text there is stays with its state; an outcome that was said of one never made says why it was declined. */
function textKept({ state: from, outcome }: IntroductionRecord, to: IntroductionState): string | null {
  return from === to || to === 'declined' ? outcome : null
}
