/** LinkedIn's messages to touchpoints: one per conversation and UTC day. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ImportedTouchpoint, RowReport } from '../../domain/import-file.ts'
import { judgeDays, type Sides } from '../../domain/mail-day.ts'
import { nameKeyOf } from '../../domain/match-key.ts'
import type { TouchpointKind } from '../../domain/touchpoint.ts'
import { urlKey } from '../../domain/url-key.ts'
import { dayOf, type Message, type Profile, remember } from './messages.ts'

/** A message with its correspondents as keys: the URL key, or a {@link nameOnlyKey}. */
interface Letter {
  readonly message: Message
  readonly sender: string
  readonly recipients: readonly string[]
}

interface Day extends Sides {
  /** The day's first message. */
  readonly first: Message
  readonly isFirstMine: boolean
  isMine: boolean
  isTheirs: boolean
}

/** The key of somebody with neither name nor URL. No URL key holds a line break. */
const NOBODY = nameOnlyKey('')

function nameOnlyKey(name: string): string {
  return `\n${nameKeyOf(name)}`
}

/**
 * The touchpoints of all messages, oldest first; a day in a conversation that names nobody but the user is skipped.
 * `myName` is the user's own name, '' if not known: whoever sends under it is the user, or else whoever sends most.
 *
 * Days are judged as those of mail are ({@link judgeDays}), within their conversation. A UTC day ahead of `today` becomes today.
 */
export function touchpointsOf(
  messages: readonly Message[],
  myName: string,
  today: CalendarDate,
): { touchpoints: readonly ImportedTouchpoint[]; skipped: readonly RowReport[] } {
  const letters = addressed(messages)
  const me = findMe(letters, myName)
  const correspondents = correspondentsIn(letters)
  const others = othersIn(letters, me)
  const days = daysIn(letters, me)
  const kinds = kindsOf(days)
  const touchpoints: ImportedTouchpoint[] = []
  const skipped: RowReport[] = []
  for (const [key, day] of days) {
    const { source, conversation } = day.first
    const { on } = day
    const correspondentKeys = getOf(others, conversation)
    if (correspondentKeys.size === 0) {
      skipped.push({ source, reason: 'names nobody but you' })
      continue
    }
    touchpoints.push({
      source,
      key,
      on: on > today ? today : on,
      channel: 'message',
      direction: day.isFirstMine ? 'out' : 'in',
      kind: getOf(kinds, day),
      with: [...correspondentKeys].map((other) => getOf(correspondents, other)),
    })
  }
  return { touchpoints, skipped }
}

/**
 * Gives everyone a key. Somebody without a URL, as in old rows, is whoever has that name and one URL in the same conversation,
 * or else in all of them; where several do, only the name is known.
 */
function addressed(messages: readonly Message[]): readonly Letter[] {
  const urlKeyOf = remember(urlKey)
  const nameOnlyKeyOf = remember(nameOnlyKey)
  const urlsOf = new Map<string, Set<string>>()
  for (const { conversation, from, to } of messages) {
    for (const { name, url } of [from, ...to]) {
      if (url === null) continue
      for (const place of [conversation, '']) addTo(urlsOf, place + nameOnlyKeyOf(name), urlKeyOf(url))
    }
  }
  const keyOf = ({ name, url }: Profile, conversation: string): string => {
    if (url !== null) return urlKeyOf(url)
    const key = nameOnlyKeyOf(name)
    if (key === NOBODY) return key
    return onlyOf(urlsOf.get(conversation + key)) ?? onlyOf(urlsOf.get(key)) ?? key
  }
  return messages.map((message) => ({
    message,
    sender: keyOf(message.from, message.conversation),
    recipients: message.to.map((correspondent) => keyOf(correspondent, message.conversation)),
  }))
}

/**
 * The keys under which the user appears, none when nobody sent anything. Of those who send under `myName`, or of all senders if
 * nobody does: the most frequent one, then the one in most conversations, then the one first written to.
 */
function findMe(letters: readonly Letter[], myName: string): ReadonlySet<string> {
  const nameOnlyKeyOf = remember(nameOnlyKey)
  const sent = new Map<string, number>()
  const namesOf = new Map<string, Set<string>>()
  const conversationsOf = new Map<string, Set<string>>()
  for (const { message, sender, recipients } of letters) {
    for (const key of [sender, ...recipients]) addTo(conversationsOf, key, message.conversation)
    if (sender === NOBODY) continue
    sent.set(sender, (sent.get(sender) ?? 0) + 1)
    const name = nameOnlyKeyOf(message.from.name)
    if (name !== NOBODY) addTo(namesOf, sender, name)
  }
  const senders = [...sent.keys()]
  const named = senders.filter((key) => namesOf.get(key)?.has(nameOnlyKey(myName)))
  const busiest = highest(named.length > 0 ? named : senders, (key) => sent.get(key) ?? 0)
  const best = new Set(highest(busiest, (key) => conversationsOf.get(key)?.size ?? 0))
  const me = letters.flatMap((letter) => letter.recipients).find((key) => best.has(key)) ?? [...best][0]
  return new Set(me === undefined ? [] : [me, ...(namesOf.get(me) ?? [])])
}

function highest(keys: readonly string[], scoreOf: (key: string) => number): readonly string[] {
  const top = keys.reduce((most, key) => Math.max(most, scoreOf(key)), 0)
  return keys.filter((key) => scoreOf(key) === top)
}

/** Everyone by key, with the first name and the first URL given. */
function correspondentsIn(letters: readonly Letter[]): ReadonlyMap<string, Profile> {
  const correspondents = new Map<string, Profile>()
  for (const { message, sender, recipients } of letters) {
    const keys = [sender, ...recipients]
    for (const [place, correspondent] of [message.from, ...message.to].entries()) {
      const key = keys[place] ?? NOBODY
      const before = correspondents.get(key)
      if (before !== undefined && before.name !== '' && before.url !== null) continue
      correspondents.set(key, {
        name: before?.name || correspondent.name,
        url: before?.url ?? correspondent.url,
      })
    }
  }
  return correspondents
}

/** Of each conversation the keys of everyone but the user, in the order they appear. */
function othersIn(
  letters: readonly Letter[],
  me: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>()
  for (const { message, sender, recipients } of letters) {
    const found = others.get(message.conversation) ?? new Set()
    others.set(message.conversation, found)
    for (const key of [sender, ...recipients]) if (key !== NOBODY && !me.has(key)) found.add(key)
  }
  return others
}

/** The days of every conversation by the touchpoint's key, in order of time; within a second the order of the file decides. */
function daysIn(letters: readonly Letter[], me: ReadonlySet<string>): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>()
  const oldestFirst = letters.toSorted((a, b) =>
    a.message.at < b.message.at ? -1 : Number(a.message.at > b.message.at),
  )
  for (const { message, sender } of oldestFirst) {
    const on = dayOf(message.at)
    const key = `linkedin-message:${message.conversation}:${on}`
    const isMine = me.has(sender)
    const day = days.get(key) ?? { first: message, isFirstMine: isMine, on, isMine: false, isTheirs: false }
    days.set(key, day)
    if (isMine) day.isMine = true
    else day.isTheirs = true
  }
  return days
}

/** What each day is worth, judged with the other days of its conversation. */
function kindsOf(days: ReadonlyMap<string, Day>): ReadonlyMap<Day, TouchpointKind> {
  const talks = new Map<string, Day[]>()
  for (const day of days.values()) {
    const talk = talks.get(day.first.conversation)
    if (talk === undefined) talks.set(day.first.conversation, [day])
    else talk.push(day)
  }
  const kinds = new Map<Day, TouchpointKind>()
  for (const talk of talks.values()) {
    for (const [place, kind] of judgeDays(talk).entries()) {
      const day = talk[place]
      if (day !== undefined) kinds.set(day, kind)
    }
  }
  return kinds
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}

function onlyOf(set: ReadonlySet<string> | undefined): string | undefined {
  return set?.size === 1 ? [...set][0] : undefined
}

function getOf<K, T>(map: ReadonlyMap<K, T>, key: K): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`No entry for ${JSON.stringify(key)}`)
  return value
}
