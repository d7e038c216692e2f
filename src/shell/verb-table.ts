/**
 * What can be typed after `netkeep`, as completion reads it. The placeholders that the help shows say what a value is: `<who...>`,
 * `<circle|none>`. So the help is the one source of truth; src/verb-table.ts makes the table of commander's definitions.
 */

/** The placeholders whose values can be completed; candidates.ts says with what. */
export const KINDS = [
  'who',
  'circle',
  'channel',
  'tag',
  '+tag',
  'interval',
  'date',
  'when',
  'time',
  'standing',
  'shell',
  'setting',
  'verb',
  'help',
  'relation',
  'promise',
  'introduction',
  'state',
  'interest',
  'cause',
  'offer',
  'need',
  'label',
  'goal',
  'goal-text',
  'group',
  'group-kind',
  'who-list',
  'event',
  'company',
  'company-or-who',
  'watched',
  'file',
] as const
export type Kind = (typeof KINDS)[number]

/** A value: of a kind, or one of the words. Of free text neither is known. */
export interface Value {
  readonly kind: Kind | null
  readonly words: readonly string[]
}

export interface OptionEntry {
  /** As typed, a short one first: `-m`, `--note`. */
  readonly names: readonly string[]
  /** Null for a switch. */
  readonly value: Value | null
  readonly description: string
  readonly isRepeatable: boolean
  /** Names of options that cannot be given besides. */
  readonly conflicts: readonly string[]
}

export interface Argument extends Value {
  readonly name: string
  readonly isVariadic: boolean
}

/** One way to use a verb: its arguments, maybe behind a word that says what it does (`circle set <circle> <interval>`). */
export interface Form {
  readonly action: string | null
  readonly args: readonly Argument[]
}

export interface VerbDescription {
  readonly name: string
  readonly summary: string
  readonly forms: readonly Form[]
  readonly options: readonly OptionEntry[]
}

interface SettingDescription {
  readonly name: string
  readonly summary: string
  readonly value: Value
}

export interface VerbTable {
  /** Understood before and after a verb. */
  readonly options: readonly OptionEntry[]
  /** Understood without a verb only. */
  readonly programOptions: readonly OptionEntry[]
  readonly verbs: readonly VerbDescription[]
  readonly settings: readonly SettingDescription[]
}

/** `circle|none` is a circle or the word none, `mine|theirs` one of two words, `text` anything. */
export function parsePlaceholder(text: string): Value {
  const [first = '', ...rest] = text.split('|')
  const kind = KINDS.find((known) => known === first) ?? null
  if (rest.length === 0) return { kind, words: [] }
  return { kind, words: kind === null ? [first, ...rest] : rest }
}

/** The forms in a usage line: `[options] <who...> <circle|none>`, `[options] [list | set <circle> <interval>]`. */
export function parseUsage(usage: string): readonly Form[] {
  const text = usage.replace('[options]', '').trim()
  const [, choice] = /^\[(.* \| .*)\]$/.exec(text) ?? []
  return (choice ?? text).split(' | ').map(parseForm)
}

function parseForm(text: string): Form {
  const [, action = null, rest = ''] = /^([\w-]+)?(.*)$/.exec(text) ?? []
  const args = [...rest.matchAll(/[<[]([^>\]]*?)(\.\.\.)?[>\]]/g)].map(([, name = '', dots]) => ({
    ...parsePlaceholder(name),
    name,
    isVariadic: dots !== undefined,
  }))
  return { action, args }
}
