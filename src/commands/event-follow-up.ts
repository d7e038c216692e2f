/** What is promised after an event: within `event log`, or by `event follow-up`. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { type EventRecord, followUpText, type Meeting } from '../domain/event.ts'
import type { NewPromise } from '../domain/promise.ts'
import { UserError, usageError } from '../errors.ts'
import { promiseJson, sayPromised } from '../render/promise-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { listMet } from '../store/events.ts'
import { getPromise, insertPromise, listPromises } from '../store/promises.ts'
import type { EventOptions } from './event-options.ts'
import { checkPromise, readPromiseDay } from './promise-options.ts'
import { resolveEventAndRest, typedEvent } from './which-event.ts'
import { resolveAll } from './whom.ts'
import { reportChange } from './write.ts'

const USUAL_DAYS = 3

/** @param on as typed; true or undefined for the usual day. @throws UserError (usage) */
export async function readFollowUp(
  session: Session,
  event: EventRecord,
  on: string | true | undefined,
  text: string | undefined,
): Promise<NewPromise> {
  return {
    text: checkPromise(text ?? followUpText(event.name)),
    on: typeof on === 'string' ? await readDay(session, on) : addDays(session.today, USUAL_DAYS),
    isMine: true,
  }
}

/** What stands behind --follow-up may be a contact by mistake. */
async function readDay(session: Session, typed: string): Promise<CalendarDate | null> {
  try {
    return await readPromiseDay(session, typed)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw usageError(
      error.message,
      `By when: --follow-up friday, --on friday with event follow-up. Contacts stand before it.`,
    )
  }
}

/** Promises for those met there, or those named among them, who have none from that event yet. */
export async function followUp(
  session: Session,
  words: readonly string[],
  options: EventOptions,
): Promise<void> {
  if (words.length === 0)
    throw usageError(
      'After which event?',
      'Type: netkeep event follow-up pycon. See them: netkeep event list',
    )
  const { event, rest } = await resolveEventAndRest(session, words, 'begun')
  const promise = await readFollowUp(session, event, options.on, options.text)
  const store = await session.store()
  const { db } = store
  const named = rest.length === 0 ? undefined : await resolveAll(session, rest, 'write')
  const stranger = named?.find(({ uid }) => !listMet(db, event.uid).some((met) => met.uid === uid))
  if (stranger !== undefined) {
    throw new UserError(
      'no-match',
      `You have not met ${stranger.name} at ${event.name}; nothing was changed.`,
      `If you did: netkeep event log ${typedEvent(db, event)} ${stranger.id}`,
    )
  }
  const isMeant = ({ uid }: Meeting): boolean =>
    named === undefined || named.some((contact) => contact.uid === uid)
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    const meant = lastMeetings(change.db, event.uid).filter(isMeant)
    const promised = promisedAt(change.db, event.uid, session.today, named !== undefined)
    const open = meant.filter(({ uid }) => !promised.has(uid))
    requireLive(
      change.db,
      open.map(({ uid }) => uid),
    )
    return {
      met: meant.length,
      made: open.map(({ uid, touchpoint }) => insertPromise(change, uid, promise, session.today, touchpoint)),
    }
  })
  const made = value.made.map((uid) => getPromise(db, uid))
  const names = listNames(
    made.map(({ contact }) => contact.name),
    8,
  )
  const none =
    value.met === 0
      ? `Nobody met at ${safeText(event.name)} yet. Log them: netkeep event log ${typedEvent(db, event)}`
      : `There are promises from ${safeText(event.name)} already; nothing was changed.`
  const said = made.length === 0 ? none : `${names}:${sayPromised(promise, session.today)}`
  reportChange(session, said, command !== undefined, () => made.map(promiseJson))
}

/** The last meeting with each contact. */
function lastMeetings(db: Database, event: string): readonly Meeting[] {
  return [...new Map(listMet(db, event).map((met) => [met.uid, met])).values()]
}

/** Who has a promise of the user's from there; where contacts were named, only an open one stands in the way. */
function promisedAt(
  db: Database,
  event: string,
  today: CalendarDate,
  isOpenOnly: boolean,
): ReadonlySet<string> {
  const promises = listPromises(db, { today, event, isMine: true, hasClosed: !isOpenOnly })
  return new Set(promises.map(({ contact }) => contact.uid))
}
