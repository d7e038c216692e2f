/** The header of a mail (RFC 5322, section 2.2): the few fields of it that netkeep looks at. */
import { readBytes } from '../text-encoding.ts'
import { join } from './lines.ts'

/** Who, when, and whether a machine wrote it. No subject, and nothing of the body. */
const WANTED = [
  'auto-submitted',
  'cc',
  'content-length',
  'date',
  'from',
  'list-id',
  'list-unsubscribe',
  'message-id',
  'precedence',
  'return-path',
  'to',
  'x-gmail-labels',
  'x-mozilla-draft-info',
  'x-mozilla-status',
  'x-spam-flag',
] as const
type FieldName = (typeof WANTED)[number]

/** What each field says, unfolded and trimmed; several To or Cc are one. */
export type Header = ReadonlyMap<FieldName, string>

/** Of a field: hundreds of recipients, which is enough to know that they are many. */
const MOST_FIELD_BYTES = 100_000

const LONGEST_NAME = Math.max(...WANTED.map((name) => name.length))
const SPACE = 32
const TAB = 9
const COLON = 58

export interface HeaderReader {
  add(bytes: Uint8Array, from: number, to: number): void
  finish(): Header
}

interface Field {
  readonly name: FieldName
  readonly pieces: Uint8Array[]
  length: number
}

/** @param encoding of bytes that are not UTF-8, which old programs left in names; known to TextDecoder. */
export function createHeaderReader(encoding: string): HeaderReader {
  const fields: Field[] = []
  let current: Field | undefined
  return {
    add(bytes, from, to) {
      const isFolded = bytes[from] === SPACE || bytes[from] === TAB
      if (!isFolded) {
        const colon = colonIn(bytes, from, to)
        const name = colon === -1 ? undefined : wantedName(bytes, from, colon)
        current = name === undefined ? undefined : { name, pieces: [], length: 0 }
        if (current !== undefined) fields.push(current)
        from = colon + 1
      }
      if (current === undefined || current.length > MOST_FIELD_BYTES) return
      current.pieces.push(bytes.slice(from, to))
      current.length += to - from
    },
    finish() {
      const header = new Map<FieldName, string>()
      for (const { name, pieces } of fields) {
        const before = header.get(name)
        if (before !== undefined && name !== 'to' && name !== 'cc') continue
        const text = decode(join(pieces), encoding).trim()
        header.set(name, before === undefined ? text : `${before}, ${text}`)
      }
      return header
    },
  }
}

/** Whether a line can begin a header: a name of printable characters, and a colon. */
export function isField(bytes: Uint8Array, from: number, to: number): boolean {
  let colon = colonIn(bytes, from, to)
  // Old programs put a space before it.
  while (colon > from && bytes[colon - 1] === SPACE) colon--
  if (colon <= from) return false
  for (let at = from; at < colon; at++) {
    const byte = bytes[at] ?? 0
    if (byte <= SPACE || byte > 126) return false
  }
  return true
}

/** The longest names in use have some 50 characters. */
const FARTHEST_COLON = 80

function colonIn(bytes: Uint8Array, from: number, to: number): number {
  const end = Math.min(to, from + FARTHEST_COLON)
  for (let at = from; at < end; at++) if (bytes[at] === COLON) return at
  return -1
}

function wantedName(bytes: Uint8Array, from: number, colon: number): FieldName | undefined {
  if (colon - from > LONGEST_NAME + 1) return undefined
  const name = String.fromCharCode(...bytes.subarray(from, colon))
    .trimEnd()
    .toLowerCase()
  return WANTED.find((wanted) => wanted === name)
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return readBytes(new TextDecoder(encoding), bytes)
  }
}
