/** Parts of the one-line answers of commands. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { Touchpoint } from '../domain/touchpoint.ts'
import { formatDay, formatOn, plural } from './dates.ts'
import { safeText } from './safe-text.ts'

/** `Ada Lovelace`, `Ada Lovelace and Grace Hopper`, `Ada Lovelace, Grace Hopper and 3 others`. */
export function listNames(names: readonly string[], most = 3): string {
  const safe = names.map(safeText)
  if (safe.length > most + 1) return `${safe.slice(0, most).join(', ')} and ${safe.length - most} others`
  const last = safe.at(-1) ?? ''
  return safe.length < 2 ? last : `${safe.slice(0, -1).join(', ')} and ${last}`
}

/** `There is: Job club`, `There are: Job club; Board`; as they were typed, not yet safe for a terminal. */
export function sayThereAre(names: readonly string[]): string {
  return `There ${names.length === 1 ? 'is' : 'are'}: ${names.join('; ')}`
}

/** Kinds of help that read better with an article, or another word; any other stands as it is. */
const HELP_WORDS: ReadonlyMap<string, string> = new Map([
  ['article', 'an article'],
  ['introduction', 'an introduction'],
  ['referral', 'a referral'],
  ['other', 'other help'],
])

/** A kind of help in a sentence: `an article`, `advice`. */
export function sayHelpKind(kind: string): string {
  return HELP_WORDS.get(kind) ?? safeText(kind)
}

/**
 * What was recorded, at which event, and when each contact is due next.
 * @param reached uids of those who were prospects until now.
 */
export function sayLogged(
  lines: readonly ContactLine[],
  touchpoint: Touchpoint,
  newNames: readonly string[],
  today: CalendarDate,
  reached: readonly string[] = [],
  eventName?: string,
): string {
  const names = listNames(
    lines.map(({ name }) => name),
    8,
  )
  const at = eventName === undefined ? '' : ` at ${safeText(eventName)}`
  const when = `${formatOn(touchpoint.on, today)}${at}`
  const channel = touchpoint.channel === null ? '' : ` (${safeText(touchpoint.channel)})`
  const added = newNames.length > 0 ? ` New: ${listNames(newNames)}.` : ''
  switch (touchpoint.kind) {
    case 'counted':
      return `In touch with ${names} ${when}${channel}.${added}${sayReached(lines.filter(({ uid }) => reached.includes(uid)))} ${sayNextDue(lines, today)}`
    case 'attempt':
      return `Tried to reach ${names} ${when}${channel}.${added} ${sayRest(lines, today)}`
    case 'light':
      return `A light touch with ${names} ${when}${channel}; due dates stay.${added} ${sayNextDue(lines, today)}`
  }
}

/** When each is due next: `Next due 3 Dec.`, with several `Next due: Ada Lovelace 3 Dec, Grace Hopper 6 Dec.` */
export function sayNextDue(lines: readonly ContactLine[], today: CalendarDate): string {
  const [first] = lines
  if (first !== undefined && lines.length === 1) return sayOneNextDue(first, today)
  if (lines.length > 0 && lines.every(({ prospect, pausedOn }) => prospect !== null && pausedOn === null))
    return 'Prospects: the cadence begins with the first answer.'
  const parts = lines.slice(0, 8).map((line) => `${safeText(line.name)} ${sayDue(line, today)}`)
  return `Next due: ${parts.join(', ')}${lines.length > 8 ? ` and ${lines.length - 8} more` : ''}.`
}

/** Who has become a contact by it: `Grace Hopper has answered: a contact now, every 3m.` Empty where nobody has. */
export function sayReached(lines: readonly ContactLine[]): string {
  return lines
    .map(({ name, interval, pausedOn }) => {
      const cadence = pausedOn !== null ? ', paused' : interval === null ? '' : `, every ${interval}`
      return ` ${safeText(name)} has answered: a contact now${cadence}.`
    })
    .join('')
}

/** The same after an attempt: until when it rests a contact, or how often a prospect was tried. */
export function sayRest(lines: readonly ContactLine[], today: CalendarDate): string {
  const [line] = lines
  if (line !== undefined && lines.length === 1 && line.prospect !== null)
    return `${plural(line.unanswered, 'try', 'tries')} so far, no answer yet.`
  if (line === undefined || lines.length > 1 || line.dueOn === null) return sayNextDue(lines, today)
  if (line.restsUntil === null || line.restsUntil <= today || line.restsUntil <= line.dueOn)
    return sayNextDue(lines, today)
  return `Rests until ${formatDay(line.restsUntil, today)}.`
}

function sayOneNextDue(line: ContactLine, today: CalendarDate): string {
  if (line.pausedOn !== null) return 'Paused, so not due.'
  if (line.prospect !== null) return 'A prospect: the cadence begins with the first answer.'
  if (line.dueOn === null) return 'No cadence.'
  return line.dueOn < today ? `Now ${sayDue(line, today)}.` : `Next due ${sayDue(line, today)}.`
}

function sayDue(line: ContactLine, today: CalendarDate): string {
  if (line.pausedOn !== null) return 'paused'
  if (line.prospect !== null) return 'a prospect'
  if (line.dueOn === null) return 'no cadence'
  if (line.dueOn < today) return `${plural(daysBetween(line.dueOn, today), 'day')} overdue`
  return line.dueOn === today ? 'today' : formatDay(line.dueOn, today)
}
