/** `netkeep snooze`: wait with contacts until a date. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import { splitTrailingDate } from '../domain/typed-date.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { checkSnooze, snoozeContacts, usualSnooze } from './snoozing.ts'
import { resolveAll } from './whom.ts'
import { reportContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('Wait with a contact until a date. A conversation ends the snooze.')
    .argument('<who...>', 'name, e-mail address or id, then until when (default: the setting snooze, 1w)')
    .usage('[options] <who...> [when]')
    .addHelpText(
      'after',
      `
Examples:
  netkeep snooze grace
  netkeep snooze grace 2w
  netkeep snooze grace hopper until next friday
  netkeep snooze ada grace 2027-01-07`,
    )
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const { who, until } = await readArguments(session, args[0])
  const contacts = await resolveAll(session, who, 'write')
  const { line, written } = await snoozeContacts(session, contacts, until)
  reportContacts(session, line, written)
}

/** WHEN is the longest run of words at the end that is a date; but words that are all one contact's name are a name. */
async function readArguments(
  session: Session,
  words: readonly string[],
): Promise<{ who: readonly string[]; until: CalendarDate }> {
  const index = nameIndexOf((await session.store()).db)
  const isName = words.length > 1 && lookUpStrictly(words.join(' '), index).kind !== undefined
  const split = isName
    ? { words, on: undefined }
    : await splitTrailingDate(words, 1, await session.dateReading('future'))
  return { who: split.words, until: checkSnooze(session, split.on ?? (await usualSnooze(session))) }
}
