import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import type { Store } from '../../src/store/open.ts'
import { storeSetting } from '../../src/store/settings.ts'
import { minutesByChannel } from '../../src/store/time-spent.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { createNetkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate

interface Talk {
  readonly daysAgo: number
  readonly minutes: number | null
  readonly channel?: string
}

/** A store with these talks, each group recorded an hour after the one before. */
function withTalks(...groups: readonly (readonly Talk[])[]): Store {
  const store = createNetkeep(TODAY).store()
  groups.forEach((group, hour) => {
    recordCommand(store, { typed: 'test', at: `${TODAY}T1${hour}:00:00Z` }, (change) => {
      for (const { daysAgo, minutes, channel = 'call' } of group) {
        const on = addDays(TODAY, -daysAgo)
        const about = { direction: null, place: null, note: null }
        insertTouchpoint(change, { on, kind: 'counted', channel, minutes, ...about }, [])
      }
    })
  })
  return store
}

/** So many talks of one length, the last of them that many days ago, the others before it. */
const talks = (count: number, minutes: number, daysAgo: number): readonly Talk[] =>
  Array.from({ length: count }, (_, index) => ({ daysAgo: daysAgo + index, minutes }))

const minutesOfCalls = ({ db }: Store): number => minutesByChannel(db)('call')

describe('how long a channel takes', () => {
  test('is what is usual until three talks have told', () => {
    expect(minutesOfCalls(withTalks(talks(2, 40, 1)))).toBe(15)
    expect(minutesOfCalls(withTalks(talks(3, 40, 1)))).toBe(40)
  })

  test('is the median of the last twenty that tell: a new habit wins over any number of old ones', () => {
    const old = talks(100, 60, 20)
    expect(minutesOfCalls(withTalks(old, talks(9, 5, 1)))).toBe(60)
    // Ten to ten: of an even number the lower of both in the middle.
    expect(minutesOfCalls(withTalks(old, talks(10, 5, 1)))).toBe(5)
  })

  test('goes back to the twentieth, and no further', () => {
    // With the twentieth it is ten to ten, and the lower one counts; with a twenty-first, eleven to ten.
    const newest = [...talks(10, 60, 1), ...talks(9, 5, 11)]
    expect(minutesOfCalls(withTalks(newest))).toBe(60)
    expect(minutesOfCalls(withTalks(newest, talks(1, 5, 20)))).toBe(5)
    expect(minutesOfCalls(withTalks(newest, talks(1, 5, 20), talks(30, 60, 21)))).toBe(5)
  })

  test('the last ones are those of the last days, whenever they were recorded', () => {
    expect(minutesOfCalls(withTalks(talks(20, 5, 1), talks(20, 60, 30)))).toBe(5)
    expect(minutesOfCalls(withTalks(talks(20, 60, 30), talks(20, 5, 1)))).toBe(5)
  })

  test('of one day, those recorded last are the last', () => {
    const sameDay = (minutes: number): readonly Talk[] =>
      Array.from({ length: 20 }, () => ({ daysAgo: 3, minutes }))
    expect(minutesOfCalls(withTalks(sameDay(60), sameDay(5)))).toBe(5)
    expect(minutesOfCalls(withTalks(sameDay(5), sameDay(60)))).toBe(60)
  })

  test('is told by talks of the channel alone, that say how long they took and are still there', () => {
    const store = withTalks(
      talks(3, 40, 30),
      talks(20, 5, 1).map((talk) => ({ ...talk, channel: 'video' })),
      talks(20, 0, 1).map((talk) => ({ ...talk, minutes: null })),
      talks(20, 7, 1),
    )
    expect(minutesOfCalls(store)).toBe(7)
    store.db.exec('UPDATE touchpoint SET deleted = 1 WHERE minutes = 7')
    expect(minutesOfCalls(store)).toBe(40)
    expect(minutesByChannel(store.db)('video')).toBe(5)
  })

  test('is what the user has set, whatever was told', () => {
    const store = withTalks(talks(20, 40, 1))
    storeSetting(store.db, 'channel-minutes', 'call=20')
    expect(minutesOfCalls(store)).toBe(20)
  })
})
