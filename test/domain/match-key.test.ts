import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKeyOf, foldText, isOneTypoApart, nameKeyOf, wordsOf } from '../../src/domain/match-key.ts'

describe('two spellings of one name have one key', () => {
  test.each([
    ['NFC and NFD', 'Zo\u00eb', 'Zoe\u0308', 'zoe'],
    ['case', 'GRACE hopper', 'Grace Hopper', 'grace hopper'],
    ['diacritics', 'Zoë Müller', 'Zoe Muller', 'zoe muller'],
    ['diacritics of Vietnam', 'Nguyễn Ấn', 'Nguyen An', 'nguyen an'],
    ['a ligature', 'ﬁona', 'Fiona', 'fiona'],
    ['double spaces', ' Grace  Hopper ', 'Grace Hopper', 'grace hopper'],
    ['other spaces', 'Grace\u00a0\u3000Hopper', 'Grace\tHopper', 'grace hopper'],
    ['full-width letters', 'Ｇｒａｃｅ', 'Grace', 'grace'],
    ['a letter with a stroke: ø', 'Søren', 'Soren', 'soren'],
    ['ß', 'Groß', 'GROSS', 'gross'],
    ['capital ß', 'GROẞ', 'gross', 'gross'],
    ['ł', 'Łukasz', 'Lukasz', 'lukasz'],
    ['æ and œ', 'Ægir Œuvre', 'AEgir oeuvre', 'aegir oeuvre'],
    ['đ and þ', 'Đorđe Þór', 'Dorde Thor', 'dorde thor'],
    ['the Turkish dotted and dotless i', 'İbrahim Işık', 'Ibrahim Isik', 'ibrahim isik'],
    ['an apostrophe', "O'Brien", 'O’Brien', 'obrien'],
    ['no apostrophe', "O'Brien", 'Obrien', 'obrien'],
    ['a hyphen', 'Jean-Luc Picard', 'Jean Luc Picard', 'jean luc picard'],
    ['another hyphen', 'Jean\u2011Luc', 'Jean-Luc', 'jean luc'],
    ['full stops', 'J. R. R. Tolkien', 'J R R Tolkien', 'j r r tolkien'],
    ['a zero-width joiner', 'Gra\u200dce', 'Grace', 'grace'],
    ['a soft hyphen', 'Gra\u00adce', 'Grace', 'grace'],
    ['bidi overrides', '\u202eGrace\u202c', 'Grace', 'grace'],
    ['a byte-order mark', '\ufeffGrace', 'Grace', 'grace'],
    ['control characters', 'Gra\u0007ce', 'Grace', 'grace'],
    ['tag characters', 'Grace\u{e0041}', 'Grace', 'grace'],
    ['Arabic vowel signs', 'مُحَمَّد', 'محمد', 'محمد'],
  ])('%s', (_, one, other, key) => {
    expect(nameKeyOf(one)).toBe(key)
    expect(nameKeyOf(other)).toBe(key)
  })
})

describe('what tells names apart stays', () => {
  test.each([
    ['the vowel signs of Devanagari', 'हिन्दी', 'हनद'],
    ['the voicing mark of Japanese', 'バン', 'ハン'],
    ['the semi-voicing mark of Japanese', 'パン', 'ハン'],
    ['one letter', 'Ada', 'Ida'],
    ['digits', 'Agent 7', 'Agent 8'],
    ['emoji', '👋', '👍'],
    ['a space', 'Annalena', 'Anna Lena'],
  ])('%s', (_, one, other) => {
    expect(nameKeyOf(one)).not.toBe(nameKeyOf(other))
  })

  test('half-width and composed voicing marks are the same mark', () => {
    expect(nameKeyOf('ﾊﾞﾝ')).toBe('バン')
    expect(nameKeyOf('ハ\u3099ン')).toBe('バン')
  })
})

test.each([
  ["Grace O'Brien-Hopper", ['grace', 'obrien', 'hopper']],
  ['山田 太郎', ['山田', '太郎']],
  ['हिन्दी', ['हिन्दी']],
  ['Agent-007', ['agent', '007']],
  ['👋 🌍', ['👋 🌍']],
  ['👋 Ada', ['ada']],
  ['👩‍💻', ['👩💻']],
  ['-', ['-']],
  ['', []],
  ['\u200b \u3164', []],
])('the words of %j are %j', (name, words) => {
  expect(wordsOf(name)).toEqual(words)
})

test('Latin letters are folded as they are beside other scripts, whichever accents they bear', () => {
  const letters = Array.from({ length: 0x370 }, (_, code) => `a${String.fromCharCode(code)}b`)
  expect(letters.filter((text) => `${foldText(text)}山` !== foldText(`${text}山`))).toEqual([])
})

test('folding keeps what is between the words', () => {
  expect(foldText('  Zoë  (“Z.”)  O’Neill ')).toBe('zoe (“z.”) o’neill')
})

test('e-mail addresses are compared without case, and with all else', () => {
  expect(emailKeyOf(' Zoë.X+y@Navy.MIL ')).toBe('zoë.x+y@navy.mil')
})

/** Texts of the letters that make trouble, mixed with any others. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        'e\u0308',
        'É',
        'ﬁ',
        'ß',
        'ẞ',
        'İ',
        'ı',
        'Ł',
        "'",
        '-',
        '  ',
        '\u200d',
        'バ',
        'ハ\u3099',
        'हि',
        '👋',
        '1',
        'Σ',
        'ς',
      ),
    )
    .map((parts) => parts.join('')),
)

test('the key of any text does not change by folding again, and not by normalizing first', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(nameKeyOf(nameKeyOf(text))).toBe(nameKeyOf(text))
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
        expect(nameKeyOf(text.normalize(form))).toBe(nameKeyOf(text))
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('a key has no white space around it, and single spaces within', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(nameKeyOf(text)).toBe(nameKeyOf(text).trim().replace(/\s+/g, ' '))
    }),
    { seed: 1, numRuns: 1000 },
  )
})

describe('one slip of the finger', () => {
  test.each([
    ['a letter missing', 'hoper', 'hopper', true],
    ['a letter added', 'graace', 'grace', true],
    ['a letter replaced', 'grave', 'grace', true],
    ['two neighbours swapped', 'garce', 'grace', true],
    ['two neighbours swapped at the start', 'rgace', 'grace', true],
    ['two neighbours swapped at the end', 'graec', 'grace', true],
    ['the first letter missing', 'race', 'grace', true],
    ['the last letter missing', 'grac', 'grace', true],
    ['no slip', 'grace', 'grace', false],
    ['two replaced', 'grxyc', 'grace', false],
    ['two missing', 'gre', 'grace', false],
    ['swapped over a letter', 'gcare', 'grace', false],
    ['swapped and replaced', 'rgaxe', 'grace', false],
    ['one missing and one replaced', 'grx', 'grac', false],
    ['everything', '', 'ab', false],
    ['one letter for none', '', 'a', true],
  ])('%s: %j for %j', (_, typed, known, isOne) => {
    expect(isOneTypoApart(typed, known)).toBe(isOne)
    expect(isOneTypoApart(known, typed)).toBe(isOne)
  })

  /** All words that one slip makes of a word over these letters. */
  function slipsOf(word: string, letters: readonly string[]): ReadonlySet<string> {
    const slips = new Set<string>()
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)]
      for (const letter of letters) {
        slips.add(before + letter + after)
        if (after !== '') slips.add(before + letter + after.slice(1))
      }
      if (after !== '') slips.add(before + after.slice(1))
      if (after.length > 1) slips.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
    }
    slips.delete(word)
    return slips
  }

  test('is found exactly where trying every slip finds it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, (typed, known) => {
        expect(isOneTypoApart(typed, known)).toBe(slipsOf(typed, ['a', 'b', 'c']).has(known))
      }),
      { seed: 1, numRuns: 3000 },
    )
  })
})
