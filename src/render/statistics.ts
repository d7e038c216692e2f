/** Statistics as pictures and sentences, and as JSON. */
import { ANSWER_DAYS, sumAttempts } from '../domain/answer.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type CircleTouches, SHOWN_TAGS, type Statistics, shareOf } from '../domain/statistics.ts'
import { formatDay, formatMinutes, plural } from './dates.ts'
import { sparkline } from './pictures.ts'
import { safeText } from './safe-text.ts'
import { MOST_NAME, renderShares, type ShareSection, sayShare } from './share-lines.ts'
import type { Style } from './style.ts'
import { truncate, wrapText } from './text-width.ts'

/** More channels are summed. */
const SHOWN_CHANNELS = 6

/** @param days which they are, in words. */
export function renderStatistics(
  statistics: Statistics,
  days: string,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { touches, perWeek, warmPerWeek } = statistics
  const rest = sayTheRest(statistics, style.glyphs.more)
  const wrapped = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => wrapText(text, width))
  return [
    ...wrapped([days]).map((line) => style.heading(line)),
    '',
    ...wrapped([sayTouches(statistics, today)]),
    ...drawWeeks(touches === 0 ? [] : perWeek.map(({ count }) => count), perWeek.length, style, width),
    ...wrapped([sayWarm(statistics)]),
    ...drawWeeks(
      warmPerWeek.map(({ warm, contacts }) => shareOf(warm, contacts) ?? 0),
      perWeek.length,
      style,
      width,
      1,
    ),
    ...renderShares(
      [channels(statistics, style.glyphs.more), circles(statistics), tags(statistics)].filter(
        ({ rows }) => rows.length > 0,
      ),
      style,
      width,
    ),
    ...(rest.length > 0 ? ['', ...wrapped(rest)] : []),
  ]
}

/**
 * The latest weeks for which there is room, a column each; said where some have none. Where there are values for the last of the weeks
 * only, they stand below those of the same weeks.
 */
function drawWeeks(
  values: readonly number[],
  weeks: number,
  { glyphs, faint }: Style,
  width: number,
  most?: number,
): readonly string[] {
  const columns = Math.min(weeks, width)
  if (values.length === 0) return []
  return [
    sparkline(values.slice(-columns), glyphs, most).padStart(columns),
    ...(columns < weeks ? [faint(`the latest ${columns} weeks`)] : []),
  ]
}

/** `412 touches with 120 contacts: 7.9 a week, at most 21 (week of 4 May).` The latest of several weeks with as many. */
function sayTouches({ touches, touched, perWeek, meanPerWeek }: Statistics, today: CalendarDate): string {
  if (touches === 0) return 'No touches in these days. After being in touch: netkeep log grace'
  const best = perWeek.reduce((most, week) => (week.count >= most.count ? week : most))
  const mean =
    meanPerWeek === null
      ? ''
      : `: ${sayNumber(meanPerWeek)} a week, at most ${best.count} (week of ${formatDay(best.on, today)})`
  return `${plural(touches, 'touch', 'touches')} with ${plural(touched, 'contact')}${mean}.`
}

function sayNumber(value: number): string {
  return String(Number(value.toFixed(1)))
}

function sayWarm({ warm, withCadence, contacts }: Statistics): string {
  const share = shareOf(warm, withCadence)
  if (share === null) return `None of ${plural(contacts, 'contact')} has a cadence: netkeep move grace close`
  const others = contacts - withCadence
  return `${sayShare(share)} warm today: ${warm} of ${plural(withCadence, 'contact')} with a cadence${others > 0 ? `, ${others} without` : ''}.`
}

function channels({ byChannel, withoutChannel, touches }: Statistics, more: string): ShareSection {
  const others = byChannel.slice(SHOWN_CHANNELS)
  const counts = others.map(({ channel, touches }) => `${sayChannel(channel, more)} ${touches}`)
  return {
    heading: 'By channel',
    rows: byChannel.slice(0, SHOWN_CHANNELS).map(({ channel, touches: count }) => ({
      name: safeText(channel),
      count,
      share: shareOf(count, touches) ?? 0,
      said: '',
    })),
    below: [
      ...(others.length > 0 ? [`and ${counts.join(', ')}`] : []),
      ...(withoutChannel > 0 ? [`${plural(withoutChannel, 'touch', 'touches')} without a channel`] : []),
    ],
  }
}

/** In a sentence no longer than in a row. */
function sayChannel(channel: string, more: string): string {
  return truncate(safeText(channel), MOST_NAME, more)
}

function circles({ byCircle, touches, removedTouches }: Statistics): ShareSection {
  const shown = touches === 0 ? [] : byCircle.filter(({ contacts }) => contacts > 0)
  return {
    heading: 'By circle',
    rows: shown.map((circle) => ({
      name: circle.circle === null ? 'no circle' : safeText(circle.circle),
      count: circle.touches,
      share: shareOf(circle.touches, touches) ?? 0,
      said: sayCircle(circle),
    })),
    below:
      removedTouches > 0
        ? [`${plural(removedTouches, 'touch', 'touches')} of contacts that were removed since`]
        : [],
  }
}

function sayCircle({ contacts, warm, withCadence }: CircleTouches): string {
  const share = shareOf(warm, withCadence)
  return `${plural(contacts, 'contact')}${share === null ? '' : `, ${sayShare(share)} warm`}`
}

function tags({ tags: { groups, others }, touches }: Statistics): ShareSection {
  const touched = groups.filter((group) => group.touches > 0)
  const hidden = touched.length - SHOWN_TAGS
  return {
    heading: 'By tag',
    rows: touched.slice(0, SHOWN_TAGS).map(({ name, contacts, touches: count }) => ({
      name: `+${safeText(name)}`,
      count,
      share: shareOf(count, touches) ?? 0,
      said: plural(contacts, 'contact'),
    })),
    below:
      hidden > 0 ? [`and ${plural(hidden, 'other tag')}: ${plural(others.touches, 'touch', 'touches')}`] : [],
  }
}

/** What there was none of is left out. */
function sayTheRest({ attempts, light, minutes, newContacts }: Statistics, more: string): readonly string[] {
  return [
    ...(attempts.length > 0 ? [sayAttempts(attempts, more)] : []),
    ...(light > 0 ? [`${plural(light, 'light touch', 'light touches')}.`] : []),
    ...sayMinutes(minutes),
    ...(newContacts > 0 ? [`${plural(newContacts, 'new contact')}.`] : []),
  ]
}

/** `In touch within 30 days after 40 of 73 attempts: email 30 of 60, call 10 of 13.` By whatever channel, and whoever began. */
function sayAttempts(byChannel: Statistics['attempts'], more: string): string {
  const { attempts, answered } = sumAttempts(byChannel)
  const by = byChannel.map(
    (one) => `${sayChannel(one.channel ?? 'no channel', more)} ${one.answered} of ${one.attempts}`,
  )
  return `In touch within ${ANSWER_DAYS} days after ${answered} of ${plural(attempts, 'attempt')}: ${by.join(', ')}.`
}

/** `Time: 12 h told of 40 touchpoints, about 30 h for the other 90.` */
function sayMinutes({
  told,
  toldTouchpoints,
  estimated,
  estimatedTouchpoints,
}: Statistics['minutes']): readonly string[] {
  const others =
    toldTouchpoints > 0 ? `the other ${estimatedTouchpoints}` : plural(estimatedTouchpoints, 'touchpoint')
  const parts = [
    ...(toldTouchpoints > 0
      ? [`${formatMinutes(told)} told of ${plural(toldTouchpoints, 'touchpoint')}`]
      : []),
    ...(estimatedTouchpoints > 0 ? [`about ${sayRoughly(estimated)} for ${others}`] : []),
  ]
  return parts.length === 0 ? [] : [`Time: ${parts.join(', ')}.`]
}

/** Whole hours, where there are many. */
function sayRoughly(minutes: number): string {
  return formatMinutes(minutes < 600 ? minutes : Math.round(minutes / 60) * 60)
}

export function statisticsJson(statistics: Statistics): object {
  const { range, touches, tags, attempts, perWeek, warmPerWeek, byCircle } = statistics
  return {
    from: range.from,
    to: range.to,
    touchpoints: statistics.touchpoints,
    touches,
    touched: statistics.touched,
    removedTouches: statistics.removedTouches,
    contacts: statistics.contacts,
    withCadence: statistics.withCadence,
    warm: statistics.warm,
    warmShare: shareOf(statistics.warm, statistics.withCadence),
    newContacts: statistics.newContacts,
    byChannel: statistics.byChannel,
    withoutChannel: statistics.withoutChannel,
    byCircle: byCircle.map((circle) => ({ ...circle, warmShare: shareOf(circle.warm, circle.withCadence) })),
    byTag: tags.groups.map(({ name, ...counts }) => ({ tag: name, ...counts })),
    perWeek,
    meanPerWeek: statistics.meanPerWeek,
    warmPerWeek: warmPerWeek.map((week) => ({ ...week, warmShare: shareOf(week.warm, week.contacts) })),
    ...sumAttempts(attempts),
    attemptsByChannel: attempts,
    light: statistics.light,
    minutes: statistics.minutes,
  }
}
