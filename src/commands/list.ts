/** `netkeep list`: contacts, filtered and sorted. */
import { type Command, Option } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ListedContact } from '../domain/contact-line.ts'
import { listJson } from '../render/contact-json.ts'
import { renderListLines, renderListTsv, renderSharedLines } from '../render/contact-lines.ts'
import { plural } from '../render/dates.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import {
  countContacts,
  getListed,
  getListedInParts,
  LIST_ORDERS,
  type ListOrder,
  listMatching,
} from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { sharedTraits } from '../store/traits.ts'
import { addFilters, type FilterOptions, readFilter } from './filters.ts'
import { parseCount } from './options.ts'

interface ListOptions extends FilterOptions {
  readonly sort?: ListOrder
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(command.description('Contacts by name, filtered and sorted.'))
    .addOption(
      new Option('--sort <order>', 'order (default: name; with --shares, how much they share)').choices(
        LIST_ORDERS,
      ),
    )
    .option('--limit <n>', 'at most so many')
    .addHelpText(
      'after',
      `
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, circle, interval, standing, due date, last touch, tags, e-mail addresses;
  with --shares also what they share

Examples:
  netkeep list --circle close --sort last
  netkeep list --tag mentor --quiet-for 6m
  netkeep list --standing unscheduled --json`,
    )
}

export async function run(session: Session, _args: readonly [], options: ListOptions): Promise<void> {
  const { db } = await session.store()
  const filter = await readFilter(session, options)
  const shared = filter.sharesWith === undefined ? undefined : sharedTraits(db, filter.sharesWith)
  const found = orderBySharing(listMatching(db, session.today, filter, options.sort), shared, options.sort)
  const limit = options.limit === undefined ? undefined : parseCount(options.limit, '--limit') || undefined
  const uids = found.slice(0, limit)
  const sharedBy = shared && (({ uid }: ListedContact): readonly string[] => shared.get(uid) ?? [])
  await session.show({
    json: () =>
      getListed(db, uids, session.today).map((line) =>
        sharedBy === undefined ? listJson(line) : { ...listJson(line), shared: sharedBy(line) },
      ),
    piped: () => renderInParts(db, uids, session.today, sharedBy),
    terminal: (style) => {
      const total = countContacts(db)
      if (total === 0)
        return wrapLines(
          'No contacts yet. Add one: netkeep add "Grace Hopper"   Or bring yours: netkeep import FILE\n',
          session.width,
        )
      const lines = getListed(db, uids, session.today)
      const rows =
        sharedBy === undefined
          ? renderListLines(lines, session.today, style, session.width)
          : renderSharedLines(lines, session.today, style, session.width, sharedBy)
      const count = `${plural(found.length, 'contact')}${uids.length < found.length ? `, ${uids.length} shown` : ''}`
      return `${[...rows, style.faint(found.length === total ? count : `${count} of ${total}`)].join('\n')}\n`
    },
  })
}

type SharedBy = ((line: ListedContact) => readonly string[]) | undefined

/** Those who share most first, unless another order is asked for; among equals it stays as it is. */
function orderBySharing(
  uids: readonly string[],
  shared: ReadonlyMap<string, readonly string[]> | undefined,
  order: ListOrder | undefined,
): readonly string[] {
  if (shared === undefined || order !== undefined) return uids
  return uids.toSorted((a, b) => (shared.get(b)?.length ?? 0) - (shared.get(a)?.length ?? 0))
}

/** All of a large network would take 900 MB as objects. */
function* renderInParts(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
  sharedBy: SharedBy,
): Generator<string> {
  for (const lines of getListedInParts(db, uids, today)) yield renderListTsv(lines, sharedBy)
}
