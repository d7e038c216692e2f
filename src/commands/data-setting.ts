/** Changing a setting that is kept with the contacts. */
import type { Setting } from '../config.ts'
import { parseChannelMinutes } from '../domain/time-spent.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { findCircle } from '../store/circles.ts'
import { recordCommand } from '../store/command-log.ts'
import { findSetting, storeSetting } from '../store/settings.ts'
import { requireChannel } from './known-channel.ts'

/**
 * @param value checked; undefined takes it back to its default.
 * @returns whether anything was changed, and so can be undone.
 * @throws UserError (usage)
 */
export async function storeDataSetting(
  session: Session,
  { name, default: byDefault }: Setting,
  value: string | undefined,
): Promise<boolean> {
  const store = await session.store()
  const circle = value ?? byDefault
  if (name === 'default-circle' && findCircle(store.db, circle) === undefined) {
    throw usageError(`There is no circle "${circle}".`, 'See them all: netkeep circle')
  }
  if (name === 'channel-minutes' && value !== undefined) {
    for (const channel of parseChannelMinutes(value).keys()) requireChannel(store.db, channel)
  }
  const { command } = recordCommand(store, { typed: session.typed, at: session.now }, ({ db }) => {
    if (value !== findSetting(db, name)) storeSetting(db, name, value)
  })
  return command !== undefined
}
