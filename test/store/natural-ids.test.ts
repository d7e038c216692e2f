import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import { insertContact } from '../../src/store/contacts.ts'
import { eventContactId, planContact, unplanContact } from '../../src/store/events.ts'
import { insertGoal } from '../../src/store/goals.ts'
import { addMember } from '../../src/store/group-members.ts'
import { insertGroup } from '../../src/store/groups.ts'
import { addFormerJob } from '../../src/store/jobs.ts'
import { setContactDate } from '../../src/store/occasions.ts'
import { addRelation } from '../../src/store/relations.ts'
import { insertFreeze } from '../../src/store/streak.ts'
import { addTrait } from '../../src/store/traits.ts'
import { addWatch } from '../../src/store/watches.ts'
import { createNetkeep } from '../harness.ts'

const ADA = '01900000-0000-7000-8000-00000000000a'
const BOB = '01900000-0000-7000-8000-00000000000b'
const today = '2026-11-22' as CalendarDate
const NOTHING = { organization: null, title: null, location: null, birthday: null, note: null }

/** The ids that a database gives to what it learns of Ada and Bob, however it is told. */
function learn(tell: (change: Change) => void): readonly unknown[] {
  const store = createNetkeep().store()
  recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) => {
    for (const [uid, name] of [
      [ADA, 'Ada'],
      [BOB, 'Bob'],
    ] as const) {
      const fields = { ...NOTHING, name, metOn: null, metAt: null, introducedBy: null }
      insertContact(change, fields, { circle: null, interval: null }, today, { uid, imported: null })
    }
    tell(change)
  })
  const tables = [
    'contact_trait',
    'contact_date',
    'contact_job',
    'relation',
    'goal',
    'freeze',
    'contact_group',
    'group_member',
    'watch',
  ]
  return tables.map((table) => store.db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all())
}

test('two devices that learn the same give it the same ids, in this version and any other', () => {
  const here = learn((change) => {
    const { db } = change
    addTrait(db, ADA, { kind: 'interest', value: 'open source' })
    setContactDate(db, ADA, { label: 'Founding day', date: '2001-05-04', isYearly: true, notice: null })
    addFormerJob(db, ADA, { organization: 'Navy', title: 'Analyst', notedOn: today, untilOn: today })
    addRelation(db, { a: ADA, kind: 'reports-to', b: BOB })
    insertGoal(change, { kind: 'touches', detail: 'coffee', target: 2, period: 'month' }, today)
    insertGoal(change, { kind: 'gives', detail: null, target: 2, period: 'week' }, today)
    insertFreeze(db, { from: today, to: today })
    addMember(db, insertGroup(db, { name: 'Job club', kind: null, interval: '2w' }, today), ADA, today)
    addWatch(db, 'Acme, Inc.', today)
  })
  const there = learn((change) => {
    const { db } = change
    addTrait(db, ADA, { kind: 'interest', value: 'Open-Source' })
    setContactDate(db, ADA, { label: 'founding day', date: '2001-05-05', isYearly: true, notice: 7 })
    addFormerJob(db, ADA, { organization: 'NAVY', title: 'analyst', notedOn: today, untilOn: null })
    addRelation(db, { a: BOB, kind: 'manages', b: ADA })
    insertGoal(change, { kind: 'gives', detail: null, target: 7, period: 'week' }, today)
    insertGoal(change, { kind: 'touches', detail: 'coffee', target: 3, period: 'month' }, today)
    insertFreeze(db, { from: today, to: today })
    addMember(db, insertGroup(db, { name: 'JOB CLUB', kind: 'other', interval: null }, today), ADA, today)
    addWatch(db, 'The ACME', today)
  })
  expect(there).toEqual(here)
  expect(here).toEqual([
    ['8f95a0cf-74d8-5245-8320-da7c0ef7934a'],
    ['85bced75-3837-548e-b469-37096c4c16ff'],
    ['50277a49-20f8-5579-84f6-be4414c052f5'],
    ['a225a8d8-2796-54dd-9ac0-2832eec152bb'],
    ['24acb2c8-f442-515e-8dba-ad81b2977874', '72a0165a-0522-5938-a850-5b0581489f9b'],
    ['5d48dce1-81a2-5064-abc8-b99a8ad09a5a'],
    ['1863dabe-9a92-507a-91bd-20ffc8fd4654'],
    ['c7ad8064-d1ce-5fca-b456-2b93d0ef1b20'],
    ['47b72ed9-42e1-5cfb-a70e-171e692489a2'],
  ])
})

test('whom to meet at an event is one row on every device', () => {
  expect(eventContactId('01900000-0000-7000-8000-0000000000ee', ADA)).toBe(
    '12123a1e-58a4-5753-a5de-87e041691083',
  )
  const store = createNetkeep().store()
  recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, ({ db }) => {
    planContact(db, 'event', ADA)
    unplanContact(db, 'event', ADA)
    planContact(db, 'event', ADA)
  })
  expect(store.db.prepare('SELECT id, deleted FROM event_contact').all()).toEqual([
    { id: eventContactId('event', ADA), deleted: null },
  ])
})
