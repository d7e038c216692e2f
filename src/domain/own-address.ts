/** Which addresses are the user's own, guessed from mail and calendars. The user is asked, so a guess may be wrong. */
import type { Correspondent, Letter, Meeting } from './import-file.ts'
import { emailKeyOf } from './match-key.ts'
import { isNoReply } from './no-reply.ts'

/** At most so many are offered. */
const MOST_GUESSED = 5
/** A further address must be in so many letters, and in this part of those that the others are not in. */
const FEWEST_LETTERS = 3
const PART = 0.5

/**
 * Whoever is in most of the letters and meetings, as the sender of a folder of sent mail and as the recipient of an inbox; of two in as
 * many, the one with more correspondents. Then whoever is in most of those that are left, where it is a good part of them: an older
 * address. The surest first; empty where nobody is in any.
 */
export function guessOwn(letters: readonly Letter[], meetings: readonly Meeting[] = []): readonly string[] {
  let left = [
    ...letters.map(({ from, to }) => addressesOf([from, ...to])),
    ...meetings.map(({ attendees }) => addressesOf(attendees)),
  ]
  const guessed: string[] = []
  while (guessed.length < MOST_GUESSED) {
    const best = mostFrequent(left)
    if (best === undefined) break
    if (guessed.length > 0 && (best.count < FEWEST_LETTERS || best.count < left.length * PART)) break
    guessed.push(best.address)
    left = left.filter((addresses) => !addresses.includes(best.address))
  }
  return guessed
}

function addressesOf(correspondents: readonly Correspondent[]): readonly string[] {
  const addresses = correspondents.flatMap(({ email }) =>
    email == null || isNoReply(email) ? [] : [emailKeyOf(email)],
  )
  return [...new Set(addresses)]
}

function mostFrequent(
  letters: readonly (readonly string[])[],
): { readonly address: string; readonly count: number } | undefined {
  const found = new Map<string, { count: number; readonly others: Set<string> }>()
  for (const addresses of letters) {
    // Whom a mail to hundreds went to tells nothing.
    for (const address of addresses.slice(0, MOST_LOOKED_AT)) {
      const seen = found.get(address) ?? { count: 0, others: new Set() }
      found.set(address, seen)
      seen.count++
      for (const other of addresses.slice(0, MOST_LOOKED_AT)) seen.others.add(other)
    }
  }
  const [best, next] = [...found].sort(([, a], [, b]) => b.count - a.count || b.others.size - a.others.size)
  // Of two that are alike in everything, one is somebody else.
  const isTie = best?.[1].count === next?.[1].count && best?.[1].others.size === next?.[1].others.size
  return best === undefined || isTie ? undefined : { address: best[0], count: best[1].count }
}

const MOST_LOOKED_AT = 20
