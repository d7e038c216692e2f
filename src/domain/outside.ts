/** Which groups of contacts get less than others, and whom of them to reach next. */
import { compareText } from './compare-text.ts'
import { type ContactGroup, GROUP_KINDS, type GroupKind, sumOver } from './contact-groups.ts'

export interface LesserGroup extends ContactGroup {
  readonly kind: GroupKind
  readonly touches: number
}

export interface Outsider {
  readonly uid: string
  /** The group for which it is named. */
  readonly group: LesserGroup
}

/**
 * Groups with fewer touches for each of their contacts than there are for each contact there is: the fewest first, then the most
 * contacts, then by kind and name.
 * @param mean touches for each contact.
 */
export function lesserGroups(
  groups: readonly (ContactGroup & { readonly kind: GroupKind })[],
  byContact: ReadonlyMap<string, number>,
  mean: number,
): readonly LesserGroup[] {
  return groups
    .map((group) => ({ ...group, touches: sumOver(group.contacts, byContact) }))
    .filter(({ contacts, touches }) => touches / contacts.length < mean)
    .sort(
      (a, b) =>
        a.touches / a.contacts.length - b.touches / b.contacts.length ||
        b.contacts.length - a.contacts.length ||
        GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) ||
        compareText(a.name, b.name),
    )
}

/**
 * One of each group, in their order, then another of each, until nobody is left: ten of one group would be no wider a circle. Each
 * contact once, for the first of its groups.
 * @param reachable who may be named, the best first.
 */
export function pickOutsiders(
  groups: readonly LesserGroup[],
  reachable: readonly string[],
  limit: number = Number.POSITIVE_INFINITY,
): readonly Outsider[] {
  const rank = new Map(reachable.map((uid, index) => [uid, index]))
  const rankOf = (uid: string): number => rank.get(uid) ?? 0
  let queues = groups.map((group) => ({
    group,
    left: group.contacts.filter((uid) => rank.has(uid)).sort((a, b) => rankOf(b) - rankOf(a)),
  }))
  const picked = new Map<string, Outsider>()
  while (queues.length > 0 && picked.size < limit) {
    for (const { group, left } of queues) {
      let uid = left.pop()
      while (uid !== undefined && picked.has(uid)) uid = left.pop()
      if (uid !== undefined && picked.size < limit) picked.set(uid, { uid, group })
    }
    queues = queues.filter(({ left }) => left.length > 0)
  }
  return [...picked.values()]
}
