import { expect, test } from 'vitest'
import type { Meeting } from '../../src/domain/import-file.ts'
import { meetingsToTouchpoints } from '../../src/domain/meeting.ts'

type Attendee = Meeting['attendees'][number]

const ME = 'me@x.org'
const who = (email: string | null, more: Partial<Attendee> = {}): Attendee => ({
  name: 'N',
  email,
  hasDeclined: false,
  ...more,
})
const meeting = (attendees: readonly Attendee[], more: Partial<Meeting> = {}): Meeting => ({
  source: { file: 'work.ics', line: 3 },
  id: '1@x.org/2026-11-02',
  on: '2026-11-02' as Meeting['on'],
  minutes: 30,
  place: 'Room 5',
  isVideo: false,
  attendees,
  ...more,
})
const madeOf = (...attendees: readonly Attendee[]) => meetingsToTouchpoints([meeting(attendees)], [ME])

test('a meeting is a touchpoint that counts, with everybody but the user', () => {
  expect(madeOf(who('Me@X.org', { isOrganizer: true }), who('grace@x.org'), who(null)).touchpoints).toEqual([
    {
      source: { file: 'work.ics', line: 3 },
      key: 'meeting:1@x.org/2026-11-02',
      on: '2026-11-02',
      channel: 'meeting',
      direction: 'out',
      kind: 'counted',
      minutes: 30,
      place: 'Room 5',
      with: [
        { name: 'N', email: 'grace@x.org' },
        { name: 'N', email: null },
      ],
    },
  ])
})

test('another who invited makes it one of theirs, and nobody leaves it open', () => {
  expect(madeOf(who(ME), who('grace@x.org', { isOrganizer: true })).touchpoints[0]?.direction).toBe('in')
  expect(madeOf(who(ME), who('grace@x.org')).touchpoints[0]?.direction).toBeNull()
})

test('a call is video', () => {
  const { touchpoints } = meetingsToTouchpoints([meeting([who('grace@x.org')], { isVideo: true })], [ME])
  expect(touchpoints[0]?.channel).toBe('video')
})

test('one that the user declined, or where nobody else came, is skipped', () => {
  expect(
    madeOf(who(ME, { hasDeclined: true }), who('grace@x.org')).skipped.map(({ reason }) => reason),
  ).toEqual(['you declined'])
  expect(
    madeOf(who(ME), who('grace@x.org', { hasDeclined: true })).skipped.map(({ reason }) => reason),
  ).toEqual(['nobody but you'])
})
