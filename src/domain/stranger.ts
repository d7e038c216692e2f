/** Those who are in touchpoints of an import, and no contacts. netkeep never adds them by itself. */
import type { CalendarDate } from './calendar-date.ts'
import {
  type Correspondent,
  type ImportedContact,
  type ImportedPoint,
  importedContact,
  type SourceRow,
} from './import-file.ts'

export interface Stranger {
  readonly correspondent: Correspondent
  /** Touchpoints that would count. */
  readonly exchanges: number
  readonly lastOn: CalendarDate
  /** Where they were met with first. */
  readonly source: SourceRow
}

/** Those with most exchanges first, then the latest. */
export function compareStrangers(a: Stranger, b: Stranger): number {
  return b.exchanges - a.exchanges || (a.lastOn < b.lastOn ? 1 : Number(a.lastOn > b.lastOn) * -1)
}

/** Somebody who is to become a contact; undefined where nothing is known but a name: another may have it. */
export function newcomerOf({ correspondent, source }: Stranger): ImportedContact | undefined {
  const { name, email, url } = correspondent
  const points: readonly ImportedPoint[] = [
    ...(email == null ? [] : [{ kind: 'email' as const, value: email }]),
    ...(url == null ? [] : [{ kind: 'url' as const, value: url, isProfile: true }]),
  ]
  return points.length === 0 ? undefined : importedContact({ source, name, points })
}
