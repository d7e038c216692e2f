import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { insertContact } from '../../src/store/contacts.ts'
import { getDayPlan } from '../../src/store/day-plan.ts'
import type { Store } from '../../src/store/open.ts'
import { insertPromise } from '../../src/store/promises.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate

interface Due {
  readonly channel: string
  readonly daysOverdue: number
}

/** Weekly contacts, the latest first; and their uids. */
function withDue(contacts: readonly Due[]): { readonly store: Store; readonly uids: readonly string[] } {
  const store = createNetkeep(TODAY).store()
  const { value: uids } = recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, (change) =>
    contacts.map(({ channel, daysOverdue }, index) => {
      const fields = {
        name: `Contact ${index}`,
        organization: null,
        title: null,
        location: null,
        birthday: null,
        note: null,
        metOn: null,
        metAt: null,
        introducedBy: null,
      }
      const uid = insertContact(change, fields, { circle: null, interval: '1w' }, TODAY)
      const on = addDays(TODAY, -7 - daysOverdue)
      insertTouchpoint(
        change,
        { on, kind: 'counted', channel, direction: null, minutes: null, place: null, note: null },
        [uid],
      )
      return uid
    }),
  )
  return { store, uids }
}

/** So many, each a day less late than the one before; videos take half an hour, calls a quarter of one. */
const due = (count: number, channel: string, latest: number): readonly Due[] =>
  Array.from({ length: count }, (_, index) => ({ channel, daysOverdue: latest - index }))

describe('a plan for a day', () => {
  test('has a short one that stands behind 40 long ones', () => {
    const { store, uids } = withDue([...due(41, 'video', 100), { channel: 'social', daysOverdue: 1 }])
    const plan = getDayPlan(store.db, TODAY, 33)
    expect(plan.due.map(({ line, minutes }) => [line.uid, minutes])).toEqual([
      [uids[0], 30],
      [uids[41], 3],
    ])
    expect(plan.more.due).toBe(40)
  })

  test('of many minutes has all who fit, be they more than 50', () => {
    const { store } = withDue(due(90, 'social', 100))
    expect(getDayPlan(store.db, TODAY, 270).due).toHaveLength(90)
  })

  test('has those who come after any number of ones left out', () => {
    const { store, uids } = withDue(due(120, 'call', 200))
    const planned = (leftOut: readonly string[]): readonly string[] =>
      getDayPlan(store.db, TODAY, 30, leftOut).due.map(({ line }) => line.uid)
    expect(planned([])).toEqual(uids.slice(0, 2))
    expect(planned(uids.slice(0, 60))).toEqual(uids.slice(60, 62))
    expect(planned(uids.slice(0, 119))).toEqual(uids.slice(119))
    expect(planned(uids)).toEqual([])
  })

  test('has a short one behind 40 long ones, where 60 others are left out', () => {
    const { store, uids } = withDue([
      ...due(60, 'call', 200),
      ...due(41, 'video', 100),
      { channel: 'social', daysOverdue: 1 },
    ])
    const plan = getDayPlan(store.db, TODAY, 33, uids.slice(0, 60))
    expect(plan.due.map(({ line }) => line.uid)).toEqual([uids[60], uids[101]])
  })

  test('has promises that come after 60 left out', () => {
    const { store, uids } = withDue(due(1, 'call', -7))
    const [contact = ''] = uids
    const { value: promises } = recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, (change) =>
      Array.from({ length: 62 }, (_, index) =>
        insertPromise(
          change,
          contact,
          { text: `paper ${index}`, on: addDays(TODAY, index - 100), isMine: true },
          addDays(TODAY, -200),
          null,
        ),
      ),
    )
    const plan = getDayPlan(store.db, TODAY, 30, promises.slice(0, 60))
    expect(plan.promises.map(({ promise }) => promise.uid)).toEqual(promises.slice(60))
  })
})
