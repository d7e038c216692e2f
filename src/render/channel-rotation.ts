/** A channel to try, in words and as fields. */
import type { TryChannel } from '../domain/channel-rotation.ts'
import { nameThing } from '../domain/goal-thing.ts'
import { CHANNELS } from '../domain/touchpoint.ts'
import { safeText } from './safe-text.ts'
import { MOST_NAME } from './share-lines.ts'
import { truncate } from './text-width.ts'

/** What to try, behind the word `try`: `a call (answered 2 of 3): 3 times in a row by email`. */
export function describeTryChannel(
  { channel, insteadOf, inARow, tried, answered, fromThem }: TryChannel,
  more: string,
): string {
  const cut = (text: string): string => truncate(text, MOST_NAME, more)
  const why = fromThem > 0 ? 'they reached out by it' : `answered ${answered} of ${tried}`
  return `${cut(nameChannel(channel))} (${why}): ${inARow} times in a row by ${cut(safeText(insteadOf))}`
}

/** `a call`, `an email`; one of the user's own as it is called. */
function nameChannel(channel: string): string {
  if (!CHANNELS.some((known) => known === channel)) return safeText(channel)
  const noun = nameThing({ kind: 'touches', detail: channel })
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** channel, instead of which, times in a row, tried, answered, from them, last; no row where there is none to try. */
export function tryChannelRow(suggested: TryChannel | null): (string | number)[][] {
  if (suggested === null) return []
  const { channel, insteadOf, inARow, tried, answered, fromThem, lastOn } = suggested
  return [['tryChannel', safeText(channel), safeText(insteadOf), inARow, tried, answered, fromThem, lastOn]]
}
