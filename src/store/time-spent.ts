/** How long keeping in touch takes this user, by channel. */
import { MOST_TOLD, minutesFor, parseChannelMinutes } from '../domain/time-spent.ts'
import { UserError } from '../errors.ts'
import type { Database } from './driver.ts'
import { findSetting } from './settings.ts'

/** Tells the minutes of a channel; each is read once. */
export function minutesByChannel(db: Database): (channel: string) => number {
  const set = setMinutes(db)
  const told = db
    .prepare(
      `SELECT minutes FROM touchpoint WHERE channel = ? AND minutes IS NOT NULL AND deleted IS NULL
       ORDER BY touched_on DESC, id DESC LIMIT ${MOST_TOLD}`,
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
