/** What a review shows: where it is, why this one now, and how it went. */
import type { Brief } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import type { ReviewAnswer } from '../domain/review.ts'
import { renderBriefWithin } from './brief.ts'
import { describeStanding } from './contact-lines.ts'
import { formatMinutes, plural } from './dates.ts'
import { describeOccasion, describeOccasionDay } from './occasion-lines.ts'
import { describePromise } from './promise-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { wrapText } from './text-width.ts'

/** Why an item is shown now. */
export type Reason =
  | {
      readonly kind: 'contact'
      readonly line: ContactLine
      readonly by: string
      readonly minutes: number
      readonly isEarly: boolean
    }
  | { readonly kind: 'promise'; readonly promise: PromiseRecord }
  | { readonly kind: 'date'; readonly date: OccasionLine }

export interface Progress {
  /** The place of the item, from 1, and how many there are. */
  readonly place: number
  readonly count: number
  /** What the items from this one on take. */
  readonly minutesLeft: number
}

/** Lines of the terminal that the question below the brief takes: itself, two of keys, one for a wrong key, and one to spare. */
const QUESTION_LINES = 5

/** Where the review is, why this one, and the brief: as much as leaves room for the question. */
export function renderReviewItem(
  brief: Brief,
  reason: Reason,
  { place, count, minutesLeft }: Progress,
  view: {
    readonly today: CalendarDate
    readonly style: Style
    readonly width: number
    readonly rows: number
  },
): string {
  const { today, style, width, rows } = view
  const left = minutesLeft === 0 ? '' : `, about ${formatMinutes(minutesLeft)} left`
  const head = [
    '',
    style.faint(`${place} of ${count}${left}`),
    ...wrapText(sayReason(reason, today), width).map((text) => style.standing.due(text)),
    '',
  ]
  const room = Math.max(3, rows - head.length - QUESTION_LINES)
  return `${[...head, ...renderBriefWithin(brief, today, style, width, room)].join('\n')}\n\n`
}

/** `12 days overdue. Last time it was coffee: write to arrange the next one, about 5 min.` */
function sayReason(reason: Reason, today: CalendarDate): string {
  switch (reason.kind) {
    case 'contact':
      return sayWhyNow(reason, today)
    case 'promise': {
      const { promise } = reason
      const when = describePromise(promise, today)
      const who = promise.isMine ? 'You promised' : 'They promised'
      return `${who}: ${safeText(promise.text)}${when === '' ? '' : `, ${when}`}.`
    }
    case 'date':
      return `A date: ${describeOccasion(reason.date)}, ${describeOccasionDay(reason.date.on, today)}.`
  }
}

function sayWhyNow(
  { line, by, minutes, isEarly }: Extract<Reason, { kind: 'contact' }>,
  today: CalendarDate,
): string {
  const standing = describeStanding(line, today)
  const when = `${standing.charAt(0).toUpperCase()}${standing.slice(1)}${isEarly ? ': early, since there is room' : ''}`
  const isSame = line.lastChannel === null || line.lastChannel === by
  const how = isSame
    ? `By ${safeText(by)}`
    : `Last time it was ${safeText(line.lastChannel ?? '')}: write to arrange the next one`
  return `${when}. ${how}, about ${formatMinutes(minutes)}.`
}

/** How many answers of each kind, in the order of {@link sayTally}. */
export type Tally = ReadonlyMap<ReviewAnswer, number>

const TALLY: readonly (readonly [ReviewAnswer, string])[] = [
  ['logged', 'in touch'],
  ['tried', 'tried'],
  ['snoozed', 'snoozed'],
  ['paused', 'paused'],
  ['fulfilled', 'fulfilled'],
  ['dropped', 'dropped'],
  ['wished', 'wished'],
  ['skipped', 'skipped'],
]

/** `3 in touch, 1 tried, 2 skipped`. */
function sayTally(tally: Tally): string {
  return TALLY.flatMap(([answer, words]) => {
    const count = tally.get(answer) ?? 0
    return count === 0 ? [] : [`${count} ${words}`]
  }).join(', ')
}

/**
 * @param left how many items of the review are still open.
 * @param due how many contacts are due besides.
 * @param minutes that the review was planned for.
 */
export function sayReviewed(tally: Tally, left: number, due: number, minutes: number): string {
  const said = sayTally(tally)
  const rest =
    left > 0
      ? `${plural(left, 'is', 'are')} left for later today: netkeep review`
      : `That is all for today.${due > 0 ? ` ${plural(due, 'more is', 'more are')} due: netkeep review --minutes ${minutes}` : ''}`
  return `${said === '' ? 'Nothing was answered' : `Reviewed: ${said}`}. ${rest}`
}
