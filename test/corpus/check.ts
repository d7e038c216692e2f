/** What the check of a file says. */
import { isDeepStrictEqual } from 'node:util'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type FilesRead, readFiles } from '../../src/formats/read-files.ts'
import { type ReadOptions, sourceOf } from '../../src/formats/source.ts'

/** An entry of manifest.json. */
export interface Entry {
  /** Relative to the folder. */
  readonly file: string
  readonly format: string
  /** How many cards, rows or the like; null where that is not told. */
  readonly records?: number | null
  /** How many of them have a name. */
  readonly named?: number
  /** Asserted fields of each record, in the order of the file. */
  readonly expected?: readonly Readonly<Record<string, unknown>>[]
  readonly expectedRows?: readonly Readonly<Record<string, unknown>>[]
}

/** One asserted field, compared. */
export interface Checked {
  /** `card 2 bday`. */
  readonly what: string
  readonly isRight: boolean
  /** In words, where it is wrong. */
  readonly found: string
}

export type Check = (entry: Entry, file: string, bytes: Uint8Array) => Promise<readonly Checked[]>

export const OPTIONS: ReadOptions = {
  today: '2026-11-22' as CalendarDate,
  since: undefined,
  encoding: undefined,
  dateOrder: null,
}

/** Reads one file as `netkeep import` does. @throws UserError where it is refused */
export function readAs(file: string, bytes: Uint8Array): Promise<FilesRead> {
  return readFiles([{ ...sourceOf(file, bytes), isNamed: true }], {
    ...OPTIONS,
    format: undefined,
    map: undefined,
    mapFor: () => undefined,
  })
}

export function compare(what: string, found: unknown, expected: unknown): Checked {
  const isRight = isDeepStrictEqual(found, expected)
  return {
    what,
    isRight,
    found: isRight ? '' : `is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`,
  }
}
