/** `netkeep group`: masterminds, job clubs, committees. */
import { type Command, Option } from 'commander'
import { findByIdOrName } from '../domain/named-by-words.ts'
import type { Session } from '../session.ts'
import { listGroups } from '../store/groups.ts'
import { refuseOthers, unknownAction } from './actions.ts'
import { addGroup, removeGroupNamed, renameGroupTo, setGroupEvery } from './group-changes.ts'
import { type GroupLogOptions, logMeeting } from './group-log.ts'
import { joinGroup, leaveGroup } from './group-membership.ts'
import { inviteToGroup, showGroup, showGroups } from './group-shows.ts'
import { limitOption } from './limit.ts'
import { ON_OPTION } from './touchpoint-options.ts'

interface GroupOptions extends GroupLogOptions {
  readonly every?: string
  readonly kind?: string
  readonly with?: string
  readonly limit?: string
}

export function define(command: Command): void {
  command
    .description(
      'Groups that meet: their members, their meetings, and an interval of their own. Those due stand in netkeep due.',
    )
    .argument('[action]', 'list (default), show, add, log, join, leave, every, rename, remove or invite')
    .argument('[words...]', 'words of the name of a group; then contacts, an interval or a new name')
    .usage(
      '[options] [list | show <group> | add <name> | log <group> [who...] | join <group> <who...> | leave <group> <who...> | every <group> <interval|none> | rename <group> <name> | remove <group> | invite <group>]',
    )
    .option('--every <interval>', 'with add: how often it meets: 2w, monthly')
    .option('--kind <group-kind>', 'with add: mastermind, job-club, committee, other, or a word of yours')
    .option('--with <who-list>', 'with add: its members, with commas between them: ada,grace')
    .addOption(
      new Option('--present <who-list>', 'with log: who was there, as a list with commas').conflicts('all'),
    )
    .option('--all', 'with log: all members were there')
    .option(ON_OPTION[0], `with log: ${ON_OPTION[1]}`)
    .option('-m, --note <text>', 'with log: what to remember; - reads it from standard input')
    .addOption(limitOption())
    .addHelpText(
      'after',
      `
Only those present at a meeting were in touch with you: those behind the group,
or behind --present, or --all. Where nobody is named only the cadence of the
group moves. A meeting of a day that is logged already gets those who were there
besides, and another note.
In a pipe, a line has these fields, separated by tabs:
  id, name, kind, interval, last meeting, due date, days overdue, standing, members
With invite: id, name, organization, last touch, what they share, members they
share it with, why

Examples:
  netkeep group add "Job club" --every 2w --kind job-club --with ada,grace
  netkeep group log job ada grace -m "mock interviews"
  netkeep group join job alan
  netkeep group invite job
  netkeep group every job 3w`,
    )
}

type Action = (session: Session, words: readonly string[], options: GroupOptions) => Promise<void>

/** What each action does, and its options. */
const ACTIONS: Readonly<Record<string, readonly [Action, readonly string[]]>> = {
  list: [showGroups, []],
  show: [showGroup, ['limit']],
  add: [addGroup, ['every', 'kind', 'with']],
  log: [logMeeting, ['present', 'all', 'on', 'note']],
  join: [joinGroup, []],
  leave: [leaveGroup, []],
  every: [setGroupEvery, []],
  rename: [renameGroupTo, []],
  remove: [removeGroupNamed, []],
  invite: [inviteToGroup, ['limit']],
}

export async function run(
  session: Session,
  [typed = 'list', words]: readonly [string | undefined, readonly string[]],
  options: GroupOptions,
): Promise<void> {
  const known = Object.hasOwn(ACTIONS, typed) ? ACTIONS[typed] : undefined
  const [act, own] = known ?? [showGroup, ['limit']]
  // A group in the place of an action is short for showing it: `group job club`.
  const rest = known === undefined ? [typed, ...words] : words
  if (known === undefined) await requireGroupNamed(session, typed, rest)
  refuseOthers(session, known === undefined ? 'show' : typed, options, own)
  return act(session, rest, options)
}

/** @throws UserError (usage) naming the actions there are */
async function requireGroupNamed(session: Session, typed: string, words: readonly string[]): Promise<void> {
  const groups = listGroups((await session.store()).db, session.today)
  if (findByIdOrName(words.join(' '), groups).length > 0) return
  throw unknownAction(session, typed, Object.keys(ACTIONS), [
    'a group',
    'All of one group: netkeep group show job',
  ])
}
