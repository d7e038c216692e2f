import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { type LinkedinOptions, readLinkedin } from '../../../src/formats/linkedin/linkedin.ts'

const HEADER = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl'
const ME = 'https://www.linkedin.com/in/me'
const GRACE = 'https://www.linkedin.com/in/grace'
const read = (lines: readonly string[], options: Partial<LinkedinOptions> = {}): ImportFile =>
  readLinkedin(
    [{ name: 'Invitations.csv', bytes: new TextEncoder().encode([HEADER, ...lines].join('\n')) }],
    { today: '2026-11-22' as CalendarDate, ...options },
  )
const sent = (at: string, message = ''): string =>
  `Me,Grace Hopper,"${at}",${message},OUTGOING,${ME},${GRACE}`
const got = (at: string): string => `Grace Hopper,Me,"${at}",,INCOMING,${GRACE},${ME}`
const at = (line: number, reason: string) => ({ source: { file: 'Invitations.csv', line }, reason })

test('an invitation is a light touchpoint with the other side, in its direction; its message is not read', () => {
  const file = read([sent('1/14/26, 9:05 AM', 'Hello Grace'), got('2026-01-10 09:00:00 UTC')])
  expect(file.touchpoints).toEqual([
    {
      source: { file: 'Invitations.csv', line: 3 },
      key: 'linkedin-invitation:linkedin.com/in/grace:2026-01-10',
      on: '2026-01-10',
      channel: 'social',
      direction: 'in',
      kind: 'light',
      with: [{ name: 'Grace Hopper', url: GRACE }],
    },
    {
      source: { file: 'Invitations.csv', line: 2 },
      key: 'linkedin-invitation:linkedin.com/in/grace:2026-01-14',
      on: '2026-01-14',
      channel: 'social',
      direction: 'out',
      kind: 'light',
      with: [{ name: 'Grace Hopper', url: GRACE }],
    },
  ])
  expect(file).toMatchObject({ contacts: [], skipped: [], bad: [] })
  expect(JSON.stringify(file)).not.toContain('Hello')
})

test('a profile has one on a day', () => {
  expect(read([sent('1/14/26, 9:05 AM'), sent('1/14/26, 5:00 PM')])).toMatchObject({
    touchpoints: [{ on: '2026-01-14' }],
    skipped: [at(3, 'the same profile and day as a row before')],
  })
})

test('a day beyond the twelfth tells that the day comes first; so does the setting', () => {
  const days = (lines: readonly string[], options: Partial<LinkedinOptions> = {}) =>
    read(lines, options).touchpoints.map(({ on }) => on)
  expect(days([sent('1/2/26, 9:05 AM')])).toEqual(['2026-01-02'])
  expect(days([sent('1/2/26, 09:05'), sent('14/2/26, 09:05')])).toEqual(['2026-02-01', '2026-02-14'])
  expect(days([sent('1/2/26, 09:05')], { dateOrder: 'dmy' })).toEqual(['2026-02-01'])
})

test('a UTC day ahead of today becomes today, one beyond is bad', () => {
  expect(read([sent('2026-11-23 01:00:00 UTC'), got('2026-11-24 01:00:00 UTC')])).toMatchObject({
    touchpoints: [{ on: '2026-11-22' }],
    bad: [at(3, 'is dated in the future')],
  })
})

test('rows that cannot be read are bad, one without a profile is skipped', () => {
  expect(
    read([
      `Me,Grace,soon,,OUTGOING,${ME},${GRACE}`,
      `Me,Grace,2/30/26,,OUTGOING,${ME},${GRACE}`,
      `Me,Grace,1/14/26,,SIDEWAYS,${ME},${GRACE}`,
      'Me,Grace,1/14/26',
      `Me,Grace,1/14/26,,OUTGOING,${ME},`,
    ]),
  ).toMatchObject({
    touchpoints: [],
    bad: [
      at(2, 'Sent At "soon" is not a date and time'),
      at(3, 'Sent At "2/30/26" is not a date and time'),
      at(4, 'Direction "SIDEWAYS" is neither OUTGOING nor INCOMING'),
      at(5, 'has 3 fields where the header has 7'),
    ],
    skipped: [at(6, 'names no profile')],
  })
})

test('those before a day are left out', () => {
  const file = read([got('2026-01-10'), sent('1/14/26')], { since: '2026-01-14' as CalendarDate })
  expect(file.touchpoints).toMatchObject([{ on: '2026-01-14' }])
})
