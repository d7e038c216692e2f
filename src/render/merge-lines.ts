/** What a merge joined, in words. */
import type { Joined } from '../domain/contact-merge.ts'
import { plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'

const WORDS: readonly (readonly [
  kind: Exclude<keyof Joined, 'filled' | 'noted' | 'introducedToItself' | 'introducedTwice'>,
  one: string,
  many: string,
])[] = [
  ['touchpoints', 'touchpoint', 'touchpoints'],
  ['addresses', 'address', 'addresses'],
  ['aliases', 'alias', 'aliases'],
  ['tags', 'tag', 'tags'],
  ['interests', 'interest', 'interests'],
  ['causes', 'cause', 'causes'],
  ['offers', 'offer', 'offers'],
  ['looksFor', 'need', 'needs'],
  ['dates', 'date', 'dates'],
  ['formerJobs', 'former job', 'former jobs'],
  ['relations', 'relation', 'relations'],
  ['promises', 'promise', 'promises'],
  ['introductions', 'introduction', 'introductions'],
  ['events', 'event', 'events'],
  ['groups', 'group', 'groups'],
]

/** `5 touchpoints, 2 addresses and 1 tag come over. Filled in: title, birthday. In the note, since they differ: location.` */
export function sayJoined(joined: Joined): string {
  const parts = WORDS.filter(([kind]) => joined[kind] > 0).map(([kind, one, many]) =>
    joined[kind] === 1 ? `1 ${one}` : `${joined[kind].toLocaleString('en')} ${many}`,
  )
  const total = WORDS.reduce((sum, [kind]) => sum + joined[kind], 0)
  const list = (heading: string, texts: readonly string[]): readonly string[] =>
    texts.length === 0 ? [] : [`${heading}: ${texts.map(safeText).join(', ')}.`]
  const said = [
    ...(parts.length === 0
      ? []
      : [`${listNames(parts, WORDS.length)} ${total === 1 ? 'comes' : 'come'} over.`]),
    ...sayIntroductionsGone(joined),
    ...list('Filled in', joined.filled),
    ...list('In the note, since they differ', joined.noted),
  ]
  return said.length === 0 ? 'It had nothing that was not known.' : said.join(' ')
}

/** `1 introduction of the two to each other is removed.` */
function sayIntroductionsGone({ introducedToItself, introducedTwice }: Joined): readonly string[] {
  const say = (count: number, which: string): readonly string[] =>
    count === 0 ? [] : [`${plural(count, 'introduction')} ${which} ${count === 1 ? 'is' : 'are'} removed.`]
  return [
    ...say(introducedToItself, 'of the two to each other'),
    ...say(introducedTwice, 'that would be under way twice'),
  ]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** `Merged Jon Smith into John Smith.` or what would be. */
export function sayMerged(from: Named, into: Named, isDryRun: boolean): string {
  const verb = isDryRun ? 'Would merge' : 'Merged'
  const [one, other] = namesApart(from, into)
  return `${verb} ${one} into ${other}.`
}

/** Both names; with the ids where they are the same. */
export function namesApart(a: Named, b: Named): readonly [string, string] {
  const isSame = a.name === b.name
  const say = ({ id, name }: Named): string => `${safeText(name)}${isSame ? ` (${id})` : ''}`
  return [say(a), say(b)]
}
