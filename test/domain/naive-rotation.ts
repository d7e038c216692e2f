/** The channel to try, as somebody with the list of touchpoints on paper would find it. */
import type { TryChannel } from '../../src/domain/channel-rotation.ts'

export interface ToldTouch {
  readonly on: string
  readonly channel: string | null
  readonly direction: string | null
  readonly kind: string
}

/** @param oldestFirst with asks that were answered since as counted. */
export function naiveRotation(
  oldestFirst: readonly ToldTouch[],
  has: { readonly email: boolean; readonly phone: boolean },
  channels: readonly string[],
): TryChannel | null {
  const told = oldestFirst.filter(({ channel, kind }) => channel !== null && kind !== 'light')
  // One paragraph for each time: the same channel on the same day goes on with it.
  const paragraphs: ToldTouch[][] = []
  for (const touch of told) {
    const before = paragraphs.at(-1)?.[0]
    if (before?.on === touch.on && before.channel === touch.channel) paragraphs.at(-1)?.push(touch)
    else paragraphs.push([touch])
  }
  const nameOf = (paragraph: readonly ToldTouch[] | undefined): string => paragraph?.[0]?.channel ?? ''
  const last = nameOf(paragraphs.at(-1))
  let inARow = 0
  while (inARow < paragraphs.length && nameOf(paragraphs.at(-1 - inARow)) === last) inARow++
  if (last === 'other' || inARow < 3) return null

  const isCounted = (paragraph: readonly ToldTouch[]): boolean =>
    paragraph.some(({ kind }) => kind === 'counted')
  const isTheirs = (paragraph: readonly ToldTouch[]): boolean =>
    paragraph.every(({ direction }) => direction === 'in')
  let best: { readonly rank: string; readonly found: TryChannel } | undefined
  for (const channel of channels) {
    const byIt = paragraphs.filter((paragraph) => nameOf(paragraph) === channel)
    const lastOn = byIt.filter(isCounted).at(-1)?.[0]?.on
    const lastTime = byIt.at(-1)
    if (['event', 'other', last].includes(channel) || lastOn === undefined || lastTime === undefined) continue
    const mine = byIt.filter((paragraph) => !isTheirs(paragraph))
    const [tried, answered] = [mine.length, mine.filter(isCounted).length]
    const fromThem = byIt.filter(isTheirs).length
    const isReachable = channel === 'email' ? has.email : channel === 'call' ? has.phone : true
    const rank = [
      isCounted(lastTime) || isTheirs(lastTime) ? 'b' : 'a',
      isReachable ? 'b' : 'a',
      fromThem > 0 || answered >= tried - answered ? 'b' : 'a',
      lastOn,
      // Of two equal ones the first by name.
      String.fromCharCode(...[...channel].map((letter) => 300 - letter.charCodeAt(0))),
    ].join(' ')
    const found = {
      channel,
      insteadOf: last,
      inARow,
      tried,
      answered,
      fromThem,
      lastOn: lastOn as TryChannel['lastOn'],
    }
    if (best === undefined || rank > best.rank) best = { rank, found }
  }
  return best?.found ?? null
}
