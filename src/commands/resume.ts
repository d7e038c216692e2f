/** `netkeep resume`: end a pause. */
import type { Command } from 'commander'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { setPaused } from '../store/contacts.ts'
import { paceContacts } from '../store/pacing.ts'
import { sayLoad } from './cadence-options.ts'
import { asIsOption } from './options.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description(
      'End the pause of contacts. Several that would be due at once are spread over their interval.',
    )
    .argument('<who...>', 'name, e-mail address or id')
    .addOption(asIsOption())
    .addHelpText('after', '\nExample:\n  netkeep resume grace')
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { asIs?: boolean },
): Promise<void> {
  const contacts = await resolveAll(session, args[0], 'write')
  const { db } = await session.store()
  const paused = getLines(
    db,
    contacts.map(({ uid }) => uid),
    session.today,
  ).filter((line) => line.pausedOn !== null)
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change) => {
      for (const line of paused) setPaused(change.db, line.uid, null)
      return options.asIs === true
        ? 0
        : paceContacts(
            change,
            paused.map(({ uid }) => uid),
            session.today,
          )
    },
  )
  const line =
    paused.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: not paused, so nothing was changed.`
      : `Resumed ${listNames(paused.map(({ name }) => name))}.${sayLoad(written.lines, written.value)} ${sayNextDue(written.lines, session.today)}`
  reportContacts(session, line, written)
}
