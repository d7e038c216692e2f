import { describe, expect, test } from 'vitest'
import { checkTrait, parseTraits, traitKeyOf } from '../../src/domain/trait.ts'

describe('traits as they are typed', () => {
  test.each([
    ['sailing', ['sailing']],
    ['open source, sailing', ['open source', 'sailing']],
    [' sailing ,, open source , ', ['sailing', 'open source']],
    ['C++', ['C++']],
    ['山登り', ['山登り']],
  ])('%j', (typed, values) => {
    expect(parseTraits('interest', typed)).toEqual(values.map((value) => ({ kind: 'interest', value })))
  })

  test.each([
    ['interest', '', 'The interest is empty.'],
    ['cause', ' , ', 'The cause is empty.'],
    ['offers', '  ', 'The offer is empty.'],
    ['looks-for', ',', 'The thing they look for is empty.'],
  ] as const)('an empty one of the kind %s is refused', (kind, typed, message) => {
    expect(() => parseTraits(kind, typed)).toThrow(
      expect.objectContaining({ code: 'usage', message, hint: `Type: --${kind} "open source"` }),
    )
  })

  test('one that nobody can see is refused', () => {
    expect(() => checkTrait('interest', '\u200b')).toThrow('The interest is empty.')
  })

  test('one that is too long is refused', () => {
    expect(() => parseTraits('cause', `a, ${'b'.repeat(5000)}`)).toThrow(
      expect.objectContaining({ code: 'usage' }),
    )
  })
})

test('spellings of a trait meet under one key, other signs do not', () => {
  expect(['Open-Source', 'open source', 'OPEN_SOURCE'].map(traitKeyOf)).toEqual(Array(3).fill('open source'))
  expect(new Set(['C', 'C++', 'C#'].map(traitKeyOf)).size).toBe(3)
  expect(traitKeyOf(' - ')).toBe('')
})
