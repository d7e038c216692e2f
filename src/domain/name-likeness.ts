/** How much two names are alike: the same words in any order, or all but one that is an initial, a short form or mistyped. */
import type { ComparedName } from './duplicate-facts.ts'
import { isOneTypoApart } from './match-key.ts'
import { nicknamesOf } from './nickname.ts'

export interface NameLikeness {
  readonly kind: 'name' | 'alias' | 'nickname' | 'initial' | 'part' | 'typo'
  readonly text: string
  /** How sure it alone would make that two contacts are one: 0 to 1. */
  readonly weight: number
}

/** Shorter words have too many neighbours. */
const SHORTEST_MISTYPED = 4
/** A name that so many contacts have is a common one, here at least. */
const COMMON = 3
const VERY_COMMON = 20

/**
 * @param counts how many contacts have each name.
 * @returns what makes the names and aliases most alike; undefined where nothing does.
 */
export function compareNames(
  a: readonly ComparedName[],
  b: readonly ComparedName[],
  counts: ReadonlyMap<string, number>,
): NameLikeness | undefined {
  let best: NameLikeness | undefined
  for (const mine of a)
    for (const theirs of b) {
      const found = compareTwo(mine, theirs, counts)
      if (found !== undefined && found.weight > (best?.weight ?? 0)) best = found
    }
  return best
}

function compareTwo(
  a: ComparedName,
  b: ComparedName,
  counts: ReadonlyMap<string, number>,
): NameLikeness | undefined {
  if (a.key === b.key) return same(a, b, counts.get(a.key) ?? 0)
  const left = without(a.words, b.words)
  const right = without(b.words, a.words)
  const common = a.words.length - left.length
  if (common === 0 || a.words.length + b.words.length < 4) return undefined
  if (left.length === 0 || right.length === 0) return part(common, left.length === 0 ? right : left)
  return left.length === right.length ? almost(left, right) : undefined
}

function same(a: ComparedName, b: ComparedName, count: number): NameLikeness {
  // Ann and Ann are many, Ann Lee and Ann Lee are few.
  const sure = a.words.length === 1 ? 0.3 : count > VERY_COMMON ? 0.3 : count > COMMON ? 0.5 : 0.65
  const alias = a.isAlias ? a : b.isAlias ? b : undefined
  return alias === undefined
    ? { kind: 'name', text: 'same name', weight: sure }
    : { kind: 'alias', text: `same name ${alias.text}, an alias`, weight: sure * 0.9 }
}

/** One name has words more than the other: a middle name, its initial, a title. */
function part(common: number, more: readonly string[]): NameLikeness | undefined {
  if (common < 2) return undefined
  const isInitial = more.every((word) => word.length === 1)
  return { kind: 'part', text: 'one name is a part of the other', weight: isInitial ? 0.55 : 0.4 }
}

function almost(left: readonly string[], right: readonly string[]): NameLikeness | undefined {
  const pairs = left.map((word, index) => [word, right[index] ?? ''] as const)
  const [pair] = pairs
  if (pair === undefined) return undefined
  if (pairs.every(([x, y]) => isInitialOf(x, y) || isInitialOf(y, x)))
    return { kind: 'initial', text: 'same name but for an initial', weight: 0.4 }
  if (pairs.length > 1) return undefined
  const [x, y] = pair
  if (nicknamesOf(x).has(y))
    return { kind: 'nickname', text: `${capitalized(x)} and ${capitalized(y)} can be one name`, weight: 0.5 }
  return isMistyped(x, y) ? { kind: 'typo', text: 'names one letter apart', weight: 0.35 } : undefined
}

function isInitialOf(initial: string, word: string): boolean {
  return initial.length === 1 && word.length > 1 && word.startsWith(initial)
}

/** Contact 1 and Contact 2 are two on purpose. */
function isMistyped(a: string, b: string): boolean {
  return Math.max(a.length, b.length) >= SHORTEST_MISTYPED && !/\d/.test(a + b) && isOneTypoApart(a, b)
}

/** The words of `a` that are not in `b`, each as often as it is too many. */
function without(a: readonly string[], b: readonly string[]): readonly string[] {
  const left = [...b]
  return a.filter((word) => {
    const place = left.indexOf(word)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
