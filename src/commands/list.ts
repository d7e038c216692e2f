/** `netkeep list`: contacts, filtered and sorted. */
import { type Command, Option } from 'commander'
import { compareText } from '../domain/compare-text.ts'
import type { ListedContact } from '../domain/contact-line.ts'
import { foldText } from '../domain/match-key.ts'
import { listJson } from '../render/contact-json.ts'
import { renderListLines, renderListTsv, renderSharedLines } from '../render/contact-lines.ts'
import { plural } from '../render/dates.ts'
import type { Session } from '../session.ts'
import { countContacts, listAll } from '../store/contact-list.ts'
import { sharedTraits } from '../store/traits.ts'
import { addFilters, type FilterOptions, readFilter } from './filters.ts'
import { parseCount } from './options.ts'

interface ListOptions extends FilterOptions {
  readonly sort?: Order
  readonly limit?: string
}

type Order = 'name' | 'due' | 'last' | 'lateness' | 'organization'

/** The orders of --sort, each on top of the one by name; contacts that have no such value come last. */
const ORDERS: Readonly<Record<Order, (a: ListedContact, b: ListedContact) => number>> = {
  name: () => 0,
  due: (a, b) => compareText(a.dueOn ?? '~', b.dueOn ?? '~'),
  last: (a, b) => compareText(b.lastTouchOn ?? '', a.lastTouchOn ?? ''),
  lateness: (a, b) => (b.lateness ?? -MOST_LATENESS) - (a.lateness ?? -MOST_LATENESS),
  organization: (a, b) =>
    compareText(foldText(a.organization ?? '\u{10ffff}'), foldText(b.organization ?? '\u{10ffff}')),
}
const MOST_LATENESS = 1e9

export function define(command: Command): void {
  addFilters(command.description('Contacts by name, filtered and sorted.'))
    .addOption(
      new Option('--sort <order>', 'order (default: name; with --shares, how much they share)').choices(
        Object.keys(ORDERS),
      ),
    )
    .option('--limit <n>', 'at most so many')
    .addHelpText(
      'after',
      `
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, circle, interval, standing, due date, last touch, tags, e-mail addresses

Examples:
  netkeep list --circle close --sort last
  netkeep list --tag mentor --quiet-for 6m
  netkeep list --standing unscheduled --json`,
    )
}

export async function run(session: Session, _args: readonly [], options: ListOptions): Promise<void> {
  const { db } = await session.store()
  const filter = await readFilter(session, options)
  const all = listAll(db, session.today, filter)
  const shared = filter.sharesWith === undefined ? undefined : sharedTraits(db, filter.sharesWith)
  const sharedBy = (line: ListedContact): readonly string[] => shared?.get(line.uid) ?? []
  const byShared = (a: ListedContact, b: ListedContact): number => sharedBy(b).length - sharedBy(a).length
  const order = options.sort === undefined && shared !== undefined ? byShared : ORDERS[options.sort ?? 'name']
  const found = all.toSorted(order)
  const lines =
    options.limit === undefined ? found : found.slice(0, parseCount(options.limit, '--limit') || found.length)
  await session.show({
    json: () =>
      lines.map((line) =>
        shared === undefined ? listJson(line) : { ...listJson(line), shared: sharedBy(line) },
      ),
    piped: () => renderListTsv(lines, shared === undefined ? undefined : sharedBy),
    terminal: (style) => {
      const total = countContacts(db)
      if (total === 0)
        return 'No contacts yet. Add one: netkeep add "Grace Hopper"   Or bring yours: netkeep import FILE\n'
      const rows =
        shared === undefined
          ? renderListLines(lines, session.today, style, session.width)
          : renderSharedLines(lines, session.today, style, session.width, sharedBy)
      const count = `${plural(found.length, 'contact')}${lines.length < found.length ? `, ${lines.length} shown` : ''}`
      return `${[...rows, style.faint(found.length === total ? count : `${count} of ${total}`)].join('\n')}\n`
    },
  })
}
