import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstLine, safeJson, safeLines, safeText } from '../../src/render/safe-text.ts'
import { HARMLESS_TEXTS, HOSTILE_TEXTS } from './hostile-texts.ts'

/** What makes a terminal do something, judged apart from the code under test: by code point. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || /\p{Bidi_Control}|\u2028|\u2029/u.test(character)
}

describe('safeText', () => {
  test.each(HOSTILE_TEXTS)('shows %s as code points', (_what, text, shown) => {
    expect(safeText(text)).toBe(shown)
  })

  test.each(HARMLESS_TEXTS)('leaves %s as it is', (_what, text) => {
    expect(safeText(text)).toBe(text)
  })

  test('shows every control character of C0 and C1', () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => String.fromCodePoint(code)).filter(isControl)
    expect(controls).toHaveLength(65)
    for (const control of controls) {
      expect(safeText(control)).toBe(`\\u{${control.codePointAt(0)?.toString(16)}}`)
    }
  })

  test('shows half of a surrogate pair', () => {
    expect(safeText('a\ud83d')).toBe('a\\u{d83d}')
    expect(safeText('\udc4bb')).toBe('\\u{dc4b}b')
  })

  test('keeps eight marks on a letter and drops those that climb over the lines above', () => {
    expect(safeText(`a${'\u0301'.repeat(500)}b`)).toBe(`a${'\u0301'.repeat(8)}b`)
    expect(safeText(`a${'\u0301'.repeat(8)}b`)).toBe(`a${'\u0301'.repeat(8)}b`)
  })

  test('shows a joiner that joins nothing, though others in the text do', () => {
    expect(safeText('👩🏽\u200d💻 a\u200db')).toBe('👩🏽\u200d💻 a\\u{200d}b')
    expect(safeText('می\u200c\u200cخواهم')).toBe('می\\u{200c}\\u{200c}خواهم')
  })

  test('of any text at all leaves nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect([...safeText(text)].filter(isControl)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('of text that is safe already changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const safe = safeText(text)
        expect(safeText(safe)).toBe(safe)
      }),
      { numRuns: 500 },
    )
  })
})

describe('safeLines', () => {
  test('keeps the lines of a note, whatever ends them, and makes each safe', () => {
    expect(safeLines('one\ntwo\r\nthree\rfour\u001b[2J')).toEqual(['one', 'two', 'three', 'four\\u{1b}[2J'])
  })
})

describe('firstLine', () => {
  test('marks that there is more', () => {
    expect(firstLine('one\ntwo', '…')).toBe('one …')
    expect(firstLine('\n one \n', '…')).toBe('one')
    expect(firstLine('', '…')).toBe('')
  })
})

describe('safeJson', () => {
  const everyText = [...HOSTILE_TEXTS, ...HARMLESS_TEXTS].map(([what, text]): readonly [string, string] => [
    what,
    text,
  ])
  test.each(everyText)('with %s says the same to a program', (_what, text) => {
    expect(JSON.parse(safeJson({ name: text }))).toEqual({ name: text })
  })

  test.each(HOSTILE_TEXTS)('with %s says it in JSON escapes', (_what, text) => {
    const json = safeJson(text)
    expect([...json.trimEnd()].filter(isControl)).toEqual([])
  })

  test('writes C1 and bidi characters as JSON escapes, and readable text as it is', () => {
    expect(safeJson('\u009b\u202e\u{e0061} Zoë 王')).toBe('"\\u009b\\u202e\\udb40\\udc61 Zoë 王"\n')
  })

  test('leaves out what is undefined', () => {
    expect(safeJson({ code: 'usage', hint: undefined })).toBe('{\n  "code": "usage"\n}\n')
  })

  test('of any value is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(safeJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
