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
  for (const day of days) {
    const channelsOf = channelsByContact(day)
    for (const [contact, channels] of channelsOf) {
      increase(byContact, contact)
      for (const channel of channels) increase(byChannel, channel)
      if (channels.size === 0) withoutChannel++
    }
    const channelOf = new Map(day.touchpoints.map((uid, index) => [uid, day.channels[index] ?? null]))
    for (const channel of channelOf.values()) increase(touchpoints, channel)
    touches += channelsOf.size
    byDay.set(day.on, channelsOf.size)
  }
  return { touches, byDay, byContact, byChannel, withoutChannel, touchpoints }
}

function channelsByContact({ contacts, channels }: CountedDay): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [index, contact] of contacts.entries()) {
    const known = found.get(contact) ?? new Set()
    found.set(contact, known)
    const channel = channels[index] ?? null
    if (channel !== null) known.add(channel)
  }
  return found
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
