/** Who could be invited to a group: warm contacts who share interests or causes with its members. */
import { compareText } from './compare-text.ts'
import { groupBy } from './group-by.ts'
import { traitKeyOf } from './trait.ts'

interface Named {
  readonly uid: string
  readonly name: string
}

/** A tie between somebody who is no member and a member. */
export type MemberLink = {
  readonly contact: string
  readonly member: Named
} & (
  | { readonly kind: 'shares'; readonly what: string }
  | { readonly kind: 'works at'; readonly what: string }
  | { readonly kind: 'related' }
)

export interface Invitation {
  readonly uid: string
  /** Interests and causes, as its members write them. */
  readonly shared: readonly string[]
  /** The members who share one of them. */
  readonly members: readonly Named[]
  /** Members at the same employer, by employer. */
  readonly colleagues: readonly { readonly employer: string; readonly members: readonly Named[] }[]
  /** Members related to the contact. */
  readonly related: readonly Named[]
}

/** Someone to weigh: with the folded name, and the day of the last touch. */
export interface Candidate {
  readonly uid: string
  readonly nameKey: string
  readonly lastOn: string
}

/**
 * Those who share something, by how many members they are tied to in whatever way, then by how much they share, then by last touch, the
 * latest first, then by name.
 */
export function rankInvitations(
  candidates: readonly Candidate[],
  links: readonly MemberLink[],
): readonly Invitation[] {
  const byContact = groupBy(links, ({ contact }) => contact)
  return candidates
    .map(({ uid, nameKey, lastOn }) => {
      const own = byContact.get(uid) ?? []
      const tied = new Set(own.map(({ member }) => member.uid)).size
      return { tied, nameKey, lastOn, invitation: invitationOf(uid, own) }
    })
    .filter(({ invitation }) => invitation.shared.length > 0)
    .sort(
      (a, b) =>
        b.tied - a.tied ||
        b.invitation.shared.length - a.invitation.shared.length ||
        compareText(b.lastOn, a.lastOn) ||
        compareText(a.nameKey, b.nameKey) ||
        compareText(a.invitation.uid, b.invitation.uid),
    )
    .map(({ invitation }) => invitation)
}

function invitationOf(uid: string, links: readonly MemberLink[]): Invitation {
  const shares = links.filter((link) => link.kind === 'shares')
  const works = links.filter((link) => link.kind === 'works at')
  const members = (of: readonly MemberLink[]): readonly Named[] => [
    ...new Map(of.map(({ member }) => [member.uid, member])).values(),
  ]
  return {
    uid,
    shared: [...new Map(shares.map(({ what }) => [traitKeyOf(what), what])).values()],
    members: members(shares),
    colleagues: [...groupBy(works, ({ what }) => what)].map(([employer, of]) => ({
      employer,
      members: members(of),
    })),
    related: members(links.filter((link) => link.kind === 'related')),
  }
}

/** `shares compilers and sailing with 2 members; works at Navy with Ada Lovelace; related to Alan Turing`; not yet safe for a terminal. */
export function explainInvitation({ shared, members, colleagues, related }: Invitation): string {
  const [first] = members
  const whom = first !== undefined && members.length === 1 ? first.name : `${members.length} members`
  return [
    `shares ${joinWords(shared)} with ${whom}`,
    ...colleagues.map(
      ({ employer, members: there }) => `works at ${employer} with ${joinWords(there.map(nameOf))}`,
    ),
    ...(related.length === 0 ? [] : [`related to ${joinWords(related.map(nameOf))}`]),
  ].join('; ')
}

function nameOf({ name }: Named): string {
  return name
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
