/** Whether a contact has a telephone number already, however it was written there. */
import { isSamePhone, parsePhone } from '../domain/phone-key.ts'
import type { Database } from './driver.ts'
import { REMOVED } from './schema.ts'

/** `removed`: the user took it away. */
export function findPhone(db: Database, contact: string, value: string): 'live' | 'removed' | undefined {
  const phone = parsePhone(value)
  if (phone === undefined) return undefined
  const rows = db
    .prepare(
      `SELECT value, deleted FROM contact_point
       WHERE contact = ? AND kind = 'phone' AND (deleted IS NULL OR deleted = ${REMOVED}) ORDER BY deleted, id`,
    )
    .all(contact) as { readonly value: string; readonly deleted: number | null }[]
  const same = rows.find((row) => {
    const other = parsePhone(row.value)
    return other !== undefined && isSamePhone(phone, other)
  })
  return same === undefined ? undefined : same.deleted === null ? 'live' : 'removed'
}
