/** The numbers of a stretch of days: touches, who is warm, attempts, time, new contacts. */
import { ANSWER_DAYS, watchAnswers } from '../domain/answer.ts'
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
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
import { countLight, isAnsweredAtOnce, listAttempts } from './attempts.ts'
import { listCircles } from './circles.ts'
import { listContactGroups } from './contact-groups.ts'
import { listCountedDays, listTouchedDays } from './counted-days.ts'
import type { Database } from './driver.ts'
import { countNewContacts } from './goal-counts.ts'
import { sumMinutes } from './minutes-spent.ts'
import { firstTouchpointDay } from './touches.ts'
import { createWarmCount, listStoredCadences, type StoredCadence } from './warm-count.ts'

export interface StatisticsQuery {
  /** Its last day is no later than today. */
  readonly range: DateRange
  readonly today: CalendarDate
  /** Only these contacts (uids); undefined for all, and for what was done with those removed since. */
  readonly among: readonly string[] | undefined
}

export function getStatistics(db: Database, query: StatisticsQuery): Statistics {
  const { range, today, among } = query
  const cadences = listStoredCadences(db, today, among)
  const warmCount = createWarmCount(db, range, today, cadences)
  const answers = watchAnswers(listAttempts(db, range, among))
  // Who was warm in the first weeks depends on days before them, and an answer may come after the last.
  const before = { from: warmCount.from, to: addDays(range.from, -1) }
  const after = { from: addDays(range.to, 1), to: addDays(range.to, ANSWER_DAYS) }
  for (const { on, contacts } of listTouchedDays(db, before)) warmCount.touch(on, contacts)
  const tally = tallyTouches(passing(listCountedDays(db, range, among), [warmCount, answers]))
  for (const { on, contacts } of listTouchedDays(db, after)) answers.touch(on, contacts)
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
    attempts: answers.count((attempt) => isAnsweredAtOnce(db, attempt)),
    light: countLight(db, range, among),
    minutes: sumMinutes(db, range, tally.touchpoints, among),
  }
}

interface Listener {
  touch(on: CalendarDate, contacts: Iterable<string>): void
}

/** The days, each told to these on its way. */
function* passing(days: Iterable<CountedDay>, listeners: readonly Listener[]): Generator<CountedDay> {
  for (const day of days) {
    for (const { touch } of listeners) touch(day.on, day.contacts)
    yield day
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
    .sort((a, b) => b.touches - a.touches || compareText(a.channel, b.channel))
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
