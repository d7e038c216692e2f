/** `netkeep asked`: help asked of contacts. */
import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { defineHelp, type HelpOptions, recordHelp } from './record-help.ts'

export function define(command: Command): void {
  defineHelp(command, 'Record that you asked for help. It is an attempt until you are in touch again.', [
    'netkeep asked grace advice -m "which offer to take"',
    'netkeep asked grace referral --by message --on yesterday',
  ])
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: HelpOptions,
): Promise<void> {
  await recordHelp(session, args[0], options, 'asked')
}
