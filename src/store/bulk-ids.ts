/** The ids of ids.ts for an import, which needs tens of thousands of them (docs/decisions/0014-ids-of-an-import.md). */
import { hash } from 'node:crypto'
import { NAMESPACE } from './ids.ts'

const PREFIX = Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex')
/** Hexadecimal digits of which the first two bits are those of RFC 9562's variant. */
const VARIANTS = '89ab'

/** The same as `naturalId` of ids.ts. */
export function bulkNaturalId(kind: string, ...key: readonly string[]): string {
  const digits = hash('sha1', Buffer.concat([PREFIX, Buffer.from(JSON.stringify([kind, ...key]))]))
  const variant = VARIANTS[Number.parseInt(digits.charAt(16), 16) % 4]
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
