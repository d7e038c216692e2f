/** How many minutes keeping in touch takes, by channel: what a plan for the day is made with. */
import { usageError } from '../errors.ts'
import { parseMinutes } from './touchpoint.ts'

export const DEFAULT_DAILY_MINUTES = 15

/** What a channel takes until the user says or shows otherwise. */
const CHANNEL_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    call: 15,
    video: 30,
    email: 10,
    message: 5,
    meeting: 45,
    coffee: 60,
    meal: 90,
    event: 120,
    social: 3,
    letter: 20,
  }),
)
/** Of channels of the user's own. */
const OTHER_MINUTES = 10

/** For so many talks of a channel with a length (`log --for`), their median is better than a guess. */
const ENOUGH_TOLD = 3
/** Only the latest tell: habits change. */
export const MOST_TOLD = 20

const EXAMPLE = 'Type: netkeep config set channel-minutes "call=20 coffee=45"'

/** The minutes that a user has set, by channel: `call=20 coffee=45`. @throws UserError (usage) */
export function parseChannelMinutes(text: string): ReadonlyMap<string, number> {
  const pairs = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((pair) => pair !== '')
  const minutesOf = new Map<string, number>()
  for (const pair of pairs) {
    const [, channel = '', minutes = ''] = /^([^=]+)=(.+)$/.exec(pair) ?? []
    if (channel === '') throw usageError(`"${pair}" does not say how long a channel takes.`, EXAMPLE)
    if (minutesOf.has(channel)) throw usageError(`The channel "${channel}" is given twice.`, EXAMPLE)
    minutesOf.set(channel, parseMinutes(minutes, 'call=20, coffee=1h'))
  }
  return minutesOf
}

export function formatChannelMinutes(minutes: ReadonlyMap<string, number>): string {
  return [...minutes].map(([channel, count]) => `${channel}=${count}`).join(' ')
}

/**
 * Minutes for a channel: as set by the user; else the median of what was told of the last talks; else what is usual.
 * @param told minutes of the latest touchpoints of this channel that say how long they took, {@link MOST_TOLD} at most.
 */
export function minutesFor(
  channel: string,
  set: ReadonlyMap<string, number>,
  told: readonly number[],
): number {
  const chosen = set.get(channel)
  if (chosen !== undefined) return chosen
  if (told.length >= ENOUGH_TOLD) return medianOf(told)
  return CHANNEL_MINUTES.get(channel) ?? OTHER_MINUTES
}

/** Of an even number the lower one: whole minutes. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
