/** Applies an import as one command: contacts first, then touchpoints, then starting days. */
import type { ImportedTouchpoint } from '../domain/import-file.ts'
import type { CheckedContact } from '../domain/import-merge.ts'
import type { Change } from './command-log.ts'
import { refreshDerived } from './derived.ts'
import { type ContactsImported, type ImportOptions, importContacts } from './import-contacts.ts'
import { importTouchpoints, type TouchpointsImported } from './import-touchpoints.ts'
import { paceContacts } from './pacing.ts'

export interface Imported {
  readonly contacts: ContactsImported
  readonly touchpoints: TouchpointsImported
  /** Contacts that got the cadence of this import. */
  readonly scheduled: readonly string[]
  /** How many of them got a starting day, so that they do not fall due all at once. */
  readonly paced: number
}

export function applyImport(
  change: Change,
  contacts: readonly CheckedContact[],
  touchpoints: readonly ImportedTouchpoint[],
  options: ImportOptions & {
    readonly isAsIs: boolean
    readonly onProgress: (done: number, total: number) => void
  },
): Imported {
  const total = contacts.length + touchpoints.length
  const imported = importContacts(change, contacts, options, (done) => options.onProgress(done, total))
  // The conversations of old exports name people only: the new contacts must be found by name.
  if (touchpoints.length > 0) refreshDerived(change.db)
  const conversations = importTouchpoints(change, touchpoints, imported.byUrl, (done) =>
    options.onProgress(contacts.length + done, total),
  )
  const scheduled = options.cadence === undefined ? [] : [...imported.created, ...imported.scheduled]
  const paced = options.isAsIs ? 0 : paceContacts(change, scheduled, options.today, scheduled)
  return { contacts: imported, touchpoints: conversations, scheduled, paced }
}
