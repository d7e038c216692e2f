/** Answers to questions that are commands of their own: in history they stand as what could have been typed instead. */
import { quoteWord } from '../domain/shell-words.ts'
import type { Session } from '../session.ts'

/** The session as if these words had been typed now. The day stays the one on which the questions began. */
export function asCommand(session: Session, [verb = '', ...args]: readonly string[]): Session {
  return {
    ...session,
    verb,
    typed: ['netkeep', verb, ...args].map(quoteWord).join(' '),
    now: session.context.now(),
  }
}
