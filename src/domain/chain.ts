/** Chains of contacts from one whom the user has been in touch with to one who is to be reached, and which of them are kept. */
import type { Ground, Stay } from './common-ground.ts'
import { compareText } from './compare-text.ts'
import type { Tie } from './door.ts'

/** How the contact before is linked to the one after it. */
export type Link =
  | { readonly kind: 'tie'; readonly tie: Tie }
  | { readonly kind: 'ground'; readonly ground: Ground; readonly from: Stay; readonly to: Stay }

/** A contact in a chain; the folded name is for an order that is the same on every machine. */
export interface Member {
  readonly uid: string
  readonly nameKey: string
}

/** From the first contact, with whom there was a touchpoint that counts, to the last; a direct line has one contact and no link. */
export interface Chain {
  readonly contacts: readonly Member[]
  /** One less than contacts. */
  readonly links: readonly Link[]
  readonly weight: number
}

export function extendChain(chain: Chain, link: Link, strength: number, to: Member): Chain {
  return {
    contacts: [...chain.contacts, to],
    links: [...chain.links, link],
    weight: chain.weight * strength,
  }
}

/** The weightiest first; of two alike the shorter, then by names. */
export function compareChains(a: Chain, b: Chain): number {
  return (
    b.weight - a.weight ||
    a.contacts.length - b.contacts.length ||
    compareBy('nameKey', a.contacts, b.contacts) ||
    compareBy('uid', a.contacts, b.contacts)
  )
}

/** Thousands of chains are compared, most of them alike but for one contact. */
function compareBy(text: keyof Member, a: readonly Member[], b: readonly Member[]): number {
  for (let index = 0; index < a.length; index++) {
    const one = a[index]
    const other = b[index]
    if (one === other || one === undefined || other === undefined) continue
    const order = compareText(one[text], other[text])
    if (order !== 0) return order
  }
  return 0
}

/** Puts a chain where it belongs among those to one contact: the best `most`, each through another first contact. */
export function keepChain(kept: Chain[], chain: Chain, most: number): void {
  const worst = kept[most - 1]
  if (worst !== undefined && compareChains(chain, worst) >= 0) return
  const first = chain.contacts[0]?.uid
  const same = kept.findIndex(({ contacts }) => contacts[0]?.uid === first)
  const other = kept[same]
  if (other !== undefined) {
    if (compareChains(chain, other) >= 0) return
    kept.splice(same, 1)
  }
  const place = kept.findIndex((better) => compareChains(chain, better) < 0)
  kept.splice(place === -1 ? kept.length : place, 0, chain)
  if (kept.length > most) kept.pop()
}
