/** A plan: in words and a small picture, tab-separated and as JSON. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatInterval } from '../domain/interval.ts'
import type { Pace } from '../domain/pace.ts'
import type { CircleLoad, Plan } from '../domain/plan.ts'
import { formatDay, plural } from './dates.ts'
import { sayPerWeek } from './load.ts'
import { renderBar, sparkline } from './pictures.ts'
import { contactsOf, sayProposal } from './proposal-lines.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
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
    ...circleTable(plan.byCircle, style, width),
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

function sayMeasured({ loadPerDay, donePerDay, withCadencePerDay, days, isAssumed }: Plan): string {
  const asked = `Your cadences ask for ${sayPerWeek(loadPerDay)}`
  if (donePerDay === 0) return `${asked}.`
  if (isAssumed)
    return `${asked}; so far it was ${plural(Math.round(donePerDay * days), 'touch', 'touches')}.`
  const isOthersToo = donePerDay - withCadencePerDay > 0.005
  const among = isOthersToo
    ? `, ${(withCadencePerDay * 7).toFixed(1)} of them with contacts who have one`
    : ''
  return `They ask for ${sayPerWeek(loadPerDay)}; over the last ${days} days it was ${sayPerWeek(donePerDay)}${among}.`
}

/** Those with anybody in them: what they ask for beside what was done. */
function circleTable(byCircle: readonly CircleLoad[], style: Style, width: number): readonly string[] {
  const shown = byCircle.filter(({ contacts }) => contacts > 0)
  const most = Math.max(...shown.flatMap(({ loadPerDay, donePerDay }) => [loadPerDay, donePerDay]))
  const isWide = width >= LEAST_WIDTH_OF_BARS
  const barOf = (perDay: number): string => (isWide ? renderBar(perDay, most, BAR_WIDTH, style.glyphs) : '')
  const head = ['', '', '', 'asks a week', '', 'done']
  const rows = shown.map(({ circle, contacts, loadPerDay, donePerDay }) => [
    circle === null ? 'no circle' : safeText(circle.name),
    circle === null ? '' : `every ${formatInterval(circle.interval)}`,
    plural(contacts, 'contact'),
    perWeek(loadPerDay),
    barOf(loadPerDay),
    perWeek(donePerDay),
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

/** What would be 0.0 has a decimal more. */
function perWeek(perDay: number): string {
  const week = perDay * 7
  return week.toFixed(week > 0 && week < 0.05 ? 2 : 1)
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

function sayPace({ pace, isAssumed, dailyMinutes }: Plan): string {
  const reached = sayPerWeek(reachedPerDay(pace), 'reach-out', 'reach-outs')
  if (isAssumed) return `With ${reached}, as ${dailyMinutes} minutes a day hold:`
  const percent = Math.round(pace.answered * 100)
  return `If you go on like that, with ${reached}, ${percent === 100 ? 'all' : `${percent}% of them`} answered:`
}

function reachedPerDay({ perWeekday }: Pace): number {
  return perWeekday.reduce((sum, reached) => sum + reached, 0) / 7
}

function proposalLines(plan: Plan, style: Style, width: number): readonly string[] {
  if (plan.proposals.length === 0) return []
  const lines = plan.proposals.flatMap((proposal, index) => {
    const names = contactsOf(proposal).map((uid) => plan.names.get(uid) ?? '')
    const who = names.length === 0 ? [] : wrapLine(`   ${listNames(names)}`, width)
    const text = wrapText(sayProposal(proposal), width - 3).map(
      (line, place) => `${place === 0 ? `${index + 1}  ` : '   '}${line}`,
    )
    return [...text, ...who.map((line) => style.faint(line))]
  })
  const goal = `netkeep goal set ${Math.ceil(plan.loadPerDay * 7)} touches a week`
  return [
    '',
    style.heading('What would help'),
    ...lines,
    ...wrapLines(`Make it so: netkeep plan --apply 1   Or do more: ${goal}`, width).split('\n'),
  ]
}

export function renderPlanTsv(plan: Plan): string {
  return renderTsv([
    ['plan', plan.loadPerDay, plan.donePerDay, plan.days, String(plan.keepable), plan.cold],
    ...plan.byCircle.map(({ circle, contacts, loadPerDay, donePerDay }) => [
      'circle',
      circle === null ? null : safeText(circle.name),
      circle === null ? null : formatInterval(circle.interval),
      contacts,
      loadPerDay,
      donePerDay,
    ]),
    ...plan.forecast.days.map(({ on, cold }) => ['cold', on, cold]),
    ...plan.forecast.goingCold.map(({ uid, on }) => [
      'going cold',
      uid,
      safeText(plan.names.get(uid) ?? ''),
      on,
    ]),
    ...plan.proposals.map((proposal, index) => [
      'change',
      index + 1,
      sayProposal(proposal),
      proposal.loadPerDay,
      String(proposal.fits),
    ]),
  ])
}

export function planJson(plan: Plan): object {
  const {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    days,
    keepable,
    cold,
    pace,
    isAssumed,
    forecast,
    names,
  } = plan
  const named = (uid: string): object => ({ uid, name: names.get(uid) ?? '' })
  return {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    days,
    keepable,
    cold,
    byCircle: plan.byCircle.map(({ circle, ...load }) => ({
      circle: circle?.name ?? null,
      interval: circle === null ? null : formatInterval(circle.interval),
      ...load,
    })),
    pace: { reachedPerDay: reachedPerDay(pace), answered: pace.answered, isAssumed },
    forecast: forecast.days,
    goingCold: forecast.goingCold.map(({ uid, on }) => ({ ...named(uid), on })),
    proposals: plan.proposals.map((proposal) => ({
      text: sayProposal(proposal),
      loadPerDay: proposal.loadPerDay,
      fits: proposal.fits,
      contacts: contactsOf(proposal).map(named),
    })),
  }
}
