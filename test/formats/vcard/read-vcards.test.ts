import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportedContact, ImportFile } from '../../../src/domain/import-file.ts'
import { sourceOf } from '../../../src/formats/source.ts'
import { readVcards } from '../../../src/formats/vcard/read-vcards.ts'

const today = '2026-11-22' as CalendarDate
const OPTIONS = { today, since: undefined, encoding: undefined, dateOrder: null }
/** One byte a character, so that a test can write any byte as `\xe9`. */
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, encoding?: string): ImportFile =>
  readVcards(sourceOf('/home/ada/book.vcf', bytes), { ...OPTIONS, encoding })
const card = (version: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
function only(file: ImportFile): ImportedContact {
  expect([file.bad, file.skipped, file.contacts.length]).toEqual([[], [], 1])
  return file.contacts[0] as ImportedContact
}
const contact = (version: string, ...lines: string[]): ImportedContact =>
  only(read(utf8(card(version, ...lines))))
const at = (line: number, reason: string) => ({ source: { file: 'book.vcf', line }, reason })

test('a card becomes a contact, and what netkeep has no field for is kept', () => {
  const lines = [
    'N:Hopper;Grace;Brewster;Rear Adm.;',
    'FN:Grace Hopper',
    'NICKNAME:Amazing Grace,The Admiral',
    'ORG:US Navy;Computing',
    'TITLE:Rear Admiral',
    'ROLE:Programmer',
    'EMAIL;TYPE=INTERNET;TYPE=HOME:grace@home.example',
    'EMAIL;TYPE=INTERNET,WORK,PREF:grace@navy.example',
    'TEL;TYPE=CELL,VOICE:+1 555 0100',
    'item1.URL:http\\://navy.example/hopper',
    'item1.X-ABLabel:_$!<HomePage>!$_',
    'item2.X-ABRELATEDNAMES:Vincent',
    'item2.X-ABLabel:_$!<Spouse>!$_',
    'ADR;TYPE=HOME:;;1 Main St;Arlington;VA;22201;USA',
    'BDAY:1906-12-09',
    'NOTE:COBOL\\, and\\nthe moth',
    'CATEGORIES:navy,compilers',
    'ANNIVERSARY:19300615',
    'PHOTO;ENCODING=b;TYPE=JPEG:SGVsbG8=',
    'UID:urn:uuid:ABC',
    'REV:20200101T000000Z',
  ]
  expect(contact('3.0', ...lines)).toEqual({
    source: { file: 'book.vcf', line: 1 },
    sourceId: 'vcard:ABC',
    uid: null,
    name: 'Grace Hopper',
    organization: 'US Navy',
    title: 'Rear Admiral',
    location: 'Arlington, USA',
    birthday: '1906-12-09',
    note: 'COBOL, and\nthe moth',
    metOn: null,
    metAt: null,
    points: [
      { kind: 'email', value: 'grace@navy.example', label: 'work', isPreferred: true },
      { kind: 'email', value: 'grace@home.example', label: 'home' },
      { kind: 'phone', value: '+1 555 0100', label: 'cell' },
      { kind: 'url', value: 'http://navy.example/hopper', label: 'homepage' },
    ],
    aliases: ['Amazing Grace', 'The Admiral'],
    tags: ['navy', 'compilers'],
    traits: [],
    dates: [{ label: 'anniversary', date: '1930-06-15', isYearly: true }],
    properties: [
      'UID:urn:uuid:ABC',
      'N:Hopper;Grace;Brewster;Rear Adm.;',
      'ORG:US Navy;Computing',
      'ROLE:Programmer',
      'gc953595a.X-ABRELATEDNAMES:Vincent',
      'gc953595a.X-ABLabel:_$!<Spouse>!$_',
      'ADR;TYPE=HOME:;;1 Main St;Arlington;VA;22201;USA',
    ],
    cadence: null,
  })
  expect(read(utf8(card('3.0', ...lines))).photos).toBe(1)
})

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
  ['CRCRLF', '\r\r\n'],
])('lines may end with %s, and are counted right', (_, end) => {
  const text = `${card('3.0', 'FN:Ada', 'NOTE:one', ' , two')}\r\n${card('3.0', 'FN:Grace')}`
  const { contacts } = read(utf8(text.replaceAll('\r\n', end)))
  expect(contacts.map(({ name, note, source }) => [name, note, source.line])).toEqual([
    ['Ada', 'one, two', 1],
    ['Grace', null, 8],
  ])
})

test.each([
  ['inside a character', utf8(card('3.0', 'FN:Zo\xeb')).slice(), 'Zoë'],
  ['inside an escape', utf8(card('3.0', 'FN:Hopper\\\r\n , Grace')), 'Hopper, Grace'],
  [
    'at the width of version 2.1, with more white space',
    utf8(card('2.1', 'FN:Grace Hop\r\n   per')),
    'Grace Hopper',
  ],
])('a line is folded %s', (what, bytes, name) => {
  const cut = what === 'inside a character' ? latin1(card('3.0', 'FN:Zo\xc3\r\n \xab')) : bytes
  expect(only(read(cut)).name).toBe(name)
})

test.each([
  ['UTF-8', latin1(card('2.1', 'FN:Zo\xc3\xab')), undefined],
  ['UTF-8 whatever CHARSET says', latin1(card('2.1', 'FN;CHARSET=ISO-8859-1:Zo\xc3\xab')), undefined],
  ['what CHARSET says', latin1(card('2.1', 'FN;CHARSET=IBM866:\x87\xae\xa5')), undefined],
  ['windows-1252 where nothing is said', latin1(card('2.1', 'FN:Zo\xeb')), undefined],
  [
    'UTF-16 with a byte order mark',
    new Uint8Array(Buffer.from(`\ufeff${card('3.0', 'FN:Zoë')}`, 'utf16le')),
    undefined,
  ],
  ['what the user says', latin1(card('2.1', 'FN:\xda\xde\xd5')), 'ibm866'],
])('text is read as %s', (what, bytes, encoding) => {
  const names: Record<string, string> = { 'what CHARSET says': 'Зое', 'what the user says': '┌▐╒' }
  expect(only(read(bytes, encoding)).name).toBe(names[what] ?? 'Zoë')
})

test('UTF-16 that is none is refused', () => {
  expect(() => read(latin1('\xff\xfeB\0E\0\x00\xd8'))).toThrow('"/home/ada/book.vcf" is not UTF-16 text.')
})

test('quoted-printable goes on behind a soft break, with a space behind it or not, and an encoded semicolon is text', () => {
  const lines = [
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=3Bo;;;',
    'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A= ',
    '# two: C:\\new =',
    'three',
  ]
  expect(contact('2.1', ...lines)).toMatchObject({ name: 'J;o Müller', note: 'one\n# two: C:\\new three' })
})

test('base64 ends with a blank line, or where the next property begins', () => {
  const photo = ['PHOTO;BASE64:', ' SGVs', 'bG8=']
  expect(contact('2.1', ...photo, '', 'FN:Ada', ...photo, 'TITLE:Analyst')).toMatchObject({
    name: 'Ada',
    title: 'Analyst',
    properties: [],
  })
})

test('version 2.1 writes types bare, and a comment is no property', () => {
  expect(
    contact('2.1', 'FN:Ada', '# a comment: no property', 'TEL;WORK;FAX:1', 'X-Y;HOME:a, b'),
  ).toMatchObject({
    points: [{ kind: 'phone', value: '1', label: 'work fax' }],
    properties: ['X-Y;TYPE=HOME:a\\, b'],
  })
})

test.each([
  ['N', ['N:Hopper;Grace;;Dr.;'], 'Dr. Grace Hopper'],
  ['NICKNAME', ['NICKNAME:Ace', 'TEL:1'], 'Ace'],
  ['ORG', ['ORG:Navy;Computing'], 'Navy'],
  ['the e-mail address, later', ['EMAIL:ada@example.org'], ''],
])('without FN the name comes from %s', (_, lines, name) => {
  const { contacts } = read(utf8(['BEGIN:VCARD', ...lines, 'end:vcard'].join('\n')))
  expect(contacts.map((one) => one.name)).toEqual([name])
})

test.each([
  ['1906-12-09T10:00:00Z', '1906-12-09'],
  ['19061209', '1906-12-09'],
  ['--1209', '--12-09'],
  ['--12-09', '--12-09'],
  ['1604-02-29', '--02-29'],
])('the birthday %s is %s', (written, birthday) => {
  expect(contact('4.0', 'FN:Ada', `BDAY:${written}`).birthday).toBe(birthday)
})

test('a birthday that is none is left out with a report, one that is no whole day is kept', () => {
  const { contacts, partial } = read(utf8(card('3.0', 'FN:Ada', 'BDAY:0000-00-00')))
  expect([contacts[0]?.birthday, contacts[0]?.properties]).toEqual([null, []])
  expect(partial).toEqual([at(4, 'the birthday "0000-00-00" is no date, so it is left out')])
  expect(contact('4.0', 'FN:Ada', 'BDAY:1985').properties).toEqual(['BDAY:1985'])
})

test('values that cannot be stored are left out, the card is not', () => {
  const { contacts, partial } = read(
    utf8(
      card(
        '3.0',
        'FN:Ada',
        'EMAIL:ada',
        'TEL:none',
        `TITLE:${'a'.repeat(501)}`,
        `X-LONG:${'a'.repeat(10_000)}`,
        'nonsense',
      ),
    ),
  )
  expect(contacts).toMatchObject([{ name: 'Ada', title: null, points: [], properties: [] }])
  expect(partial?.toSorted((a, b) => a.source.line - b.source.line)).toEqual([
    at(4, '"ada" is not an e-mail address, so it is left out'),
    at(5, '"none" is not a phone number, so it is left out'),
    at(6, 'the title is too long: 501 characters, where at most 500 fit, so it is left out'),
    at(7, 'X-LONG is longer than 10,000 characters, so it is left out'),
    at(8, '"nonsense" is no property, so it is left out'),
  ])
})

test('a note that is cut where the line is too long to be read is not told with the length of what was read', () => {
  const { contacts, partial } = read(utf8(card('3.0', 'FN:Ada', `NOTE:${'a'.repeat(2_000_000)}`)))
  expect(contacts).toMatchObject([{ name: 'Ada', note: null }])
  expect(partial).toEqual([at(4, 'the note is longer than 100,000 characters, so it is left out')])
})

test.each([
  ['KIND:group', 'is a group, not a contact'],
  ['X-ADDRESSBOOKSERVER-KIND:group', 'is a group, not a contact'],
  ['KIND:org', 'is an organization, not a contact'],
  ['X-ABShowAs:COMPANY', 'is a company, not a contact'],
])('a card with %s is skipped', (line, reason) => {
  expect(read(utf8(card('4.0', 'FN:Navy', line))).skipped).toEqual([at(1, reason)])
})

test('a phone number alone is no contact', () => {
  expect(read(utf8(card('3.0', 'TEL:1'))).skipped).toEqual([at(1, 'no name, e-mail or URL')])
})

test('a card without an end is bad, and those around it are read', () => {
  const file = read(
    utf8(`${card('3.0', 'FN:Ada')}BEGIN:VCARD\nFN:Grace\n${card('3.0', 'FN:Alan')}BEGIN:VCARD\nFN:Kurt`),
  )
  expect(file.contacts.map(({ name }) => name)).toEqual(['Ada', 'Alan'])
  expect(file.bad).toEqual([5, 11].map((line) => at(line, 'the card that begins here has no END:VCARD')))
})

test('the card of an agent inside another is passed over', () => {
  const agent = ['AGENT:', 'BEGIN:VCARD', 'FN:Susan', 'END:VCARD']
  expect(contact('2.1', 'FN:Ada', ...agent, 'TITLE:Analyst')).toMatchObject({ name: 'Ada', title: 'Analyst' })
})

test('a file without a card is refused', () => {
  expect(() => read(utf8('hello'))).toThrow('"/home/ada/book.vcf" holds no vCard.')
})

test('an extension, a profile and a second script find their place', () => {
  const lines = [
    'FN;ALTID=1;LANGUAGE=ja:安藤',
    'FN;ALTID=1;LANGUAGE=en:Ando',
    'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
    'X-SOCIALPROFILE;type=twitter:https://twitter.example/ando',
    'IMPP:xmpp:ando@example.org',
    'INTEREST:sailing',
  ]
  expect(contact('4.0', ...lines)).toMatchObject({
    name: '安藤',
    aliases: ['Ando'],
    points: [
      { kind: 'phone', value: '+1-418-656-9254 ext. 102', label: 'work' },
      { kind: 'url', value: 'https://twitter.example/ando', label: 'twitter' },
    ],
    traits: [{ kind: 'interest', value: 'sailing' }],
    properties: ['IMPP:xmpp:ando@example.org'],
  })
})

test("frm's properties become tags and a cadence", () => {
  const lines = ['X-FRM-FREQUENCY:2w', 'X-FRM-GROUP:old team', 'X-FRM-SNOOZE-UNTIL:2027-01-01']
  expect(contact('3.0', 'FN:Ada', ...lines)).toMatchObject({
    tags: ['old team'],
    cadence: { interval: '2w', snoozedUntil: '2027-01-01' },
  })
  expect(contact('3.0', 'FN:Ada', ...lines, 'X-FRM-IGNORE:true').cadence?.interval).toBe('none')
})

test("Android's own properties: a nickname and an event", () => {
  const lines = ['nickname;Ace;1;', 'contact_event;2012-03-04;1;', 'relation;Bob;4;'].map(
    (value) => `X-ANDROID-CUSTOM:vnd.android.cursor.item/${value}`,
  )
  expect(contact('2.1', 'FN:Ada', ...lines)).toMatchObject({
    aliases: ['Ace'],
    dates: [{ label: 'anniversary', date: '2012-03-04', isYearly: true }],
    properties: ['X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bob;4;'],
  })
})

test.each<[string, () => string, number, number]>([
  [
    'a megabyte of soft breaks',
    () => card('2.1', 'FN:A', `NOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(350_000)}x`),
    1,
    0,
  ],
  ['100,000 nested BEGINs', () => 'BEGIN:VCARD\r\n'.repeat(100_000), 0, 100_000],
  [
    '100,000 nested agents',
    () => `BEGIN:VCARD\nFN:A\n${'AGENT:\nBEGIN:VCARD\n'.repeat(1e5)}${'END:VCARD\n'.repeat(100_001)}`,
    1,
    0,
  ],
  [
    'a photo of 5 MB in one line',
    () => card('3.0', 'FN:A', `PHOTO;ENCODING=b:${'AAAA'.repeat(1_700_000)}`),
    1,
    0,
  ],
  ['300,000 properties', () => card('3.0', 'FN:A', 'X-A:b\r\n'.repeat(300_000)), 1, 0],
  ['a megabyte of escapes', () => card('3.0', 'FN:A', `X-A:${'\\;,'.repeat(350_000)}`), 1, 0],
  [
    'a megabyte of tags',
    () => card('3.0', 'FN:A', `CATEGORIES:${Array.from({ length: 150_000 }, (_, at) => `t${at}`).join()}`),
    1,
    0,
  ],
])('%s take a moment', (_, text, contacts, bad) => {
  const bytes = utf8(text())
  const started = performance.now()
  const file = read(bytes)
  expect([file.contacts.length, file.bad.length]).toEqual([contacts, bad])
  expect(performance.now() - started).toBeLessThan(10_000)
})
