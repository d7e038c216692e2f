/** Groups that contacts fall into, and how much of what was done went to each. */
import { compareText } from './compare-text.ts'

/** What may be shared: an organization, a tag, a circle, an interest, or for how long the contact is known. */
export const GROUP_KINDS = ['organization', 'tag', 'circle', 'interest', 'known'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export interface ContactGroup {
  /** As most of its contacts spell it. */
  readonly name: string
  readonly contacts: readonly string[]
}

/** A contact that has this value, as spelt there. */
export interface Membership {
  readonly contact: string
  readonly value: string
  /** Under which two spellings are one; empty for what is no value. */
  readonly key: string
}

/** One group for each key; a contact is in it once. */
export function groupsOf(memberships: Iterable<Membership>): readonly ContactGroup[] {
  const byKey = new Map<string, { contacts: Set<string>; spellings: Map<string, number> }>()
  for (const { contact, value, key } of memberships) {
    if (key === '') continue
    const group = byKey.get(key) ?? { contacts: new Set(), spellings: new Map() }
    byKey.set(key, group)
    if (group.contacts.has(contact)) continue
    group.contacts.add(contact)
    group.spellings.set(value, (group.spellings.get(value) ?? 0) + 1)
  }
  return [...byKey.values()].map(({ contacts, spellings }) => ({
    name: mostUsed(spellings),
    contacts: [...contacts],
  }))
}

/** Of several used as often, the first in order. */
function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const [[name] = ['']] = [...spellings].sort(
    ([a, times], [b, others]) => others - times || compareText(a, b),
  )
  return name
}

interface GroupTouches {
  readonly name: string
  readonly contacts: number
  readonly touches: number
}

/** What went to whom of a kind of groups. */
export interface SharedTouches {
  /** The most touches first, then the most contacts, then by name. */
  readonly groups: readonly GroupTouches[]
  /** Those behind the greatest few, each contact and touch of them once, however many of them it is in. */
  readonly others: Omit<GroupTouches, 'name'>
  /** Contacts in none. */
  readonly none: Omit<GroupTouches, 'name'>
  /** How few groups have half of what all have. */
  readonly half: number
}

/**
 * @param everyone all contacts that are looked at.
 * @param most how many groups are the greatest few.
 */
export function shareTouches(
  groups: readonly ContactGroup[],
  everyone: readonly string[],
  byContact: ReadonlyMap<string, number>,
  most: number,
): SharedTouches {
  const counted = groups
    .map((group) => ({ group, touches: sumOver(group.contacts, byContact) }))
    .sort(
      (a, b) =>
        b.touches - a.touches ||
        b.group.contacts.length - a.group.contacts.length ||
        compareText(a.group.name, b.group.name),
    )
  const grouped = new Set(groups.flatMap(({ contacts }) => contacts))
  const others = new Set(counted.slice(most).flatMap(({ group }) => group.contacts))
  const none = everyone.filter((uid) => !grouped.has(uid))
  return {
    groups: counted.map(({ group, touches }) => ({
      name: group.name,
      contacts: group.contacts.length,
      touches,
    })),
    others: { contacts: others.size, touches: sumOver(others, byContact) },
    none: { contacts: none.length, touches: sumOver(none, byContact) },
    half: halfGoesTo(counted.map(({ touches }) => touches)),
  }
}

/** The touches with these contacts. */
export function sumOver(contacts: Iterable<string>, byContact: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const uid of contacts) sum += byContact.get(uid) ?? 0
  return sum
}

/** Of counts, the greatest first: how many come to half of their sum, or more. 0 where there is nothing. */
function halfGoesTo(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let [sum, groups] = [0, 0]
  for (const count of counts) {
    if (sum * 2 >= all) break
    sum += count
    groups++
  }
  return groups
}
