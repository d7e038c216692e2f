/** `netkeep list`: contacts, filtered and sorted. */
import { type Command, Option } from 'commander'
import { STANDINGS, type Standing } from '../domain/cadence.ts'
import { compareText } from '../domain/compare-text.ts'
import type { ListedContact } from '../domain/contact-line.ts'
import { parseInterval, subtractInterval } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import { usageError } from '../errors.ts'
import { listJson } from '../render/contact-json.ts'
import { renderListLines, renderListTsv } from '../render/contact-lines.ts'
import { plural } from '../render/dates.ts'
import type { Session } from '../session.ts'
import { listCircles } from '../store/circles.ts'
import { listAll } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { circleFilter, tagFilter } from './filters.ts'
import { parseCount, repeatable } from './options.ts'

interface ListOptions {
  readonly circle?: string
  readonly tag?: readonly string[]
  readonly org?: string
  readonly standing?: readonly Standing[]
  readonly quietFor?: string
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
  command
    .description('Contacts by name, filtered and sorted.')
    .option('--circle <circle|none>', 'only this circle; none for those in no circle')
    .addOption(tagFilter())
    .option('--org <text>', 'only where the organization contains this')
    .addOption(
      repeatable('--standing <standing>', `only these: ${STANDINGS.join(', ')}`).argParser(collectStanding),
    )
    .option('--quiet-for <interval>', 'only where the last touch is at least so long ago, or never was: 6m')
    .addOption(new Option('--sort <order>', 'order').choices(Object.keys(ORDERS)).default('name'))
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

function collectStanding(value: string, previous: readonly Standing[] = []): readonly Standing[] {
  const standing = STANDINGS.find((known) => known === value)
  if (standing === undefined) {
    throw usageError(`"${value}" is not a standing.`, `Choose one of: ${STANDINGS.join(', ')}`)
  }
  return [...previous, standing]
}

export async function run(session: Session, _args: readonly [], options: ListOptions): Promise<void> {
  const { db } = await session.store()
  const all = listAll(db, session.today)
  const found = all.filter(filterOf(session, db, options)).sort(ORDERS[options.sort ?? 'name'])
  const lines =
    options.limit === undefined ? found : found.slice(0, parseCount(options.limit, '--limit') || found.length)
  await session.show({
    json: () => lines.map(listJson),
    piped: () => renderListTsv(lines),
    terminal: (style) => {
      if (all.length === 0)
        return 'No contacts yet. Add one: netkeep add "Grace Hopper"   Or bring yours: netkeep import FILE\n'
      const rows = renderListLines(lines, session.today, style, session.width)
      const count = `${plural(found.length, 'contact')}${lines.length < found.length ? `, ${lines.length} shown` : ''}`
      return `${[...rows, style.faint(found.length === all.length ? count : `${count} of ${all.length}`)].join('\n')}\n`
    },
  })
}

function filterOf(session: Session, db: Database, options: ListOptions): (line: ListedContact) => boolean {
  const circleUid = circleFilter(db, options.circle)
  const circle = listCircles(db).find(({ uid }) => uid === circleUid)?.name ?? null
  const tags = options.tag?.map((tag) => foldText(tag.replace(/^\+/, '')))
  const organization = options.org === undefined ? undefined : foldText(options.org)
  const quietSince =
    options.quietFor === undefined
      ? undefined
      : subtractInterval(session.today, parseInterval(options.quietFor))
  return (line) =>
    (circleUid === undefined || line.circle === circle) &&
    (tags === undefined || line.tags.some((tag) => tags.includes(foldText(tag)))) &&
    (organization === undefined || foldText(line.organization ?? '').includes(organization)) &&
    (options.standing === undefined || options.standing.includes(line.standing)) &&
    (quietSince === undefined || line.lastTouchOn === null || line.lastTouchOn <= quietSince)
}
