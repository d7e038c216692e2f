/** `netkeep due`: the cold and the due, coldest first; promises, dates, groups and events. */
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
import { renderReminders, renderRemindersTsv } from '../render/reminder-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Style } from '../render/style.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { getLines, getLinesInParts } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { countCold, countColdAmong, countDue, type DueQuery, listComing, listDue } from '../store/due-list.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { limitOption, readLimit } from './limit.ts'
import { readReminders } from './reminders.ts'

interface DueOptions extends FilterOptions {
  readonly ahead?: string
  readonly on?: string
  readonly limit?: string
  readonly why?: boolean
  readonly count?: boolean
  readonly exitCode?: boolean
}

/** How many promises, dates, groups and events a list shows that is cut: they must not bury the contacts, nor be read for nothing. */
const MOST_REMINDERS = 10

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'Who has gone cold or is due today, the latest first in proportion to their interval; then promises, dates, groups that are due, and events that are near.',
      )
      .option('--ahead <interval>', 'also what falls due within this time: 7d, 2w')
      .option('--on <when>', 'as it will be on that day')
      .addOption(limitOption())
      .option('--why', 'show the arithmetic of each line')
      .option('--count', 'print only how many contacts are cold')
      .option('--exit-code', 'exit with 1 when any contact is cold'),
  ).addHelpText(
    'after',
    `
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, last touch, channel, last note, due date, days overdue, standing
Promises, dates, groups and events stand below the contacts (with --limit at most ten of each), with "promise", "their promise", "date",
"group" or "event" for the standing. With a filter there are no groups and no events.
With --json there are contacts only.

Examples:
  netkeep due --ahead 7d
  netkeep due --why --limit 3
  netkeep due --json | jq -r '.[].name'`,
  )
}

export async function run(session: Session, _args: readonly [], options: DueOptions): Promise<number> {
  const { db } = await session.store()
  const query = await readQuery(session, options)
  const cold = options.count === true || options.exitCode === true ? countColdFor(db, query, options) : 0
  if (options.count === true) {
    const count = `${cold}\n`
    await session.show({ json: () => cold, terminal: () => count, piped: () => count })
  } else {
    await showList(session, db, query, options)
  }
  return options.exitCode === true && cold > 0 ? 1 : 0
}

function countColdFor(db: Database, query: DueQuery, options: DueOptions): number {
  return isFiltering(options) ? countColdAmong(db, query) : countCold(db, query.today)
}

async function readQuery(session: Session, options: DueOptions): Promise<DueQuery> {
  const today = options.on === undefined ? session.today : await parseComingDate(session, options.on)
  return {
    today,
    until: options.ahead === undefined ? today : addInterval(today, parseInterval(options.ahead)),
    limit: readLimit(session, options.limit),
    filter: await readFilter(session, options),
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

async function showList(session: Session, db: Database, query: DueQuery, options: DueOptions): Promise<void> {
  const uids = listDue(db, query)
  const { today } = query
  const read = (): readonly ContactLine[] => getLines(db, uids, today)
  const why = options.why === true ? (line: ContactLine): string => explain(line, today) : undefined
  await session.show({
    json: () =>
      read().map((line) => (why === undefined ? dueJson(line) : { ...dueJson(line), why: why(line) })),
    piped: () => renderInParts(db, uids, query, why, isFiltering(options)),
    terminal: (style) => {
      const lines = read()
      const reminders = renderReminders(
        readReminders(db, query, reminderLimit(query), isFiltering(options)),
        today,
        style,
        session.width,
      )
      const contacts =
        lines.length === 0
          ? wrapText(sayNobodyDue(db, query, session.today), session.width)
          : [
              ...renderDueLines(lines, today, style, session.width, why),
              ...footer(db, query, lines.length, style),
            ]
      return `${[...contacts, ...reminders].join('\n')}\n`
    },
  })
}

/** All of a large network would take 50 MB as objects. */
function* renderInParts(
  db: Database,
  uids: readonly string[],
  query: DueQuery,
  why: ((line: ContactLine) => string) | undefined,
  isFiltered: boolean,
): Generator<string> {
  for (const lines of getLinesInParts(db, uids, query.today)) yield renderDueTsv(lines, why)
  yield renderRemindersTsv(readReminders(db, query, reminderLimit(query), isFiltered), query.today)
}

function reminderLimit({ limit }: DueQuery): number | undefined {
  return limit === undefined ? undefined : Math.min(limit, MOST_REMINDERS)
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
  if (next === undefined) return `Nobody is cold or due ${when}.`
  const [line] = getLines(db, [next], today)
  if (line?.dueOn == null) return `Nobody is cold or due ${when}.`
  const days = daysBetween(today, line.dueOn)
  return `Nobody is cold or due ${when}. Next: ${safeText(line.name)} ${formatOn(line.dueOn, today)} (in ${plural(days, 'day')}).`
}
