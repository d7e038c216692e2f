/** Snoozing contacts until a day, for `snooze` and `review`. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { addInterval, parseInterval } from '../domain/interval.ts'
import { type Candidate, usageError } from '../errors.ts'
import { formatDay } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setSnooze } from '../store/contacts.ts'
import { type Written, writeContacts } from './write.ts'

/** The day that a snooze lasts until where nobody says when: the setting `snooze`. */
export async function usualSnooze(session: Session): Promise<CalendarDate> {
  const settings = await session.settings()
  return addInterval(session.today, parseInterval(settings.get('snooze').value))
}

/** @throws UserError (usage) for a day that is not ahead */
export function checkSnooze(session: Session, until: CalendarDate): CalendarDate {
  if (until > session.today) return until
  throw usageError(
    `${formatDay(until, session.today)} is not ahead.`,
    'Snooze until a later day: netkeep snooze WHO 1w',
  )
}

/** Snoozes those who would be due before that day, and says what became of each. */
export async function snoozeContacts(
  session: Session,
  contacts: readonly Pick<Candidate, 'uid'>[],
  until: CalendarDate,
): Promise<{ readonly line: string; readonly written: Written<unknown> }> {
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
  return { line: said.join(' '), written }
}

function sayUnchanged(line: ContactLine, until: CalendarDate, today: CalendarDate): string {
  const name = safeText(line.name)
  if (line.pausedOn !== null) return `${name} is paused: nothing to snooze.`
  if (line.plainDueOn === null) return `${name} has no cadence: nothing to snooze.`
  return `${name} is not due before ${formatDay(line.plainDueOn, today)} anyway: waiting until ${formatDay(until, today)} changes nothing.`
}
