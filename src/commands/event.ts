/** `netkeep event`: whom to meet at an event, whom you met there, and what follows. */
import { type Command, Option } from 'commander'
import { findByIdOrName } from '../domain/named-by-words.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { listEvents } from '../store/events.ts'
import { refuseOthers, unknownAction } from './actions.ts'
import { followUp } from './event-follow-up.ts'
import { showEvent, showEvents } from './event-lists.ts'
import { logEvent } from './event-log.ts'
import type { EventOptions } from './event-options.ts'
import { addEvent, dropEvent, editEvent } from './event-plan.ts'
import { limitOption } from './limit.ts'
import { repeatable } from './options.ts'
import { NOTE_OPTION } from './touchpoint-options.ts'

export function define(command: Command): void {
  command
    .description(
      'Events before, during and after: whom to meet, whom you met, what you promised. add and edit plan, log writes touchpoints.',
    )
    .argument('[action]', 'list (default), show, add, log, follow-up, edit or remove')
    .argument('[words...]', 'the event, by words of its name or its id; then contacts')
    .usage(
      '[options] [list | show <event> | add <name...> | log <event> [who...] | follow-up <event> [who...] | edit <event> | remove <event>]',
    )
    .option(
      '--on <when>',
      'with add: its day, or the first and the last; with log: the day you met; with follow-up: by when',
    )
    .option('--place <place>', 'with add and edit: where it is')
    .option('--goal <text>', 'with add and edit: what you want of it')
    .addOption(repeatable('--with <who>', 'contacts, with commas: whom to meet; with log: whom you met'))
    .addOption(repeatable('--without <who>', 'with edit: no longer to be met'))
    .option('--name <name>', 'with edit: another name')
    .option(NOTE_OPTION[0], 'with log: what to remember of those without a note of their own')
    .option('--new', 'with log: add a contact of that name where nobody matches')
    .option('--follow-up [when]', 'with log: promise to follow up with each, within 3 days or by that day')
    .addOption(new Option('--text <text>', 'with log --follow-up and follow-up: what you promise'))
    .addOption(limitOption())
    .addHelpText(
      'after',
      `
log takes a note for each contact behind a colon; without anybody it asks on a
terminal, and elsewhere reads a line for each from standard input. follow-up
makes a promise with everybody met who has none from that event yet.
In a pipe, a line has these fields, separated by tabs:
  id, name, first day, last day, place, goal, whom to meet, who was met

Examples:
  netkeep event add "PyCon" --on 2026-12-04..2026-12-06 --place Berlin --with ada,grace --goal "meet 3 maintainers"
  netkeep event add "Rust Meetup" next friday
  netkeep brief --event pycon
  netkeep event log pycon ada "grace: liked the talk on compilers"
  netkeep event log pycon "Jean Bartik: wants the slides" --new --follow-up friday
  netkeep event follow-up pycon
  netkeep event edit pycon --with alan --without grace`,
    )
}

export async function run(
  session: Session,
  args: readonly [string | undefined, readonly string[]],
  options: EventOptions,
): Promise<void> {
  const { action, words } = await readEventAction(session, args)
  refuseOthers(session, action, options, OPTIONS[action] ?? [])
  switch (action) {
    case 'add':
      return addEvent(session, words, options)
    case 'log':
      return logEvent(session, words, options)
    case 'follow-up':
      return followUp(session, words, options)
    case 'show':
      return showEvent(session, words)
    case 'edit':
      return editEvent(session, words, options)
    case 'remove':
      return dropEvent(session, words)
    default:
      return showEvents(session, options)
  }
}

/** The options of each action. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  list: ['limit'],
  show: [],
  add: ['on', 'place', 'goal', 'with'],
  log: ['on', 'with', 'note', 'new', 'followUp', 'text'],
  'follow-up': ['on', 'text'],
  edit: ['name', 'on', 'place', 'goal', 'with', 'without'],
  remove: [],
}

/** The action and its words. An event in its place is short for showing it: `event pycon`. @throws UserError (usage) */
async function readEventAction(
  session: Session,
  [action = 'list', words]: readonly [string | undefined, readonly string[]],
): Promise<{ readonly action: string; readonly words: readonly string[] }> {
  const actions = Object.keys(OPTIONS)
  if (actions.includes(action) && (action !== 'list' || words.length === 0)) return { action, words }
  const typed = action === 'list' ? words : [action, ...words]
  const { db } = await session.store()
  if (findByIdOrName(typed.join(' '), listEvents(db)).length > 0) return { action: 'show', words: typed }
  const how = 'All of one event: netkeep event show pycon'
  if (action === 'list') throw usageError('netkeep event list has no words after it.', how)
  throw unknownAction(session, action, actions, ['an event', how])
}
