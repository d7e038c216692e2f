/** The lines of a file that may be larger than memory. */
import type { Source } from '../source.ts'

/** Of a longer line only this much is seen: a body in one line of a gigabyte must not be held. */
const MOST_SEEN_BYTES = 100_000

const LF = 10
const CR = 13

/**
 * A line without its end: the bytes from `from` up to `to`, valid until the next one. `offset` is that of its first
 * byte in the file, `next` that of the line after it.
 */
export type OnLine = (bytes: Uint8Array, from: number, to: number, offset: number, next: number) => void

/** Calls back for each line, ended by LF or CRLF, in order; not for an empty last one. `isDone` ends it before the end of the file. */
export function forEachLine(source: Source, onLine: OnLine, isDone: () => boolean): void {
  let chunkOffset = 0
  let begun: { readonly pieces: Uint8Array[]; length: number; readonly offset: number } | undefined
  for (const chunk of source.chunks()) {
    let from = 0
    while (!isDone()) {
      const end = chunk.indexOf(LF, from)
      if (end === -1) break
      if (begun === undefined) {
        emit(chunk, from, end, chunkOffset + from, chunkOffset + end + 1, onLine)
      } else {
        const line = join([...begun.pieces, chunk.subarray(from, end)])
        emit(line, 0, line.length, begun.offset, chunkOffset + end + 1, onLine)
        begun = undefined
      }
      from = end + 1
    }
    if (isDone()) return
    if (from < chunk.length) {
      begun ??= { pieces: [], length: 0, offset: chunkOffset + from }
      const room = Math.max(0, MOST_SEEN_BYTES - begun.length)
      if (room > 0) begun.pieces.push(chunk.slice(from, from + room))
      begun.length += chunk.length - from
    }
    chunkOffset += chunk.length
  }
  if (begun !== undefined) {
    const line = join(begun.pieces)
    emit(line, 0, line.length, begun.offset, chunkOffset, onLine)
  }
}

function emit(
  bytes: Uint8Array,
  from: number,
  end: number,
  offset: number,
  next: number,
  onLine: OnLine,
): void {
  const to = end > from && bytes[end - 1] === CR ? end - 1 : end
  onLine(bytes, from, Math.min(to, from + MOST_SEEN_BYTES), offset, next)
}

/** One piece of bytes out of several. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
