/** Contacts as vCards, one behind the other. */
import { formatVcard, type VcardVersion } from '../formats/vcard/write-vcard.ts'
import { exportContacts } from '../store/export-contacts.ts'
import { counted } from './counted.ts'
import type { Writer } from './export-formats.ts'

export function writeVcards(version: VcardVersion): Writer {
  return function* ({ db, today, filter, onContact }) {
    for (const contact of counted(exportContacts(db, filter, today), onContact))
      yield formatVcard(contact, version)
  }
}
