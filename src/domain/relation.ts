/** How two contacts are related. A relation is stored once and read from both sides. */
import { compareText } from './compare-text.ts'

interface RelationKind {
  /** What the one is to the other: `mentor of`, `reports to`. */
  readonly phrase: string
  /** What the other is to the one; itself where both are the same to each other. */
  readonly inverse: string
}

/** The kinds of relations netkeep knows; the setting `relation-kinds` adds more, the same from both sides. */
export const RELATION_KINDS: Readonly<Record<string, RelationKind>> = {
  colleague: { phrase: 'colleague of', inverse: 'colleague' },
  'reports-to': { phrase: 'reports to', inverse: 'manages' },
  manages: { phrase: 'manages', inverse: 'reports-to' },
  mentor: { phrase: 'mentor of', inverse: 'mentee' },
  mentee: { phrase: 'mentee of', inverse: 'mentor' },
  client: { phrase: 'client of', inverse: 'supplier' },
  supplier: { phrase: 'supplier of', inverse: 'client' },
  family: { phrase: 'family of', inverse: 'family' },
  partner: { phrase: 'partner of', inverse: 'partner' },
  friend: { phrase: 'friend of', inverse: 'friend' },
  knows: { phrase: 'knows', inverse: 'knows' },
}

/** Of two kinds that are the inverse of each other, the one that is stored. */
const STORED: readonly string[] = ['reports-to', 'mentor', 'client']

export interface Relation {
  readonly a: string
  readonly kind: string
  readonly b: string
}

/** A relation as one of the two sees it. */
export interface RelationLine {
  /** Of the relation. */
  readonly uid: string
  readonly kind: string
  /** The other one. */
  readonly contact: { readonly uid: string; readonly name: string }
}

export function inverseOf(kind: string): string {
  return Object.hasOwn(RELATION_KINDS, kind) ? (RELATION_KINDS[kind]?.inverse ?? kind) : kind
}

/** `mentor of`; a kind of the user's own is `bandmate of`. */
export function phraseOfRelation(kind: string): string {
  return (Object.hasOwn(RELATION_KINDS, kind) ? RELATION_KINDS[kind]?.phrase : undefined) ?? `${kind} of`
}

/** The one form in which a relation is stored, whichever side it was told from. */
export function canonicalRelation({ a, kind, b }: Relation): Relation {
  const inverse = inverseOf(kind)
  const isTurned = inverse === kind ? compareText(a, b) > 0 : !STORED.includes(kind)
  return isTurned ? { a: b, kind: inverse, b: a } : { a, kind, b }
}
