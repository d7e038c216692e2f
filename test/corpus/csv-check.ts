/** LinkedIn's CSV files beside the rows that are asserted of them. */
import type { ImportedContact } from '../../src/domain/import-file.ts'
import { readLinkedin } from '../../src/formats/linkedin/linkedin.ts'
import { type Check, type Checked, compare, OPTIONS } from './check.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const checkLinkedin: Check = async (entry, file, bytes) => {
  const { contacts, skipped, bad } = readLinkedin([{ name: file, bytes }], OPTIONS)
  const rows = contacts.length + skipped.length + bad.length
  return [
    ...(typeof entry.records === 'number' ? [compare('records', rows, entry.records)] : []),
    ...(entry.named === undefined
      ? []
      : [compare('named', contacts.filter(({ name }) => name !== '').length, entry.named)]),
    ...(entry.expectedRows ?? []).flatMap((row, at) => checkRow(contacts[at], row, at)),
  ]
}

function checkRow(
  contact: ImportedContact | undefined,
  row: Readonly<Record<string, unknown>>,
  at: number,
): readonly Checked[] {
  const { first, last, ...fields } = row
  return [
    compare(`row ${at + 1} name`, contact?.name, `${first} ${last}`),
    ...Object.entries(fields).map(([key, expected]) => {
      const read = COLUMNS.get(key)
      const what = `row ${at + 1} ${key}`
      if (read === undefined)
        return { what, isRight: false, found: 'is not checked: nothing here knows this key' }
      return compare(
        what,
        contact === undefined ? undefined : read(contact),
        key === 'connectedOn' ? isoDate(String(expected)) : expected,
      )
    }),
  ]
}

const COLUMNS: ReadonlyMap<string, (contact: ImportedContact) => unknown> = new Map([
  ['email', (contact) => pointOf(contact, 'email')],
  ['url', (contact) => pointOf(contact, 'url')],
  ['company', (contact) => contact.organization ?? ''],
  ['position', (contact) => contact.title ?? ''],
  ['connectedOn', (contact) => contact.metOn ?? ''],
])

function pointOf(contact: ImportedContact, kind: 'email' | 'url'): string {
  return contact.points.find((point) => point.kind === kind)?.value ?? ''
}

/** `15 Jan 2023` → `2023-01-15`. */
function isoDate(text: string): string {
  const [day = '', month = '', year = ''] = text.split(' ')
  return text === ''
    ? ''
    : `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
