/** `netkeep event log`: a touchpoint with each contact met at an event, all of them one command. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { EventRecord } from '../domain/event.ts'
import type { NewPromise } from '../domain/promise.ts'
import { usageError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { formatOn } from '../render/dates.ts'
import { eventJson } from '../render/event-lines.ts'
import { promiseJson } from '../render/promise-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { findEvent, findEventLine } from '../store/events.ts'
import { getPromise, insertPromise } from '../store/promises.ts'
import { getTouchpoint, insertTouchpoint } from '../store/touchpoints.ts'
import { type Entry, readEntries, readLines } from './event-entries.ts'
import { readFollowUp, sayFollowUp } from './event-follow-up.ts'
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
  const known = entries.flatMap(({ entry }) => ('contact' in entry.who ? [entry.who.contact.uid] : []))
  const { value, command } = await recordWith(session, known, (change) => {
    if (findEvent(change.db, event.uid) === undefined) throw eventGone()
    return entries.map(({ entry, note }) => {
      const met = { metOn: on, metAt: event.name }
      const contact =
        'contact' in entry.who
          ? entry.who.contact.uid
          : insertTyped(change, entry.who.newName, session.today, undefined, met)
      const touchpoint = insertTouchpoint(
        change,
        {
          on,
          channel: 'event',
          direction: null,
          kind: 'counted',
          minutes: null,
          place: event.place,
          note,
          event: event.uid,
        },
        [contact],
      )
      const promise = promises.get(entry)
      const promised =
        promise === undefined ? [] : [insertPromise(change, contact, promise, session.today, touchpoint)]
      return { contact, touchpoint, promised }
    })
  })
  const uids = value.map(({ contact }) => contact)
  const newNames = entries.flatMap(({ entry }) => ('newName' in entry.who ? [nameOf(entry)] : []))
  const said = [
    sayMet(session, db, event, on, uids, newNames),
    sayNext(session, db, event, promises, isAsked),
  ]
  reportChange(session, said.filter((part) => part !== '').join(' '), command !== undefined, () => {
    const line = findEventLine(db, event.uid)
    return {
      event: line === undefined ? null : eventJson(line),
      touchpoints: value.map(({ contact, touchpoint }) =>
        touchpointJson(getTouchpoint(db, touchpoint, contact)),
      ),
      contacts: getListed(db, uids, session.today).map(listJson),
      promises: value.flatMap(({ promised }) => promised).map((uid) => promiseJson(getPromise(db, uid))),
    }
  })
}

/** `Met Ada Lovelace and Jean Bartik at PyCon today. New: Jean Bartik. Next due: …` */
function sayMet(
  session: Session,
  db: Database,
  event: EventRecord,
  on: CalendarDate,
  uids: readonly string[],
  newNames: readonly string[],
): string {
  const lines = getLines(db, uids, session.today)
  const names = listNames(
    lines.map(({ name }) => name),
    8,
  )
  const added = newNames.length === 0 ? '' : ` New: ${listNames(newNames)}.`
  return `Met ${names} at ${safeText(event.name)} ${formatOn(on, session.today)}.${added} ${sayNextDue(lines, session.today)}`
}

/** What was promised; where nothing was and nothing asked, how to. */
function sayNext(
  session: Session,
  db: Database,
  event: EventRecord,
  promises: ReadonlyMap<Entry, NewPromise>,
  isAsked: boolean,
): string {
  const said = [...new Set([...promises.values()].map((promise) => sayFollowUp(promise, session.today)))]
  const [only] = said
  if (only === undefined)
    return isAsked ? '' : `To promise a follow-up: netkeep event follow-up ${typedEvent(db, event)}.`
  return said.length === 1 ? only : `You made ${promises.size} promises: netkeep promise`
}
