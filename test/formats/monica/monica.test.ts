import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { readMonica } from '../../../src/formats/monica/monica.ts'
import { sourceOf } from '../../../src/formats/source.ts'

const EMAIL = 'aaaaaaaa-0000-4000-8000-000000000001'
const TWITTER = 'aaaaaaaa-0000-4000-8000-000000000002'
const PHONE = 'aaaaaaaa-0000-4000-8000-000000000003'
const ATE = 'aaaaaaaa-0000-4000-8000-000000000004'

const group = (type: string, ...values: readonly unknown[]): object => ({
  count: values.length,
  type,
  values,
})
const with_ = (properties: object, columns: object = {}): object => ({ ...columns, properties })

function read(data: readonly unknown[], since?: string): ImportFile {
  const account = {
    uuid: 'x',
    data,
    instance: {
      contact_field_types: [
        with_({ name: 'Email', protocol: 'mailto:', type: 'email' }, { uuid: EMAIL }),
        with_({ name: 'Twitter', protocol: null, type: null }, { uuid: TWITTER }),
        with_({ name: 'Phone', protocol: 'tel:', type: 'phone' }, { uuid: PHONE }),
      ],
      activity_types: [with_({ translation_key: 'ate_at_restaurant' }, { uuid: ATE })],
    },
  }
  const text = JSON.stringify({ version: '1.0-preview.1', app_version: '4.0.0', account }, null, 1)
  const source = sourceOf('monica.json', new TextEncoder().encode(text))
  return readMonica(source, { today: '2026-11-22' as CalendarDate, since: since as CalendarDate | undefined })
}

const GRACE = {
  uuid: 'cccccccc-0000-4000-8000-000000000001',
  created_at: '2020-01-01T08:00:00Z',
  properties: {
    first_name: 'Grace',
    middle_name: 'Murray',
    last_name: 'Hopper',
    nickname: 'Amazing Grace',
    description: 'Found the bug.',
    is_partial: false,
    job: 'Rear Admiral',
    company: 'Navy',
    stay_in_touch_frequency: 30,
    tags: ['navy', 'old friend'],
    birthdate: { is_age_based: false, is_year_unknown: true, date: '1906-12-09T00:00:00Z' },
    first_met_date: { is_age_based: false, is_year_unknown: false, date: '1944-07-02T00:00:00Z' },
  },
  data: [
    group(
      'contact_field',
      with_({ data: 'grace@navy.mil', type: EMAIL }),
      with_({ data: '+1 555 0100', type: PHONE }),
      with_({ data: '@grace', type: TWITTER }),
      with_({ data: 'https://twitter.com/grace', type: TWITTER }),
    ),
    group('note', with_({ body: 'Likes clocks.' }, { created_at: '2021-02-03T00:00:00Z' })),
    group(
      'call',
      with_(
        { called_at: '2021-05-06T10:00:00Z', content: 'about COBOL', contact_called: true },
        { uuid: 'call-1' },
      ),
    ),
    group(
      'conversation',
      with_({
        happened_at: '2021-06-07T10:00:00Z',
        messages: [with_({ content: 'secret', written_by_me: true })],
      }),
    ),
    group(
      'reminder',
      with_({
        initial_date: '2020-08-01',
        title: 'Anniversary',
        frequency_type: 'year',
        frequency_number: 1,
      }),
      with_({ initial_date: '2020-12-09', title: 'Birthday', frequency_type: 'year', frequency_number: 1 }),
      with_({ initial_date: '2020-12-09', title: 'Call', frequency_type: 'week', frequency_number: 1 }),
    ),
    group('address', with_({ street: 'x', city: 'Arlington', country: 'US' })),
    group('activity', 'act-1'),
  ],
}
const ADA = {
  uuid: 'cccccccc-0000-4000-8000-000000000002',
  properties: { first_name: 'Ada', is_partial: false, birthdate: { is_age_based: true, date: '1815-01-01' } },
  data: [group('activity', 'act-1')],
}
const CHILD = { uuid: 'c-3', properties: { first_name: 'Byron', is_partial: true } }
const LUNCH = with_(
  { summary: 'Lunch', description: 'At the docks', happened_at: '2021-07-08', type: ATE },
  { uuid: 'act-1' },
)

test('a contact with all that Monica knows of it', () => {
  const { contacts, skipped, bad, partial } = read([group('contact', GRACE, ADA, CHILD)])
  expect(bad).toEqual([])
  expect(contacts[0]).toMatchObject({
    sourceId: 'monica:cccccccc-0000-4000-8000-000000000001',
    name: 'Grace Murray Hopper',
    aliases: ['Amazing Grace'],
    organization: 'Navy',
    title: 'Rear Admiral',
    location: 'Arlington, US',
    birthday: '--12-09',
    metOn: '1944-07-02',
    note: 'Found the bug.\n2021-02-03: Likes clocks.',
    tags: ['navy', 'old friend'],
    points: [
      { kind: 'email', value: 'grace@navy.mil' },
      { kind: 'phone', value: '+1 555 0100' },
      { kind: 'url', value: 'https://twitter.com/grace' },
    ],
    dates: [{ label: 'Anniversary', date: '2020-08-01', isYearly: true }],
    cadence: { interval: '30d' },
  })
  expect(contacts[1]).toMatchObject({ name: 'Ada', birthday: null, cadence: null })
  expect(skipped.map(({ reason }) => reason)).toEqual(['known only as related to somebody'])
  expect(partial?.map(({ reason }) => reason)).toEqual([
    'Twitter is left out: "@grace" is no address',
    'the reminder "Call" is left out: it comes neither once nor every year',
  ])
})

test('calls, conversations and activities are touchpoints; what was written in a conversation is not read', () => {
  const { touchpoints } = read([group('contact', GRACE, ADA), group('activity', LUNCH)])
  expect(
    touchpoints.map(({ key, on, channel, direction, note, with: among }) => [
      key,
      on,
      channel,
      direction,
      note,
      among.map(({ name }) => name).join(),
    ]),
  ).toEqual([
    ['monica:call-1', '2021-05-06', 'call', 'in', 'about COBOL', 'Grace Murray Hopper'],
    [
      'monica:cccccccc-0000-4000-8000-000000000001:conversation:2021-06-07T10:00:00Z',
      '2021-06-07',
      'message',
      'out',
      undefined,
      'Grace Murray Hopper',
    ],
    ['monica:act-1', '2021-07-08', 'meal', null, 'Lunch\nAt the docks', 'Grace Murray Hopper,Ada'],
  ])
})

test('an object that cannot be is told by its line and path, the others are read', () => {
  const broken = { ...ADA, properties: { ...ADA.properties, first_name: 7 } }
  const { bad, contacts } = read([group('contact', broken, GRACE)])
  expect(bad).toEqual([
    {
      source: { file: 'monica.json', line: 11 },
      reason: 'account.data[0].values[0].properties.first_name is not text',
    },
  ])
  expect(contacts).toHaveLength(1)
})

test('other JSON is refused in words', () => {
  const source = sourceOf('x.json', new TextEncoder().encode('{"a": 1}'))
  expect(() => readMonica(source, { today: '2026-11-22' as CalendarDate, since: undefined })).toThrow(
    '"x.json" is JSON, but neither netkeep\'s nor Monica\'s.',
  )
})

test('after a thousand contacts that cannot be the file is not read any further', () => {
  const begun = performance.now()
  const values = [...Array.from({ length: 200_000 }, () => ({})), ADA]
  const { contacts, bad } = read([{ ...group('contact'), values }])
  expect([contacts, bad.length]).toEqual([[], 1001])
  expect(bad[0]?.reason).toBe('is the last of 1,000 bad rows: the rest of the file is not read any further')
  expect(performance.now() - begun).toBeLessThan(3000)
})

test('of a value that is left out the beginning is told', () => {
  const data = [group('contact_field', with_({ data: '@'.repeat(1_000_000), type: TWITTER }))]
  expect(read([group('contact', { ...ADA, data })]).partial?.map(({ reason }) => reason)).toEqual([
    `Twitter is left out: "${'@'.repeat(39)}…" is no address`,
  ])
})
