import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMail } from '../../../src/formats/mail/read-mail.ts'
import { header, inPieces, OPTIONS, read } from './mails.ts'

const POSTMARK = 'From grace@navy.mil Mon Nov  2 10:00:00 2026\n'
const mail = (id: string, body = 'Hello\n'): string => `${header({ 'Message-ID': `<${id}>` })}\n${body}\n`
const idsIn = (text: string) => read(text).letters?.map(({ id }) => id)

describe('a mailbox', () => {
  test('is parted at the lines that begin with From, and each mail has the line it begins on', () => {
    const file = read(`${POSTMARK}${mail('1')}${POSTMARK}${mail('2')}`)
    expect(file.letters?.map(({ id, source }) => [id, source.line])).toEqual([
      ['1', 1],
      ['2', 9],
    ])
  })

  test.each([
    ['Thunderbird', 'From - Mon Nov  2 10:00:00 2026\r\n'],
    ['a newer Thunderbird', 'From \r\n'],
    ['Gmail', 'From 1784@xxx Mon Nov 02 10:00:00 +0000 2026\n'],
    ['without a sender', 'From Mon Nov  2 10:00 2026\n'],
  ])('of %s too', (_program, postmark) => {
    expect(idsIn(`${postmark}${mail('1')}${postmark}${mail('2')}`)).toEqual(['1', '2'])
  })

  test('is not parted inside a body', () => {
    const bodies = [
      '>From grace@navy.mil Mon Nov  2 10:00:00 2026\nDate: x\n',
      'Hello\nFrom grace@navy.mil Mon Nov  2 10:00:00 2026\nDate: x\n',
      '\nFrom here on it was easy\nNote: yes\n',
      '\nFrom 10:00 on it was easy\nand it went well\n',
      '\nFROM grace@navy.mil 10:00\nDate: x\n',
    ]
    expect(idsIn(bodies.map((body, at) => POSTMARK + mail(String(at), body)).join(''))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ])
  })

  test('with lengths (mboxcl2) has whole mails in bodies, which are no mails of it', () => {
    const inner = `${POSTMARK}${mail('forwarded')}`
    const outer = (length: number): string =>
      `${POSTMARK}${header({ 'Message-ID': '<outer>', 'Content-Length': String(length) })}\n\n${inner}\n`
    const last = `${POSTMARK}${mail('last')}`
    expect(idsIn(outer(inner.length + 1) + last)).toEqual(['outer', 'last'])
    expect(idsIn(outer(inner.length + 1))).toEqual(['outer'])
  })

  test('whose lengths are old ones is parted all the same', () => {
    const wrong = (length: number) =>
      `${POSTMARK}${header({ 'Message-ID': '<1>', 'Content-Length': String(length) })}\nHello\n\n`
    for (const length of [0, 3, 200, 999_999]) {
      expect(idsIn(`${wrong(length)}${POSTMARK}${mail('2')}${POSTMARK}${mail('3')}`)).toEqual(['1', '2', '3'])
    }
  })

  test('reads the same in whatever pieces it comes', () => {
    const text = `${POSTMARK}${mail('1')}${POSTMARK.replace('\n', '\r\n')}${mail('2').replaceAll('\n', '\r\n')}`
    const whole = read(text)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (size) => {
        expect(readMail(inPieces(text, size), OPTIONS)).toEqual(whole)
      }),
    )
  })

  test('whose last mail has a header only is read to its end', () => {
    expect(idsIn(`${POSTMARK}${mail('1')}${POSTMARK}${header({ 'Message-ID': '<2>' })}`)).toEqual(['1', '2'])
  })

  test('a body of one line of megabytes, and a header of a thousand recipients, are read past', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `somebody${at}@x.org`).join(',\n ')
    const text = `${POSTMARK}${mail('1', `${'x'.repeat(3_000_000)}\n`)}${POSTMARK}${header({ 'Message-ID': '<2>', To: many })}\n`
    expect(idsIn(text)).toEqual(['1', '2'])
  })
})

test('whatever the bytes are, they are read or refused', () => {
  const piece = fc.constantFrom(
    'From ',
    'From: ',
    'a@b 10:00',
    '\n',
    '\r\n',
    '\n\n',
    'To: ',
    '<',
    '>',
    '"',
    '(',
    ':',
    ';',
    ',',
    '=?utf-8?B?',
    '?=',
    'Date: ',
    '2 Nov 2026',
    'Content-Length: 9',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 60 }),
      (pieces) => {
        try {
          read(pieces.join(''))
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserError', code: 'input' })
        }
      },
    ),
    { numRuns: 500 },
  )
})
