/** `netkeep got`: help got from contacts. */
import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { defineHelp, type HelpOptions, recordHelp } from './record-help.ts'

export function define(command: Command): void {
  defineHelp(command, 'Record help that you got. It counts as being in touch.', [
    'netkeep got grace feedback -m "shorter talk, more code"',
    'netkeep got ada referral --on friday',
  ])
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: HelpOptions,
): Promise<void> {
  await recordHelp(session, args[0], options, 'got')
}
