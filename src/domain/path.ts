/** Finds who can open the door to contacts. What it searches is given, so the rules stay here and the storage elsewhere. */
import type { CalendarDate } from './calendar-date.ts'
import { type Chain, compareChains, extendChain, keepChain, type Link, type Member } from './chain.ts'
import { type Ground, STRONGEST, type Stay, strengthOfGround, strongestAt } from './common-ground.ts'
import type { Nearness } from './door.ts'
import { STRONGEST_TIE, strengthOfTie, type Tie, weightOfFirst } from './door.ts'

/** A live contact; without nearness there was no touchpoint with it that counts. */
export interface KnownMember extends Member {
  readonly nearness: Nearness | null
}

/** `from` is the contact that the tie is told of, seen on the way to `to`. */
export interface TieTo {
  readonly from: string
  readonly to: string
  readonly tie: Tie
}

/** That a contact is or was part of something. */
export interface StayAt {
  readonly contact: string
  readonly ground: Ground
  readonly stay: Stay
}

/** What is answered may be about contacts that are not live, but for {@link DoorIndex.members}. */
export interface DoorIndex {
  /** Those of the contacts that are live, perhaps among others. */
  members(contacts: readonly string[]): ReadonlyMap<string, KnownMember>
  /** Ties from anybody to these contacts. */
  tiesTo(contacts: readonly string[]): readonly TieTo[]
  /** What these contacts are (`present`) or were (`former`) part of. */
  staysOf(contacts: readonly string[], way: keyof typeof STRONGEST): readonly StayAt[]
  /** All who are or were part of it. */
  staysAt(ground: Ground): readonly StayAt[]
}

/** At most so many ways to each contact, the direct line among them. */
const MOST = 3

/** The best ways to these contacts, best first. */
export function findPaths(
  targets: readonly string[],
  index: DoorIndex,
  today: CalendarDate,
): readonly Chain[] {
  const search = searchIn(index, today)
  const directly = search.first(targets)
  const indirectly = search.through(targets)
  const isReached = (uid: string): boolean => directly.has(uid) || indirectly.has(uid)
  const further = search.further(targets.filter((uid) => !isReached(uid)))
  return targets
    .flatMap((uid) =>
      [...(directly.get(uid) ?? []), ...(indirectly.get(uid) ?? further.get(uid) ?? [])].slice(0, MOST),
    )
    .sort(compareChains)
}

/** Those of the contacts, none of them in touch themselves, that are linked to somebody who is. */
export function findSecondDegree(
  contacts: readonly string[],
  index: DoorIndex,
  today: CalendarDate,
): ReadonlySet<string> {
  const { first } = searchIn(index, today)
  return new Set(extend(contacts, index, today, first, true).keys())
}

/** The best chains to contacts; nothing for those without any. */
type Chains = ReadonlyMap<string, readonly Chain[]>
/** Answers for these contacts, and may know others. */
type ChainsTo = (contacts: readonly string[]) => Chains

interface Search {
  /** Direct lines, chains of two, chains of three. */
  readonly first: ChainsTo
  readonly through: ChainsTo
  readonly further: ChainsTo
}

function searchIn(index: DoorIndex, today: CalendarDate): Search {
  const first = remembering((contacts) => directLines(contacts, index, today))
  const through = remembering((contacts) => extend(contacts, index, today, first, false))
  return { first, through, further: (contacts) => extend(contacts, index, today, through, false) }
}

/** Each contact is asked for once: the colleagues of a hundred targets are much the same. */
function remembering(find: ChainsTo): ChainsTo {
  const asked = new Set<string>()
  const known = new Map<string, readonly Chain[]>()
  return (contacts) => {
    const unknown = contacts.filter((uid) => !asked.has(uid))
    for (const uid of unknown) asked.add(uid)
    if (unknown.length > 0) for (const [uid, chains] of find(unknown)) known.set(uid, chains)
    return known
  }
}

function directLines(contacts: readonly string[], index: DoorIndex, today: CalendarDate): Chains {
  const members = index.members(contacts)
  const lines = new Map<string, readonly Chain[]>()
  for (const uid of contacts) {
    const member = members.get(uid)
    if (member === undefined || member.nearness === null) continue
    lines.set(uid, [{ contacts: [member], links: [], weight: weightOfFirst(member.nearness, today) }])
  }
  return lines
}

/** The order in which ways are looked at: what is in common first, as it is cheap to find and often settles the matter. */
const WAYS = ['present', 'tie', 'group', 'former', 'event'] as const

/**
 * Chains that are one contact longer than those of `before`, to these contacts. What cannot be among the best any more is not read: most
 * employers have somebody whom the user knows well, and then neither former employers nor events matter.
 * @param isAnyEnough whether one chain, however weak, says all that is asked.
 */
function extend(
  contacts: readonly string[],
  index: DoorIndex,
  today: CalendarDate,
  before: ChainsTo,
  isAnyEnough: boolean,
): Chains {
  const members = index.members(contacts)
  const found = new Map<string, Chain[]>()
  const isOpen = (uid: string, bound: number): boolean => {
    const kept = found.get(uid)
    if (kept === undefined) return members.has(uid)
    const worst = kept[MOST - 1]
    return !isAnyEnough && (worst === undefined || worst.weight <= bound)
  }
  const offer = (uid: string, chain: Chain, link: Link, strength: number): void => {
    const member = members.get(uid)
    if (member === undefined || chain.contacts.some((other) => other.uid === uid)) return
    const kept = found.get(uid) ?? []
    found.set(uid, kept)
    if (chain.weight * strength < (kept[MOST - 1]?.weight ?? 0)) return
    keepChain(kept, extendChain(chain, link, strength, member), MOST)
  }
  for (const way of WAYS) {
    const open = contacts.filter((uid) => isOpen(uid, way === 'tie' ? STRONGEST_TIE : STRONGEST[way]))
    if (open.length === 0) continue
    if (way === 'tie') offerTies(index.tiesTo(open), before, offer)
    else offerGrounds(index.staysOf(open, way), { index, today, before, isOpen, offer })
  }
  return found
}

type Offer = (uid: string, chain: Chain, link: Link, strength: number) => void

function offerTies(ties: readonly TieTo[], before: ChainsTo, offer: Offer): void {
  const chains = before([...new Set(ties.map(({ from }) => from))])
  for (const { from, to, tie } of ties) {
    for (const chain of chains.get(from) ?? []) offer(to, chain, { kind: 'tie', tie }, strengthOfTie(tie))
  }
}

interface Extending {
  readonly index: DoorIndex
  readonly today: CalendarDate
  readonly before: ChainsTo
  readonly isOpen: (uid: string, bound: number) => boolean
  readonly offer: Offer
}

function offerGrounds(stays: readonly StayAt[], extending: Extending): void {
  const { index, today, before, isOpen, offer } = extending
  for (const [ground, there] of byGround(stays)) {
    const open = there.filter(({ contact, stay }) => isOpen(contact, strongestAt(ground, stay, today)))
    if (open.length === 0) continue
    const all = index.staysAt(ground)
    const classes = bestOfEach(all, before(all.map(({ contact }) => contact)), hasFormer(open))
    const isAnyOver = hasFormer(all)
    const offers = new Map<string, readonly Offered[]>()
    for (const { contact, stay } of open) {
      const key = keyOfStay(stay, isAnyOver)
      const best = offers.get(key) ?? offersFor(ground, stay, classes, today)
      offers.set(key, best)
      for (const { chain, link, strength } of best) offer(contact, chain, link, strength)
    }
  }
}

function hasFormer(stays: readonly StayAt[]): boolean {
  return stays.some(({ stay }) => stay.isOver)
}

function byGround(stays: readonly StayAt[]): Iterable<readonly [Ground, readonly StayAt[]]> {
  const grounds = new Map<string, [Ground, StayAt[]]>()
  for (const stay of stays) {
    const key = `${stay.ground.kind} ${stay.ground.key}`
    const found = grounds.get(key)
    if (found === undefined) grounds.set(key, [stay.ground, [stay]])
    else found[1].push(stay)
  }
  return grounds.values()
}

/** The chains to those who stayed at the same time: to others they are all linked alike, so only the best matter. */
interface StayClass {
  readonly stay: Stay
  readonly chains: Chain[]
}

/** @param isOtherOver whether there are others who left: only to them it matters since when somebody is there. */
function keyOfStay({ isOver, sinceYear, untilYear }: Stay, isOtherOver: boolean): string {
  return isOver || isOtherOver ? `${isOver} ${sinceYear} ${untilYear}` : 'present'
}

/** One more than are kept in the end: one of them may lead through the very contact that is to be reached. */
function bestOfEach(stays: readonly StayAt[], chains: Chains, isOtherOver: boolean): readonly StayClass[] {
  const classes = new Map<string, StayClass>()
  for (const { contact, stay } of stays) {
    const known = chains.get(contact)
    if (known === undefined) continue
    const key = keyOfStay(stay, isOtherOver)
    const found = classes.get(key) ?? { stay, chains: [] }
    classes.set(key, found)
    for (const chain of known) keepChain(found.chains, chain, MOST + 1)
  }
  return [...classes.values()]
}

interface Offered {
  readonly chain: Chain
  readonly link: Link
  readonly strength: number
}

/** Of all classes together no more are needed than of one. */
function offersFor(
  ground: Ground,
  to: Stay,
  classes: readonly StayClass[],
  today: CalendarDate,
): readonly Offered[] {
  const weightOf = ({ chain, strength }: Offered): number => chain.weight * strength
  const firsts = new Set<string>()
  return classes
    .flatMap(({ stay: from, chains }): readonly Offered[] => {
      const strength = strengthOfGround(ground, from, to, today)
      const link: Link = { kind: 'ground', ground, from, to }
      return chains.map((chain) => ({ chain, link, strength }))
    })
    .sort((a, b) => weightOf(b) - weightOf(a) || compareChains(a.chain, b.chain))
    .filter(({ chain }) => {
      const first = chain.contacts[0]?.uid ?? ''
      const isNew = !firsts.has(first)
      firsts.add(first)
      return isNew
    })
    .slice(0, MOST + 1)
}
