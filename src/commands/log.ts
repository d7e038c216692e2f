/** `netkeep log`: one touchpoint with one or more contacts. */
import { type Command, Option } from 'commander'
import { checkShortText } from '../domain/contact.ts'
import type { EventRecord } from '../domain/event.ts'
import type { Direction, Touchpoint, TouchpointKind } from '../domain/touchpoint.ts'
import { parseMinutes } from '../domain/touchpoint.ts'
import { usageError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { promiseJson, sayPromised } from '../render/promise-lines.ts'
import { sayNextStep, sayOpenStep } from '../render/prospect-lines.ts'
import { sayLogged } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { getPromise, insertPromise, listPromises } from '../store/promises.ts'
import { getProspects } from '../store/prospects.ts'
import { getTouchpoint } from '../store/touchpoints.ts'
import { askTouchpoint } from './log-questions.ts'
import { type NextOptions, readNext } from './promise-options.ts'
import { recordTouchpoint } from './record-touchpoint.ts'
import {
  BY_OPTION,
  NOTE_OPTION,
  ON_OPTION,
  readTouchpointOptions,
  type TouchpointOptions,
} from './touchpoint-options.ts'
import { resolveAll } from './whom.ts'
import { resolveOrNew, type WhoOrNew } from './whom-or-new.ts'
import { reportChange } from './write.ts'

export interface LogOptions extends TouchpointOptions, NextOptions {
  readonly in?: boolean
  readonly out?: boolean
  readonly attempt?: boolean
  readonly light?: boolean
  readonly for?: string
  readonly at?: string
  readonly event?: string
  readonly new?: boolean
}

export function define(command: Command): void {
  command
    .description('Record that you were in touch with one or more contacts: one conversation, one touchpoint.')
    .argument('[who...]', 'name, e-mail address or id; without it on a terminal, netkeep asks')
    .option(...NOTE_OPTION)
    .option(...ON_OPTION)
    .option(...BY_OPTION)
    .addOption(new Option('--in', 'they reached out').conflicts('out'))
    .addOption(new Option('--out', 'you reached out'))
    .addOption(
      new Option('--attempt', 'no answer: rests the contact for some days, the due date stays').conflicts(
        'light',
      ),
    )
    .addOption(new Option('--light', 'a like: kept in history, the due date stays (a wish: netkeep wish)'))
    .option('--for <time>', 'how long it took: 30m, 1h30m')
    .option('--at <place>', 'where')
    .option('--event <event>', 'at which event; its day, place and channel unless given, see netkeep event')
    .option('--next <text>', 'what you promised: kept as a promise, see netkeep promise')
    .option('--next-on <when>', 'for which day you promised it')
    .option('--new', 'add a contact of that name where nobody matches')
    .addHelpText(
      'after',
      `
Several words are one name if a contact matches them all, otherwise a contact each.

Examples:
  netkeep log grace -m "asked about the compiler talk" --by coffee
  netkeep log grace --next "send the paper" --next-on friday
  netkeep log grace ada --on friday --by meeting --for 1h
  netkeep log "Jean Bartik" --new --event pycon
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
  const { touchpoint: given, event } = await readTouchpoint(session, options)
  const next = await readNext(session, options)
  const answers =
    words.length === 0
      ? await askTouchpoint(session, event === undefined ? options : { by: 'event', ...options })
      : undefined
  const who =
    answers?.who ??
    (options.new === true
      ? await resolveOrNew(session, words)
      : existing(await resolveAll(session, words, 'write')))
  const touchpoint: Touchpoint = { ...given, ...answers?.touchpoint }

  const store = await session.store()
  const { value, command } = await recordTouchpoint(session, who, touchpoint, (change, uids, within) =>
    next === undefined ? [] : uids.map((uid) => insertPromise(change, uid, next, session.today, within)),
  )
  const lines = getLines(store.db, value.uids, session.today)
  const logged = sayLogged(lines, touchpoint, who.newNames, session.today, value.reached, event?.name)
  const said = `${logged}${sayPromised(next, session.today)}`
  reportChange(session, said, command !== undefined, () => ({
    touchpoint: touchpointJson(getTouchpoint(store.db, value.touchpoint, value.uids[0] ?? '')),
    contacts: getListed(store.db, value.uids, session.today).map(listJson),
    promises: value.more.map((uid) => promiseJson(getPromise(store.db, uid))),
  }))
  const step = next === undefined ? stepAfter(session, store.db, touchpoint, value) : undefined
  if (step !== undefined) session.notice(step)
}

/** What was planned with the prospect who was tried, or has answered, or what may be. */
function stepAfter(
  { today }: Session,
  db: Database,
  { kind }: Touchpoint,
  { uids, reached }: { readonly uids: readonly string[]; readonly reached: readonly string[] },
): string | undefined {
  if (kind === 'attempt') return sayNextStep(getProspects(db, uids), today)
  const [contact] = reached
  if (contact === undefined || reached.length > 1) return undefined
  const [step] = listPromises(db, { today, contact, isMine: true, limit: 1 })
  return step === undefined ? undefined : sayOpenStep(step, today)
}

function existing(contacts: WhoOrNew['contacts']): WhoOrNew {
  return { contacts, newNames: [] }
}

/** The touchpoint that the options describe, and the event it was at. @throws UserError (usage, no-match, ambiguous) */
async function readTouchpoint(
  session: Session,
  options: LogOptions,
): Promise<{ readonly touchpoint: Touchpoint; readonly event?: EventRecord }> {
  const touchpoint: Touchpoint = {
    ...(await readTouchpointOptions(session, options)),
    direction: directionOf(options),
    kind: kindOf(options),
    minutes: options.for === undefined ? null : parseMinutes(options.for),
    place: options.at === undefined ? null : checkShortText(options.at, 'place') || null,
  }
  if (options.event === undefined) return { touchpoint }
  const { atEvent } = await import('./log-event.ts')
  return atEvent(session, options.event, touchpoint, options)
}

function directionOf(options: LogOptions): Direction | null {
  return options.in === true ? 'in' : options.out === true ? 'out' : null
}

function kindOf(options: LogOptions): TouchpointKind {
  return options.attempt === true ? 'attempt' : options.light === true ? 'light' : 'counted'
}
