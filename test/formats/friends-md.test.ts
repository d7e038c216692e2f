import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../src/domain/import-file.ts'
import { readFriendsMd } from '../../src/formats/friends-md.ts'
import { sourceOf } from '../../src/formats/source.ts'

function read(...lines: readonly string[]): ImportFile {
  const source = sourceOf('friends.md', new TextEncoder().encode(`${lines.join('\n')}\n`))
  return readFriendsMd(source, { today: '2026-11-22' as CalendarDate, since: undefined })
}

test('a friend has nicknames, a location and tags', () => {
  const { contacts, bad } = read(
    '### Friends:',
    '- Ada Lovelace (a.k.a. The Countess a.k.a. Enchantress of Numbers) [London] @math @dance:waltz',
    '- Alan Turing [Manchester]',
    '- Grace Hopper @navy',
    '- Émilie du Châtelet',
  )
  expect(bad).toEqual([])
  expect(contacts.map(({ name, aliases, location, tags }) => ({ name, aliases, location, tags }))).toEqual([
    {
      name: 'Ada Lovelace',
      aliases: ['The Countess', 'Enchantress of Numbers'],
      location: 'London',
      tags: ['math', 'dance:waltz'],
    },
    { name: 'Alan Turing', aliases: [], location: 'Manchester', tags: [] },
    { name: 'Grace Hopper', aliases: [], location: null, tags: ['navy'] },
    { name: 'Émilie du Châtelet', aliases: [], location: null, tags: [] },
  ])
})

test('an activity is a touchpoint with those whose names are bold; plain names are no link', () => {
  const { touchpoints, skipped } = read(
    '### Activities:',
    '- 2018-11-01: **Grace Hopper** and I met **Ada Lovelace** in _Paris_. George could not come. @travel',
    '- 2018-10-01: Stayed at home with George.',
    '### Friends:',
    '- Grace Hopper',
  )
  expect(touchpoints).toEqual([
    {
      source: { file: 'friends.md', line: 2 },
      key: 'friends:2018-11-01:**Grace Hopper** and I met **Ada Lovelace** in _Paris_. George could not come. @travel',
      on: '2018-11-01',
      channel: null,
      direction: null,
      kind: 'counted',
      place: 'Paris',
      note: 'Grace Hopper and I met Ada Lovelace in Paris. George could not come. @travel',
      with: [{ name: 'Grace Hopper', sourceId: 'friends:grace hopper' }, { name: 'Ada Lovelace' }],
    },
  ])
  expect(skipped).toEqual([{ source: { file: 'friends.md', line: 3 }, reason: 'it names nobody in bold' }])
})

test('notes stand in the note of whom they are about, with their days, the oldest first', () => {
  const { contacts } = read(
    '### Notes:',
    '- 2018-06-15: **Grace Hopper** has a building named after her.',
    '- 2017-06-06: **Grace Hopper** moved to _Paris_.',
    '',
    '### Friends:',
    '- Grace Hopper',
  )
  expect(contacts[0]?.note).toBe(
    '2017-06-06: Grace Hopper moved to Paris.\n2018-06-15: Grace Hopper has a building named after her.',
  )
})

test('lines that friends would not write are told by their number', () => {
  const { bad } = read(
    'hello',
    '### Activities:',
    '- 2018-02-30: **Ada** x',
    '- **Ada** x',
    '- 2027-01-01: **Ada** x',
    'text',
    '### Friends:',
    '- (a.k.a. x)',
  )
  expect(bad.map(({ source, reason }) => `${source.line}: ${reason}`)).toEqual([
    '1: it is neither a heading of friends nor a line of a list',
    '3: it does not begin with a date such as 2018-11-01:',
    '4: it does not begin with a date such as 2018-11-01:',
    '5: 2027-01-01 lies in the future',
    '6: it is neither a heading of friends nor a line of a list',
    '8: no name',
  ])
})

test('a megabyte of marks is read in a moment', () => {
  const start = performance.now()
  for (const mark of ['**', '_a', '**a', '[', ' (a.k.a. ', '@a:', ' @'])
    read(
      '### Activities:',
      `- 2018-01-01: ${mark.repeat(1e6 / mark.length)}`,
      '### Friends:',
      `- A${mark.repeat(1e6 / mark.length)}`,
    )
  expect(performance.now() - start).toBeLessThan(14_000)
})
