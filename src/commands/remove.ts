/** `netkeep remove`: remove contacts. Never asks, undo exists. */
import type { Command } from 'commander'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { requireLive, setDeleted } from '../store/contacts.ts'
import { REMOVED } from '../store/schema.ts'
import { resolveAll } from './whom.ts'
import { reportChange } from './write.ts'

export function define(command: Command): void {
  command
    .description('Remove contacts from every list. Undo brings them back with all they had.')
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText('after', '\nExample:\n  netkeep remove "Grace Hopper"')
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const contacts = await resolveAll(session, args[0], 'write')
  const uids = contacts.map(({ uid }) => uid)
  const { command } = recordCommand(
    await session.store(),
    { typed: session.typed, at: session.now },
    (change) => {
      requireLive(change.db, uids)
      for (const uid of uids) setDeleted(change.db, uid, REMOVED)
    },
  )
  reportChange(
    session,
    `Removed ${listNames(contacts.map(({ name }) => name))}.`,
    command !== undefined,
    () => contacts,
  )
}
