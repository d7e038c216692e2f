/** What `event log` answers: whom one met, who was logged already, what was promised. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { NewPromise } from '../domain/promise.ts'
import { formatOn } from './dates.ts'
import { sayPromised } from './promise-lines.ts'
import { safeText } from './safe-text.ts'
import { listNames, sayNextDue, sayReached } from './sentences.ts'

export interface LoggedAtEvent {
  readonly eventName: string
  readonly on: CalendarDate
  /** Those met; those logged before who got another note; those of whom nothing is new. */
  readonly met: readonly ContactLine[]
  readonly noted: readonly ContactLine[]
  readonly known: readonly ContactLine[]
  readonly newNames: readonly string[]
  /** Uids of those met who were prospects until now. */
  readonly reached: readonly string[]
}

/** `Met Ada Lovelace and Jean Bartik at PyCon today. New: Jean Bartik. Next due: … Grace Hopper was logged there already; the note is added.` */
export function sayMet(logged: LoggedAtEvent, isChanged: boolean, today: CalendarDate): string {
  const { met, noted, known, reached } = logged
  const at = `at ${safeText(logged.eventName)} ${formatOn(logged.on, today)}`
  const added = logged.newNames.length === 0 ? '' : ` New: ${listNames(logged.newNames)}.`
  const answered = sayReached(met.filter(({ uid }) => reached.includes(uid)))
  const before = (lines: readonly ContactLine[], end: string): string =>
    lines.length === 0
      ? ''
      : `${namesOf(lines)} ${lines.length === 1 ? 'was' : 'were'} logged ${at} already${end}.`
  return [
    met.length === 0 ? '' : `Met ${namesOf(met)} ${at}.${added}${answered} ${sayNextDue(met, today)}`,
    before(noted, `; the note${noted.length === 1 ? ' is' : 's are'} added`),
    before(known, isChanged ? '' : '; nothing was changed'),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** `You promised: follow up after PyCon, by 25 Nov. Ada Lovelace had that promise already.` Empty where nothing was to be promised. */
export function sayFollowUps(
  made: readonly NewPromise[],
  promisedBefore: readonly ContactLine[],
  today: CalendarDate,
): string {
  const said = [...new Set(made.map((promise) => sayPromised(promise, today).trim()))]
  return [
    said.length > 1 ? `You made ${made.length} promises: netkeep promise` : (said[0] ?? ''),
    promisedBefore.length === 0 ? '' : `${namesOf(promisedBefore)} had that promise already.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function namesOf(lines: readonly ContactLine[]): string {
  return listNames(
    lines.map(({ name }) => name),
    8,
  )
}
