/** How many bad rows of a file are read: one with so many is not what it seems, and nobody looks at more. */
import type { RowReport } from '../domain/import-file.ts'

const MOST_BAD = 1000

/** Whether to read no further. */
export function isTooBad(bad: readonly RowReport[]): boolean {
  return bad.length > MOST_BAD
}

/** Adds a report; with the last one that there may be comes one of the rest of the file, before all others, as the first are shown. */
export function pushBad(bad: RowReport[], report: RowReport): void {
  if (isTooBad(bad)) return
  bad.push(report)
  if (bad.length === MOST_BAD)
    bad.unshift({
      source: report.source,
      reason: `is the last of ${MOST_BAD.toLocaleString('en')} bad rows: the rest of the file is not read any further`,
    })
}
