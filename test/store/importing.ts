/** Imports of rows as a reader makes them. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { checkImported } from '../../src/domain/import-check.ts'
import {
  type ImportedContact,
  type ImportedPoint,
  type ImportedTouchpoint,
  importedContact,
} from '../../src/domain/import-file.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { applyImport, type Imported } from '../../src/store/import.ts'
import type { Store } from '../../src/store/open.ts'

const TODAY = '2026-11-22' as CalendarDate

export interface Given {
  readonly contacts?: readonly ImportedContact[]
  readonly touchpoints?: readonly ImportedTouchpoint[]
  readonly prefer?: 'mine' | 'theirs'
  readonly newFrom?: number
}

export function importRows(
  store: Store,
  given: Given,
): Imported & { readonly command: number | undefined; readonly counts: readonly number[] } {
  const checked = checkImported(given.contacts ?? [])
  if (checked.bad.length > 0) throw new Error(checked.bad[0]?.reason)
  const { value, command } = recordCommand(
    store,
    { typed: 'netkeep import', at: `${TODAY}T08:00:00Z` },
    (change) =>
      applyImport(
        change,
        { contacts: checked.good, touchpoints: given.touchpoints ?? [] },
        {
          today: TODAY,
          cadence: undefined,
          prefer: given.prefer ?? 'mine',
          includesRemoved: false,
          isAsIs: false,
          newFrom: given.newFrom,
          onProgress: () => undefined,
        },
      ),
  )
  const { created, updated, unchanged, removed } = value.contacts
  return { ...value, command, counts: [created.length, updated.length, unchanged, removed] }
}

let line = 0
/** A row of a file that says this much. */
export function row(name: string, said: Partial<ImportedContact> = {}): ImportedContact {
  return importedContact({ source: { file: 'contacts.vcf', line: ++line }, name, ...said })
}

export const email = (value: string): ImportedPoint => ({ kind: 'email', value })
export const phone = (value: string): ImportedPoint => ({ kind: 'phone', value })
export const url = (value: string): ImportedPoint => ({ kind: 'url', value })

export function touch(key: string, said: Partial<ImportedTouchpoint>): ImportedTouchpoint {
  return {
    source: { file: 'log', line: 1 },
    key,
    on: '2026-11-01' as CalendarDate,
    channel: null,
    direction: null,
    kind: 'counted',
    with: [],
    ...said,
  }
}
