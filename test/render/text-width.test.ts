import { describe, expect, test } from 'vitest'
import { padEnd, padStart, truncate, widthOf, wrapLines } from '../../src/render/text-width.ts'

describe('widthOf', () => {
  test.each([
    ['plain text', 'Grace', 5],
    ['nothing', '', 0],
    ['letters with diacritics', 'Zoë', 3],
    ['decomposed letters', 'Zoe\u0308', 3],
    ['CJK, two columns each', '王小明', 6],
    ['full-width Latin', 'ＡＢ', 4],
    ['an emoji', '👋', 2],
    ['an emoji of several', '👨\u200d👩\u200d👧\u200d👦', 2],
    ['a flag', '🇳🇿', 2],
    ['a skin tone', '👍🏿', 2],
    ['Arabic', 'محمد', 4],
    ['Hebrew with points', 'שָׁלוֹם', 4],
    ['an escaped character', '\\u{1b}', 6],
  ])('of %s', (_what, text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('padding', () => {
  test('fills up to the width as it is seen', () => {
    expect(padEnd('王', 5)).toBe('王   ')
    expect(padStart('王', 5)).toBe('   王')
  })

  test('leaves what is as wide or wider', () => {
    expect(padEnd('Grace', 5)).toBe('Grace')
    expect(padStart('Grace', 3)).toBe('Grace')
  })
})

describe('a text of lines is wrapped', () => {
  test.each([
    [
      'what fits is unchanged',
      'See: netkeep list   Add: netkeep add',
      40,
      'See: netkeep list   Add: netkeep add',
    ],
    ['two things to type', 'See: netkeep list   Add: netkeep add', 30, 'See: netkeep list\nAdd: netkeep add'],
    ['a sentence that ends in one', 'None. Add one: netkeep add', 24, 'None.\nAdd one: netkeep add'],
    [
      'what to type stays whole where it fits',
      "Write to one: netkeep draft 'Margaret Hollis'",
      40,
      "Write to one:\nnetkeep draft 'Margaret Hollis'",
    ],
    ['words', 'one two three\nfour', 8, 'one two\nthree\nfour'],
    ['a line that stands further in', '  3f2a1b  Grace Hopper', 18, '  3f2a1b  Grace\n    Hopper'],
  ])('%s', (_what, text, width, wrapped) => {
    expect(wrapLines(text, width)).toBe(wrapped)
  })
})

describe('truncate', () => {
  test.each([
    ['what fits is unchanged', 'Grace', 5, 'Grace'],
    ['the mark takes the last column', 'Grace Hopper', 8, 'Grace H…'],
    ['no space before the mark', 'Grace Hopper', 7, 'Grace…'],
    ['a CJK character is not cut in half', '王小明', 4, '王…'],
    ['a CJK character that fits is kept', '王小明', 5, '王小…'],
    [
      'an emoji of several is not cut in half',
      '👨\u200d👩\u200d👧\u200d👦👋',
      3,
      '👨\u200d👩\u200d👧\u200d👦…',
    ],
    ['a letter keeps its marks', 'Zoe\u0308 A', 4, 'Zoe\u0308…'],
  ])('%s', (_rule, text, width, cut) => {
    expect(truncate(text, width, '…')).toBe(cut)
    expect(widthOf(cut)).toBeLessThanOrEqual(width)
  })
})
