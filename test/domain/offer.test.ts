import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type OfferFacts, offersFor } from '../../src/domain/offer.ts'

const NOTHING: OfferFacts = { promises: [], looksFor: [], interests: [], causes: [] }
const on = (date: string): CalendarDate => date as CalendarDate

test('without anything known there is nothing to suggest', () => {
  expect(offersFor(NOTHING)).toEqual([])
})

test('what was promised comes first, by day, then what they look for, then what interests them, then others', () => {
  expect(
    offersFor({
      promises: [
        { text: 'a call some day', on: null },
        { text: 'the slides', on: on('2026-12-01') },
        { text: 'the paper', on: on('2026-11-27') },
      ],
      looksFor: [
        { value: 'a mentor', other: 'Ada' },
        { value: 'funding', other: undefined },
      ],
      interests: [
        { value: 'sailing', other: 'Cid' },
        { value: 'looms', other: undefined },
      ],
      causes: [{ value: 'libraries', other: 'Dan' }],
    }).map(({ text, why }) => `${text}: ${why}`),
  ).toEqual([
    'the paper: you promised it',
    'the slides: you promised it',
    'a call some day: you promised it',
    'an introduction to Ada, who offers a mentor: they look for it',
    'a lead for funding: they look for it',
    'an article on sailing: it interests them',
    'an article on looms: it interests them',
    'a hand with libraries: they care about it',
    'an introduction to Cid: they share sailing',
    'an introduction to Dan: they share libraries',
  ])
})
