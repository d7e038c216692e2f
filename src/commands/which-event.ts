/** Which event is meant: its id, or words of its name. */
import { type EventRecord, likeliestEvents, surelyNamed } from '../domain/event.ts'
import { countNameWords, findByIdOrName } from '../domain/named-by-words.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { goneMeanwhile, UserError, usageError } from '../errors.ts'
import { describeEvent } from '../render/event-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { typedAgain } from '../render/typed-again.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { listEvents } from '../store/events.ts'

/** Whether the event has to have begun: `log` is for what has happened. */
type Wish = 'begun' | 'any'

/** The one event that all the words together mean. @throws UserError (usage, no-match, ambiguous) */
export async function resolveEvent(
  session: Session,
  words: readonly string[],
  wish: Wish = 'any',
): Promise<EventRecord> {
  const typed = words.join(' ')
  if (typed.trim() === '') throw usageError('Which event?', 'See them: netkeep event list')
  const { db } = await session.store()
  const events = listEvents(db)
  const found = likeliestEvents(findByIdOrName(typed, events), session.today, wish)
  const [first] = found
  if (first === undefined) throw noEvent(typed, events)
  if (found.length === 1) return first
  if (!session.isInteractive) throw severalEvents(session, typed, found)
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    `Which "${safeText(typed)}"?`,
    found.map((event) => ({
      name: `${safeText(describeEvent(event, session.today))} (${event.id})`,
      value: event,
    })),
  )
}

/**
 * EVENT WHO…: the event is the longest run of words at the beginning that names one, the rest is returned as it is.
 * @throws UserError (usage, no-match, ambiguous)
 */
export async function resolveEventAndRest(
  session: Session,
  words: readonly string[],
  wish: Wish = 'any',
): Promise<{ readonly event: EventRecord; readonly rest: readonly string[] }> {
  const { db } = await session.store()
  const count = countNameWords(words, listEvents(db))
  return { event: await resolveEvent(session, words.slice(0, count), wish), rest: words.slice(count) }
}

/** The event in the next command. */
export function typedEvent(db: Database, event: EventRecord): string {
  return typedAgain(event, surelyNamed([event], listEvents(db)).has(event.uid))
}

function noEvent(typed: string, events: readonly EventRecord[]): UserError {
  const plan = `netkeep event add ${quoteWord(typed)} --on 2026-12-04..2026-12-06`
  return new UserError(
    'no-match',
    `No event is called "${typed}"; nothing was done.`,
    events.length === 0 ? `Plan it: ${plan}` : `See them: netkeep event list   Plan it: ${plan}`,
  )
}

function severalEvents(session: Session, typed: string, found: readonly EventRecord[]): UserError {
  return new UserError(
    'ambiguous',
    `"${typed}" could be ${found.length} events; nothing was done.`,
    `Say which by its id: ${found[0]?.id ?? 'ID'}`,
    found.map((event) => ({
      uid: event.uid,
      id: event.id,
      name: describeEvent(event, session.today),
      organization: null,
    })),
  )
}

/** Of an event that another shell has removed since it was looked up. */
export function eventGone(): UserError {
  return goneMeanwhile('event')
}
