import { expect, test } from 'vitest'
import { parseMinutes } from '../../src/domain/touchpoint.ts'

test.each([
  ['30', 30],
  ['30m', 30],
  ['30 min', 30],
  ['1 minute', 1],
  ['45 Minutes', 45],
  ['1h', 60],
  ['2 hours', 120],
  ['1h30m', 90],
  ['1h30', 90],
  ['1h 30m', 90],
  ['1 hour 30 minutes', 90],
  ['90m', 90],
  [' 24h ', 1440],
  ['1440', 1440],
])('%j are %i minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes)
})

test.each([
  '',
  ' ',
  '0',
  '0m',
  '0h',
  '-5',
  '1.5h',
  '24h1m',
  '1441',
  '99999',
  '30s',
  'an hour',
  '30m1h',
  '1e3',
  '٣٠',
  'h',
])('%j is refused as a length of time, with an example', (typed) => {
  expect(() => parseMinutes(typed)).toThrow(
    expect.objectContaining({
      code: 'usage',
      message: `"${typed}" is not a length of time.`,
      hint: 'Write minutes or hours, up to a day: --for 30m, --for 1h30m.',
    }),
  )
})
