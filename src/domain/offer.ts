/** What the user could give to a contact next: what was promised first, then what they look for, then what interests them. */
import type { CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'

/** What suggestions are made of. */
export interface OfferFacts {
  /** Open promises of the user. */
  readonly promises: readonly { readonly text: string; readonly on: CalendarDate | null }[]
  /** What they look for, each with the name of a contact who offers it. */
  readonly looksFor: readonly Wanted[]
  /** Their interests and causes, each with the name of another who shares it. */
  readonly interests: readonly Wanted[]
  readonly causes: readonly Wanted[]
}

export interface Wanted {
  readonly value: string
  readonly other: string | undefined
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
    ...looksFor.map(({ value, other }) =>
      other === undefined
        ? { text: `a lead for ${value}`, why: 'they look for it' }
        : { text: `an introduction to ${other}, who offers ${value}`, why: 'they look for it' },
    ),
    ...interests.map(({ value }) => ({ text: `an article on ${value}`, why: 'it interests them' })),
    ...causes.map(({ value }) => ({ text: `a hand with ${value}`, why: 'they care about it' })),
    ...[...interests, ...causes].flatMap(({ value, other }) =>
      other === undefined ? [] : [{ text: `an introduction to ${other}`, why: `they share ${value}` }],
    ),
  ]
}
