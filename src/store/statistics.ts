/** The numbers of a stretch of days: touches, who is warm, attempts, time, new contacts. */
import { ANSWER_DAYS, watchAnswers } from '../domain/answer.ts'
import {
  addDays,
  type CalendarDate,
  earlierDate,
  isCalendarDate,
  laterDate,
} from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import { shareTouches, sumOver } from '../domain/contact-groups.ts'
import { type DateRange, daysIn, periodAt, weeksIn } from '../domain/period.ts'
import {
  type ChannelTouches,
  type CircleTouches,
  SHOWN_TAGS,
  type Statistics,
  type WeekTouches,
} from '../domain/statistics.ts'
import { type CountedDay, type TouchTally, tallyTouches } from '../domain/touch-tally.ts'
import { answeredAtOnce, countLight, listAttempts } from './attempts.ts'
import { listStoredCircles } from './circles.ts'
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

/** The first day of which anything is known: that of the first touchpoint, or of the first command, where that is earlier. */
export function firstKnownDay(db: Database): CalendarDate | undefined {
  const at = db.prepare('SELECT at FROM command ORDER BY id LIMIT 1').pluck().get() as string | undefined
  const begun = at?.slice(0, 10) ?? ''
  return earlierDate(firstTouchpointDay(db) ?? null, isCalendarDate(begun) ? begun : null) ?? undefined
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
    perWeek: weeklyOf(range, tally.byDay),
    meanPerWeek: meanOf(touches, range, firstTouchpointDay(db)),
    // Nobody is there before the first of them is, and nobody goes.
    warmPerWeek: warmCount.weeks().filter((week) => week.contacts > 0),
    byChannel: channelsOf(tally),
    withoutChannel: tally.withoutChannel,
    byCircle: circlesOf(db, cadences, byContact),
    tags: shareTouches(
      listContactGroups(db, 'tag', today, among && new Set(among)),
      uids,
      byContact,
      SHOWN_TAGS,
    ),
    attempts: answers.count((attempts) => answeredAtOnce(db, attempts)),
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

/** Over whole weeks and parts of them: of fewer days than two weeks have, a mean says nothing. */
function meanOf(touches: number, { from, to }: DateRange, firstDay: CalendarDate | undefined): number | null {
  const days = firstDay === undefined ? 0 : daysIn({ from: laterDate(from, firstDay), to })
  return days < 14 ? null : (touches * 7) / days
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
  const circles = [...listStoredCircles(db), { uid: null, name: null }]
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
