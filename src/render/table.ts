/** Aligned columns for a terminal. */
import { padEnd, padStart, truncate, widthOf } from './text-width.ts'

export interface Column {
  readonly align?: 'left' | 'right'
  /** A column that gives way when the line gets too long: down to this width, the last such column first. */
  readonly shrinksTo?: number
  /** Left out as a whole where the line gets too long, before any column gives way. */
  readonly isExtra?: true
  /** Applied after padding, so that colours do not count as width. */
  readonly paint?: (text: string, row: number) => string
}

const GAP = '  '

/**
 * Lines of at most `width` columns where the columns that may shrink allow it. Columns without any text take no place.
 * Cells are safe text.
 */
export function renderTable(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
  more: string,
): readonly string[] {
  const widths = columns.map((_, index) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0),
  )
  const shown = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0)
  let excess =
    shown.reduce((sum, index) => sum + (widths[index] ?? 0), 0) + GAP.length * (shown.length - 1) - width
  for (const index of shown) {
    if (columns[index]?.isExtra !== true || excess <= 0) continue
    excess -= (widths[index] ?? 0) + GAP.length
    widths[index] = 0
  }
  for (const index of shown.toReversed()) {
    const least = columns[index]?.shrinksTo
    if (least === undefined || excess <= 0) continue
    const given = Math.min(excess, Math.max(0, (widths[index] ?? 0) - least))
    const left = (widths[index] ?? 0) - given
    widths[index] = left
    // A column that gave way altogether leaves its gap too.
    excess -= left === 0 ? given + GAP.length : given
  }
  const kept = shown.filter((index) => (widths[index] ?? 0) > 0)
  return rows.map((row, rowIndex) => {
    const cells = kept.map((index) => {
      const column = columns[index]
      const size = widths[index] ?? 0
      const text = truncate(row[index] ?? '', size, more)
      const padded = column?.align === 'right' ? padStart(text, size) : padEnd(text, size)
      return column?.paint === undefined ? padded : column.paint(padded, rowIndex)
    })
    return cells.join(GAP).trimEnd()
  })
}

/** One record a line, for other programs: tab-separated, full values; empty where there is none. */
export function renderTsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => cell ?? '').join('\t')}\n`).join('')
}
