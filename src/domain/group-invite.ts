/** Who could be invited to a group: warm contacts who share interests or causes with its members. */
import { compareText } from './compare-text.ts'
import { traitKeyOf } from './trait.ts'

/** Of each list of members: a thousand contacts may each share something with a thousand members. */
const MOST_MEMBERS = 100
/** More than so many are counted, not named. */
const MOST_NAMED = 8

export interface Named {
  readonly uid: string
  readonly name: string
}

/** What ties a contact to members: an interest, a cause, an employer, as they write it. */
export interface Ground {
  readonly what: string
  readonly members: readonly Named[]
}

export interface Invitation {
  readonly uid: string
  /** Interests and causes, as members write them. */
  readonly shared: readonly string[]
  /** The members who share one of them: the first hundred. */
  readonly members: readonly Named[]
  /** How many they are. */
  readonly memberCount: number
  /** Members at the same employer, by employer. */
  readonly colleagues: readonly Ground[]
  /** Members related to the contact. */
  readonly related: readonly Named[]
}

/** Someone to weigh: with the folded name, and the day of the last touch. Two that share a ground have the very same object. */
export interface Candidate {
  readonly uid: string
  readonly nameKey: string
  readonly lastOn: string
  /** Interests and causes. */
  readonly shared: readonly Ground[]
  readonly colleagues: readonly Ground[]
  readonly related: readonly Named[]
}

/**
 * By how many members they are tied to in whatever way, then by how much they share, then by last touch, the latest first, then by name.
 * @param most so many at the most; all of them where it is undefined.
 */
export function rankInvitations(
  candidates: readonly Candidate[],
  most: number | undefined,
): readonly Invitation[] {
  const totalOf = remembering()
  return candidates
    .map((candidate) => ({
      ...candidate,
      tied: countTied(candidate, totalOf),
      things: wordsOf(candidate.shared).length,
    }))
    .sort(
      (a, b) =>
        b.tied - a.tied ||
        b.things - a.things ||
        compareText(b.lastOn, a.lastOn) ||
        compareText(a.nameKey, b.nameKey) ||
        compareText(a.uid, b.uid),
    )
    .slice(0, most)
    .map(({ uid, shared, colleagues, related }) => ({
      uid,
      shared: wordsOf(shared),
      ...totalOf(shared),
      colleagues,
      related,
    }))
}

/** An interest and a cause of one name are one thing. */
function wordsOf(shared: readonly Ground[]): readonly string[] {
  return [...new Map(shared.map(({ what }) => [traitKeyOf(what), what])).values()]
}

function countTied(
  { shared, colleagues, related }: Candidate,
  totalOf: (grounds: readonly Ground[]) => Total,
): number {
  const { memberCount, has } = totalOf([...shared, ...colleagues])
  return memberCount + related.filter(({ uid }) => !has(uid)).length
}

/** The members of some grounds, each once, in the order of the grounds. */
interface Total extends Pick<Invitation, 'members' | 'memberCount'> {
  has(uid: string): boolean
}

/** Thousands may share the same with a thousand members: these are counted once for all of them. */
function remembering(): (grounds: readonly Ground[]) => Total {
  const sets = new Map<Ground, { readonly number: number; readonly uids: ReadonlySet<string> }>()
  const totals = new Map<string, Total>()
  return (grounds) => {
    const known = grounds.map((ground) => {
      const found = sets.get(ground) ?? {
        number: sets.size,
        uids: new Set(ground.members.map(({ uid }) => uid)),
      }
      sets.set(ground, found)
      return found
    })
    const key = known.map(({ number }) => number).join(' ')
    const total = totals.get(key) ?? {
      ...countMembers(grounds),
      has: (uid) => known.some(({ uids }) => uids.has(uid)),
    }
    totals.set(key, total)
    return total
  }
}

function countMembers(grounds: readonly Ground[]): Pick<Invitation, 'members' | 'memberCount'> {
  const members = new Map(grounds.flatMap((ground) => ground.members.map((member) => [member.uid, member])))
  return { members: [...members.values()].slice(0, MOST_MEMBERS), memberCount: members.size }
}

/** `shares compilers and sailing with 2 members; works at Navy with Ada Lovelace; related to Alan Turing`; not yet safe for a terminal. */
export function explainInvitation({ shared, members, memberCount, colleagues, related }: Invitation): string {
  const [first] = members
  const whom = first !== undefined && memberCount === 1 ? first.name : `${memberCount} members`
  return [
    `shares ${joinWords(shared)} with ${whom}`,
    ...colleagues.map(({ what, members: there }) => `works at ${what} with ${sayMembers(there)}`),
    ...(related.length === 0 ? [] : [`related to ${sayMembers(related)}`]),
  ].join('; ')
}

function sayMembers(members: readonly Named[]): string {
  return members.length > MOST_NAMED
    ? `${members.length} members`
    : joinWords(members.map(({ name }) => name))
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
