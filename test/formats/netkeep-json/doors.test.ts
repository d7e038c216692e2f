/** Introductions, events, groups and watched employers of netkeep's own JSON, whatever a file claims of them. */
import { expect, test } from 'vitest'
import type { Snapshot } from '../../../src/domain/snapshot.ts'
import { read } from '../../store/snapshot.ts'

const UID = '01900000-0000-7000-8000-00000000000a'
const ADA = '01900000-0000-7000-8000-00000000000b'
const BOB = '01900000-0000-7000-8000-00000000000c'

type Section = 'introductions' | 'events' | 'groups' | 'watches' | 'contacts'

const row = (fields: object): string => JSON.stringify({ uid: UID, ...fields })

function readRow(section: Section, text: string): Snapshot {
  return read(`{"netkeep": 1,\n"${section}": [\n${text}\n]}\n`)
}

const introduction = (more: object): string => row({ a: ADA, b: BOB, madeOn: '2026-11-20', ...more })
const event = (more: object): string => row({ name: 'PyCon', from: '2026-12-04', ...more })
const group = (more: object): string => row({ name: 'Job club', ...more })

test('each is read with the least that it needs', () => {
  expect(readRow('introductions', introduction({})).introductions).toEqual([
    {
      uid: UID,
      a: ADA,
      b: BOB,
      by: null,
      for: null,
      offeredOn: null,
      agreedOn: null,
      madeOn: '2026-11-20',
      metOn: null,
      outcomeOn: null,
      declinedOn: null,
      outcome: null,
      touchpoint: null,
    },
  ])
  expect(readRow('events', event({})).events).toEqual([
    {
      uid: UID,
      name: 'PyCon',
      from: '2026-12-04',
      to: '2026-12-04',
      place: null,
      goal: null,
      contacts: [],
    },
  ])
  expect(readRow('groups', group({})).groups).toEqual([
    {
      uid: UID,
      name: 'Job club',
      kind: null,
      interval: null,
      trackedFrom: null,
      members: [],
      meetings: [],
    },
  ])
  expect(readRow('watches', '{"organization": "Navy"}').watches).toEqual([
    { organization: 'Navy', since: null },
  ])
})

test.each<readonly [Section, string, string]>([
  ['introductions', introduction({ a: 'ada' }), 'introductions[0].a: "ada" is no uid'],
  [
    'introductions',
    introduction({ b: null }),
    'introductions[0].b is missing, and so is who introduced them',
  ],
  [
    'introductions',
    introduction({ b: ADA }),
    'introductions[0].a stands in it twice: nobody is introduced to themselves',
  ],
  [
    'introductions',
    introduction({ b: null, by: ADA }),
    'introductions[0].a stands in it twice: nobody is introduced to themselves',
  ],
  [
    'introductions',
    introduction({ madeOn: null }),
    'introductions[0].offeredOn is missing, and so is the day of any other state',
  ],
  [
    'introductions',
    introduction({ metOn: '2026-11-24' }),
    'introductions[0].metOn: "2026-11-24" lies in the future',
  ],
  [
    'introductions',
    introduction({ for: 'x\u0000' }),
    'introductions[0].for: The for contains a NUL character',
  ],
  ['events', event({ name: ' \u200b' }), 'events[0].name: The name is empty'],
  [
    'events',
    event({ name: 'x'.repeat(501) }),
    'events[0].name: The name is too long: 501 characters, where at most 500 fit',
  ],
  ['events', event({ from: null }), 'events[0].from is missing'],
  [
    'events',
    event({ from: '2026-02-30' }),
    'events[0].from: "2026-02-30" is not a date between 1800 and 9999',
  ],
  ['events', event({ to: '2026-12-03' }), 'events[0].to lies before the first day'],
  ['events', event({ contacts: [ADA, 'x'] }), 'events[0].contacts[1] is no uid'],
  ['groups', group({ name: '' }), 'groups[0].name: The name is empty'],
  [
    'groups',
    group({ interval: 'none' }),
    'groups[0].interval: "none" is not an interval. An interval is a whole number and a unit, from 1 day to 10 years: 10d, 2w, 3m, 1q, 1y, weekly, monthly; in quotes "2 weeks"',
  ],
  ['groups', group({ members: [{ contact: 7 }] }), 'groups[0].members[0].contact is not text'],
  [
    'groups',
    group({ members: [{ contact: ADA, joinedOn: '2027-01-01' }] }),
    'groups[0].members[0].joinedOn: "2027-01-01" lies in the future',
  ],
  ['groups', group({ meetings: [{ uid: UID }] }), 'groups[0].meetings[0].on is missing'],
  ['watches', '{"organization": " \u200b"}', 'watches[0].organization has neither a letter nor a digit'],
  [
    'watches',
    '{"organization": "Navy", "since": "soon"}',
    'watches[0].since: "soon" is not a date between 1800 and 9999',
  ],
])('of %s, %s is refused by its path', (section, text, reason) => {
  expect(readRow(section, text).bad.map((found) => `line ${found.source.line}: ${found.reason}`)).toEqual([
    `line 3: ${reason}`,
  ])
})

test('a day of an introduction that lies before an earlier state is left out, and told', () => {
  const { introductions, partial, bad } = readRow(
    'introductions',
    introduction({
      offeredOn: '2026-11-10',
      agreedOn: '2026-11-09',
      metOn: '2026-11-20',
      outcomeOn: '2026-11-19',
    }),
  )
  expect(bad).toEqual([])
  expect(introductions).toMatchObject([
    { offeredOn: '2026-11-10', agreedOn: null, madeOn: '2026-11-20', metOn: '2026-11-20', outcomeOn: null },
  ])
  expect(partial.map(({ reason }) => reason)).toEqual([
    'introductions[0].agreedOn: "2026-11-09" lies before an earlier state, so it is left out',
    'introductions[0].outcomeOn: "2026-11-19" lies before an earlier state, so it is left out',
  ])
})

test('only somebody to reach can be given up', () => {
  const contact = (more: object): string => row({ name: 'Ada', ...more })
  const { contacts } = readRow(
    'contacts',
    [
      contact({ prospectOn: '2026-11-01', prospectDroppedOn: '2026-11-09' }),
      contact({ uid: ADA, prospectDroppedOn: '2026-11-09' }),
      contact({ uid: BOB, prospectOn: '2027-01-01', prospectDroppedOn: '2026-11-09' }),
    ].join(',\n'),
  )
  expect(contacts).toMatchObject([
    { prospectOn: '2026-11-01', prospectDroppedOn: '2026-11-09' },
    { prospectOn: null, prospectDroppedOn: null },
    { prospectOn: null, prospectDroppedOn: null },
  ])
})
