/** `netkeep redo`: bring back what undo took. */
import type { Command } from 'commander'
import { sayWhen } from '../render/instants.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { redo } from '../store/undo.ts'
import { parseSteps } from './options.ts'

export function define(command: Command): void {
  command
    .description('Bring back what undo took, until something new is done.')
    .argument('[n]', 'how many commands', '1')
    .addHelpText('after', '\nExample:\n  netkeep redo')
}

export async function run(session: Session, args: readonly [string]): Promise<void> {
  const taken = redo(await session.store(), { typed: session.typed, at: session.now }, parseSteps(args[0]))
  const lines = taken.map(({ typed, at }) => `Done again: ${safeText(typed)} (${sayWhen(at, session.now)})`)
  session.report(lines.join('\n'), () => taken)
}
