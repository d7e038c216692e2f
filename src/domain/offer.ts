/** What the user could give to a contact next: what was promised first, then what they look for, then what interests them. */
import type { CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'

/** What suggestions are made of. */
export interface OfferFacts {
  /** Open promises of the user. */
  readonly promises: readonly { readonly text: string; readonly on: CalendarDate | null }[]
  /** What they look for, each with the names of contacts who offer it. */
  readonly looksFor: readonly Wanted[]
  /** Their interests and causes, each with the names of others who share it. */
  readonly interests: readonly Wanted[]
  readonly causes: readonly Wanted[]
}

export interface Wanted {
  readonly value: string
  readonly others: readonly string[]
}

export interface Offer {
  readonly text: string
  readonly why: string
}

/** The best first; empty where nothing is known that would do. */
export function offersFor({ promises, looksFor, interests, causes }: OfferFacts): readonly Offer[] {
  return [
    ...[...promises]
      .sort((a, b) => compareText(a.on ?? '~', b.on ?? '~'))
      .map(({ text }) => ({ text, why: 'you promised it' })),
    ...looksFor.map(({ value, others: [somebody] }) =>
      somebody === undefined
        ? { text: `a lead for ${value}`, why: 'they look for it' }
        : { text: `an introduction to ${somebody}, who offers ${value}`, why: 'they look for it' },
    ),
    ...interests.map(({ value }) => ({ text: `an article on ${value}`, why: 'it interests them' })),
    ...causes.map(({ value }) => ({ text: `a hand with ${value}`, why: 'they care about it' })),
    ...[...interests, ...causes].flatMap(({ value, others: [somebody] }) =>
      somebody === undefined ? [] : [{ text: `an introduction to ${somebody}`, why: `they share ${value}` }],
    ),
  ]
}
