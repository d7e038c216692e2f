import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ExportedContact } from '../../../src/domain/exported-contact.ts'
import { foldText } from '../../../src/domain/match-key.ts'
import { TRAIT_KINDS } from '../../../src/domain/trait.ts'
import { formatContactsCsv } from '../../../src/formats/csv-contacts/format-contacts.ts'
import { guardFormula, unguardFormula } from '../../../src/formats/csv-contacts/formula-guard.ts'
import { joinCell, splitCell } from '../../../src/formats/csv-contacts/joined-cell.ts'
import { read } from './reading.ts'

const day = (text: string): CalendarDate => text as CalendarDate

const GRACE: ExportedContact = {
  uid: '019b0000-0000-7000-8000-000000000001',
  name: 'Grace Hopper',
  organization: 'Navy; Research',
  title: 'Admiral',
  location: 'Arlington, USA',
  birthday: '--12-09',
  note: 'Collects "nanoseconds".\nAsk for one.',
  metOn: day('2020-01-02'),
  metAt: 'a fair',
  introducedBy: { uid: '019b0000-0000-7000-8000-000000000002', name: 'Ada King' },
  points: [
    { kind: 'email', value: 'grace@navy.mil', label: 'work' },
    { kind: 'email', value: 'g@example.org', label: null },
    { kind: 'phone', value: '+1 555 0100', label: 'mobile' },
  ],
  aliases: ['Amazing Grace'],
  tags: ['compilers', 'a ::: b'],
  traits: [
    { kind: 'interest', value: 'sailing' },
    { kind: 'looks-for', value: 'a ship' },
  ],
  dates: [{ label: 'first day', date: '2027-01-04', isYearly: false }],
  formerJobs: [{ organization: 'Yale', title: 'Professor', notedOn: null, untilOn: null }],
  relations: [{ kind: 'mentor', name: 'Ada King' }],
  circle: { name: 'close', interval: '6w' },
  ownInterval: '2w',
  snoozedUntil: day('2026-12-01'),
  pausedOn: day('2026-11-01'),
  lastTouchOn: day('2026-11-20'),
  dueOn: day('2026-12-04'),
  properties: ['TZ:-05:00', 'X-SHIP;TYPE=x:DDG-70'],
}

const write = (contacts: Iterable<ExportedContact>, isRaw = false): string =>
  [...formatContactsCsv(contacts, { isRaw })].join('')

/** What reading gives of a contact that was exported. */
const imported = (contact: ExportedContact) => ({
  uid: contact.uid,
  name: contact.name,
  organization: contact.organization,
  title: contact.title,
  location: contact.location,
  birthday: contact.birthday,
  note: contact.note,
  metOn: contact.metOn,
  metAt: contact.metAt,
  points: contact.points,
  aliases: contact.aliases,
  tags: contact.tags,
  traits: contact.traits,
  dates: contact.dates,
  properties: contact.properties,
  cadence:
    contact.circle === null &&
    contact.ownInterval === null &&
    contact.snoozedUntil === null &&
    contact.pausedOn === null
      ? null
      : {
          circle: contact.circle,
          interval: contact.ownInterval,
          snoozedUntil: contact.snoozedUntil,
          isPaused: contact.pausedOn !== null,
        },
})

test('a contact is a line, with as many numbered columns as some contact needs', () => {
  expect(write([GRACE])).toBe(
    `Name,Organization Name,Organization Title,Nickname,Location,Birthday,Labels,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Event 1 - Label,Event 1 - Value,Event 1 - Repeats,Met On,Met At,Introduced By,Interests,Causes,Offers,Looks For,Relationships,Former Jobs,Circle,Circle Interval,Own Interval,Snoozed Until,Paused On,Last Touch,Due On,vCard Properties,Netkeep UID
Grace Hopper,"Navy; Research",Admiral,Amazing Grace,"Arlington, USA",'--12-09,compilers ::: a \\::: b,"Collects ""nanoseconds"".
Ask for one.",work,grace@navy.mil,,g@example.org,mobile,'+1 555 0100,first day,2027-01-04,once,2020-01-02,a fair,Ada King,sailing,,,a ship,mentor of Ada King,Professor at Yale,close,6w,2w,2026-12-01,2026-11-01,2026-11-20,2026-12-04,TZ:-05:00 ::: X-SHIP;TYPE=x:DDG-70,019b0000-0000-7000-8000-000000000001
`.replace('TZ:-05:00 ::: X-SHIP;TYPE=x:DDG-70', '"TZ:-05:00 ::: X-SHIP;TYPE=x:DDG-70"'),
  )
})

test('of no contacts there is a header', () => {
  expect(write([])).toMatch(/^Name,.*,Netkeep UID\n$/)
})

test('reading it again gives every value as it was', () => {
  expect(read(write([GRACE]))).toMatchObject({
    contacts: [{ ...imported(GRACE), source: { file: 'people.csv', line: 2 }, sourceId: null }],
    skipped: [],
    bad: [],
    partial: [],
  })
})

test('the address to use has the mark that Google has for it, and any label comes back', () => {
  const points = ['work', null, '*', '* x', '\\* x', '\\', '**'].flatMap((label, at) => {
    const point = { kind: 'email' as const, value: `a${at}@x.example`, label }
    return [point, { ...point, value: `b${at}@x.example`, isPreferred: true }]
  })
  const text = write([{ ...GRACE, points }])
  expect(text).toContain(',work,a0@x.example,* work,b0@x.example,,a1@x.example,*,b1@x.example,\\*,a2@')
  expect(read(text).contacts).toMatchObject([{ points }])
})

test('where somebody took the column with the ids away, names and addresses are still understood', () => {
  const text = write([{ ...GRACE, note: null, tags: ['compilers'] }]).replaceAll(/,[^,]*(?=\n)/g, '')
  expect(read(text).contacts).toMatchObject([
    { uid: null, name: 'Grace Hopper', organization: 'Navy; Research', points: GRACE.points },
  ])
})

test('values that somebody broke in a spreadsheet are left out', () => {
  const text = write([GRACE])
    .replace("'--12-09", '9. Dez.')
    .replace(',6w,2w,2026-12-01,', ',often,never,soon,')
    .replace('grace@navy.mil', 'grace')
  const file = read(text)
  expect(file.contacts).toMatchObject([
    {
      birthday: null,
      cadence: { circle: { name: 'close', interval: null }, interval: null, snoozedUntil: null },
    },
  ])
  expect(file.partial?.map(({ reason }) => reason).sort()).toEqual([
    '"grace" is not an e-mail address',
    'the birthday "9. Dez." is no date',
    'the day of the snooze "soon" is no date',
    'the interval "never" is none',
    'the interval "often" is none',
  ])
})

describe('formulas', () => {
  test.each([
    '=HYPERLINK("x")',
    '+1',
    '-2+3',
    '@SUM',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''+1",
  ])('%j gets an apostrophe before it, which reading takes away', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  test.each(["O'Brien", "'quoted'", '1+1', 'a=b', ''])('%j is left as it is', (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  })

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@\t\rａ＝x") }), (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text)
      }),
    )
  })

  test('no field of the file begins like one, unless it is raw', () => {
    const hostile: ExportedContact = { ...GRACE, name: '=1+1', title: '＝cmd', tags: ['@SUM'], note: '+1;=2' }
    expect(write([hostile])).toContain('\'=1+1,"Navy; Research",\'＝cmd,')
    expect(write([hostile], true)).toContain('\n=1+1,"Navy; Research",＝cmd,')
    expect(read(write([hostile])).contacts).toMatchObject([imported(hostile)])
  })
})

test('values in one cell come back, whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...': \\a;'), minLength: 1 }), { minLength: 1 }),
      (texts) => {
        const values = texts.map((text) => `x${text}x`)
        expect(splitCell(joinCell(values))).toEqual(values)
      },
    ),
  )
})

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...`=+-@'",;:\\\n\r\t ＝é王😀\u202e\u001bx`),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    maxLength: 30,
  })
  .map((value) => value.replaceAll('\0', '').toWellFormed().trim())
const line = text.map((value) => value.replaceAll(/\s+/g, ' ')).filter((value) => foldText(value) !== '')
const orNull = fc.option(line, { nil: null })
const dayOf = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)))
const labels = fc.uniqueArray(line, { selector: foldText, maxLength: 3 })
const contact: fc.Arbitrary<ExportedContact> = fc.record({
  uid: fc.uuid(),
  name: line.map((value) => `A ${value}`),
  organization: orNull,
  title: orNull,
  location: orNull,
  birthday: fc.option(
    fc.oneof(
      dayOf,
      dayOf.map((value) => `-${value.slice(4)}`),
    ),
    { nil: null },
  ),
  note: fc.option(text, { nil: null }).map((value) => value || null),
  metOn: fc.option(dayOf, { nil: null }),
  metAt: orNull,
  introducedBy: fc.constant(null),
  points: fc
    .tuple(
      fc.uniqueArray(fc.emailAddress(), { selector: (value) => value.toLowerCase(), maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: 100, max: 99_999 }), { maxLength: 3 }),
      fc.uniqueArray(fc.domain(), {
        selector: (value) => value.toLowerCase().replace(/^www\./, ''),
        maxLength: 3,
      }),
      orNull,
    )
    .map(([emails, phones, urls, label]) => [
      ...emails.map((value) => ({ kind: 'email' as const, value, label })),
      ...phones.map((value) => ({ kind: 'phone' as const, value: `+${value}`, label })),
      ...urls.map((value) => ({ kind: 'url' as const, value: `https://${value}/x`, label: null })),
    ]),
  aliases: labels,
  tags: labels,
  traits: fc
    .tuple(labels, labels)
    .map(([interests, offers]) =>
      [
        ...interests.map((value) => ({ kind: 'interest' as const, value: `a ${value.replaceAll(',', '')}` })),
        ...offers.map((value) => ({ kind: 'offers' as const, value: `b ${value.replaceAll(',', '')}` })),
      ].filter(({ kind, value }) => TRAIT_KINDS.includes(kind) && value === value.trim()),
    ),
  dates: fc.array(fc.record({ label: line, date: dayOf, isYearly: fc.boolean() }), { maxLength: 2 }),
  formerJobs: fc.constant([]),
  relations: fc.constant([]),
  circle: fc.option(fc.record({ name: line, interval: fc.constantFrom('2w', null) }), { nil: null }),
  ownInterval: fc.constantFrom(null, '3m', 'none'),
  snoozedUntil: fc.option(dayOf, { nil: null }),
  pausedOn: fc.option(dayOf, { nil: null }),
  lastTouchOn: fc.constant(null),
  dueOn: fc.constant(null),
  properties: fc.array(
    line.map((value) => `X-A:${value}`),
    { maxLength: 2 },
  ),
})

test('any contacts come back as they were', () => {
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 4 }), (contacts) => {
      const file = read(write(contacts))
      expect(file.partial ?? []).toEqual([])
      expect(file.bad).toEqual([])
      expect(file.contacts.map(({ source, sourceId, ...rest }) => rest)).toEqual(contacts.map(imported))
    }),
    { numRuns: 150 },
  )
})
