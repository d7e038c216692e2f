/** `netkeep due`: the cold and the due, coldest first. */
import type { Command } from 'commander'
import { explainCadence } from '../domain/cadence.ts'
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { addInterval, parseInterval } from '../domain/interval.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { dueJson } from '../render/contact-json.ts'
import { renderDueLines, renderDueTsv } from '../render/contact-lines.ts'
import { formatDay, formatOn, plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import type { Style } from '../render/style.ts'
import type { Session } from '../session.ts'
import { getLines, getLinesInParts } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { countCold, countColdAmong, countDue, type DueQuery, listComing, listDue } from '../store/due-list.ts'
import { circleFilter, tagFilter, tagsLike } from './filters.ts'
import { parseCount } from './options.ts'

interface DueOptions {
  readonly ahead?: string
  readonly on?: string
  readonly limit?: string
  readonly circle?: string
  readonly tag?: readonly string[]
  readonly why?: boolean
  readonly count?: boolean
  readonly exitCode?: boolean
}

/** What a terminal shows unless told otherwise: a morning's worth. */
const TERMINAL_LIMIT = 20

export function define(command: Command): void {
  command
    .description('Who has gone cold or is due today: the latest first, in proportion to their interval.')
    .option('--ahead <interval>', 'also those who fall due within this time: 7d, 2w')
    .option('--on <when>', 'as it will be on that day')
    .option('--limit <n>', `at most so many; 0 for all (default: ${TERMINAL_LIMIT} on a terminal, else all)`)
    .option('--circle <circle>', 'only this circle')
    .addOption(tagFilter())
    .option('--why', 'show the arithmetic of each line')
    .option('--count', 'print only how many are cold')
    .option('--exit-code', 'exit with 1 when anybody is cold')
    .addHelpText(
      'after',
      `
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, last touch, channel, last note, due date, days overdue, standing

Examples:
  netkeep due --ahead 7d
  netkeep due --why --limit 3
  netkeep due --json | jq -r '.[].name'`,
    )
}

export async function run(session: Session, _args: readonly [], options: DueOptions): Promise<number> {
  const { db } = await session.store()
  const query = await readQuery(session, db, options)
  const cold = options.count === true || options.exitCode === true ? countColdFor(db, query) : 0
  if (options.count === true) {
    const count = `${cold}\n`
    await session.show({ json: () => cold, terminal: () => count, piped: () => count })
  } else {
    await showList(session, db, query, options.why === true)
  }
  return options.exitCode === true && cold > 0 ? 1 : 0
}

function countColdFor(db: Database, query: DueQuery): number {
  const isFiltered = query.circle !== undefined || query.tags !== undefined
  return isFiltered ? countColdAmong(db, query) : countCold(db, query.today)
}

async function readQuery(session: Session, db: Database, options: DueOptions): Promise<DueQuery> {
  const today = options.on === undefined ? session.today : await parseComingDate(session, options.on)
  const limit = options.limit === undefined ? undefined : parseCount(options.limit, '--limit')
  return {
    today,
    until: options.ahead === undefined ? today : addInterval(today, parseInterval(options.ahead)),
    limit:
      limit === undefined && session.mode === 'terminal' ? TERMINAL_LIMIT : limit === 0 ? undefined : limit,
    circle: circleFilter(db, options.circle),
    tags: options.tag?.flatMap((tag) => tagsLike(db, tag)),
  }
}

async function parseComingDate(session: Session, typed: string): Promise<CalendarDate> {
  const date = await parseTypedDate(typed, await session.dateReading('future'))
  if (date >= session.today) return date
  throw usageError(
    `${formatDay(date, session.today)} is past; --on looks ahead.`,
    'Type: netkeep due --on friday',
  )
}

async function showList(session: Session, db: Database, query: DueQuery, showsWhy: boolean): Promise<void> {
  const uids = listDue(db, query)
  const read = (): readonly ContactLine[] => getLines(db, uids, query.today)
  const why = (line: ContactLine): string => explain(line, query.today)
  await session.show({
    json: () => read().map((line) => (showsWhy ? { ...dueJson(line), why: why(line) } : dueJson(line))),
    piped: () => renderInParts(db, uids, query.today, showsWhy ? why : undefined),
    terminal: (style) => {
      const lines = read()
      if (lines.length === 0) return sayNobodyDue(db, query, session.today)
      const shown = renderDueLines(lines, query.today, style, session.width, showsWhy ? why : undefined)
      return `${[...shown, ...footer(db, query, lines.length, style)].join('\n')}\n`
    },
  })
}

/** All of a large network would take 50 MB as objects. */
function* renderInParts(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
  why?: (line: ContactLine) => string,
): Generator<string> {
  for (const lines of getLinesInParts(db, uids, today)) yield renderDueTsv(lines, why)
}

function explain(line: ContactLine, today: CalendarDate): string {
  const { anchorOn, plainDueOn, dueOn, intervalDays, restsUntil, interval, lastTouchOn } = line
  if (
    anchorOn === null ||
    plainDueOn === null ||
    dueOn === null ||
    intervalDays === null ||
    interval === null
  )
    return ''
  const cadence = { interval: parseInterval(interval), anchorOn, plainDueOn, dueOn, intervalDays, restsUntil }
  return explainCadence(cadence, today, lastTouchOn !== null)
}

function footer(db: Database, query: DueQuery, shown: number, style: Style): readonly string[] {
  if (query.limit === undefined || shown < query.limit) return []
  const more = countDue(db, query) - shown
  return more > 0 ? [style.faint(`and ${more} more: netkeep due --limit 0`)] : []
}

function sayNobodyDue(db: Database, query: DueQuery, today: CalendarDate): string {
  const when = query.until === today ? 'today' : `up to ${formatDay(query.until, today)}`
  const [next] = listComing(db, query, 1)
  if (next === undefined) return `Nobody is cold or due ${when}.\n`
  const [line] = getLines(db, [next], today)
  if (line?.dueOn == null) return `Nobody is cold or due ${when}.\n`
  const days = daysBetween(today, line.dueOn)
  return `Nobody is cold or due ${when}. Next: ${safeText(line.name)} ${formatOn(line.dueOn, today)} (in ${plural(days, 'day')}).\n`
}
