/** Bytes to physical lines, without ever holding more of a line than is wanted: a photo can be a line of 50 MB. */

export interface RawLine {
  /** Without its end; of a longer line the first that were asked for. Only valid until the next line is asked for. */
  readonly bytes: Uint8Array
  /** Of the whole line. */
  readonly length: number
  /** From 1. */
  readonly line: number
}

/** More than any text that netkeep keeps. */
export const MOST_KEPT_BYTES = 1_048_576

const LF = 10
const CR = 13

/**
 * A line ends with LF, CRLF, CR, or CRCRLF, which text mode on Windows makes of CRLF.
 * @param most how many bytes of a line are kept
 */
export function* linesIn(chunks: Iterable<Uint8Array>, most: number = MOST_KEPT_BYTES): Generator<RawLine> {
  const held = byteBuffer(most)
  let line = 0
  let isAfterCr = false
  /** An empty line between two CRs: a line of its own, unless LF follows. */
  let isBlankHeld = false
  for (const chunk of chunks) {
    let start = 0
    let [lf, cr] = [chunk.indexOf(LF), chunk.indexOf(CR)]
    for (;;) {
      if (lf !== -1 && lf < start) lf = chunk.indexOf(LF, start)
      if (cr !== -1 && cr < start) cr = chunk.indexOf(CR, start)
      const end = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr
      if (end === -1) break
      const isEndOfCr = isAfterCr && end === start && held.length() === 0
      if (isEndOfCr && end === lf) {
        isAfterCr = false
        isBlankHeld = false
      } else {
        if (isBlankHeld) yield blank(++line)
        isBlankHeld = isEndOfCr
        isAfterCr = end === cr
        if (!isEndOfCr) yield lineOf(held, chunk.subarray(start, end), ++line, most)
        held.clear()
      }
      start = end + 1
    }
    if (start < chunk.length) held.append(chunk.subarray(start))
  }
  if (isBlankHeld) yield blank(++line)
  if (held.length() > 0) yield lineOf(held, new Uint8Array(), ++line, most)
}

function blank(line: number): RawLine {
  return { bytes: new Uint8Array(), length: 0, line }
}

function lineOf(held: ByteBuffer, last: Uint8Array, line: number, most: number): RawLine {
  if (held.length() === 0) {
    return { bytes: last.length <= most ? last : last.subarray(0, most), length: last.length, line }
  }
  held.append(last)
  return { bytes: held.bytes(), length: held.length(), line }
}

/** Bytes put behind each other, the first `most` of them kept. */
export interface ByteBuffer {
  append(bytes: Uint8Array): void
  /** The kept ones; only valid until the next change. */
  bytes(): Uint8Array
  /** The same with room behind them, which costs no view: a view takes longer to make than most properties to read. */
  room(): Uint8Array
  /** How many are kept. */
  kept(): number
  /** Of all that was appended. */
  length(): number
  /** Keeps the first `length` bytes only. */
  cutTo(length: number): void
  clear(): void
}

export function byteBuffer(most: number): ByteBuffer {
  let buffer = new Uint8Array(1024)
  let [kept, length] = [0, 0]
  return {
    append(bytes) {
      const part = bytes.length <= most - kept ? bytes : bytes.subarray(0, most - kept)
      if (kept + part.length > buffer.length) {
        const larger = new Uint8Array(Math.min(most, Math.max(buffer.length * 2, kept + part.length)))
        larger.set(buffer.subarray(0, kept))
        buffer = larger
      }
      buffer.set(part, kept)
      kept += part.length
      length += bytes.length
    },
    bytes: () => buffer.subarray(0, kept),
    room: () => buffer,
    kept: () => kept,
    length: () => length,
    cutTo(size) {
      kept = Math.min(kept, size)
      length = kept
    },
    clear() {
      kept = 0
      length = 0
    },
  }
}
