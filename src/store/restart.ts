/** A restart, from what is stored: who starts again on which day. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { channelToReachBy } from '../domain/day-plan.ts'
import {
  GAP_DAYS,
  type Restart,
  type RestartedContact,
  type Revivable,
  spreadRestart,
} from '../domain/restart.ts'
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
  if (!lines.some(({ standing }) => standing === 'cold')) return { today, minutes, starts: [] }
  const minutesBy = minutesByChannel(db)
  const effort: Effort = (lastChannel) => minutesBy(channelToReachBy(lastChannel, minutesBy, minutes))
  const contacts = lines.flatMap((line) => revivable(line, effort))
  const taken = minutesTaken(db, today, contacts, effort)
  const starts = spreadRestart(contacts, { today, minutes, frozen: listFreezes(db), taken })
  return { today, minutes, starts }
}

function revivable(line: ContactLine, effort: Effort): readonly RestartedContact[] {
  const { uid, nameKey, anchorOn, dueOn, intervalDays, lastChannel } = line
  if (anchorOn === null || dueOn === null || intervalDays === null) return []
  return [{ uid, nameKey, anchorOn, dueOn, intervalDays, minutes: effort(lastChannel), line }]
}

/**
 * What the others ask for, each on the day on which it falls due next: the warm, the snoozed, those who rest until the rest is over,
 * and those due today whom the filter left out. Others who are cold are no part of it: they are the wall itself.
 */
function minutesTaken(
  db: Database,
  today: CalendarDate,
  revived: readonly Revivable[],
  effort: Effort,
): ReadonlyMap<CalendarDate, number> {
  const rows = db
    .prepare(
      `SELECT max(s.due_on, coalesce(s.rests_until, '')) AS day, t.channel, count(*) AS contacts
       FROM contact_state s LEFT JOIN touchpoint t ON t.id = s.last_touchpoint
       WHERE s.due_on IS NOT NULL AND (s.due_on >= :today OR s.rests_until > :today)
         AND s.contact NOT IN (SELECT value FROM json_each(:revived))
       GROUP BY 1, 2`,
    )
    .all({ today, revived: JSON.stringify(revived.map(({ uid }) => uid)) }) as {
    day: CalendarDate
    channel: string | null
    contacts: number
  }[]
  const taken = new Map<CalendarDate, number>()
  for (const { day, channel, contacts } of rows)
    taken.set(day, (taken.get(day) ?? 0) + contacts * effort(channel))
  return taken
}

/** Gives each its starting day. Who is due on that day anyway stays as it is. */
export function applyRestart(change: Change, { today, starts }: Restart): void {
  for (const { contact, on } of starts) {
    if (contact.dueOn !== on) setSnooze(change, contact.uid, on, today, true)
  }
}

/** What a restart would do, with the minutes of the setting; undefined where there was no gap. */
export function restartAfterGap(db: Database, today: CalendarDate): Restart | undefined {
  const last = lastTouchpointDay(db)
  if (last === undefined || last > addDays(today, -GAP_DAYS)) return undefined
  return planRestart(db, today, dailyMinutes(db))
}
