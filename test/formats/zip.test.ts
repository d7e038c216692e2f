import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MOST_BYTES } from '../../src/formats/text-encoding.ts'
import { isArchive, isLinkedinArchive, unpackLinkedin, unpackReadable } from '../../src/formats/zip.ts'

const zip = (files: Record<string, string>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable,
    { level },
  )
const unpack = (bytes: Uint8Array) => unpackLinkedin({ name: 'export.zip', bytes })
const refusal = (message: string) => expect.objectContaining({ name: 'UserError', code: 'input', message })

/** `bytes` with `value` written at `offset` behind each of the signatures of a file's local and central record. */
function patch(bytes: Uint8Array, local: number, central: number, value: readonly number[]): Uint8Array {
  const patched = bytes.slice()
  for (let at = 0; at < bytes.length - 4; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b) continue
    if (bytes[at + 2] === 3 && bytes[at + 3] === 4) patched.set(value, at + local)
    if (bytes[at + 2] === 1 && bytes[at + 3] === 2) patched.set(value, at + central)
  }
  return patched
}

/** The end record is the last 22 bytes, the count of files its bytes 8 and 9. */
function withCount(bytes: Uint8Array, count: number): Uint8Array {
  return bytes.with(bytes.length - 22 + 8, count)
}

test('the files that netkeep reads are found in any folder, in any case; the look-alikes and the rest are left', () => {
  const bytes = zip({
    'export/CONNECTIONS.csv': 'a',
    'Messages.csv': 'b',
    'x/y/Profile.csv': 'c',
    'Invitations.csv': 'h',
    'guide_messages.csv': 'd',
    'learning_role_play_messages.csv': 'e',
    '__MACOSX/._Connections.csv': 'f',
    'Connections.csv.bak': 'g',
  })
  const found = unpack(bytes).map((file) => [file.name, new TextDecoder().decode(file.bytes)])
  expect(found).toEqual([
    ['export.zip/export/CONNECTIONS.csv', 'a'],
    ['export.zip/Messages.csv', 'b'],
    ['export.zip/x/y/Profile.csv', 'c'],
    ['export.zip/Invitations.csv', 'h'],
  ])
})

test('an archive is known by its first bytes', () => {
  expect(isArchive(zip({ a: 'b' }))).toBe(true)
  expect(isArchive(strToU8('PKxx'))).toBe(false)
  expect(isArchive(new Uint8Array())).toBe(false)
})

const text = 'First Name,Last Name\nAda,Lovelace\n'.repeat(50)

test.each([
  ['cut in the middle', zip({ 'Connections.csv': text }).slice(0, 60)],
  ['a signature and nothing else', Uint8Array.of(0x50, 0x4b, 3, 4)],
  ['an unknown compression', patch(zip({ 'Connections.csv': text }), 8, 10, [12, 0])],
  ['a size larger than what is in it', patch(zip({ 'Connections.csv': text }), 22, 24, [0xff, 0xff, 0, 0])],
  ['a stored file with another size', patch(zip({ 'Connections.csv': text }, 0), 22, 24, [1, 0, 0, 0])],
  ['a list shorter than its count', withCount(zip({ 'Connections.csv': text }), 2)],
])('a damaged archive is refused: %s', (_, bytes) => {
  expect(() => unpack(bytes)).toThrow(refusal('"export.zip" is damaged or incomplete.'))
})

test.each([
  ['with a password', patch(zip({ 'Connections.csv': text }), 6, 8, [1, 0])],
  ['with AES behind a plain folder', patch(zip({ 'Connections.csv': text }), 8, 10, [99, 0])],
])('an encrypted archive is refused: %s', (_, bytes) => {
  expect(() => unpack(bytes)).toThrow(refusal('"export.zip" is encrypted.'))
})

test('an archive that would unpack to more than 512 MB is refused before it does, however many files share them', () => {
  const half = MOST_BYTES / 2 + 1
  const size = [half & 0xff, (half >> 8) & 0xff, (half >> 16) & 0xff, half >> 24]
  const bytes = patch(
    zip({ 'Connections.csv': text, 'guide_messages.csv': text, 'messages.csv': text }),
    22,
    24,
    size,
  )
  expect(() => unpack(bytes)).toThrow(refusal('"export.zip" unpacks to more than 512 MB.'))
})

test("LinkedIn's archive is told by its tables", () => {
  const isLinkedins = (files: Record<string, string>) =>
    isLinkedinArchive({ name: 'x.zip', bytes: zip(files) })
  expect(isLinkedins({ 'a/Messages.csv': '' })).toBe(true)
  expect(isLinkedins({ 'Profile.csv': '', 'guide_messages.csv': '' })).toBe(false)
})

const readable = (files: Record<string, string>, name = 'takeout.zip') =>
  unpackReadable({ name, bytes: zip(files) }).map((file) => file.name)

test('of other zips the files are unpacked whose names say that they may be read', () => {
  expect(
    readable({
      'Takeout/Contacts/all.vcf': '',
      'Takeout/Mail/All mail.MBOX': '',
      'Takeout/me@x.org.ics': '',
      'Takeout/photo.jpg': '',
      'Takeout/more.zip': '',
      '__MACOSX/._all.vcf': '',
      '.hidden.csv': '',
    }),
  ).toEqual([
    'takeout.zip/Takeout/Contacts/all.vcf',
    'takeout.zip/Takeout/Mail/All mail.MBOX',
    'takeout.zip/Takeout/me@x.org.ics',
  ])
})

test('a spreadsheet is called one, whole or damaged; a zip of anything else holds nothing', () => {
  expect(() => readable({ 'xl/workbook.xml': '', '[Content_Types].xml': '' }, 'people')).toThrow(
    expect.objectContaining({
      message: '"people" is a spreadsheet.',
      hint: 'Save it as CSV there, and import that.',
    }),
  )
  expect(() =>
    unpackReadable({ name: 'a.xlsx', bytes: zip({ 'xl/workbook.xml': text }).slice(0, 60) }),
  ).toThrow(refusal('"a.xlsx" is a spreadsheet.'))
  expect(() => readable({ 'photo.jpg': '', 'inner.zip': '' })).toThrow(
    refusal('"takeout.zip" holds nothing that netkeep reads.'),
  )
})
