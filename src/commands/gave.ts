/** `netkeep gave`: help given to contacts. */
import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { defineHelp, type HelpOptions, recordHelp } from './record-help.ts'

export function define(command: Command): void {
  defineHelp(command, 'Record help that you gave. It counts as being in touch.', [
    'netkeep gave grace article -m "the paper on compilers"',
    'netkeep gave ada alan introduction --by email',
  ])
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: HelpOptions,
): Promise<void> {
  await recordHelp(session, args[0], options, 'gave')
}
