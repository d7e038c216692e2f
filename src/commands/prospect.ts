/** `netkeep prospect`: contacts whom the user has yet to reach. */
import type { Command } from 'commander'
import { funnelOf } from '../domain/prospect.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { funnelJson, renderFunnel, renderFunnelTsv } from '../render/prospect-funnel.ts'
import { prospectJson, renderProspectLines, renderProspectTsv } from '../render/prospect-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Style } from '../render/style.ts'
import type { Session } from '../session.ts'
import { countProspects, getProspects, listProspectHistories, listProspects } from '../store/prospects.ts'
import { readAction, refuseOthers } from './actions.ts'
import {
  addFilters,
  FILTER_OPTIONS,
  type FilterOptions,
  isFiltering,
  readFilter,
  refuseFilters,
} from './filters.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { addProspects, dropProspects } from './prospect-marking.ts'
import { resolveAll } from './whom.ts'

interface ProspectOptions extends FilterOptions {
  readonly since?: string
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'Contacts whom you have yet to reach. They have no cadence; the first touchpoint that counts makes contacts of them.',
      )
      .argument('[action]', 'list (default), stats, add or drop')
      .argument('[words...]', 'contacts')
      .usage('[options] [list [who...] | stats | add <who...> | drop <who...>]')
      .option('--since <date>', 'with stats: only those added since: 2026-09-01, 3m')
      .addOption(limitOption()),
    ['prospect'],
  ).addHelpText(
    'after',
    `
The next step is a promise of yours: netkeep promise add, or --next with add and
log. It stands in netkeep due on its day.
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, since, attempts, last attempt, its channel, next step, its day, state
and of stats a line has a number: its name, and the number; or channel, its name,
attempts and answers.

Examples:
  netkeep add "Jean Bartik" --prospect --next "write to her" --next-on monday
  netkeep log jean --attempt --by email --next "write again" --next-on 1w
  netkeep prospect
  netkeep prospect drop jean
  netkeep prospect stats --since 3m`,
  )
}

/** The options of each action. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  list: ['limit', ...FILTER_OPTIONS],
  stats: ['since'],
  add: [],
  drop: [],
}

export async function run(
  session: Session,
  args: readonly [string | undefined, readonly string[]],
  options: ProspectOptions,
): Promise<void> {
  const { action, words } = await readAction(session, args, Object.keys(OPTIONS), {
    listsSeveral: true,
    meant: { remove: 'drop' },
  })
  refuseOthers(session, action, options, OPTIONS[action] ?? [])
  if (action === 'list') return list(session, words, options)
  if (action === 'stats') return stats(session, words, options)
  if (words.length === 0)
    throw usageError('Which contact?', `Name one or more: netkeep prospect ${action} grace`)
  return action === 'add' ? addProspects(session, words) : dropProspects(session, words)
}

async function list(session: Session, words: readonly string[], options: ProspectOptions): Promise<void> {
  if (words.length > 0) refuseFilters(options)
  const { db } = await session.store()
  const { today } = session
  const contacts = words.length === 0 ? undefined : await resolveAll(session, words, 'read')
  const filter = await readFilter(session, options)
  const limit = readLimit(session, options.limit)
  const prospects =
    contacts === undefined
      ? listProspects(db, today, filter, limit)
      : getProspects(
          db,
          contacts.map(({ uid }) => uid),
        )
  await session.show({
    json: () => prospects.map(prospectJson),
    piped: () => renderProspectTsv(prospects),
    terminal: (style) => {
      const none = contacts?.filter(({ uid }) => !prospects.some((prospect) => prospect.uid === uid)) ?? []
      const said = none.map(({ name, id }) => `${safeText(name)} is no prospect. See: netkeep show ${id}\n`)
      if (contacts !== undefined && prospects.length === 0) return said.join('')
      if (prospects.length === 0) return sayNone(isFiltering(options))
      const rows = renderProspectLines(prospects, today, style, session.width)
      const more =
        contacts === undefined && prospects.length === limit
          ? countProspects(db, today, filter) - prospects.length
          : 0
      return `${renderCut(rows, more, style)}${said.join('')}${sayStep(prospects, style)}`
    },
  })
}

function sayNone(isPart: boolean): string {
  return isPart
    ? 'No prospects among these contacts.\n'
    : 'No prospects. Somebody to reach: netkeep add "Jean Bartik" --prospect\nOr a contact: netkeep prospect add grace\n'
}

/** How to give a next step to the first who has none. */
function sayStep(prospects: ReturnType<typeof listProspects>, style: Style): string {
  const idle = prospects.find(({ next, state }) => next === null && state !== 'dropped')
  return idle === undefined
    ? ''
    : `${style.faint(`A next step: netkeep promise add ${idle.id} "write" --on monday`)}\n`
}

async function stats(session: Session, words: readonly string[], options: ProspectOptions): Promise<void> {
  if (words.length > 0)
    throw usageError('The numbers are of all prospects.', 'About one: netkeep prospect list grace')
  const { since: typed } = options
  const { today } = session
  const since = typed === undefined ? null : await parseTypedDate(typed, await session.dateReading('past'))
  const { db } = await session.store()
  const funnel = funnelOf(listProspectHistories(db, since))
  await session.show({
    json: () => funnelJson(funnel, since),
    piped: () => renderFunnelTsv(funnel),
    terminal: (style) => {
      if (funnel.added > 0) return renderFunnel(funnel, since, today, style, session.width)
      const before = since === null ? 0 : listProspectHistories(db, null).length
      return before === 0 ? sayNone(false) : `None added since. Before: ${plural(before, 'prospect')}.\n`
    },
  })
}
