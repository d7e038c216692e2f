/** `netkeep log`: one touchpoint with one or more contacts. */
import { type Command, Option } from 'commander'
import { checkShortText } from '../domain/contact.ts'
import type { Direction, Touchpoint, TouchpointKind } from '../domain/touchpoint.ts'
import { parseMinutes } from '../domain/touchpoint.ts'
import { usageError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { promiseJson, sayPromised } from '../render/promise-lines.ts'
import { sayNextStep } from '../render/prospect-lines.ts'
import { sayLogged } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { getPromise, insertPromise } from '../store/promises.ts'
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
  const next = await readNext(session, options)
  const answers = words.length === 0 ? await askTouchpoint(session, options) : undefined
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
  const logged = sayLogged(lines, touchpoint, who.newNames, session.today, value.reached)
  const said = `${logged}${sayPromised(next, session.today)}`
  reportChange(session, said, command !== undefined, () => ({
    touchpoint: touchpointJson(getTouchpoint(store.db, value.touchpoint, value.uids[0] ?? '')),
    contacts: getListed(store.db, value.uids, session.today).map(listJson),
    promises: value.more.map((uid) => promiseJson(getPromise(store.db, uid))),
  }))
  if (touchpoint.kind !== 'attempt' || next !== undefined) return
  const step = sayNextStep(getProspects(store.db, value.uids), session.today)
  if (step !== undefined) session.notice(step)
}

function existing(contacts: WhoOrNew['contacts']): WhoOrNew {
  return { contacts, newNames: [] }
}

/** The touchpoint that the options describe. @throws UserError (usage) */
async function readTouchpoint(session: Session, options: LogOptions): Promise<Touchpoint> {
  return {
    ...(await readTouchpointOptions(session, options)),
    direction: directionOf(options),
    kind: kindOf(options),
    minutes: options.for === undefined ? null : parseMinutes(options.for),
    place: options.at === undefined ? null : checkShortText(options.at, 'place') || null,
  }
}

function directionOf(options: LogOptions): Direction | null {
  return options.in === true ? 'in' : options.out === true ? 'out' : null
}

function kindOf(options: LogOptions): TouchpointKind {
  return options.attempt === true ? 'attempt' : options.light === true ? 'light' : 'counted'
}
