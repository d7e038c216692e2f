import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDate,
  daysBetween,
  earlierDate,
  laterDate,
} from '../../src/domain/calendar-date.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import type { DateRange } from '../../src/domain/period.ts'
import { weeksIn } from '../../src/domain/period.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { getDiversity } from '../../src/store/diversity.ts'
import type { Store } from '../../src/store/open.ts'
import { getStatistics } from '../../src/store/statistics.ts'
import { createNetkeep } from '../harness.ts'
import { plansOf } from './query-plans.ts'
import { commands, perform } from './random-commands.ts'
import {
  countContactDays,
  randomHistory,
  type SeenTouch,
  seenTouches,
  TODAY,
  tell,
} from './random-history.ts'

interface ContactRow {
  readonly id: string
  readonly interval: string | null
  readonly circle: string | null
  readonly organization: string | null
  readonly tracked_from: CalendarDate
  readonly paused_on: string | null
  readonly prospect_on: string | null
}

interface Scene {
  readonly intervals: readonly (string | null)[]
  readonly trackedAgo: readonly number[]
  readonly tags: readonly (readonly string[])[]
  readonly minutes: readonly (number | null)[]
}

const scene: fc.Arbitrary<Scene> = fc.record({
  intervals: fc.array(fc.constantFrom(null, '1w', '10d', '1m', '1q'), { minLength: 4, maxLength: 4 }),
  trackedAgo: fc.array(fc.nat(150), { minLength: 4, maxLength: 4 }),
  tags: fc.array(fc.subarray(['Design', 'design', 'mentor', 'choir', 'a', 'b', 'c']), {
    minLength: 4,
    maxLength: 4,
  }),
  minutes: fc.array(fc.constantFrom(null, 5, 30), { minLength: 5, maxLength: 5 }),
})

/** Some of the days that histories tell of. */
const range: fc.Arbitrary<DateRange> = fc
  .tuple(fc.nat(120), fc.nat(60))
  .map(([ago, length]) => ({ from: addDays(TODAY, -ago), to: addDays(TODAY, Math.min(0, length - ago)) }))

function set(store: Store, { intervals, trackedAgo, tags, minutes }: Scene): void {
  recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, ({ db }) => {
    const uids = db.prepare('SELECT id FROM contact ORDER BY name').pluck().all() as string[]
    for (const [index, uid] of uids.entries()) {
      db.prepare('UPDATE contact SET interval = ?, tracked_from = ?, organization = ? WHERE id = ?').run(
        intervals[index],
        addDays(TODAY, -(trackedAgo[index] ?? 0)),
        ['ACME, Inc.', 'Acme', 'Navy', null][index],
        uid,
      )
      for (const tag of tags[index] ?? [])
        db.prepare('INSERT INTO contact_tag (id, contact, tag) VALUES (?, ?, ?)').run(
          `${uid} ${tag}`,
          uid,
          tag,
        )
    }
    const touchpoints = db.prepare('SELECT id FROM touchpoint ORDER BY id').pluck().all() as string[]
    for (const [index, uid] of touchpoints.entries())
      db.prepare('UPDATE touchpoint SET minutes = ? WHERE id = ?').run(minutes[index % minutes.length], uid)
  })
}

const within = ({ from, to }: DateRange, touches: readonly SeenTouch[]): readonly SeenTouch[] =>
  touches.filter(({ on }) => from <= on && on <= to)

function liveContacts({ db }: Store): readonly ContactRow[] {
  return db
    .prepare('SELECT * FROM contact WHERE deleted IS NULL AND merged_into IS NULL')
    .all() as ContactRow[]
}

/** The interval that a contact has now; null without a cadence. */
function intervalOf({ db }: Store, contact: ContactRow, touched: boolean): string | null {
  if (contact.paused_on !== null || (contact.prospect_on !== null && !touched)) return null
  const ofCircle = db.prepare('SELECT interval FROM circle WHERE id = ? AND deleted IS NULL').pluck()
  const interval = contact.interval ?? (ofCircle.get(contact.circle) as string | undefined) ?? null
  return interval === 'none' ? null : interval
}

/** The latest day that a contact was ever tracked from: an import gives that of the day, and may set it back then. */
function addedOn({ db }: Store, { id, tracked_from }: ContactRow): CalendarDate {
  const said = db.prepare('SELECT s FROM op WHERE r = ?').pluck().all(id) as string[]
  const days = said.flatMap((text): CalendarDate[] => JSON.parse(text).tracked_from ?? [])
  return id.charAt(14) === '7' ? tracked_from : (days.sort().at(-1) ?? tracked_from)
}

/** How many of the contacts that were there on a day are warm on it, looked up one by one. */
function naiveWarm(
  store: Store,
  seen: readonly SeenTouch[],
  day: CalendarDate,
): { contacts: number; warm: number } {
  let [contacts, warm] = [0, 0]
  for (const contact of liveContacts(store)) {
    const days = seen
      .filter((one) => one.contact === contact.id && one.kind === 'counted')
      .map(({ on }) => on)
    const interval = intervalOf(store, contact, days.length > 0)
    if (interval === null) continue
    const [last] = days
      .filter((on) => on <= day)
      .sort()
      .toReversed()
    const tracked =
      contact.prospect_on === null && addedOn(store, contact) <= day ? contact.tracked_from : undefined
    const anchor = last ?? tracked
    if (anchor === undefined) continue
    contacts++
    if (addInterval(anchor, parseInterval(interval)) > day) warm++
  }
  return { contacts, warm }
}

/** Attempts with a touch of the same contact in the 30 days behind them, each compared with all there is. */
function naiveAnswered(store: Store, seen: readonly SeenTouch[], attempts: readonly SeenTouch[]): number {
  const recorded = new Map(
    store.db.prepare('SELECT id, recorded_at FROM touchpoint').raw().all() as [string, string][],
  )
  const orderOf = ({ on, touchpoint }: SeenTouch): string =>
    `${on} ${recorded.get(touchpoint) ?? ''} ${touchpoint}`
  return attempts.filter((attempt) =>
    seen.some(
      (touch) =>
        touch.contact === attempt.contact &&
        touch.kind === 'counted' &&
        orderOf(touch) > orderOf(attempt) &&
        daysBetween(attempt.on, touch.on) <= 30,
    ),
  ).length
}

function expectAsCounted(
  store: Store,
  days: DateRange,
  today: CalendarDate,
  among?: readonly string[],
): void {
  const seen = seenTouches(store)
  const inRange = within(days, seen).filter(({ contact }) => among?.includes(contact) !== false)
  const counted = inRange.filter(({ kind }) => kind === 'counted')
  const live = liveContacts(store).filter(({ id }) => among?.includes(id) !== false)
  const touchesOf = (uids: readonly string[]): number =>
    countContactDays(counted.filter(({ contact }) => uids.includes(contact)))
  const statistics = getStatistics(store.db, { range: days, today, among })
  const touchpoints = new Set(counted.map(({ touchpoint }) => touchpoint))
  const attempts = inRange.filter(({ recordedKind }) => recordedKind === 'attempt')
  expect(statistics).toMatchObject({
    touchpoints: touchpoints.size,
    touches: countContactDays(counted),
    touched: new Set(counted.map(({ contact }) => contact)).size,
    contacts: live.length,
    removedTouches: countContactDays(counted) - touchesOf(live.map(({ id }) => id)),
    light: inRange.filter(({ kind }) => kind === 'light').length,
  })
  for (const { channel, touches } of statistics.byChannel)
    expect(touches).toBe(countContactDays(counted.filter((one) => one.channel === channel)))
  const named = counted.filter(({ channel }) => channel !== null)
  expect(statistics.withoutChannel).toBe(countContactDays(counted) - countContactDays(named))
  expect(new Set(statistics.byChannel.map(({ channel }) => channel))).toEqual(
    new Set(named.map(({ channel }) => channel)),
  )
  expect(statistics.perWeek).toEqual(
    weeksIn(days).map((week) => ({ on: week.from, count: countContactDays(within(week, counted)) })),
  )
  const first = store.db.prepare('SELECT min(touched_on) FROM touchpoint WHERE deleted IS NULL').pluck().get()
  const known = daysBetween(laterDate(days.from, first as CalendarDate | null), days.to) + 1
  expect(statistics.meanPerWeek).toBe(
    first === null || known < 14 ? null : (countContactDays(counted) * 7) / known,
  )
  if (among === undefined) {
    expect(statistics.warmPerWeek).toEqual(
      weeksIn(days)
        .map((week) => ({ on: week.from, ...naiveWarm(store, seen, earlierDate(week.to, days.to)) }))
        .filter(({ contacts }) => contacts > 0),
    )
    expect({ contacts: statistics.withCadence, warm: statistics.warm }).toEqual(naiveWarm(store, seen, today))
  }
  expect(statistics.attempts.reduce((sum, one) => sum + one.attempts, 0)).toBe(attempts.length)
  for (const { channel, answered } of statistics.attempts)
    expect(answered).toBe(
      naiveAnswered(
        store,
        seen,
        attempts.filter((one) => one.channel === channel),
      ),
    )
  const told = store.db.prepare('SELECT id, minutes FROM touchpoint WHERE minutes IS NOT NULL').all() as {
    id: string
    minutes: number
  }[]
  const toldHere = told.filter(({ id }) => touchpoints.has(id))
  expect(statistics.minutes).toMatchObject({
    told: toldHere.reduce((sum, { minutes }) => sum + minutes, 0),
    toldTouchpoints: toldHere.length,
    estimatedTouchpoints: touchpoints.size - toldHere.length,
  })
  expectShared(store, days, today, live, touchesOf)
}

/** Tags and organizations, put together by hand. */
function expectShared(
  store: Store,
  days: DateRange,
  today: CalendarDate,
  live: readonly ContactRow[],
  touchesOf: (uids: readonly string[]) => number,
): void {
  const among = live.map(({ id }) => id)
  const { kinds, touches } = getDiversity(store.db, { range: days, today, among })
  expect(touches).toBe(touchesOf(among))
  const rows = store.db
    .prepare('SELECT contact, lower(tag) AS tag FROM contact_tag WHERE deleted IS NULL')
    .all() as { contact: string; tag: string }[]
  const held = rows.filter(({ contact }) => among.includes(contact))
  for (const { name, contacts, touches: count } of kinds.find(({ kind }) => kind === 'tag')?.groups ?? []) {
    const holders = new Set(
      held.filter(({ tag }) => tag === name.toLowerCase()).map(({ contact }) => contact),
    )
    expect([contacts, count]).toEqual([holders.size, touchesOf([...holders])])
  }
  for (const { groups, none, half } of kinds.filter(({ kind }) => kind !== 'tag' && kind !== 'interest')) {
    const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
    const counts = groups.map((group) => group.touches)
    expect(sum(counts) + none.touches).toBe(touches)
    expect(sum(groups.map((group) => group.contacts)) + none.contacts).toBe(live.length)
    expect(sum(counts.slice(0, half)) * 2).toBeGreaterThanOrEqual(sum(counts))
    if (half > 0) expect(sum(counts.slice(0, half - 1)) * 2).toBeLessThan(sum(counts))
  }
}

describe('statistics of what is recorded', () => {
  test('equal a count of all rows, over any days', () => {
    fc.assert(
      fc.property(randomHistory, scene, range, fc.boolean(), (history, given, days, isPart) => {
        const store = createNetkeep().store()
        tell(store, history)
        set(store, given)
        const uids = liveContacts(store).map(({ id }) => id)
        expectAsCounted(store, days, TODAY, isPart ? uids.slice(0, 2) : undefined)
        expectAsCounted(store, { ...days, to: TODAY }, TODAY)
      }),
      { seed: 20_261_122, numRuns: 40 },
    )
  }, 60_000)

  test('after any commands equal a count of all rows; undoing them all leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const netkeep = createNetkeep()
        const store = netkeep.store()
        for (const step of steps) await perform(netkeep, step)
        const today = netkeep.today as CalendarDate
        const days = { from: addDays(today, -200), to: today }
        expectAsCounted(store, days, today)
        await netkeep.ok('undo', '100')
        expect(getStatistics(store.db, { range: days, today, among: undefined })).toMatchObject({
          touches: 0,
          contacts: 0,
          attempts: [],
          light: 0,
        })
      }),
      { seed: 20_261_122, numRuns: 15 },
    )
  }, 60_000)

  test('of 40,000 touchpoints with a contact on a day, every second an attempt, take no longer than of other 40,000', () => {
    const store = createNetkeep().store()
    tell(store, { told: [], removed: [], prospects: [] })
    recordCommand(store, { typed: 'test', at: `${TODAY}T13:00:00Z` }, ({ db }) => {
      db.exec(
        `CREATE TEMP TABLE told AS
           WITH RECURSIVE number (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM number WHERE value < 40000)
           SELECT printf('t%05d', value) AS id, iif(value % 2, 'counted', 'attempt') AS kind FROM number;
         INSERT INTO touchpoint (id, touched_on, kind) SELECT id, '${TODAY}', kind FROM told;
         INSERT INTO touchpoint_contact (id, touchpoint, contact) SELECT id, id, (SELECT min(id) FROM contact) FROM told;`,
      )
    })
    const { touches, attempts } = getStatistics(store.db, {
      range: { from: TODAY, to: TODAY },
      today: TODAY,
      among: undefined,
    })
    expect({ touches, attempts }).toEqual({
      touches: 1,
      // The last of them has nothing behind it.
      attempts: [{ channel: null, attempts: 20_000, answered: 19_999 }],
    })
  })

  test('are read through the index of days, without looking at a touchpoint', () => {
    const store = createNetkeep().store()
    const plans = plansOf(store, () =>
      getStatistics(store.db, {
        range: { from: addDays(TODAY, -363), to: TODAY },
        today: TODAY,
        among: undefined,
      }),
    )
    expect(plans).toContain('SEARCH t USING COVERING INDEX touchpoint_day (touched_on>? AND touched_on<?)')
    expect(plans).toContain('SEARCH x USING COVERING INDEX touchpoint_contact_touchpoint (touchpoint=?)')
    expect(plans.filter((step) => /^SCAN [tx]\b/.test(step))).toEqual([])
  })
})
