/** `netkeep promise`: what you owe contacts, and they you. */
import { type Command, Option } from 'commander'
import { usageError } from '../errors.ts'
import {
  describePromise,
  promiseJson,
  renderPromiseLines,
  renderPromiseTsv,
} from '../render/promise-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import {
  countPromises,
  getPromise,
  insertPromise,
  listPromises,
  type PromiseQuery,
} from '../store/promises.ts'
import { readAction, refuseOthers } from './actions.ts'
import { addFilters, FILTER_OPTIONS, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { closePromises } from './promise-closing.ts'
import { checkPromise, readPromiseDay } from './promise-options.ts'
import { resolvePromises } from './which-promise.ts'
import { resolveWhoAndText } from './who-and-text.ts'
import { resolveOne } from './whom.ts'
import { reportChange } from './write.ts'

interface PromiseOptions extends FilterOptions {
  readonly on?: string
  readonly theirs?: boolean
  readonly mine?: boolean
  readonly all?: boolean
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description('Promises, yours and theirs, with the day they are for. Those due stand in netkeep due.')
      .argument('[action]', 'list (default), add, done or drop')
      .argument('[words...]', 'a contact and what is promised; or the id of a promise')
      .usage('[options] [list [who...] | add <who...> <text> | done <promise...> | drop <promise...>]')
      .option('--on <when>', 'with add: for which day')
      .addOption(new Option('--theirs', 'with add: they promised it; else: only theirs').conflicts('mine'))
      .addOption(new Option('--mine', 'only yours'))
      .option('--all', 'with list: also what is done or dropped')
      .addOption(limitOption()),
  ).addHelpText(
    'after',
    `
done and drop take ids of promises, or a contact with one open promise.
In a pipe, a line has these fields, separated by tabs:
  id, name, text, day, mine or theirs, state

Examples:
  netkeep promise add grace "send the paper" --on friday
  netkeep promise add ada "introduce me to Howard" --theirs
  netkeep promise list --mine
  netkeep promise done grace`,
  )
}

export async function run(
  session: Session,
  args: readonly [string | undefined, readonly string[]],
  options: PromiseOptions,
): Promise<void> {
  const { action, words } = await readAction(session, args, ['list', 'add', 'done', 'drop'])
  refuseOthers(session, action, options, OPTIONS[action] ?? [])
  if (action === 'list') return list(session, words, options)
  if (action === 'add') return add(session, words, options)
  return close(session, words, action === 'done' ? 'done' : 'drop', options)
}

/** The options of each action. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  list: ['mine', 'theirs', 'all', 'limit', ...FILTER_OPTIONS],
  add: ['on', 'theirs'],
  done: ['mine', 'theirs'],
  drop: ['mine', 'theirs'],
}

/** Only mine, only theirs, or both. */
function sideOf(options: PromiseOptions): boolean | undefined {
  return options.mine === true ? true : options.theirs === true ? false : undefined
}

async function list(session: Session, words: readonly string[], options: PromiseOptions): Promise<void> {
  const { db } = await session.store()
  const contact = words.length === 0 ? undefined : await resolveOne(session, words, 'read')
  const query: PromiseQuery = {
    today: session.today,
    filter: await readFilter(session, options),
    isMine: sideOf(options),
    hasClosed: options.all === true,
    limit: readLimit(session, options.limit),
    ...(contact === undefined ? {} : { contact: contact.uid }),
  }
  const promises = listPromises(db, query)
  await session.show({
    json: () => promises.map(promiseJson),
    piped: () => renderPromiseTsv(promises),
    terminal: (style) => {
      if (promises.length === 0) return wrapLines(sayNone(options, contact?.name), session.width)
      const rows = renderPromiseLines(promises, session.today, style, session.width)
      const more = promises.length === query.limit ? countPromises(db, query) - promises.length : 0
      return renderCut(rows, more, style)
    },
  })
}

function sayNone(options: PromiseOptions, name: string | undefined): string {
  const isPart = isFiltering(options) || options.mine === true || options.theirs === true
  const whose = name === undefined ? (isPart ? ' of that kind' : '') : ` with ${safeText(name)}`
  const first =
    isPart || name !== undefined ? '' : ' Make one: netkeep promise add grace "send the paper" --on friday'
  return `No ${options.all === true ? '' : 'open '}promises${whose}.${first}\n`
}

async function add(session: Session, words: readonly string[], options: PromiseOptions): Promise<void> {
  if (words.length < 2) {
    throw usageError(
      'Name a contact and what is promised.',
      'Type: netkeep promise add grace "send the paper" --on friday',
    )
  }
  const on = await readPromiseDay(session, options.on)
  const { contact, text } = await resolveWhoAndText(session, words)
  const promise = { text: checkPromise(text), on, isMine: options.theirs !== true }
  const store = await session.store()
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    requireLive(change.db, [contact.uid])
    return insertPromise(change, contact.uid, promise, session.today, null)
  })
  const made = getPromise(store.db, value)
  const name = safeText(contact.name)
  const who = made.isMine ? `You promised ${name}` : `${name} promised you`
  const when = describePromise(made, session.today)
  reportChange(
    session,
    `${who}: ${safeText(made.text)}${when === '' ? '' : `, ${when}`} (${made.id}).`,
    command !== undefined,
    () => promiseJson(made),
  )
}

async function close(
  session: Session,
  words: readonly string[],
  action: 'done' | 'drop',
  options: PromiseOptions,
): Promise<void> {
  if (words.length === 0)
    throw usageError('Which promise?', `See them: netkeep promise. Then: netkeep promise ${action} ID`)
  const promises = await resolvePromises(session, words, action, sideOf(options))
  const { line, command } = await closePromises(session, promises, action)
  const { db } = await session.store()
  reportChange(session, line, command !== undefined, () =>
    promises.map(({ uid }) => promiseJson(getPromise(db, uid))),
  )
}
