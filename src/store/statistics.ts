/** The numbers of a stretch of days: touches, who is warm, attempts, time, new contacts. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { shareTouches, sumOver } from '../domain/contact-groups.ts'
import { type DateRange, periodAt, weeksIn } from '../domain/period.ts'
import {
  type ChannelTouches,
  type CircleTouches,
  SHOWN_TAGS,
  type Statistics,
  type WeekTouches,
} from '../domain/statistics.ts'
import { type CountedDay, type TouchTally, tallyTouches } from '../domain/touch-tally.ts'
import { countAttempts, countLight } from './attempts.ts'
import { listCircles } from './circles.ts'
import { listContactGroups } from './contact-groups.ts'
import { listCountedDays } from './counted-days.ts'
import type { Database } from './driver.ts'
import { countNewContacts } from './goal-counts.ts'
import { sumMinutes } from './minutes-spent.ts'
import { firstTouchpointDay } from './touches.ts'
import { createWarmCount, listCadences, type StoredCadence } from './warm-count.ts'

export interface StatisticsQuery {
  /** Its last day is no later than today. */
  readonly range: DateRange
  readonly today: CalendarDate
  /** Only these contacts (uids); undefined for all, and for what was done with those removed since. */
  readonly among: readonly string[] | undefined
}

/** The touches in these days, of these contacts. */
export function tallyIn(db: Database, { range, among }: StatisticsQuery): TouchTally {
  return tallyTouches(listCountedDays(db, range, among))
}

export function getStatistics(db: Database, query: StatisticsQuery): Statistics {
  const { range, today, among } = query
  const cadences = listCadences(db, today, among)
  const warmCount = createWarmCount(db, range, today, cadences)
  // Who was warm in the first weeks depends on days before them: these are read in the same pass.
  function* inRange(days: Iterable<CountedDay>): Generator<CountedDay> {
    for (const day of days) {
      warmCount.touch(day.on, day.contacts)
      if (day.on >= range.from) yield day
    }
  }
  const tally = tallyTouches(inRange(listCountedDays(db, { from: warmCount.from, to: range.to }, among)))
  const uids = cadences.map(({ uid }) => uid)
  const { touches, byContact } = tally
  const perWeek = weeklyOf(range, tally.byDay)
  return {
    range,
    touchpoints: [...tally.touchpoints.values()].reduce((sum, count) => sum + count, 0),
    touches,
    touched: byContact.size,
    removedTouches: touches - sumOver(uids, byContact),
    contacts: cadences.length,
    withCadence: cadences.filter(({ interval }) => interval !== null).length,
    warm: cadences.filter(({ isWarm }) => isWarm === 1).length,
    newContacts: countNewContacts(db, range, among),
    perWeek,
    meanPerWeek: meanOf(perWeek, firstTouchpointDay(db)),
    warmPerWeek: warmCount.weeks(),
    byChannel: channelsOf(tally),
    withoutChannel: tally.withoutChannel,
    byCircle: circlesOf(db, cadences, byContact),
    tags: shareTouches(
      listContactGroups(db, 'tag', today, among && new Set(among)),
      uids,
      byContact,
      SHOWN_TAGS,
    ),
    attempts: countAttempts(db, range, among),
    light: countLight(db, range, among),
    minutes: sumMinutes(db, range, tally.touchpoints, among),
  }
}

function weeklyOf(range: DateRange, byDay: ReadonlyMap<CalendarDate, number>): readonly WeekTouches[] {
  const counts = new Map<CalendarDate, number>()
  for (const [day, count] of byDay) {
    const { from } = periodAt('week', day)
    counts.set(from, (counts.get(from) ?? 0) + count)
  }
  return weeksIn(range).map(({ from }) => ({ on: from, count: counts.get(from) ?? 0 }))
}

function meanOf(weeks: readonly WeekTouches[], firstDay: CalendarDate | undefined): number | null {
  if (firstDay === undefined) return null
  const known = weeks.filter(({ on }) => on >= periodAt('week', firstDay).from)
  return known.length === 0 ? null : known.reduce((sum, { count }) => sum + count, 0) / known.length
}

function channelsOf({ byChannel }: TouchTally): readonly ChannelTouches[] {
  return [...byChannel]
    .map(([channel, touches]) => ({ channel, touches }))
    .sort((a, b) => b.touches - a.touches || (a.channel < b.channel ? -1 : 1))
}

function circlesOf(
  db: Database,
  contacts: readonly StoredCadence[],
  byContact: ReadonlyMap<string, number>,
): readonly CircleTouches[] {
  const circles = [...listCircles(db), { uid: null, name: null }]
  return circles.flatMap(({ uid, name }) => {
    const members = contacts.filter(({ circle }) => circle === uid)
    if (uid === null && members.length === 0) return []
    return [
      {
        circle: name,
        contacts: members.length,
        touches: sumOver(
          members.map((member) => member.uid),
          byContact,
        ),
        withCadence: members.filter(({ interval }) => interval !== null).length,
        warm: members.filter(({ isWarm }) => isWarm === 1).length,
      },
    ]
  })
}
