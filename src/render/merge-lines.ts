/** What a merge joined, in words. */
import type { Joined } from '../domain/contact-merge.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'

const WORDS: readonly (readonly [kind: Exclude<keyof Joined, 'noted'>, one: string, many: string])[] = [
  ['touchpoints', 'touchpoint', 'touchpoints'],
  ['addresses', 'address', 'addresses'],
  ['aliases', 'alias', 'aliases'],
  ['tags', 'tag', 'tags'],
  ['traits', 'interest, cause, offer or need', 'interests, causes, offers and needs'],
  ['dates', 'date', 'dates'],
  ['formerJobs', 'former job', 'former jobs'],
  ['relations', 'relation', 'relations'],
  ['promises', 'promise', 'promises'],
]

/** `5 touchpoints, 2 addresses and 1 tag came over. In the note: location and birthday.` */
export function sayJoined(joined: Joined): string {
  const parts = WORDS.filter(([kind]) => joined[kind] > 0).map(([kind, one, many]) =>
    joined[kind] === 1 ? `1 ${one}` : `${joined[kind].toLocaleString('en')} ${many}`,
  )
  const total = WORDS.reduce((sum, [kind]) => sum + joined[kind], 0)
  const came =
    parts.length === 0
      ? 'It had nothing that was not known'
      : `${listNames(parts, WORDS.length)} ${total === 1 ? 'comes' : 'come'} over`
  const noted =
    joined.noted.length === 0
      ? ''
      : ` In the note, since they differ: ${joined.noted.map(safeText).join(', ')}.`
  return `${came}.${noted}`
}

/** `Merged Jon Smith into John Smith.` or what would be. */
export function sayMerged(from: string, into: string, isDryRun: boolean): string {
  const verb = isDryRun ? 'Would merge' : 'Merged'
  return `${verb} ${safeText(from)} into ${safeText(into)}.`
}
