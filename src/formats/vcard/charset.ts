/** Which characters the bytes of a vCard are: told by its byte order mark, by each property, or by nothing at all. */
import { UserError } from '../../errors.ts'
import type { Source } from '../source.ts'
import { type Decoder, readBytes } from '../text-encoding.ts'

/** Bytes to text; never throws, and never puts a replacement character for what it cannot read. */
export type Decode = (bytes: Uint8Array, charset: string | undefined) => string

/**
 * Tries in this order: the encoding that the user names, UTF-8, the property's CHARSET, windows-1252, in which every byte means
 * something. UTF-8 before CHARSET, as what reads as UTF-8 is nothing else but by a rare chance, and programs that turn files into UTF-8
 * leave the CHARSET standing.
 */
export function decoderOf(encoding: string | undefined): Decode {
  const decoders = new Map<string, Decoder | undefined>()
  const attempt = (bytes: Uint8Array, label: string): string | undefined => {
    if (!decoders.has(label)) decoders.set(label, findDecoder(label))
    try {
      const decoder = decoders.get(label)
      return decoder === undefined ? undefined : readBytes(decoder, bytes)
    } catch {
      return undefined
    }
  }
  const last = new TextDecoder('windows-1252')
  const first = encoding === undefined || isUtf16(encoding) ? [] : [encoding]
  return (bytes, charset) => {
    for (const label of [...first, 'utf-8', ...(charset === undefined ? [] : [charset])]) {
      const text = attempt(bytes, label)
      if (text !== undefined) return text
    }
    return readBytes(last, bytes)
  }
}

function findDecoder(label: string): Decoder | undefined {
  try {
    // UTF-16 within a file of single bytes cannot be: its line ends would be cut in two.
    return isUtf16(label) ? undefined : new TextDecoder(label.trim(), { fatal: true, ignoreBOM: true })
  } catch {
    return undefined
  }
}

function isUtf16(label: string): boolean {
  return /^\s*(?:utf-?16|ucs-?2|unicode)/i.test(label)
}

/** The file's bytes; of one in UTF-16 as UTF-8. @throws UserError (input) for UTF-16 that is none. */
export function* singleByteChunks(source: Source, encoding: string | undefined): Generator<Uint8Array> {
  let utf16: Decoder | undefined
  let isFirst = true
  for (const chunk of source.chunks()) {
    if (isFirst) utf16 = findUtf16(chunk, encoding)
    isFirst = false
    yield utf16 === undefined ? chunk : reencode(() => utf16?.decode(chunk, { stream: true }), source)
  }
  if (utf16 !== undefined) yield reencode(() => utf16.decode(), source)
}

function reencode(decode: () => string | undefined, source: Source): Uint8Array {
  try {
    return new TextEncoder().encode(decode())
  } catch {
    throw new UserError(
      'input',
      `"${source.name}" is not UTF-16 text.`,
      'Save the file as UTF-8 and import it again.',
    )
  }
}

function findUtf16(chunk: Uint8Array, encoding: string | undefined): Decoder | undefined {
  const isLittle = chunk[0] === 0xff && chunk[1] === 0xfe
  const isBig = chunk[0] === 0xfe && chunk[1] === 0xff
  if (isLittle || isBig) return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le', { fatal: true })
  if (encoding === undefined || !isUtf16(encoding)) return undefined
  return new TextDecoder(/be\s*$/i.test(encoding) ? 'utf-16be' : 'utf-16le', { fatal: true })
}
