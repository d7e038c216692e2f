/** Planning events: `event add`, `edit` and `remove`. None of them writes a touchpoint. */
import { daysBetween } from '../domain/calendar-date.ts'
import { type EventRecord, type NewEvent, phaseOf } from '../domain/event.ts'
import type { DateRange } from '../domain/period.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { describeEvent, eventJson } from '../render/event-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Change, Recorded } from '../store/command-log.ts'
import type { Database } from '../store/driver.ts'
import {
  findEvent,
  findEventLine,
  findSameEvent,
  insertEvent,
  listMet,
  planContact,
  removeEvent,
  unplanContact,
  updateEvent,
} from '../store/events.ts'
import { daysJustPast, readEventDays, splitEventDays } from './event-days.ts'
import { checkEventGoal, checkEventName, checkPlace, type EventOptions } from './event-options.ts'
import { eventGone, resolveEvent, typedEvent } from './which-event.ts'
import { resolveList } from './who-list.ts'
import { recordWith, reportChange } from './write.ts'

export async function addEvent(
  session: Session,
  words: readonly string[],
  options: EventOptions,
): Promise<void> {
  const { words: named, days: typed } = await splitEventDays(session, words, options.on)
  if (named.length === 0 || typed === undefined)
    throw usageError(
      'Name the event and its days.',
      'Type: netkeep event add "PyCon" --on 2026-12-04..2026-12-06 --place Berlin --with ada,grace',
    )
  const name = checkEventName(named.join(' '))
  const { from: on, to: until } = await readEventDays(session, typed)
  const place = options.place === undefined ? null : checkPlace(options.place)
  const goal = options.goal === undefined ? null : checkEventGoal(options.goal)
  const planned = await readContacts(session, options.with)
  const event: NewEvent = { name, on, until, place, goal }
  const { db } = await session.store()
  const { value, command } = await change(session, planned, (made) => {
    refuseSame(session, made.db, event)
    const uid = insertEvent(made, event)
    for (const contact of planned) planContact(made.db, uid, contact.uid)
    return uid
  })
  const justPast = await daysJustPast(session, typed, { from: on, to: until })
  report(session, db, value, command, (said, line) => {
    const isOver = phaseOf(line, session.today) === 'over'
    const next = isOver ? ` Log whom you met: netkeep event log ${typedEvent(db, line)}.` : ''
    return `${said}${sayJustPast(session, line, justPast)}${next}`
  })
}

export async function editEvent(
  session: Session,
  words: readonly string[],
  options: EventOptions,
): Promise<void> {
  const event = await resolveEvent(session, words)
  const { name, on, place, goal } = options
  if ([name, on, place, goal, options.with, options.without].every((given) => given === undefined))
    throw usageError(
      'What is to change?',
      `Type: netkeep event edit ${event.id} --place Berlin --with ada --without grace. Also --name, --on and --goal.`,
    )
  const days = on === undefined ? undefined : await readEventDays(session, on)
  const [added, dropped] = [
    await readContacts(session, options.with),
    await readContacts(session, options.without),
  ]
  const both = added.find(({ uid }) => dropped.some((other) => other.uid === uid))
  if (both !== undefined)
    throw usageError(`With ${both.name} or without?`, 'Name a contact on one side only.')
  const given: Partial<NewEvent> = {
    ...(name === undefined ? {} : { name: checkEventName(name) }),
    ...(days === undefined ? {} : { on: days.from, until: days.to }),
    ...(place === undefined ? {} : { place: checkPlace(place) }),
    ...(goal === undefined ? {} : { goal: checkEventGoal(goal) }),
  }
  const { db } = await session.store()
  const { command } = await change(session, [...added, ...dropped], (made) => {
    const now = findEvent(made.db, event.uid)
    if (now === undefined) throw eventGone()
    const then = { ...now, ...given }
    if (name !== undefined || days !== undefined) refuseSame(session, made.db, then, event.uid)
    updateEvent(made.db, event.uid, then)
    for (const contact of added) planContact(made.db, event.uid, contact.uid)
    for (const contact of dropped) unplanContact(made.db, event.uid, contact.uid)
  })
  const justPast = on === undefined || days === undefined ? undefined : await daysJustPast(session, on, days)
  report(session, db, event.uid, command, (said, line) => {
    if (command === undefined) return `${said} That is so already; nothing was changed.`
    return `${said}${days === undefined ? '' : sayOutside(db, line)}${sayJustPast(session, line, justPast)}`
  })
}

export async function dropEvent(session: Session, words: readonly string[]): Promise<void> {
  const { uid } = await resolveEvent(session, words)
  const { db } = await session.store()
  const event = findEventLine(db, uid)
  if (event === undefined) throw eventGone()
  const touchpoints = new Set(listMet(db, uid).map(({ touchpoint }) => touchpoint)).size
  const { command } = await change(session, [], (made) => {
    if (!removeEvent(made.db, uid)) throw eventGone()
  })
  const kept =
    touchpoints === 0
      ? ''
      : ` Its ${plural(touchpoints, 'touchpoint')} ${touchpoints === 1 ? 'stays' : 'stay'}.`
  reportChange(
    session,
    `Removed ${safeText(describeEvent(event, session.today))}.${kept}`,
    command !== undefined,
    () => eventJson(event),
  )
}

/** ` 3 touchpoints lie outside of these days.` Empty where there are none. */
function sayOutside(db: Database, { uid, on, until }: EventRecord): string {
  const outside = listMet(db, uid).filter((met) => met.on < on || met.on > until)
  const count = new Set(outside.map(({ touchpoint }) => touchpoint)).size
  return count === 0
    ? ''
    : ` ${plural(count, 'touchpoint')} ${count === 1 ? 'lies' : 'lie'} outside of these days.`
}

/** Where days were typed without their year: that they lie in a far future, and how to type those just past. */
function sayJustPast(session: Session, { id, on }: EventRecord, days: DateRange | undefined): string {
  if (days === undefined) return ''
  const typed = days.from === days.to ? days.from : `${days.from}..${days.to}`
  return ` It begins in ${daysBetween(session.today, on)} days, in ${on.slice(0, 4)}. If you mean ${days.from.slice(0, 4)}: netkeep event edit ${id} --on ${typed}.`
}

async function readContacts(
  session: Session,
  typed: readonly string[] | undefined,
): Promise<readonly Candidate[]> {
  return typed === undefined ? [] : resolveList(session, typed, 'write')
}

/** Runs `body` as the one command, with contacts that are still there. */
async function change<T>(
  session: Session,
  contacts: readonly Candidate[],
  body: (change: Change) => T,
): Promise<Recorded<T>> {
  return recordWith(
    session,
    contacts.map(({ uid }) => uid),
    body,
  )
}

/** @param uid of the event itself, which may be called so. */
function refuseSame(session: Session, db: Database, event: NewEvent, uid?: string): void {
  const same = findSameEvent(db, event)
  if (same === undefined || same.uid === uid) return
  throw new UserError(
    'usage',
    `There is an event of that name and day already: ${describeEvent(same, session.today)} (${same.id}).`,
    `See it: netkeep event show ${same.id}   Change it: netkeep event edit ${same.id} --with ada`,
  )
}

/** The event as it is now: `PyCon, 4 Dec to 6 Dec, Berlin (1a2b3c). To meet: Ada Lovelace. Goal: meet 3 maintainers.` */
function report(
  session: Session,
  db: Database,
  uid: string,
  command: number | undefined,
  complete: (said: string, event: EventRecord) => string,
): void {
  const event = findEventLine(db, uid)
  if (event === undefined) throw eventGone()
  const said = [
    `${safeText(describeEvent(event, session.today))} (${event.id}).`,
    ...(event.planned.length === 0
      ? []
      : [
          `To meet: ${listNames(
            event.planned.map(({ name }) => name),
            8,
          )}.`,
        ]),
    ...(event.goal === null ? [] : [`Goal: ${safeText(event.goal)}.`]),
  ]
  reportChange(session, complete(said.join(' '), event), command !== undefined, () => eventJson(event))
}
