/** `netkeep log`: one touchpoint with one or more contacts. */
import { type Command, Option } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkNote, checkShortText } from '../domain/contact.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { Direction, Touchpoint, TouchpointKind } from '../domain/touchpoint.ts'
import { parseMinutes } from '../domain/touchpoint.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { formatDay, formatOn } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { requireLive } from '../store/contacts.ts'
import { knownChannels } from '../store/settings.ts'
import { getTouchpoint, insertTouchpoint } from '../store/touchpoints.ts'
import { askTouchpoint } from './log-questions.ts'
import { insertTyped } from './new-contact.ts'
import { readText } from './standard-input.ts'
import { resolveAll } from './whom.ts'
import { resolveOrNew, type WhoOrNew } from './whom-or-new.ts'
import { reportChange } from './write.ts'

export interface LogOptions {
  readonly note?: string
  readonly on?: string
  readonly by?: string
  readonly in?: boolean
  readonly out?: boolean
  readonly attempt?: boolean
  readonly light?: boolean
  readonly for?: string
  readonly at?: string
  readonly new?: boolean
}

export function define(command: Command): void {
  command
    .description('Record that you were in touch with one or more contacts: one conversation, one touchpoint.')
    .argument('[who...]', 'name, e-mail address or id; without it on a terminal, netkeep asks')
    .option('-m, --note <text>', 'what to remember; - reads it from standard input')
    .option('--on <date>', 'when: yesterday, friday, 3 days ago, 2026-11-20 (default: today)')
    .option(
      '--by <channel>',
      'how: call, video, email, message, meeting, coffee, meal, event, social, letter, other',
    )
    .addOption(new Option('--in', 'they reached out').conflicts('out'))
    .addOption(new Option('--out', 'you reached out'))
    .addOption(
      new Option('--attempt', 'no answer: rests the contact for some days, the due date stays').conflicts(
        'light',
      ),
    )
    .addOption(new Option('--light', 'a like or a wish: kept in history, the due date stays'))
    .option('--for <time>', 'how long it took: 30m, 1h30m')
    .option('--at <place>', 'where')
    .option('--new', 'add a contact of that name where nobody matches')
    .addHelpText(
      'after',
      `
Several words are one name if a contact matches them all, otherwise a contact each.

Examples:
  netkeep log grace -m "asked about the compiler talk" --by coffee
  netkeep log grace ada --on friday --by meeting --for 1h
  netkeep log "Jean Bartik" --new --by event --at "PyCon"
  netkeep log alan --attempt --by call`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: LogOptions,
): Promise<void> {
  const [words] = args
  if (words.length === 0 && !session.isInteractive) {
    throw usageError('Whom were you in touch with?', 'Name somebody: netkeep log grace -m "what to remember"')
  }
  const given = await readTouchpoint(session, options)
  const answers = words.length === 0 ? await askTouchpoint(session, options) : undefined
  const who =
    answers?.who ??
    (options.new === true
      ? await resolveOrNew(session, words)
      : existing(await resolveAll(session, words, 'write')))
  const touchpoint: Touchpoint = { ...given, ...answers?.touchpoint }

  const store = await session.store()
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    requireLive(
      change.db,
      who.contacts.map(({ uid }) => uid),
    )
    const added = who.newNames.map((name) => insertTyped(change, name, session.today))
    const uids = [...who.contacts.map(({ uid }) => uid), ...added]
    return { uids, touchpoint: insertTouchpoint(change, touchpoint, uids) }
  })
  const lines = getLines(store.db, value.uids, session.today)
  reportChange(session, sayLogged(lines, touchpoint, who, session.today), command !== undefined, () => ({
    touchpoint: touchpointJson(getTouchpoint(store.db, value.touchpoint)),
    contacts: getListed(store.db, value.uids, session.today).map(listJson),
  }))
}

function existing(contacts: WhoOrNew['contacts']): WhoOrNew {
  return { contacts, newNames: [] }
}

/** The touchpoint that the options describe. @throws UserError (usage) */
async function readTouchpoint(session: Session, options: LogOptions): Promise<Touchpoint> {
  const note = options.note === '-' ? await readText(session, 'note') : options.note
  return {
    on: options.on === undefined ? session.today : await parsePastDate(session, options.on),
    channel: options.by === undefined ? null : await parseChannel(session, options.by),
    direction: directionOf(options),
    kind: kindOf(options),
    minutes: options.for === undefined ? null : parseMinutes(options.for),
    place: options.at === undefined ? null : checkShortText(options.at, 'place') || null,
    note: note === undefined ? null : checkNote(note) || null,
  }
}

async function parsePastDate(session: Session, typed: string): Promise<CalendarDate> {
  const date = await parseTypedDate(typed, await session.dateReading('past'))
  if (date <= session.today) return date
  throw usageError(
    `${formatDay(date, session.today)} lies ahead: log is for what has happened.`,
    `To be reminded on that day: netkeep snooze WHO ${date}`,
  )
}

/** @throws UserError (usage) naming the channels there are. */
async function parseChannel(session: Session, typed: string): Promise<string> {
  const channels = knownChannels((await session.store()).db)
  const channel = typed.trim().toLowerCase()
  if (channels.includes(channel)) return channel
  throw usageError(
    `There is no channel "${typed}".`,
    `Choose one of: ${channels.join(', ')}. More of your own: netkeep config set channels "signal"`,
  )
}

function directionOf(options: LogOptions): Direction | null {
  return options.in === true ? 'in' : options.out === true ? 'out' : null
}

function kindOf(options: LogOptions): TouchpointKind {
  return options.attempt === true ? 'attempt' : options.light === true ? 'light' : 'counted'
}

function sayLogged(
  lines: readonly ContactLine[],
  touchpoint: Touchpoint,
  who: WhoOrNew,
  today: CalendarDate,
): string {
  const names = listNames(
    lines.map(({ name }) => name),
    8,
  )
  const when = formatOn(touchpoint.on, today)
  const channel = touchpoint.channel === null ? '' : ` (${safeText(touchpoint.channel)})`
  const added = who.newNames.length > 0 ? ` New: ${listNames(who.newNames)}.` : ''
  switch (touchpoint.kind) {
    case 'counted':
      return `In touch with ${names} ${when}${channel}.${added} ${sayNextDue(lines, today)}`
    case 'attempt':
      return `Tried to reach ${names} ${when}${channel}.${added} ${sayRest(lines, today)}`
    case 'light':
      return `A light touch with ${names} ${when}${channel}; due dates stay.${added} ${sayNextDue(lines, today)}`
  }
}

function sayRest(lines: readonly ContactLine[], today: CalendarDate): string {
  const [line] = lines
  if (line === undefined || lines.length > 1 || line.dueOn === null) return sayNextDue(lines, today)
  if (line.restsUntil === null || line.restsUntil <= today || line.restsUntil <= line.dueOn)
    return sayNextDue(lines, today)
  return `Rests until ${formatDay(line.restsUntil, today)}.`
}
