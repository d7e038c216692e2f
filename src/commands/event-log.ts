/** `netkeep event log`: a touchpoint with each contact met at an event, all of them one command. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { EventRecord } from '../domain/event.ts'
import type { NewPromise } from '../domain/promise.ts'
import { usageError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { eventJson } from '../render/event-lines.ts'
import { type LoggedAtEvent, sayFollowUps, sayMet } from '../render/event-log-lines.ts'
import { promiseJson } from '../render/promise-lines.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { recordMeetingAt } from '../store/event-touchpoints.ts'
import { findEvent, findEventLine } from '../store/events.ts'
import { getPromise, insertPromise, listPromises } from '../store/promises.ts'
import { unreachedAmong } from '../store/prospects.ts'
import { getTouchpoint } from '../store/touchpoints.ts'
import { type Entry, readEntries, readLines } from './event-entries.ts'
import { readFollowUp } from './event-follow-up.ts'
import { dayAtEvent, type EventOptions } from './event-options.ts'
import { askEntries, askFollowUps, nameOf } from './event-questions.ts'
import { insertTyped } from './new-contact.ts'
import { readTouchpointOptions } from './touchpoint-options.ts'
import { eventGone, resolveEventAndRest, typedEvent } from './which-event.ts'
import { recordWith, reportChange } from './write.ts'

export async function logEvent(
  session: Session,
  words: readonly string[],
  options: EventOptions,
): Promise<void> {
  if (words.length === 0 && !session.isInteractive)
    throw usageError(
      'Which event?',
      'Name it, and whom you met: netkeep event log pycon ada "grace: liked the talk"',
    )
  if (options.text !== undefined && options.followUp === undefined)
    throw usageError('--text says what you promise.', 'Add --follow-up, or leave --text out.')
  const { event, rest } = await resolveEventAndRest(session, words, 'begun')
  const given = await readTouchpointOptions(session, {
    ...(options.on === undefined ? {} : { on: options.on }),
    ...(options.note === undefined ? {} : { note: options.note }),
  })
  const on = dayAtEvent(session, event, options.on === undefined ? undefined : given.on)
  const usual = await readFollowUp(session, event, options.followUp, options.text)
  const isAsked = rest.length === 0 && options.with === undefined && session.isInteractive
  const entries = isAsked
    ? await askEntries(session, event, given.note !== null)
    : await entriesOf(session, rest, options)
  const promises =
    options.followUp !== undefined
      ? new Map(entries.map((entry) => [entry, usual]))
      : isAsked
        ? await askFollowUps(session, entries, usual)
        : new Map<Entry, NewPromise>()
  const noted = entries.map((entry) => ({ entry, note: entry.note ?? given.note }))
  await record(session, event, on, noted, promises, isAsked)
}

/** @throws UserError (usage, no-match, ambiguous) */
async function entriesOf(
  session: Session,
  words: readonly string[],
  options: EventOptions,
): Promise<readonly Entry[]> {
  const isNewAdded = options.new === true
  const isPiped = words.length === 0 && options.with === undefined && !session.context.stdin.isTerminal
  if (options.note === '-' && (isPiped || words.includes('-')))
    throw usageError(
      'Is the note on standard input, or whom you met?',
      'Name whom you met, or write each note behind its contact: "grace: liked the talk"',
    )
  const entries = isPiped
    ? await readLines(session, isNewAdded)
    : await readEntries(session, { words, with: options.with, isNewAdded })
  if (entries.length > 0) return entries
  throw usageError(
    'Whom did you meet?',
    'Name them: netkeep event log pycon ada "grace: liked the talk". In a pipe: a line for each, ada: what to remember',
  )
}

/** What became of each entry. */
interface Recorded extends ReturnType<typeof recordMeetingAt> {
  readonly contact: string
  /** The promise that was made; undefined where none was to be, or an open one says it already. */
  readonly promise: { readonly uid: string; readonly made: NewPromise } | undefined
  readonly wasPromised: boolean
}

/** One transaction: everybody, or nobody. */
async function record(
  session: Session,
  event: EventRecord,
  on: CalendarDate,
  entries: readonly { readonly entry: Entry; readonly note: string | null }[],
  promises: ReadonlyMap<Entry, NewPromise>,
  isAsked: boolean,
): Promise<void> {
  const { db } = await session.store()
  const { today } = session
  const known = entries.flatMap(({ entry }) => ('contact' in entry.who ? [entry.who.contact.uid] : []))
  const { value, command } = await recordWith(session, known, (change) => {
    if (findEvent(change.db, event.uid) === undefined) throw eventGone()
    const reached = unreachedAmong(change.db, known)
    const open = listPromises(change.db, { today, event: event.uid, isMine: true })
    const recorded = entries.map(({ entry, note }): Recorded => {
      const met = { metOn: on, metAt: event.name }
      const contact =
        'contact' in entry.who
          ? entry.who.contact.uid
          : insertTyped(change, entry.who.newName, today, undefined, met)
      const meeting = recordMeetingAt(change, event, on, contact, note)
      const made = promises.get(entry)
      const wasPromised = open.some((other) => other.contact.uid === contact && other.text === made?.text)
      const promise =
        made === undefined || wasPromised
          ? undefined
          : { uid: insertPromise(change, contact, made, today, meeting.touchpoint), made }
      return { ...meeting, contact, promise, wasPromised }
    })
    return { recorded, reached }
  })
  const logged = {
    ...value,
    newNames: entries.flatMap(({ entry }) => ('newName' in entry.who ? [nameOf(entry)] : [])),
  }
  report(session, db, { event, on, ...logged }, command !== undefined, isAsked || promises.size > 0)
}

interface Logged {
  readonly event: EventRecord
  readonly on: CalendarDate
  readonly recorded: readonly Recorded[]
  readonly newNames: readonly string[]
  readonly reached: readonly string[]
}

/** @param hasFollowUps whether it was asked or said what follows; where not, the answer says how to promise it. */
function report(
  session: Session,
  db: Database,
  { event, on, recorded, newNames, reached }: Logged,
  isChanged: boolean,
  hasFollowUps: boolean,
): void {
  const { today } = session
  const linesOf = (is: (one: Recorded) => boolean): readonly ContactLine[] =>
    getLines(
      db,
      recorded.filter(is).map(({ contact }) => contact),
      today,
    )
  const logged: LoggedAtEvent = {
    eventName: event.name,
    on,
    met: linesOf(({ outcome }) => outcome === 'new'),
    noted: linesOf(({ outcome }) => outcome === 'noted'),
    known: linesOf(({ outcome }) => outcome === 'known'),
    newNames,
    reached,
  }
  const made = recorded.flatMap(({ promise }) => promise ?? [])
  const followUps = sayFollowUps(
    made.map((promise) => promise.made),
    linesOf(({ wasPromised }) => wasPromised),
    today,
  )
  const hint =
    hasFollowUps || !isChanged
      ? ''
      : `To promise a follow-up: netkeep event follow-up ${typedEvent(db, event)}.`
  const said = [sayMet(logged, isChanged, today), followUps, hint].filter((part) => part !== '').join(' ')
  reportChange(session, said, isChanged, () => {
    const line = findEventLine(db, event.uid)
    return {
      event: line === undefined ? null : eventJson(line),
      touchpoints: recorded.map(({ contact, touchpoint }) =>
        touchpointJson(getTouchpoint(db, touchpoint, contact)),
      ),
      contacts: getListed(
        db,
        recorded.map(({ contact }) => contact),
        today,
      ).map(listJson),
      promises: made.map(({ uid }) => promiseJson(getPromise(db, uid))),
    }
  })
}
