/** How something is shared out: a bar, a number and a part of the whole for each. */
import { renderBar } from './pictures.ts'
import type { Style } from './style.ts'
import { renderTable } from './table.ts'
import { truncate, widthOf } from './text-width.ts'

export interface ShareRow {
  /** Safe for a terminal. */
  readonly name: string
  readonly count: number
  /** Of the whole; 0 where that is nothing. */
  readonly share: number
  /** Whether it is many in one, or what is in none: it has no bar, and the bars of the others are no shorter for it. */
  readonly isSum?: boolean
  /** What else there is to say; left out where the terminal is too narrow. */
  readonly said: string
}

/** A heading, the rows, and what stands below them. */
export interface ShareSection {
  readonly heading: string
  /** Their bars are parts of the greatest of them. */
  readonly rows: readonly ShareRow[]
  readonly below: readonly string[]
}

const BAR_WIDTH = 24
const NARROW_BAR_WIDTH = 8
/** Between the columns of a table. */
const GAP_WIDTH = 2
/** From here on a line has room for long bars, and for words behind them. */
export const WIDE_ENOUGH = 72
/** A name is cut to so many columns where a line has no room for more. */
export const MOST_NAME = 24

/** The sections, an empty line before each; their columns stand below one another. */
export function renderShares(
  sections: readonly ShareSection[],
  style: Style,
  width: number,
): readonly string[] {
  const { nameWidth, barWidth } = sharedRoom(
    sections.flatMap(({ rows }) => rows),
    width,
  )
  const cells = sections.flatMap(({ rows }) => {
    const most = Math.max(0, ...rows.map(({ count, isSum }) => (isSum === true ? 0 : count)))
    return rows.map((row) => [
      truncate(row.name, nameWidth, style.glyphs.more),
      row.isSum === true ? '' : renderBar(row.count, most, barWidth, style.glyphs),
      String(row.count),
      sayShare(row.share),
      row.said,
    ])
  })
  const columns = [
    { shrinksTo: Math.min(MOST_NAME, width - barWidth - 16) },
    {},
    { align: 'right' },
    { align: 'right' },
    { isExtra: true, paint: (text: string) => style.faint(text) },
  ] as const
  const lines = [...renderTable(cells, columns, width, style.glyphs.more)]
  return sections.flatMap(({ heading, rows, below }) => [
    '',
    style.heading(heading),
    ...lines.splice(0, rows.length),
    ...below,
  ])
}

/** Where a line gets too long the names give way first, then the bars, and only then what else there is to say is left out. */
function sharedRoom(
  rows: readonly ShareRow[],
  width: number,
): { readonly nameWidth: number; readonly barWidth: number } {
  const widest = (text: (row: ShareRow) => string): number =>
    rows.reduce((most, row) => Math.max(most, widthOf(text(row))), 0)
  const [names, said] = [widest(({ name }) => name), widest((row) => row.said)]
  const numbers = widest(({ count }) => String(count)) + widest(({ share }) => sayShare(share))
  const left = width - numbers - said - (said > 0 ? 4 : 3) * GAP_WIDTH
  const bar = width < WIDE_ENOUGH ? NARROW_BAR_WIDTH : BAR_WIDTH
  const nameWidth = Math.min(names, Math.max(MOST_NAME, left - bar))
  const barWidth = Math.min(bar, left - nameWidth)
  return barWidth < NARROW_BAR_WIDTH ? { nameWidth: names, barWidth: bar } : { nameWidth, barWidth }
}

/** `29%`; what is more than nothing is never 0%, and what is less than all never 100%. */
export function sayShare(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 0 && share > 0) return '<1%'
  return percent === 100 && share < 1 ? '>99%' : `${percent}%`
}
