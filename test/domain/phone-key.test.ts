import { describe, expect, test } from 'vitest'
import { isSamePhone, parsePhone, phoneKeyOf } from '../../src/domain/phone-key.ts'

/** Whether two numbers as written are found, and taken, for one. */
function isOne(a: string, b: string): boolean {
  const [x, y] = [parsePhone(a), parsePhone(b)]
  return x !== undefined && y !== undefined && phoneKeyOf(x) === phoneKeyOf(y) && isSamePhone(x, y)
}

describe('one number written in two ways', () => {
  test.each([
    ['+44 7700 900123', '07700 900 123'],
    ['+44 (0)20 7946 0100', '020 7946 0100'],
    ['+49 30 1234567', '030/1234567'],
    ['+49 30 123456', '030 123456'],
    ['0049 151 23456789', '+49 (151) 234-567-89'],
    ['+33 6 12 34 56 78', '06.12.34.56.78'],
    ['(555) 123-4567', '+1 555 123 4567'],
    ['1-555-123-4567', '555.123.4567'],
    ['+39 06 1234 5678', '06 12345678'],
    ['+47 41 23 45 67', '41234567'],
    ['+1 555 123 4567 ext. 12', '555-123-4567 x12'],
    ['+1 555 123 4567 ext. 12', '+1 555 123 4567'],
  ])('%s is %s', (a, b) => {
    expect(isOne(a, b)).toBe(true)
    expect(isOne(b, a)).toBe(true)
  })
})

describe('two numbers', () => {
  test.each([
    ['+44 7700 900123', '+44 7700 900124'],
    ['+44 20 7946 0100', '+49 20 7946 0100'],
    ['+1 555 123 4567', '+1 655 123 4567'],
    ['+1 555 123 4567 x12', '+1 555 123 4567 x13'],
    ['123-4567', '555 123 4567'],
    ['030 1234567', '040 1234567'],
  ])('%s is not %s', (a, b) => {
    expect(isOne(a, b)).toBe(false)
  })
})

test.each([['112'], ['*31#'], ['12-34'], ['call me'], ['']])('%s is no number to compare', (text) => {
  expect(parsePhone(text)).toBeUndefined()
})
