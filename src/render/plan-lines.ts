/** A plan: in words and a small picture, tab-separated and as JSON. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatInterval } from '../domain/interval.ts'
import type { Pace } from '../domain/pace.ts'
import type { CircleLoad, StoredPlan } from '../store/plan.ts'
import { formatDay, plural } from './dates.ts'
import { sayPerDay, sayTouches } from './load.ts'
import { renderBar, sparkline } from './pictures.ts'
import { contactsOf, sayProposal } from './proposal-lines.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
import { wrapLine, wrapText } from './text-width.ts'

const MOST_GOING_COLD = 5
const BAR_WIDTH = 12

export function renderPlanLines(
  plan: StoredPlan,
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
  ]
}

/** Whether it can be kept; and what the matter is where not. */
function sayVerdict({
  keepable,
  loadPerDay,
  donePerDay,
  withCadencePerDay,
  cold,
  isAssumed,
}: StoredPlan): string {
  if (donePerDay === 0) return 'Nothing was logged lately, so there is no pace yet to compare with.'
  if (keepable && withCadencePerDay >= loadPerDay) return 'Your cadences can be kept.'
  if (keepable)
    return 'Your cadences can be kept, if more of your touches go to those who have one: netkeep due'
  if (isAssumed) return 'So far that is less than your cadences ask for; a few days more will tell.'
  if (cold === 0) return 'Nobody is cold, but in the long run your cadences ask for more than you did lately.'
  return 'Your cadences ask for more than you do. No order can mend that: it takes more touches, or fewer and wider cadences.'
}

function sayMeasured({ loadPerDay, donePerDay, withCadencePerDay, days }: StoredPlan): string {
  const others = donePerDay - withCadencePerDay
  const among =
    others > 0.005
      ? `, ${sayTouches(withCadencePerDay).replace(/ touch(es)?/, '')} of them with contacts who have a cadence`
      : ''
  const over = days === 1 ? 'today' : `over the last ${days} days`
  return `They ask for ${sayTouches(loadPerDay)}; ${over} it was ${sayTouches(donePerDay)}${among}.`
}

/** Those with anybody in them: what they ask for beside what was done. */
function circleTable(byCircle: readonly CircleLoad[], style: Style, width: number): readonly string[] {
  const shown = byCircle.filter(({ contacts }) => contacts > 0)
  const most = Math.max(...shown.flatMap(({ loadPerDay, donePerDay }) => [loadPerDay, donePerDay]))
  const head = ['', '', '', 'asks a week', '', 'done']
  const rows = shown.map(({ circle, contacts, loadPerDay, donePerDay }) => [
    circle === null ? 'no circle' : safeText(circle.name),
    circle === null ? '' : `every ${formatInterval(circle.interval)}`,
    plural(contacts, 'contact'),
    perWeek(loadPerDay),
    renderBar(loadPerDay, most, BAR_WIDTH, style.glyphs),
    perWeek(donePerDay),
    renderBar(donePerDay, most, BAR_WIDTH, style.glyphs),
  ])
  const columns: readonly Column[] = [
    { shrinksTo: 6 },
    { isExtra: true },
    { align: 'right', isExtra: true },
    { align: 'right' },
    { isExtra: true },
    { align: 'right' },
    { isExtra: true },
  ]
  return renderTable([head, ...rows], columns, width, style.glyphs.more)
}

function perWeek(perDay: number): string {
  return (perDay * 7).toFixed(1)
}

/** A column a week, on the weekday of today: how many are cold swings with the weekends. */
function forecastLines(
  plan: StoredPlan,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const weeks = plan.forecast.days.filter((_, index) => index % 7 === 0)
  const last = weeks.at(-1)
  if (last === undefined) return []
  const first = plan.forecast.goingCold.slice(0, MOST_GOING_COLD)
  const more = plan.forecast.goingCold.length - first.length
  const names = first.map(
    ({ uid, on }) => `${safeText(plan.names.get(uid) ?? '')} on ${formatDay(on, today)}`,
  )
  const line = `cold  ${plan.cold} today ${sparkline(
    weeks.map(({ cold }) => cold),
    style.glyphs,
  )} ${last.cold} on ${formatDay(last.on, today)}`
  return [
    ...wrapText(`If you go on like that: ${sayPace(plan)}.`, width),
    line,
    ...(first.length === 0
      ? []
      : wrapLine(`Cold first: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, width)),
  ]
}

function sayPace({ pace, isAssumed, dailyMinutes }: StoredPlan): string {
  const reached = sayPerDay(reachedPerDay(pace), 'reach-out')
  if (isAssumed) return `${reached}, as ${dailyMinutes} minutes hold`
  return `${reached}, of which ${Math.round(pace.answered * 100)}% are answered`
}

function reachedPerDay({ perWeekday }: Pace): number {
  return perWeekday.reduce((sum, reached) => sum + reached, 0) / 7
}

function proposalLines(plan: StoredPlan, style: Style, width: number): readonly string[] {
  if (plan.proposals.length === 0) return []
  const lines = plan.proposals.flatMap((proposal, index) => {
    const names = contactsOf(proposal).map((uid) => plan.names.get(uid) ?? '')
    const who = names.length === 0 ? [] : wrapLine(`   ${listNames(names)}`, width)
    const text = wrapText(sayProposal(proposal), width - 3).map(
      (line, place) => `${place === 0 ? `${index + 1}  ` : '   '}${line}`,
    )
    return [...text, ...who.map((line) => style.faint(line))]
  })
  return [
    '',
    style.heading('What would help'),
    ...lines,
    ...wrapText(
      `Make it so: netkeep plan --apply 1   Or do more: netkeep goal set ${Math.ceil(plan.loadPerDay * 7)} touches a week`,
      width,
    ),
  ]
}

export function renderPlanTsv(plan: StoredPlan): string {
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

export function planJson(plan: StoredPlan): object {
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
