/** Reading CSV texts in tests. */
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import {
  type ContactsCsv,
  type ContactsCsvOptions,
  readContactsCsv,
} from '../../../src/formats/csv-contacts/contacts-csv.ts'
import { sourceOf } from '../../../src/formats/source.ts'

export const OPTIONS: ContactsCsvOptions = {
  today: '2026-11-22' as CalendarDate,
  since: undefined,
  encoding: undefined,
  dateOrder: null,
  map: undefined,
  mapFor: () => undefined,
}

export function read(text: string | Uint8Array, options: Partial<ContactsCsvOptions> = {}): ContactsCsv {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readContactsCsv(sourceOf('/home/me/people.csv', bytes), { ...OPTIONS, ...options })
}

/** A file of one row: each column with its value. */
export function readRow(
  cells: Readonly<Record<string, string>>,
  options: Partial<ContactsCsvOptions> = {},
): ContactsCsv {
  const line = (values: readonly string[]): string =>
    values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
  return read(`${line(Object.keys(cells))}\n${line(Object.values(cells))}\n`, options)
}

/** The reasons of what was left out. */
export function reasons(file: ContactsCsv): readonly string[] {
  return (file.partial ?? []).map(({ reason }) => reason)
}
