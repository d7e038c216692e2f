/** `netkeep stats diversity` and `stats outside`: how touches are shared out, and whom of those who get less to reach next. */
import { parseInterval, subtractInterval } from '../domain/interval.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import {
  diversityJson,
  type OutsiderLine,
  outsiderJson,
  renderDiversity,
  renderOutsiders,
  renderOutsidersTsv,
} from '../render/diversity.ts'
import { typedAgain } from '../render/typed-again.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { getDiversity, listOutsiders, type Outside, SHOWN_GROUPS } from '../store/diversity.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import type { StatisticsQuery } from '../store/statistics.ts'
import { isFiltering } from './filters.ts'
import { readLimit, renderCut } from './limit.ts'
import { showPicture } from './picture.ts'
import { joinLines, readQuery, type StatsOptions, sayNothingYet } from './stats-query.ts'

/** More at once nobody reaches out to. */
export const MOST_OUTSIDERS = 10

export async function showDiversity(session: Session, options: StatsOptions): Promise<void> {
  const { query, weeks } = await readQuery(session, options, 'diversity')
  const { db } = await session.store()
  const diversity = getDiversity(db, query)
  await showPicture(
    session,
    (style, width) =>
      joinLines(
        sayNothingYet(db, options, diversity.contacts) ??
          renderDiversity(diversity, weeks, SHOWN_GROUPS, style, width),
        width,
      ),
    () => diversityJson(diversity, query.range),
  )
}

export async function showOutside(session: Session, options: StatsOptions): Promise<void> {
  const { query, weeks } = await readQuery(session, options, 'outside')
  const { db } = await session.store()
  const outside = listOutsiders(db, query)
  const { contacts, outsiders } = outside
  const limit = readLimit(session, options.limit, MOST_OUTSIDERS)
  const shown = linesOf(db, session, outsiders.slice(0, limit))
  await session.show({
    json: () => shown.map(outsiderJson),
    piped: () => renderOutsidersTsv(shown),
    terminal: (style) => {
      const [first] = shown
      if (first === undefined)
        return joinLines(
          sayNothingYet(db, options, contacts) ?? sayNobodyOutside(db, outside, query, options),
          session.width,
        )
      const rows = renderOutsiders(shown, session.today, style, session.width)
      const next = `Write to one: netkeep draft ${typedFor(db, first)}   After it: netkeep log ${typedFor(db, first)}`
      return joinLines(
        [
          style.heading(`Less in touch with, ${weeks}`),
          '',
          renderCut(rows, outsiders.length - shown.length, style),
          next,
        ],
        session.width,
      )
    },
  })
}

function linesOf(
  db: Database,
  { today }: Session,
  outsiders: ReturnType<typeof listOutsiders>['outsiders'],
): readonly OutsiderLine[] {
  const lines = new Map(
    getLines(
      db,
      outsiders.map(({ uid }) => uid),
      today,
    ).map((line) => [line.uid, line]),
  )
  return outsiders.flatMap((outsider) => {
    const line = lines.get(outsider.uid)
    return line === undefined ? [] : [{ ...outsider, line }]
  })
}

const HOW_SHARED = 'How it is shared out: netkeep stats diversity'

function sayNobodyOutside(
  db: Database,
  { touches, lesserGroups }: Outside,
  query: StatisticsQuery,
  options: StatsOptions,
): readonly string[] {
  if (touches === 0)
    return [
      'No touches in these days, so there is nothing to compare. After being in touch: netkeep log grace',
    ]
  if (lesserGroups === 0)
    return [
      'Too little to compare yet: no organization, tag, circle or interest gets less than the others.',
      HOW_SHARED,
    ]
  const fewer = findFewerDays(db, query)
  const command = isFiltering(options) ? '' : 'netkeep stats outside '
  return [
    'Nobody: in the groups that get less, all had a touch in these days, or wait.',
    fewer === undefined
      ? HOW_SHARED
      : `${fewer.outsiders} had none in fewer days: ${command}--since ${fewer.since}`,
  ]
}

/** Days that are asked for where the others name nobody, the most first. */
const FEWER_DAYS = ['6m', '2m', '2w'] as const

function findFewerDays(
  db: Database,
  query: StatisticsQuery,
): { readonly since: string; readonly outsiders: number } | undefined {
  for (const since of FEWER_DAYS) {
    const range = { from: subtractInterval(query.today, parseInterval(since)), to: query.today }
    if (range.from <= query.range.from) continue
    const { outsiders } = listOutsiders(db, { ...query, range })
    if (outsiders.length > 0) return { since, outsiders: outsiders.length }
  }
  return undefined
}

/** By its name where that means nobody else. */
function typedFor(db: Database, { line: { uid, id, name } }: OutsiderLine): string {
  const { matches } = lookUpStrictly(name, nameIndexOf(db))
  return typedAgain({ name, id }, matches.length === 1 && matches[0]?.uid === uid)
}
