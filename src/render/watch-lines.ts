/** Watched employers: aligned for eyes, tab-separated for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { News, WatchedEmployer } from '../domain/watch.ts'
import { formatAgo, formatDay, plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { wrapText } from './text-width.ts'
import { typedText } from './typed-again.ts'

/** More news than this of one employer is only counted. */
const MOST_NEWS = 5

/** Employer, how many there, how many of them known, second degree, last touch; below the news, and what to type next. */
export function renderWatchLines(
  watched: readonly WatchedEmployer[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = watched.map(({ company, there, known, secondDegree, lastTouchOn }) => [
    safeText(company),
    `${there.length} there`,
    `${known} known`,
    `${secondDegree.length} second degree`,
    lastTouchOn === null ? 'not yet in touch' : formatAgo(lastTouchOn, today),
  ])
  const right = { align: 'right' } as const
  const table = renderTable(rows, [{ shrinksTo: 14 }, right, right, right, {}], width, style.glyphs.more)
  const news = watched.flatMap((employer) => newsLines(employer, today))
  const next = watched.find((employer) => employer.news.length > 0) ?? watched.find(hasSomebody)
  return [
    ...table,
    ...news.flatMap((line) => wrapText(line, width)),
    ...(next === undefined
      ? []
      : [style.faint(`Who can open the door: netkeep path ${safeText(typedText(next.company))}`)]),
  ]
}

function hasSomebody({ there }: WatchedEmployer): boolean {
  return there.length > 0
}

function newsLines({ company, news }: WatchedEmployer, today: CalendarDate): readonly string[] {
  const more = news.length - MOST_NEWS
  return [
    ...news.slice(0, MOST_NEWS).map((one) => sayNews(one, company, today)),
    ...(more > 0 ? [`and ${plural(more, 'other')} joined ${safeText(company)}`] : []),
  ]
}

/** `Ada Lovelace joined Navy on 3 Nov, from Univac`. */
function sayNews({ name, on, before }: News, company: string, today: CalendarDate): string {
  const from = before === null ? '' : `, from ${safeText(before)}`
  return `${safeText(name)} joined ${safeText(company)} on ${formatDay(on, today)}${from}`
}

/** employer, watched since, contacts there, known, second degree, last touch, how many joined. */
export function renderWatchTsv(watched: readonly WatchedEmployer[]): string {
  return renderTsv(
    watched.map(({ company, since, there, known, secondDegree, lastTouchOn, news }) => [
      safeText(company),
      since,
      there.length,
      known,
      secondDegree.length,
      lastTouchOn,
      news.length,
    ]),
  )
}
