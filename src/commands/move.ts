/** `netkeep move`: put contacts into a circle. */
import type { Command } from 'commander'
import { usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setCadence } from '../store/contacts.ts'
import { paceContacts, unscheduledAmong } from '../store/pacing.ts'
import { loadOf, parseCircle } from './cadence-options.ts'
import { asIsOption } from './options.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('Put contacts into a circle, or none. An interval of their own stays.')
    .argument('<who...>', 'name, e-mail address or id, then the circle or none')
    .usage('[options] <who...> <circle|none>')
    .addOption(asIsOption())
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep move grace close\n  netkeep move ada alan outer\n  netkeep move bob none',
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { asIs?: boolean },
): Promise<void> {
  const who = args[0].slice(0, -1)
  const typed = args[0].at(-1) ?? ''
  if (who.length === 0) throw usageError('Name a contact and a circle.', 'Type: netkeep move grace close')
  const { db } = await session.store()
  const circle = parseCircle(db, typed)
  const contacts = await resolveAll(session, who, 'write')
  const uids = contacts.map(({ uid }) => uid)
  const written = await writeContacts(session, uids, (change) => {
    const unscheduled = unscheduledAmong(change.db, uids)
    const moved = uids.filter((uid) => setCadence(change.db, uid, { circle }))
    return options.asIs === true ? 0 : paceContacts(change, moved, session.today, unscheduled)
  })
  const names = listNames(contacts.map(({ name }) => name))
  const name = written.lines[0]?.circle ?? null
  const where = name === null ? 'no circle' : safeText(name)
  const line = written.isChanged
    ? `Moved ${names} to ${where}.${loadOf(written.lines, written.value)} ${sayNextDue(written.lines, session.today)}`
    : `${names}: in ${where} already, so nothing was changed.`
  reportContacts(session, line, written)
}
