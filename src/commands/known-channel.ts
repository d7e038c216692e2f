/** Channels as they are typed. */
import { isOneTypoApart } from '../domain/match-key.ts'
import { usageError } from '../errors.ts'
import type { Database } from '../store/driver.ts'
import { knownChannels } from '../store/settings.ts'

/** The channel that was typed. @throws UserError (usage) naming the channels there are */
export function requireChannel(db: Database, typed: string): string {
  const channels = knownChannels(db)
  const channel = typed.trim().toLowerCase()
  if (channels.includes(channel)) return channel
  const near = channels.find((known) => isOneTypoApart(channel, known))
  throw usageError(
    `There is no channel "${typed}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
    `Choose one of: ${channels.join(', ')}. More of your own: netkeep config set channels "signal"`,
  )
}
