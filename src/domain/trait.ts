/** What is known of who somebody is: interests, causes, what they offer and look for. */
import { usageError } from '../errors.ts'
import { checkLabel } from './contact.ts'
import { foldText } from './match-key.ts'

export const TRAIT_KINDS = ['interest', 'cause', 'offers', 'looks-for'] as const
export type TraitKind = (typeof TRAIT_KINDS)[number]

/** The kinds that two contacts can have in common. */
export const SHARED_KINDS: readonly TraitKind[] = ['interest', 'cause']

export interface Trait {
  readonly kind: TraitKind
  readonly value: string
}

/**
 * The key under which two spellings of a trait meet: case, accents and what joins words do not count, signs do: `open-source` is
 * `open source`, but C++ is not C#.
 */
export function traitKeyOf(value: string): string {
  return foldText(value)
    .replace(/[\s\-_/.,;:'’"()]+/g, ' ')
    .trim()
}

/** Several may stand behind each other: `compilers, sailing`. @throws UserError (usage) when one is empty or too long */
export function parseTraits(kind: TraitKind, typed: string): readonly Trait[] {
  const values = typed.split(',').filter((part) => part.trim() !== '')
  if (values.length === 0) throw noTrait(kind)
  return values.map((value) => ({ kind, value: checkTrait(kind, value) }))
}

/** @throws UserError (usage) for a text without a word in it */
export function checkTrait(kind: TraitKind, typed: string): string {
  const value = checkLabel(typed, FIELDS[kind])
  if (traitKeyOf(value) === '') throw noTrait(kind)
  if (value.includes(','))
    throw usageError(`"${value}" has a comma in it: commas stand between several.`, 'Write one without it.')
  return value
}

/** How messages call them. */
const FIELDS: Readonly<Record<TraitKind, string>> = {
  interest: 'interest',
  cause: 'cause',
  offers: 'offer',
  'looks-for': 'thing they look for',
}

function noTrait(kind: TraitKind): Error {
  return usageError(`The ${FIELDS[kind]} is empty.`, `Type: --${kind} "open source"`)
}
