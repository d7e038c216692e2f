/** Bytes of a file to text. What cannot be read is refused: a silent replacement character would end up in somebody's name. */
import { UserError } from '../errors.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** More does not fit into one JavaScript string (V8: 2^29 - 24 characters). */
export const MOST_BYTES: number = 2 ** 29 - 24

const NAMES: Record<Encoding, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' }

/** U+FFFD as it stands in a file that really holds it. */
const REPLACEMENT_BYTES: Record<Encoding, readonly number[]> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
}

/**
 * The text of `bytes` without its byte order mark; without a mark it must be UTF-8. `file` is what messages call it.
 * @throws UserError (input) naming the offset (from 0) of the first byte that is not text, or the line of a NUL.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > MOST_BYTES) {
    throw new UserError('input', `"${file}" is larger than 512 MB.`, 'Split it and import the parts.')
  }
  const encoding = encodingOf(bytes)
  const text = decode(bytes, encoding, file)
  const nul = text.indexOf('\0')
  if (nul === -1) return text
  const line = text.slice(0, nul).split(/\r\n|\r|\n/).length
  throw new UserError('input', `"${file}" is not text: it holds a NUL character on line ${line}.`)
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decode(bytes: Uint8Array, encoding: Encoding, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(
      'input',
      `"${file}" is not ${NAMES[encoding]} text: the byte at offset ${invalidOffset(bytes, encoding)} cannot be read.`,
      'Save the file as UTF-8 and import it again.',
    )
  }
}

/** TextDecoder does not tell where it failed, so the file is decoded once more with replacements, and the first one is the place. */
function invalidOffset(bytes: Uint8Array, encoding: Encoding): number {
  const replacement = REPLACEMENT_BYTES[encoding]
  const lossy = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  let offset = 0
  let from = 0
  for (;;) {
    const at = lossy.indexOf('\ufffd', from)
    if (at === -1) return offset
    const readable = lossy.slice(from, at)
    offset += encoding === 'utf-8' ? new TextEncoder().encode(readable).length : readable.length * 2
    if (replacement.some((byte, i) => bytes[offset + i] !== byte)) return offset
    offset += replacement.length
    from = at + 1
  }
}
