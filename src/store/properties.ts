/** Queries of table contact_property: what vCards hold that netkeep has no field for. */
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'

/** @param line a vCard property as an unfolded line of version 3.0 */
export function addProperty(
  db: Database,
  contact: string,
  line: string,
  id: string = propertyId(contact, line),
): void {
  db.prepare(
    `INSERT INTO contact_property (id, contact, line) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET deleted = NULL`,
  ).run(id, contact, line)
}

export function propertyId(contact: string, line: string, idOf: typeof naturalId = naturalId): string {
  return idOf('contact_property', contact, line)
}
