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

/** What was answered at a place in the row; `command` is its number in history, which a skip has none of. */
export interface KeptAnswer {
  readonly place: number
  readonly command: number | undefined
}

/** A row of questions that the user can go back in. */
export interface Answered<T extends KeptAnswer> {
  readonly session: Session
  readonly store: Store
  /** Which question comes next. */
  place: number
  /** What can be taken back, the last one at the end. */
  readonly answers: T[]
}

/** Takes the last answer back and returns to its question. @returns the answer; undefined where it stays. */
export function takeBackLast<T extends KeptAnswer>(
  round: Answered<T>,
  describe: (answer: T) => string,
): T | undefined {
  const { session, store, answers } = round
  const last = answers.at(-1)
  if (last === undefined) return undefined
  if (last.command !== undefined && !takeBackAnswer(session, store, last.command)) return undefined
  answers.pop()
  round.place = last.place
  session.notice(`Took back: ${describe(last)}.`)
  return last
}

/** The answers that were kept: all but the skips. */
export function commandsOf<T extends KeptAnswer>({ store, answers }: Answered<T>): readonly number[] {
  return stillKept(store.db, answers).flatMap(({ command }) => (command === undefined ? [] : [command]))
}

/** Ctrl-C, or a signal, among questions whose command goes on where it stopped. */
export function stopped<T extends KeptAnswer>(round: Answered<T>): UserError {
  const commands = commandsOf(round)
  const undo = commands.length === 0 ? '' : `   Undo: ${sayUndo(round.store.db, commands)}`
  return stoppedAfter(commands.length, `To go on: ${round.session.typed}${undo}`)
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
