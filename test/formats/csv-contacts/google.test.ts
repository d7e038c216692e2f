import { expect, test } from 'vitest'
import { readRow, reasons } from './reading.ts'

const NEW = {
  'First Name': ' Grace ',
  'Middle Name': 'Brewster  Murray',
  'Last Name': 'Hopper',
  'Phonetic First Name': 'グレース',
  'Phonetic Last Name': 'ホッパー',
  'Name Prefix': 'Dr.',
  'Name Suffix': 'Jr.',
  Nickname: 'Amazing Grace',
  'File As': 'Hopper, Grace',
  'Organization Name': 'Navy',
  'Organization Title': 'Rear Admiral',
  'Organization Department': 'Research',
  Birthday: '1906-12-09',
  Notes: 'Collects nanoseconds.\nAsk for one.',
  Photo: 'https://lh3.example/photo',
  Labels: 'Compilers ::: * myContacts ::: * starred ::: * otherContacts ::: * Friends',
  'E-mail 1 - Label': '* Work',
  'E-mail 1 - Value': 'grace@navy.mil ::: amazing@navy.mil',
  'E-mail 2 - Label': 'Alumni',
  'E-mail 2 - Value': 'grace@yale.edu',
  'Phone 1 - Label': 'Work ::: Mobile',
  'Phone 1 - Value': '+1 555 0100 ::: +1 555 0101',
  'Address 1 - Label': 'Work',
  'Address 1 - Formatted': '1 Main St\nArlington, VA 22202\nUSA',
  'Address 1 - Street': '1 Main St; Gate 2',
  'Address 1 - City': 'Arlington',
  'Address 1 - Region': 'VA',
  'Address 1 - Postal Code': '22202',
  'Address 1 - Country': 'USA',
  'Relation 1 - Label': 'Spouse',
  'Relation 1 - Value': 'Vincent Hopper',
  'Website 1 - Label': 'Profile',
  'Website 1 - Value': 'https://example.org/grace',
  'Event 1 - Label': 'Anniversary',
  'Event 1 - Value': '1930-06-15',
  'Custom Field 1 - Label': 'Ship',
  'Custom Field 1 - Value': 'DDG-70',
}

test("Google's CSV of 2024 is read with all of its values", () => {
  const { contacts, skipped, bad, partial, photos, unread } = readRow(NEW)
  expect(contacts).toEqual([
    {
      source: { file: 'people.csv', line: 2 },
      sourceId: null,
      uid: null,
      name: 'Dr. Grace Brewster Murray Hopper Jr.',
      organization: 'Navy',
      title: 'Rear Admiral',
      location: 'Arlington, USA',
      birthday: '1906-12-09',
      note: 'Collects nanoseconds.\nAsk for one.\nOrganization Department: Research\nSpouse: Vincent Hopper\nShip: DDG-70',
      metOn: null,
      metAt: null,
      points: [
        { kind: 'email', value: 'grace@navy.mil', label: 'work', isPreferred: true },
        { kind: 'email', value: 'amazing@navy.mil', label: 'work' },
        { kind: 'email', value: 'grace@yale.edu', label: 'Alumni' },
        { kind: 'phone', value: '+1 555 0100', label: 'work', isPreferred: true },
        { kind: 'phone', value: '+1 555 0101', label: 'mobile' },
        { kind: 'url', value: 'https://example.org/grace', label: 'Profile' },
      ],
      aliases: ['Amazing Grace', 'グレース ホッパー'],
      tags: ['Compilers', 'Friends'],
      traits: [],
      dates: [{ label: 'anniversary', date: '1930-06-15', isYearly: true }],
      properties: ['ADR:;;1 Main St\\; Gate 2;Arlington;VA;22202;USA'],
      cadence: null,
    },
  ])
  expect({ skipped, bad, partial, photos, unread }).toEqual({
    skipped: [],
    bad: [],
    partial: [],
    photos: 1,
    unread: [],
  })
})

test("Google's CSV of before 2024 is read", () => {
  const { contacts, unread } = readRow({
    Name: 'Grace Hopper',
    'Given Name': 'Grace',
    'Family Name': 'Hopper',
    Birthday: ' --12-09',
    Gender: '',
    'Group Membership': '* myContacts ::: Navy',
    'E-mail 1 - Type': '* ',
    'E-mail 1 - Value': 'grace@navy.mil',
    'Phone 1 - Type': 'Home Fax',
    'Phone 1 - Value': '555 0100',
    'Organization 1 - Type': '',
    'Organization 1 - Name': 'Navy',
    'Organization 1 - Yomi Name': '',
    'Organization 1 - Title': 'Admiral',
    'Organization 1 - Department': 'Research',
    'Website 1 - Type': 'Blog',
    'Website 1 - Value': 'grace.example.org',
    'IM 1 - Type': 'Other',
    'IM 1 - Service': '',
    'IM 1 - Value': 'grace42',
  })
  expect(contacts[0]).toMatchObject({
    name: 'Grace Hopper',
    birthday: '--12-09',
    organization: 'Navy',
    title: 'Admiral',
    tags: ['Navy'],
    note: 'Department: Research\nOther: grace42',
    points: [
      { kind: 'email', value: 'grace@navy.mil', label: null },
      { kind: 'phone', value: '555 0100', label: 'home fax' },
      { kind: 'url', value: 'grace.example.org', label: 'Blog' },
    ],
  })
  expect(unread).toEqual([])
})

test('a courtesy before a name is no part of it, a degree is', () => {
  const name = (prefix: string) =>
    readRow({ 'First Name': 'Ada', 'Last Name': 'King', 'Name Prefix': prefix }).contacts[0]?.name
  expect(['Mrs.', 'Prof. Dr.', 'Frau Dr.', 'Countess'].map(name)).toEqual([
    'Ada King',
    'Prof. Dr. Ada King',
    'Dr. Ada King',
    'Countess Ada King',
  ])
})

test('a contact without a name has its nickname, or none', () => {
  expect(readRow({ ...BARE, Nickname: 'Amazing Grace' }).contacts).toMatchObject([
    { name: 'Amazing Grace', aliases: [] },
  ])
  expect(readRow({ ...BARE, 'E-mail 1 - Value': 'grace@navy.mil' }).contacts).toMatchObject([{ name: '' }])
  expect(readRow({ ...BARE, 'Organization Name': 'Navy', 'Phone 1 - Value': '555 0100' })).toMatchObject({
    contacts: [],
    skipped: [{ source: { file: 'people.csv', line: 2 }, reason: 'no name, e-mail or URL' }],
  })
})

const BARE = {
  'First Name': '',
  'Last Name': '',
  Nickname: '',
  'Organization Name': '',
  'E-mail 1 - Value': '',
  'Phone 1 - Value': '',
}

test('values that cannot be kept are left out, each with its reason, and the rest is imported', () => {
  const file = readRow({
    ...NEW,
    Birthday: '1906-02-30',
    'Organization Name': 'x'.repeat(501),
    'E-mail 2 - Value': 'not an address',
    'Phone 1 - Value': 'none ::: +1 555 0101',
    'Website 1 - Value': 'https://',
    'Event 1 - Value': 'soon',
    Labels: `${'y'.repeat(501)} ::: Navy`,
  })
  expect(file.contacts).toMatchObject([
    { name: 'Dr. Grace Brewster Murray Hopper Jr.', organization: null, tags: ['Navy'] },
  ])
  expect(file.bad).toEqual([])
  expect([...reasons(file)].sort()).toEqual([
    '"https://" is not a URL',
    '"none" is not a phone number',
    '"not an address" is not an e-mail address',
    'the anniversary "soon" is no date',
    'the birthday "1906-02-30" is no date',
    'the organization is too long: 501 characters, where at most 500 fit',
    'the tag is too long: 501 characters, where at most 500 fit',
  ])
})

test('a name that cannot be kept leaves the contact to its address, or nothing', () => {
  const long = 'x'.repeat(501)
  expect(readRow({ Name: long, Email: 'ada@example.org' })).toMatchObject({
    contacts: [{ name: '' }],
    partial: [{ reason: 'the name is too long: 501 characters, where at most 500 fit' }],
  })
  expect(readRow({ Name: '\u200b\u200b', Email: '' })).toMatchObject({ contacts: [], skipped: [{}] })
})

test('the address with the mark is the one to use, else the first; so is a number in numbered columns', () => {
  const preferred = (cells: Readonly<Record<string, string>>): readonly string[] =>
    (readRow({ Name: 'Grace', ...cells }).contacts[0]?.points ?? [])
      .filter(({ isPreferred }) => isPreferred)
      .map(({ value }) => value)
  const emails = { 'E-mail 1 - Value': 'z@x.example', 'E-mail 2 - Value': 'a@x.example' }
  expect(preferred(emails)).toEqual(['z@x.example'])
  expect(preferred({ ...emails, 'E-mail 2 - Label': '* Work' })).toEqual(['a@x.example'])
  expect(
    preferred({ 'E-mail 1 - Label': 'Home ::: * Work', 'E-mail 1 - Value': 'z@x.org ::: a@x.org' }),
  ).toEqual(['a@x.org'])
  expect(preferred({ 'Phone 1 - Value': '+1 555 0100', 'Phone 2 - Value': '+1 555 0101' })).toEqual([
    '+1 555 0100',
  ])
  expect(preferred({ "Assistant's Phone": '+1 555 0100', 'Mobile Phone': '+1 555 0101' })).toEqual([])
  expect(preferred({ 'E-mail 1 - Value': 'z@x.example', 'Phone 1 - Value': '+1 555 0100' })).toEqual([])
})
