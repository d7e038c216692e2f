import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { readLinkedin } from '../../../src/formats/linkedin/linkedin.ts'

const today = '2026-11-22' as CalendarDate
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (...texts: string[]): ImportFile =>
  readLinkedin(
    texts.map((text, at) => ({
      name: `/downloads/${at === 0 ? '' : at + 1}Connections.csv`,
      bytes: bytes(text),
    })),
    { today },
  )
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const rows = (...lines: string[]): ImportFile => read([HEADER, ...lines].join('\n'))
const at = (line: number, reason: string) => ({ source: { file: 'Connections.csv', line }, reason })
const ADA = 'Ada,Lovelace,https://www.linkedin.com/in/ada,ada@example.org,"Engines, Ltd",Analyst,12 Jan 2024'

test('a row becomes a contact', () => {
  expect(rows(ADA)).toEqual({
    contacts: [
      {
        source: { file: 'Connections.csv', line: 2 },
        sourceId: null,
        uid: null,
        name: 'Ada Lovelace',
        organization: 'Engines, Ltd',
        title: 'Analyst',
        location: null,
        birthday: null,
        note: null,
        metOn: '2024-01-12',
        metAt: null,
        points: [
          { kind: 'url', value: 'https://www.linkedin.com/in/ada', isProfile: true },
          { kind: 'email', value: 'ada@example.org' },
        ],
        aliases: [],
        tags: [],
        traits: [],
        dates: [],
        properties: [],
        cadence: null,
      },
    ],
    touchpoints: [],
    skipped: [],
    bad: [],
  })
})

test.each([
  ['nothing', '', 2],
  ['a byte order mark', '\ufeff', 2],
  ['a quoted note and a blank line', 'Notes:\n"When exporting, you may notice…"\n\n', 5],
  ['a quoted note and two blank lines', '\ufeffNotes:\n"When exporting, you may notice…"\n\n\n', 6],
  ['a quoted note of two lines', 'Notes:\n"When exporting,\nyou may notice…"\n', 5],
  ['unquoted notes', 'Notes:\nThis, that, and more.\nAnother line.\n\n', 6],
])('above the header may stand %s', (_, preamble, line) => {
  const { contacts, bad } = read(`${preamble}${HEADER}\n${ADA}\n`)
  expect(contacts.map((contact) => [contact.name, contact.source.line])).toEqual([['Ada Lovelace', line]])
  expect(bad).toEqual([])
})

test('columns are found by name: URL last, an unknown one, none for the URL', () => {
  const names = 'First Name,Last Name,Email Address,Company'
  expect(
    read(`${names},Star Sign,URL\nAda,Lovelace,a@x.org,Engines,Sagittarius,x.org/ada\n`).contacts[0],
  ).toMatchObject({
    organization: 'Engines',
    points: [
      { kind: 'url', value: 'x.org/ada' },
      { kind: 'email', value: 'a@x.org' },
    ],
  })
  expect(read(`${names}\nAda,Lovelace,a@x.org,\n`).contacts[0]).toMatchObject({
    name: 'Ada Lovelace',
    organization: null,
    title: null,
    points: [{ kind: 'email', value: 'a@x.org' }],
    metOn: null,
  })
})

test('a semicolon file with CRLF is read', () => {
  const text = `${HEADER}\r\nAda,Lovelace,,,"Engines, Ltd",Analyst,\r\n`
    .replaceAll(',', ';')
    .replace('s; L', 's, L')
  expect(read(text).contacts[0]).toMatchObject({ name: 'Ada Lovelace', organization: 'Engines, Ltd' })
})

test('names lose stray spaces, and may lack a part', () => {
  const { contacts } = rows(
    ' Ada  Augusta , Lovelace ,,,,,',
    'Grace,,,,,,',
    ',Turing,,,,,',
    ',,x.org/katherine,,,,',
    ',,,k@x.org,,,',
  )
  expect(contacts.map((contact) => contact.name)).toEqual(['Ada Augusta Lovelace', 'Grace', 'Turing', '', ''])
})

test('control characters stay for whoever checks the fields', () => {
  expect(rows('A\u001bda,Love\u202elace,,,,,').contacts[0]?.name).toBe('A\u001bda Love\u202elace')
})

test('a row with only a date is skipped', () => {
  expect(rows(ADA, ',,,,,,12 Jan 2024')).toMatchObject({
    contacts: [{ name: 'Ada Lovelace' }],
    skipped: [at(3, 'no name, e-mail or URL')],
    bad: [],
  })
})

test('a header alone holds nothing, which is no error', () => {
  expect(read(`Notes:\n\n${HEADER}\n`)).toEqual({ contacts: [], touchpoints: [], skipped: [], bad: [] })
})

const metOn = (...written: string[]) => {
  const { contacts, bad } = rows(...written.map((date, at) => `Ada,Nr ${at},,,,,${date}`))
  return [...contacts.map((contact) => contact.metOn), ...bad.map((report) => report.reason)]
}

test.each([
  ['12 Jan 2024', '2024-01-12'],
  ['05 jun 1833', '1833-06-05'],
  ['7-Feb-22', '2022-02-07'],
  ['7-Dec-99', '2099-12-07'],
  ['29 Feb 2024', '2024-02-29'],
  ['10/15/2023', '2023-10-15'],
  ['1/2/23', '2023-01-02'],
  ['2024-01-12', '2024-01-12'],
  ['', null],
])('Connected On %j is %s', (written, date) => {
  expect(metOn(written)).toEqual([date])
})

test('numbers are month first, unless one of the column can only be day first', () => {
  expect(metOn('1/2/2023', '12/11/2023')).toEqual(['2023-01-02', '2023-12-11'])
  expect(metOn('1/2/2023', '13/11/2023')).toEqual(['2023-02-01', '2023-11-13'])
})

test.each([
  '31 Feb 2024',
  '0 Jan 2024',
  '12 Foo 2024',
  'soon',
  '31 Dec 1799',
  '2024-02-30',
  '2024-1-2',
  '10/32/2023',
  '12 Jan 2024 x',
])('Connected On %j makes a bad row', (written) => {
  expect(metOn('12 Jan 2024', written)).toEqual([
    '2024-01-12',
    `Connected On "${written}" is not a date between 1800 and 9999`,
  ])
})

test('a second row of the same profile is skipped, another profile of the same name is not', () => {
  expect(
    rows(
      'Ada,Lovelace,https://www.linkedin.com/in/ada,,,,',
      'Ada,King,http://linkedin.com/in/ADA/?x,,,,',
      'Ada,Lovelace,x.org/ada,,,,',
    ),
  ).toMatchObject({
    contacts: [{ source: { line: 2 } }, { source: { line: 4 } }],
    skipped: [at(3, 'the same profile as line 2')],
  })
})

test('rows without a URL are never the same profile', () => {
  expect(rows('Ada,Lovelace,,,,,', 'Ada,Lovelace,,,,,').contacts).toHaveLength(2)
})

test('a profile in two files is one contact', () => {
  expect(read(`${HEADER}\n${ADA}`, `${HEADER}\n\n${ADA}`)).toMatchObject({
    contacts: [{ source: { file: 'Connections.csv', line: 2 } }],
    skipped: [
      {
        source: { file: '2Connections.csv', line: 3 },
        reason: 'the same profile as line 2 of Connections.csv',
      },
    ],
  })
})

test('a row cut off before its e-mail address is bad; one that only lacks the end is read', () => {
  expect(rows('Ada,Lovelace,x.org/ada', 'Grace,Hopper,x.org/grace,,Navy')).toMatchObject({
    contacts: [{ name: 'Grace Hopper', organization: 'Navy', title: null, metOn: null }],
    bad: [at(2, 'has 3 fields where the header has 7')],
  })
})

test('a row with more than the header names is bad, unless the rest is empty', () => {
  expect(rows(`${ADA},,`, 'Grace,Hopper,,,Navy, Research,Admiral,12 Jan 2024')).toMatchObject({
    contacts: [{ name: 'Ada Lovelace' }],
    bad: [at(3, 'has 8 fields where the header has 7')],
  })
})

test('a row with stray quotes is bad, with its line', () => {
  expect(rows('"Ada "Countess" A.",Lovelace,,,,,', 'Grace,Hopper,,,,,')).toMatchObject({
    contacts: [{ name: 'Grace Hopper' }],
    bad: [at(2, 'has a quote in the middle of a quoted field')],
  })
})
