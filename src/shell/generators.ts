/** What may stand where something is asked for, kind by kind: contacts, groups, dates, intervals. */
import { STANDINGS } from '../domain/cadence.ts'
import { GROUP_KINDS } from '../domain/group.ts'
import { groupBy } from '../domain/group-by.ts'
import { findInterval, formatInterval } from '../domain/interval.ts'
import { INTRODUCTION_STATES } from '../domain/introduction.ts'
import { foldText, wordsOf } from '../domain/match-key.ts'
import { beginWords } from '../domain/named-by-words.ts'
import type { TraitKind } from '../domain/trait.ts'
import { nextGoalWords } from './goal-words.ts'
import { SHELLS } from './shells.ts'
import type { Kind, VerbTable } from './verb-table.ts'

export interface Candidate {
  readonly value: string
  readonly description: string
}

interface Contact {
  readonly uid: string
  readonly name: string
  readonly organization: string | null
}

/** A promise or an introduction. */
interface Open {
  readonly id: string
  /** Of the contact. */
  readonly name: string
  readonly text: string
}

/** What the database knows, asked only for what is needed. Nothing of it where there is no database. */
export interface KnownValues {
  circles(): readonly Candidate[]
  channels(): readonly string[]
  tags(): readonly string[]
  helpKinds(): readonly string[]
  relationKinds(): readonly string[]
  /** Open promises, those due first. */
  promises(): readonly Open[]
  /** Introductions, one for each contact in it; those under way first. */
  introductions(): readonly Open[]
  /** Interests, causes, offers and needs in use. */
  traits(kind: TraitKind): readonly string[]
  /** The goals in words. */
  goals(): readonly string[]
  groups(): readonly string[]
  /** Events, with their days: under way and ahead first. */
  events(): readonly Candidate[]
  /** What dates of contacts are called. */
  dateLabels(): readonly string[]
  /** Employers of contacts whose name begins so. */
  employers(beginning: string): readonly string[]
  /** Employers that are watched. */
  watched(): readonly string[]
  /** Contacts with a word of their names for each of these beginnings, the most recently touched first. */
  contacts(beginnings: readonly string[]): readonly Contact[]
  /** The short id of a contact. */
  idOf(uid: string): string
  /** Addresses (in lower case) that begin so, each with its contact's name. */
  emails(beginning: string): readonly Candidate[]
}

type Generator = (
  typed: string,
  known: KnownValues,
  table: VerbTable,
  args: readonly string[],
) => readonly Candidate[]

/** Kinds whose values are found by any of their words, and so chosen already. */
export const FOUND_BY_WORDS: readonly Kind[] = [
  'who',
  'who-list',
  'promise',
  'introduction',
  'goal',
  'group',
  'event',
  'company',
  'company-or-who',
]

const INTERVALS = [
  ['1w', 'every week'],
  ['2w', 'every other week'],
  ['3w', 'every 3 weeks'],
  ['6w', 'every 6 weeks'],
  ['1m', 'every month'],
  ['2m', 'every 2 months'],
  ['3m', 'every 3 months'],
  ['6m', 'every 6 months'],
  ['1y', 'every year'],
  ['weekly', '1w'],
  ['fortnightly', '2w'],
  ['monthly', '1m'],
  ['quarterly', '1q'],
  ['yearly', '1y'],
] as const
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const AHEAD = ['next week', 'next month', '1w', '2w', '1m', '3m']
const TIMES = ['15m', '30m', '45m', '1h', '1h30m', '2h']
const UNITS = { d: 'days', w: 'weeks', m: 'months', q: 'quarters', y: 'years' } as const

export const GENERATORS: Readonly<Record<Exclude<Kind, 'file'>, Generator>> = {
  who: whoOf,
  // The last of those between commas is being typed.
  'who-list': (typed, known) => {
    const before = typed.slice(0, typed.lastIndexOf(',') + 1)
    return whoOf(typed.slice(before.length), known).map(({ value, description }) => ({
      value: before + value,
      description,
    }))
  },
  group: (typed, known) => plain(known.groups().filter((name) => beginWords(wordsOf(typed), wordsOf(name)))),
  'group-kind': () => plain(GROUP_KINDS),
  circle: (_, known) => known.circles(),
  channel: (_, known) => plain(known.channels()),
  tag: (_, known) => plain(known.tags()),
  '+tag': (_, known) => plain(known.tags().map((tag) => `+${tag}`)),
  interval: (typed) => [
    ...INTERVALS.map(([value, description]) => ({ value, description })),
    ...lengthsOf(typed, 'every'),
  ],
  date: (typed) => [
    ...plain(['today', 'yesterday']),
    ...describe(WEEKDAYS, 'the last one'),
    ...lengthsOf(typed, 'before today:'),
  ],
  when: (typed) => [
    ...plain(['tomorrow']),
    ...describe(WEEKDAYS, 'the next one'),
    ...plain(AHEAD),
    ...lengthsOf(typed, 'in'),
  ],
  time: () => plain(TIMES),
  help: (_, known) => plain(known.helpKinds()),
  // One is enough: behind it stands the other contact.
  relation: (_typed, known, _table, args) => {
    const kinds = known.relationKinds()
    return args.slice(1).some((word) => kinds.includes(word.toLowerCase())) ? [] : plain(kinds)
  },
  promise: (typed, known) => openOf(typed, known.promises()),
  introduction: (typed, known) => openOf(typed, known.introductions()),
  state: () => plain(INTRODUCTION_STATES),
  interest: (_, known) => plain(known.traits('interest')),
  cause: (_, known) => plain(known.traits('cause')),
  offer: (_, known) => plain(known.traits('offers')),
  need: (_, known) => plain(known.traits('looks-for')),
  label: (_, known) => plain(known.dateLabels()),
  goal: goalsOf,
  'goal-text': (_typed, known, _table, args) =>
    plain(nextGoalWords(args.slice(1), { channels: known.channels(), helpKinds: known.helpKinds() })),
  event: (typed, known) => known.events().filter(({ value }) => beginWords(wordsOf(typed), wordsOf(value))),
  company: companiesOf,
  'company-or-who': (typed, known) => [...companiesOf(typed, known), ...whoOf(typed, known)],
  watched: (_, known) => plain(known.watched()),
  standing: () => plain(STANDINGS),
  shell: () => plain(SHELLS),
  setting: (_typed, _known, { settings }) =>
    settings.map(({ name, summary }) => ({ value: name, description: summary })),
  verb: (_typed, _known, { verbs }) =>
    verbs.map(({ name, summary }) => ({ value: name, description: summary })),
}

/** A number alone is the beginning of a length in any unit. */
function lengthsOf(typed: string, relation: string): readonly Candidate[] {
  if (!/^[1-9]\d{0,3}$/.test(typed)) return []
  return Object.entries(UNITS).flatMap(([unit, name]) => {
    const interval = findInterval(`${typed}${unit}`)
    return interval === undefined
      ? []
      : [{ value: formatInterval(interval), description: `${relation} ${typed} ${name}` }]
  })
}

function whoOf(typed: string, known: KnownValues): readonly Candidate[] {
  return typed.includes('@') ? emailsOf(typed, known) : contactsOf(typed, known)
}

/** Contacts of one name are one candidate, with the ids that tell them apart. */
function contactsOf(typed: string, known: KnownValues): readonly Candidate[] {
  const words = wordsOf(typed)
  if (words.length === 0 && typed !== '') return []
  const byName = groupBy(known.contacts(words), ({ name }) => name)
  return [...byName].map(([value, group]) => ({ value, description: describeContacts(group, known) }))
}

function describeContacts(contacts: readonly Contact[], known: KnownValues): string {
  const [first] = contacts
  if (contacts.length === 1) return first?.organization ?? ''
  return contacts
    .map(({ uid, organization }) => `${known.idOf(uid)}${organization === null ? '' : ` (${organization})`}`)
    .join(', ')
}

/** The ids of promises or introductions; from the first letters of a name on, the contacts who have some, with what it is. */
function openOf(typed: string, open: readonly Open[]): readonly Candidate[] {
  const words = wordsOf(typed)
  const isMeant = ({ name }: Open): boolean => words.length > 0 && beginWords(words, wordsOf(name))
  const byName = groupBy(
    open.filter(isMeant),
    ({ name }) => name,
    ({ text }) => text,
  )
  return [
    ...open
      .filter(({ id }) => id.startsWith(typed.toLowerCase()))
      .map(({ id, name, text }) => ({ value: id, description: `${name}: ${text}` })),
    ...[...byName].map(([value, texts]) => ({ value, description: texts.join('; ') })),
  ]
}

/** Whole goals, found by any word of theirs: no more than one is typed. */
function goalsOf(
  typed: string,
  known: KnownValues,
  _table: VerbTable,
  args: readonly string[],
): readonly Candidate[] {
  const isMeant = (goal: string): boolean =>
    foldText(goal).startsWith(foldText(typed)) ||
    wordsOf(goal).some((word) => word.startsWith(foldText(typed)))
  return args.length > 1 ? [] : plain(known.goals().filter(isMeant))
}

/** From the first letter on: an address book has more employers than anybody chooses from. */
function companiesOf(typed: string, known: KnownValues): readonly Candidate[] {
  return typed === '' ? [] : describe(known.employers(typed), 'employer')
}

/** What is typed stays as it is: shells compare with case. */
function emailsOf(typed: string, known: KnownValues): readonly Candidate[] {
  return known
    .emails(typed.toLowerCase())
    .map(({ value, description }) => ({ value: typed + value.slice(typed.length), description }))
}

export function plain(values: readonly string[]): readonly Candidate[] {
  return describe(values, '')
}

function describe(values: readonly string[], description: string): readonly Candidate[] {
  return values.map((value) => ({ value, description }))
}
