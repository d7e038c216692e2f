/** Events: a day or several at a place, whom to meet there and what for; and which event a typed name means. */
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { nameKeyOf, wordsOf } from './match-key.ts'
import { beginWords } from './named-by-words.ts'
import type { PromiseRecord } from './promise.ts'

/** An event as it is planned. */
export interface NewEvent {
  readonly name: string
  /** The first and the last day, both inclusive. */
  readonly on: CalendarDate
  readonly until: CalendarDate
  readonly place: string | null
  readonly goal: string | null
}

export interface EventRecord extends NewEvent {
  readonly uid: string
  /** The shortest unambiguous end of the uid, at least 6 characters. */
  readonly id: string
}

interface Attendee {
  readonly uid: string
  readonly name: string
}

/** An event with its contacts, each list by name. */
export interface EventLine extends EventRecord {
  /** Whom to meet there, met by now or not. */
  readonly planned: readonly Attendee[]
  /** With whom there is a touchpoint of it that counts. */
  readonly met: readonly Attendee[]
}

/** A contact in a touchpoint of an event. */
export interface Meeting extends Attendee {
  readonly touchpoint: string
  readonly on: CalendarDate
  readonly note: string | null
}

/** All that is told of one event. */
export interface EventCard {
  readonly event: EventLine
  readonly meetings: readonly Meeting[]
  /** Made in its touchpoints, the open ones first. */
  readonly promises: readonly PromiseRecord[]
}

/** Planned or met, each once. */
export function contactsOf({ planned, met }: EventLine): readonly Attendee[] {
  return [...new Map([...planned, ...met].map((contact) => [contact.uid, contact])).values()]
}

type EventPhase = 'ahead' | 'under way' | 'over'

export function phaseOf({ on, until }: Pick<NewEvent, 'on' | 'until'>, today: CalendarDate): EventPhase {
  return today < on ? 'ahead' : today > until ? 'over' : 'under way'
}

/** Under way and ahead first, the soonest first; then those that are over, the latest first. */
export function orderEvents<T extends NewEvent>(events: readonly T[], today: CalendarDate): readonly T[] {
  const isOver = (event: T): boolean => phaseOf(event, today) === 'over'
  const byDay = [...events].sort((a, b) => compareText(a.on, b.on) || compareText(a.until, b.until))
  return [...byDay.filter((event) => !isOver(event)), ...byDay.filter(isOver).reverse()]
}

/** Nobody types a name of more words, but perhaps a list of contacts behind it. */
const MOST_WORDS = 30
/** The end of a uid. */
const ID_SUFFIX = /^[0-9a-f-]{6,36}$/i

/** The events that a text can mean: by id, else all its words are words of the name or beginnings of them, each of another word. */
export function findEvents<T extends EventRecord>(typed: string, events: readonly T[]): readonly T[] {
  const suffix = typed.trim().toLowerCase()
  const byId = ID_SUFFIX.test(suffix) ? events.filter(({ uid }) => uid.endsWith(suffix)) : []
  if (byId.length > 0) return byId
  const words = wordsOf(typed)
  if (words.length === 0) return []
  if (words.length > MOST_WORDS) return events.filter(({ name }) => nameKeyOf(name) === words.join(' '))
  return events.filter(({ name }) => beginWords(words, wordsOf(name)))
}

/**
 * Those of the events whose names mean no other of all there are: some word of such a name is the beginning of no word of another's, and the
 * name is not like an id.
 */
export function surelyNamed(
  events: readonly { readonly uid: string; readonly name: string }[],
  all: readonly EventRecord[],
): ReadonlySet<string> {
  const asked = new Set(events.flatMap(({ name }) => wordsOf(name)))
  const owners = new Map<string, Set<string>>()
  for (const { uid, name } of all)
    for (const word of wordsOf(name))
      for (let length = 1; length <= word.length; length++) {
        const beginning = word.slice(0, length)
        if (asked.has(beginning)) owners.set(beginning, (owners.get(beginning) ?? new Set()).add(uid))
      }
  const isOwn = (word: string, uid: string): boolean => {
    const all = owners.get(word)
    return all?.size === 1 && all.has(uid)
  }
  const sure = events.filter(
    ({ uid, name }) => !ID_SUFFIX.test(name) && wordsOf(name).some((word) => isOwn(word, uid)),
  )
  return new Set(sure.map(({ uid }) => uid))
}

/**
 * How many of the words at the beginning name an event: as many as can. 0 where the first names none.
 * The rest is something else: `event log data days ada grace`.
 */
export function countEventWords(words: readonly string[], events: readonly EventRecord[]): number {
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--)
    if (findEvents(words.slice(0, count).join(' '), events).length > 0) return count
  return 0
}

/**
 * Of several events that a name can mean those that are meant: the one under way, else the one that is called just so, else the nearest
 * to today. More than one where that is not sure.
 * @param wish `begun`: what lies ahead is meant only where nothing else is.
 */
export function likeliestEvents<T extends EventRecord>(
  events: readonly T[],
  typed: string,
  today: CalendarDate,
  wish: 'begun' | 'any',
): readonly T[] {
  const begun = events.filter(({ on }) => on <= today)
  const eligible = wish === 'begun' && begun.length > 0 ? begun : events
  const now = eligible.filter((event) => phaseOf(event, today) === 'under way')
  const near = now.length > 0 ? now : eligible
  const named = near.filter(({ name }) => nameKeyOf(name) === nameKeyOf(typed))
  const called = named.length > 0 ? named : near
  const least = Math.min(...called.map((event) => daysAway(event, today)))
  return called.filter((event) => daysAway(event, today) === least)
}

/** 0 while it is under way. */
export function daysAway({ on, until }: Pick<NewEvent, 'on' | 'until'>, today: CalendarDate): number {
  return Math.max(0, daysBetween(today, on), daysBetween(until, today))
}

/** Under which key the yearly ones of a series meet: its name without the year. */
export function seriesKeyOf(name: string): string {
  const words = wordsOf(name)
  const kept = words.filter((word) => !/^(?:19|20)\d\d$/.test(word))
  return (kept.length > 0 ? kept : words).join(' ')
}

/**
 * Whether a contact of this location lives where an event is: `Berlin, Germany` for a place `Berlin`, and `Hamburg` or `Hamburg, Germany`
 * for `CCH, Hamburg`.
 */
export function livesThere(location: string, place: string): boolean {
  const there = nameKeyOf(place)
  const [town = ''] = location.split(',')
  return holdsWords(nameKeyOf(location), there) || holdsWords(there, nameKeyOf(town))
}

function holdsWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `)
}

/** What is promised to those met, unless it is said. */
export function followUpText(name: string): string {
  return `follow up after ${name}`
}
