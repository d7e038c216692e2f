import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { listContactGroups } from '../../src/store/contact-groups.ts'
import { createNetkeep } from '../harness.ts'

test('on the anniversary of the day they met a contact is known for a year longer', async () => {
  const netkeep = createNetkeep('2026-11-20')
  const days = {
    Ann: '2025-11-21',
    Bob: '2025-11-20',
    Cid: '2023-11-21',
    Dan: '2023-11-20',
    Eve: '2016-11-21',
    Fay: '2016-11-20',
  }
  for (const [name, on] of Object.entries(days)) await netkeep.ok('add', name, '--met-on', on)
  const { db } = netkeep.store()
  const names = new Map(db.prepare('SELECT id, name FROM contact').raw().all() as [string, string][])
  const groups = listContactGroups(db, 'known', '2026-11-20' as CalendarDate)
  expect(
    Object.fromEntries(
      groups.map(({ name, contacts }) => [name, contacts.map((uid) => names.get(uid)).sort()]),
    ),
  ).toEqual({
    'under a year': ['Ann'],
    '1 to 3 years': ['Bob', 'Cid'],
    '3 to 10 years': ['Dan', 'Eve'],
    'over 10 years': ['Fay'],
  })
})
