/** Another channel: where the last times were all by the same one, another by which the contact answers. */
import type { CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import type { ListedContact } from './contact-line.ts'
import type { Touchpoint } from './touchpoint.ts'

/** A channel to try, and why: the fields that docs/output.md promises, in their order. */
export interface TryChannel {
  readonly channel: string
  /** The channel of the last times, and how many they are. */
  readonly insteadOf: string
  readonly inARow: number
  /** How many times the user reached out by the channel to try, and how many of them were answered. */
  readonly tried: number
  readonly answered: number
  /** How many times the contact reached out by it. */
  readonly fromThem: number
  /** The latest day of being in touch by it. */
  readonly lastOn: CalendarDate
}

type ChannelTouch = Pick<Touchpoint, 'on' | 'channel' | 'direction' | 'kind'>

/** So many times the same is enough. */
const ENOUGH_IN_A_ROW = 3

/** What is called other may be another one each time. */
const UNNAMED = 'other'

/** No way to reach anybody: an event takes place or it does not. */
const NOT_TO_TRY: readonly string[] = [UNNAMED, 'event']

/**
 * The channel to try with a contact; null while the last times were not the same three times, or where it has answered by no other.
 * @param newestFirst its touchpoints, asks settled.
 * @param channels those there are; one that the user has given up is not suggested.
 */
export function rotateChannel(
  newestFirst: readonly ChannelTouch[],
  contact: Pick<ListedContact, 'emails' | 'phones'>,
  channels: readonly string[],
): TryChannel | null {
  const times = timesOf(newestFirst)
  const insteadOf = times[0]?.channel ?? UNNAMED
  const inARow = times.findIndex(({ channel }) => channel !== insteadOf)
  // A row that goes back to the first time leaves no other channel.
  if (insteadOf === UNNAMED || inARow < ENOUGH_IN_A_ROW) return null
  const [best] = channels
    .filter((channel) => channel !== insteadOf && !NOT_TO_TRY.includes(channel))
    .flatMap((channel) => wayBy(channel, times, contact) ?? [])
    .sort(compareWays)
  if (best === undefined) return null
  const { channel, tried, answered, fromThem, lastOn } = best
  return { channel, insteadOf, inARow, tried, answered, fromThem, lastOn }
}

/** A channel on a day: what else came by it before another channel did is of the same time. */
interface Time {
  readonly on: CalendarDate
  readonly channel: string
  readonly isAnswered: boolean
  readonly isFromThem: boolean
}

/**
 * Attempts are times too: one that stayed unanswered is a good reason not to try the same again. Light ones ask for no answer, and of a
 * touchpoint without a channel nobody knows how it was: both neither make a row longer nor break it.
 */
function timesOf(newestFirst: readonly ChannelTouch[]): readonly Time[] {
  const times: Time[] = []
  for (const { on, channel, direction, kind } of newestFirst) {
    if (channel === null || channel === '' || (kind !== 'counted' && kind !== 'attempt')) continue
    const later = times.at(-1)
    const isSame = later !== undefined && later.on === on && later.channel === channel
    if (isSame) times.pop()
    times.push({
      on,
      channel,
      isAnswered: kind === 'counted' || (isSame && later.isAnswered),
      isFromThem: direction === 'in' && (!isSame || later.isFromThem),
    })
  }
  return times
}

/** A channel by which a contact can be reached, and how well that went. */
interface Way extends Pick<TryChannel, 'channel' | 'tried' | 'answered' | 'fromThem' | 'lastOn'> {
  /** Whether the last attempt by it stayed unanswered. */
  readonly isUnanswered: boolean
  /** Whether netkeep knows the address or number that it takes. */
  readonly isAtHand: boolean
}

/** @returns undefined for a channel by which they were never in touch. */
function wayBy(
  channel: string,
  times: readonly Time[],
  { emails, phones }: Pick<ListedContact, 'emails' | 'phones'>,
): Way | undefined {
  const byIt = times.filter((time) => time.channel === channel)
  const [last] = byIt
  const inTouch = byIt.find(({ isAnswered }) => isAnswered)
  if (last === undefined || inTouch === undefined) return undefined
  const own = byIt.filter(({ isFromThem }) => !isFromThem)
  const addresses = channel === 'email' ? emails : channel === 'call' ? phones : undefined
  return {
    channel,
    tried: own.length,
    answered: own.filter(({ isAnswered }) => isAnswered).length,
    fromThem: byIt.length - own.length,
    lastOn: inTouch.on,
    isUnanswered: !last.isAnswered && !last.isFromThem,
    isAtHand: addresses?.length !== 0,
  }
}

/** The better one first: not just unanswered, at hand, going well, then the one used last. */
function compareWays(a: Way, b: Way): number {
  return (
    Number(a.isUnanswered) - Number(b.isUnanswered) ||
    Number(b.isAtHand) - Number(a.isAtHand) ||
    Number(isGoingWell(b)) - Number(isGoingWell(a)) ||
    compareText(b.lastOn, a.lastOn) ||
    compareText(a.channel, b.channel)
  )
}

/** Whether the contact uses it of its own accord, or answers at least every other time. */
function isGoingWell({ tried, answered, fromThem }: Way): boolean {
  return fromThem > 0 || answered * 2 >= tried
}
