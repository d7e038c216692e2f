/** How long keeping in touch takes this user, by channel. */
import { MOST_TOLD, minutesFor, parseChannelMinutes } from '../domain/time-spent.ts'
import { MOST_MINUTES } from '../domain/touchpoint.ts'
import { UserError } from '../errors.ts'
import type { Database } from './driver.ts'
import { findSetting } from './settings.ts'

/** Whether minutes were told of a touchpoint. Another device may have written more than there are, or fewer than none. */
export const IS_TOLD: string = `t.minutes IS NOT NULL AND t.minutes BETWEEN 1 AND ${MOST_MINUTES}`

/** Tells the minutes of a channel; each is read once. */
export function minutesByChannel(db: Database): (channel: string) => number {
  const set = setMinutes(db)
  const told = db
    .prepare(
      `SELECT t.minutes FROM touchpoint t WHERE t.channel = ? AND ${IS_TOLD} AND t.deleted IS NULL
       ORDER BY t.touched_on DESC, t.id DESC LIMIT ${MOST_TOLD}`,
    )
    .pluck()
  const known = new Map<string, number>()
  return (channel) => {
    const minutes = known.get(channel) ?? minutesFor(channel, set, told.all(channel) as number[])
    known.set(channel, minutes)
    return minutes
  }
}

/** What another netkeep stored, and this one cannot read, is as good as nothing. */
function setMinutes(db: Database): ReadonlyMap<string, number> {
  try {
    return parseChannelMinutes(findSetting(db, 'channel-minutes') ?? '')
  } catch (error) {
    if (error instanceof UserError) return new Map()
    throw error
  }
}
