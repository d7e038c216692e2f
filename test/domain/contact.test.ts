import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import {
  checkBirthday,
  checkEmail,
  checkLabel,
  checkName,
  checkNote,
  checkPoint,
  checkShortText,
  nameFromEmail,
  parseNameAndEmail,
  pointKeyOf,
} from '../../src/domain/contact.ts'

const TODAY = '2026-11-22' as CalendarDate

const usage = (message: string) => expect.objectContaining({ code: 'usage', message })

describe('texts', () => {
  test('a text loses the white space around it and nothing else', () => {
    expect(checkShortText('  Navy \t\n', 'organization')).toBe('Navy')
    expect(checkShortText('\u001b[2J \u202e 👩‍💻', 'organization')).toBe('\u001b[2J \u202e 👩‍💻')
    expect(checkShortText('   ', 'organization')).toBe('')
  })

  test('500 characters fit into a field, and one more is refused with the limit', () => {
    expect(checkShortText('x'.repeat(500), 'title')).toHaveLength(500)
    expect(checkShortText(` ${'x'.repeat(500)} `, 'title')).toHaveLength(500)
    expect(() => checkShortText('x'.repeat(501), 'title')).toThrow(
      usage('The title is too long: 501 characters, where at most 500 fit.'),
    )
  })

  test('100,000 characters fit into a note', () => {
    expect(checkNote('x'.repeat(100_000))).toHaveLength(100_000)
    expect(() => checkNote('x'.repeat(1_000_000))).toThrow(
      usage('The note is too long: 1,000,000 characters, where at most 100,000 fit.'),
    )
  })

  test('a NUL character is refused', () => {
    expect(() => checkShortText('Na\0vy', 'organization')).toThrow(
      usage('The organization contains a NUL character.'),
    )
    expect(() => checkNote('a\0b')).toThrow(usage('The note contains a NUL character.'))
  })

  test.each(['\ud83d', 'Grace \udc69', 'a\ud83db'])('half a character (%j) is refused', (text) => {
    expect(() => checkShortText(text, 'place')).toThrow(
      usage('The place contains half a character (a lone surrogate).'),
    )
  })
})

describe('names', () => {
  test('spaces within a name are one', () => {
    expect(checkName('  Grace   Brewster  Hopper ')).toBe('Grace Brewster Hopper')
  })

  test.each(['', '   ', '\t\n', '\u200b', '\u202e\u2069', '\u3164', '\ufeff \u00ad', '\u0301'])(
    'a name nobody can see (%j) is empty',
    (text) => {
      expect(() => checkName(text)).toThrow(
        expect.objectContaining({
          code: 'usage',
          message: 'The name is empty.',
          hint: 'Type a name: netkeep add "Grace Hopper"',
        }),
      )
    },
  )

  test.each(['👋', '山田太郎', '-', 'X Æ A-12', "'); DROP TABLE contact"])('%j is a name', (text) => {
    expect(checkName(text)).toBe(text)
  })

  test('a name of 10,000 characters is refused', () => {
    expect(() => checkName('x'.repeat(10_000))).toThrow(
      usage('The name is too long: 10,000 characters, where at most 500 fit.'),
    )
  })

  test('a tag that nobody can see is empty', () => {
    expect(checkLabel(' mentor ', 'tag')).toBe('mentor')
    expect(() => checkLabel('\u200b', 'tag')).toThrow(usage('The tag is empty.'))
  })
})

describe('addresses', () => {
  test.each(['grace@navy.mil', 'Grace.Hopper+x@navy.mil', 'ünï@exämple.org', 'root@localhost'])(
    '%s is an e-mail address',
    (email) => {
      expect(checkEmail(` ${email} `)).toBe(email)
    },
  )

  test.each(['grace', '@navy.mil', 'grace@', 'grace@navy@mil', 'gra ce@navy.mil', '<grace@navy.mil>', ''])(
    '%j is no e-mail address',
    (email) => {
      expect(() => checkEmail(email)).toThrow(
        expect.objectContaining({
          code: 'usage',
          message: `"${email}" is not an e-mail address.`,
          hint: 'Write it like grace@example.com.',
        }),
      )
    },
  )

  test('a phone number has a digit', () => {
    expect(checkPoint('phone', ' +1 555 0100 ')).toBe('+1 555 0100')
    expect(() => checkPoint('phone', 'none')).toThrow(usage('"none" is not a phone number.'))
    expect(() => checkPoint('phone', ' ')).toThrow(usage('The phone number is empty.'))
  })

  test('a URL is any text but an empty one', () => {
    expect(checkPoint('url', 'linkedin.com/in/ada')).toBe('linkedin.com/in/ada')
    expect(() => checkPoint('url', ' ')).toThrow(usage('The URL is empty.'))
  })

  test('two spellings of one address have one key', () => {
    expect(pointKeyOf('email', 'Grace@Navy.MIL')).toBe('grace@navy.mil')
    expect(pointKeyOf('phone', '+1 (555) 01-00')).toBe('+15550100')
    expect(pointKeyOf('url', 'https://www.linkedin.com/in/Ada/')).toBe('linkedin.com/in/ada')
  })
})

describe('birthdays', () => {
  test.each(['1906-12-09', ' --12-09 ', '--02-29', '2024-02-29'])('%j is a birthday', (text) => {
    expect(checkBirthday(text, TODAY)).toBe(text.trim())
  })

  test.each([
    ['9 Dec 1906', '1906-12-09'],
    ['Dec 9, 1906', '1906-12-09'],
    ['9.12.1906', '1906-12-09'],
    ['9 Dec', '--12-09'],
    ['29 Feb', '--02-29'],
  ])('%j is written as %j', (text, stored) => {
    expect(checkBirthday(text, TODAY)).toBe(stored)
  })

  test('a date of slashes is one where its order is known', () => {
    expect(checkBirthday('03/04/1990', TODAY, 'dmy')).toBe('1990-04-03')
    expect(checkBirthday('03/04/1990', TODAY, 'mdy')).toBe('1990-03-04')
    expect(() => checkBirthday('03/04/1990', TODAY)).toThrow('"03/04/1990" is not a birthday.')
  })

  test.each(['--02-30', '--13-01', '--00-10', '2026-02-29', '0000-00-00', '12-09', '31 Feb', '1906-12', ''])(
    '%j is no birthday',
    (text) => {
      expect(() => checkBirthday(text, TODAY)).toThrow(
        expect.objectContaining({
          code: 'usage',
          message: `"${text}" is not a birthday.`,
          hint: 'Write it like 1906-12-09 or 9 Dec 1906; like --12-09 or 9 Dec without the year.',
        }),
      )
    },
  )
})

describe('a name with an address', () => {
  test.each([
    ['Grace Hopper', 'Grace Hopper', null],
    ['Grace Hopper <grace@navy.mil>', 'Grace Hopper', 'grace@navy.mil'],
    ['"Hopper, Grace" <grace@navy.mil>', 'Hopper, Grace', 'grace@navy.mil'],
    ['  Grace   Hopper<grace@navy.mil> ', 'Grace Hopper', 'grace@navy.mil'],
    ['<grace.hopper@navy.mil>', 'Grace Hopper', 'grace.hopper@navy.mil'],
    ['"" <grace@navy.mil>', 'Grace', 'grace@navy.mil'],
    ['grace.hopper@navy.mil', 'Grace Hopper', 'grace.hopper@navy.mil'],
    ['grace_b-hopper+work@navy.mil', 'Grace B Hopper Work', 'grace_b-hopper+work@navy.mil'],
    ['Grace at navy.mil', 'Grace at navy.mil', null],
    ['Grace @home', 'Grace @home', null],
  ])('%j is %j with %j', (text, name, email) => {
    expect(parseNameAndEmail(text)).toEqual({ name, email })
  })

  test('what stands in brackets must be an address', () => {
    expect(() => parseNameAndEmail('Grace <navy>')).toThrow(usage('"navy" is not an e-mail address.'))
  })

  test('an address without a word in it names itself', () => {
    expect(nameFromEmail('+@navy.mil')).toBe('+')
  })
})
