/** A restart, from what is stored: who starts again on which day. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { channelToReachBy } from '../domain/day-plan.ts'
import { GAP_DAYS, isGap } from '../domain/gap.ts'
import { findInterval, type Interval, parseInterval } from '../domain/interval.ts'
import {
  LONG_RESTART_WEEKS,
  openDaysOf,
  type Restart,
  type RestartedContact,
  spreadRestart,
  WALL_DAYS,
  weeklyLoad,
  weeksOf,
} from '../domain/restart.ts'
import type { Returning } from '../domain/restart-agenda.ts'
import { isFrozenBy } from '../domain/streak.ts'
import { MOST_MINUTES } from '../domain/touchpoint.ts'
import type { Change } from './command-log.ts'
import type { ContactFilter } from './contact-filter.ts'
import { getLines } from './contact-list.ts'
import { setSnooze } from './contacts.ts'
import type { Database } from './driver.ts'
import { listDue } from './due-list.ts'
import { dailyMinutes } from './settings.ts'
import { listFreezes } from './streak.ts'
import { minutesByChannel } from './time-spent.ts'
import { lastTouchpointDay } from './touches.ts'

/** Tells what it takes to reach a contact whose last touch came by this channel. */
type Effort = (lastChannel: string | null) => number

/**
 * Spreads those whom the filter lets through and who are cold or due, where any of them is cold; not those who are snoozed, rest or
 * are paused. Nothing is changed.
 * @param minutes of a day.
 */
export function planRestart(
  db: Database,
  today: CalendarDate,
  minutes: number,
  filter: ContactFilter = {},
): Restart {
  const lines = getLines(db, listDue(db, { today, until: today, limit: undefined, filter }), today)
  const isNeeded = lines.some(({ standing }) => standing === 'cold')
  const revived = isNeeded ? lines : []
  const groups = isNeeded
    ? readGroups(
        db,
        today,
        revived.map(({ uid }) => uid),
      )
    : []
  const minutesBy = minutesByChannel(db)
  const isFrozen = isFrozenBy(listFreezes(db))
  const spread = (ofDay: number): Pick<Restart, 'today' | 'starts' | 'load'> => {
    const effort: Effort = (lastChannel) => minutesBy(channelToReachBy(lastChannel, minutesBy, ofDay))
    const all = groups.map((group) => ({ ...group, minutes: effort(group.channel) }))
    const load = weeklyLoad(all, ofDay)
    const returning = all
      .filter(({ comes }) => comes === 1)
      .flatMap((group) => Array<Returning>(group.contacts).fill(group))
    const contacts = revived.flatMap((line) => revivable(line, effort))
    const ahead = { today, minutes: ofDay, isFrozen, returning, isTooMuch: load.isTooMuch }
    return { today, starts: spreadRestart(contacts, ahead), load }
  }
  const restart = spread(minutes)
  const mayDouble = weeksOf(restart) > LONG_RESTART_WEEKS && minutes * 2 <= MOST_MINUTES
  return {
    ...restart,
    minutes,
    dailyMinutes: dailyMinutes(db),
    weeksWithTwice: mayDouble ? weeksOf(spread(minutes * 2)) : null,
  }
}

function revivable(line: ContactLine, effort: Effort): readonly RestartedContact[] {
  const { uid, nameKey, anchorOn, dueOn, interval, intervalDays, lastChannel } = line
  if (anchorOn === null || dueOn === null || interval === null || intervalDays === null) return []
  const minutes = effort(lastChannel)
  return [{ uid, nameKey, anchorOn, dueOn, interval: parseInterval(interval), intervalDays, minutes, line }]
}

/** Contacts who ask for the same. */
interface Group {
  /** When they fall due next. */
  readonly on: CalendarDate
  readonly interval: Interval
  readonly channel: string | null
  readonly contacts: number
  /** 1 where they fall due anyway. */
  readonly comes: number
}

/**
 * All who have a cadence. Those fall due anyway who are not restarted and are warm, snoozed or at rest, or due today but left out by
 * the filter. Others who are cold do not: they are the wall itself.
 */
function readGroups(db: Database, today: CalendarDate, revived: readonly string[]): readonly Group[] {
  const rows = db
    .prepare(
      `SELECT max(s.due_on, coalesce(s.rests_until, '')) AS "on", coalesce(c.interval, ci.interval) AS interval, t.channel,
         s.contact NOT IN (SELECT value FROM json_each(:revived)) AND (s.due_on >= :today OR coalesce(s.rests_until > :today, 0)) AS comes,
         count(*) AS contacts
       FROM contact_state s JOIN contact c ON c.id = s.contact
       LEFT JOIN circle ci ON ci.id = c.circle AND ci.deleted IS NULL LEFT JOIN touchpoint t ON t.id = s.last_touchpoint
       WHERE s.due_on IS NOT NULL GROUP BY 1, 2, 3, 4`,
    )
    .all({ today, revived: JSON.stringify(revived) }) as (Omit<Group, 'interval'> & {
    interval: string | null
  })[]
  return rows.flatMap((row) => {
    const interval = findInterval(row.interval ?? '')
    return interval === undefined ? [] : [{ ...row, interval }]
  })
}

/** Gives each its starting day. Who is due on that day anyway stays as it is. */
export function applyRestart(change: Change, { today, starts }: Restart): void {
  for (const { contact, on } of starts) {
    if (contact.dueOn !== on) setSnooze(change, contact.uid, on, today, true)
  }
}

/**
 * What a restart would do, with the minutes of the setting, where a wall waits after a gap, or before the first touchpoint; undefined
 * on a frozen day, and while a restart is under way.
 */
export function restartAfterGap(db: Database, today: CalendarDate): Restart | undefined {
  const isFrozen = isFrozenBy(listFreezes(db))
  if (isFrozen(today)) return undefined
  const last = lastTouchpointDay(db)
  if (last !== undefined && !isGap(last, today, isFrozen)) return undefined
  if (hasStartingSince(db, addDays(today, 1 - GAP_DAYS))) return undefined
  const restart = planRestart(db, today, dailyMinutes(db))
  return openDaysOf(restart, isFrozen) > WALL_DAYS ? restart : undefined
}

/** Whether any contact was given its starting day on this day or later. */
function hasStartingSince(db: Database, day: CalendarDate): boolean {
  return (
    db
      .prepare(
        'SELECT 1 FROM contact_state s JOIN contact c ON c.id = s.contact WHERE c.starting = 1 AND c.snoozed_on >= ? LIMIT 1',
      )
      .get(day) !== undefined
  )
}
