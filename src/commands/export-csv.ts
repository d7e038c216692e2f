/** Contacts as a CSV file. */
import { formatContactsCsv } from '../formats/csv-contacts/format-contacts.ts'
import { exportContacts } from '../store/export-contacts.ts'
import { counted } from './counted.ts'
import type { ExportRequest } from './export-formats.ts'

export function writeCsv({ db, today, filter, isRaw, onContact }: ExportRequest): Iterable<string> {
  return formatContactsCsv(counted(exportContacts(db, filter, today), onContact), { isRaw })
}
