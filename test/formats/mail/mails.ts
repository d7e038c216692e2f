/** Mail for tests. */
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { readMail } from '../../../src/formats/mail/read-mail.ts'
import { type ReadOptions, type Source, sourceOf } from '../../../src/formats/source.ts'

export const OPTIONS: ReadOptions = {
  today: '2026-11-22' as CalendarDate,
  since: undefined,
  encoding: undefined,
  dateOrder: null,
}

/** The lines of a header. */
export function header(fields: Readonly<Record<string, string>> = {}): string {
  const usual = {
    From: 'Grace Hopper <grace@navy.mil>',
    To: 'me@example.org',
    Date: 'Mon, 2 Nov 2026 10:00:00 +0100',
    'Message-ID': '<1@navy.mil>',
  }
  return Object.entries({ ...usual, ...fields })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

export function read(
  text: string | Uint8Array,
  given: Partial<ReadOptions> & { name?: string } = {},
): ImportFile {
  const { name = 'inbox', ...options } = given
  return readMail(sourceOf(name, bytesOf(text)), { ...OPTIONS, ...options })
}

/** A file that comes in pieces of so many bytes, each valid only until the next. */
export function inPieces(text: string, size: number): Source {
  const bytes = bytesOf(text)
  const buffer = new Uint8Array(size)
  return {
    ...sourceOf('inbox', bytes),
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) {
        const piece = bytes.subarray(at, at + size)
        buffer.fill(0)
        buffer.set(piece)
        yield buffer.subarray(0, piece.length)
      }
    },
  }
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text
}
