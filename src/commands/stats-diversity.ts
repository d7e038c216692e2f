/** `netkeep stats diversity` and `stats outside`: how touches are shared out, and whom to reach so that the circle gets wider. */
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
import { getDiversity, listOutsiders, SHOWN_GROUPS } from '../store/diversity.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { readLimit, renderCut } from './limit.ts'
import { showPicture } from './picture.ts'
import { joinLines, readQuery, type StatsOptions, sayNothingYet } from './stats-query.ts'

/** More at once nobody reaches out to. */
export const MOST_OUTSIDERS = 10

export async function showDiversity(session: Session, options: StatsOptions): Promise<void> {
  const { query, weeks } = await readQuery(session, options)
  const { db } = await session.store()
  const diversity = getDiversity(db, query)
  await showPicture(
    session,
    (style, width) =>
      joinLines(
        diversity.contacts === 0
          ? sayNothingYet(db, options)
          : renderDiversity(diversity, weeks, SHOWN_GROUPS, style, width),
        width,
      ),
    () => diversityJson(diversity, query.range),
  )
}

export async function showOutside(session: Session, options: StatsOptions): Promise<void> {
  const { query, weeks } = await readQuery(session, options)
  const { db } = await session.store()
  const { contacts, touches, outsiders } = listOutsiders(db, query)
  const limit = readLimit(session, options.limit, MOST_OUTSIDERS)
  const shown = linesOf(db, session, outsiders.slice(0, limit))
  await session.show({
    json: () => shown.map(outsiderJson),
    piped: () => renderOutsidersTsv(shown),
    terminal: (style) => {
      const [first] = shown
      if (first === undefined)
        return joinLines(
          contacts === 0 ? sayNothingYet(db, options) : [sayNobodyOutside(touches)],
          session.width,
        )
      const rows = renderOutsiders(shown, session.today, style, session.width)
      const next = `Write to one: netkeep draft ${typedFor(db, first)}   After it: netkeep log ${typedFor(db, first)}`
      return joinLines(
        [
          style.heading(`Outside of your circle, by ${weeks}`),
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

function sayNobodyOutside(touches: number): string {
  return touches === 0
    ? 'No touches in these days, so there is nothing to compare. After being in touch: netkeep log grace'
    : 'Nobody: in the groups that get less, all had a touch in these days, or wait. How it is shared out: netkeep stats diversity'
}

/** By its name where that means nobody else. */
function typedFor(db: Database, { line: { uid, id, name } }: OutsiderLine): string {
  const { matches } = lookUpStrictly(name, nameIndexOf(db))
  return typedAgain({ name, id }, matches.length === 1 && matches[0]?.uid === uid)
}
