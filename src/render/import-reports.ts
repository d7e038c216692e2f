/** Rows that were left out, counted by why. */
import type { RowReport, SourceRow } from '../domain/import-file.ts'

/** More places than these are only counted. */
export const MOST_PLACES = 5

export interface ReasonCount {
  readonly reason: string
  readonly count: number
  /** The first {@link MOST_PLACES}. */
  readonly places: readonly SourceRow[]
}

export function countByReason(reports: readonly RowReport[]): readonly ReasonCount[] {
  const counts = new Map<string, { count: number; readonly places: SourceRow[] }>()
  for (const { source, reason } of reports) {
    const found = counts.get(reason) ?? { count: 0, places: [] }
    counts.set(reason, found)
    found.count++
    if (found.places.length < MOST_PLACES) found.places.push(source)
  }
  return [...counts].map(([reason, found]) => ({ reason, ...found }))
}
