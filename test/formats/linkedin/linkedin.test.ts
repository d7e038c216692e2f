import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { UserError } from '../../../src/errors.ts'
import { readLinkedin } from '../../../src/formats/linkedin/linkedin.ts'

const today = '2026-11-22' as CalendarDate
const read = (files: Record<string, Uint8Array>): ImportFile =>
  readLinkedin(
    Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    { today },
  )
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

const READABLE =
  "netkeep reads LinkedIn's archive (.zip), and Connections.csv, messages.csv and Invitations.csv out of it."
const refusal = (message: string, hint = READABLE) =>
  expect.objectContaining({ code: 'input', message, hint })

const CONNECTIONS =
  'First Name,Last Name,URL,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,12 Jan 2024\n'
/** Each wrote once, in one conversation: without a profile it is Ada who is first written to. */
const MESSAGES = `CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE
c1,Grace Hopper,x.org/grace,Ada Lovelace,x.org/ada,2026-01-10 09:00:00 UTC
c1,Ada Lovelace,x.org/ada,Grace Hopper,x.org/grace,2026-01-11 09:00:00 UTC
`
const PROFILE = 'First Name,Last Name,Maiden Name,Headline\ngrace, Hopper,Murray,"Rear admiral,\nretired"\n'
const withNames = (found: ImportFile) =>
  found.touchpoints.map((touchpoint) => touchpoint.with.map((one) => one.name))

test('an archive holds contacts and touchpoints, reported under the names of its files', () => {
  const found = read({ 'export.bin': zip({ 'a/Connections.csv': CONNECTIONS, 'a/messages.csv': MESSAGES }) })
  expect(found.contacts.map((contact) => [contact.name, contact.source])).toEqual([
    ['Ada Lovelace', { file: 'Connections.csv', line: 2 }],
  ])
  expect(found.touchpoints.map((touchpoint) => touchpoint.source)).toEqual([
    { file: 'messages.csv', line: 2 },
    { file: 'messages.csv', line: 3 },
  ])
})

test('files are known by what they hold, not by their names', () => {
  const found = read({ 'messages.csv': strToU8(CONNECTIONS), 'b.txt': strToU8(MESSAGES) })
  expect([found.contacts.length, found.touchpoints.length]).toEqual([1, 2])
})

test('the profile in the archive tells who the user is', () => {
  expect(withNames(read({ 'x.zip': zip({ 'messages.csv': MESSAGES }) }))).toEqual([
    ['Grace Hopper'],
    ['Grace Hopper'],
  ])
  expect(withNames(read({ 'x.zip': zip({ 'messages.csv': MESSAGES, 'Profile.csv': PROFILE }) }))).toEqual([
    ['Ada Lovelace'],
    ['Ada Lovelace'],
  ])
})

test.each([
  ['names nobody who wrote', PROFILE.replace('Hopper', 'Murray')],
  ['has no row', 'First Name,Last Name\n'],
  ['has no names', 'First Name,Last Name,Headline\n,,Admiral\n'],
  ['is empty', ''],
])('a profile that %s is not used', (_, profile) => {
  const found = read({ 'x.zip': zip({ 'messages.csv': MESSAGES, 'Profile.csv': profile }) })
  expect(withNames(found)).toEqual([['Grace Hopper'], ['Grace Hopper']])
})

test('messages that stand in two files count once', () => {
  const twice = read({ 'x.zip': zip({ 'messages.csv': MESSAGES }), 'messages.csv': strToU8(MESSAGES) })
  expect(twice).toEqual(read({ 'messages.csv': strToU8(MESSAGES) }))
})

test.each([
  ['a LinkedIn file of another kind', 'From,To,Sent At,Message,Direction\n'],
  ['Google contacts', 'First Name,Middle Name,Last Name,E-mail 1 - Value\nAda,,Lovelace,a@x.org\n'],
  ['Thunderbird contacts', 'First Name,Last Name,Display Name,Primary Email\nAda,Lovelace,Ada,a@x.org\n'],
  ['prose', 'Dear Ada,\nFirst Name and Last Name\n'],
  ['white space', ' \n\n'],
])('%s is refused by name', (_, text) => {
  expect(() => read({ '/tmp/x.csv': strToU8(text) })).toThrow(
    refusal('"/tmp/x.csv" is not a file netkeep can read.'),
  )
})

test('an empty file is refused as empty', () => {
  expect(() => read({ 'x.csv': new Uint8Array() })).toThrow(refusal('"x.csv" is empty.'))
})

test('an archive with neither connections nor messages is refused by name', () => {
  const bytes = zip({ 'Profile.csv': PROFILE, 'guide_messages.csv': MESSAGES, 'photo.jpg': 'x' })
  expect(() => read({ 'x.zip': bytes })).toThrow(
    refusal('"x.zip" holds neither Connections.csv nor messages.csv nor Invitations.csv.'),
  )
})

test('a file of the archive that cannot be read is named with the archive', () => {
  expect(() => read({ 'x.zip': zip({ 'a/Connections.csv': 'nothing' }) })).toThrow(
    refusal('"x.zip/a/Connections.csv" is not a file netkeep can read.'),
  )
})

test('one file that cannot be read stops the others', () => {
  expect(() => read({ 'a.csv': strToU8(CONNECTIONS), 'b.csv': Uint8Array.of(0x41, 0xe9, 0x41) })).toThrow(
    refusal(
      '"b.csv" is not UTF-8 text: the byte at offset 1 cannot be read.',
      'Type: netkeep import b.csv --encoding windows-1252, if an older program wrote it; or save it as UTF-8.',
    ),
  )
})

test('UTF-16 is read by its mark', () => {
  const text = `\ufeff${CONNECTIONS.replace('Ada', 'Zoë')}`
  const bytes = Uint8Array.from(
    [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  )
  expect(read({ 'x.csv': bytes }).contacts[0]?.name).toBe('Zoë Lovelace')
})

/** What `read` makes of any bytes: 'read', or 'refused' when it says why. Anything else it throws is a bug and fails the property. */
function outcome(bytes: Uint8Array): string {
  try {
    read({ x: bytes })
    return 'read'
  } catch (error) {
    if (error instanceof UserError && error.code === 'input') return 'refused'
    throw error
  }
}

test('any bytes are read, or refused with a reason', () => {
  const starts = ['', 'PK\u0003\u0004', CONNECTIONS, MESSAGES].map((start) => strToU8(start))
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      expect(['read', 'refused']).toContain(outcome(Uint8Array.of(...start, ...rest)))
    }),
    { numRuns: 500 },
  )
})

test('an archive with any byte changed is read, or refused with a reason', () => {
  const bytes = zip({ 'Connections.csv': CONNECTIONS, 'messages.csv': MESSAGES })
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
      expect(['read', 'refused']).toContain(outcome(bytes.with(at, value)))
    }),
    { numRuns: 1000 },
  )
})

test('rows spoilt in any way are still each a contact, a touchpoint, skipped or bad', () => {
  const spoil = fc.record({
    at: fc.nat(),
    cut: fc.nat(3),
    text: fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '1', 'x', ' '), maxLength: 3 }),
  })
  const header = CONNECTIONS.indexOf('\n') + 1
  const rows = `${CONNECTIONS.slice(header)}Grace,Hopper,x.org/grace,\n`
  fc.assert(
    fc.property(fc.array(spoil, { maxLength: 4 }), (spoils) => {
      const text = spoils.reduce((before, { at, cut, text }) => {
        const place = at % (before.length + 1)
        return before.slice(0, place) + text + before.slice(place + cut)
      }, rows)
      const found = read({ x: strToU8(CONNECTIONS.slice(0, header) + text) })
      const reports = [...found.contacts, ...found.skipped, ...found.bad].map((report) => report.source.line)
      // The first line with more than separators and quotes belongs to the row that starts on it, or above with a quote.
      const firstLine = text.split(/\r\n|\r|\n/).findIndex((line) => /[^\s,"]/.test(line))
      if (firstLine !== -1) expect(Math.min(...reports)).toBeLessThanOrEqual(firstLine + 2)
      expect(new Set(reports).size).toBe(reports.length)
    }),
    { numRuns: 500 },
  )
})
