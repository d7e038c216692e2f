/** `netkeep pause`: keep no cadence for a while. */
import type { Command } from 'commander'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setPaused } from '../store/contacts.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('Keep no cadence with contacts until resume: they are never due meanwhile.')
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText('after', '\nExample:\n  netkeep pause grace')
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const contacts = await resolveAll(session, args[0], 'write')
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change, lines) => {
      const active = lines.filter((line) => line.pausedOn === null)
      for (const line of active) setPaused(change.db, line.uid, session.today)
      return active
    },
  )
  const line =
    written.value.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: paused already, so nothing was changed.`
      : `Paused ${listNames(written.value.map(({ name }) => name))}. To go on: netkeep resume WHO.`
  reportContacts(session, line, written)
}
