/** Walking through the steps of `netkeep setup`: what is said, and what is recorded. */
import { quoteWord } from '../domain/shell-words.ts'
import type { Prompter } from '../prompter.ts'
import { safeText } from '../render/safe-text.ts'
import { wrapText } from '../render/text-width.ts'
import { type Session, writeResult } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { asCommand } from './as-command.ts'

export interface Walk {
  readonly session: Session
  readonly prompter: Prompter
  readonly db: Database
  /** How many answers have changed something. Those in the database are each a command in history. */
  answers: number
}

/** One step: its heading, what it is good for, and its questions. Whatever it asks, Enter alone changes nothing. */
export interface Step {
  readonly title: string
  readonly why: string
  /** Whether there is anything to ask; without it there always is. */
  isNeeded?(walk: Walk): boolean
  ask(walk: Walk): Promise<void>
}

/** Says a text of one or more lines, each broken to the width of the terminal. */
export function say({ session }: Walk, text: string): void {
  const lines = text.split('\n').flatMap((line) => wrapText(line, session.width))
  writeResult(session.context, `${lines.join('\n')}\n`)
}

/**
 * Does what an answer asks for as the command that could have been typed instead, and names that.
 * @param action returns whether anything was changed.
 */
export async function answer(
  walk: Walk,
  words: readonly string[],
  action: (session: Session) => Promise<boolean> | boolean,
): Promise<void> {
  const isChanged = await action(asCommand(walk.session, words))
  if (!isChanged) return
  walk.answers++
  say(walk, `Done. The same is: netkeep ${words.map((word) => safeText(quoteWord(word))).join(' ')}`)
}
