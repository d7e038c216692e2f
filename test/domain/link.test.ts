import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkFor, linksOf, mailtoLink, unopenableOf } from '../../src/domain/link.ts'

const NOBODY = { emails: [], phones: [], urls: [], lastChannel: null }

describe('an e-mail address becomes a mailto link (RFC 6068)', () => {
  test.each([
    ['grace@navy.mil', 'mailto:grace@navy.mil'],
    ['gorby%kremvax@example.com', 'mailto:gorby%25kremvax@example.com'],
    ['unlikely?address@example.com', 'mailto:unlikely%3Faddress@example.com'],
    ['Mike&family@example.org', 'mailto:Mike%26family@example.org'],
    ['grace+net@navy.mil', 'mailto:grace%2Bnet@navy.mil'],
    ["o'hara@example.com", 'mailto:o%27hara@example.com'],
    ['"grace"@navy.mil', 'mailto:%22grace%22@navy.mil'],
    ['user@example.com?cc=all@example.com', undefined],
    ['user@example.com?bcc=all', 'mailto:user@example.com%3Fbcc%3Dall'],
    ['user@[192.0.2.1]', 'mailto:user@%5B192.0.2.1%5D'],
    ['zoë@müller.example', 'mailto:zo%C3%AB@m%C3%BCller.example'],
    ['-rf@example.com', 'mailto:-rf@example.com'],
    ['grace\u001b[2J@navy.mil', undefined],
    ['grace\u202e@navy.mil', undefined],
  ])('%s → %s', (address, link) => {
    expect(linkFor('email', address)?.link).toBe(link)
  })

  test('with subject and text, line ends as CRLF', () => {
    expect(
      mailtoLink({
        to: ['joe@example.com'],
        subject: 'caf\u00e9 & co',
        body: 'send current-issue\nsend index\r\n',
      }),
    ).toBe(
      'mailto:joe@example.com?subject=caf%C3%A9%20%26%20co&body=send%20current-issue%0D%0Asend%20index%0D%0A',
    )
  })

  test('several addresses stand behind one another', () => {
    expect(mailtoLink({ to: ['a@x.org', 'b@x.org'], subject: '', body: '' })).toBe('mailto:a@x.org,b@x.org')
  })

  test('what comes back of any subject and text is what went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, body) => {
        const lines = body.replaceAll(/\r\n|[\n\r]/g, '\n')
        const link = mailtoLink({ to: ['a@x.org'], subject, body: lines })
        expect(link).toMatch(/^[\w:@.?=&%~-]+$/)
        const fields = new Map(
          (link.split('?')[1] ?? '').split('&').map((field) => {
            const [name = '', value = ''] = field.split('=')
            return [name, decodeURIComponent(value)]
          }),
        )
        expect(fields.get('subject') ?? '').toBe(subject)
        expect((fields.get('body') ?? '').replaceAll('\r\n', '\n')).toBe(lines)
      }),
    )
  })
})

describe('a phone number becomes a tel link (RFC 3966)', () => {
  test.each([
    ['+1 555 0100', 'tel:+15550100'],
    ['(555) 010-0123', 'tel:5550100123'],
    ['+44 (0)20 7946-0100', 'tel:+442079460100'],
    ['555.0100 ext. 12', 'tel:5550100;ext=12'],
    ['555 0100 x12', 'tel:5550100;ext=12'],
    ['+1 555 0100 (work)', 'tel:+15550100'],
    ['\u202a+1\u00a0555\u00a00100\u202c', 'tel:+15550100'],
    ['0100', 'tel:0100'],
    ['*#06#', undefined],
    ['*21*5550100#', undefined],
    ['1-800-FLOWERS', undefined],
    ['5550100;phone-context=example.com', undefined],
    ['-rf 1', undefined],
    ['1$(touch x)', undefined],
  ])('%s → %s', (number, link) => {
    expect(linkFor('phone', number)?.link).toBe(link)
  })
})

describe('a URL is opened only where it is one of the web', () => {
  test.each([
    ['linkedin.com/in/grace', 'https://linkedin.com/in/grace'],
    ['www.example.com', 'https://www.example.com/'],
    ['//example.com/a', 'https://example.com/a'],
    ['http://example.com/a?b=c#d', 'http://example.com/a?b=c#d'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['https://intranet/grace', 'https://intranet/grace'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['https://müller.example/ü', 'https://xn--mller-kva.example/%C3%BC'],
    ['https://example.com/a b\'c"d', 'https://example.com/a%20b%27c%22d'],
    ['example.com/$(touch x)`y`', 'https://example.com/$(touch%20x)%60y%60'],
    ['javascript:alert(1)', undefined],
    ['JavaScript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['\u0001javascript:alert(1)', undefined],
    ['javascript://example.com/%0aalert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['/etc/passwd', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['-rf', undefined],
    ['--help.example.com', undefined],
    ['grace', undefined],
    ['@grace', undefined],
    ['my page', undefined],
    ['https://linkedin.com@example.com/', undefined],
    ['https:///example.com', undefined],
    ['https://exam\u200bple.com', undefined],
    ['', undefined],
  ])('%j → %s', (url, link) => {
    expect(linkFor('url', url)?.link).toBe(link)
  })

  test('mailto: and tel: among the URLs are a mail and a call, without what else they may say', () => {
    expect(linkFor('url', 'mailto:grace%40x?cc=all@example.com')).toEqual({
      kind: 'mail',
      value: 'mailto:grace%40x?cc=all@example.com',
      link: 'mailto:grace@x',
    })
    expect(linkFor('url', 'tel:+1-555-0100')).toMatchObject({ kind: 'phone', link: 'tel:+15550100' })
    expect(linkFor('url', 'tel:*21*5550100%23')).toBeUndefined()
  })

  test('whatever is stored, only these four schemes come out, of ASCII without spaces and quotes', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'javascript:',
        'https://',
        'file:',
        'mailto:',
        'tel:',
        '-',
        '@',
        'a.b',
        '\n',
        '\t',
        "'",
      ),
    )
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.constantFrom('email', 'phone', 'url'), text, (kind, value) => {
        const made = linkFor(kind, value)
        if (made !== undefined) expect(made.link).toMatch(/^(mailto:|tel:|https?:\/\/)[!#-&(-~]*$/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the links of a contact', () => {
  const grace = {
    ...NOBODY,
    emails: ['a@x.org', 'b@x.org'],
    phones: ['555 0100'],
    urls: ['javascript:x', 'x.org/grace'],
  }
  const orderAfter = (lastChannel: string | null): readonly string[] =>
    linksOf({ ...grace, lastChannel }).map(({ value }) => value)

  test.each([
    [null, ['a@x.org', 'b@x.org', '555 0100', 'x.org/grace']],
    ['email', ['a@x.org', 'b@x.org', '555 0100', 'x.org/grace']],
    ['coffee', ['a@x.org', 'b@x.org', '555 0100', 'x.org/grace']],
    ['call', ['555 0100', 'a@x.org', 'b@x.org', 'x.org/grace']],
    ['message', ['x.org/grace', 'a@x.org', 'b@x.org', '555 0100']],
    ['social', ['x.org/grace', 'a@x.org', 'b@x.org', '555 0100']],
  ])('after %s come in this order: %j', (channel, values) => {
    expect(orderAfter(channel)).toEqual(values)
  })

  test('leave out what is never opened, which is told of by kind', () => {
    expect(unopenableOf(grace, ['web'])).toEqual(['javascript:x'])
    expect(unopenableOf(grace, ['mail', 'phone'])).toEqual([])
  })
})
