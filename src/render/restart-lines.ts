/** A restart in words, as a picture of its weeks, tab-separated and as JSON. */

import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import { periodAt } from '../domain/period.ts'
import { LONG_RESTART_WEEKS, type Restart, weeksOf } from '../domain/restart.ts'
import { MOST_MINUTES } from '../domain/touchpoint.ts'
import { formatDay, formatMinutes, formatOn, plural } from './dates.ts'
import { renderBar } from './pictures.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/**
 * `38 contacts start over 3 weeks, until 11 Dec. Today: Ada Lovelace and Grace Hopper.`, or who starts when all do on one day; then
 * what else is to be known of it.
 * @param isDryRun whether nothing was changed yet.
 */
export function sayRestart(restart: Restart, isDryRun: boolean): string {
  return [
    sayStarts(restart, isDryRun),
    ...sayOtherMinutes(restart),
    ...sayLoad(restart),
    ...sayLong(restart, isDryRun),
    ...sayNeverTouched(restart),
  ].join(' ')
}

function sayStarts(restart: Restart, isDryRun: boolean): string {
  const { today, starts } = restart
  const [first, last] = [starts[0]?.on ?? today, starts.at(-1)?.on ?? today]
  const would = isDryRun ? 'would start' : starts.length === 1 ? 'starts' : 'start'
  const who = `${plural(starts.length, 'contact')} ${would}`
  const names = listNames(
    starts.filter(({ on }) => on === first).map(({ contact }) => contact.line.name),
    MOST_NAMED,
  )
  const day = formatOn(first, today)
  if (first === last) return `${who} ${day}: ${names}.`
  const weeks = weeksOf(restart)
  const span = weeks === 1 ? 'within a week' : `over ${weeks} weeks`
  const begin = `${day.charAt(0).toUpperCase()}${day.slice(1)}`
  return `${who} ${span}, until ${formatDay(last, today)}. ${begin}: ${names}.`
}

const MOST_NAMED = 8

/** `today` goes by the setting, and would plan fewer, or more, than start. */
function sayOtherMinutes({ minutes, dailyMinutes }: Restart): readonly string[] {
  if (minutes === dailyMinutes) return []
  return [`netkeep today plans ${formatMinutes(dailyMinutes)}: netkeep config set daily-minutes ${minutes}.`]
}

/** No start helps for long where the cadences ask for more than the minutes hold. */
function sayLoad({ load, minutes }: Restart): readonly string[] {
  if (!load.isTooMuch) return []
  // Rounded away from one another, so that it never says that 15 are more than 15; but 4.9999999 are 5.
  const asked = plural(Math.ceil(load.asked - TINY), 'touch', 'touches')
  const needed = 5 * Math.ceil((minutes * load.asked) / load.held / 5 - TINY)
  const more = needed <= MOST_MINUTES ? ` more minutes (netkeep config set daily-minutes ${needed}), or` : ''
  return [
    `Your cadences ask for ${asked} a week, ${formatMinutes(minutes)} a day hold ${Math.floor(load.held + TINY)}:${more} fewer touches (netkeep plan).`,
  ]
}

const TINY = 1e-6

/** What would make it shorter, where it takes long and anything would. */
function sayLong(restart: Restart, isDryRun: boolean): readonly string[] {
  const { minutes, weeksWithTwice } = restart
  const weeks = weeksOf(restart)
  if (weeksWithTwice === null || weeksWithTwice >= weeks) return []
  const again = `${isDryRun ? '' : 'netkeep undo, then '}netkeep restart --minutes ${minutes * 2}`
  return [`With ${formatMinutes(minutes * 2)} a day it takes ${plural(weeksWithTwice, 'week')}: ${again}.`]
}

/** Of a long one where most were never touched, which is what an import leaves: not all of them need a cadence. */
function sayNeverTouched(restart: Restart): readonly string[] {
  const { starts } = restart
  const never = starts.filter(({ contact }) => contact.line.lastTouchOn === null).length
  if (weeksOf(restart) <= LONG_RESTART_WEEKS || never * 2 <= starts.length) return []
  return [
    `You were never in touch with ${never === starts.length ? 'any' : never} of them: netkeep every NAME none is for those who need no cadence, netkeep move NAME CIRCLE for a wider circle.`,
  ]
}

/** The picture: a week a line, with how many start in it, and who first. */
export function renderRestartWeeks(
  { today, starts }: Restart,
  style: Style,
  width: number,
): readonly string[] {
  const monday = periodAt('week', today).from
  const weekOf = (on: CalendarDate): number => Math.floor(daysBetween(monday, on) / 7)
  const [first, last] = [weekOf(starts[0]?.on ?? today), weekOf(starts.at(-1)?.on ?? today)]
  const shown = Math.min(last - first + 1, MOST_WEEKS)
  const byWeek = groupBy(starts, ({ on }) => String(weekOf(on)))
  const weeks = Array.from({ length: shown }, (_, index) => ({
    week: first + index,
    names: (byWeek.get(String(first + index)) ?? []).map(({ contact }) => contact.line.name),
  }))
  const most = weeks.reduce((count, { names }) => Math.max(count, names.length), 0)
  const { glyphs } = style
  const rows = weeks.map(({ week, names }) => [
    sayWeek(week, addDays(monday, week * 7), today),
    String(names.length),
    width < BAR_FROM ? '' : renderBar(names.length, most, BAR_WIDTH, glyphs),
    `${names.slice(0, MOST_NAMED).map(safeText).join(', ')}${names.length > MOST_NAMED ? `, ${glyphs.more}` : ''}`,
  ])
  const more = last - first + 1 - shown
  const end = formatDay(starts.at(-1)?.on ?? today, today)
  return [
    ...renderTable(rows, [{}, { align: 'right' }, {}, { shrinksTo: 8 }], width, glyphs.more),
    ...(more > 0 ? [style.faint(`and ${plural(more, 'more week', 'more weeks')}, until ${end}`)] : []),
  ]
}

const MOST_WEEKS = 12
/** A narrower terminal has its columns for the names. */
const BAR_FROM = 60
const BAR_WIDTH = 10

/** `this week`, `next week`, then by its Monday: `7 Dec`. */
function sayWeek(week: number, monday: CalendarDate, today: CalendarDate): string {
  return ['this week', 'next week'][week] ?? formatDay(monday, today)
}

/** id, name, starting day. */
export function renderRestartTsv({ starts }: Restart): string {
  return renderTsv(starts.map(({ contact: { line }, on }) => [line.id, safeText(line.name), on]))
}

export function restartJson(restart: Restart, isDryRun: boolean): object {
  const { minutes, starts } = restart
  const perDay = [...groupBy(starts, ({ on }) => on)].map(([on, { length }]) => ({ on, contacts: length }))
  return {
    contacts: starts.length,
    days: perDay.length,
    weeks: weeksOf(restart),
    until: starts.at(-1)?.on ?? null,
    minutes,
    perDay,
    starting: starts.map(({ contact: { line }, on }) => ({
      uid: line.uid,
      id: line.id,
      name: line.name,
      on,
    })),
    dryRun: isDryRun,
  }
}
