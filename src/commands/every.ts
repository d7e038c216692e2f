/** `netkeep every`: give contacts an interval of their own. */
import type { Command } from 'commander'
import { usageError } from '../errors.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setCadence } from '../store/contacts.ts'
import { paceContacts, unscheduledAmong } from '../store/pacing.ts'
import { loadOf, parseOwnInterval, splitInterval } from './cadence-options.ts'
import { asIsOption } from './options.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description(
      'Give contacts an interval of their own; none for no cadence, circle for that of their circle.',
    )
    .argument('<who...>', 'name, e-mail address or id, then the interval')
    .usage('[options] <who...> <interval|none|circle>')
    .addOption(asIsOption())
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep every grace 3w\n  netkeep every ada monthly\n  netkeep every bob none\n  netkeep every bob circle',
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { asIs?: boolean },
): Promise<void> {
  const { who, typed } = splitInterval(args[0])
  if (who.length === 0) throw usageError('Name a contact and an interval.', 'Type: netkeep every grace 3w')
  const interval = parseOwnInterval(typed)
  const contacts = await resolveAll(session, who, 'write')
  const uids = contacts.map(({ uid }) => uid)
  const written = await writeContacts(session, uids, (change) => {
    const unscheduled = unscheduledAmong(change.db, uids)
    const changed = uids.filter((uid) => setCadence(change.db, uid, { interval }))
    return options.asIs === true ? 0 : paceContacts(change, changed, session.today, unscheduled)
  })
  const names = listNames(contacts.map(({ name }) => name))
  const what =
    interval === null
      ? "the circle's interval"
      : interval === 'none'
        ? 'no cadence'
        : `an interval of ${interval}`
  const line = written.isChanged
    ? `Gave ${names} ${what}.${loadOf(written.lines, written.value)} ${interval === 'none' ? '' : sayNextDue(written.lines, session.today)}`
    : `${names}: that already, so nothing was changed.`
  reportContacts(session, line.trimEnd(), written)
}
