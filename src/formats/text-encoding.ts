/** Bytes of a file to text. What cannot be read is refused: a silent replacement character would end up in somebody's name. */
import { quoteWord } from '../domain/shell-words.ts'
import { UserError, usageError } from '../errors.ts'

/** More does not fit into one JavaScript string (V8: 2^29 - 24 characters). */
export const MOST_BYTES: number = 2 ** 29 - 24

const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}

/** U+FFFD as it stands in a file that really holds it. */
const REPLACEMENT_BYTES: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
}

/** What the bytes 0x80 to 0x9F are in windows-1252, where they are not the same in Unicode (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/**
 * The text of `bytes` without its byte order mark. A mark decides; else `label`, the encoding that the user says it is; else it must be
 * UTF-8. `file` is what messages call it.
 * @throws UserError (input) naming the offset (from 0) of the first byte that is not text, or the line of a NUL; (usage) for a label
 *   that names no encoding.
 */
export function decodeText(bytes: Uint8Array, file: string, label?: string): string {
  if (bytes.length > MOST_BYTES) {
    throw new UserError('input', `"${file}" is larger than 512 MB.`, 'Split it and import the parts.')
  }
  const said = label === undefined ? undefined : checkEncoding(label)
  const encoding = encodingByMark(bytes) ?? said ?? 'utf-8'
  const text = decode(bytes, encoding, file, said)
  const nul = text.indexOf('\0')
  if (nul === -1) return text
  const line = text.slice(0, nul).split(/\r\n|\r|\n/).length
  throw new UserError(
    'input',
    `"${file}" is not text: it holds a NUL character on line ${line}.`,
    bytes[1] === 0 ? again(file, 'utf-16le') : undefined,
  )
}

/** The name of the encoding that a label stands for: `latin1` is windows-1252. @throws UserError (usage) for any other word */
export function checkEncoding(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    throw usageError(
      `"${label}" is not an encoding.`,
      'Type one like --encoding windows-1252, utf-8, utf-16le, iso-8859-2, windows-1251 or shift_jis.',
    )
  }
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function decode(bytes: Uint8Array, encoding: string, file: string, said: string | undefined): string {
  try {
    return readBytes(new TextDecoder(encoding, { fatal: true }), bytes)
  } catch {
    throw new UserError(
      'input',
      `"${file}" is not ${NAMES[encoding] ?? encoding} text: the byte at offset ${invalidOffset(bytes, encoding)} cannot be read.`,
      said === undefined && encoding === 'utf-8'
        ? `${again(file, 'windows-1252')}, if an older program wrote it; or save it as UTF-8.`
        : 'Save the file as UTF-8 and import it again.',
    )
  }
}

/** The next thing to type: the same file, read otherwise. */
function again(file: string, encoding: string): string {
  return `Type: netkeep import ${quoteWord(file)} --encoding ${encoding}`
}

/** Node's types know TextDecoder as a value only. */
export type Decoder = InstanceType<typeof TextDecoder>

/**
 * What the decoder makes of the bytes. Node 20 reads windows-1252 as Latin-1: its euro signs, dashes and quotes would be control
 * characters. @throws TypeError as the decoder does
 */
export function readBytes(decoder: Decoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  return decoder.encoding !== 'windows-1252'
    ? text
    : text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}

/**
 * TextDecoder does not tell where it failed. Of UTF-8 and UTF-16 the file is decoded once more with replacements, and the first one is the
 * place; of other encodings the shortest beginning that fails is looked for.
 */
function invalidOffset(bytes: Uint8Array, encoding: string): number {
  const replacement = REPLACEMENT_BYTES[encoding]
  if (replacement === undefined) return shortestFailing(bytes, encoding) - 1
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

/** How many of the first bytes fail, one of them fewer do not: all of them where only the end is missing. */
function shortestFailing(bytes: Uint8Array, encoding: string): number {
  let [good, failing] = [0, bytes.length]
  while (failing - good > 1) {
    const middle = Math.floor((good + failing) / 2)
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      failing = middle
    }
  }
  return failing
}
