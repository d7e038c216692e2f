/** The help ledger: what was given to a contact, asked of it, received from it. */
import { usageError } from '../errors.ts'
import { checkShortText } from './contact.ts'
import type { TouchpointKind } from './touchpoint.ts'

export const HELP_SIDES = ['gave', 'asked', 'got'] as const
export type HelpSide = (typeof HELP_SIDES)[number]

/** The kinds of help netkeep knows; the setting `help-kinds` adds more. */
export const HELP_KINDS = [
  'article',
  'introduction',
  'feedback',
  'referral',
  'advice',
  'time',
  'vouching',
  'other',
] as const

/** What a touchpoint was of the ledger: help of some kind, on one side. */
export interface Help {
  readonly side: HelpSide
  readonly kind: string
}

/** A give and a receipt are touchpoints that count; an ask is an attempt until it is answered, see {@link settleAsks}. */
export function touchpointKindOf(side: HelpSide): TouchpointKind {
  return side === 'asked' ? 'attempt' : 'counted'
}

/** How many gives, asks and receipts there are with a contact. */
export interface Balance {
  readonly given: number
  readonly asked: number
  readonly received: number
  /** Asks since the last give, all of them where nothing was given yet. */
  readonly asksSinceGive: number
}

/** From this ask on without a give between, `asked` suggests to give first. */
export const ASKS_BEFORE_GIVING = 3

/**
 * The kind of help that a word means: its whole name, or so much of its beginning (three letters at least) that no other has it.
 * @throws UserError (usage) naming the kinds there are
 */
export function parseHelpKind(typed: string, kinds: readonly string[]): string {
  const word = checkShortText(typed, 'kind of help').toLowerCase()
  const beginning = kinds.filter((kind) => word.length >= 3 && kind.startsWith(word))
  const kind = kinds.find((known) => known === word) ?? (beginning.length === 1 ? beginning[0] : undefined)
  if (kind !== undefined) return kind
  throw usageError(
    `"${typed}" is no kind of help.`,
    `Choose one of: ${kinds.join(', ')}. More of your own: netkeep config set help-kinds "lodging"`,
  )
}

interface Ask {
  readonly kind: TouchpointKind
  readonly help: Help | null
}

/** The touchpoints of one contact, newest first, with each ask that a later counted touchpoint has answered as one that counts itself. */
export function settleAsks<T extends Ask>(newestFirst: readonly T[]): readonly T[] {
  let isAnswered = false
  return newestFirst.map((touchpoint) => {
    const settled =
      isAnswered && touchpoint.help?.side === 'asked'
        ? { ...touchpoint, kind: 'counted' as const }
        : touchpoint
    isAnswered ||= touchpoint.kind === 'counted'
    return settled
  })
}

/** The balance with one contact. */
export interface BalanceLine extends Balance {
  readonly uid: string
  readonly name: string
  /** Attempts and asks since the last touchpoint that counts: reach-outs that nobody has answered. */
  readonly unanswered: number
}
