/** What each key of a review does. Whatever changes something is a command of its own: one step of history and undo. */
import type { Brief } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { CHANNEL_OF_LINK, linksOf } from '../domain/link.ts'
import type { ReviewAnswer, ReviewItem } from '../domain/review.ts'
import type { Touchpoint } from '../domain/touchpoint.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import type { Prompter } from '../prompter.ts'
import { formatDay } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { sayLogged } from '../render/sentences.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { referenceOf } from '../store/day-plan.ts'
import { getPromise } from '../store/promises.ts'
import { lastChannelWith } from '../store/touchpoints.ts'
import { asCommand } from './as-command.ts'
import { draftMessage } from './draft-message.ts'
import { openLink } from './links.ts'
import { askChannel, askNote } from './log-questions.ts'
import { pauseContacts } from './pausing.ts'
import { problemOf } from './problem.ts'
import { closePromises } from './promise-closing.ts'
import { recordTouchpoint } from './record-touchpoint.ts'
import { recordWishes } from './record-wish.ts'
import { checkSnooze, snoozeContacts, usualSnooze } from './snoozing.ts'

/** The item that is shown, and what is known so far of how it is answered. */
export interface Visit {
  readonly session: Session
  readonly prompter: Prompter
  readonly item: ReviewItem
  readonly brief: Brief
  /** The channel of what was opened for it; null where nothing was. */
  readonly channel: string | null
}

/** How an item was answered, and the number of the command in history; undefined where nothing was changed. */
interface Done {
  readonly answer: ReviewAnswer
  readonly command: number | undefined
}

/** A choice, and an answer, that takes back the key: no channel is called so. */
const BACK = '-'

/** @returns undefined where nothing came of it. */
export type Answering = (visit: Visit) => Promise<Done | undefined>

export async function log(visit: Visit): Promise<Done | undefined> {
  const { session, prompter, brief, channel: opened } = visit
  const { db } = await session.store()
  const usual = opened ?? lastChannelWith(db, brief.card.line.uid)
  const suggested = brief.card.tryChannel?.channel ?? null
  const back = { name: 'back: it was a slip', value: BACK }
  const channel = await askChannel(prompter, db, usual, suggested, [back])
  if (channel === BACK) return undefined
  const note = await askNote(prompter)
  return { answer: 'logged', command: await record(visit, 'counted', channel, note) }
}

export async function attempt(visit: Visit): Promise<Done> {
  return { answer: 'tried', command: await record(visit, 'attempt', visit.channel, null) }
}

async function record(
  { session, brief }: Visit,
  kind: 'counted' | 'attempt',
  channel: string | null,
  note: string | null,
): Promise<number | undefined> {
  const { line } = brief.card
  const answer = asCommand(session, [
    'log',
    line.id,
    ...(kind === 'attempt' ? ['--attempt'] : []),
    ...(channel === null ? [] : ['--by', channel]),
    ...(note === null ? [] : ['-m', note]),
  ])
  const touchpoint: Touchpoint = {
    on: session.today,
    channel,
    direction: null,
    kind,
    minutes: null,
    place: null,
    note,
  }
  const { value, command } = await recordTouchpoint(
    answer,
    { contacts: [line], newNames: [] },
    touchpoint,
    () => null,
  )
  const { db } = await session.store()
  say(
    session,
    sayLogged(getLines(db, value.uids, session.today), touchpoint, [], session.today, value.reached),
  )
  return command
}

export async function snooze({ session, prompter, brief }: Visit): Promise<Done | undefined> {
  const { line } = brief.card
  const usual = await usualSnooze(session)
  const reading = await session.dateReading('future')
  const read = async (typed: string): Promise<CalendarDate> =>
    typed.trim() === '' ? usual : checkSnooze(session, await parseTypedDate(typed, reading))
  const typed = await prompter.input(
    `Until when? (Enter for ${formatDay(usual, session.today)}; or 2w, friday; ${BACK} for back)`,
    (text) => (text.trim() === BACK ? undefined : problemOf(() => read(text))),
  )
  if (typed === BACK) return undefined
  const until = await read(typed)
  const done = await snoozeContacts(asCommand(session, ['snooze', line.id, until]), [line], until)
  say(session, done.line)
  const { command } = done.written
  return command === undefined ? undefined : { answer: 'snoozed', command }
}

export async function pause({ session, brief }: Visit): Promise<Done> {
  const { line } = brief.card
  const done = await pauseContacts(asCommand(session, ['pause', line.id]), [line])
  say(session, done.line)
  return { answer: 'paused', command: done.written.command }
}

export async function fulfil(visit: Visit): Promise<Done> {
  return { answer: 'fulfilled', command: await close(visit, 'done') }
}

export async function drop(visit: Visit): Promise<Done> {
  return { answer: 'dropped', command: await close(visit, 'drop') }
}

async function close({ session, item }: Visit, action: 'done' | 'drop'): Promise<number | undefined> {
  const { db } = await session.store()
  const promise = getPromise(db, item.reference)
  const done = await closePromises(asCommand(session, ['promise', action, promise.id]), [promise], action)
  say(session, done.line)
  return done.command
}

export async function wish({ session, item, brief, channel }: Visit): Promise<Done | undefined> {
  const { line, dates } = brief.card
  const occasion = dates.find((date) => referenceOf(date) === item.reference)
  if (occasion === undefined) return undefined
  const by = channel === null ? [] : ['--by', channel]
  const answer = asCommand(session, ['wish', line.id, '--for', occasion.label, ...by])
  const given = { on: session.today, channel, note: null }
  const done = await recordWishes(answer, [{ uid: line.uid, occasion }], given, 'light')
  say(session, done.line)
  return { answer: 'wished', command: done.command }
}

/** Opens an address of the contact. @returns the channel of it; null where nothing was opened. */
export async function openAddress({ session, prompter, brief }: Visit): Promise<string | null> {
  const { line } = brief.card
  const links = linksOf(line)
  const [first] = links
  if (first === undefined) {
    session.notice(
      `No address of ${safeText(line.name)} is known. Add one: netkeep edit ${line.id} --email ADDRESS`,
    )
    return null
  }
  const link =
    links.length === 1
      ? first
      : await prompter.select(
          'Open which?',
          links.map((known) => ({ name: `${known.kind}: ${safeText(known.value)}`, value: known })),
        )
  if (!(await openLink(session, link))) return null
  const channel = CHANNEL_OF_LINK[link.kind]
  say(session, `Opened ${safeText(link.value)}. l or a now records it as ${channel}.`)
  return channel
}

/** Writes a message to the contact in the editor. @returns the channel that it went by; null where it went nowhere. */
export async function draft({ session, brief }: Visit): Promise<string | null> {
  const { channel } = await draftMessage(session, brief.card.line.uid)
  return channel
}

function say(session: Session, line: string): void {
  const text = wrapText(line, session.width).join('\n')
  session.report(text, () => text)
}
