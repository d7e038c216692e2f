/** Touches summed up: how many there were, on which days, with whom and by which channels. */
import type { CalendarDate } from './calendar-date.ts'

/** Each contact in each touchpoint of one day that counts: three lists of one length. */
export interface CountedDay {
  readonly on: CalendarDate
  readonly contacts: readonly string[]
  /** Null where none was given. */
  readonly channels: readonly (string | null)[]
  readonly touchpoints: readonly string[]
}

export interface TouchTally {
  readonly touches: number
  readonly byDay: ReadonlyMap<CalendarDate, number>
  readonly byContact: ReadonlyMap<string, number>
  /** Given channels only. A day with a call and a mail is one touch, and one of each. */
  readonly byChannel: ReadonlyMap<string, number>
  /** Touches for which no channel was given. */
  readonly withoutChannel: number
  /** Touchpoints, however many contacts are in them, by channel; null for none given. */
  readonly touchpoints: ReadonlyMap<string | null, number>
}

export function tallyTouches(days: Iterable<CountedDay>): TouchTally {
  const byDay = new Map<CalendarDate, number>()
  const byContact = new Map<string, number>()
  const byChannel = new Map<string, number>()
  const touchpoints = new Map<string | null, number>()
  let [touches, withoutChannel] = [0, 0]
  for (const { on, contacts, channels, touchpoints: uids } of days) {
    const touched = new Set(contacts)
    for (const contact of touched) increase(byContact, contact)
    const withChannel = new Set<string>()
    for (const [channel, those] of contactsByChannel(contacts, channels)) {
      increase(byChannel, channel, those.size)
      for (const contact of those) withChannel.add(contact)
    }
    const channelOf = new Map(uids.map((uid, index) => [uid, channels[index] ?? null]))
    for (const channel of channelOf.values()) increase(touchpoints, channel)
    touches += touched.size
    withoutChannel += touched.size - withChannel.size
    byDay.set(on, touched.size)
  }
  return { touches, byDay, byContact, byChannel, withoutChannel, touchpoints }
}

/** A day has few channels and many contacts. */
function contactsByChannel(
  contacts: CountedDay['contacts'],
  channels: CountedDay['channels'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [index, contact] of contacts.entries()) {
    const channel = channels[index] ?? null
    if (channel === null) continue
    const known = found.get(channel)
    if (known === undefined) found.set(channel, new Set([contact]))
    else known.add(contact)
  }
  return found
}

function increase<K>(counts: Map<K, number>, key: K, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
