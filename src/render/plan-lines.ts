/** A plan in words, with small pictures. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatInterval } from '../domain/interval.ts'
import { reachedPerDay } from '../domain/pace.ts'
import type { Plan } from '../domain/plan.ts'
import { formatDay, plural } from './dates.ts'
import { formatRate, type RatePeriod, ratePeriodOf, sayRateOf, sayTouches } from './load.ts'
import { renderBar, sparkline } from './pictures.ts'
import { contactsOf, sayProposal } from './proposal-lines.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Style } from './style.ts'
import { type Column, renderTable } from './table.ts'
import { wrapLine, wrapLines, wrapText } from './text-width.ts'

const MOST_GOING_COLD = 5
const LEAST_WALL = 10
const BAR_WIDTH = 12
const LEAST_WIDTH_OF_BARS = 72

export function renderPlanLines(
  plan: Plan,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  if (plan.names.size === 0)
    return wrapText('Nobody has a cadence yet. Give one: netkeep move WHO close, or: netkeep triage', width)
  return [
    ...wrapText(style.heading(sayVerdict(plan)), width),
    ...wrapText(sayMeasured(plan), width),
    '',
    ...circleTable(plan, style, width),
    '',
    ...forecastLines(plan, today, style, width),
    ...proposalLines(plan, style, width),
    ...(isAWall(plan) ? ['', ...wrapLines(RESTART, width).split('\n')] : []),
  ]
}

const RESTART = 'Many are cold at once. To begin again a few a day: netkeep restart'

/** Whether more are cold than two weeks ask for. */
function isAWall({ cold, loadPerDay }: Plan): boolean {
  return cold >= LEAST_WALL && cold > loadPerDay * 14
}

/** Whether it can be kept; and what the matter is where not. */
function sayVerdict(plan: Plan): string {
  const { keepable, loadPerDay, donePerDay, withCadencePerDay, days, cold, isAssumed } = plan
  if (donePerDay === 0) return 'Nothing was logged lately, so there is no pace to compare with.'
  if (isAssumed) return `It is early to tell: you have logged for ${plural(days, 'day')}.`
  if (keepable && withCadencePerDay >= loadPerDay) return 'Your cadences can be kept.'
  if (keepable)
    return 'Your cadences can be kept, if more of your touches go to those who have one: netkeep due'
  if (cold === 0) return 'Nobody is cold, but in the long run your cadences ask for more than you did lately.'
  return 'Your cadences ask for more than you do. No order can mend that: it takes more touches, or fewer and wider cadences.'
}

function sayMeasured(plan: Plan): string {
  const { loadPerDay, donePerDay, withCadencePerDay, days, isAssumed } = plan
  const period = periodOf(plan)
  const asked = `Your cadences ask for ${sayTouches(loadPerDay, period)}`
  if (donePerDay === 0) return `${asked}.`
  if (isAssumed)
    return `${asked}; so far it was ${plural(Math.round(donePerDay * days), 'touch', 'touches')}.`
  const theirs = withCadencePerDay === 0 ? 'none' : formatRate(withCadencePerDay, period)
  const isOthersToo = donePerDay - withCadencePerDay > 0.005
  const among = isOthersToo ? `, ${theirs} of them with contacts who have one` : ''
  return `They ask for ${sayTouches(loadPerDay, period)}; over the last ${days} days it was ${sayTouches(donePerDay, period)}${among}.`
}

/** One for all rates of a plan. */
function periodOf({ loadPerDay }: Plan): RatePeriod {
  return ratePeriodOf(loadPerDay)
}

/** Those with anybody in them: what they ask for beside what was done. */
function circleTable(plan: Plan, style: Style, width: number): readonly string[] {
  const period = periodOf(plan)
  const shown = plan.byCircle.filter(({ contacts }) => contacts > 0)
  const most = Math.max(...shown.flatMap(({ loadPerDay, donePerDay }) => [loadPerDay, donePerDay]))
  const isWide = width >= LEAST_WIDTH_OF_BARS
  const barOf = (perDay: number): string => (isWide ? renderBar(perDay, most, BAR_WIDTH, style.glyphs) : '')
  const head = ['', '', '', `asks a ${period.name}`, '', 'done']
  const rows = shown.map(({ circle, contacts, loadPerDay, donePerDay }) => [
    circle === null ? 'no circle' : safeText(circle.name),
    circle === null ? '' : `every ${formatInterval(circle.interval)}`,
    plural(contacts, 'contact'),
    formatRate(loadPerDay, period),
    barOf(loadPerDay),
    formatRate(donePerDay, period),
    barOf(donePerDay),
  ])
  const columns: readonly Column[] = [
    { shrinksTo: 6 },
    { isExtra: true },
    { align: 'right', isExtra: true },
    { align: 'right' },
    {},
    { align: 'right' },
  ]
  return renderTable([head, ...rows], columns, width, style.glyphs.more)
}

/** A column a week, or several where there is no room, on the weekday of today: how many are cold swings with the weekends. */
function forecastLines(plan: Plan, today: CalendarDate, style: Style, width: number): readonly string[] {
  const { days, goingCold } = plan.forecast
  const weeks = Math.ceil(days.length / 7 / Math.max(10, width - WORDS_WIDTH))
  const shown = days.filter((_, index) => index % (7 * weeks) === 0)
  const last = shown.at(-1)
  if (last === undefined) return []
  const picture = sparkline(
    shown.map(({ cold }) => cold),
    style.glyphs,
  )
  const first = goingCold.slice(0, MOST_GOING_COLD)
  const names = first.map(
    ({ uid, on }) => `${safeText(plan.names.get(uid) ?? '')} on ${formatDay(on, today)}`,
  )
  const more = goingCold.length > first.length ? ` and ${goingCold.length - first.length} more` : ''
  return [
    ...wrapText(sayPace(plan), width),
    ...wrapLine(`cold: ${plan.cold} today ${picture} ${last.cold} on ${formatDay(last.on, today)}`, width),
    ...(first.length === 0 ? [] : wrapText(`Cold first: ${names.join(', ')}${more}`, width)),
  ]
}

/** Of what stands beside the picture. */
const WORDS_WIDTH = 36

function sayPace(plan: Plan): string {
  const { pace, isAssumed, dailyMinutes } = plan
  const reached = sayRateOf(reachedPerDay(pace), periodOf(plan), 'reach-out')
  if (isAssumed) return `With ${reached}, as ${dailyMinutes} minutes a day hold:`
  const percent = Math.round(pace.answered * 100)
  return `If you go on like that, with ${reached}, ${percent === 100 ? 'all' : `${percent}% of them`} answered:`
}

function proposalLines(plan: Plan, style: Style, width: number): readonly string[] {
  if (plan.proposals.length === 0) return []
  const lines = plan.proposals.flatMap((proposal, index) => {
    const names = contactsOf(proposal).map((uid) => plan.names.get(uid) ?? '')
    const who = names.length === 0 ? [] : wrapLine(`   ${listNames(names)}`, width)
    const text = wrapText(sayProposal(proposal, periodOf(plan)), width - 3).map(
      (line, place) => `${place === 0 ? `${index + 1}  ` : '   '}${line}`,
    )
    return [...text, ...who.map((line) => style.faint(line))]
  })
  const { name, days } = periodOf(plan)
  const goal = `netkeep goal set ${plural(Math.ceil(plan.loadPerDay * days), 'touch', 'touches')} a ${name}`
  return [
    '',
    style.heading('What would help'),
    ...lines,
    ...wrapLines(`Make it so: netkeep plan --apply 1   Or do more: ${goal}`, width).split('\n'),
  ]
}
