/** Tables of contacts, and what other tools keep of them, beside what is asserted: how many there are, and the fields of each. */
import type { ImportedContact, ImportFile } from '../../src/domain/import-file.ts'
import { UserError } from '../../src/errors.ts'
import { type Check, type Checked, compare, readAs } from './check.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A file that is refused in words has no fields to compare, unless some are asserted. */
export const checkContacts: Check = async (entry, file, bytes) => {
  let read: ImportFile
  try {
    read = await readAs(file, bytes)
  } catch (error) {
    if (error instanceof UserError && entry.expectedRows === undefined) return []
    throw error
  }
  const { contacts, skipped, bad } = read
  const isOfContacts = contacts.length > 0
  const rows = entry.format === 'csv' ? contacts.length + skipped.length + bad.length : contacts.length
  return [
    ...(typeof entry.records === 'number' && isOfContacts ? [compare('records', rows, entry.records)] : []),
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
  const names = [first, last].filter((part) => part !== undefined && part !== '')
  return [
    ...(names.length === 0 ? [] : [compare(`row ${at + 1} name`, contact?.name, names.join(' '))]),
    ...Object.entries(fields).map(([key, expected]) => {
      const read = FIELDS.get(key)
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

type Read = (contact: ImportedContact) => unknown

const pointsOf =
  (kind: 'email' | 'phone' | 'url'): Read =>
  ({ points }) =>
    points.filter((point) => point.kind === kind).map(({ value }) => value)
const firstOf =
  (kind: 'email' | 'phone' | 'url'): Read =>
  ({ points }) =>
    points.find((point) => point.kind === kind)?.value ?? ''

const FIELDS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['name', ({ name }) => name],
  ['email', firstOf('email')],
  ['emails', pointsOf('email')],
  ['phone', firstOf('phone')],
  ['phones', pointsOf('phone')],
  ['url', firstOf('url')],
  ['urls', pointsOf('url')],
  ...['company', 'organization', 'org'].map((key): [string, Read] => [
    key,
    ({ organization }) => organization ?? '',
  ]),
  ...['position', 'title'].map((key): [string, Read] => [key, ({ title }) => title ?? '']),
  ...['birthday', 'bday'].map((key): [string, Read] => [key, ({ birthday }) => birthday ?? '']),
  ['note', ({ note }) => note ?? ''],
  ...['tags', 'labels', 'categories'].map((key): [string, Read] => [key, ({ tags }) => tags]),
  ['connectedOn', ({ metOn }) => metOn ?? ''],
])

/** `15 Jan 2023` → `2023-01-15`. */
function isoDate(text: string): string {
  const [day = '', month = '', year = ''] = text.split(' ')
  return text === ''
    ? ''
    : `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
