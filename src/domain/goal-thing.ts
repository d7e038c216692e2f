/** What a goal counts, and the words for it: touches, new contacts, coffees, introductions. */
import { foldText } from './match-key.ts'

export const GOAL_KINDS = [
  'touches',
  'contacts',
  'events',
  'gives',
  'asks',
  'promises',
  'reach-outs',
] as const
export type GoalKind = (typeof GOAL_KINDS)[number]

export interface GoalThing {
  readonly kind: GoalKind
  /** Of touches the channel, of gives the kind of help; null for any. */
  readonly detail: string | null
}

/** The channels and kinds of help there are: netkeep's and the user's own. */
export interface KnownWords {
  readonly channels: readonly string[]
  readonly helpKinds: readonly string[]
}

interface Noun {
  readonly one: string
  readonly many: string
  /** Other words for it. */
  readonly also?: readonly string[]
}

const KIND_NOUNS: Readonly<Record<GoalKind, Noun>> = {
  touches: { one: 'touch', many: 'touches', also: ['contact in touch', 'contacts in touch'] },
  contacts: { one: 'new contact', many: 'new contacts', also: ['contact', 'contacts', 'new people'] },
  events: { one: 'event', many: 'events' },
  gives: { one: 'give', many: 'gives', also: ['help given'] },
  asks: { one: 'ask', many: 'asks' },
  promises: {
    one: 'promise kept',
    many: 'promises kept',
    also: ['promise', 'promises', 'kept promise', 'kept promises'],
  },
  'reach-outs': {
    one: 'reach-out',
    many: 'reach-outs',
    also: ['reach out', 'reach outs', 'reachout', 'reachouts'],
  },
}

/** Channels whose plural is another word, or that none can be made of. */
const CHANNEL_NOUNS: ReadonlyMap<string, Noun> = new Map([
  ['video', { one: 'video call', many: 'video calls', also: ['video', 'videos'] }],
  ['email', { one: 'email', many: 'emails', also: ['e-mail', 'e-mails', 'mail', 'mails'] }],
  ['social', { one: 'social touch', many: 'social touches' }],
  ['other', { one: 'other touch', many: 'other touches' }],
])

/** Kinds of help that can be counted themselves; of any other there are gives: `gives of advice`. */
const HELP_NOUNS: ReadonlyMap<string, Noun> = new Map([
  ['article', { one: 'article', many: 'articles' }],
  ['introduction', { one: 'introduction', many: 'introductions', also: ['intro', 'intros'] }],
  ['referral', { one: 'referral', many: 'referrals' }],
  ['feedback', { one: 'give of feedback', many: 'gives of feedback', also: ['feedback'] }],
  ['advice', { one: 'give of advice', many: 'gives of advice', also: ['advice'] }],
  ['vouching', { one: 'give of vouching', many: 'gives of vouching', also: ['vouching'] }],
  ['other', { one: 'give of other help', many: 'gives of other help' }],
])

const BY_CHANNEL = /^touch(?:es)? by (.+)$|^(.+) touch(?:es)?$/
const OF_KIND = /^gives? of (.+?)(?: help)?$|^(.+) gives?$/

/** `5 touches`, `1 event`, `2 coffees`, `1 give of advice`: the words that {@link findThing} reads back. */
export function countThing(thing: GoalThing, count: number): string {
  const { one, many } = nounOf(thing)
  return `${count} ${count === 1 ? one : many}`
}

/** One of it: `touch`, `video call`. */
export function nameThing(thing: GoalThing): string {
  return nounOf(thing).one
}

/** Everything that can be counted here, in the plural. */
export function listThings({ channels, helpKinds }: KnownWords): readonly string[] {
  const things = [
    ...GOAL_KINDS.map((kind): GoalThing => ({ kind, detail: null })),
    ...channels.map((channel) => thingOf('touches', channel)),
    ...helpKinds.map((kind) => thingOf('gives', kind)),
  ]
  return [...new Set(things.map((thing) => nounOf(thing).many))]
}

/** What a text names, or undefined where nothing is called so. Words of netkeep's own come before the user's. */
export function findThing(text: string, known: KnownWords): GoalThing | undefined {
  const typed = foldText(text)
  const kind = GOAL_KINDS.find((name) => isCalled(KIND_NOUNS[name], typed))
  if (kind !== undefined) return { kind, detail: null }
  const [, by, before] = BY_CHANNEL.exec(typed) ?? []
  const [, of, first] = OF_KIND.exec(typed) ?? []
  return (
    named('touches', [...CHANNEL_NOUNS], typed) ??
    named('gives', [...HELP_NOUNS], typed) ??
    asIs('touches', known.channels, by ?? before) ??
    asIs('gives', known.helpKinds, of ?? first) ??
    plain('touches', known.channels, typed) ??
    plain('gives', known.helpKinds, typed)
  )
}

function nounOf({ kind, detail }: GoalThing): Noun {
  if (detail === null) return KIND_NOUNS[kind]
  if (kind === 'gives')
    return HELP_NOUNS.get(detail) ?? { one: `give of ${detail}`, many: `gives of ${detail}` }
  const noun = CHANNEL_NOUNS.get(detail) ?? { one: detail, many: pluralOf(detail) }
  // A channel of the user's own that is called like something else needs more words.
  return isTaken(noun.one, detail) || isTaken(noun.many, detail)
    ? { one: `touch by ${detail}`, many: `touches by ${detail}` }
    : noun
}

/** Whether a word means something else than this channel already. */
function isTaken(word: string, channel: string): boolean {
  const thing = findThing(word, { channels: [], helpKinds: [...HELP_NOUNS.keys(), 'time'] })
  return thing !== undefined && (thing.kind !== 'touches' || thing.detail !== channel)
}

function isCalled({ one, many, also = [] }: Noun, typed: string): boolean {
  return [one, many, ...also].includes(typed)
}

function named(
  kind: GoalKind,
  nouns: readonly (readonly [string, Noun])[],
  typed: string,
): GoalThing | undefined {
  const found = nouns.find(([, noun]) => isCalled(noun, typed))
  return found === undefined ? undefined : thingOf(kind, found[0])
}

function asIs(kind: GoalKind, words: readonly string[], typed: string | undefined): GoalThing | undefined {
  const found = words.find((word) => foldText(word) === typed)
  return found === undefined ? undefined : thingOf(kind, found)
}

/** A word and its plural; the plural first: of two channels, one may be called as the other is in the plural. */
function plain(kind: GoalKind, words: readonly string[], typed: string): GoalThing | undefined {
  const found =
    words.find((word) => foldText(pluralOf(word)) === typed) ??
    words.find((word) => [word, `${word}s`].some((form) => foldText(form) === typed))
  return found === undefined || found === 'other' ? undefined : thingOf(kind, found)
}

/** An event counts once a day, however many contacts were met there. */
function thingOf(kind: GoalKind, detail: string): GoalThing {
  return kind === 'touches' && detail === 'event' ? { kind: 'events', detail: null } : { kind, detail }
}

function pluralOf(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}
