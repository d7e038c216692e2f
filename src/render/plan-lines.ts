/** A plan in words, with small pictures. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatInterval } from '../domain/interval.ts'
import { reachedPerDay } from '../domain/pace.ts'
import type { Plan } from '../domain/plan.ts'
import { MOST_MINUTES } from '../domain/touchpoint.ts'
import { formatDay, plural } from './dates.ts'
import { formatRate, type RatePeriod, ratePeriodOf, sayRateOf, sayTouches } from './load.ts'
import { renderBar, sparkline } from './pictures.ts'
import { namedChanges, sayProposal } from './proposal-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { type Column, renderTable } from './table.ts'
import { wrapLine, wrapLines, wrapText } from './text-width.ts'

const MOST_GOING_COLD = 5
const LEAST_WALL = 10
const MOST_MORE = 2
const BAR_WIDTH = 12
const LEAST_WIDTH_OF_BARS = 72

export function renderPlanLines(
  plan: Plan,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  if (plan.contacts.size === 0)
    return wrapText('Nobody has a cadence yet. Give one: netkeep move WHO close, or: netkeep triage', width)
  return [
    ...wrapText(sayVerdict(plan, today), width).map((line) => style.heading(line)),
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
function sayVerdict(plan: Plan, today: CalendarDate): string {
  const { keepable, loadPerDay, donePerDay, withCadencePerDay, days, cold, basis, contacts, lastReachedOn } =
    plan
  if (!keepable) {
    const others = contacts.size - cold
    const rest = `${others} of ${plural(contacts.size, 'contact')} are not cold, but in`
    const well = cold === 0 ? 'Nobody is cold, but in' : cold <= others ? rest : 'In'
    return `${well} the long run your cadences ask for more than ${sayRoom(plan)}. More touches, or fewer and wider cadences, would mend that; another order would not.`
  }
  if (basis === 'minutes' && donePerDay > 0)
    return `It is early to tell: you have logged for ${plural(days, 'day')}.`
  if (basis === 'minutes') return 'There is no pace yet to compare with.'
  if (basis === 'before-gap' && lastReachedOn !== null)
    return `You were away since ${formatDay(lastReachedOn, today)}. At the pace of before, your cadences can be kept.`
  if (plan.roomOf === 'before' && donePerDay < loadPerDay)
    return 'At the pace of eight weeks before, your cadences can be kept; lately it was less.'
  if (donePerDay < loadPerDay) return 'You keep up, and your cadences can be kept.'
  if (withCadencePerDay < loadPerDay && cold >= 1)
    return 'Your cadences can be kept, if more of your touches go to those who have one: netkeep due'
  return 'Your cadences can be kept.'
}

/** What there is room for: `you do`, `15 minutes a day hold`. */
function sayRoom({ roomOf, dailyMinutes }: Plan): string {
  return roomOf === 'minutes' ? `${dailyMinutes} minutes a day hold` : 'you do'
}

function sayMeasured(plan: Plan): string {
  const { loadPerDay, donePerDay, withCadencePerDay, roomPerDay, days, basis } = plan
  const period = periodOf(plan)
  const held =
    plan.roomOf === 'minutes' && (!plan.keepable || basis === 'minutes')
      ? `; ${sayRoom(plan)} ${formatRate(roomPerDay, period)}`
      : basis === 'before-gap'
        ? `; before it was ${formatRate(roomPerDay, period)}`
        : ''
  // The line above speaks of the cadences, but where it is too early to.
  const they = plan.keepable && basis === 'minutes' ? 'Your cadences' : 'They'
  const asked = `${they} ask for ${sayTouches(loadPerDay, period)}${held}`
  if (donePerDay === 0) return `${asked}.`
  if (basis === 'minutes')
    return `${asked}. So far it was ${plural(Math.round(donePerDay * days), 'touch', 'touches')}.`
  const theirs = withCadencePerDay === 0 ? 'none' : formatRate(withCadencePerDay, period)
  const isOthersToo = donePerDay - withCadencePerDay > 0.005
  const among = isOthersToo ? `, ${theirs} of them with contacts who have one` : ''
  return `${asked}. Over the last ${days} days it was ${formatRate(donePerDay, period)}${among}.`
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
  const isDoneKnown = plan.basis === 'lately'
  const head = ['', '', '', `asks a ${period.name}`, '', isDoneKnown ? 'done' : '']
  const rows = shown.map(({ circle, contacts, loadPerDay, donePerDay }) => [
    circle === null ? 'no circle' : safeText(circle.name),
    circle === null ? '' : `every ${formatInterval(circle.interval)}`,
    plural(contacts, 'contact'),
    formatRate(loadPerDay, period),
    barOf(loadPerDay),
    ...(isDoneKnown ? [formatRate(donePerDay, period), barOf(donePerDay)] : []),
  ])
  const columns: readonly Column[] = [
    { shrinksTo: 6 },
    { isExtra: true },
    { align: 'right', isExtra: true },
    { align: 'right' },
    {},
    { align: 'right', isExtra: true },
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
    ({ uid, on }) => `${safeText(plan.contacts.get(uid)?.name ?? '')} on ${formatDay(on, today)}`,
  )
  const more = goingCold.length > first.length ? ` and ${goingCold.length - first.length} more` : ''
  return [
    ...wrapText(sayPace(plan), width),
    ...wrapLine(`cold: ${plan.cold} today ${picture} ${last.cold} on ${formatDay(last.on, today)}`, width),
    ...(first.length === 0 ? [] : wrapText(`Cold first: ${names.join(', ')}${more}`, width)),
    ...minutesLines(plan, width),
  ]
}

/** Where the pace takes much more than the minutes that `today` plans. */
function minutesLines({ paceMinutes, dailyMinutes }: Plan, width: number): readonly string[] {
  const minutes = 5 * Math.ceil(paceMinutes / 5)
  if (paceMinutes <= dailyMinutes * MUCH_MORE || minutes > MOST_MINUTES) return []
  const text = `That takes about ${minutes} minutes a workday; netkeep today plans ${dailyMinutes}. To plan more: netkeep config set daily-minutes ${minutes}`
  return wrapLines(text, width).split('\n')
}

const MUCH_MORE = 1.25

/** Of what stands beside the picture. */
const WORDS_WIDTH = 36

function sayPace(plan: Plan): string {
  const { pace, basis, dailyMinutes } = plan
  const reached = sayRateOf(reachedPerDay(pace), periodOf(plan), 'reach-out')
  if (basis === 'minutes') return `With ${reached}, as ${dailyMinutes} minutes a day hold:`
  if (reachedPerDay(pace) === 0) return 'If you go on reaching out to nobody who has a cadence:'
  const percent = Math.round(pace.answered * 100)
  const answers = percent === 100 ? 'all answered' : `${percent}% of them answered`
  return basis === 'before-gap'
    ? `If you take it up as before, with ${reached}, ${answers}:`
    : `If you go on like that, with ${reached}, ${answers}:`
}

function proposalLines(plan: Plan, style: Style, width: number): readonly string[] {
  if (plan.proposals.length === 0) return []
  const lines = plan.proposals.flatMap((proposal, index) => {
    const text = wrapText(sayProposal(proposal, plan), width - 3).map(
      (line, place) => `${place === 0 ? `${index + 1}  ` : '   '}${line}`,
    )
    const who = namedChanges(proposal, plan.contacts).flatMap((line) => wrapLine(`   ${line}`, width))
    return [...text, ...who.map((line) => style.faint(line))]
  })
  const { name, days } = periodOf(plan)
  const goal = `netkeep goal set ${plural(Math.ceil(plan.loadPerDay * days - 1e-6), 'touch', 'touches')} a ${name}`
  // Nobody does three times as much from one week to the next.
  const more = plan.loadPerDay <= plan.roomPerDay * MOST_MORE ? `   Or do more: ${goal}` : ''
  return [
    '',
    style.heading('What would help'),
    ...lines,
    ...wrapLines(`Make it so: netkeep plan --apply 1${more}`, width).split('\n'),
  ]
}
