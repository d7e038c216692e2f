/** What may come next in a goal that is being typed: `netkeep goal set 5 touches a week`. */
import { type KnownWords, listThings } from '../domain/goal-thing.ts'
import { PERIODS } from '../domain/period.ts'

/** What a goal can look like, before a word of it is typed. */
const EXAMPLES = [
  '5 touches a week',
  '2 gives a week',
  '4 new contacts a month',
  '2 coffees a month',
  '1 event a quarter',
]
const BEFORE_PERIOD = ['a', 'an', 'per', 'each', 'every']
const ADVERBS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly']

/** @param words those before the cursor. */
export function nextGoalWords(words: readonly string[], known: KnownWords): readonly string[] {
  const last = words.at(-1)?.toLowerCase()
  if (last === undefined) return EXAMPLES
  if (words.length === 1) return listThings(known)
  if (BEFORE_PERIOD.includes(last)) return PERIODS
  return ['a', ...ADVERBS]
}
