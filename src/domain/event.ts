/** Events: a day or several at a place, whom to meet there and what for; and which event a typed name means. */
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { groupBy } from './group-by.ts'
import { ID_SUFFIX } from './look-up.ts'
import { foldText, nameKeyOf, wordsOf } from './match-key.ts'
import type { PromiseRecord } from './promise.ts'

/** No event is longer than a world's fair. */
export const MOST_EVENT_DAYS = 190

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

/** Those of the events whose whole names mean no other of all there are; a name that is like an id may mean that. */
export function surelyNamed(
  events: readonly { readonly uid: string; readonly name: string }[],
  all: readonly { readonly name: string }[],
): ReadonlySet<string> {
  const byName = groupBy(all, ({ name }) => foldText(name))
  const isSure = (name: string): boolean =>
    wordsOf(name).length > 0 && !ID_SUFFIX.test(name) && byName.get(foldText(name))?.length === 1
  return new Set(events.filter(({ name }) => isSure(name)).map(({ uid }) => uid))
}

/**
 * Of several events that a name can mean those that are meant: the one under way, else the nearest to today. More than one where that is
 * not sure.
 * @param wish `begun`: what lies ahead is meant only where nothing else is.
 */
export function likeliestEvents<T extends EventRecord>(
  events: readonly T[],
  today: CalendarDate,
  wish: 'begun' | 'any',
): readonly T[] {
  const begun = events.filter(({ on }) => on <= today)
  const eligible = wish === 'begun' && begun.length > 0 ? begun : events
  const least = Math.min(...eligible.map((event) => daysAway(event, today)))
  return eligible.filter((event) => daysAway(event, today) === least)
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
