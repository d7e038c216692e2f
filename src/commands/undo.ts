/** `netkeep undo`: take back the last command. */
import type { Command } from 'commander'
import { sayWhen } from '../render/instants.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { undo } from '../store/undo.ts'
import { parseSteps } from './options.ts'

export function define(command: Command): void {
  command
    .description('Take back the last command, or the last N; each time further back. redo brings them back.')
    .argument('[n]', 'how many commands', '1')
    .addHelpText('after', '\nExamples:\n  netkeep undo\n  netkeep undo 3')
}

export async function run(session: Session, args: readonly [string]): Promise<void> {
  const taken = undo(await session.store(), { typed: session.typed, at: session.now }, parseSteps(args[0]))
  const lines = taken.map(({ typed, at }) => `Took back: ${safeText(typed)} (${sayWhen(at, session.now)})`)
  session.report(`${lines.join('\n')}\nBring it back: netkeep redo`, () => taken)
}
