import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../../src/domain/import-file.ts'
import { readLinkedin } from '../../../src/formats/linkedin/linkedin.ts'

const today = '2026-11-22' as CalendarDate
const HEADER =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT'
const OLD_HEADER = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT'

const read = (...lines: string[]): ImportFile =>
  readLinkedin([{ name: 'messages.csv', bytes: new TextEncoder().encode(lines.join('\n')) }], { today })
const at = (line: number, reason: string) => ({ source: { file: 'messages.csv', line }, reason })

const url = (name: string): string =>
  name === '' ? '' : `https://www.linkedin.com/in/${name.split(' ')[0]?.toLowerCase()}`
interface Row {
  readonly id?: string
  readonly from: string
  readonly to: string
  readonly on: string
  readonly folder?: string
  readonly draft?: string
  readonly content?: string
}
/** A row between people whose profile URL follows from their first name. */
const row = ({
  id = 'c1',
  from,
  to,
  on,
  folder = 'INBOX',
  draft = 'false',
  content = 'Hello',
}: Row): string => {
  const urls = to.split(',').map((name) => url(name.trim()))
  return [id, '', from, url(from), `"${to}"`, `"${urls}"`, on, '', `"${content}"`, folder, '', draft].join(
    ',',
  )
}
const MORNING = '2026-01-10 09:00:00 UTC'
const NOON = '2026-01-10 12:00:00 UTC'
const NEXT_DAY = '2026-01-11 09:00:00 UTC'
/** Two rows in a conversation of its own that leave no doubt who the user is: Me. */
const MINE = [
  row({ id: 'mine', from: 'Me', to: 'Zoe', on: '2025-01-01 00:00:00 UTC' }),
  row({ id: 'mine', from: 'Me', to: 'Zoe', on: '2025-01-01 00:00:01 UTC' }),
  row({ id: 'mine', from: 'Me', to: 'Zoe', on: '2025-01-01 00:00:02 UTC' }),
]
const readRows = (...rows: Row[]): ImportFile => {
  const found = read(HEADER, ...MINE, ...rows.map(row))
  return {
    ...found,
    touchpoints: found.touchpoints.filter((touchpoint) => !touchpoint.key.includes(':mine:')),
  }
}
const kindsByDay = (...rows: Row[]) =>
  readRows(...rows).touchpoints.map(({ on, direction, kind }) => [on, direction, kind])

test('a conversation has one touchpoint for each UTC day', () => {
  const { touchpoints } = readRows(
    { from: 'Me', to: 'Ada', on: MORNING },
    { from: 'Ada', to: 'Me', on: NOON },
    { from: 'Ada', to: 'Me', on: NEXT_DAY },
  )
  const ada = { name: 'Ada', url: 'https://www.linkedin.com/in/ada' }
  expect(touchpoints).toEqual([
    {
      source: { file: 'messages.csv', line: 5 },
      key: 'linkedin-message:c1:2026-01-10',
      on: '2026-01-10',
      channel: 'message',
      direction: 'out',
      kind: 'counted',
      with: [ada],
    },
    {
      source: { file: 'messages.csv', line: 7 },
      key: 'linkedin-message:c1:2026-01-11',
      on: '2026-01-11',
      channel: 'message',
      direction: 'in',
      kind: 'counted',
      with: [ada],
    },
  ])
})

test('a day on which both wrote counts, in the direction of its first message', () => {
  const mine = { from: 'Me', to: 'Ada', on: NOON }
  const hers = { from: 'Ada', to: 'Me', on: MORNING }
  expect(kindsByDay(mine, hers)).toEqual([['2026-01-10', 'in', 'counted']])
  expect(kindsByDay({ ...mine, on: MORNING }, { ...hers, on: NOON })).toEqual([
    ['2026-01-10', 'out', 'counted'],
  ])
})

test('of two messages in the same second the one higher up in the file is the first', () => {
  const mine = { from: 'Me', to: 'Ada', on: NOON }
  const hers = { from: 'Ada', to: 'Me', on: NOON }
  expect(kindsByDay(mine, hers)).toEqual([['2026-01-10', 'out', 'counted']])
  expect(kindsByDay(hers, mine)).toEqual([['2026-01-10', 'in', 'counted']])
  expect(kindsByDay(hers, { ...mine, on: '2026-01-10 12:00' })).toEqual([['2026-01-10', 'in', 'counted']])
})

test('a day counts where both sides wrote within 30 days of it, in the same conversation', () => {
  expect(
    kindsByDay(
      { from: 'Ada', to: 'Me', on: '2026-01-09 09:00:00 UTC' },
      { from: 'Me', to: 'Ada', on: MORNING },
      { id: 'c2', from: 'Ada', to: 'Me', on: NEXT_DAY },
    ),
  ).toEqual([
    ['2026-01-09', 'in', 'counted'],
    ['2026-01-10', 'out', 'counted'],
    ['2026-01-11', 'in', 'light'],
  ])
  expect(
    kindsByDay(
      { from: 'Me', to: 'Ada', on: MORNING },
      { from: 'Ada', to: 'Me', on: '2026-02-09 09:00:00 UTC' },
      { from: 'Ada', to: 'Me', on: '2026-02-10 09:00:00 UTC' },
    ),
  ).toEqual([
    ['2026-01-10', 'out', 'counted'],
    ['2026-02-09', 'in', 'counted'],
    ['2026-02-10', 'in', 'light'],
  ])
})

test('a message that nobody answered within 30 days is an attempt, and what came later light', () => {
  expect(
    kindsByDay(
      { from: 'Me', to: 'Ada', on: MORNING },
      { from: 'Ada', to: 'Me', on: '2026-02-10 09:00:00 UTC' },
    ),
  ).toEqual([
    ['2026-01-10', 'out', 'attempt'],
    ['2026-02-10', 'in', 'light'],
  ])
})

test('writing again is no answer', () => {
  expect(kindsByDay({ from: 'Me', to: 'Ada', on: MORNING }, { from: 'Me', to: 'Ada', on: NEXT_DAY })).toEqual(
    [
      ['2026-01-10', 'out', 'attempt'],
      ['2026-01-11', 'out', 'attempt'],
    ],
  )
})

test('a message answered on a later day counts, and so does the answer', () => {
  expect(kindsByDay({ from: 'Me', to: 'Ada', on: MORNING }, { from: 'Ada', to: 'Me', on: NEXT_DAY })).toEqual(
    [
      ['2026-01-10', 'out', 'counted'],
      ['2026-01-11', 'in', 'counted'],
    ],
  )
})

test('touchpoints come oldest first, from a file that has the newest first', () => {
  const { touchpoints } = readRows(
    { from: 'Ada', to: 'Me', on: NEXT_DAY },
    { id: 'c2', from: 'Grace', to: 'Me', on: NOON },
    { from: 'Ada', to: 'Me', on: MORNING },
  )
  expect(touchpoints.map((touchpoint) => touchpoint.source.line)).toEqual([7, 6, 5])
})

test('an answer is found below older ones in a file that has the newest first', () => {
  expect(
    kindsByDay(
      { from: 'Ada', to: 'Me', on: NEXT_DAY },
      { from: 'Me', to: 'Ada', on: NOON },
      { from: 'Ada', to: 'Me', on: '2026-01-09 09:00:00 UTC' },
    ),
  ).toEqual([
    ['2026-01-09', 'in', 'counted'],
    ['2026-01-10', 'out', 'counted'],
    ['2026-01-11', 'in', 'counted'],
  ])
})

test('drafts and spam are skipped', () => {
  const found = readRows(
    { from: 'Me', to: 'Ada', on: '', draft: 'TRUE' },
    { from: 'Ada', to: 'Me', on: MORNING, folder: 'SPAM' },
  )
  expect(found).toEqual({
    contacts: [],
    touchpoints: [],
    skipped: [at(5, 'a draft'), at(6, 'spam')],
    bad: [],
  })
})

test.each([
  ['2026-01-10 09:00:30 UTC'],
  ['2026-01-10 09:00:30'],
  ['2026-01-10 09:00 UTC'],
  ['2026-01-10 09:00'],
  ['2026-01-10T09:00:00Z'],
])('DATE may be written %j', (on) => {
  expect(kindsByDay({ from: 'Ada', to: 'Me', on })).toEqual([['2026-01-10', 'in', 'light']])
})

test.each([
  '',
  '2026-02-30 09:00:00 UTC',
  '2026-01-10 24:00:00 UTC',
  '2026-01-10 09:60',
  '2026-01-10',
  '1799-12-31 09:00',
  'now',
  '2026-01-10 09:00:00 CET',
])('DATE %j makes a bad row', (on) => {
  expect(readRows({ from: 'Ada', to: 'Me', on })).toMatchObject({
    touchpoints: [],
    bad: [at(5, `DATE "${on}" is not a date and time`)],
  })
})

test('UTC may be a day ahead: tomorrow becomes today but keeps its key, later days are refused', () => {
  expect(
    readRows(
      { from: 'Ada', to: 'Me', on: '2026-11-23 01:00:00 UTC' },
      { from: 'Ada', to: 'Me', on: '2026-11-24 00:00:00 UTC' },
    ),
  ).toMatchObject({
    touchpoints: [{ on: '2026-11-22', key: 'linkedin-message:c1:2026-11-23' }],
    bad: [at(6, 'is dated in the future')],
  })
})

test('a row cut off before its date is bad, and so is one without a conversation', () => {
  const found = read(
    HEADER,
    ...MINE,
    'BADROW',
    'c1,,Me,x.org/me,Ada,x.org/ada',
    row({ id: '', from: 'Me', to: 'Ada', on: NOON }),
  )
  expect(found.bad).toEqual([
    at(5, 'has 1 field where the header has 12'),
    at(6, 'has 6 fields where the header has 12'),
    at(7, 'has no CONVERSATION ID'),
  ])
})

test('a row with stray quotes is bad', () => {
  expect(readRows({ from: 'Ada', to: 'Me', on: NOON, content: 'the "big" day' }).bad).toEqual([
    at(5, 'has a quote in the middle of a quoted field'),
  ])
})

test('what was written is no part of the result, and its lines count', () => {
  const content = 'Dear Ada,\n\nthe secret is <b>""42""</b>'
  const found = readRows(
    { from: 'Me', to: 'Ada', on: MORNING, content },
    { id: 'c2', from: 'Ada', to: 'Me', on: NOON },
  )
  expect(found.touchpoints.map((touchpoint) => touchpoint.source.line)).toEqual([5, 8])
  expect(JSON.stringify(found)).not.toContain('secret')
})

const withNames = (found: ImportFile) =>
  found.touchpoints.map((touchpoint) => touchpoint.with.map((one) => one.name))

test('a touchpoint is with everyone of the whole conversation but the user, as they first appear', () => {
  expect(
    withNames(
      readRows(
        { from: 'Me', to: 'Grace, Ada', on: MORNING },
        { from: 'Alan', to: 'Me, Grace, Ada', on: NEXT_DAY },
      ),
    ),
  ).toEqual([
    ['Grace', 'Ada', 'Alan'],
    ['Grace', 'Ada', 'Alan'],
  ])
})

const group = (to: string, urls: string) =>
  read(HEADER, ...MINE, `c1,,Me,${url('Me')},"${to}","${urls}",${NOON},,,INBOX,,false`).touchpoints.at(-1)
    ?.with

test.each([
  [
    'Grace,Ada',
    'x.org/g,x.org/a',
    [
      ['Grace', 'x.org/g'],
      ['Ada', 'x.org/a'],
    ],
  ],
  [
    'Grace, Ada',
    'x.org/g x.org/a',
    [
      ['Grace', 'x.org/g'],
      ['Ada', 'x.org/a'],
    ],
  ],
  ['Grace Hopper, PhD', 'x.org/g', [['Grace Hopper, PhD', 'x.org/g']]],
  [
    'Grace Hopper, PhD, Ada',
    'x.org/g,x.org/a',
    [
      ['', 'x.org/g'],
      ['', 'x.org/a'],
    ],
  ],
  [
    'Grace, Ada',
    '',
    [
      ['Grace', null],
      ['Ada', null],
    ],
  ],
])('the recipients %j with the URLs %j', (to, urls, people) => {
  expect(group(to, urls)).toEqual(people.map(([name, address]) => ({ name, url: address })))
})

test('who has no name in one row has the one of another', () => {
  const found = read(
    HEADER,
    ...MINE,
    `c1,,Me,${url('Me')},"A, B, C","x.org/g,x.org/a",${MORNING},,,INBOX,,false`,
    `c2,,Grace,https://x.org/g/,Me,${url('Me')},${NOON},,,INBOX,,false`,
    `c3,,Me,${url('Me')},Ada,,${NOON},,,INBOX,,false`,
    `c4,,ADA,x.org/ada,Me,${url('Me')},${NOON},,,INBOX,,false`,
  )
  expect(found.touchpoints[1]?.with[0]).toEqual({ name: 'Grace', url: 'x.org/g' })
  expect(found.touchpoints.at(-1)?.with).toEqual([{ name: 'Ada', url: 'x.org/ada' }])
})

test('old files have no URLs of recipients, and none of the user', () => {
  const found = read(
    OLD_HEADER,
    `c1,,Me,,"Grace Hopper, PhD",${MORNING},,Hello`,
    `c1,,"Grace Hopper, PhD",x.org/g,Me,${NOON},,Hello`,
    `c1,,Me,,"Grace Hopper, PhD",${NEXT_DAY},,Hello`,
    `c2,,Me,,"Grace Hopper, PhD",${NEXT_DAY},,Hello`,
    `c2,,Me,,Ada,${NEXT_DAY},,Hello`,
  )
  const grace = { name: 'Grace Hopper, PhD', url: 'x.org/g' }
  expect(found.touchpoints.map((touchpoint) => [touchpoint.kind, touchpoint.with])).toEqual([
    ['counted', [grace]],
    ['counted', [grace]],
    ['attempt', [grace, { name: 'Ada', url: null }]],
  ])
})

test('a name that two profiles share stays a name, unless only one of them is in the conversation', () => {
  const found = read(
    HEADER,
    ...MINE,
    `c1,,Ada,x.org/a1,Me,${url('Me')},${MORNING},,,INBOX,,false`,
    `c2,,Ada,x.org/a2,Me,${url('Me')},${MORNING},,,INBOX,,false`,
    `c1,,Me,${url('Me')},Ada,,${NOON},,,INBOX,,false`,
    `c3,,Me,${url('Me')},Ada,,${NOON},,,INBOX,,false`,
  )
  expect(found.touchpoints.slice(1).map((touchpoint) => touchpoint.with)).toEqual([
    [{ name: 'Ada', url: 'x.org/a1' }],
    [{ name: 'Ada', url: 'x.org/a2' }],
    [{ name: 'Ada', url: null }],
  ])
})

test('the user is the most frequent sender, in rows with their URL and in rows with their name only', () => {
  const found = read(
    HEADER,
    `c1,,Me,x.org/me,Ada,x.org/ada,${MORNING},,,INBOX,,false`,
    `c2,,Me,,Ada,x.org/ada,${MORNING},,,INBOX,,false`,
    `c3,,Me,,Ada,x.org/ada,${MORNING},,,INBOX,,false`,
    `c4,,Ada,x.org/ada,Me,x.org/me,${MORNING},,,INBOX,,false`,
    `c4,,Ada,x.org/ada,Me,x.org/me,${MORNING},,,INBOX,,false`,
  )
  expect(found.touchpoints.map((touchpoint) => touchpoint.direction)).toEqual(['out', 'out', 'out', 'in'])
  expect(withNames(found)).toEqual([['Ada'], ['Ada'], ['Ada'], ['Ada']])
})

test('of two equally frequent senders the user is the one in more conversations', () => {
  const found = read(
    HEADER,
    row({ id: 'c1', from: 'Me', to: 'Ada', on: MORNING }),
    row({ id: 'c1', from: 'Ada', to: 'Me', on: NOON }),
    row({ id: 'c1', from: 'Ada', to: 'Me', on: NOON }),
    row({ id: 'c2', from: 'Me', to: 'Grace', on: NEXT_DAY }),
  )
  expect(withNames(found)).toEqual([['Ada'], ['Grace']])
})

test('of two senders alike in both the user is the one first written to', () => {
  const found = read(
    HEADER,
    row({ from: 'Ada', to: 'Me', on: MORNING }),
    row({ id: 'c2', from: 'Me', to: 'Ada', on: NOON }),
  )
  expect(withNames(found)).toEqual([['Ada'], ['Ada']])
  expect(found.touchpoints.map((touchpoint) => touchpoint.direction)).toEqual(['in', 'out'])
})

test('somebody else with the name of the user is somebody else, where a URL tells them apart', () => {
  const found = read(
    HEADER,
    ...MINE,
    `c1,,Me,x.org/other,Me,${url('Me')},${MORNING},,,INBOX,,false`,
    `c2,,Me,,Ada,x.org/ada,${NOON},,,INBOX,,false`,
  )
  expect(found.touchpoints.slice(1).map(({ direction, with: others }) => [direction, others])).toEqual([
    ['in', [{ name: 'Me', url: 'x.org/other' }]],
    ['out', [{ name: 'Ada', url: 'x.org/ada' }]],
  ])
})

test('a sender without name and URL is somebody else, but nobody to be in touch with', () => {
  const nameless = (id: string) => `${id},,,,Me,${url('Me')},${NOON},,,INBOX,,false`
  const found = read(
    HEADER,
    ...MINE,
    `c1,,,${url('Me')},Ada,x.org/ada,${MORNING},,,INBOX,,false`,
    `c2,,,x.org/grace,Me,${url('Me')},${MORNING},,,INBOX,,false`,
    ...['c1', 'c3', 'c4', 'c5', 'c6'].map(nameless),
  )
  expect(
    found.touchpoints.slice(1).map(({ direction, kind, with: others }) => [direction, kind, others]),
  ).toEqual([
    ['out', 'counted', [{ name: 'Ada', url: 'x.org/ada' }]],
    ['in', 'light', [{ name: '', url: 'x.org/grace' }]],
  ])
  expect(found.skipped).toEqual([8, 9, 10, 11].map((line) => at(line, 'names nobody but you')))
})
