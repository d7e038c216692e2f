/** `netkeep pause`: keep no cadence for a while. */
import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { pauseContacts } from './pausing.ts'
import { resolveAll } from './whom.ts'
import { reportContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('Keep no cadence with contacts until resume: they are never due meanwhile.')
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText('after', '\nExample:\n  netkeep pause grace')
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const contacts = await resolveAll(session, args[0], 'write')
  const { line, written } = await pauseContacts(session, contacts)
  reportContacts(session, line, written)
}
