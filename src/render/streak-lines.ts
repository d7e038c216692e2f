/** The streak in words, tab-separated and as JSON. Kind throughout: a streak that ended is no failure, and the next begins with one touch. */
import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { StreakState, StreakUnit } from '../domain/streak.ts'
import { plural, sayDays } from './dates.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { wrapText } from './text-width.ts'

/**
 * What to do today so that the streak goes on: said on the last day of a week, and on each workday, that has too few touches and no
 * freeze. Undefined where nothing is at stake.
 */
export function streakReminder(streak: StreakState, today: CalendarDate): string | undefined {
  if (today !== streak.unitEnd || streak.isReached || streak.isFrozen || streak.current === 0)
    return undefined
  return `${sayMissing(streak)} today ${missing(streak) === 1 ? 'keeps' : 'keep'} your streak of ${sayUnits(streak.current, streak.unit)}.`
}

export function renderStreakLines(
  streak: StreakState,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const reminder = streakReminder(streak, today)
  const kept = streak.freezes.filter(({ to }) => to >= addDays(today, -SHOWN_DAYS))
  const hidden = streak.freezes.length - kept.length
  const lines = [
    style.heading(sayStreak(streak)),
    sayUnderWay(streak, today),
    ...(streak.carriedOver > 0
      ? [`A freeze carried it over ${sayUnits(streak.carriedOver, streak.unit)} without ${enough(streak)}.`]
      : []),
    ...(kept.length > 0 ? [`Frozen: ${kept.map((freeze) => sayDays(freeze, today)).join(', ')}`] : []),
    ...(hidden > 0 ? [style.faint(`and ${plural(hidden, 'freeze')} before: netkeep streak --json`)] : []),
    ...(reminder === undefined ? [] : ['', reminder]),
  ]
  return lines.flatMap((line) => (line === '' ? [''] : wrapText(line, width)))
}

/** Freezes that were over before are of no interest to a reader. */
const SHOWN_DAYS = 365

/** `A streak of 12 weeks. Your longest was 14 weeks.`; without one, how it begins. */
export function sayStreak({ unit, minimum, current, longest }: StreakState): string {
  const most = sayUnits(longest, unit)
  if (current === 0) {
    const begin = minimum === 1 ? 'one touch begins' : `${minimum} touches in a ${unit} begin`
    return longest === 0
      ? `No streak yet: ${begin} one.`
      : `No streak at the moment: ${begin} the next one. Your longest was ${most}.`
  }
  if (longest > current) return `A streak of ${sayUnits(current, unit)}. Your longest was ${most}.`
  return `A streak of ${sayUnits(current, unit)}${longest > 1 ? ', your longest' : ''}.`
}

/** `This week: 1 of 3 touches, 2 days left.` */
function sayUnderWay(streak: StreakState, today: CalendarDate): string {
  const { unit, minimum, done, unitStart, unitEnd, isReached, isFrozen } = streak
  const when = unit === 'week' ? 'This week' : unitStart === today ? 'Today' : 'On Monday'
  if (unitStart > today) return `${when} it goes on: a weekend neither counts nor breaks it.`
  const touches = `${done} of ${plural(minimum, 'touch', 'touches')}`
  if (isReached) return `${when}: ${plural(done, 'touch', 'touches')}, done.`
  if (isFrozen) return `${when}: ${touches}, frozen.`
  const left = daysBetween(today, unitEnd) + 1
  return `${when}: ${touches}${unit === 'week' ? `, ${left === 1 ? 'last day' : `${left} days left`}` : ''}.`
}

function missing({ minimum, done }: StreakState): number {
  return minimum - done
}

/** `One touch`, `One more touch`, `2 more touches`. */
function sayMissing(streak: StreakState): string {
  const more = streak.done > 0 ? 'more ' : ''
  const count = missing(streak)
  return count === 1 ? `One ${more}touch` : `${count} ${more}touches`
}

function enough({ minimum }: StreakState): string {
  return minimum === 1 ? 'a touch' : `${minimum} touches`
}

/** `12 weeks` */
function sayUnits(count: number, unit: StreakUnit): string {
  return plural(count, unit)
}

/** A line of the streak, then one of each freeze. */
export function renderStreakTsv(streak: StreakState): string {
  const { unit, current, longest, frozen, minimum, done, unitStart, unitEnd } = streak
  return renderTsv([
    ['streak', unit, current, longest, frozen, minimum, done, unitStart, unitEnd],
    ...streak.freezes.map(({ from, to }) => ['freeze', from, to]),
  ])
}

export function streakJson(streak: StreakState): object {
  const { unit, current, longest, frozen, minimum, done, unitStart, unitEnd, isReached, isFrozen, freezes } =
    streak
  return {
    unit,
    current,
    longest,
    frozen,
    minimum,
    done,
    unitStart,
    unitEnd,
    isReached,
    isFrozen,
    freezes: freezes.map(({ uid, from, to }) => ({ uid, from, to })),
  }
}
