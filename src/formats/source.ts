/** A file to import, as its reader sees it: a name, and bytes that need not be in memory all at once. */
import type { CalendarDate } from '../domain/calendar-date.ts'

export interface Source {
  /** As it was given: may be a path. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** The bytes from the start, in pieces of at most a megabyte; a piece is only valid until the next one is asked for. */
  chunks(): Iterable<Uint8Array>
  /** All of it. @throws UserError (input) where that is more than 512 MB. */
  bytes(): Uint8Array
}

/** What readers are told besides the file. */
export interface ReadOptions {
  readonly today: CalendarDate
  /** Touchpoints before this day are left out; undefined takes all. */
  readonly since: CalendarDate | undefined
  /** The encoding that the user says the files have, a label of the WHATWG encoding standard; undefined recognises it. */
  readonly encoding: string | undefined
  /** How 03/04/2026 is to be read; null where the user has not said. */
  readonly dateOrder: 'dmy' | 'mdy' | null
}

/** The first bytes of a file, by which its format is recognised. */
export function headOf(source: Source): Uint8Array {
  for (const chunk of source.chunks()) return chunk.slice(0, HEAD_BYTES)
  return new Uint8Array()
}

const HEAD_BYTES = 65_536

/** A source that is in memory. */
export function sourceOf(name: string, bytes: Uint8Array): Source {
  return { name, size: bytes.length, chunks: () => [bytes], bytes: () => bytes }
}
