/** Hostile inputs, row 12: whatever a file claims, it is read as netkeep's, refused in words, or told by line and path. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { read } from '../../store/snapshot.ts'

const UID = '01900000-0000-7000-8000-00000000000a'
const CIRCLE = '01900000-0000-5000-8000-00000000000c'
const CLOCK = '0193f0000000000a-0123abcd4567'.padStart(29, '0')

function fileWith(section: string, ...rows: readonly string[]): string {
  return `{"netkeep": 1,\n"${section}": [\n${rows.join(',\n')}\n]}\n`
}

/** What is wrong with the only row of a section. */
function problemOf(section: string, row: string): string | undefined {
  return read(fileWith(section, row)).bad.map(({ source, reason }) => `line ${source.line}: ${reason}`)[0]
}

const contact = (more: string): string => `{"uid": "${UID}", "name": "Ada"${more}}`
const touchpoint = (more: string): string =>
  `{"uid": "${UID}", "on": "2026-11-20", "kind": "counted", "contacts": ["${UID}"]${more}}`

test('an object with the least that it needs is read', () => {
  expect(read(fileWith('contacts', contact(''))).contacts).toMatchObject([
    { uid: UID, name: 'Ada', points: [] },
  ])
  expect(read(fileWith('touchpoints', touchpoint(''))).touchpoints).toMatchObject([{ uid: UID, note: null }])
  expect(read('{"netkeep": 1}').bad).toEqual([])
})

test.each([
  [
    contact(', "birthday": "2026-02-30"'),
    'contacts[0].birthday: "2026-02-30" is not a date between 1800 and 9999',
  ],
  [contact(', "birthday": "--02-30"'), 'contacts[0].birthday: "--02-30" is not a date'],
  [contact(', "birthday": "2027-01-01"'), 'contacts[0].birthday: "2027-01-01" lies in the future'],
  [contact(', "name": ""'), 'contacts[0].name: The name is empty'],
  [contact(', "name": 7'), 'contacts[0].name is not text'],
  [contact(', "uid": "x"'), 'contacts[0].uid: "x" is no uid'],
  [
    contact(', "interval": "0d"'),
    'contacts[0].interval: "0d" is not an interval. An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks"',
  ],
  [contact(', "birthdayNotice": 1e400'), 'contacts[0].birthdayNotice is not a whole number from 0'],
  [
    contact(', "birthdayNotice": 9007199254740993'),
    'contacts[0].birthdayNotice is not a whole number from 0',
  ],
  [contact(', "birthdayNotice": 367'), 'contacts[0].birthdayNotice is not a number from 0 to 366'],
  [
    contact(', "points": [{"kind": "email", "value": "x"}]'),
    'contacts[0].points[0].value: "x" is not an e-mail address',
  ],
  [
    contact(', "points": [{"kind": "fax", "value": "1"}]'),
    'contacts[0].points[0].kind: "fax" is not one of: email, phone, url',
  ],
  [contact(', "points": {}'), 'contacts[0].points is not a list'],
  [contact(', "tags": [" "]'), 'contacts[0].tags[0]: The tag is empty'],
  [
    contact(', "snooze": {"until": "2026-12-01", "setOn": "2026-11-01", "recordedAt": "now"}'),
    'contacts[0].snooze.recordedAt: "now" is no place in the order of recording',
  ],
  [contact(', "note": "\\u0000"'), 'contacts[0].note: The note contains a NUL character'],
  [contact(', "note": "\\ud800"'), 'contacts[0].note: The note contains half a character (a lone surrogate)'],
  ['[]', 'contacts[0] is no object'],
  ['null', 'contacts[0] is no object'],
])('a contact %s is refused by its path', (row, reason) => {
  expect(problemOf('contacts', row)).toBe(`line 3: ${reason}`)
})

test.each([
  [touchpoint(', "on": "2026-11-24"'), 'touchpoints[0].on: "2026-11-24" lies in the future'],
  [touchpoint(', "channel": "two words"'), 'touchpoints[0].channel: "two words" is not one word'],
  [touchpoint(', "kind": "great"'), 'touchpoints[0].kind: "great" is not one of: counted, attempt, light'],
  [touchpoint(', "minutes": 0'), 'touchpoints[0].minutes is not a number from 1 to 1440'],
  [
    touchpoint(', "recordedAt": "ffffffffffff0000-0123abcd4567"'),
    'touchpoints[0].recordedAt: "ffffffffffff0000-0123abcd4567" is no place in the order of recording',
  ],
  [
    touchpoint(', "help": {"side": "took", "kind": "time"}'),
    'touchpoints[0].help.side: "took" is not one of: gave, asked, got',
  ],
])('a touchpoint %s is refused by its path', (row, reason) => {
  expect(problemOf('touchpoints', row)).toBe(`line 3: ${reason}`)
})

test('what no command would take is refused: names that mean something else, a uid twice, an open promise that is closed', () => {
  const circle = (name: string): string => `{"uid": "${CIRCLE}", "name": "${name}", "interval": "2w"}`
  expect(problemOf('circles', circle('None'))).toBe('line 3: circles[0].name: No circle can be called "None"')
  expect(read(fileWith('contacts', contact(''), contact(''))).bad.map(({ reason }) => reason)).toEqual([
    'contacts[1].uid is that of contacts[0]',
  ])
  expect(
    problemOf(
      'promises',
      `{"uid": "${UID}", "contact": "${UID}", "text": "call", "state": "open", "closedOn": "2026-11-01"}`,
    ),
  ).toBe('line 3: promises[0].closedOn is set, though it is open')
})

test('a contact is read without what cannot be of it, and that is told', () => {
  const { contacts, bad, partial } = read(
    fileWith(
      'contacts',
      contact(
        `, "jobSince": "9999-12-31", "metOn": "2026-11-24", "trackedFrom": "9999-12-31", "pausedOn": "9999-12-31", "introducedBy": "${UID}"`,
      ),
    ),
  )
  expect(bad).toEqual([])
  expect(contacts).toMatchObject([
    { jobSince: null, metOn: null, trackedFrom: '2026-11-22', pausedOn: '2026-11-22', introducedBy: null },
  ])
  expect(partial.map(({ source, reason }) => `line ${source.line}: ${reason}`).sort()).toEqual([
    'line 3: contacts[0].introducedBy is the contact itself, so it is left out',
    'line 3: contacts[0].jobSince: "9999-12-31" lies in the future, so it is left out',
    'line 3: contacts[0].metOn: "2026-11-24" lies in the future, so it is left out',
    'line 3: contacts[0].pausedOn: "9999-12-31" lies in the future, so it is 2026-11-22',
    'line 3: contacts[0].trackedFrom: "9999-12-31" lies in the future, so it is 2026-11-22',
  ])
})

test('of properties only those are read that a card is kept with', () => {
  const kept = [
    'X-D:1',
    'item1.X-ABLabel:hers',
    'UID:x',
    'N:a;b;c;d;e',
    'ADR:;;Main St;Springfield;;;',
    'IMPP:xmpp:a@b.c',
  ]
  const refused = [
    ...['END:VCARD', 'BEGIN:VCARD', 'VERSION:9', 'AGENT:', 'FN:Other', 'EMAIL:evil@x.com', 'BDAY:1990-01-01'],
    ...[
      'X-NETKEEP-UID:00000000-0000-4000-8000-000000000001',
      'X-NETKEEP-CIRCLE:inner',
      'PHOTO:abc',
      'no colon',
    ],
    ...['X-F;ENCODING=QUOTED-PRINTABLE:a=', 'X-E;CHARSET=UTF-16:abc', 'X-ABLabel:evil', 'X-G:a\r\nFN:b'],
    ...['X-ADDRESSBOOKSERVER-KIND:group', `X-H:${'x'.repeat(10_000)}`],
  ]
  const { contacts, partial, bad } = read(
    fileWith('contacts', contact(`, "properties": ${JSON.stringify([...kept, ...refused])}`)),
  )
  expect(bad).toEqual([])
  expect(contacts[0]?.properties).toEqual(kept)
  expect(partial).toHaveLength(refused.length)
  expect(partial[0]?.reason).toBe(
    'contacts[0].properties[6] is no property that a card is kept with, so it is left out',
  )
})

test('the line of a bad object is the one on which it begins', () => {
  const other = contact('').replace(UID, CIRCLE)
  const text = fileWith('contacts', contact(''), other, '{\n"uid": 7}', contact(', "name": ""'))
  expect(read(text).bad.map(({ source }) => source.line)).toEqual([5, 7])
})

test('keys of objects that every object has are keys like any other, and change nothing', () => {
  const { contacts, bad } = read(
    fileWith(
      'contacts',
      `{"__proto__": {"name": "Eve"}, "constructor": {"x": 1}, "uid": "${UID}", "name": "Ada", "unknown": [1], "imported": {"__proto__": "x", "name": "Ada"}}`,
    ),
  )
  expect(bad).toEqual([])
  expect(contacts[0]?.name).toBe('Ada')
  expect(Object.keys(contacts[0]?.imported ?? {})).toEqual(['name'])
  expect(problemOf('contacts', `{"__proto__": {"name": "Eve"}, "uid": "${UID}"}`)).toBe(
    'line 3: contacts[0].name is missing',
  )
  expect(Object.hasOwn(Object.prototype, 'name')).toBe(false)
})

test.each([
  [
    '{"netkeep": 2}',
    'was written by a newer netkeep: its format is version 2, and this one reads version 1.',
  ],
  ['{"netkeep": "1"}', '"netkeep.json" is no export of netkeep.'],
  ['[]', '"netkeep.json" is no export of netkeep.'],
  ['{"netkeep": 1, "contacts": {}}', '"netkeep.json": contacts is not a list.'],
  [
    '{"netkeep": 1,\n"contacts": [',
    '"netkeep.json" is not JSON, or was cut off: it ends on line 2 in the middle.',
  ],
  ['{"netkeep": 1,\n"contacts": [}]}', '"netkeep.json" is not JSON: line 2 cannot be read.'],
  [
    `{"netkeep": 1, "x": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    '"netkeep.json" is nested more than 32 levels deep on line 1.',
  ],
])('the file %.40s is refused in words', (text, message) => {
  expect(() => read(text)).toThrow(message)
  expect(() => read(text)).toThrow(UserError)
})

test('no damage to a file is a bug', () => {
  const text = [
    '{"netkeep": 1,',
    `"circles": [{"uid": "${CIRCLE}", "name": "inner", "interval": "2w"}],`,
    `"contacts": [${contact(`, "circle": "${CIRCLE}", "snooze": {"until": "2026-12-01", "setOn": "2026-11-01", "recordedAt": "${CLOCK.slice(-29)}"}`)}],`,
    `"touchpoints": [${touchpoint(', "wish": {"key": "birthday"}')}]}`,
  ].join('\n')
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 12 }), (at, cut, put) => {
      try {
        read(text.slice(0, at) + put + text.slice(at + cut))
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }),
    { numRuns: 1000 },
  )
})

test('after a thousand rows that cannot be the file is not read any further', () => {
  const begun = performance.now()
  const { contacts, touchpoints, bad } = read(
    `{"netkeep": 1, "contacts": [${'1,'.repeat(300_000)}${contact('')}], "touchpoints": [${touchpoint('')}]}`,
  )
  expect([contacts, touchpoints, bad.length]).toEqual([[], [], 1001])
  expect(bad[0]?.reason).toBe('is the last of 1,000 bad rows: the rest of the file is not read any further')
  expect(performance.now() - begun).toBeLessThan(3000)
})
