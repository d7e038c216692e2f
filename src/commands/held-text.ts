/** Text that is made whole before any of it is printed: a reader of a pipe may be slow, and nobody may wait for it at the database. */
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Characters that are held in memory; more goes into a file that has no name any more, so that nothing is left of it whatever happens. */
const MOST_IN_MEMORY = 16_000_000
const CHUNK_BYTES = 1_048_576

export interface HeldText {
  /** Whether all of it is in memory. */
  readonly isShort: boolean
  pieces(): Iterable<string>
  close(): void
}

export function holdText(pieces: Iterable<string>, folder: string): HeldText {
  const held: string[] = []
  let length = 0
  let file: number | undefined
  for (const piece of pieces) {
    held.push(piece)
    length += piece.length
    if (length < MOST_IN_MEMORY) continue
    file ??= openNameless(folder)
    writeFully(file, held.join(''))
    held.length = 0
    length = 0
  }
  return {
    isShort: file === undefined,
    pieces: function* () {
      if (file !== undefined) yield* readAll(file)
      yield* held
    },
    close: () => {
      if (file !== undefined) closeSync(file)
    },
  }
}

function openNameless(folder: string): number {
  const name = path.join(folder, `netkeep-export-${Math.random().toString(36).slice(2)}`)
  const file = openSync(name, 'wx+', 0o600)
  unlinkSync(name)
  return file
}

function* readAll(file: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const chunk = new Uint8Array(CHUNK_BYTES)
  for (let position = 0; ; ) {
    const count = readSync(file, chunk, 0, CHUNK_BYTES, position)
    if (count === 0) return
    position += count
    yield decoder.decode(chunk.subarray(0, count), { stream: true })
  }
}

/** A write may take only a part. */
export function writeFully(file: number, text: string): void {
  const bytes = new TextEncoder().encode(text)
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}
