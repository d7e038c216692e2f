/** Everything as netkeep's own JSON. */
import { formatSnapshot } from '../formats/netkeep-json/write.ts'
import { safeJsonLine } from '../render/safe-text.ts'
import { readSnapshot } from '../store/snapshot-rows.ts'
import { counted } from './counted.ts'
import type { ExportRequest } from './export-formats.ts'

export function writeJson({ db, onContact }: ExportRequest): Iterable<string> {
  const parts = readSnapshot(db)
  return formatSnapshot({ ...parts, contacts: counted(parts.contacts, onContact) }, safeJsonLine)
}
