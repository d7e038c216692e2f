/** Contacts as a Markdown document. */
import { MARKDOWN_HEAD, renderContactMarkdown } from '../render/contact-markdown.ts'
import { exportContactsInParts } from '../store/export-contacts.ts'
import { readTouchpointsOf } from '../store/export-touchpoints.ts'
import type { ExportRequest } from './export-formats.ts'

export function* writeMarkdown({ db, today, filter, onContact }: ExportRequest): Generator<string> {
  yield MARKDOWN_HEAD
  for (const contacts of exportContactsInParts(db, filter, today)) {
    const touchpoints = readTouchpointsOf(
      db,
      contacts.map(({ uid }) => uid),
    )
    for (const contact of contacts) {
      onContact()
      yield renderContactMarkdown(contact, touchpoints.get(contact.uid) ?? [])
    }
  }
}
