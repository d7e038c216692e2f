import { expect, test } from 'vitest'
import { read, readRow, reasons } from './reading.ts'

const GRACE = {
  'First Name': 'Grace',
  'Last Name': 'Hopper',
  'Display Name': 'Admiral Hopper',
  Nickname: 'Amazing',
  'Primary Email': 'grace@navy.mil',
  'Secondary Email': 'g@example.org',
  'Work Phone': '555 0100',
  'Home Phone': '',
  'Fax Number': '555 0109',
  'Mobile Number': '555 0300',
  'Home Address': '1 Main St',
  'Home Address 2': 'Flat 2',
  'Home City': 'Arlington',
  'Home State': 'VA',
  'Home ZipCode': '22202',
  'Home Country': 'USA',
  'Job Title': 'Admiral',
  Department: 'Research',
  Organization: 'Navy',
  'Web Page 1': 'https://work.example.org',
  'Web Page 2': 'https://home.example.org',
  'Birth Year': '1906',
  'Birth Month': '12',
  'Birth Day': '9',
  'Custom 1': 'red',
  'Custom 4': 'blue',
  Notes: 'Collects nanoseconds.',
}

test("Thunderbird's CSV is read", () => {
  const file = readRow(GRACE)
  expect(file.contacts[0]).toMatchObject({
    name: 'Admiral Hopper',
    organization: 'Navy',
    title: 'Admiral',
    location: 'Arlington, USA',
    birthday: '1906-12-09',
    note: 'Collects nanoseconds.\nDepartment: Research\nCustom 1: red\nCustom 4: blue',
    aliases: ['Amazing'],
    points: [
      { kind: 'email', value: 'grace@navy.mil' },
      { kind: 'email', value: 'g@example.org' },
      { kind: 'phone', value: '555 0100', label: 'work' },
      { kind: 'phone', value: '555 0300', label: 'mobile' },
      { kind: 'phone', value: '555 0109', label: 'fax' },
      { kind: 'url', value: 'https://work.example.org' },
      { kind: 'url', value: 'https://home.example.org' },
    ],
    properties: ['ADR;TYPE=HOME:;;1 Main St\\nFlat 2;Arlington;VA;22202;USA'],
  })
  expect(file.unread).toEqual([])
})

test.each([
  ['', '12', '9', '--12-09'],
  ['0', '2', '29', '--02-29'],
  ['1906', '', '', null],
  ['1906', '0', '0', null],
])('a birthday in three columns: %j %j %j is %s', (year, month, day, birthday) => {
  const cells = { ...GRACE, 'Birth Year': year, 'Birth Month': month, 'Birth Day': day }
  expect(readRow(cells).contacts[0]?.birthday).toBe(birthday)
})

test('a birthday in three columns that cannot be is left out', () => {
  expect(reasons(readRow({ ...GRACE, 'Birth Day': '32' }))).toEqual(['the birthday "1906-12-32" is no date'])
})

test('German Thunderbird calls the day of the month Geburtstag', () => {
  const cells = { Anzeigename: 'Grace Hopper', Geburtsjahr: '1906', Geburtsmonat: '12', Geburtstag: '9' }
  expect(readRow(cells).contacts[0]?.birthday).toBe('1906-12-09')
})

test.each([';', '\t'])('%j may separate the columns', (separator) => {
  const text = ['Display Name,First Name,Last Name,Primary Email', 'Ada,Ada,King,ada@example.org']
  expect(read(text.join('\n').replaceAll(',', separator)).contacts).toMatchObject([
    { name: 'Ada', points: [{ value: 'ada@example.org' }] },
  ])
})

test('UTF-16 with a mark is read', () => {
  const text = '\ufeffDisplay Name\tPrimary Email\r\nZoë\tzoe@example.org\r\n'
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
  expect(read(bytes).contacts).toMatchObject([{ name: 'Zoë' }])
})
