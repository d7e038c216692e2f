import { describe, expect, test } from 'vitest'
import { decodeText, MOST_BYTES } from '../../src/formats/text-encoding.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each([
  ['UTF-8 without a mark', utf8('Zoë')],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x5a, 0x6f, 0xc3, 0xab)],
  ['UTF-16, low byte first', bytes(0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0)],
  ['UTF-16, high byte first', bytes(0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb)],
])('%s is read, and its mark is no part of the text', (_, given) => {
  expect(decodeText(given, 'x.csv')).toBe('Zoë')
})

test.each([
  ['a Latin-1 letter', bytes(0x5a, 0x6f, 0xeb, 0x2c), 'UTF-8', 2],
  ['a Latin-1 letter behind a mark', bytes(0xef, 0xbb, 0xbf, 0x5a, 0xeb, 0x2c), 'UTF-8', 4],
  ['a Latin-1 letter behind longer ones', bytes(0xe2, 0x82, 0xac, 0xc3, 0xab, 0xe9), 'UTF-8', 5],
  ['a bad byte behind a genuine U+FFFD', bytes(0xef, 0xbf, 0xbd, 0x41, 0xff), 'UTF-8', 4],
  ['an overlong slash', bytes(0x41, 0xc0, 0xaf), 'UTF-8', 1],
  ['a surrogate in UTF-8', bytes(0x41, 0x42, 0xed, 0xa0, 0x80), 'UTF-8', 2],
  ['a character cut off at the end', bytes(0x41, 0xe2, 0x82), 'UTF-8', 1],
  ['half a surrogate pair', bytes(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x42, 0), 'UTF-16', 4],
  ['half a pair behind a genuine U+FFFD', bytes(0xfe, 0xff, 0xff, 0xfd, 0xd8, 0x3d, 0, 0x42), 'UTF-16', 4],
  ['an odd byte at the end', bytes(0xff, 0xfe, 0x41, 0, 0x42), 'UTF-16', 4],
])('%s is refused with its offset', (_, given, encoding, offset) => {
  expect(() => decodeText(given, 'x.csv')).toThrow(
    expect.objectContaining({
      code: 'input',
      message: `"x.csv" is not ${encoding} text: the byte at offset ${offset} cannot be read.`,
      hint:
        encoding === 'UTF-16' || given[0] === 0xef
          ? expect.any(String)
          : 'Type: netkeep import x.csv --encoding windows-1252, if an older program wrote it; or save it as UTF-8.',
    }),
  )
})

test('of a file in UTF-16 the hint is to save it otherwise', () => {
  expect(() => decodeText(bytes(0xff, 0xfe, 0x41, 0, 0x42), 'x.csv')).toThrow(
    expect.objectContaining({ hint: 'Save the file as UTF-8 and import it again.' }),
  )
})

describe('the encoding that the user names', () => {
  test.each([
    ['windows-1252', bytes(0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x80, 0x31), 'Zoë – €1'],
    ['latin1', bytes(0x91, 0x92), '‘’'],
    ['Windows-1250', bytes(0x8a, 0xec), 'Šě'],
    ['windows-1251', bytes(0xc8, 0xec, 0xff), 'Имя'],
    ['iso-8859-15', bytes(0xa4), '€'],
    ['shift_jis', bytes(0x83, 0x81), 'メ'],
    ['utf-16le', bytes(0x5a, 0, 0xeb, 0), 'Zë'],
    ['utf-8', utf8('Zoë'), 'Zoë'],
  ])('%s is read', (label, given, text) => {
    expect(decodeText(given, 'x.csv', label)).toBe(text)
  })

  test('a mark in the file is believed before it', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xab), 'x.csv', 'windows-1252')).toBe('ë')
  })

  test.each(['latin-42', '', 'utf-7'])('%j is refused, with some that there are', (label) => {
    expect(() => decodeText(utf8('a'), 'x.csv', label)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: `"${label}" is not an encoding.`,
        hint: 'Type one like --encoding windows-1252, utf-8, utf-16le, iso-8859-2, windows-1251 or shift_jis.',
      }),
    )
  })

  test.each([
    [bytes(0x41, 0x83, 0x81, 0x42, 0xff, 0x43), 4],
    [bytes(0x41, 0x42, 0x83), 2],
  ])('bytes that it does not have are refused with their offset', (given, offset) => {
    expect(() => decodeText(given, 'x.csv', 'shift_jis')).toThrow(
      expect.objectContaining({
        code: 'input',
        message: `"x.csv" is not shift_jis text: the byte at offset ${offset} cannot be read.`,
      }),
    )
  })
})

test('a file that looks like UTF-16 without a mark is refused with the encoding to type', () => {
  expect(() => decodeText(bytes(0x41, 0, 0x42, 0), 'my file.csv')).toThrow(
    expect.objectContaining({ hint: "Type: netkeep import 'my file.csv' --encoding utf-16le" }),
  )
})

test('a genuine replacement character is text', () => {
  expect(decodeText(utf8('a\ufffdb'), 'x.csv')).toBe('a\ufffdb')
})

test('a NUL is refused with its line', () => {
  expect(() => decodeText(utf8('a\r\nb\rc\nd\0'), 'x.csv')).toThrow(
    expect.objectContaining({
      code: 'input',
      message: '"x.csv" is not text: it holds a NUL character on line 4.',
    }),
  )
})

test('a file too large for one string is refused before it is read', () => {
  expect(() => decodeText(new Uint8Array(MOST_BYTES + 1), 'x.csv')).toThrow(
    expect.objectContaining({ code: 'input', message: '"x.csv" is larger than 512 MB.' }),
  )
})
