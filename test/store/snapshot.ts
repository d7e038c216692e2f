/** Exports and imports of netkeep's own JSON, straight between databases. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { readNetkeepJson } from '../../src/formats/netkeep-json/read.ts'
import { formatSnapshot } from '../../src/formats/netkeep-json/write.ts'
import { sourceOf } from '../../src/formats/source.ts'
import { safeJsonLine } from '../../src/render/safe-text.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import type { Store } from '../../src/store/open.ts'
import { applySnapshot, type SnapshotImported } from '../../src/store/snapshot-import.ts'
import type { SnapshotOptions } from '../../src/store/snapshot-import-contacts.ts'
import { readSnapshot } from '../../src/store/snapshot-rows.ts'

export function exportText({ db }: Store): string {
  return [...formatSnapshot(readSnapshot(db), safeJsonLine)].join('')
}

export function read(text: string, today = '2026-11-22'): Snapshot {
  const source = sourceOf('netkeep.json', new TextEncoder().encode(text))
  return readNetkeepJson(source, { today: today as CalendarDate })
}

/** Imports as one command. */
export function importText(
  store: Store,
  text: string,
  options: Partial<SnapshotOptions> = {},
): { readonly value: SnapshotImported; readonly command: number | undefined } {
  const snapshot = read(text, options.today ?? store.today)
  if (snapshot.bad.length > 0) throw new Error(JSON.stringify(snapshot.bad))
  return recordCommand(store, { typed: 'netkeep import', at: `${store.today}T12:00:00Z` }, (change) =>
    applySnapshot(change, snapshot, {
      today: store.today,
      prefer: 'mine',
      includesRemoved: false,
      ...options,
    }),
  )
}
