/** Correspondents of an import who are no contacts. */
import type { Correspondent } from '../domain/import-file.ts'
import type { Stranger } from '../domain/stranger.ts'
import { plural } from './dates.ts'
import { safeText } from './safe-text.ts'

export function sayStrangers(strangers: readonly Stranger[]): readonly string[] {
  if (strangers.length === 0) return []
  const enough = OFFERED_FROM.find((least) => strangers.some(({ exchanges }) => exchanges >= least))
  const known = strangers.filter(({ exchanges }) => exchanges >= Math.min(enough ?? 1, FEW_EXCHANGES))
  const most = known.slice(0, MOST_OFFERED)
  const are = strangers.length === 1 ? 'is' : 'are'
  return [
    `${plural(strangers.length, 'correspondent')} ${are} no contact of yours and not added.`,
    ...most.map(
      ({ correspondent, exchanges, lastOn }) =>
        `  ${safeText(nameAndAddress(correspondent))}: ${plural(exchanges, 'exchange')}, the last on ${lastOn}`,
    ),
    ...(enough === undefined
      ? []
      : [`Add those with ${plural(enough, 'exchange')} or more: import again with --new-from ${enough}.`]),
  ]
}

/** How many of those who are no contacts are named. */
const MOST_OFFERED = 5
/** Fewer than this are a poor reason to make somebody a contact, and named only where nobody has more. */
const FEW_EXCHANGES = 2
/** The first that somebody has is offered. */
const OFFERED_FROM = [5, FEW_EXCHANGES, 1]

function nameAndAddress(correspondent: Correspondent): string {
  const address = addressOf(correspondent)
  if (address === null) return correspondent.name
  return correspondent.name === '' ? address : `${correspondent.name} <${address}>`
}

export function addressOf({ email, url }: Correspondent): string | null {
  return email ?? url ?? null
}
