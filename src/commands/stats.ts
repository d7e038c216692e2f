/** `netkeep stats`: what was done, how it is shared out, and whom of those who get less to reach next. */
import type { Command } from 'commander'
import { similarWords } from '../domain/similar-words.ts'
import { type UserError, usageError } from '../errors.ts'
import { renderStatistics, statisticsJson } from '../render/statistics.ts'
import type { Session } from '../session.ts'
import { getStatistics } from '../store/statistics.ts'
import { refuseOthers } from './actions.ts'
import { addFilters, FILTER_OPTIONS } from './filters.ts'
import { limitOption } from './limit.ts'
import { showPicture } from './picture.ts'
import { MOST_OUTSIDERS, showDiversity, showOutside } from './stats-diversity.ts'
import { joinLines, readQuery, type StatsOptions, sayNothingYet } from './stats-query.ts'

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'What you did in the last 52 weeks, and who is warm; how it is shared out; whom to reach next of groups that get less.',
      )
      .argument('[view]', 'show (default), diversity or outside')
      .usage('[options] [show | diversity | outside]')
      .option('--since <date>', 'from this day until today: 2026-01-01, 6m')
      .option('--year <year>', 'a calendar year')
      .addOption(limitOption(MOST_OUTSIDERS)),
  ).addHelpText(
    'after',
    `
A touch is a contact that you were in touch with on a day; attempts and light touches are counted apart. An attempt
has led to something when you were in touch within 30 days, by whatever channel and whoever began. Channels are those that were given.
"diversity" tells which part of the touches goes to each organization, tag, circle and interest, and to those known for long or not.
"outside" names contacts without a touch in these days, of groups that get less than others.
In a pipe it is the same picture in ASCII, 80 columns wide; of "outside" a line has these fields, separated by tabs:
  id, name, organization, last touch, kind of group, its name, its contacts, touches with them

Examples:
  netkeep stats
  netkeep stats --year 2025 --circle close
  netkeep stats diversity
  netkeep stats outside --tag mentor
  netkeep stats --json | jq .warmShare`,
  )
}

/** The options of each view. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  show: ['since', 'year', ...FILTER_OPTIONS],
  diversity: ['since', 'year', ...FILTER_OPTIONS],
  outside: ['since', 'limit', ...FILTER_OPTIONS],
}

export async function run(
  session: Session,
  [view = 'show']: readonly [string | undefined],
  options: StatsOptions,
): Promise<void> {
  const own = Object.hasOwn(OPTIONS, view) ? OPTIONS[view] : undefined
  if (own === undefined) throw unknownView(view)
  refuseOthers(session, view, options, own)
  if (view === 'diversity') return showDiversity(session, options)
  if (view === 'outside') return showOutside(session, options)
  const { query, weeks } = await readQuery(session, options)
  const { db } = await session.store()
  const statistics = getStatistics(db, query)
  await showPicture(
    session,
    (style, width) =>
      joinLines(
        sayNothingYet(db, options, statistics.contacts + statistics.touchpoints) ??
          renderStatistics(statistics, weeks, session.today, style, width),
        width,
      ),
    () => statisticsJson(statistics),
  )
}

function unknownView(typed: string): UserError {
  const near = similarWords(new Set(Object.keys(OPTIONS)))(typed.toLowerCase())
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
  return usageError(
    `"${typed}" is nothing that stats shows.${meant}`,
    'Type: netkeep stats, netkeep stats diversity, or: netkeep stats outside',
  )
}
