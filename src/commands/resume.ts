/** `netkeep resume`: end a pause. */
import type { Command } from 'commander'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setPaused } from '../store/contacts.ts'
import { paceContacts } from '../store/pacing.ts'
import { loadOf } from './cadence-options.ts'
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
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change, lines) => {
      const paused = lines.filter((line) => line.pausedOn !== null)
      const uids = paused.map(({ uid }) => uid)
      for (const uid of uids) setPaused(change.db, uid, null)
      return { paused, spread: options.asIs === true ? 0 : paceContacts(change, uids, session.today, []) }
    },
  )
  const { paused, spread } = written.value
  const line =
    paused.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: not paused, so nothing was changed.`
      : `Resumed ${listNames(paused.map(({ name }) => name))}.${loadOf(written.lines, spread)} ${sayNextDue(written.lines, session.today)}`
  reportContacts(session, line, written)
}
