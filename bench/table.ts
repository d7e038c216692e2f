/** The benchmark's output: goal beside figure. */
import { median, quantile, type Samples } from './rounds.ts'

export interface Row {
  readonly what: string
  /** In ms unless `time` is given. */
  readonly samples?: Samples
  readonly time?: string
  /** What the goal is about: a ratio (`×`), or something in `unit`. */
  readonly figure?: number
  readonly unit?: string
  readonly goal?: number | undefined
}

const COLUMNS = ['', 'median', 'middle half', 'figure', 'goal', '']

export function renderTable(title: string, rows: readonly Row[]): string {
  const cells = [COLUMNS.with(0, title), ...rows.map(cellsOf)]
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function cellsOf({ what, samples, time, figure, unit = '×', goal }: Row): readonly string[] {
  return [
    what,
    samples === undefined ? (time ?? '') : formatMs(median(samples)),
    samples === undefined
      ? ''
      : `${formatMs(quantile(samples, 0.25))} – ${formatMs(quantile(samples, 0.75))}`,
    figure === undefined ? '' : formatFigure(figure, unit),
    goal === undefined ? '' : formatFigure(goal, unit),
    goal === undefined || figure === undefined ? '' : figure > goal ? 'over' : 'ok',
  ]
}

function formatFigure(value: number, unit: string): string {
  if (unit === '×') return `${value.toFixed(2)}×`
  return `${value.toFixed(unit === 'ms' && value < 10 ? 3 : 1)} ${unit}`
}

function formatMs(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 1 ? 3 : 1)} ms`
}
