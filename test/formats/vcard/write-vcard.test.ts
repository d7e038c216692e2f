import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ExportedContact } from '../../../src/domain/exported-contact.ts'
import { sourceOf } from '../../../src/formats/source.ts'
import { placeCards } from '../../../src/formats/vcard/card-files.ts'
import { mergeIntoCard } from '../../../src/formats/vcard/merge-into-card.ts'
import { readVcards } from '../../../src/formats/vcard/read-vcards.ts'
import { formatVcard, type VcardVersion } from '../../../src/formats/vcard/write-vcard.ts'

const UID = '01940000-0000-7000-8000-000000000001'
const GRACE: ExportedContact = {
  uid: UID,
  name: 'Grace Hopper',
  organization: 'US Navy',
  title: 'Rear Admiral',
  location: 'Arlington, USA',
  birthday: '--12-09',
  note: 'COBOL; and\nthe moth',
  metOn: '2020-01-02' as CalendarDate,
  metAt: null,
  introducedBy: null,
  points: [
    { kind: 'email', value: 'grace@navy.example', label: 'work' },
    { kind: 'url', value: 'https://navy.example/grace', label: 'Bridge' },
  ],
  aliases: ['Amazing Grace'],
  tags: ['navy'],
  traits: [{ kind: 'interest', value: 'compilers' }],
  dates: [{ label: 'anniversary', date: '1930-06-15', isYearly: true }],
  formerJobs: [],
  relations: [],
  circle: { name: 'close', interval: '6w' },
  ownInterval: null,
  snoozedUntil: null,
  pausedOn: null,
  lastTouchOn: null,
  dueOn: null,
  properties: [],
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const card = (version: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')

const readBack = (text: string) =>
  readVcards(sourceOf('a.vcf', bytes(text)), {
    today: '2026-11-22' as CalendarDate,
    since: undefined,
    encoding: undefined,
    dateOrder: null,
  }).contacts[0]

test('a card of version 3.0', () => {
  expect(formatVcard(GRACE, '3.0').split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${UID}`,
    `X-NETKEEP-UID:${UID}`,
    'FN:Grace Hopper',
    'N:Hopper;Grace;;;',
    'NICKNAME:Amazing Grace',
    'ORG:US Navy',
    'TITLE:Rear Admiral',
    'BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-09',
    'NOTE:COBOL\\; and\\nthe moth',
    'EMAIL;TYPE=work:grace@navy.example',
    'item1.URL:https://navy.example/grace',
    'item1.X-ABLabel:Bridge',
    'ADR;X-NETKEEP-LOCATION=1:;;;Arlington;;;USA',
    'CATEGORIES:navy',
    'item2.X-ABDATE:1930-06-15',
    'item2.X-ABLabel:_$!<Anniversary>!$_',
    'X-NETKEEP-INTEREST:compilers',
    'X-NETKEEP-CIRCLE;INTERVAL=6w:close',
    'X-NETKEEP-MET-ON:2020-01-02',
    'END:VCARD',
    '',
  ])
})

test('version 4.0 has words of its own for some of it', () => {
  const [three, four] = [formatVcard(GRACE, '3.0'), formatVcard(GRACE, '4.0')].map((text) =>
    text.split('\r\n'),
  )
  expect(four?.filter((line) => !three?.includes(line))).toEqual([
    'VERSION:4.0',
    `UID:urn:uuid:${UID}`,
    'BDAY:--1209',
    'ANNIVERSARY:19300615',
    'INTEREST:compilers',
  ])
})

test.each([
  ['Cupertino, USA', ';;;Cupertino;;;USA'],
  ['London, UK', ';;;London;;;UK'],
  ['Austin, TX', ';;;Austin\\, TX;;;'],
  ['Paris', ';;;Paris;;;'],
  ['Cupertino, CA, USA', ';;;Cupertino\\, CA\\, USA;;;'],
  ['Berlin,  Germany', ';;;Berlin\\,  Germany;;;'],
])('where %s is, is written as an address of its parts, and read again the same', (location, address) => {
  const text = formatVcard({ ...GRACE, location }, '3.0')
  expect(text).toContain(`\r\nADR;X-NETKEEP-LOCATION=1:${address}\r\n`)
  expect(readBack(text)?.location).toBe(location)
})

test.each([
  ['Müller, Jürgen', 'Müller;Jürgen;;;'],
  ['van der Berg, Anna Maria', 'van der Berg;Anna Maria;;;'],
  ['Ada Lovelace', 'Lovelace;Ada;;;'],
  ['Ada Lovelace, PhD', 'Lovelace;Ada;;;PhD'],
  ['Lovelace,', ';Lovelace\\,;;;'],
  ['One, Two, Three', 'Three;One\\, Two\\,;;;'],
])('of the name %s, N is made', (name, n) => {
  const text = formatVcard({ ...GRACE, name }, '3.0')
  expect(text).toContain(`\r\nN:${n}\r\n`)
  expect(readBack(text)).toMatchObject({ name, properties: [] })
})

test('the preferred address is marked as each version does', () => {
  const points = [
    { kind: 'email' as const, value: 'g@x.example', label: 'work', isPreferred: true },
    { kind: 'url' as const, value: 'https://g.example', label: 'Blog', isPreferred: true },
    { kind: 'phone' as const, value: '+1 555 0100', label: null, isPreferred: true },
  ]
  const lines = (version: VcardVersion): readonly string[] =>
    formatVcard({ ...GRACE, points, dates: [] }, version)
      .split('\r\n')
      .filter((line) => /EMAIL|URL|TEL/.test(line))
  expect(lines('3.0')).toEqual([
    'EMAIL;TYPE=work,pref:g@x.example',
    'item1.URL;TYPE=pref:https://g.example',
    'TEL;TYPE=pref:+1 555 0100',
  ])
  expect(lines('4.0')).toEqual([
    'EMAIL;TYPE=work;PREF=1:g@x.example',
    'item1.URL;PREF=1:https://g.example',
    'TEL;PREF=1:+1 555 0100',
  ])
})

test.each<VcardVersion>(['3.0', '4.0'])('another reader reads what is written in version %s', (version) => {
  const [name, properties] = ICAL.parse(formatVcard({ ...GRACE, note: 'é'.repeat(200) }, version)) as [
    string,
    unknown[][],
  ]
  const firstOf = (wanted: string): unknown => properties.find(([key]) => key === wanted)?.[3]
  expect([name, firstOf('fn'), firstOf('n'), firstOf('note'), firstOf('email')]).toEqual([
    'vcard',
    'Grace Hopper',
    ['Hopper', 'Grace', '', '', ''],
    'é'.repeat(200),
    'grace@navy.example',
  ])
})

test('lines have at most 75 octets, and no character is cut', () => {
  const lines = formatVcard({ ...GRACE, note: '😀安é'.repeat(60) }, '3.0').split('\r\n')
  expect(lines.filter((line) => bytes(line).length > 75 || !line.isWellFormed())).toEqual([])
  expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(5)
})

test('a kept N and department go with their name and job only', () => {
  const properties = ['N:Hopper;Grace;Brewster;Rear Adm.;', 'ORG:US Navy;Computing', 'X-ICQ:1']
  const lines = (contact: ExportedContact): readonly string[] =>
    formatVcard(contact, '3.0')
      .split('\r\n')
      .filter((line) => /^(?:N|ORG|X-ICQ):/.test(line))
  expect(lines({ ...GRACE, properties })).toEqual(properties)
  expect(lines({ ...GRACE, properties, name: 'G. B. Hopper' })).toEqual(properties)
  expect(lines({ ...GRACE, properties, name: 'Grace Murray', organization: 'DEC' })).toEqual([
    'N:Murray;Grace;;;',
    'ORG:DEC',
    'X-ICQ:1',
  ])
})

test('properties of two cards that became one keep each its own label; what a card has once is there once', () => {
  const first = ['TZ:+01:00', 'item1.X-FAX:1', 'item1.X-ABLabel:Office']
  const second = ['TZ:-05:00', 'item1.X-FAX:2', 'item1.X-ABLabel:Boat', 'ITEM1.X-PAGE:3']
  const properties = [first, second].flatMap(
    (lines) => readBack(card('3.0', 'FN:Grace Hopper', ...lines))?.properties ?? [],
  )
  const contact = { ...GRACE, points: [], dates: [], properties: properties.toSorted() }
  const text = formatVcard(contact, '3.0')
  const written = text.split('\r\n').filter((line) => /^item|^TZ/i.test(line))
  const groupOf = (end: string): string | undefined =>
    written.find((line) => line.endsWith(end))?.replace(/\..*/, '')
  expect(written).toHaveLength(6)
  expect(new Set(written.map((line) => line.replace(/[.:].*/, '')))).toEqual(
    new Set(['TZ', 'item1', 'item2']),
  )
  expect(groupOf('FAX:1')).toBe(groupOf('ABLabel:Office'))
  expect(groupOf('FAX:2')).toBe(groupOf('ABLabel:Boat'))
  expect(groupOf('PAGE:3')).toBe(groupOf('FAX:2'))
  expect(readBack(text)?.properties.toSorted()).toEqual(
    properties.filter((line) => line !== 'TZ:-05:00').toSorted(),
  )
})

test('what is added to a card that is there has groups of its own, and its labels', () => {
  const existing = card('3.0', 'FN:Grace', 'item1.X-FAX:1', 'item1.X-ABLabel:Office')
  const properties = [
    'g00000001.X-PAGE:3',
    'g00000001.X-ABLabel:Boat',
    'g00000002.X-FAX:9',
    'g00000002.X-ABLabel:No',
  ]
  const written = mergeIntoCard(bytes(existing), { ...GRACE, points: [], dates: [], properties }, '3.0')
  expect(written.split('\r\n').filter((line) => line.startsWith('item'))).toEqual([
    'item1.X-FAX:1',
    'item1.X-ABLabel:Office',
    'item2.X-PAGE:3',
    'item2.X-ABLabel:Boat',
  ])
})

test('an N that was never of its FN is given back as long as the name is the same', () => {
  const contact = readBack(card('3.0', 'FN:J. Doe', 'N:Stevenson;John;;;'))
  const linesOf = (name: string): readonly string[] =>
    formatVcard({ ...GRACE, name, properties: contact?.properties ?? [] }, '3.0')
      .split('\r\n')
      .filter((line) => line.startsWith('N'))
  expect(linesOf('J. Doe')).toContain('N:Stevenson;John;;;')
  expect(linesOf('Jane Roe')).toContain('N:Roe;Jane;;;')
})

test('in a card that is there, what netkeep does not own stays as it stands', () => {
  const photo = ['PHOTO;ENCODING=b;TYPE=JPEG:SGVsbG8sIHRoaXMgaXM', ' gbm90IGEgcmVhbCBwaG90bw==']
  const rest = [
    'item1.X-ABRELATEDNAMES;type=pref:Vincent',
    'item1.X-ABLabel:_$!<Spouse>!$_',
    'x-custom;a=b:Zoë',
  ]
  const existing = card(
    '3.0',
    'FN:Grace',
    'UID:her-own',
    'REV:2020',
    ...photo,
    'item2.EMAIL:old@x.example',
    'item2.X-ABLabel:Old',
    ...rest,
  )
  const written = mergeIntoCard(bytes(existing), GRACE, '4.0').split('\r\n')
  for (const line of [...photo, ...rest, 'VERSION:3.0', 'UID:her-own', 'FN:Grace Hopper'])
    expect(written).toContain(line)
  expect(written.filter((line) => /REV|old@|Old$|^FN:Grace$/.test(line))).toEqual([])
})

test('a card of version 2.1 is written in the version asked for, with its photo', () => {
  const existing = card(
    '2.1',
    'N:Hopper;Grace',
    'PHOTO;ENCODING=BASE64;JPEG:',
    ' SGVs',
    ' bG8=',
    '',
    'X-A;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB',
  )
  expect(mergeIntoCard(bytes(existing), GRACE, '3.0')).toContain(
    'PHOTO;ENCODING=b;TYPE=JPEG:SGVsbG8=\r\nX-A:Zoë\r\n',
  )
  expect(mergeIntoCard(bytes(existing), GRACE, '4.0')).toContain('PHOTO:data:image/jpeg;base64,SGVsbG8=\r\n')
})

test('merging a second time changes nothing', () => {
  const once = mergeIntoCard(
    bytes(card('3.0', 'FN:Grace', 'X-A:1', 'GEO:1;2', 'ADR:;;a;b;c;d;e')),
    GRACE,
    '3.0',
  )
  expect(mergeIntoCard(bytes(once), GRACE, '3.0')).toBe(once)
  expect(readBack(once)?.location).toBe('Arlington, USA')
})

test("a folder's files belong to the contact with their uid, netkeep's own before others'", () => {
  const file = (name: string, ...lines: string[]) => ({ name, bytes: bytes(card('3.0', 'FN:A', ...lines)) })
  const [mine, theirs, other] = [
    file('b.vcf', `X-NETKEEP-UID:${UID}`),
    file('a.vcf', 'UID:urn:uuid:her-own'),
    file(`${UID.replace(/1$/, '3')}.vcf`, 'UID:nobody'),
  ]
  const two = UID.replace(/1$/, '2')
  const owners = [
    { uid: UID, properties: ['UID:her-own'], mergedUids: [] },
    { uid: two, properties: ['UID:her-own'], mergedUids: [] },
    { uid: UID.replace(/1$/, '3'), properties: [], mergedUids: [] },
  ]
  expect(placeCards([theirs, mine, other], owners).placed).toEqual([
    { uid: UID, name: 'b.vcf', existing: mine.bytes },
    { uid: two, name: 'a.vcf', existing: theirs.bytes },
    { uid: UID.replace(/1$/, '3'), name: `${UID.replace(/1$/, '3')}-2.vcf`, existing: undefined },
  ])
})

test('a stored property that no card could have brought is not written into one', () => {
  const properties = [
    ...['END:VCARD', 'BEGIN:VCARD', 'FN:Other', 'X-NETKEEP-UID:00000000-0000-4000-8000-000000000001'],
    ...['X-F;ENCODING=QUOTED-PRINTABLE:a=', 'X-ICQ:1'],
  ]
  for (const version of ['3.0', '4.0'] as const)
    expect(formatVcard({ ...GRACE, properties }, version)).toBe(
      formatVcard({ ...GRACE, properties: ['X-ICQ:1'] }, version),
    )
})
