import { describe, expect, test } from 'vitest'
import { header, read } from './mails.ts'

const reasonOf = (fields: Readonly<Record<string, string>>, name?: string): string | undefined => {
  const file = read(`${header(fields)}\nHello`, name === undefined ? {} : { name })
  expect([...(file.letters ?? []), ...file.skipped]).toHaveLength(1)
  return file.skipped[0]?.reason
}
const dayOf = (date: string) => read(`${header({ Date: date })}\n`).letters?.[0]?.on
const toOf = (to: string | Uint8Array) =>
  read(typeof to === 'string' ? `${header({ To: to })}\n` : to).letters?.[0]?.to

describe('a mail', () => {
  test('is a letter: day, sender, recipients and its id, nothing else', () => {
    const text = `${header({ Cc: 'Ada <ada@x.org>', Subject: 'secret' })}\nDear Grace`
    expect(read(text)).toEqual({
      contacts: [],
      touchpoints: [],
      letters: [
        {
          source: { file: 'inbox', line: 1 },
          id: '1@navy.mil',
          on: '2026-11-02',
          from: { name: 'Grace Hopper', email: 'grace@navy.mil' },
          to: [
            { name: '', email: 'me@example.org' },
            { name: 'Ada', email: 'ada@x.org' },
          ],
        },
      ],
      skipped: [],
      bad: [],
    })
  })

  test('has an id of its date and addresses where it has no Message-ID: a copy of it has the same', () => {
    const id = (fields: Readonly<Record<string, string>>) =>
      read(`${header({ 'Message-ID': '', ...fields })}\n`).letters?.[0]?.id
    expect(id({ To: 'a@x.org, b@x.org' })).toBe(id({ To: 'B@x.org', Cc: 'a@x.org', Subject: 'x' }))
    expect(id({})).not.toBe(id({ Date: 'Mon, 2 Nov 2026 10:00:01 +0100' }))
  })

  test('ends its header with an empty line, CRLF or LF, or with the file', () => {
    for (const text of [
      header().replaceAll('\n', '\r\n'),
      `${header()}\nTo: nobody@x.org`,
      `\ufeff${header()}`,
    ])
      expect(read(text).letters?.[0]?.to).toEqual([{ name: '', email: 'me@example.org' }])
  })

  test('has the family name behind the given one, as Exchange does not', () => {
    const text = header({ From: '"Wirth, Niklaus (ETH)" <nw@eth.example>', To: '"Hopper, PhD" <g@x.org>' })
    expect(read(`${text}\n`).letters).toMatchObject([
      { from: { name: 'Niklaus Wirth' }, to: [{ name: 'Hopper, PhD' }] },
    ])
  })

  test('may have fields folded over lines, in any case, and a space before the colon', () => {
    const text =
      'FROM : Grace\n\t<grace@navy.mil>\ndate:\n Mon, 2 Nov\n 2026 10:00 +0100\nto: a@x.org,\n b@x.org\n\n'
    expect(read(text).letters).toMatchObject([
      {
        on: '2026-11-02',
        from: { name: 'Grace', email: 'grace@navy.mil' },
        to: [{ email: 'a@x.org' }, { email: 'b@x.org' }],
      },
    ])
  })

  test('without a sender or a date is none', () => {
    expect(reasonOf({ From: '' })).toBe('no sender')
    expect(reasonOf({ From: 'undisclosed-sender:;' })).toBe('no sender')
    expect(reasonOf({ Date: '' })).toBe('no date')
    expect(reasonOf({ Date: 'yesterday' })).toBe('a date that cannot be read')
    expect(reasonOf({ Date: 'Thu, 1 Jan 1970 00:00:00 +0000' })).toBe('dated before there was mail')
  })

  test('from tomorrow was written by a clock ahead; later ones are not believed', () => {
    expect(dayOf('Mon, 23 Nov 2026 01:00:00 +1300')).toBe('2026-11-23')
    expect(reasonOf({ Date: 'Tue, 24 Nov 2026 01:00:00 +1300' })).toBe('dated in the future')
  })

  test('from before --since is left out, for a reason that is the same in every file', () => {
    const early = header({ Date: '1 Nov 2026 10:00' })
    const text = `From a 10:00\n${early}\nFrom b 10:00\n${header()}\n\nFrom c 10:00\n${early}\n`
    const file = read(text, { since: '2026-11-02' as never })
    expect(file.letters?.map(({ on }) => on)).toEqual(['2026-11-02'])
    expect(file.skipped).toEqual([
      { source: { file: 'inbox', line: 1 }, reason: 'from before 2026-11-02' },
      { source: { file: 'inbox', line: 14 }, reason: 'from before 2026-11-02' },
    ])
  })

  test('is refused where the file is none', () => {
    expect(() => read('Dear Grace,\nFrom: here on')).toThrow(
      '"inbox" is not mail: it begins neither with a header nor with a "From " line.',
    )
    expect(read('')).toMatchObject({ letters: [], skipped: [], bad: [] })
  })
})

describe('a mail that nobody wrote to somebody is skipped', () => {
  test.each([
    [{ 'List-Id': '<a.b>' }, 'from a mailing list'],
    [{ 'List-Unsubscribe': '<mailto:x@y>' }, 'from a mailing list'],
    [{ Precedence: 'Bulk' }, 'sent in bulk (Precedence: bulk)'],
    [{ Precedence: 'list' }, 'sent in bulk (Precedence: list)'],
    [{ Precedence: 'junk' }, 'sent in bulk (Precedence: junk)'],
    [{ 'Auto-Submitted': 'auto-replied (vacation)' }, 'sent by a machine (Auto-Submitted)'],
    [{ 'Return-Path': '<>' }, 'sent by a machine (empty Return-Path)'],
    [{ From: 'GitHub <notifications@github.com>' }, 'from an address that nobody answers from'],
    [{ From: 'messages-noreply@linkedin.com' }, 'from an address that nobody answers from'],
    [{ From: 'MAILER-DAEMON@x.org' }, 'from an address that nobody answers from'],
    [{ 'X-Mozilla-Draft-Info': 'internal/draft; vcard=0' }, 'a draft'],
    [{ 'X-Mozilla-Status': '0009' }, 'deleted'],
    [{ 'X-Spam-Flag': 'YES' }, 'spam'],
    [{ 'X-Gmail-Labels': 'Drafts,Opened' }, 'a draft'],
    [{ 'X-Gmail-Labels': '=?UTF-8?Q?Entw=C3=BCrfe?=' }, 'a draft'],
    [{ 'X-Gmail-Labels': 'Opened,"Trash"' }, 'in the bin'],
  ])('%o: %s', (fields, reason) => {
    expect(reasonOf(fields)).toBe(reason)
  })

  test.each([
    [{ Precedence: 'normal' }],
    [{ 'Auto-Submitted': 'no' }],
    [{ 'Return-Path': '<grace@navy.mil>' }],
    [{ From: 'Not Ify <notifa@x.org>' }],
    [{ 'X-Mozilla-Status': '0001' }],
    [{ 'X-Gmail-Labels': 'Inbox,Important' }],
  ])('but not for %o', (fields) => {
    expect(reasonOf(fields)).toBeUndefined()
  })

  test('in a Maildir, drafts and trashed ones by the flags in the name of the file', () => {
    expect(reasonOf({}, 'Mail/cur/1.M2P3.host:2,DS')).toBe('a draft')
    expect(reasonOf({}, 'Mail/cur/1.M2P3.host:2,ST')).toBe('in the bin')
    expect(reasonOf({}, 'Mail/cur/1.M2P3.host:2,RS')).toBeUndefined()
    expect(reasonOf({}, 'Mail/T.D/1.host')).toBeUndefined()
  })
})

test.each([
  ['Thu, 8 Mar 2005 17:40:36 EDT', '2005-03-08'],
  ['23 Oct 2003 23:28:34 -0700', '2003-10-23'],
  ['Fri, 21 Nov 97 09:55:06 -0600', '1997-11-21'],
  ['3 Jan 105 10:00 GMT', '2005-01-03'],
  ['Mon, 10 Oct 2022 01:37:22 -0400 (EDT)', '2022-10-10'],
  ['(a (nested) comment) Thu , 13\tFebruary 2020 (x) 23:32 +0000', '2020-02-13'],
  ['Thu Mar  8 17:40:36 2005', '2005-03-08'],
  ['Thu Mar 8 17:40:36 PST 2005', '2005-03-08'],
  ['8-Mar-2005 17:40', '2005-03-08'],
  ['2005-03-08T17:40:36Z', '2005-03-08'],
  ['2024-02-30 10:00', undefined],
  ['31 Apr 2024 10:00', undefined],
  ['Mar 2024', undefined],
  ['', undefined],
])('the day of %s is %s, by the clock of its sender', (date, day) => {
  expect(dayOf(date)).toBe(day)
})

describe('an address', () => {
  test.each([
    ['"Hopper, Grace" <grace@navy.mil>', [['Grace Hopper', 'grace@navy.mil']]],
    ['=?iso-8859-1?Q?Zo=EB?= <zoe@x.org>', [['Zoë', 'zoe@x.org']]],
    ['=?iso-2022-jp?B?GyRCPGQbKEI=?= <a@x.org>', [['寂', 'a@x.org']]],
    ['grace@navy.mil (Grace Hopper)', [['Grace Hopper', 'grace@navy.mil']]],
    ['"grace@navy.mil" <grace@navy.mil>', [['', 'grace@navy.mil']]],
    [
      "'grace@navy.mil' <grace@navy.mil>, 'Ada L' <ada@x.org>",
      [
        ['', 'grace@navy.mil'],
        ['Ada L', 'ada@x.org'],
      ],
    ],
    [
      'Friends: Ed <e@x.org>, ada@x.org;, Joe <j@x.org>',
      [
        ['Ed', 'e@x.org'],
        ['', 'ada@x.org'],
        ['Joe', 'j@x.org'],
      ],
    ],
    ['Undisclosed recipients:;', []],
    ['a@x.org, A@x.org', [['', 'a@x.org']]],
    ['nobody, @x.org, me@', []],
  ])('%s', (to, people) => {
    expect(toOf(to)?.map(({ name, email }) => [name, email])).toEqual(people)
  })

  test('may be in bytes that are not ASCII: UTF-8, else what the user says, else windows-1252', () => {
    const bytes = (name: readonly number[]) =>
      Uint8Array.of(
        ...new TextEncoder().encode(`${header({ To: '' })}To: `),
        ...name,
        ...new TextEncoder().encode(' <a@x.org>\n\n'),
      )
    expect(toOf(bytes([0x5a, 0x6f, 0xc3, 0xab]))?.[0]?.name).toBe('Zoë')
    expect(toOf(bytes([0x5a, 0x6f, 0xeb]))?.[0]?.name).toBe('Zoë')
    expect(read(bytes([0xc6, 0xee]), { encoding: 'koi8-r' }).letters?.[0]?.to[0]?.name).toBe('фН')
  })
})
