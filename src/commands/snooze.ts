/** `netkeep snooze`: wait with contacts until a date. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { addInterval, parseInterval } from '../domain/interval.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import { splitTrailingDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { formatDay } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setSnooze } from '../store/contacts.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

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
  if (until <= session.today) {
    throw usageError(
      `${formatDay(until, session.today)} is not ahead.`,
      'Snooze until a later day: netkeep snooze WHO 1w',
    )
  }
  const contacts = await resolveAll(session, who, 'write')
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change, lines) => {
      const isLater = (line: ContactLine): boolean => line.plainDueOn !== null && line.plainDueOn < until
      const snoozed = lines.filter(isLater)
      for (const line of snoozed) setSnooze(change, line.uid, until, session.today)
      return { snoozed, unchanged: lines.filter((line) => !isLater(line)) }
    },
  )
  const { snoozed, unchanged } = written.value
  const names = listNames(snoozed.map(({ name }) => name))
  const said = [
    ...(snoozed.length > 0 ? [`Snoozed ${names} until ${formatDay(until, session.today)}.`] : []),
    ...unchanged.map((line) => sayUnchanged(line, until, session.today)),
  ]
  reportContacts(session, said.join(' '), written)
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
  const byDefault = (): CalendarDate | Promise<CalendarDate> =>
    session
      .settings()
      .then((settings) => addInterval(session.today, parseInterval(settings.get('snooze').value)))
  return { who: split.words, until: split.on ?? (await byDefault()) }
}

function sayUnchanged(line: ContactLine, until: CalendarDate, today: CalendarDate): string {
  const name = safeText(line.name)
  if (line.pausedOn !== null) return `${name} is paused: nothing to snooze.`
  if (line.plainDueOn === null) return `${name} has no cadence: nothing to snooze.`
  return `${name} is not due before ${formatDay(line.plainDueOn, today)} anyway: waiting until ${formatDay(until, today)} changes nothing.`
}
