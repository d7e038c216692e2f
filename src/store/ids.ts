/** Row ids. The only file that imports uuid. */
import { v5, v7 } from 'uuid'

/** Namespace of netkeep's UUIDv5 ids; itself a random UUID, never to be changed. */
export const NAMESPACE = '6d1c0a5e-2f0b-4c58-9a53-7b1f6f0e4c21'

/**
 * The id of what can be made twice on two devices: the same kind and natural key give the same id everywhere.
 * Source: RFC 9562, section 5.5.
 */
export function naturalId(kind: string, ...key: readonly string[]): string {
  return v5(JSON.stringify([kind, ...key]), NAMESPACE)
}

/** A new UUIDv7 (RFC 9562, section 5.7). The 16 random bytes come from SQLite: loading `node:crypto` costs 3 ms. */
export function mintId(epochMs: number, random: Uint8Array): string {
  return v7({ msecs: epochMs, random })
}
