/** `netkeep prompt`: the overdue count, for prompts and status lines. Plain calls are answered before this file is loaded: prompt-main.ts. */
import type { Command } from 'commander'
import { databasePlace } from '../database-path.ts'
import type { Session } from '../session.ts'
import { promptAnswer } from '../shell/prompt-answer.ts'

export function define(command: Command): void {
  command
    .description(
      'Print how many contacts are cold, or nothing where none is: for prompts and status lines. It does not open the database.',
    )
    .option('--format <text>', 'print this instead, with the number for {count}')
    .addHelpText(
      'after',
      `
It reads the small file that every command keeps beside the database, and prints nothing, with exit code 0, when that is missing.
A shell's own prompt needs no command at all: netkeep init --help

Examples:
  netkeep prompt
  netkeep prompt --format '{count} cold'
  tmux set -g status-right '#(netkeep prompt --format "{count} cold")'`,
    )
}

export async function run(
  session: Session,
  _args: readonly [],
  options: { readonly format?: string },
): Promise<void> {
  const { context, today } = session
  // A prompt is no place for an error.
  const file = await databasePlace(session.options.db, context).then(
    (place) => place.file,
    () => undefined,
  )
  const answer = (isJson: boolean): string =>
    promptAnswer({ database: file, today, user: context.userId, format: options.format, isJson })
  await session.show({
    json: () => JSON.parse(answer(true)),
    piped: () => answer(false),
    terminal: () => answer(false),
  })
}
