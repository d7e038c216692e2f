import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDraft, isWritten, parseDraft, startingBody } from '../../src/domain/draft.ts'

const START = { to: ['grace@navy.mil'], subject: '', body: 'Hi Grace,\n\n\n\nAda' }

describe('a draft', () => {
  test('has the address, a subject, room for the text, and what to know below the scissors', () => {
    expect(formatDraft(START, ['Promised:', '  you: send the paper'])).toBe(
      `To: grace@navy.mil
Subject:${' '}

Hi Grace,



Ada

# ------------------------ >8 ------------------------
# What stands below this line, and lines that begin with "# ", are left out.
#
# Promised:
#   you: send the paper
`,
    )
  })

  test.each([
    ['Grace Hopper', 'Ada', 'Hi Grace,\n\n\n\nAda'],
    ['Grace Hopper', null, 'Hi Grace,\n\n'],
    ['  Zoë ', null, 'Hi Zoë,\n\n'],
  ])('greets %j by the first word, signed by %j', (name, own, body) => {
    expect(startingBody(name, own)).toBe(body)
  })

  test('comes back as it was, whatever was written', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[\n\r]/g, '').trimEnd())
      .filter((text) => !/^#( |$)/.test(text))
    const body = fc.array(line).map((lines) => lines.join('\n').trim())
    fc.assert(
      fc.property(line, body, fc.array(line), (subject, written, notes) => {
        const message = { to: ['a@x.org'], subject: subject.trim(), body: written }
        // Its first lines would be read as fields.
        fc.pre(!/^(to|subject):/i.test(written))
        expect(parseDraft(formatDraft(message, notes))).toEqual(message)
      }),
    )
  })

  test.each([
    ['CRLF and a byte order mark', '\ufeffTo: a@x.org\r\nSubject: Hi\r\n\r\nText\r\nmore\r\n', 'Text\nmore'],
    ['notes that lost their scissors', 'To: a@x.org\nSubject: Hi\n\nText\nmore\n# note\n#\n', 'Text\nmore'],
    ['a tag, which is no note', 'To: a@x.org\nSubject: Hi\n\n#cobol\nmore', '#cobol\nmore'],
    ['no empty line between', 'To: a@x.org\nSubject: Hi\nText\nmore', 'Text\nmore'],
    ['a field in the text', 'To: a@x.org\nSubject: Hi\n\nText\nTo: be or not', 'Text\nTo: be or not'],
  ])('is read with %s', (_case, text, body) => {
    expect(parseDraft(text)).toEqual({ to: ['a@x.org'], subject: 'Hi', body })
  })

  test('without its first lines all of it is text', () => {
    expect(parseDraft('Dear Grace')).toEqual({ to: [], subject: '', body: 'Dear Grace' })
  })

  test('may go to several, with their names', () => {
    expect(parseDraft('To: "Hopper" <g@x.org>, a@x.org;\n\nHi').to).toEqual(['g@x.org', 'a@x.org'])
    expect(() => parseDraft('To: grace\n\nHi')).toThrow('To: "grace" is not an e-mail address.')
  })

  test.each([
    ['as it began', START, false],
    ['emptied', { ...START, body: '' }, false],
    ['to another address only', { ...START, to: ['a@x.org'] }, false],
    ['with a text', { ...START, body: 'Hi Grace, how are you?' }, true],
    ['with a subject alone', { ...START, subject: 'Lunch?' }, true],
  ])('%s: written %s', (_case, message, written) => {
    expect(isWritten(message, START)).toBe(written)
  })
})
