/** A table of figures as text, or as Markdown for a record. */
import { renderTable } from '../../src/render/table.ts'
import { padEnd, widthOf } from '../../src/render/text-width.ts'
import type { Table } from './tables.ts'

export function renderAsText({ title, head, rows }: Table): string {
  const columns = head.map(() => ({}))
  return `${[title, ...renderTable([head, ...rows], columns, Number.POSITIVE_INFINITY, '')].join('\n')}\n`
}

export function renderAsMarkdown({ title, head, rows }: Table): string {
  const widths = head.map((_, index) =>
    [head, ...rows].reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), 0),
  )
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((cell, index) => padEnd(cell, widths[index] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  return `${[`**${title}**`, '', ...[head, rule, ...rows].map(lineOf)].join('\n')}\n`
}
