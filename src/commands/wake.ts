/** `netkeep wake`: end a snooze. */
import type { Command } from 'commander'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { clearSnooze } from '../store/contacts.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('End the snooze of contacts: the due date is the plain one again.')
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText('after', '\nExample:\n  netkeep wake grace')
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const contacts = await resolveAll(session, args[0], 'write')
  const { db } = await session.store()
  const snoozed = getLines(
    db,
    contacts.map(({ uid }) => uid),
    session.today,
  ).filter((line) => line.snoozedUntil !== null)
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change) => {
      for (const line of snoozed) clearSnooze(change.db, line.uid)
    },
  )
  const line =
    snoozed.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: not snoozed, so nothing was changed.`
      : `Woke ${listNames(snoozed.map(({ name }) => name))}. ${sayNextDue(written.lines, session.today)}`
  reportContacts(session, line, written)
}
