/** `netkeep wake`: end a snooze. */
import type { Command } from 'commander'
import { formatDay } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
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
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change, lines) => {
      const snoozed = lines.filter((line) => line.snoozedUntil !== null)
      for (const line of snoozed) clearSnooze(change.db, line.uid)
      return snoozed
    },
  )
  const resting = written.lines.filter(({ restsUntil }) => restsUntil !== null && restsUntil > session.today)
  const said = [
    written.value.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: not snoozed, so nothing was changed.`
      : `Woke ${listNames(written.value.map(({ name }) => name))}. ${sayNextDue(written.lines, session.today)}`,
    ...resting.map(
      ({ name, restsUntil }) =>
        `${safeText(name)} rests until ${formatDay(restsUntil ?? session.today, session.today)} after an attempt; a touchpoint ends that.`,
    ),
  ]
  reportContacts(session, said.join(' '), written)
}
