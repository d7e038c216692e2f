/** Answers to a row of questions, each kept as it is given: how they are taken back, and what is said when the questions are broken off. */
import { UserError } from '../errors.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import type { Store } from '../store/open.ts'
import { isUndone, listUndoable, undoLast } from '../store/undo.ts'
import { asCommand } from './as-command.ts'

/**
 * Takes back an answer as `netkeep undo` would, if it is still the last command, or was taken back elsewhere; else says that it is not.
 * @returns whether the answer is taken back now.
 */
export function takeBackAnswer(session: Session, store: Store, command: number): boolean {
  const { typed, now: at } = asCommand(session, ['undo'])
  const isBack = isUndone(store.db, command) || undoLast(store, { typed, at }, command) !== undefined
  if (!isBack)
    session.notice('Something else was done since, so that is no longer the last command: netkeep history')
  return isBack
}

/** Those answers that nobody has taken back elsewhere; a skip, which is no command, stays. */
export function stillKept<T extends { readonly command: number | undefined }>(
  db: Database,
  answers: readonly T[],
): readonly T[] {
  return answers.filter(({ command }) => command === undefined || !isUndone(db, command))
}

/** How to take the answers back; where another shell did something in between, a number of commands would take back that too. */
export function sayUndo(db: Database, commands: readonly number[]): string {
  const last = listUndoable(db, commands.length).toReversed()
  if (commands.some((command, index) => command !== last[index]))
    return 'something else was done in between, see netkeep history'
  return commands.length === 1
    ? 'netkeep undo'
    : `netkeep undo ${commands.length} for all of it, netkeep undo for the last answer`
}

/**
 * For Ctrl-C or a signal.
 * @param count how many answers were given.
 * @param next how to go on, and what else to know.
 */
export function stoppedAfter(count: number, next: string): UserError {
  const kept =
    count === 0
      ? 'nothing was changed'
      : count === 1
        ? 'your answer is kept'
        : `your ${count} answers are kept`
  return new UserError('interrupted', `Stopped; ${kept}.`, next)
}

export function isInterrupted(error: unknown): boolean {
  return error instanceof UserError && error.code === 'interrupted'
}
